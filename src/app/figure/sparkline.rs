//! A small line without axes, beside the numbers that it leads up to.

use crate::app::element::{Element, svg};
use faktabank_figures::drawing::sparkline::{self, Sparkline};

/// Draws values in order of time; `None` if there is nothing to draw.
pub fn sparkline(values: &[Option<f64>]) -> Option<Element> {
    let Sparkline { path, end: (x, y) } = sparkline::sparkline(values)?;
    let line = svg("path").attr("d", path);
    let end = svg("circle").attr("cx", x).attr("cy", y).attr("r", "2");
    let drawing = svg("svg").class("spark").attr("viewBox", "0 0 120 30").attr("aria-hidden", "true");
    Some(drawing.attr("focusable", "false").children([line, end]))
}
