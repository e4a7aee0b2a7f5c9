//! Charts over time to marks: a scale with its words, lines or bands with gaps
//! where cells are missing, signs of what is lacking, what happened, and the
//! names of the series at their ends, or under a chart that has little room.

use super::drawing::Drawing;
use super::ends;
use super::look::{Look, Surety, is_thin};
use super::mark::{Key, Mark, Place, Set, Shape, Size};
use super::marked;
use super::palette::Style;
use super::path;
use super::setting::{Sizes, widest, width_of};
use super::sign;
use crate::figure::{Point, Series, Status, TimeChart, Tone};
use std::borrow::Cow;

/// Below this width names go under the chart, not beside it.
const COMPACT: f64 = 560.0;
/// The height of a plot: a part of its width, within bounds.
const HEIGHT: (f64, f64, f64) = (0.55, 220.0, 400.0);
/// Room above a plot, and under it for the axis of periods.
const TOP: f64 = 16.0;
const BOTTOM: f64 = 30.0;
/// So few points are seen each.
pub(super) const FEW: usize = 12;
/// Radius of a point on its line.
const SPOT: f64 = 2.5;
/// Below this height every other line of the scale is left out.
const LOW: f64 = 120.0;
/// How wide a band is that stands alone between two gaps.
const ALONE: f64 = 24.0;

/// The room around a plot.
pub(super) struct Margins {
    /// For the words of the scale.
    pub(super) left: f64,
    /// For the names of the series, where they stand there.
    pub(super) right: f64,
    /// For what happened, and the upper half of a word of the scale.
    pub(super) top: f64,
    /// For the periods.
    pub(super) bottom: f64,
}

/// The room around a plot; a compact drawing leaves none for names.
pub(super) fn margins(chart: &TimeChart, stacked: bool, compact: bool, sizes: Sizes) -> Margins {
    let ticks = chart.axis.ticks.iter().map(|tick| tick.label.as_str());
    let flags = if chart.events.is_empty() { 0.0 } else { f64::from(marked::room(chart, style(compact))) };
    Margins {
        left: widest(ticks, sizes.small) + 16.0,
        right: if compact { 14.0 } else { ends::width(chart, stacked, sizes) },
        top: TOP + flags,
        bottom: BOTTOM,
    }
}

/// Whether a plot is so low that every other line of its scale is left out.
pub(super) const fn is_low(plot: f64) -> bool {
    plot < LOW
}

/// The whole drawing, as wide as this, with the names of its series.
pub(super) fn over_time(chart: &TimeChart, stacked: bool, width: f64, sizes: Sizes) -> Drawing<'_> {
    let (part, least, most) = HEIGHT;
    let compact = is_compact(width);
    let plot = Plot::of(chart, stacked, (width, (width * part).clamp(least, most)), compact, sizes);
    let mut marks = plot.marks();
    let low = if compact {
        ends::under(chart, stacked, (0.0, plot.bottom + BOTTOM + 4.0), width, sizes, &mut marks)
    } else {
        plot.names(&mut marks);
        plot.bottom + BOTTOM
    };
    Drawing::plain(Size { width, height: low.ceil() }, sizes, marks)
}

/// A drawing of this size; a compact one leaves the names to what stands beside it.
pub(super) fn fitted(chart: &TimeChart, stacked: bool, size: Size, compact: bool, sizes: Sizes) -> Drawing<'_> {
    let room = margins(chart, stacked, compact, sizes);
    let plot = Plot::of(chart, stacked, (size.width, size.height - room.top - room.bottom), compact, sizes);
    let mut marks = plot.marks();
    if !compact {
        plot.names(&mut marks);
    }
    Drawing::plain(size, sizes, marks)
}

/// Whether a drawing as wide as this is compact, where nobody measures the names.
pub const fn is_compact(width: f64) -> bool {
    width < COMPACT
}
const fn style(compact: bool) -> Style {
    Style { dark: false, compact, height: 0, patterns: false }
}

