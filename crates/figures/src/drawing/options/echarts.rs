//! The options of ECharts, as far as charts over time have them: types that serde
//! writes, named as ECharts names them.
//!
//! They are the first view's, and stand for charming's: its `Axis`, `Line` and
//! `Grid` would make the first wasm 9.6 KiB larger (brotli), its `Chart` 28.6 KiB,
//! and it knows neither the data of `lines`, nor points with symbols of their
//! own, nor `customValues` beside `hideOverlap`, nor `outerBoundsMode`.

use serde::Serialize;

/// A chart with its axes and series.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct Options<G, X, Y, S> {
    pub(in crate::drawing) animation: bool,
    pub(in crate::drawing) text_style: TextStyle,
    pub(in crate::drawing) aria: Aria,
    pub(in crate::drawing) grid: G,
    pub(in crate::drawing) x_axis: X,
    pub(in crate::drawing) y_axis: Y,
    pub(in crate::drawing) series: S,
}

/// How text is set.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct TextStyle {
    pub(in crate::drawing) font_size: u32,
    pub(in crate::drawing) font_family: &'static str,
    pub(in crate::drawing) color: &'static str,
}

/// What ECharts would tell a screen reader, and patterns.
#[derive(Serialize)]
pub(in crate::drawing) struct Aria {
    pub(in crate::drawing) enabled: bool,
    pub(in crate::drawing) label: Enabled,
    pub(in crate::drawing) decal: Show,
}

/// Whether something is there.
#[derive(Serialize)]
pub(in crate::drawing) struct Show {
    pub(in crate::drawing) show: bool,
}

/// Whether something is done.
#[derive(Serialize)]
pub(in crate::drawing) struct Enabled {
    pub(in crate::drawing) enabled: bool,
}

/// Whether something is not done.
#[derive(Serialize)]
pub(in crate::drawing) struct Disabled {
    pub(in crate::drawing) disabled: bool,
}

/// How a line, an area or a symbol is drawn.
#[derive(Default, Serialize)]
pub(in crate::drawing) struct Ink {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::drawing) color: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::drawing) width: Option<u32>,
    /// Solid, dashed or dotted.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(in crate::drawing) kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::drawing) opacity: Option<u32>,
    /// The pattern, whatever the chart has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::drawing) decal: Option<&'static str>,
}

impl Ink {
    /// A colour alone.
    pub(in crate::drawing) fn of(color: &'static str) -> Self {
        Self { color: Some(color), ..Self::default() }
    }

    /// A line of so many pixels.
    pub(in crate::drawing) fn line(color: &'static str, width: u32, kind: &'static str) -> Self {
        Self { width: Some(width), kind: Some(kind), ..Self::of(color) }
    }
}

/// Where the plot lies: how far from each edge, in pixels.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct Grid {
    pub(in crate::drawing) left: f64,
    pub(in crate::drawing) right: f64,
    pub(in crate::drawing) top: u32,
    pub(in crate::drawing) bottom: u32,
    pub(in crate::drawing) outer_bounds_mode: &'static str,
}

/// The axis of values, without words.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct ValueAxis {
    #[serde(rename = "type")]
    pub(in crate::drawing) kind: &'static str,
    pub(in crate::drawing) min: f64,
    pub(in crate::drawing) max: f64,
    pub(in crate::drawing) axis_label: Show,
    pub(in crate::drawing) split_line: Show,
}

/// The axis of periods.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct PeriodAxis<'a> {
    #[serde(rename = "type")]
    pub(in crate::drawing) kind: &'static str,
    pub(in crate::drawing) boundary_gap: bool,
    pub(in crate::drawing) data: &'a [String],
    pub(in crate::drawing) axis_tick: Show,
    pub(in crate::drawing) axis_label: PeriodLabel,
    pub(in crate::drawing) axis_line: AxisLine,
    pub(in crate::drawing) axis_pointer: AxisPointer,
}

/// Which periods have words.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct PeriodLabel {
    pub(in crate::drawing) interval: u32,
    pub(in crate::drawing) custom_values: Vec<usize>,
    pub(in crate::drawing) color: &'static str,
    pub(in crate::drawing) font_size: u32,
    pub(in crate::drawing) hide_overlap: bool,
}

/// The line of an axis.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct AxisLine {
    pub(in crate::drawing) on_zero: bool,
    pub(in crate::drawing) line_style: Ink,
}

/// The line at the period that is pointed at.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct AxisPointer {
    pub(in crate::drawing) show: bool,
    pub(in crate::drawing) snap: bool,
    #[serde(rename = "type")]
    pub(in crate::drawing) kind: &'static str,
    pub(in crate::drawing) label: Show,
    pub(in crate::drawing) line_style: Ink,
    pub(in crate::drawing) handle: Show,
}

