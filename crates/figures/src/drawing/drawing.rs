//! A drawing: marks in layers, with what they need to be written or shown.

use super::mark::{Mark, Place, Size};
use super::pattern::Pattern;
use super::setting::Sizes;

/// All that is drawn of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing<'a> {
    /// How wide it was made to be, and how high it became, in pixels.
    pub size: Size,
    /// How large its letters are.
    pub sizes: Sizes,
    /// What its marks are filled with beside colours.
    pub patterns: Vec<Pattern>,
    /// Its marks, those that lie lowest first.
    pub layers: Vec<Layer<'a>>,
}

/// Marks of one drawing that lie on the same sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer<'a> {
    /// Where their sheet lies, if it is not the drawing itself.
    pub moved: Option<Moved>,
    /// The marks.
    pub marks: Vec<Mark<'a>>,
}

/// A sheet with units of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// A place of the sheet.
    pub from: Place,
    /// And where that lies in the drawing.
    pub to: Place,
    /// Pixels to a unit.
    pub scale: f64,
}

impl<'a> Drawing<'a> {
    /// A drawing of one layer.
    pub(super) fn plain(size: Size, sizes: Sizes, marks: Vec<Mark<'a>>) -> Self {
        Self { size, sizes, patterns: Vec::new(), layers: vec![Layer { moved: None, marks }] }
    }

    /// All marks, those that lie lowest first.
    pub fn marks(&self) -> impl Iterator<Item = &Mark<'a>> {
        self.layers.iter().flat_map(|layer| &layer.marks)
    }
}
