//! Where kommuner lie: their outlines on one flat sheet, ready to be drawn.

use super::AreaCode;
use serde::Deserialize;

/// The outlines of the kommuner, all in the same units of the same sheet:
/// SWEREF 99 TM, counted to the right and downwards from its corner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Boundaries {
    /// One a kommun.
    pub kommuner: Vec<Boundary>,
}

/// The outline of one kommun.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Boundary {
    /// Whose.
    pub code: AreaCode,
    /// What it lies within: left, top, width and height.
    pub frame: [usize; 4],
    /// A place well inside of it, for a name.
    pub inside: [usize; 2],
    /// The outline as SVG writes paths: whole numbers, relative but for the
    /// first point of each ring.
    pub path: String,
}

impl Boundaries {
    /// The outline of a kommun.
    pub fn of(&self, code: AreaCode) -> Option<&Boundary> {
        self.kommuner.iter().find(|boundary| boundary.code == code)
    }

    /// What all of these outlines lie within: left, top, width and height.
    pub fn around<'a>(outlines: impl Iterator<Item = &'a Boundary> + Clone) -> [usize; 4] {
        let least = |at: usize| outlines.clone().map(|it| it.frame[at]).min().unwrap_or(0);
        let (left, top) = (least(0), least(1));
        let end =
            |at: usize| outlines.clone().map(|it| it.frame[at].saturating_add(it.frame[at + 2])).max().unwrap_or(1);
        [left, top, end(0) - left, end(1) - top]
    }
}
