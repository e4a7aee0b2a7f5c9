//! Charts → ECharts options, as pure JSON. Every word in them is already text;
//! nothing is computed by ECharts but places on the screen. Bars are described
//! by `charming`, part by part, since a whole [`charming::Chart`] brings the code
//! of every kind of chart along; what is drawn over time is written as ECharts
//! reads it ([`over_time`]).

mod over_time;

use super::marked;
use super::palette::Style;
use super::template::{fill, quoted, text, yes};
use crate::figure::{BarChart, Chart, TimeChart, Tone, letter};
use charming::component::{Axis, Grid};
use charming::element::{AxisLabel, AxisTick, AxisType};
use charming::series::Bar;
pub use over_time::{labels_width, option_over_time};
use serde::Serialize;
use serde_json::{Value, json};

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
        Chart::Lines(chart) => with_events(chart, style, false),
        Chart::Stack(chart) => with_events(chart, style, true),
        Chart::Bars(chart) => bars(chart, style),
        // Drawn by the page itself.
        Chart::Map(_) | Chart::Scatter(_) | Chart::Small(_) => "{}".to_owned(),
    }
}

/// The same as [`option_over_time`], with what happened.
fn with_events(chart: &TimeChart, style: Style, stacked: bool) -> String {
    if chart.events.is_empty() {
        return option_over_time(chart, style, stacked);
    }
    over_time::with_room(chart, style, stacked, marked::room(chart, style), Some(marked::series(chart, stacked, style)))
}

/// The options of a chart with these axes and series.
fn whole(grid: &str, across: &str, upward: &str, series: &[String], style: Style) -> String {
    // The page carries headline, caption and table; a second description in
    // ECharts' own words would only repeat them badly.
    fill(
        r#"{"animation":false,"textStyle":{"fontSize":13,"fontFamily":$,"color":$},"aria":{"enabled":$,"label":{"enabled":false},"decal":{"show":$}},"grid":$,"xAxis":$,"yAxis":$,"series":[$]}"#,
        &[
            &quoted(FONT),
            &quoted(style.soft()),
            yes(style.patterns),
            yes(style.patterns),
            grid,
            across,
            upward,
            &series.join(","),
        ],
    )
}

/// The axis of values: its words are drawn by the lines of the scale or by the bars.
fn values_axis(axis: &crate::figure::Axis) -> String {
    fill(
        r#"{"type":"value","min":$,"max":$,"axisLabel":{"show":false},"splitLine":{"show":false}}"#,
        &[&super::template::value(axis.min), &super::template::value(axis.max)],
    )
}

/// The line of an axis.
fn axis_line(style: Style) -> String {
    fill(r#"{"onZero":true,"lineStyle":{"color":$}}"#, &[&quoted(style.soft())])
}

fn bars(chart: &BarChart, style: Style) -> String {
    let longest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0) as f64 * LETTER;
    let left = longest(&mut chart.bars.iter().map(|bar| bar.name.chars().count())).min(if style.compact {
        130.0
    } else {
        240.0
    }) + 16.0;
    let right = longest(&mut chart.bars.iter().map(|bar| bar.point.text.chars().count())) + 20.0;
    let below_zero = if chart.axis.min < 0.0 { right } else { 0.0 };
    let mut names = value(
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
    names["axisLine"] = json!({"onZero": true, "lineStyle": {"color": style.soft()}});
    names["axisPointer"] = json!({"show": true, "type": "shadow", "label": {"show": false}});
    let items: Vec<Value> = chart
        .bars
        .iter()
        .map(|bar| {
            let negative = bar.point.value.is_ok_and(|value| value < 0.0);
            let words = [bar.point.text.as_str(), &letter(&bar.point)].concat();
            json!({
                "value": bar.point.value.ok(),
                "itemStyle": {"color": style.colour(bar.tone)},
                "label": {
                    "show": true,
                    "position": if negative { "left" } else { "right" },
                    "formatter": words,
                    "color": style.ink(),
                    "fontSize": 13,
                    "fontWeight": if bar.tone == Tone::Context { "normal" } else { "bold" },
                },
            })
        })
        .collect();
    let mut series = value(&Bar::new().id("staplar"));
    series["animation"] = false.into();
    series["emphasis"] = json!({"disabled": true});
    series["data"] = items.into();
    series["barCategoryGap"] = "35%".into();
    let mut grid = value(&Grid::new().left(left + below_zero).right(right).top(4).bottom(4));
    // As in `over_time`: names and numbers have been given their room.
    grid["outerBoundsMode"] = "none".into();
    whole(&text(&grid), &values_axis(&chart.axis), &text(&names), &[text(&series)], style)
}

/// A part of a chart, to be added to.
fn value(part: &impl Serialize) -> Value {
    // Plain data, so that it cannot fail.
    serde_json::to_value(part).unwrap_or_default()
}
