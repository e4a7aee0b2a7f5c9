//! Bars → the grid, the axes and the series of ECharts.

use super::lacks::{AtRest, BarItem, Bounded, Labels, OnZero, Pointer, Scale, Series};
use super::over_time::Drawn;
use super::{FONT_SIZE, values_axis};
use crate::drawing::bars::number;
use crate::drawing::palette::Style;
use crate::drawing::setting::{Sizes, widest};
use crate::figure::{BarChart, Tone};
use charming::component::{Axis, Grid};
use charming::element::{AxisLabel, AxisPointer, AxisPointerType, AxisTick, AxisType, ItemStyle, Label, LabelPosition};
use charming::series::Bar;

/// The most that names take of the width, in pixels: with little room, and with much.
const NAMES: (f64, f64) = (130.0, 240.0);

/// A chart of bars.
pub(super) fn bars(chart: &BarChart, style: Style) -> Drawn {
    let most = if style.compact { NAMES.0 } else { NAMES.1 };
    let left = widest(chart.bars.iter().map(|bar| bar.name.as_str()), Sizes::PAGE.large).min(most) + 16.0;
    let numbers: Vec<String> = chart.bars.iter().map(number).collect();
    let right = widest(numbers.iter().map(String::as_str), Sizes::PAGE.large) + 20.0;
    let below_zero = if chart.axis.min < 0.0 { right } else { 0.0 };
    let names = Axis::new()
        .type_(AxisType::Category)
        .inverse(true)
        .data(chart.bars.iter().map(|bar| bar.name.clone()).collect::<Vec<_>>())
        .axis_tick(AxisTick::new().show(false));
    let label = AxisLabel::new().interval(0).color(style.ink()).font_size(FONT_SIZE);
    let names = Scale {
        // Names keep clear of bars that grow to the left.
        axis_label: Some(Labels { margin: Some(8.0 + below_zero), align: Some("right"), ..Labels::of(label) }),
        axis_line: Some(OnZero::new(style.soft())),
        axis_pointer: Some(Pointer::of(AxisPointer::new().type_(AxisPointerType::Shadow))),
        ..Scale::of(names)
    };
    let items = chart.bars.iter().zip(&numbers).map(|(bar, number)| {
        let is_back = bar.point.value.is_ok_and(|value| value < 0.0);
        let label = Label::new()
            .show(true)
            .position(if is_back { LabelPosition::Left } else { LabelPosition::Right })
            .formatter(number.as_str())
            .color(style.ink())
            .font_size(FONT_SIZE)
            .font_weight(if bar.tone == Tone::Context { "normal" } else { "bold" });
        BarItem {
            // ECharts leaves out the words of what has no value: such a bar has no length, and
            // says that its number is missing.
            value: bar.point.value.unwrap_or(chart.axis.min.max(0.0)),
            item_style: ItemStyle::new().color(style.colour(bar.tone)),
            label,
        }
    });
    let bars = AtRest::new(Bar::new().id("staplar"), items.collect());
    Drawn {
        grid: Bounded::new(Grid::new().left(left + below_zero).right(right).top(4).bottom(4)),
        across: values_axis(&chart.axis),
        upward: vec![names],
        series: vec![Series::Bars(AtRest { bar_category_gap: Some("35%"), ..bars })],
    }
}
