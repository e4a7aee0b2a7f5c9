//! Small charts to marks: in each its scale, riket and its line; for files and
//! pages without a script also side by side in rows, with their names, their
//! newest numbers and the ends of their axes.

use super::drawing::Drawing;
use super::look::{Look, Surety};
use super::mark::{Key, Mark, Place, Set, Shape, Size};
use super::path;
use super::setting::{Sizes, lines, widest, width_of};
use crate::figure::{Panel, SmallCharts, Status};
use crate::text::letters;
use std::borrow::Cow;

/// About so wide is a chart, and so much lies between two.
const WIDTH: f64 = 216.0;
const BETWEEN: f64 = 24.0;
/// The height of a plot.
const HIGH: f64 = 100.0;

/// What is drawn of a panel in a plot of this size, from its left upper corner.
pub fn panel(panel: &Panel, corner: Place, size: Size) -> Vec<Mark<'_>> {
    let high = |value: f64| corner.1 + size.height * (1.0 - panel.axis.along(value));
    let place = |(at, value): (usize, f64)| (corner.0 + size.width * part(at, panel.points.len()), high(value));
    let mut grid = String::new();
    for tick in &panel.axis.ticks {
        path::through(&mut grid, [corner.0, corner.0 + size.width].map(|x| (x, high(tick.value))).into_iter());
    }
    let reference = panel.reference.iter().flatten().copied();
    // Solid, then dashed from the last final point through what is preliminary.
    let all = panel.points.len();
    let first = panel.points.iter().position(|point| point.status != Status::Final).unwrap_or(all);
    let known = |from: usize, to: usize| {
        let value =
            move |(at, point): (usize, &crate::figure::Point)| point.value.ok().filter(|_| (from..to).contains(&at));
        panel.points.iter().enumerate().map(value)
    };
    let dashed = if first < all { first.saturating_sub(1)..all } else { all..all };
    let drawn = |values: &mut dyn Iterator<Item = Option<f64>>| drawn(values, place);
    let (beside, _) = drawn(&mut { reference });
    let (solid, _) = drawn(&mut known(0, first));
    let (dashed, _) = drawn(&mut known(dashed.start, dashed.end));
    let (_, lone) = drawn(&mut known(0, all));
    let newest = panel.points.last().map_or("", |point| &point.text);
    [
        (Look::Grid, grid, "skala"),
        (Look::Beside, beside, "riket"),
        (Look::Line(panel.tone, Surety::Final), solid, "linje"),
        (Look::Line(panel.tone, Surety::Preliminary), dashed, "preliminar"),
        (Look::Lone(panel.tone), lone, "ensam"),
    ]
    .into_iter()
    .filter(|(_, path, _)| !path.is_empty())
    .map(|(look, path, part)| {
        let told = if matches!(look, Look::Line(..)) { [&panel.name, " ", newest].concat() } else { String::new() };
        let key = Key::Series(Cow::Owned(panel.key.code()), part, 0);
        Mark { key, look, shape: Shape::Path(path.into()), words: told.into() }
    })
    .collect()
}

/// Lines between gaps, and the points that stand alone between two.
fn drawn(values: &mut dyn Iterator<Item = Option<f64>>, place: impl Fn((usize, f64)) -> Place) -> (String, String) {
    let (mut line, mut lone) = (String::new(), String::new());
    for run in path::runs(values) {
        match run[..] {
            [only] => path::point(&mut lone, place(only)),
            _ => path::through(&mut line, run.into_iter().map(&place)),
        }
    }
    (line, lone)
}

/// How far along its axis a period is, of so many.
pub fn part(at: usize, count: usize) -> f64 {
    at as f64 / count.saturating_sub(1).max(1) as f64
}

/// The whole drawing, as wide as this.
pub(super) fn small(charts: &SmallCharts, width: f64, sizes: Sizes) -> Drawing<'_> {
    let columns = (((width + BETWEEN) / (WIDTH + BETWEEN)).floor() as usize).max(1);
    let each = (width - BETWEEN * (columns - 1) as f64) / columns as f64;
    let labels = charts.panels.iter().flat_map(|panel| &panel.axis.ticks).map(|tick| tick.label.as_str());
    let sheet =
        Sheet { charts, each, axis: widest(labels, sizes.small) + 8.0, line: f64::from(sizes.small) + 4.0, sizes };
    let mut marks = Vec::new();
    let mut y = 16.0;
    // The numbers beside the names are of this period.
    if let Some(newest) = charts.period_names.last() {
        let words = Shape::Text((0.0, y), Set::START, letters::capitalised(newest).into());
        marks.push(Mark::frame("period", 0, Look::Tick, words));
    }
    for (number, row) in charts.panels.chunks(columns).enumerate() {
        let names: Vec<Vec<String>> = row.iter().map(|panel| sheet.name(panel)).collect();
        let most = names.iter().map(Vec::len).max().unwrap_or(1);
        y += 14.0;
        // Under names of one line and of two the charts lie side by side.
        let top = y + sheet.line * most as f64 + 16.0;
        for (at, (panel, name)) in row.iter().zip(names).enumerate() {
            let x = (each + BETWEEN) * at as f64;
            let first = y + sheet.line * (most - name.len()) as f64;
            sheet.panel(&mut marks, panel, number * columns + at, name, (x, first), top);
        }
        y = top + HIGH + 30.0;
    }
    Drawing::plain(Size { width, height: y.ceil() }, sizes, marks)
}

/// What the panels of a drawing share.
struct Sheet<'a> {
    charts: &'a SmallCharts,
    /// The width of a panel, of the room in it for the words of its axis, and the
    /// height of a line of its name.
    each: f64,
    axis: f64,
    line: f64,
    sizes: Sizes,
}

impl<'a> Sheet<'a> {
    /// The name of a panel in lines that leave room for its number.
    fn name(&self, panel: &Panel) -> Vec<String> {
        let room = self.each - 10.0 - width_of(newest(panel), self.sizes.small);
        lines(&panel.name, self.sizes.small, room.max(0.0) as u32)
    }

    fn panel(
        &self,
        marks: &mut Vec<Mark<'a>>,
        panel: &'a Panel,
        at: usize,
        name: Vec<String>,
        (x, first): Place,
        top: f64,
    ) {
        let room = Size { width: self.each - self.axis, height: HIGH };
        let mut words = |name, number, look, place, set, words: Cow<'a, str>| {
            marks.push(Mark::frame(name, 10 * at + number, look, Shape::Text(place, set, words)));
        };
        for (number, line) in name.into_iter().enumerate() {
            let place = (x, first + self.line * (number + 1) as f64);
            words("namn", number, Look::PanelName, place, Set::START, line.into());
        }
        let value = (x + self.each, first + self.line);
        words("tal", 0, Look::PanelName, value, Set::END, newest(panel).into());
        let ticks = &panel.axis.ticks;
        for (number, tick) in ticks.first().into_iter().chain(ticks.last()).enumerate() {
            let place = (x + self.each, top + HIGH * (1.0 - panel.axis.along(tick.value)));
            words("skala", number, Look::Tick, place, Set::END.level(), tick.label.as_str().into());
        }
        let (from, to) = (&self.charts.ends.0, &self.charts.ends.1);
        for (number, (end, x, set)) in [(from, x, Set::START), (to, x + room.width, Set::END)].into_iter().enumerate() {
            words("slut", number, Look::Tick, (x, top + HIGH + 20.0), set, end.as_str().into());
        }
        marks.extend(self::panel(panel, (x, top), room));
    }
}

fn newest(panel: &Panel) -> &str {
    panel.points.last().map_or("", |point| &point.text)
}
