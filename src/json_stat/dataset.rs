//! Any JSON-stat 2.0 dataset as a checked cube, whatever its dimensions mean.

use super::dimension::{self, Dimension};
use super::value;
use super::{Error, Problem};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

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
    /// What is said of single cells, by position.
    pub status: BTreeMap<usize, String>,
    /// What the publisher adds to the standard; `Null` where nothing.
    pub extension: Value,
}

impl Dataset {
    /// Reads a JSON-stat 2.0 text.
    ///
    /// # Errors
    /// [`Error`] with the place in the JSON of the first thing that is not as
    /// the standard has it.
    pub fn read(text: &str) -> Result<Self, Error> {
        let mut json: Value =
            serde_json::from_str(text).map_err(|error| Problem::NotJson(error.to_string()).at("$"))?;
        let root = json.as_object_mut().ok_or_else(|| Problem::Expected("an object").at("$"))?;
        check_kind(root)?;

        let sizes = sizes(root)?;
        let mut cells = 1_usize;
        for (_, size) in &sizes {
            cells = cells
                .checked_mul(*size)
                .filter(|&n| n <= MOST_CELLS)
                .ok_or_else(|| Problem::TooLarge(MOST_CELLS).at("size"))?;
        }
        let dimensions = dimension::read_all(root, &sizes)?;
        let values = value::values(root, cells)?;
        let status = value::status(root, cells)?;
        let extension = root.remove("extension").unwrap_or(Value::Null);
        Ok(Self {
            label: text_or_empty(root, "label")?,
            source: text_or_empty(root, "source")?,
            updated: text_or_empty(root, "updated")?,
            notes: notes(root, "note")?,
            dimensions,
            values,
            status,
            extension,
        })
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

fn check_kind(root: &Map<String, Value>) -> Result<(), Error> {
    let is_two = |version: &str| version == "2" || version.starts_with("2.");
    let is_dataset = |class: &str| class == "dataset";
    check(root, "version", is_two)?;
    check(root, "class", is_dataset)
}

fn check(root: &Map<String, Value>, key: &'static str, known: fn(&str) -> bool) -> Result<(), Error> {
    let found = root.get(key).ok_or_else(|| Problem::Missing.at(key))?;
    let found = found.as_str().ok_or_else(|| Problem::Expected("a string").at(key))?;
    if known(found) { Ok(()) } else { Err(Problem::Unknown { what: key, found: found.to_owned() }.at(key)) }
}

/// The dimensions' ids and sizes.
fn sizes(root: &Map<String, Value>) -> Result<Vec<(String, usize)>, Error> {
    let list = |key: &str| {
        let found = root.get(key).ok_or_else(|| Problem::Missing.at(key))?;
        found.as_array().ok_or_else(|| Problem::Expected("an array").at(key))
    };
    let (ids, sizes) = (list("id")?, list("size")?);
    if ids.len() != sizes.len() {
        return Err(Problem::WrongCount { expected: ids.len(), found: sizes.len() }.at("size"));
    }
    let mut pairs: Vec<(String, usize)> = Vec::with_capacity(ids.len());
    for (position, (id, size)) in ids.iter().zip(sizes).enumerate() {
        let id = id.as_str().ok_or_else(|| Problem::Expected("a string").at(format!("id[{position}]")))?;
        if pairs.iter().any(|(known, _)| known == id) {
            return Err(Problem::Twice(id.to_owned()).at("id"));
        }
        let size = size
            .as_u64()
            .and_then(|size| usize::try_from(size).ok())
            .ok_or_else(|| Problem::Expected("a whole number").at(format!("size[{position}]")))?;
        pairs.push((id.to_owned(), size));
    }
    Ok(pairs)
}

pub(super) fn text_or_empty(object: &Map<String, Value>, key: &str) -> Result<String, Error> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(String::new()),
        Some(Value::String(text)) => Ok(text.clone()),
        Some(_) => Err(Problem::Expected("a string").at(key)),
    }
}

/// The notes of `object`: a list of strings, or nothing.
pub(super) fn notes(object: &Map<String, Value>, path: &str) -> Result<Vec<String>, Error> {
    let expected = || Problem::Expected("a list of strings").at(path);
    match object.get("note") {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(notes)) => {
            notes.iter().map(|note| note.as_str().map(str::to_owned).ok_or_else(expected)).collect()
        }
        Some(_) => Err(expected()),
    }
}
