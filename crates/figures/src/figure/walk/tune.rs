//! A line as tones: the higher the number, the higher the tone; one a period.

use crate::figure::{Axis, Point};

/// The tone of the foot of an axis, in hertz: the A below middle C.
const LOWEST: f64 = 220.0;
/// Octaves from the foot of an axis to its end.
const OCTAVES: f64 = 3.0;
/// How long one tone lasts, in seconds, at least and at most.
const TONE: (f64, f64) = (0.06, 0.25);
/// How long a line lasts, if its tones may be as long.
const LINE: f64 = 8.0;

/// A line to be heard.
#[derive(Clone, Debug, PartialEq)]
pub struct Tune {
    /// The tone of each period in hertz; `None` where there is no number.
    pub tones: Vec<Option<f64>>,
    /// How long each lasts, in seconds.
    pub each: f64,
    /// What is said before it: the first period that has a number.
    pub first: String,
    /// And after it: the last.
    pub last: String,
}

/// The tones of points on an axis; `said` says what is said of each. `None` without
/// any number.
pub(super) fn of(points: &[Point], axis: &Axis, said: impl Fn(usize) -> Option<String>) -> Option<Tune> {
    let has = |point: &Point| point.value.is_ok();
    let (first, last) = (points.iter().position(has)?, points.iter().rposition(has)?);
    let points = points.get(first..=last)?;
    let tone = |value: f64| LOWEST * (OCTAVES * axis.along(value).clamp(0.0, 1.0)).exp2();
    Some(Tune {
        tones: points.iter().map(|point| point.value.ok().map(tone)).collect(),
        each: (LINE / points.len() as f64).clamp(TONE.0, TONE.1),
        first: said(first)?,
        last: said(last)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use faktabank_tables::statistics::Missing;

    #[test]
    fn tones_rise_with_numbers_and_are_silent_where_there_is_none() {
        let axis = Axis { min: 10.0, max: 40.0, ticks: Vec::new() };
        let missing = Err(Missing::NotReported);
        let values = [missing, Ok(10.0), Ok(20.0), missing, Ok(40.0), missing];
        let points = values.map(|value| Point::plain(value, String::new()));
        let tune = of(&points, &axis, |at| Some(at.to_string())).expect("a line");
        assert_eq!(tune.tones, [Some(220.0), Some(440.0), None, Some(1760.0)]);
        assert_eq!((tune.first.as_str(), tune.last.as_str(), tune.each), ("1", "4", 0.25));
        assert_eq!(of(&points[..1], &axis, |at| Some(at.to_string())), None);
    }

    #[test]
    fn a_long_line_is_over_soon() {
        let axis = Axis { min: 0.0, max: 1.0, ticks: Vec::new() };
        let points = vec![Point::plain(Ok(0.5), String::new()); 128];
        let tune = of(&points, &axis, |_| Some(String::new())).expect("a line");
        assert!((tune.each * 128.0 - 8.0).abs() < 1e-9, "{} seconds a tone", tune.each);
    }
}
