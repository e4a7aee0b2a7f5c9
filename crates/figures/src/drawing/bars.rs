//! Bars to marks: a name, a bar and its number a row. How far a bar reaches is
//! told in parts of the room there is, so that rows of a page fit any.

use super::drawing::Drawing;
use super::look::Look;
use super::mark::{Key, Mark, Place, Set, Shape, Size};
use super::setting::{Sizes, lines, widest};
use crate::figure::{Axis, Bar, BarChart, Point, Tone, letter};
use std::borrow::Cow;

/// The height of a row, and of the bar in it.
const ROW: f64 = 30.0;
const BAR: f64 = 19.0;
/// Room over the first row and under the last.
const AROUND: f64 = 4.0;
/// The part of the width that names take at most.
const NAMES: f64 = 0.5;

/// Where a bar lies, in parts of the room for bars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Its left end.
    pub from: f64,
    /// Its length.
    pub length: f64,
    /// Whether it goes to the left of where bars begin.
    pub is_back: bool,
}

/// Where bars begin, in parts of the room for them.
pub fn zero(axis: &Axis) -> f64 {
    axis.along(0.0).clamp(0.0, 1.0)
}

/// Where a bar lies; one without a number has no length.
pub fn reach(bar: &Bar, axis: &Axis) -> Reach {
    let zero = zero(axis);
    let end = bar.point.value.ok().filter(|value| value.is_finite()).map_or(zero, |value| axis.along(value));
    let end = end.clamp(0.0, 1.0);
    Reach { from: zero.min(end), length: (end - zero).abs(), is_back: end < zero }
}

/// Whether a bar is one of those that the figure is about.
pub fn is_named(bar: &Bar) -> bool {
    bar.tone != Tone::Context
}

/// The number of a bar, with its sign; of one without, `..` and why.
pub(super) fn number(bar: &Bar) -> String {
    let Point { text, note, value, .. } = &bar.point;
    if value.is_ok() || note.is_empty() {
        return [text.as_str(), &letter(&bar.point)].concat();
    }
    [text, " ", note].concat()
}

/// The whole drawing, as wide as this.
pub(super) fn bars(chart: &BarChart, width: f64, sizes: Sizes) -> Drawing<'_> {
    let numbers: Vec<String> = chart.bars.iter().map(number).collect();
    let longest = widest(numbers.iter().map(String::as_str), sizes.large) + 10.0;
    let names = widest(chart.bars.iter().map(|bar| bar.name.as_str()), sizes.large);
    // Some letters are wider than reckoned.
    let names = (names + 8.0).min(width * NAMES);
    let back = if chart.axis.min < 0.0 { longest } else { 0.0 };
    let left = names + 10.0 + back;
    let room = (width - left - longest).max(20.0);
    let mut marks = Vec::new();
    for (at, (bar, number)) in chart.bars.iter().zip(numbers).enumerate() {
        let middle = AROUND + ROW * (at as f64 + 0.5);
        let key = |part, number| Key::Series(Cow::Owned(bar.key.code()), part, number);
        let words = |part, at, look, place: Place, set, words: Cow<'static, str>| Mark {
            key: key(part, at),
            look,
            shape: Shape::Text(place, set, words),
            words: Cow::Borrowed(""),
        };
        let rows = lines(&bar.name, sizes.large, names.ceil() as u32 - 6);
        let line = f64::from(sizes.large) + 1.0;
        let first = middle - line * (rows.len().saturating_sub(1)) as f64 / 2.0;
        for (row, name) in rows.into_iter().enumerate() {
            let place = (names, first + line * row as f64);
            marks.push(words("namn", row, Look::Name(false), place, Set::END.level(), name.into()));
        }
        let reach = reach(bar, &chart.axis);
        let from = left + room * reach.from;
        let shape = Shape::Rect((from, middle - BAR / 2.0), Size { width: room * reach.length, height: BAR });
        let comma = if bar.point.note.is_empty() { "" } else { ", " };
        let told = [&bar.name, ": ", &bar.point.text, comma, &bar.point.note].concat();
        marks.push(Mark { key: key("stapel", 0), look: Look::Bar(bar.tone), shape, words: told.into() });
        let (x, set) =
            if reach.is_back { (from - 5.0, Set::END) } else { (from + room * reach.length + 5.0, Set::START) };
        marks.push(words("tal", 0, Look::Name(is_named(bar)), (x, middle), set.level(), number.into()));
    }
    let (x, high) = (left + room * zero(&chart.axis), 2.0 * AROUND + ROW * chart.bars.len() as f64);
    marks.push(Mark::frame("axel", 0, Look::Axis, Shape::Line((x, AROUND), (x, high - AROUND))));
    Drawing::plain(Size { width, height: high }, sizes, marks)
}
