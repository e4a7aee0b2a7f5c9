//! A small line without axes, beside the numbers that it leads up to.

use crate::app::element::{Element, svg};
use faktabank_figures::text::number;

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 30.0;
/// Room for the stroke and the end point.
const MARGIN: f64 = 4.0;

/// Draws values in order of time; where one is missing the line is broken.
/// `None` if there is nothing to draw.
pub fn sparkline(values: &[Option<f64>]) -> Option<Element> {
    let known = || values.iter().flatten().copied();
    let (low, high) = (known().reduce(f64::min)?, known().reduce(f64::max)?);
    let last = values.len().saturating_sub(1).max(1) as f64;
    let place = |position: usize, value: f64| {
        let across = MARGIN + position as f64 / last * (WIDTH - 2.0 * MARGIN);
        // A flat line lies in the middle.
        let height = if high > low { (value - low) / (high - low) } else { 0.5 };
        (number::tenth(across), number::tenth(HEIGHT - MARGIN - height * (HEIGHT - 2.0 * MARGIN)))
    };
    let (mut line, mut end) = (String::new(), None);
    let mut before = false;
    for (position, value) in values.iter().enumerate() {
        if let Some(value) = value {
            let (x, y) = place(position, *value);
            for part in [if before { "L" } else { "M" }, &x, " ", &y] {
                line.push_str(part);
            }
            end = Some((x, y));
        }
        before = value.is_some();
    }
    let (x, y) = end?;
    let line = svg("path").attr("d", line);
    let end = svg("circle").attr("cx", x).attr("cy", y).attr("r", "2");
    let drawing = svg("svg").class("spark").attr("viewBox", "0 0 120 30").attr("aria-hidden", "true");
    Some(drawing.attr("focusable", "false").children([line, end]))
}
