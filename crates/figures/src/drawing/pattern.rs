//! Patterns beside the shades of a map: one for each shade, denser the stronger,
//! across for falls, and one for what has no number. They are seen where colours
//! are the reader's own; the last one always.

use super::look::Look;
use crate::text::number;

/// So many shades there are, and so many before those of falls.
const SHADES: usize = 8;
const RISES: usize = 5;
/// The pattern of what has no number.
pub(super) const MISSING: usize = SHADES;
/// What the patterns of a map are called, and those of its swatches.
pub const MAP: &str = "map-pattern-";
/// See [`MAP`].
pub const SWATCH: &str = "map-swatch-";

/// A pattern: strokes on a ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// What it is called.
    pub id: String,
    /// Whether it is that of what has no number.
    pub is_missing: bool,
    /// How wide and high it is before it is there again.
    pub size: usize,
    /// How wide the stroke in it is.
    pub stroke: usize,
    /// How it is turned, in degrees.
    pub turn: usize,
}

/// All patterns, in the order of their shades; as fine as this size.
pub fn all(id: &str, size: usize) -> Vec<Pattern> {
    let pattern = |at: usize, stroke, turn| Pattern { id: name(id, at), is_missing: at == MISSING, size, stroke, turn };
    let shades = (0..SHADES).map(|at| match at.checked_sub(RISES) {
        None => pattern(at, size * at / (RISES - 1), 0),
        Some(fall) => pattern(at, size * (fall + 1) / (RISES - 1), 90),
    });
    shades.chain([pattern(MISSING, size / 3, 45)]).collect()
}

/// The fill with the pattern of a look, if it has one.
pub fn fill(look: Look) -> Option<String> {
    fill_of(look, if matches!(look, Look::Key(_)) { SWATCH } else { MAP })
}

/// The same of patterns that are called so: on a page with several maps each has its own,
/// as fine as itself.
pub fn fill_of(look: Look, id: &str) -> Option<String> {
    match look {
        Look::Shade(shade) | Look::Key(shade) => Some(reference(id, shade.unwrap_or(MISSING))),
        _ => None,
    }
}

/// A fill with a pattern.
pub(super) fn reference(id: &str, at: usize) -> String {
    ["url(#", &name(id, at), ")"].concat()
}

fn name(id: &str, at: usize) -> String {
    [id, &number::count(at)].concat()
}
