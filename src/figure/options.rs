//! Charts → ECharts options, as pure JSON: the only module that speaks
//! `charming`. Every word in them is already text; nothing is computed by
//! ECharts but places on the screen. Charts are written part by part, since a
//! whole [`charming::Chart`] brings the code of every kind of chart along; what
//! never changes of a part, or charming cannot say, is written as ECharts reads it.

use super::json;
use super::json::{parsed as template, value as json};
use super::palette::Style;
use super::{BarChart, Chart, Series, TimeChart, Tone, signs};
use crate::measure::falling;
use crate::statistics::Cell;
use charming::component::{Axis, Grid};
use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{
    AreaStyle, AxisLabel, AxisTick, AxisType, Color, ItemStyle, Label, LabelPosition, LineStyle, LineStyleType,
    MarkLine, MarkLineData, MarkLineVariant, SplitLine, Symbol,
};
use charming::series::{Bar, Line};
use serde::Serialize;
use serde_json::Value;

/// The text of charts, as the page sets it.
const FONT: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif";
/// Width of a letter of 13 px text, on the generous side.
const LETTER: f64 = 7.0;

/// What of a drawing's height is not plot: the axis under it, room above.
const AROUND: u32 = 46;
/// Below this height every other line of the scale is left out.
const LOW: u32 = 170;

/// The ECharts options of a chart, as JSON text.
pub fn option(chart: &Chart, style: Style) -> String {
    match chart {
        Chart::Lines(chart) => option_over_time(chart, style, false),
        Chart::Stack(chart) => option_over_time(chart, style, true),
        Chart::Bars(chart) => whole(bars(chart, style), style),
        // Drawn by the page itself.
        Chart::Map(_) | Chart::Scatter(_) | Chart::Small(_) => whole(template("{}"), style),
    }
}

