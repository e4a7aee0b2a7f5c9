//! Values to places in drawings that the page makes itself, and lines between
//! them. Knows no pixel: a drawing has units of its own.

use crate::app::element::{Element, svg};
use faktabank_figures::text::number;

/// The part that a distance is of a length.
pub(super) fn part(distance: f64, length: f64) -> f64 {
    if length > 0.0 { distance / length } else { 0.5 }
}

/// A part of the room there is.
pub(super) fn per_cent(part: f64) -> String {
    [&number::raw((part * 10_000.0).round() / 100.0), "%"].concat()
}

/// A straight line.
pub(super) fn line(class: &'static str, from: (&str, &str), to: (&str, &str)) -> Element {
    let line = svg("line").attr("class", class).attr("x1", from.0.to_owned()).attr("y1", from.1.to_owned());
    line.attr("x2", to.0.to_owned()).attr("y2", to.1.to_owned())
}
