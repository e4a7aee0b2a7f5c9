//! Values to places in drawings that the page makes itself, and lines between
//! them. Knows no pixel: a drawing has units of its own.

use crate::app::element::{Element, svg};
use crate::figure::Axis;

/// How far along an axis a value lies, from 0 to 1; in the middle of an axis
/// without length.
pub(super) fn along(axis: &Axis, value: f64) -> f64 {
    part(value - axis.min, axis.max - axis.min)
}

/// The part that a distance is of a length.
pub(super) fn part(distance: f64, length: f64) -> f64 {
    if length > 0.0 { distance / length } else { 0.5 }
}

/// A straight line.
pub(super) fn line(class: &'static str, from: (&str, &str), to: (&str, &str)) -> Element {
    let line = svg("line").attr("class", class).attr("x1", from.0.to_owned()).attr("y1", from.1.to_owned());
    line.attr("x2", to.0.to_owned()).attr("y2", to.1.to_owned())
}
