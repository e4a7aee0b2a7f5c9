//! Small charts to the drawing of them: side by side in rows, each with its
//! name, its newest number and the ends of its axes.

use super::Drawing;
use super::pen::{Anchor, Pen, Stroke};
use super::setting::{Type, lines, width_of};
use crate::drawing::Style;
use crate::figure::{Panel, SmallCharts, Status, Tone};
use crate::text::letters;

/// So many stand in a row, with so much between them.
const COLUMNS: usize = 4;
const BETWEEN: f64 = 24.0;
const WIDTH: f64 = (Drawing::WIDTH as f64 - BETWEEN * (COLUMNS - 1) as f64) / COLUMNS as f64;
/// The height of a plot, and the room at its right for its axis.
const HIGH: f64 = 100.0;
const AXIS: f64 = 52.0;

/// The drawing and its height.
pub(super) fn drawn(charts: &SmallCharts, style: Style) -> (String, u32) {
    let mut pen = Pen::default();
    let mut y = 16.0;
    // The numbers beside the names are of this period.
    if let Some(newest) = charts.period_names.last() {
        pen.words(&letters::capitalised(newest), (0.0, y), super::soft(style), Anchor::Start);
    }
    for row in charts.panels.chunks(COLUMNS) {
        let names: Vec<Vec<String>> = row.iter().map(|panel| name_of(panel, style)).collect();
        let set = name_type(style);
        let most = names.iter().map(Vec::len).max().unwrap_or(1);
        y += 14.0;
        // Under names of one line and of two the charts lie side by side.
        let top = y + f64::from(set.line) * most as f64 + 16.0;
        for (at, (panel, name)) in row.iter().zip(&names).enumerate() {
            let x = (WIDTH + BETWEEN) * at as f64;
            let first = y + f64::from(set.line) * (most - name.len()) as f64;
            for (line, words) in name.iter().enumerate() {
                pen.words(words, (x, first + f64::from(set.line) * (line + 1) as f64), set, Anchor::Start);
            }
            let value = (x + WIDTH, first + f64::from(set.line));
            pen.words(newest(panel), value, set, Anchor::End);
            plot(&mut pen, charts, panel, (x, top), style);
        }
        y = top + HIGH + 30.0;
    }
    (pen.done(), y.ceil() as u32)
}

fn name_type(style: Style) -> Type {
    Type { size: 14, line: 18, bold: true, ..super::body(style) }
}

fn newest(panel: &Panel) -> &str {
    panel.points.last().map_or("", |point| &point.text)
}

/// The name in lines that leave room for the number.
fn name_of(panel: &Panel, style: Style) -> Vec<String> {
    let set = name_type(style);
    let room = WIDTH - 10.0 - width_of(newest(panel), set);
    lines(&panel.name, set, room as u32)
}

fn plot(pen: &mut Pen, charts: &SmallCharts, panel: &Panel, (x, y): (f64, f64), style: Style) {
    let soft = super::soft(style);
    let (width, count) = (WIDTH - AXIS, charts.period_names.len());
    let place = |(at, value): (usize, f64)| {
        let part = at as f64 / count.saturating_sub(1).max(1) as f64;
        (x + width * part, y + HIGH - HIGH * panel.axis.along(value))
    };
    for tick in &panel.axis.ticks {
        let (_, y) = place((0, tick.value));
        pen.line((x, y), (x + width, y), Stroke { colour: style.rule(), width: 1.0, dash: "" });
    }
    for tick in panel.axis.ticks.first().into_iter().chain(panel.axis.ticks.last()) {
        let (_, y) = place((0, tick.value));
        pen.words(&tick.label, (x + WIDTH, y + 5.0), soft, Anchor::End);
    }
    for (end, at, anchor) in [(&charts.ends.0, x, Anchor::Start), (&charts.ends.1, x + width, Anchor::End)] {
        pen.words(end, (at, y + HIGH + 20.0), soft, anchor);
    }
    let mut draw = |values: &[Option<f64>], stroke: Stroke<'_>| {
        for run in runs(values) {
            let places: Vec<(f64, f64)> = run.into_iter().map(place).collect();
            match places[..] {
                // A value between gaps has no line to lie on.
                [(x, y)] => pen.dot((x, y), 2.5, stroke.colour, stroke.colour),
                _ => pen.polyline(&places, stroke),
            }
        }
    };
    let reference = Stroke { colour: style.colour(Tone::Country), width: 1.25, dash: "0.1 4" };
    draw(panel.reference.as_deref().unwrap_or_default(), reference);
    // Solid, then dashed from the last final point through what is preliminary.
    let first = panel.points.iter().position(|point| point.status != Status::Final).unwrap_or(panel.points.len());
    let kept = |keep: &dyn Fn(usize) -> bool| -> Vec<Option<f64>> {
        panel.points.iter().enumerate().map(|(at, point)| point.value.ok().filter(|_| keep(at))).collect()
    };
    let line = Stroke { colour: style.colour(panel.tone), width: 2.0, dash: "" };
    draw(&kept(&|at| at < first), line);
    if first < panel.points.len() {
        draw(&kept(&|at| at + 1 >= first), Stroke { dash: "5 5", ..line });
    }
}

/// Values in runs without a gap, each with its position.
fn runs(values: &[Option<f64>]) -> Vec<Vec<(usize, f64)>> {
    let mut runs: Vec<Vec<(usize, f64)>> = vec![Vec::new()];
    for (at, value) in values.iter().enumerate() {
        match (value, runs.last_mut()) {
            (Some(value), Some(run)) => run.push((at, *value)),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}
