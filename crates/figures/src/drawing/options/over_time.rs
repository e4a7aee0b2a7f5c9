//! Lines and stacks over time → ECharts options ([`echarts`](super::echarts)):
//! what the first view draws.

use super::echarts::{
    AxisPointer, Band, Disabled, EndLabel, Grid, Ink, Line, Lines, Nothing, PeriodAxis, PeriodLabel, Point as Dot,
    Points, ScaleAxis, ScaleLabel, Series as Drawn, Show, SplitLine,
};
use super::{AROUND, FONT_SIZE, LETTER, LOW, axis_line, values_axis, whole};
use crate::drawing::palette::Style;
use crate::drawing::signs;
use crate::figure::{Axis, Point, Series, Status, TimeChart, Tone};
use crate::text::number;
use faktabank_tables::measure::falling;
use faktabank_tables::statistics::Cell;
use serde::Serialize;

/// Room above a plot.
const TOP: u32 = 16;
/// Room under it, for the periods.
const BOTTOM: u32 = 30;

/// The ECharts options of lines or of a stack over time, as JSON text.
pub fn option_over_time(chart: &TimeChart, style: Style, stacked: bool) -> String {
    with_room::<Nothing>(chart, style, stacked, 0, None)
}

/// The same with more room over the plot, and a series more.
pub(super) fn with_room<E: Serialize>(
    chart: &TimeChart,
    style: Style,
    stacked: bool,
    room: u32,
    more: Option<E>,
) -> String {
    let style = Style { height: style.height.saturating_sub(room), ..style };
    let labels = labels_of(chart, stacked);
    let right = if style.compact { 14.0 } else { room_of(&labels) };
    let left = widest(&mut chart.axis.ticks.iter().map(|tick| tick.label.chars().count())) + 12.0;
    // All that stands around the plot has been given its room: without this,
    // ECharts would lay the axes out twice to find it.
    let grid = Grid { left, right, top: TOP + room, bottom: BOTTOM, outer_bounds_mode: "none" };
    let (mut series, mut lines, mut points) = (Vec::new(), Vec::new(), Vec::new());
    // What is context lies under what is not.
    for is_context in [true, false] {
        for drawn in chart.series.iter().filter(|series| is_behind(series.tone) == is_context) {
            if stacked {
                series.push(Drawn::Band(band(chart, drawn, style)));
            } else {
                line(drawn, style, &mut lines);
                dots(drawn, style, &mut points);
            }
        }
    }
    if !stacked {
        series.push(Drawn::Lines(Lines {
            kind: "lines",
            id: "linjer",
            coordinate_system: "cartesian2d",
            polyline: true,
            silent: true,
            animation: false,
            line_style: Ink { opacity: Some(1), ..Ink::default() },
            emphasis: Disabled { disabled: true },
            data: lines,
        }));
    }
    if !style.compact {
        end_labels(chart, &labels, stacked, style, &mut points);
    }
    series.push(Drawn::Points(Points { symbol: "circle", ..without_line("punkter".to_owned(), points) }));
    series.extend(signs::series(chart, stacked, style).into_iter().map(Drawn::Points));
    series.extend(more.map(Drawn::Events));
    whole(grid, periods_axis(chart, style), scale(&chart.axis, style), series, style)
}

/// Points without a line between them, as far as they are alike.
pub(in crate::drawing) fn without_line(id: String, data: Vec<Dot>) -> Points {
    Points {
        kind: "line",
        animation: false,
        emphasis: Disabled { disabled: true },
        id,
        silent: true,
        symbol: "none",
        symbol_size: 0,
        show_all_symbol: true,
        line_style: Ink { width: Some(0), opacity: Some(0), ..Ink::default() },
        item_style: None,
        clip: true,
        z: 3,
        data,
    }
}

/// How wide the labels at the end of lines or of a stack are, in CSS pixels.
pub fn labels_width(chart: &TimeChart, stacked: bool) -> u32 {
    room_of(&labels_of(chart, stacked)) as u32
}

