//! Any JSON-stat 2.0 dataset as a checked cube, whatever its dimensions mean.

use super::dimension::{self, Dimension};
use super::node::{self, FirstProblem, Node, Seen};
use super::value;
use super::{Error, Problem};
use crate::json::Json;

/// More cells than the whole of SCB's table has; a sparse cube could else
/// name more than memory holds in a few bytes.
const MOST_CELLS: usize = 8_000_000;

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

    fn of(mut json: Json, with_cells: bool) -> Result<Self, Error> {
        let first = FirstProblem::default();
        let root = Node::new(&json, "", &first);
        check_kind(&root);
        let sizes = sizes(&root);
        let mut cells = 1_usize;
        for (_, size) in &sizes {
            cells = cells.saturating_mul(*size);
            if with_cells && cells > MOST_CELLS {
                first.note("size".to_owned(), Problem::TooLarge(MOST_CELLS));
                break;
            }
        }
        if first.is_any() {
            // The size is not to be relied on, nor may it fill the memory.
            cells = 0;
        }
        let mut data = Self {
            dimensions: dimension::read_all(&root, &sizes),
            values: if with_cells { value::values(&root, cells) } else { Vec::new() },
            status: if with_cells { value::status(&root, cells) } else { Vec::new() },
            label: root.text_or_empty("label"),
            source: root.text_or_empty("source"),
            updated: root.text_or_empty("updated"),
            notes: notes(&root),
            extension: Json::Null,
        };
        first.end()?;
        if let Json::Object(root) = &mut json {
            data.extension = root.put("extension".to_owned(), Json::Null).unwrap_or_default();
        }
        Ok(data)
    }

    /// A dimension by its id.
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// How far apart in the cube two neighbours along a dimension lie, by
    /// position of the dimension.
    pub fn stride(&self, dimension: usize) -> usize {
        self.dimensions.iter().skip(dimension + 1).map(|each| each.codes.len()).product()
    }
}

fn check_kind(root: &Node<'_>) {
    let version = root.field("version");
    let found = version.text();
    if found != "2" && !found.starts_with("2.") {
        version.unknown("version", found);
    }
    let class = root.field("class");
    let found = class.text();
    if found != "dataset" {
        class.unknown("class", found);
    }
}

/// The dimensions' ids and sizes.
fn sizes(root: &Node<'_>) -> Vec<(String, usize)> {
    let (id_list, size_list) = (root.field("id"), root.field("size"));
    let (ids, sizes) = (id_list.items(), size_list.items());
    if ids.len() != sizes.len() {
        size_list.problem(Problem::WrongCount { expected: ids.len(), found: sizes.len() });
    }
    let mut pairs = Vec::new();
    let mut seen = Seen::default();
    for (id, size) in ids.iter().zip(&sizes) {
        let id = id.text();
        seen.once(id, &id_list);
        pairs.push((id.to_owned(), size.whole()));
    }
    pairs
}

/// The notes of the dataset or of a dimension: a list of strings, or nothing.
pub(super) fn notes(of: &Node<'_>) -> Vec<String> {
    of.optional("note").map_or_else(Vec::new, |notes| notes.texts())
}
