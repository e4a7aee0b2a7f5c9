//! Any JSON-stat 2.0 dataset as a checked cube with all its words, whatever its
//! dimensions mean.

use super::cube::Cube;
use super::dimension::{self, Dimension};
use super::root::Root;
use super::words::Words;
use super::{Error, parse};
use serde::de::IgnoredAny;
use serde_json::Value;

/// A JSON-stat 2.0 dataset: dimensions and a value (or none) for each
/// combination of their categories, in row-major order, the last dimension
/// varying fastest.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// The title; empty where there is none.
    pub label: String,
    /// Who made it; empty where it does not say.
    pub source: String,
    /// When it last changed, as written; empty where it does not say.
    pub updated: String,
    /// Footnotes of the whole dataset.
    pub notes: Vec<String>,
    /// The dimensions, in the order of the cube.
    pub dimensions: Vec<Dimension>,
    /// One value a cell; `None` where it is missing.
    pub values: Vec<Option<f64>>,
    /// What is said of each cell; `None` where nothing is.
    pub status: Vec<Option<String>>,
    /// What the publisher adds to the standard; `Null` where nothing.
    pub extension: Value,
}

impl Dataset {
    /// Reads a JSON-stat 2.0 text.
    ///
    /// # Errors
    /// [`Error`] with the place in the JSON of the first thing that is not as
    /// the standard has it.
    pub fn read(text: &(impl AsRef<[u8]> + ?Sized)) -> Result<Self, Error> {
        Self::of(text.as_ref(), true)
    }

    /// Reads what a JSON-stat 2.0 text says of its dimensions alone, as PxWeb's
    /// answers about metadata do, whose `value` is empty; [`values`](Self::values)
    /// and [`status`](Self::status) stay empty, and the cube may be of any size.
    ///
    /// # Errors
    /// As [`Dataset::read`].
    pub fn read_metadata(text: &(impl AsRef<[u8]> + ?Sized)) -> Result<Self, Error> {
        Self::of(text.as_ref(), false)
    }

    fn of(text: &[u8], with_cells: bool) -> Result<Self, Error> {
        let mut root: Root<IgnoredAny> = parse(text)?;
        let cube = Cube::of(&mut root, with_cells)?;
        let words: Words = parse(text)?;
        let mut status = vec![None; cube.values.len()];
        for (at, text) in cube.status {
            status[at] = Some(text);
        }
        Ok(Self {
            dimensions: dimension::with_words(cube.dimensions, words.dimension, words.role)?,
            values: cube.values,
            status,
            label: words.label.unwrap_or_default(),
            source: words.source.unwrap_or_default(),
            updated: words.updated.unwrap_or_default(),
            notes: words.note.unwrap_or_default(),
            extension: words.extension,
        })
    }

    /// A dimension by its id.
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }
}
