//! Lines and stacks over time → the grid, the axes and the series of ECharts.
//!
//! The plot lies where [`super::super::time`] has it, so that nothing moves where one
//! drawing takes the place of the other.

use super::lacks::{
    AtRest, Bounded, GridLines, Labels, Name, OnZero, PathItem, Plain, PointItem, Pointer, Scale, Series, Shown,
};
use super::{FONT_SIZE, events, signs, values_axis};
use crate::drawing::look::is_thin;
use crate::drawing::palette::Style;
use crate::drawing::path::runs;
use crate::drawing::setting::Sizes;
use crate::drawing::{ends, time};
use crate::figure::{Axis, Series as Values, Status, TimeChart, Tone};
use crate::text::number;
use charming::component::Grid;
use charming::element::{
    AreaStyle, AxisLabel, AxisLine, AxisPointer, AxisPointerType, AxisTick, AxisType, CoordinateSystem, ItemStyle,
    Label, LabelPosition, LineStyle, LineStyleType, SplitLine, Symbol,
};
use charming::series::{Line, Lines};

/// What of a drawing lies around its plot, and what is drawn in it.
pub(super) struct Drawn {
    pub(super) grid: Bounded,
    pub(super) across: Scale,
    pub(super) upward: Vec<Scale>,
    pub(super) series: Vec<Series>,
}

/// A chart over time.
pub(super) fn over_time(chart: &TimeChart, style: Style, stacked: bool) -> Drawn {
    let room = time::margins(chart, stacked, style.compact, Sizes::PAGE);
    let plot = f64::from(style.height) - room.top - room.bottom;
    let grid = Grid::new().left(room.left).right(room.right).top(room.top).bottom(room.bottom);
    let (mut series, mut paths, mut points) = (Vec::new(), Vec::new(), Vec::new());
    // What is context lies under what is not.
    for is_context in [true, false] {
        for drawn in chart.series.iter().filter(|series| is_thin(series.tone) == is_context) {
            if stacked {
                series.push(band(chart, drawn, style));
            } else {
                path(drawn, style, &mut paths);
                dots(drawn, style, &mut points);
            }
        }
    }
    if let Some(total) = &chart.total {
        path(total, style, &mut paths);
    }
    if !paths.is_empty() {
        let lines = Lines::new().id("linjer").coordinate_system(CoordinateSystem::Cartesian2d).polyline(true);
        let lines = AtRest::new(lines.line_style(LineStyle::new().opacity(1)), paths);
        series.push(Series::Paths(AtRest { silent: Some(true), ..lines }));
    }
    if !style.compact {
        names(chart, stacked, plot.max(1.0), style, &mut points);
    }
    let unseen = Line::new().id("punkter").symbol(Symbol::Circle).symbol_size(0).line_style(no_line()).silent(true);
    series.push(Series::Points(AtRest { show_all_symbol: Some(true), ..AtRest::new(unseen, points) }));
    series.extend(signs::series(chart, stacked, style).into_iter().map(Series::Signs));
    series.extend((!chart.events.is_empty()).then(|| Series::Events(events::series(chart, stacked, style))));
    Drawn {
        grid: Bounded::new(grid),
        across: periods_axis(chart, style),
        upward: vec![values_axis(&chart.axis), scale(&chart.axis, plot, style)],
        series,
    }
}

/// Points have no line between them.
pub(super) fn no_line() -> LineStyle {
    LineStyle::new().width(0).opacity(0)
}

fn periods_axis(chart: &TimeChart, style: Style) -> Scale {
    // Only what has words is measured and placed.
    let said = chart.period_labels.iter().enumerate().filter(|(_, label)| !label.is_empty());
    let label = AxisLabel::new().interval(0).color(style.soft()).font_size(FONT_SIZE);
    // charming's setter adds one value at a time.
    let label = said.fold(label, |label, (at, _)| label.custom_values(at as f64));
    let line = LineStyle::new().color(style.ink()).width(1).type_(LineStyleType::Solid);
    let pointer = Pointer::of(AxisPointer::new().snap(true).type_(AxisPointerType::Line).line_style(line));
    let axis = charming::component::Axis::new()
        .type_(AxisType::Category)
        .boundary_gap(chart.periods.len() == 1)
        .data(chart.period_labels.clone())
        .axis_tick(AxisTick::new().show(false));
    Scale {
        axis_label: Some(Labels { hide_overlap: Some(true), ..Labels::of(label) }),
        axis_line: Some(OnZero::new(style.soft())),
        axis_pointer: Some(Pointer { handle: Some(Shown { show: false }), ..pointer }),
        ..Scale::of(axis)
    }
}

/// The words and grid lines of the axis of values, as an axis of names: a number
/// would be written ECharts' own way, a name stands as it is. The words are as far
/// apart as their numbers: every axis is of equal steps.
fn scale(axis: &Axis, plot: f64, style: Style) -> Scale {
    let left_out = u32::from(time::is_low(plot));
    let words: Vec<String> = axis.ticks.iter().map(|tick| tick.label.clone()).collect();
    let label = AxisLabel::new().interval(left_out).color(style.soft()).font_size(FONT_SIZE);
    let lines = SplitLine::new().show(true).line_style(LineStyle::new().color(style.rule()).width(1));
    let axis = charming::component::Axis::new()
        .type_(AxisType::Category)
        .position("left")
        .boundary_gap(false)
        .data(words)
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false));
    Scale {
        axis_label: Some(Labels { margin: Some(5.0), ..Labels::of(label) }),
        split_line: Some(GridLines { lines, interval: left_out }),
        ..Scale::of(axis)
    }
}