/// The ECharts options of lines or of a stack over time, as JSON text.
pub fn option_over_time(chart: &TimeChart, style: Style, stacked: bool) -> String {
    whole(over_time(chart, style, stacked), style)
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

fn whole(mut option: Value, style: Style) -> String {
    option["animation"] = false.into();
    option["textStyle"] = template(r#"{"fontSize":13}"#);
    option["textStyle"]["fontFamily"] = FONT.into();
    option["textStyle"]["color"] = style.soft().into();
    // The page carries headline, caption and table; a second description in
    // ECharts' own words would only repeat them badly.
    option["aria"] = template(r#"{"label":{"enabled":false},"decal":{}}"#);
    option["aria"]["enabled"] = style.patterns.into();
    option["aria"]["decal"]["show"] = style.patterns.into();
    json::text(&option)
}

fn over_time(chart: &TimeChart, style: Style, stacked: bool) -> Value {
    let labels = labels_of(chart, stacked);
    let right = if style.compact { 14.0 } else { room_of(&labels) };
    let left = widest(&mut chart.axis.ticks.iter().map(|tick| tick.label.chars().count())) + 12.0;
    let across = Axis::new()
        .type_(AxisType::Category)
        .boundary_gap(chart.periods.len() == 1)
        .data(chart.period_labels.clone())
        .axis_label(AxisLabel::new().interval(0).color(style.soft()).font_size(13))
        .axis_tick(AxisTick::new().show(false));
    let mut lines = Vec::new();
    // What is context lies under what is not.
    for is_context in [true, false] {
        for series in chart.series.iter().filter(|series| (series.tone == Tone::Context) == is_context) {
            lines.extend(if stacked { vec![band(chart, series, style)] } else { line(series, style) });
        }
    }
    if !style.compact {
        lines.extend(end_labels(chart, &labels, stacked, style));
    }
    let mut across = json(&across);
    across["axisPointer"] = pointer(style);
    across["axisLine"] = axis_line(style);
    across["axisLabel"]["hideOverlap"] = true.into();
    let mut series = vec![series_json(&scale(chart, style))];
    series[0]["markLine"]["z"] = 0.into();
    series[0]["markLine"]["animation"] = false.into();
    for drawn in &lines {
        let mut line = series_json(&drawn.line);
        if let Some((text, colour)) = &drawn.label {
            line["endLabel"] = rich_label(text, colour, style);
        }
        series.push(line);
    }
    series.extend(signs::series(chart, stacked, style));
    let grid = Grid::new().left(left).right(right).top(16).bottom(30);
    together(&grid, across, values_axis(&chart.axis), series)
}

fn together(grid: &Grid, across: Value, upward: Value, series: Vec<Value>) -> Value {
    let mut option = template("{}");
    option["grid"] = json(grid);
    option["xAxis"] = across;
    option["yAxis"] = upward;
    option["series"] = series.into();
    option
}

/// The axis of values: its words are drawn by [`scale`] or by the bars.
fn values_axis(axis: &super::Axis) -> Value {
    json(
        &Axis::new()
            .type_(AxisType::Value)
            .min(axis.min)
            .max(axis.max)
            .axis_label(AxisLabel::new().show(false))
            .split_line(SplitLine::new().show(false)),
    )
}

/// A line to draw, and what stands at its end.
struct Drawn {
    line: Line,
    label: Option<(String, &'static str)>,
}

impl From<Line> for Drawn {
    fn from(line: Line) -> Self {
        Self { line, label: None }
    }
}

/// Grid lines with their words: an axis of ECharts would write numbers its
/// own way, a mark line takes text.
fn scale(chart: &TimeChart, style: Style) -> Line {
    let ticks = chart.axis.ticks.iter().step_by(if style.height < LOW { 2 } else { 1 }).map(|tick| {
        let label = Label::new().position(LabelPosition::Start).formatter(tick.label.as_str()).color(style.soft());
        MarkLineVariant::Simple(MarkLineData::new().y_axis(tick.value).label(label))
    });
    let line = LineStyle::new().color(style.rule()).type_(LineStyleType::Solid).width(1);
    Line::new()
        .id("axel")
        .silent(true)
        .data(Vec::<f64>::new())
        .mark_line(MarkLine::new().symbol(vec![Symbol::None, Symbol::None]).line_style(line).data(ticks.collect()))
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

fn rich_label(text: &str, colour: &str, style: Style) -> Value {
    let mut label = template(r#"{"show":true,"distance":8,"fontSize":13,"rich":{"mark":{"fontSize":13}}}"#);
    label["color"] = style.ink().into();
    label["rich"]["mark"]["color"] = colour.into();
    // Braces would start a style of ECharts' rich text.
    let plain: String = text.chars().map(|letter| if "{}|".contains(letter) { ' ' } else { letter }).collect();
    label["formatter"] = ["{mark|■} ", &plain].concat().into();
    label
}

fn pointer(style: Style) -> Value {
    let mut pointer = template(
        r#"{"show":true,"snap":true,"type":"line","label":{"show":false},"lineStyle":{"width":1,"type":"solid"},"handle":{"show":false}}"#,
    );
    pointer["lineStyle"]["color"] = style.ink().into();
    pointer
}

/// The line of an axis.
fn axis_line(style: Style) -> Value {
    let mut line = template(r#"{"onZero":true,"lineStyle":{}}"#);
    line["lineStyle"]["color"] = style.soft().into();
    line
}

fn values(series: &Series, keep: impl Fn(usize) -> bool) -> Vec<DataPoint> {
    let value = |(at, point): (usize, &super::Point)| match point.value {
        Ok(value) if keep(at) => DataPoint::from(value),
        _ => missing(),
    };
    series.points.iter().enumerate().map(value).collect()
}

/// No value: a gap, never a zero.
fn missing() -> DataPoint {
    DataPoint::from(CompositeValue::from(f64::NAN))
}

/// A line: solid, then dashed from the last final point through what is
/// preliminary. A second series, since a line has one dash.
fn line(series: &Series, style: Style) -> Vec<Drawn> {
    let first = series.points.iter().position(|point| point.preliminary).unwrap_or(series.points.len());
    let colour = style.colour(series.tone);
    let width = if series.tone == Tone::Context { 1 } else { 2 };
    let draw = |id: String, dash: LineStyleType, keep: &dyn Fn(usize) -> bool| {
        let data = values(series, keep);
        // A value between gaps has no line to lie on: it gets a dot.
        let sparse = series.points.len() <= 12 || alone(series);
        let line = Line::new()
            .id(id)
            .name(series.name.as_str())
            .symbol(Symbol::Circle)
            .symbol_size(5)
            .show_symbol(sparse)
            .line_style(LineStyle::new().color(colour).width(width).type_(dash))
            .item_style(ItemStyle::new().color(colour))
            .connect_nulls(false)
            .data(data);
        Drawn::from(line)
    };
    let solid = if series.tone == Tone::Country { LineStyleType::Dotted } else { LineStyleType::Solid };
    let mut lines = Vec::new();
    if first > 0 {
        lines.push(draw(series.key.clone(), solid, &|at| at < first));
    }
    if first < series.points.len() {
        lines.push(draw([&series.key, "-preliminar"].concat(), LineStyleType::Dashed, &|at| at + 1 >= first));
    }
    lines
}

/// Whether a point stands between two gaps.
fn alone(series: &Series) -> bool {
    let has = |at: usize| series.points.get(at).is_some_and(|point| point.value.is_ok());
    (0..series.points.len()).any(|at| has(at) && !has(at + 1) && (at == 0 || !has(at - 1)))
}

/// A band: a gap where its stack lacks a part, its own or another.
fn band(chart: &TimeChart, series: &Series, style: Style) -> Drawn {
    let colour = style.colour(series.tone);
    Drawn::from(
        Line::new()
            .id(series.key.as_str())
            .name(series.name.as_str())
            .stack("stod")
            .symbol(Symbol::None)
            .line_style(LineStyle::new().color(style.paper()).width(1))
            .item_style(ItemStyle::new().color(colour))
            .area_style(AreaStyle::new().color(Color::Value(colour.to_owned())).opacity(1))
            .data(values(series, |at| chart.is_whole(at))),
    )
}

/// The labels at the right end, a line's at its newest value and a band's at
/// its middle, moved apart where they would overlap: invisible lines of one
/// point, since ECharts moves no end labels and puts a band's at its edge.
fn end_labels(chart: &TimeChart, labels: &[String], stacked: bool, style: Style) -> Vec<Drawn> {
    let newest = |series: &Series| newest(chart, series, stacked);
    let Some(last) = chart.series.iter().filter_map(newest).max() else { return Vec::new() };
    let mut below = 0.0;
    let mut wanted = Vec::new();
    for series in &chart.series {
        let value = newest(series).and_then(|at| series.points[at].value.ok());
        let value = value.unwrap_or(chart.axis.min);
        wanted.push(if stacked { below + value / 2.0 } else { value });
        below += value;
    }
    let places = apart(&wanted, &chart.axis, style.height);
    let drawn = chart.series.iter().zip(labels).zip(places).map(|((series, label), place)| {
        let point = |at| if at == last { DataPoint::from(place) } else { missing() };
        let line = Line::new()
            .id([&series.key, "-namn"].concat())
            .silent(true)
            .symbol(Symbol::None)
            .line_style(LineStyle::new().width(0).opacity(0))
            .data((0..chart.periods.len()).map(point).collect::<Vec<_>>());
        Drawn { line, label: Some((label.clone(), style.colour(series.tone))) }
    });
    drawn.collect()
}

/// Places as near as may be to those wanted, a line of text apart.
fn apart(wanted: &[f64], axis: &super::Axis, height: u32) -> Vec<f64> {
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

fn bars(chart: &BarChart, style: Style) -> Value {
    let longest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0) as f64 * LETTER;
    let left = longest(&mut chart.bars.iter().map(|bar| bar.name.chars().count())).min(if style.compact {
        130.0
    } else {
        240.0
    }) + 16.0;
    let right = longest(&mut chart.bars.iter().map(|bar| bar.point.text.chars().count())) + 20.0;
    let below_zero = if chart.axis.min < 0.0 { right } else { 0.0 };
    let mut names = json(
        &Axis::new()
            .type_(AxisType::Category)
            .inverse(true)
            .data(chart.bars.iter().map(|bar| bar.name.clone()).collect::<Vec<_>>())
            .axis_tick(AxisTick::new().show(false))
            .axis_label(AxisLabel::new().interval(0).color(style.ink()).font_size(13)),
    );
    // Names keep clear of bars that grow to the left.
    names["axisLabel"]["margin"] = (8.0 + below_zero).into();
    names["axisLabel"]["align"] = "right".into();
    names["axisLine"] = axis_line(style);
    names["axisPointer"] = template(r#"{"show":true,"type":"shadow","label":{"show":false}}"#);
    let items: Vec<Value> = chart
        .bars
        .iter()
        .map(|bar| {
            let negative = bar.point.value.is_ok_and(|value| value < 0.0);
            let mut item = template(r#"{"itemStyle":{},"label":{"show":true,"fontSize":13}}"#);
            item["value"] = bar.point.value.ok().into();
            item["itemStyle"]["color"] = style.colour(bar.tone).into();
            item["label"]["position"] = if negative { "left" } else { "right" }.into();
            item["label"]["formatter"] = [bar.point.text.as_str(), &signs::letter(&bar.point)].concat().into();
            item["label"]["color"] = style.ink().into();
            item["label"]["fontWeight"] = if bar.tone == Tone::Context { "normal" } else { "bold" }.into();
            item
        })
        .collect();
    let mut series = series_json(&Bar::new().id("staplar"));
    series["data"] = items.into();
    series["barCategoryGap"] = "35%".into();
    let grid = Grid::new().left(left + below_zero).right(right).top(4).bottom(4);
    together(&grid, values_axis(&chart.axis), names, vec![series])
}

/// A series as JSON, at rest and without marks of hovering.
fn series_json(series: &impl Serialize) -> Value {
    let mut value = json(series);
    value["animation"] = false.into();
    value["emphasis"] = template(r#"{"disabled":true}"#);
    value
}
