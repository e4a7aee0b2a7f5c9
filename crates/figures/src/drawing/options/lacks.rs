//! What charming 0.6 cannot say and ECharts can: each of its parts with the fields
//! that it lacks, and the whole of options without its `Chart`, which takes 28.6 KiB
//! of wasm more (brotli) for the kinds of series that no figure has.

use charming::component::{Aria, Axis, Grid};
use charming::element::{
    AxisLabel, AxisPointer, Emphasis, ItemStyle, Label, LineStyle, MarkLine, SplitLine, Symbol, TextStyle,
};
use serde::Serialize;

/// The options of a chart; charming lacks `animation` without a duration, and
/// `outerBoundsMode`, `onZero` and much of the series below.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Options {
    pub(super) animation: bool,
    pub(super) text_style: TextStyle,
    pub(super) aria: Described,
    pub(super) grid: Bounded,
    pub(super) x_axis: Vec<Scale>,
    pub(super) y_axis: Vec<Scale>,
    pub(super) series: Vec<Series>,
}

/// What ECharts tells by itself, and its patterns: charming's label of `aria` cannot
/// be turned off, and its `Decal` always names patterns, none at all if none are given.
#[derive(Serialize)]
pub(super) struct Described {
    #[serde(flatten)]
    pub(super) aria: Aria,
    pub(super) label: Enabled,
    pub(super) decal: Shown,
}

/// Whether something is done.
#[derive(Serialize)]
pub(super) struct Enabled {
    pub(super) enabled: bool,
}

/// A grid without ECharts' own search for room around it: charming lacks
/// `outerBoundsMode`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Bounded {
    #[serde(flatten)]
    grid: Grid,
    outer_bounds_mode: &'static str,
}

impl Bounded {
    /// All that stands around the plot has been given its room: without this,
    /// ECharts would lay the axes out twice to find it.
    pub(super) fn new(grid: Grid) -> Self {
        Self { grid, outer_bounds_mode: "none" }
    }
}

/// An axis: of its parts charming lacks `hideOverlap`, `margin` and `align` of the
/// labels, a colour of the line, `handle` of the pointer, `interval` of the grid.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Scale {
    #[serde(flatten)]
    pub(super) axis: Axis,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) axis_label: Option<Labels>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) axis_line: Option<OnZero>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) axis_pointer: Option<Pointer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) split_line: Option<GridLines>,
}

impl Scale {
    /// An axis of which charming can say all.
    pub(super) const fn of(axis: Axis) -> Self {
        Self { axis, axis_label: None, axis_line: None, axis_pointer: None, split_line: None }
    }
}

/// The words along an axis.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Labels {
    #[serde(flatten)]
    pub(super) label: AxisLabel,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hide_overlap: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) margin: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) align: Option<&'static str>,
}

impl Labels {
    pub(super) const fn of(label: AxisLabel) -> Self {
        Self { label, hide_overlap: None, margin: None, align: None }
    }
}

/// The line of an axis, at zero.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OnZero {
    on_zero: bool,
    line_style: LineStyle,
}

impl OnZero {
    pub(super) fn new(colour: &str) -> Self {
        Self { on_zero: true, line_style: LineStyle::new().color(colour) }
    }
}

/// What follows the pointer along an axis.
#[derive(Serialize)]
pub(super) struct Pointer {
    #[serde(flatten)]
    pub(super) pointer: AxisPointer,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) handle: Option<Shown>,
}

impl Pointer {
    pub(super) fn of(pointer: AxisPointer) -> Self {
        Self { pointer: pointer.show(true).label(Label::new().show(false)), handle: None }
    }
}

/// Whether something is there.
#[derive(Serialize)]
pub(super) struct Shown {
    pub(super) show: bool,
}

/// The lines of a scale across a plot.
#[derive(Serialize)]
pub(super) struct GridLines {
    #[serde(flatten)]
    pub(super) lines: SplitLine,
    pub(super) interval: u32,
}

/// A series of any of our kinds.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Series {
    /// Bars.
    Bars(AtRest<charming::series::Bar, BarItem>),
    /// Lines as paths of their own: each series that ECharts keeps takes its time.
    Paths(AtRest<charming::series::Lines, PathItem>),
    /// Points without a line between them.
    Points(AtRest<charming::series::Line, PointItem>),
    /// A band of a stack; what is not there is a gap.
    Band(AtRest<charming::series::Line, f64>),
    /// Signs, each at its period.
    Signs(AtRest<charming::series::Line, Option<SignItem>>),
    /// What happened.
    Events(AtRest<charming::series::Line, ()>),
}

/// A series that neither moves nor answers to a pointer by itself: charming lacks
/// `animation` of a series, `silent` of [`charming::series::Lines`], `showAllSymbol`,
/// `clip`, `barCategoryGap`, and data with looks and labels of their own.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AtRest<S, D> {
    #[serde(flatten)]
    pub(super) series: S,
    pub(super) animation: bool,
    pub(super) emphasis: Emphasis,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) silent: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) show_all_symbol: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) clip: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) bar_category_gap: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mark_line: Option<Events>,
    pub(super) data: Vec<D>,
}

impl<S, D> AtRest<S, D> {
    pub(super) fn new(series: S, data: Vec<D>) -> Self {
        Self {
            series,
            animation: false,
            emphasis: Emphasis::new().disabled(true),
            silent: None,
            show_all_symbol: None,
            clip: None,
            bar_category_gap: None,
            mark_line: None,
            data,
        }
    }
}

/// A bar with its number.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BarItem {
    pub(super) value: f64,
    pub(super) item_style: ItemStyle,
    pub(super) label: Label,
}

/// A line, or a part of one.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PathItem {
    pub(super) id: String,
    pub(super) coords: Vec<(f64, f64)>,
    pub(super) line_style: LineStyle,
}

/// A point at its place.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PointItem {
    pub(super) value: (f64, f64),
    pub(super) symbol_size: f64,
    pub(super) item_style: Plain,
    #[serde(flatten)]
    pub(super) name: Option<Name>,
}

/// What makes of a point the end of a line: a square in its colour beside the plot,
/// and the name.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Name {
    pub(super) symbol: Symbol,
    pub(super) symbol_offset: (f64, f64),
    pub(super) label: Label,
}

/// A look; charming lacks `decal`, by which a pattern is left out.
#[derive(Serialize)]
pub(super) struct Plain {
    #[serde(flatten)]
    pub(super) style: ItemStyle,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) decal: Option<&'static str>,
}

/// A sign at its height.
#[derive(Serialize)]
pub(super) struct SignItem {
    pub(super) value: f64,
    pub(super) symbol: Symbol,
}

/// Lines at what happened: charming lacks `animation` of a mark line, and lines with
/// looks of their own from one place to another.
#[derive(Serialize)]
pub(super) struct Events {
    #[serde(flatten)]
    pub(super) lines: MarkLine,
    pub(super) animation: bool,
    pub(super) data: Vec<(Foot, Top)>,
}

/// Where a line begins, and what it looks like.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Foot {
    pub(super) coord: (f64, f64),
    pub(super) line_style: LineStyle,
    pub(super) label: Beside,
}

/// Where it ends, so far from the top of the drawing.
#[derive(Serialize)]
pub(super) struct Top {
    pub(super) coord: (f64, f64),
    pub(super) y: u32,
}

/// Words at the end of a line: charming lacks that position.
#[derive(Serialize)]
pub(super) struct Beside {
    #[serde(flatten)]
    pub(super) label: Label,
    pub(super) position: &'static str,
}