/// Where a chart over time lies.
struct Plot<'a> {
    chart: &'a TimeChart,
    stacked: bool,
    style: Style,
    width: f64,
    sizes: Sizes,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl<'a> Plot<'a> {
    /// In a drawing as wide and with a plot as high as this.
    fn of(chart: &'a TimeChart, stacked: bool, (width, height): Place, compact: bool, sizes: Sizes) -> Self {
        let Margins { left, right, top, .. } = margins(chart, stacked, compact, sizes);
        let right = (width - right).max(left + 40.0);
        Self { chart, stacked, style: style(compact), width, sizes, left, right, top, bottom: top + height }
    }

    /// All but the names of the series.
    fn marks(&self) -> Vec<Mark<'a>> {
        let mut marks = Vec::new();
        self.scale(&mut marks);
        self.periods(&mut marks);
        // What is context lies under what is not.
        for is_behind in [true, false] {
            let mut below = vec![0.0; self.chart.periods.len()];
            for series in &self.chart.series {
                let drawn = is_thin(series.tone) == is_behind;
                if self.stacked {
                    let band = self.band(series, &mut below);
                    marks.extend(band.filter(|_| drawn));
                } else if drawn {
                    self.line(series, &mut marks);
                }
            }
        }
        if let Some(total) = &self.chart.total {
            self.line(total, &mut marks);
        }
        marks.push(self.axis());
        self.points(&mut marks);
        self.signs(&mut marks);
        self.events(&mut marks);
        marks
    }

    /// The names of the series, beside the plot.
    fn names(&self, marks: &mut Vec<Mark<'a>>) {
        let column = ends::Column { x: self.right, top: self.top, bottom: self.bottom };
        ends::beside(self.chart, self.stacked, column, |value| self.high(value), self.sizes, marks);
    }

    fn across(&self, at: usize) -> f64 {
        match self.chart.periods.len() {
            0 | 1 => (self.left + self.right) / 2.0,
            count => self.left + (self.right - self.left) * at as f64 / (count - 1) as f64,
        }
    }

    fn high(&self, value: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * self.chart.axis.along(value)
    }

    fn scale(&self, marks: &mut Vec<Mark<'a>>) {
        let every = if is_low(self.bottom - self.top) { 2 } else { 1 };
        for (at, tick) in self.chart.axis.ticks.iter().enumerate().step_by(every) {
            let y = self.high(tick.value);
            marks.push(Mark::frame("skala", at, Look::Grid, Shape::Line((self.left, y), (self.right, y))));
            let words = Shape::Text((self.left - 6.0, y), Set::END.level(), Cow::Borrowed(tick.label.as_str()));
            marks.push(Mark::frame("skala-ord", at, Look::Tick, words));
        }
    }

    /// The line that values are counted from.
    fn axis(&self) -> Mark<'a> {
        let axis = &self.chart.axis;
        let y = self.high(0.0_f64.clamp(axis.min, axis.max.max(axis.min)));
        Mark::frame("axel", 0, Look::Axis, Shape::Line((self.left, y), (self.right, y)))
    }

    /// The words under the plot, the newest first: those that would meet it are left out.
    fn periods(&self, marks: &mut Vec<Mark<'a>>) {
        let mut free = self.width;
        for (at, label) in self.chart.period_labels.iter().enumerate().rev().filter(|(_, label)| !label.is_empty()) {
            let (x, half) = (self.across(at), width_of(label, self.sizes.small) / 2.0);
            let (place, set) = if x + half > self.width { (self.width, Set::END) } else { (x, Set::CENTRE) };
            let left = if set == Set::END { place - 2.0 * half } else { place - half };
            if left + 2.0 * half <= free && left >= 0.0 {
                free = left - 6.0;
                let words = Shape::Text((place, self.bottom + 20.0), set, Cow::Borrowed(label.as_str()));
                marks.push(Mark::frame("period", at, Look::Tick, words));
            }
        }
    }

    /// A line: solid, then dashed from the last final point through what is
    /// preliminary, with gaps where numbers are missing.
    fn line(&self, series: &'a Series, marks: &mut Vec<Mark<'a>>) {
        let all = series.points.len();
        let first = series.points.iter().position(|point| point.status != Status::Final).unwrap_or(all);
        let parts =
            [(Surety::Final, "linje", 0, first), (Surety::Preliminary, "preliminar", first.saturating_sub(1), all)];
        for (surety, part, from, to) in parts {
            let values = series.points.iter().enumerate();
            let values = values.map(|(at, point)| point.value.ok().filter(|_| (from..to).contains(&at)));
            let mut line = String::new();
            for run in path::runs(values).iter().filter(|run| run.len() > 1) {
                path::through(&mut line, run.iter().map(|&(at, value)| (self.across(at), self.high(value))));
            }
            if !line.is_empty() {
                marks.push(Mark {
                    key: Key::Series(Cow::Owned(series.key.code()), part, 0),
                    look: Look::Line(series.tone, surety),
                    shape: Shape::Path(line.into()),
                    words: ends::label(series, ends::newest(self.chart, series, false)).into(),
                });
            }
        }
    }

    /// A band over what lies below it: a gap where its stack lacks a part, its own
    /// or another.
    fn band(&self, series: &'a Series, below: &mut [f64]) -> Option<Mark<'a>> {
        let values = series.points.iter().enumerate();
        let values = values.map(|(at, point)| point.value.ok().filter(|_| self.chart.is_whole(at)));
        let mut outline = String::new();
        for run in path::runs(values) {
            let spread = if run.len() == 1 { ALONE / 2.0 } else { 0.0 };
            let edge = |at: usize, value: f64, away: f64| (self.across(at) + away, self.high(value));
            let mut places: Vec<Place> = Vec::with_capacity(2 * run.len() + 2);
            for away in [-spread, spread].into_iter().take(if spread > 0.0 { 2 } else { 1 }) {
                places.extend(run.iter().map(|&(at, value)| edge(at, below[at] + value, away)));
            }
            for away in [spread, -spread].into_iter().take(if spread > 0.0 { 2 } else { 1 }) {
                places.extend(run.iter().rev().map(|&(at, _)| edge(at, below[at], away)));
            }
            path::through(&mut outline, places.into_iter());
            outline.push('Z');
            run.iter().for_each(|&(at, value)| below[at] += value);
        }
        (!outline.is_empty()).then(|| Mark {
            key: Key::Series(Cow::Owned(series.key.code()), "band", 0),
            look: Look::Band(series.tone),
            shape: Shape::Path(outline.into()),
            words: ends::label(series, ends::newest(self.chart, series, true)).into(),
        })
    }

    /// A mark for each number: seen where there are few, or where it stands alone
    /// between gaps, and elsewhere only to be pointed at and told.
    fn points(&self, marks: &mut Vec<Mark<'a>>) {
        let mut below = vec![0.0; self.chart.periods.len()];
        for (nth, series) in self.chart.named().enumerate() {
            let stacked = self.stacked && nth < self.chart.series.len();
            let few = series.points.len() <= FEW && series.tone != Tone::Reference;
            let has = |at: usize| series.points.get(at).is_some_and(|point| point.value.is_ok());
            for (at, point) in series.points.iter().enumerate() {
                let Some(value) = point.value.ok().filter(|value| value.is_finite()) else { continue };
                if stacked && !self.chart.is_whole(at) {
                    continue;
                }
                let alone = !has(at + 1) && (at == 0 || !has(at - 1));
                let seen = !self.stacked && (few || alone);
                let height = if stacked { below[at] + value } else { value };
                below[at] += value;
                marks.push(Mark {
                    key: Key::Series(Cow::Owned(series.key.code()), "punkt", at),
                    look: if seen { Look::Spot(series.tone) } else { Look::Unseen },
                    shape: Shape::Circle((self.across(at), self.high(height)), SPOT),
                    words: self.told(series, at, point).into(),
                });
            }
        }
    }

    /// What is told of a number: whose, when, how much, and what is lacking.
    fn told(&self, series: &Series, at: usize, point: &Point) -> String {
        let period = self.chart.period_names.get(at).map_or("", String::as_str);
        let comma = if point.note.is_empty() { "" } else { ", " };
        [&series.name, ", ", period, ": ", &point.text, comma, &point.note].concat()
    }

    fn signs(&self, marks: &mut Vec<Mark<'a>>) {
        let foot = self.chart.axis.min;
        for series in &self.chart.series {
            for (at, point) in series.points.iter().enumerate() {
                let Some(form) = sign::form(point) else { continue };
                // A stack that lacks a part is not drawn: one sign for all of it.
                let others = marks.iter().any(|it| matches!(&it.key, Key::Series(_, "tecken", other) if *other == at));
                if self.stacked && (point.value.is_ok() || others) {
                    continue;
                }
                let tone = if self.stacked { Tone::Total } else { series.tone };
                let place = (self.across(at), self.high(point.value.unwrap_or(foot)));
                let (shape, filled) = sign::shape(form, place);
                marks.push(Mark {
                    key: Key::Series(Cow::Owned(series.key.code()), "tecken", at),
                    look: Look::Sign(tone, filled),
                    shape,
                    words: self.told(series, at, point).into(),
                });
            }
        }
    }

    /// What happened: a thin line at each, that ends like a flagpole beside its words.
    fn events(&self, marks: &mut Vec<Mark<'a>>) {
        for (at, (mark, flag)) in self.chart.events.iter().zip(marked::flags(self.chart, self.style)).enumerate() {
            let last = self.chart.periods.len().saturating_sub(1).max(1) as f64;
            let x = self.left + (self.right - self.left) * mark.value / last;
            let top = marked::top(flag.1);
            let pole = || Shape::Line((x, self.bottom), (x, top));
            // Bands may be of any colour: paper on both sides keeps the line apart.
            if self.stacked {
                marks.push(Mark::frame("handelse-rand", at, Look::Event(true), pole()));
            }
            marks.push(Mark::frame("handelse", at, Look::Event(false), pole()));
            let place = (x + 4.0, top + 11.0);
            let words = Shape::Text(place, Set::START, Cow::Borrowed(flag.0));
            marks.push(Mark::frame("handelse-namn", at, Look::EventName, words));
        }
    }
}
