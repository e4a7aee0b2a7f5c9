//! A small line without axes, beside the numbers that it leads up to.

use super::places::part;
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
        let height = part(value - low, high - low);
        (number::tenth(across), number::tenth(HEIGHT - MARGIN - height * (HEIGHT - 2.0 * MARGIN)))
    };
    let mut lines = vec![String::new()];
    let mut end = None;
    for (position, value) in values.iter().enumerate() {
        match value {
            Some(value) => {
                let (x, y) = place(position, *value);
                if let Some(line) = lines.last_mut() {
                    line.push_str(&[&x, ",", &y, " "].concat());
                }
                end = Some((x, y));
            }
            None => lines.push(String::new()),
        }
    }
    let (x, y) = end?;
    let lines = lines.into_iter().filter(|line| !line.is_empty()).map(|line| svg("polyline").attr("points", line));
    let end = svg("circle").attr("cx", x).attr("cy", y).attr("r", "2");
    let drawing = svg("svg").class("spark").attr("viewBox", "0 0 120 30").attr("aria-hidden", "true");
    Some(drawing.attr("focusable", "false").children(lines).child(end))
}
