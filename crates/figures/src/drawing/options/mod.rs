//! Charts → ECharts options, as pure JSON. Every word in them is already text;
//! nothing is computed by ECharts but places on the screen. Bars are described by
//! `charming`, with what it lacks ([`lacks`]); what is drawn over time, which is the
//! first view's, is written as ECharts reads it ([`over_time`] says why).

mod lacks;
mod over_time;

use super::bars::number;
use super::marked;
use super::palette::Style;
use super::template::{fill, quoted, text, yes};
use crate::figure::{BarChart, Chart, TimeChart, Tone};
use charming::component::{Axis, Grid};
use charming::element::{AxisLabel, AxisTick, AxisType};
use charming::series::Bar;
use lacks::{BarItem, BarLabel, Bars, Bounded, Colour, Line, Named, NamesLabel, NamesPointer, Show};
pub use over_time::{labels_width, option_over_time};

/// The text of charts, as the page sets it.
const FONT: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif";
/// Its size, in pixels.
const FONT_SIZE: u32 = 13;
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
    let right = longest(&mut chart.bars.iter().map(|bar| number(bar).chars().count())) + 20.0;
    let below_zero = if chart.axis.min < 0.0 { right } else { 0.0 };
    let names = Axis::new()
        .type_(AxisType::Category)
        .inverse(true)
        .data(chart.bars.iter().map(|bar| bar.name.clone()).collect::<Vec<_>>())
        .axis_tick(AxisTick::new().show(false));
    let label = AxisLabel::new().interval(0).color(style.ink()).font_size(FONT_SIZE);
    let names = Named {
        axis: names,
        // Names keep clear of bars that grow to the left.
        axis_label: NamesLabel { label, margin: 8.0 + below_zero, align: "right" },
        axis_line: Line { on_zero: true, line_style: Colour { color: style.soft() } },
        axis_pointer: NamesPointer { show: true, kind: "shadow", label: Show { show: false } },
    };
    let items = chart.bars.iter().map(|bar| BarItem {
        // ECharts leaves out the words of what has no value: such a bar has no length, and
        // says that its number is missing.
        value: bar.point.value.unwrap_or(chart.axis.min.max(0.0)),
        item_style: Colour { color: style.colour(bar.tone) },
        label: BarLabel {
            show: true,
            position: if bar.point.value.is_ok_and(|value| value < 0.0) { "left" } else { "right" },
            formatter: number(bar),
            color: style.ink(),
            font_size: FONT_SIZE,
            font_weight: if bar.tone == Tone::Context { "normal" } else { "bold" },
        },
    });
    let bars = Bars::of(Bar::new().id("staplar"), items.collect());
    // As in `over_time`: names and numbers have been given their room.
    let grid = Bounded::new(Grid::new().left(left + below_zero).right(right).top(4).bottom(4));
    whole(&text(&grid), &values_axis(&chart.axis), &text(&names), &[text(&bars)], style)
}
