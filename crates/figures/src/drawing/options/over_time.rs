//! Lines and stacks over time → ECharts options, written as ECharts reads them.
//!
//! They are what the first view draws, and each typed form was measured in its
//! wasm (brotli): charming's `Chart` takes 28.6 KiB more, its `Axis`, `Line` and
//! `Grid` alone 9.6, types of our own derived by serde 3.0, a tree of values 3.7.
//! None of them has the room. Whatever is put into a template is written by serde,
//! and tests draw every option by ECharts.

use super::{AROUND, LETTER, LOW, axis_line, values_axis, whole};
use crate::drawing::look::is_thin;
use crate::drawing::palette::Style;
use crate::drawing::template::{fill, quoted, value, yes};
use crate::drawing::{ends, signs};
use crate::figure::{Axis, Point, Series, Status, TimeChart, Tone};
use crate::text::number;
use faktabank_tables::measure::descending_order;
use faktabank_tables::statistics::Cell;

/// Room above a plot.
const TOP: u32 = 16;
/// A series without motion or marks of hovering; `$` is what it draws.
const SERIES: &str = r#"{"type":"line","animation":false,"emphasis":{"disabled":true},$}"#;

/// All lines, as one series: each that ECharts keeps takes its time.
const LINES: &str = r#"{"type":"lines","id":"linjer","coordinateSystem":"cartesian2d","polyline":true,"silent":true,"animation":false,"lineStyle":{"opacity":1},"emphasis":{"disabled":true},"data":[$]}"#;

/// Points without a line between them.
const POINTS: &str = r#""id":"punkter","silent":true,"symbol":"circle","symbolSize":0,"showAllSymbol":true,"lineStyle":{"width":0,"opacity":0},"data":[$]"#;

/// The end of a line or a band: a square in its colour, and its label. Text in
/// two colours would take as long to draw as a line.
const END: &str = r#"{"value":[$,$],"symbol":"rect","symbolSize":9,"symbolOffset":[13,0],"itemStyle":{"color":$,"decal":"none"},"label":{"show":true,"position":"right","distance":6,"fontSize":13,"color":$,"formatter":$}}"#;

/// The ECharts options of lines or of a stack over time, as JSON text.
pub fn option_over_time(chart: &TimeChart, style: Style, stacked: bool) -> String {
    with_room(chart, style, stacked, 0, None)
}

/// The same with more room over the plot, and a series more.
pub(super) fn with_room(chart: &TimeChart, style: Style, stacked: bool, room: u32, more: Option<String>) -> String {
    let style = Style { height: style.height.saturating_sub(room), ..style };
    let labels = labels_of(chart, stacked);
    let right = if style.compact { 14.0 } else { room_of(&labels) };
    let left = widest(&mut chart.axis.ticks.iter().map(|tick| tick.label.chars().count())) + 12.0;
    // All that stands around the plot has been given its room: without this,
    // ECharts would lay the axes out twice to find it.
    let grid = fill(
        r#"{"left":$,"right":$,"top":$,"bottom":30,"outerBoundsMode":"none"}"#,
        &[&value(left), &value(right), &value(f64::from(TOP + room))],
    );
    let (mut series, mut lines, mut points) = (Vec::new(), Vec::new(), Vec::new());
    // What is context lies under what is not.
    for is_context in [true, false] {
        for drawn in chart.series.iter().filter(|series| is_thin(series.tone) == is_context) {
            if stacked {
                series.push(band(chart, drawn, style));
            } else {
                line(drawn, style, &mut lines);
                dots(drawn, style, &mut points);
            }
        }
    }
    if !stacked {
        series.push(fill(LINES, &[&lines.join(",")]));
    }
    if !style.compact {
        end_labels(chart, &labels, stacked, style, &mut points);
    }
    series.push(fill(SERIES, &[&fill(POINTS, &[&points.join(",")])]));
    series.extend(signs::series(chart, stacked, style));
    series.extend(more);
    whole(&grid, &periods_axis(chart, style), &scale(&chart.axis, style), &series, style)
}

/// How wide the labels at the end of lines or of a stack are, in CSS pixels.
pub fn labels_width(chart: &TimeChart, stacked: bool) -> u32 {
    room_of(&labels_of(chart, stacked)) as u32
}

