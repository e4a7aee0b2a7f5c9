//! A small line without axes, to be drawn beside the numbers that it leads up to.

use crate::text::number;

/// How wide and how high its room is, in its own units.
pub const ROOM: (u32, u32) = (120, 30);
/// Room for the stroke and the end point.
const MARGIN: f64 = 4.0;

/// Where a small line lies, in the words of an SVG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sparkline {
    /// Its path.
    pub path: String,
    /// Its last point, across and down.
    pub end: (String, String),
}

/// Values in order of time; where one is missing the line is broken. `None` if
/// there is nothing to draw.
pub fn sparkline(values: &[Option<f64>]) -> Option<Sparkline> {
    let (wide, high_up) = (f64::from(ROOM.0), f64::from(ROOM.1));
    let known = || values.iter().flatten().copied();
    let (low, high) = (known().reduce(f64::min)?, known().reduce(f64::max)?);
    let last = values.len().saturating_sub(1).max(1) as f64;
    let place = |position: usize, value: f64| {
        let across = MARGIN + position as f64 / last * (wide - 2.0 * MARGIN);
        // A flat line lies in the middle.
        let height = if high > low { (value - low) / (high - low) } else { 0.5 };
        (number::tenth(across), number::tenth(high_up - MARGIN - height * (high_up - 2.0 * MARGIN)))
    };
    let (mut line, mut end) = (String::new(), None);
    let mut before = false;
    for (position, value) in values.iter().enumerate() {
        if let Some(value) = value {
            let (x, y) = place(position, *value);
            for part in [if before { "L" } else { "M" }, &x, " ", &y] {
                line.push_str(part);
            }
            end = Some((x, y));
        }
        before = value.is_some();
    }
    Some(Sparkline { path: line, end: end? })
}