/// The words of the scale, and its lines across the plot.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct ScaleAxis<'a> {
    #[serde(rename = "type")]
    pub(in crate::drawing) kind: &'static str,
    pub(in crate::drawing) position: &'static str,
    pub(in crate::drawing) boundary_gap: bool,
    pub(in crate::drawing) data: Vec<&'a str>,
    pub(in crate::drawing) axis_line: Show,
    pub(in crate::drawing) axis_tick: Show,
    pub(in crate::drawing) axis_label: ScaleLabel,
    pub(in crate::drawing) split_line: SplitLine,
}

/// The words of the scale.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct ScaleLabel {
    pub(in crate::drawing) interval: u32,
    pub(in crate::drawing) margin: u32,
    pub(in crate::drawing) color: &'static str,
    pub(in crate::drawing) font_size: u32,
}

/// The lines of the scale.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct SplitLine {
    pub(in crate::drawing) show: bool,
    pub(in crate::drawing) interval: u32,
    pub(in crate::drawing) line_style: Ink,
}

/// Nothing beside lines, bands and points: the first view has no events.
#[derive(Serialize)]
pub(in crate::drawing) enum Nothing {}

/// What is drawn over time; none of it moves by ECharts or answers to a pointer.
#[derive(Serialize)]
#[serde(untagged)]
pub(in crate::drawing) enum Series<E> {
    /// All lines, as one series: each that ECharts keeps takes its time.
    Lines(Lines),
    /// A band of a stack.
    Band(Band),
    /// Points without a line between them.
    Points(Points),
    /// What happened.
    Events(E),
}

/// Lines between points of the plot.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct Lines {
    #[serde(rename = "type")]
    pub(in crate::drawing) kind: &'static str,
    pub(in crate::drawing) id: &'static str,
    pub(in crate::drawing) coordinate_system: &'static str,
    pub(in crate::drawing) polyline: bool,
    pub(in crate::drawing) silent: bool,
    pub(in crate::drawing) animation: bool,
    pub(in crate::drawing) line_style: Ink,
    pub(in crate::drawing) emphasis: Disabled,
    pub(in crate::drawing) data: Vec<Line>,
}

/// One line: its points as positions on the two axes.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct Line {
    pub(in crate::drawing) id: String,
    pub(in crate::drawing) coords: Vec<[f64; 2]>,
    pub(in crate::drawing) line_style: Ink,
}

/// A band of a stack; a value that is none is a gap.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct Band {
    #[serde(rename = "type")]
    pub(in crate::drawing) kind: &'static str,
    pub(in crate::drawing) animation: bool,
    pub(in crate::drawing) emphasis: Disabled,
    pub(in crate::drawing) id: String,
    pub(in crate::drawing) name: String,
    pub(in crate::drawing) stack: &'static str,
    pub(in crate::drawing) symbol: &'static str,
    pub(in crate::drawing) line_style: Ink,
    pub(in crate::drawing) item_style: Ink,
    pub(in crate::drawing) area_style: Ink,
    pub(in crate::drawing) data: Vec<f64>,
}

/// Points without a line between them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct Points {
    #[serde(rename = "type")]
    pub(in crate::drawing) kind: &'static str,
    pub(in crate::drawing) animation: bool,
    pub(in crate::drawing) emphasis: Disabled,
    pub(in crate::drawing) id: String,
    pub(in crate::drawing) silent: bool,
    pub(in crate::drawing) symbol: &'static str,
    pub(in crate::drawing) symbol_size: u32,
    pub(in crate::drawing) show_all_symbol: bool,
    pub(in crate::drawing) line_style: Ink,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::drawing) item_style: Option<Ink>,
    pub(in crate::drawing) clip: bool,
    pub(in crate::drawing) z: u32,
    pub(in crate::drawing) data: Vec<Point>,
}

/// A point with what sets it apart from the others of its series.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct Point {
    pub(in crate::drawing) value: [f64; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::drawing) symbol: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::drawing) symbol_size: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::drawing) symbol_offset: Option<[i32; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::drawing) item_style: Option<Ink>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::drawing) label: Option<EndLabel>,
}

/// The words at the end of a line or a band.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::drawing) struct EndLabel {
    pub(in crate::drawing) show: bool,
    pub(in crate::drawing) position: &'static str,
    pub(in crate::drawing) distance: u32,
    pub(in crate::drawing) font_size: u32,
    pub(in crate::drawing) color: &'static str,
    pub(in crate::drawing) formatter: String,
}
