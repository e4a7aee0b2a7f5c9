//! Charts → ECharts options, as pure JSON: the only module that speaks
//! `charming`. Every word in them is already text; nothing is computed by
//! ECharts but places on the screen.

use super::palette::Style;
use super::{BarChart, Chart, Series, TimeChart, Tone};
use charming::component::{Axis, Grid};
use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{
    AreaStyle, AxisLabel, AxisTick, AxisType, Color, ItemStyle, Label, LabelPosition, LineStyle, LineStyleType,
    MarkLine, MarkLineData, MarkLineVariant, SplitLine, Symbol,
};
use charming::series::{Bar, Line, Series as AnySeries};
use serde_json::{Value, json};

/// The text of charts, as the page sets it.
const FONT: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif";
/// Width of a letter of 13 px text, on the generous side.
const LETTER: f64 = 7.0;

/// The ECharts options of a chart.
pub fn option(chart: &Chart, style: Style) -> Value {
    let mut option = match chart {
        Chart::Lines(chart) => over_time(chart, style, false),
        Chart::Stack(chart) => over_time(chart, style, true),
        Chart::Bars(chart) => bars(chart, style),
    };
    option["animation"] = json!(false);
    option["textStyle"] = json!({ "fontFamily": FONT, "fontSize": 13, "color": style.soft() });
    // The page carries headline, caption and table; a second description in
    // ECharts' own words would only repeat them badly.
    option["aria"] =
        json!({ "enabled": style.patterns, "label": { "enabled": false }, "decal": { "show": style.patterns } });
    option
}

fn over_time(chart: &TimeChart, style: Style, stacked: bool) -> Value {
    let labels: Vec<String> = chart.series.iter().map(end_label).collect();
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0) as f64 * LETTER;
    let right = if style.compact { 14.0 } else { widest(&mut labels.iter().map(|it| it.chars().count())) + 30.0 };
    let left = widest(&mut chart.axis.ticks.iter().map(|tick| tick.label.chars().count())) + 12.0;
    let mut described = charming::Chart::new()
        .grid(Grid::new().left(left).right(right).top(16).bottom(30))
        .x_axis(
            Axis::new()
                .type_(AxisType::Category)
                .boundary_gap(chart.periods.len() == 1)
                .data(chart.period_labels.clone())
                .axis_label(AxisLabel::new().interval(0).color(style.soft()).font_size(13))
                .axis_tick(AxisTick::new().show(false)),
        )
        .y_axis(
            Axis::new()
                .type_(AxisType::Value)
                .min(chart.axis.min)
                .max(chart.axis.max)
                .axis_label(AxisLabel::new().show(false))
                .split_line(SplitLine::new().show(false)),
        )
        .series(AnySeries::Line(scale(chart, style)));
    let mut lines = Vec::new();
    for (series, label) in chart.series.iter().zip(&labels) {
        lines.extend(if stacked { vec![band(series, style)] } else { line(series, style) });
        if !style.compact && !stacked {
            lines.last_mut().into_iter().for_each(|last| last.label = Some((label.clone(), style.colour(series.tone))));
        }
    }
    if stacked && !style.compact {
        lines.extend(band_labels(chart, &labels, style));
    }
    for drawn in &lines {
        described = described.series(AnySeries::Line(drawn.line.clone()));
    }
    let mut option = json(&described);
    option["xAxis"]["axisPointer"] = pointer(style);
    option["xAxis"]["axisLine"] = json!({ "lineStyle": { "color": style.soft() } });
    option["xAxis"]["axisLabel"]["hideOverlap"] = json!(true);
    for (at, drawn) in lines.iter().enumerate() {
        let series = &mut option["series"][at + 1];
        series["animation"] = json!(false);
        if let Some((text, colour)) = &drawn.label {
            series["endLabel"] = rich_label(text, colour, style);
            series["labelLayout"] = json!({ "moveOverlap": "shiftY" });
        }
    }
    option["series"][0]["markLine"]["z"] = json!(0);
    option["series"][0]["markLine"]["animation"] = json!(false);
    option
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
    let ticks = chart.axis.ticks.iter().map(|tick| {
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

/// The newest value with the name of the series: "Sjukpenning 4 714".
fn end_label(series: &Series) -> String {
    let newest = series.points.iter().rev().find(|point| point.value.is_ok());
    newest.map_or_else(|| series.name.clone(), |point| format!("{} {}", series.name, point.text))
}

fn rich_label(text: &str, colour: &str, style: Style) -> Value {
    json!({
        "show": true,
        "distance": 8,
        "color": style.ink(),
        "fontSize": 13,
        // Braces would start a style of ECharts' rich text.
        "formatter": format!("{{mark|■}} {}", text.replace(['{', '}', '|'], " ")),
        "rich": { "mark": { "color": colour, "fontSize": 13 } },
    })
}

fn pointer(style: Style) -> Value {
    json!({
        "show": true,
        "snap": true,
        "type": "line",
        "label": { "show": false },
        "lineStyle": { "color": style.ink(), "width": 1, "type": "solid" },
        "handle": { "show": false },
    })
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
        lines.push(draw(format!("{}-preliminar", series.key), LineStyleType::Dashed, &|at| at + 1 >= first));
    }
    lines
}

/// Whether a point stands between two gaps.
fn alone(series: &Series) -> bool {
    let has = |at: usize| series.points.get(at).is_some_and(|point| point.value.is_ok());
    (0..series.points.len()).any(|at| has(at) && !has(at + 1) && (at == 0 || !has(at - 1)))
}

fn band(series: &Series, style: Style) -> Drawn {
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
            .data(values(series, |_| true)),
    )
}