fn labels_of(chart: &TimeChart, stacked: bool) -> Vec<String> {
    chart.series.iter().map(|series| end_label(series, newest(chart, series, stacked))).collect()
}

fn room_of(labels: &[String]) -> f64 {
    widest(&mut labels.iter().map(|label| label.chars().count())) + 44.0
}

fn widest(lengths: &mut dyn Iterator<Item = usize>) -> f64 {
    lengths.max().unwrap_or(0) as f64 * LETTER
}

fn periods_axis(chart: &TimeChart, style: Style) -> PeriodAxis<'_> {
    // Only what has words is measured and placed.
    let said = chart.period_labels.iter().enumerate().filter(|(_, label)| !label.is_empty());
    PeriodAxis {
        kind: "category",
        boundary_gap: chart.periods.len() == 1,
        data: &chart.period_labels,
        axis_tick: Show { show: false },
        axis_label: PeriodLabel {
            interval: 0,
            custom_values: said.map(|(at, _)| at).collect(),
            color: style.soft(),
            font_size: FONT_SIZE,
            hide_overlap: true,
        },
        axis_line: axis_line(style),
        axis_pointer: AxisPointer {
            show: true,
            snap: true,
            kind: "line",
            label: Show { show: false },
            line_style: Ink::line(style.ink(), 1, "solid"),
            handle: Show { show: false },
        },
    }
}

/// The axis of values, and another along it with its words and grid lines: a
/// number would be written ECharts' own way, a name stands as it is. The words
/// are as far apart as their numbers: every axis is of equal steps.
fn scale(axis: &Axis, style: Style) -> (super::echarts::ValueAxis, ScaleAxis<'_>) {
    let interval = u32::from(style.height < LOW);
    let named = ScaleAxis {
        kind: "category",
        position: "left",
        boundary_gap: false,
        data: axis.ticks.iter().map(|tick| tick.label.as_str()).collect(),
        axis_line: Show { show: false },
        axis_tick: Show { show: false },
        axis_label: ScaleLabel { interval, margin: 5, color: style.soft(), font_size: FONT_SIZE },
        split_line: SplitLine { show: true, interval, line_style: Ink::line(style.rule(), 1, "solid") },
    };
    (values_axis(axis), named)
}

/// Where the newest value drawn of a series is.
fn newest(chart: &TimeChart, series: &Series, stacked: bool) -> Option<usize> {
    (0..series.points.len())
        .rev()
        .find(|&at| if stacked { chart.is_whole(at) } else { series.points[at].value.is_ok() })
}

/// The newest value with the name of the series: "Sjukpenning 4 714".
fn end_label(series: &Series, newest: Option<usize>) -> String {
    let newest = newest.and_then(|at| series.points.get(at));
    newest.map_or_else(|| series.name.clone(), |point| [&series.name, " ", &point.text].concat())
}

