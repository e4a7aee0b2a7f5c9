//! What charming 0.6 cannot say of bars and ECharts can: each of its parts with the
//! fields that it lacks.

use charming::component::{Axis, Grid};
use charming::element::AxisLabel;
use charming::series::Bar;
use serde::Serialize;

/// A grid that leaves out ECharts' own search for room around it: charming lacks
/// `outerBoundsMode`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Bounded {
    #[serde(flatten)]
    grid: Grid,
    outer_bounds_mode: &'static str,
}

impl Bounded {
    pub(super) fn new(grid: Grid) -> Self {
        Self { grid, outer_bounds_mode: "none" }
    }
}

/// The axis of names: charming lacks `onZero` of its line and `label.show` of its
/// pointer without all that a label has.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Named {
    #[serde(flatten)]
    pub(super) axis: Axis,
    pub(super) axis_label: NamesLabel,
    pub(super) axis_line: Line,
    pub(super) axis_pointer: NamesPointer,
}

/// The line of the axis.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Line {
    pub(super) on_zero: bool,
    pub(super) line_style: Colour,
}

/// A colour alone.
#[derive(Serialize)]
pub(super) struct Colour {
    pub(super) color: &'static str,
}

/// Whether something is there.
#[derive(Serialize)]
pub(super) struct Show {
    pub(super) show: bool,
}

/// What a bar does that is pointed at.
#[derive(Serialize)]
struct Emphasis {
    disabled: bool,
}

/// The names: charming lacks `margin` and `align`.
#[derive(Serialize)]
pub(super) struct NamesLabel {
    #[serde(flatten)]
    pub(super) label: AxisLabel,
    pub(super) margin: f64,
    pub(super) align: &'static str,
}

/// The band over the bar that is pointed at.
#[derive(Serialize)]
pub(super) struct NamesPointer {
    pub(super) show: bool,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) label: Show,
}

/// Bars: charming lacks `animation`, `barCategoryGap` and a label of each bar's own.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Bars {
    #[serde(flatten)]
    bar: Bar,
    animation: bool,
    emphasis: Emphasis,
    bar_category_gap: &'static str,
    data: Vec<BarItem>,
}

impl Bars {
    pub(super) fn of(bar: Bar, data: Vec<BarItem>) -> Self {
        Self { bar, animation: false, emphasis: Emphasis { disabled: true }, bar_category_gap: "35%", data }
    }
}

/// One bar; a value that is none is not drawn.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BarItem {
    pub(super) value: f64,
    pub(super) item_style: Colour,
    pub(super) label: BarLabel,
}

/// The number at the end of a bar.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BarLabel {
    pub(super) show: bool,
    pub(super) position: &'static str,
    pub(super) formatter: String,
    pub(super) color: &'static str,
    pub(super) font_size: u32,
    pub(super) font_weight: &'static str,
}
