//! Charts → ECharts options, as pure JSON, by charming's builders and what they lack
//! ([`lacks`]). Every word in them is already text; nothing is computed by ECharts but
//! places on the screen.

mod bars;
mod events;
mod lacks;
mod over_time;
mod signs;

use super::palette::Style;
use crate::figure::{Axis, Chart};
use crate::text::json;
use charming::component::Aria;
use charming::element::{AxisLabel, AxisType, SplitLine, TextStyle};
use lacks::{Described, Enabled, Options, Scale, Shown};
use over_time::Drawn;

/// The text of charts, as the page sets it.
const FONT: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif";
/// Its size, in pixels.
const FONT_SIZE: u32 = 13;

/// The ECharts options of a chart, as JSON text.
pub fn option(chart: &Chart, style: Style) -> String {
    match chart {
        Chart::Lines(chart) => whole(over_time::over_time(chart, style, false), style),
        Chart::Stack(chart) => whole(over_time::over_time(chart, style, true), style),
        Chart::Bars(chart) => whole(bars::bars(chart, style), style),
        // Drawn by the page itself.
        Chart::Map(_) | Chart::Scatter(_) | Chart::Small(_) => "{}".to_owned(),
    }
}

fn whole(drawn: Drawn, style: Style) -> String {
    // The page carries headline, caption and table; a second description in
    // ECharts' own words would only repeat them badly.
    let aria = Aria::new().enabled(style.patterns);
    let aria = Described { aria, label: Enabled { enabled: false }, decal: Shown { show: style.patterns } };
    json::text(&Options {
        animation: false,
        text_style: TextStyle::new().font_size(FONT_SIZE).font_family(FONT).color(style.soft()),
        aria,
        grid: drawn.grid,
        x_axis: vec![drawn.across],
        y_axis: drawn.upward,
        series: drawn.series,
    })
}

/// The axis of values: its words are drawn by the lines of the scale or by the bars.
fn values_axis(axis: &Axis) -> Scale {
    let axis = charming::component::Axis::new()
        .type_(AxisType::Value)
        .min(axis.min)
        .max(axis.max)
        .axis_label(AxisLabel::new().show(false))
        .split_line(SplitLine::new().show(false));
    Scale::of(axis)
}
