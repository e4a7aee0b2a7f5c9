//! The names of series at the right end of a chart, each with its newest number,
//! moved apart where they would meet; or in rows under a chart with little room.

use super::look::{Look, Surety};
use super::mark::{Key, Mark, Place, Set, Shape, Size};
use super::setting::{Sizes, lines, widest};
use crate::figure::{Series, TimeChart};
use faktabank_tables::measure::descending_order;
use faktabank_tables::statistics::Cell;
use std::borrow::Cow;

/// The sample before a name, the room before it and after it.
const SAMPLE: f64 = 14.0;
const BEFORE: f64 = 9.0;
const AFTER: f64 = 6.0;
/// The height of a line of names.
const LINE: f64 = 17.0;
/// The height of a row under the chart.
const ROW: f64 = 22.0;

/// Where the names at the right end stand.
pub(super) struct Column {
    /// The right end of the plot.
    pub(super) x: f64,
    /// Its top.
    pub(super) top: f64,
    /// Its foot.
    pub(super) bottom: f64,
}

/// How wide the names are, with all that belongs to them.
pub(super) fn width(chart: &TimeChart, stacked: bool, sizes: Sizes) -> f64 {
    let labels: Vec<String> = chart.named().map(|series| label(series, newest(chart, series, stacked))).collect();
    widest(labels.iter().map(String::as_str), sizes.large) + BEFORE + SAMPLE + AFTER
}

/// Where the newest value drawn of a series is.
pub(super) fn newest(chart: &TimeChart, series: &Series, stacked: bool) -> Option<usize> {
    let of_stack = stacked && !is_total(chart, series);
    (0..series.points.len()).rev().find(|&at| match of_stack {
        true => chart.is_whole(at),
        false => series.points[at].value.is_ok(),
    })
}

/// Whether a series is the sum of a stack, which is a line of its own.
fn is_total(chart: &TimeChart, series: &Series) -> bool {
    chart.total.as_ref().is_some_and(|total| total.key == series.key)
}

/// The newest value with the name of the series: "Sjukpenning 4 714".
pub(super) fn label(series: &Series, newest: Option<usize>) -> String {
    let newest = newest.and_then(|at| series.points.get(at));
    newest.map_or_else(|| series.name.clone(), |point| [&series.name, " ", &point.text].concat())
}

/// How high each name stands between a top and a foot: a line's at its newest value
/// and a band's at its middle, a line of text apart.
pub(super) fn places(chart: &TimeChart, stacked: bool, (top, foot): (f64, f64), high: impl Fn(f64) -> f64) -> Vec<f64> {
    let mut below = 0.0;
    let mut wanted = Vec::new();
    for series in chart.named() {
        let value = newest(chart, series, stacked).and_then(|at| series.points[at].value.ok());
        let value = value.filter(|value| value.is_finite()).unwrap_or(chart.axis.min);
        let is_band = stacked && !is_total(chart, series);
        wanted.push(high(if is_band { below + value / 2.0 } else { value }));
        below += value;
    }
    apart(&wanted, top, foot)
}

/// Names to the right of a plot.
pub(super) fn beside<'a>(
    chart: &'a TimeChart,
    stacked: bool,
    column: Column,
    high: impl Fn(f64) -> f64,
    sizes: Sizes,
    marks: &mut Vec<Mark<'a>>,
) {
    for (series, y) in chart.named().zip(places(chart, stacked, (column.top, column.bottom), high)) {
        named(chart, series, stacked, (column.x + BEFORE, y), 0, sizes, f64::INFINITY, marks);
    }
}

/// Names in rows from a place downwards, in the order in which they lie from the
/// top; how far down that goes.
pub(super) fn under<'a>(
    chart: &'a TimeChart,
    stacked: bool,
    (x, y): Place,
    width: f64,
    sizes: Sizes,
    marks: &mut Vec<Mark<'a>>,
) -> f64 {
    let mut order: Vec<&Series> = chart.named().collect();
    if stacked {
        order.reverse();
    }
    let mut y = y + ROW / 2.0;
    for series in order {
        let rows = named(chart, series, stacked, (x, y), 0, sizes, width, marks);
        y += ROW + LINE * (rows.saturating_sub(1)) as f64;
    }
    y
}

/// A sample and a name at the middle of this height; in how many lines.
#[allow(clippy::too_many_arguments, reason = "a place, a name and where both go")]
fn named<'a>(
    chart: &'a TimeChart,
    series: &'a Series,
    stacked: bool,
    (x, y): Place,
    at: usize,
    sizes: Sizes,
    width: f64,
    marks: &mut Vec<Mark<'a>>,
) -> usize {
    let key = |part| Key::Series(Cow::Owned(series.key.code()), part, at);
    let plain = |key, look, shape| Mark { key, look, shape, words: Cow::Borrowed("") };
    let label = label(series, newest(chart, series, stacked));
    // A band is known by a square of it, a line by a piece, which has its dashes.
    let (look, sample) = if stacked && !is_total(chart, series) {
        let side = Size { width: SAMPLE, height: SAMPLE };
        (Look::Swatch(series.tone), Shape::Rect((x, y - SAMPLE / 2.0), side))
    } else {
        (Look::Line(series.tone, Surety::Final), Shape::Line((x, y), (x + SAMPLE, y)))
    };
    marks.push(Mark { words: label.clone().into(), ..plain(key("prov"), look, sample) });
    let room = width - SAMPLE - AFTER;
    let lines = if room.is_finite() { lines(&label, sizes.large, room.max(0.0) as u32) } else { vec![label] };
    let count = lines.len();
    for (number, words) in lines.into_iter().enumerate() {
        let place = (x + SAMPLE + AFTER, y + LINE * number as f64);
        let key = Key::Series(Cow::Owned(series.key.code()), "namn", at + number);
        marks.push(plain(key, Look::Name(false), Shape::Text(place, Set::START.level(), words.into())));
    }
    count
}

/// Heights as near as may be to those wanted, a line apart, from a top to a foot.
fn apart(wanted: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    // From the top downwards, those of one height in their order.
    let heights: Vec<Cell> = wanted.iter().map(|&height| Ok(-height)).collect();
    let order = descending_order(&heights);
    let mut places = wanted.to_vec();
    let mut least = top;
    for &at in &order {
        places[at] = places[at].max(least);
        least = places[at] + LINE;
    }
    // And from the foot upwards.
    let mut most = bottom;
    for &at in order.iter().rev() {
        places[at] = places[at].min(most);
        most = places[at] - LINE;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_a_line_apart_and_their_order() {
        let near = |found: Vec<f64>, expected: &[f64]| {
            assert!(found.iter().zip(expected).all(|(one, other)| (one - other).abs() < 1e-9), "{found:?}");
        };
        near(apart(&[100.0, 103.0, 40.0], 0.0, 200.0), &[100.0, 117.0, 40.0]);
        near(apart(&[198.0, 199.0], 0.0, 200.0), &[183.0, 200.0]);
        near(apart(&[0.0, 0.0], 0.0, 200.0), &[0.0, 17.0]);
        near(apart(&[], 0.0, 200.0), &[]);
    }
}