/// A line: solid, then dashed from the last final point through what is
/// preliminary. A part of its own for each, since a line has one dash, and for
/// what lies between gaps.
fn line(series: &Series, style: Style, drawn: &mut Vec<Line>) {
    let is_reference = series.tone == Tone::Reference;
    let preliminary = series.points.iter().position(|point| point.status != Status::Final);
    // Dashed from one end to the other, it has no dashes left to tell them by.
    let first = preliminary.filter(|_| !is_reference).unwrap_or(series.points.len());
    let dash = match series.tone {
        Tone::Reference => "dashed",
        Tone::Country | Tone::Dotted(_) => "dotted",
        _ => "solid",
    };
    let color = style.colour(series.tone);
    let width = if is_behind(series.tone) { 1 } else { 2 };
    let mut parts = 0;
    let mut draw = |from: usize, to: usize, kind: &'static str| {
        let mut run: Vec<[f64; 2]> = Vec::new();
        // One step beyond the end closes the last run.
        for at in from..=to {
            if let Some(Ok(height)) = series.points.get(at).filter(|_| at < to).map(|point| point.value) {
                run.push([at as f64, height]);
                continue;
            }
            if run.len() > 1 {
                let id = [&series.key.code(), "/", &number::count(parts)].concat();
                let line_style = Ink::line(color, width, kind);
                drawn.push(Line { id, coords: std::mem::take(&mut run), line_style });
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
fn dots(series: &Series, style: Style, drawn: &mut Vec<Dot>) {
    let few = series.points.len() <= 12 && series.tone != Tone::Reference;
    if !few && !alone(series) {
        return;
    }
    let item_style = || Some(Ink::of(style.colour(series.tone)));
    for (at, point) in series.points.iter().enumerate() {
        if let Ok(height) = point.value {
            drawn.push(Dot { symbol_size: Some(5), item_style: item_style(), ..dot([at as f64, height]) });
        }
    }
}

/// A point as the others of its series.
pub(in crate::drawing) const fn dot(value: [f64; 2]) -> Dot {
    Dot { value, symbol: None, symbol_size: None, symbol_offset: None, item_style: None, label: None }
}

/// Whether a line lies behind the others.
fn is_behind(tone: Tone) -> bool {
    matches!(tone, Tone::Context | Tone::Reference)
}

/// Whether a point stands between two gaps.
fn alone(series: &Series) -> bool {
    let has = |at: usize| series.points.get(at).is_some_and(|point| point.value.is_ok());
    (0..series.points.len()).any(|at| has(at) && !has(at + 1) && (at == 0 || !has(at - 1)))
}

/// A band: a gap where its stack lacks a part, its own or another.
fn band(chart: &TimeChart, series: &Series, style: Style) -> Band {
    let color = style.colour(series.tone);
    let shown = |(at, point): (usize, &Point)| point.value.ok().filter(|_| chart.is_whole(at)).unwrap_or(f64::NAN);
    Band {
        kind: "line",
        animation: false,
        emphasis: Disabled { disabled: true },
        id: series.key.code(),
        name: series.name.clone(),
        stack: "stod",
        symbol: "none",
        line_style: Ink { width: Some(1), ..Ink::of(style.paper()) },
        item_style: Ink::of(color),
        area_style: Ink { opacity: Some(1), ..Ink::of(color) },
        data: series.points.iter().enumerate().map(shown).collect(),
    }
}

/// The labels at the right end, a line's at its newest value and a band's at
/// its middle, moved apart where they would overlap: points of their own, since
/// ECharts moves no end labels and puts a band's at its edge. Each begins with a
/// square in its colour: text in two colours would take as long to draw as a line.
fn end_labels(chart: &TimeChart, labels: &[String], stacked: bool, style: Style, drawn: &mut Vec<Dot>) {
    let newest = |series: &Series| newest(chart, series, stacked);
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
        let words = label.chars().map(|it| if matches!(it, '{' | '}') { ' ' } else { it }).collect();
        drawn.push(Dot {
            symbol: Some("rect"),
            symbol_size: Some(9),
            symbol_offset: Some([13, 0]),
            item_style: Some(Ink { decal: Some("none"), ..Ink::of(style.colour(series.tone)) }),
            label: Some(EndLabel {
                show: true,
                position: "right",
                distance: 6,
                font_size: FONT_SIZE,
                color: style.ink(),
                formatter: words,
            }),
            ..dot([last as f64, place])
        });
    }
}

/// Places as near as may be to those wanted, a line of text apart.
fn apart(wanted: &[f64], axis: &Axis, height: u32) -> Vec<f64> {
    const LINE: f64 = 16.0;
    let plot = f64::from(height.saturating_sub(AROUND).max(1));
    let gap = (axis.max - axis.min) * LINE / plot;
    let values: Vec<Cell> = wanted.iter().map(|&value| Ok(value)).collect();
    let order = falling(&values);
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