/// A line: solid, then dashed from the last final point through what is
/// preliminary. A part of its own for each, since a line has one dash, and for
/// what lies between gaps.
fn path(series: &Values, style: Style, drawn: &mut Vec<PathItem>) {
    let is_reference = series.tone == Tone::Reference;
    let preliminary = series.points.iter().position(|point| point.status != Status::Final);
    // Dashed from one end to the other, it has no dashes left to tell them by.
    let first = preliminary.filter(|_| !is_reference).unwrap_or(series.points.len());
    let dash = match series.tone {
        Tone::Reference => LineStyleType::Dashed,
        Tone::Country | Tone::Dotted(_) => LineStyleType::Dotted,
        _ => LineStyleType::Solid,
    };
    let look = LineStyle::new().color(style.colour(series.tone)).width(if is_thin(series.tone) { 1 } else { 2 });
    let mut parts = 0;
    let mut draw = |from: usize, to: usize, dash: LineStyleType| {
        let values = series.points.iter().enumerate();
        let values = values.map(|(at, point)| point.value.ok().filter(|_| (from..to).contains(&at)));
        for run in runs(values).into_iter().filter(|run| run.len() > 1) {
            let id = [&series.key.code(), "/", &number::count(parts)].concat();
            let coords = run.into_iter().map(|(at, value)| (at as f64, value)).collect();
            drawn.push(PathItem { id, coords, line_style: look.clone().type_(dash) });
            parts += 1;
        }
    };
    draw(0, first, dash);
    draw(first.saturating_sub(1), series.points.len(), LineStyleType::Dashed);
}

/// The points of a line with few, or with a value between gaps, which has no
/// line to lie on.
fn dots(series: &Values, style: Style, drawn: &mut Vec<PointItem>) {
    let few = series.points.len() <= time::FEW && series.tone != Tone::Reference;
    if !few && !alone(series) {
        return;
    }
    let values = series.points.iter().enumerate().filter_map(|(at, point)| Some((at as f64, point.value.ok()?)));
    let look = || Plain { style: ItemStyle::new().color(style.colour(series.tone)), decal: None };
    drawn.extend(values.map(|value| PointItem { value, symbol_size: 5.0, item_style: look(), name: None }));
}

/// Whether a point stands between two gaps.
fn alone(series: &Values) -> bool {
    let has = |at: usize| series.points.get(at).is_some_and(|point| point.value.is_ok());
    (0..series.points.len()).any(|at| has(at) && !has(at + 1) && (at == 0 || !has(at - 1)))
}

/// A band: a gap where its stack lacks a part, its own or another.
fn band(chart: &TimeChart, series: &Values, style: Style) -> Series {
    let colour = style.colour(series.tone);
    let values = series.points.iter().enumerate();
    let values = values.map(|(at, point)| point.value.ok().filter(|_| chart.is_whole(at)).unwrap_or(f64::NAN));
    let line = Line::new()
        .id(series.key.code())
        .name(&series.name)
        .stack("stod")
        .symbol(Symbol::None)
        .line_style(LineStyle::new().color(style.paper()).width(1))
        .item_style(ItemStyle::new().color(colour))
        .area_style(AreaStyle::new().color(colour).opacity(1));
    Series::Band(AtRest::new(line, values.collect()))
}

/// The names at the right end: points of their own, since ECharts moves no end
/// labels and puts a band's at its edge. A square is of their colour; text in two
/// would take as long to draw as a line.
fn names(chart: &TimeChart, stacked: bool, plot: f64, style: Style, drawn: &mut Vec<PointItem>) {
    let newest = |series: &Values| ends::newest(chart, series, stacked);
    let Some(last) = chart.named().filter_map(newest).max() else { return };
    let axis = &chart.axis;
    let high = |value: f64| plot * (1.0 - axis.along(value));
    for (series, place) in chart.named().zip(ends::places(chart, stacked, (0.0, plot), high)) {
        let label = ends::label(series, newest(series));
        // A template would be read where a name stands in braces.
        let label: String = label.chars().map(|it| if matches!(it, '{' | '}') { ' ' } else { it }).collect();
        let value = axis.min + (axis.max - axis.min) * (1.0 - place / plot);
        let square = ItemStyle::new().color(style.colour(series.tone));
        let label = Label::new().show(true).position(LabelPosition::Right).distance(6).formatter(label.as_str());
        drawn.push(PointItem {
            value: (last as f64, value),
            symbol_size: 9.0,
            item_style: Plain { style: square, decal: Some("none") },
            name: Some(Name {
                symbol: Symbol::Rect,
                symbol_offset: (13.0, 0.0),
                label: label.color(style.ink()).font_size(FONT_SIZE),
            }),
        });
    }
}
