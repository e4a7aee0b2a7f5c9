//! Any JSON-stat 2.0 dataset as a checked cube with all its words, whatever its
//! dimensions mean.

use super::Error;
use super::cube::Cube;
use super::dimension::{self, Dimension};
use super::node::{self, FirstProblem, Node};
use crate::json::Json;

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
    pub extension: Json,
}

impl Dataset {
    /// Reads a JSON-stat 2.0 text.
    ///
    /// # Errors
    /// [`Error`] with the place in the JSON of the first thing that is not as
    /// the standard has it.
    pub fn read(text: &(impl AsRef<[u8]> + ?Sized)) -> Result<Self, Error> {
        Self::of(node::parse(text.as_ref())?, true)
    }

    /// Reads what a JSON-stat 2.0 text says of its dimensions alone, as PxWeb's
    /// answers about metadata do, whose `value` is empty; [`values`](Self::values)
    /// and [`status`](Self::status) stay empty, and the cube may be of any size.
    ///
    /// # Errors
    /// As [`Dataset::read`].
    pub fn read_metadata(text: &(impl AsRef<[u8]> + ?Sized)) -> Result<Self, Error> {
        Self::of(node::parse(text.as_ref())?, false)
    }

    fn of(json: Json, with_cells: bool) -> Result<Self, Error> {
        let first = FirstProblem::default();
        let root = Node::new(&json, "", &first);
        let cube = Cube::read(&root, with_cells, &first);
        let data = Self {
            dimensions: dimension::read_all(&root, cube.dimensions),
            values: cube.values,
            status: cube.status,
            label: root.text_or_empty("label"),
            source: root.text_or_empty("source"),
            updated: root.text_or_empty("updated"),
            notes: notes(&root),
            extension: root.member("extension").map_or(Json::Null, |extension| extension.value().clone()),
        };
        first.end()?;
        Ok(data)
    }

    /// A dimension by its id.
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }
}

/// The notes of the dataset or of a dimension: a list of strings, or nothing.
pub(super) fn notes(of: &Node<'_>) -> Vec<String> {
    of.optional("note").map_or_else(Vec::new, |notes| notes.texts())
}