fn labels_of(chart: &TimeChart, stacked: bool) -> Vec<String> {
    chart.series.iter().map(|series| ends::label(series, ends::newest(chart, series, stacked))).collect()
}

fn room_of(labels: &[String]) -> f64 {
    widest(&mut labels.iter().map(|label| label.chars().count())) + 44.0
}

fn widest(lengths: &mut dyn Iterator<Item = usize>) -> f64 {
    lengths.max().unwrap_or(0) as f64 * LETTER
}

fn periods_axis(chart: &TimeChart, style: Style) -> String {
    let soft = quoted(style.soft());
    let labels: Vec<String> = chart.period_labels.iter().map(|label| quoted(label)).collect();
    // Only what has words is measured and placed.
    let said = chart.period_labels.iter().enumerate().filter(|(_, label)| !label.is_empty());
    let said: Vec<String> = said.map(|(at, _)| value(at as f64)).collect();
    let label = r#"{"interval":0,"customValues":[$],"color":$,"fontSize":13,"hideOverlap":true}"#;
    let label = fill(label, &[&said.join(","), &soft]);
    let pointer = fill(
        r#"{"show":true,"snap":true,"type":"line","label":{"show":false},"lineStyle":{"color":$,"width":1,"type":"solid"},"handle":{"show":false}}"#,
        &[&quoted(style.ink())],
    );
    fill(
        r#"{"type":"category","boundaryGap":$,"data":[$],"axisTick":{"show":false},"axisLabel":$,"axisLine":$,"axisPointer":$}"#,
        &[yes(chart.periods.len() == 1), &labels.join(","), &label, &axis_line(style), &pointer],
    )
}

/// The axis of values, and another along it with its words and grid lines: a
/// number would be written ECharts' own way, a name stands as it is. The words
/// are as far apart as their numbers: every axis is of equal steps.
fn scale(axis: &Axis, style: Style) -> String {
    let words: Vec<String> = axis.ticks.iter().map(|tick| quoted(&tick.label)).collect();
    let left_out = if style.height < LOW { "1" } else { "0" };
    let named = fill(
        r#"{"type":"category","position":"left","boundaryGap":false,"data":[$],"axisLine":{"show":false},"axisTick":{"show":false},"axisLabel":{"interval":$,"margin":5,"color":$,"fontSize":13},"splitLine":{"show":true,"interval":$,"lineStyle":{"color":$,"width":1}}}"#,
        &[&words.join(","), left_out, &quoted(style.soft()), left_out, &quoted(style.rule())],
    );
    fill("[$,$]", &[&values_axis(axis), &named])
}

/// A line: solid, then dashed from the last final point through what is
/// preliminary. A part of its own for each, since a line has one dash, and for
/// what lies between gaps.
fn line(series: &Series, style: Style, drawn: &mut Vec<String>) {
    let is_reference = series.tone == Tone::Reference;
    let preliminary = series.points.iter().position(|point| point.status != Status::Final);
    // Dashed from one end to the other, it has no dashes left to tell them by.
    let first = preliminary.filter(|_| !is_reference).unwrap_or(series.points.len());
    let dash = match series.tone {
        Tone::Reference => "dashed",
        Tone::Country | Tone::Dotted(_) => "dotted",
        _ => "solid",
    };
    let colour = quoted(style.colour(series.tone));
    let width = if is_thin(series.tone) { "1" } else { "2" };
    let mut parts = 0;
    let mut draw = |from: usize, to: usize, dash: &str| {
        let mut run: Vec<String> = Vec::new();
        // One step beyond the end closes the last run.
        for at in from..=to {
            if let Some(Ok(height)) = series.points.get(at).filter(|_| at < to).map(|point| point.value) {
                run.push(fill("[$,$]", &[&value(at as f64), &value(height)]));
                continue;
            }
            if run.len() > 1 {
                let id = quoted(&[&series.key.code(), "/", &number::count(parts)].concat());
                let line = r#"{"id":$,"coords":[$],"lineStyle":{"color":$,"width":$,"type":"$"}}"#;
                drawn.push(fill(line, &[&id, &run.join(","), &colour, width, dash]));
                parts += 1;
            }
            run.clear();
        }
    };
    draw(0, first, dash);
    draw(first.saturating_sub(1), series.points.len(), "dashed");
}