/// The labels of bands, each at the middle of its band's right end: invisible
/// lines of one point, since ECharts labels a stacked line at its upper edge.
fn band_labels(chart: &TimeChart, labels: &[String], style: Style) -> Vec<Drawn> {
    let Some(last) = (0..chart.periods.len())
        .rev()
        .find(|&at| chart.series.iter().all(|series| series.points.get(at).is_some_and(|point| point.value.is_ok())))
    else {
        return Vec::new();
    };
    let mut below = 0.0;
    chart
        .series
        .iter()
        .zip(labels)
        .map(|(series, label)| {
            let height = series.points[last].value.unwrap_or(0.0);
            let middle = below + height / 2.0;
            below += height;
            let data = (0..chart.periods.len())
                .map(|at| if at == last { DataPoint::from(middle) } else { missing() })
                .collect::<Vec<_>>();
            let line = Line::new()
                .id(format!("{}-namn", series.key))
                .silent(true)
                .symbol(Symbol::None)
                .line_style(LineStyle::new().width(0).opacity(0))
                .data(data);
            Drawn { line, label: Some((label.clone(), style.colour(series.tone))) }
        })
        .collect()
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
    let described = charming::Chart::new()
        .grid(Grid::new().left(left + below_zero).right(right).top(4).bottom(4))
        .x_axis(
            Axis::new()
                .type_(AxisType::Value)
                .min(chart.axis.min)
                .max(chart.axis.max)
                .axis_label(AxisLabel::new().show(false))
                .split_line(SplitLine::new().show(false)),
        )
        .y_axis(
            Axis::new()
                .type_(AxisType::Category)
                .inverse(true)
                .data(chart.bars.iter().map(|bar| bar.name.clone()).collect::<Vec<_>>())
                .axis_tick(AxisTick::new().show(false))
                .axis_label(AxisLabel::new().interval(0).color(style.ink()).font_size(13)),
        )
        .series(AnySeries::Bar(Bar::new().id("staplar").data(vec![missing(); chart.bars.len()])));
    let mut option = json(&described);
    // Names keep clear of bars that grow to the left.
    option["yAxis"]["axisLabel"]["margin"] = json!(8.0 + below_zero);
    option["yAxis"]["axisLine"] = json!({ "onZero": true, "lineStyle": { "color": style.soft() } });
    option["yAxis"]["axisPointer"] = json!({ "show": true, "type": "shadow", "label": { "show": false } });
    if chart.axis.min < 0.0 {
        option["yAxis"]["axisLabel"]["align"] = json!("right");
    }
    let items: Vec<Value> = chart
        .bars
        .iter()
        .map(|bar| {
            let negative = bar.point.value.is_ok_and(|value| value < 0.0);
            json!({
                "value": bar.point.value.ok(),
                "itemStyle": { "color": style.colour(bar.tone) },
                "label": {
                    "show": true,
                    "position": if negative { "left" } else { "right" },
                    "formatter": bar.point.text,
                    "color": style.ink(),
                    "fontSize": 13,
                    "fontWeight": if bar.tone == Tone::Context { "normal" } else { "bold" },
                },
            })
        })
        .collect();
    option["series"][0]["data"] = json!(items);
    option["series"][0]["barCategoryGap"] = json!("35%");
    option
}

/// The description as JSON; a description of plain data always serialises.
fn json(chart: &charming::Chart) -> Value {
    let mut value = serde_json::to_value(chart).unwrap_or_default();
    // Only the parts in use are in the bundle; an empty legend would ask for its own.
    if let Some(option) = value.as_object_mut() {
        option.retain(|key, _| ["grid", "xAxis", "yAxis", "series"].contains(&key.as_str()));
    }
    value
}