/// The points of a line with few, or with a value between gaps, which has no
/// line to lie on.
fn dots(series: &Series, style: Style, drawn: &mut Vec<String>) {
    let few = series.points.len() <= 12 && series.tone != Tone::Reference;
    if !few && !alone(series) {
        return;
    }
    let colour = quoted(style.colour(series.tone));
    for (at, point) in series.points.iter().enumerate() {
        if let Ok(height) = point.value {
            let dot = r#"{"value":[$,$],"symbolSize":5,"itemStyle":{"color":$}}"#;
            drawn.push(fill(dot, &[&value(at as f64), &value(height), &colour]));
        }
    }
}

/// Whether a point stands between two gaps.
fn alone(series: &Series) -> bool {
    let has = |at: usize| series.points.get(at).is_some_and(|point| point.value.is_ok());
    (0..series.points.len()).any(|at| has(at) && !has(at + 1) && (at == 0 || !has(at - 1)))
}

/// A band: a gap where its stack lacks a part, its own or another.
fn band(chart: &TimeChart, series: &Series, style: Style) -> String {
    let colour = quoted(style.colour(series.tone));
    let shown =
        |(at, point): (usize, &Point)| value(point.value.ok().filter(|_| chart.is_whole(at)).unwrap_or(f64::NAN));
    let values: Vec<String> = series.points.iter().enumerate().map(shown).collect();
    let band = fill(
        r#""id":$,"name":$,"stack":"stod","symbol":"none","lineStyle":{"color":$,"width":1},"itemStyle":{"color":$},"areaStyle":{"color":$,"opacity":1},"data":[$]"#,
        &[
            &quoted(&series.key.code()),
            &quoted(&series.name),
            &quoted(style.paper()),
            &colour,
            &colour,
            &values.join(","),
        ],
    );
    fill(SERIES, &[&band])
}

/// The labels at the right end, a line's at its newest value and a band's at
/// its middle, moved apart where they would overlap: points of their own, since
/// ECharts moves no end labels and puts a band's at its edge.
fn end_labels(chart: &TimeChart, labels: &[String], stacked: bool, style: Style, drawn: &mut Vec<String>) {
    let newest = |series: &Series| ends::newest(chart, series, stacked);
    let Some(last) = chart.series.iter().filter_map(newest).max() else { return };
    let mut below = 0.0;
    let mut wanted = Vec::new();
    for series in &chart.series {
        let value = newest(series).and_then(|at| series.points[at].value.ok());
        let value = value.unwrap_or(chart.axis.min);
        wanted.push(if stacked { below + value / 2.0 } else { value });
        below += value;
    }
    let places = apart(&wanted, &chart.axis, style.height);
    for ((series, label), place) in chart.series.iter().zip(labels).zip(places) {
        // A template would be read where a name stands in braces.
        let label: String = label.chars().map(|it| if matches!(it, '{' | '}') { ' ' } else { it }).collect();
        drawn.push(fill(
            END,
            &[
                &value(last as f64),
                &value(place),
                &quoted(style.colour(series.tone)),
                &quoted(style.ink()),
                &quoted(&label),
            ],
        ));
    }
}

/// Places as near as may be to those wanted, a line of text apart.
fn apart(wanted: &[f64], axis: &Axis, height: u32) -> Vec<f64> {
    const LINE: f64 = 16.0;
    let plot = f64::from(height.saturating_sub(AROUND).max(1));
    let gap = (axis.max - axis.min) * LINE / plot;
    let values: Vec<Cell> = wanted.iter().map(|&value| Ok(value)).collect();
    let order = descending_order(&values);
    let mut places = wanted.to_vec();
    let mut lowest = axis.min;
    for &at in order.iter().rev() {
        places[at] = places[at].max(lowest);
        lowest = places[at] + gap;
    }
    let mut highest = axis.max;
    for &at in &order {
        places[at] = places[at].min(highest);
        highest = places[at] - gap;
    }
    places
}
