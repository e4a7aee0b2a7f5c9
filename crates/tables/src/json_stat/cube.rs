//! What a JSON-stat 2.0 dataset is without its words: the codes along each
//! dimension, and what is in each cell.

use super::root::{Category, DimensionJson, Entries, Root};
use super::{Error, Problem, cells};
use std::collections::{BTreeMap, BTreeSet};

/// More cells than the whole of SCB's table has; a sparse cube could else
/// name more than memory holds in a few bytes.
const MOST_CELLS: usize = 8_000_000;

/// More dimensions than any table has: each is looked for among the others.
const MOST_DIMENSIONS: usize = 100;

/// The cube of a dataset.
pub(super) struct Cube {
    /// Each dimension's id and its codes, in order.
    pub(super) dimensions: Vec<(String, Vec<String>)>,
    /// One value a cell; `None` where it is missing.
    pub(super) values: Vec<Option<f64>>,
    /// Cells of which something is said, with what.
    pub(super) status: Vec<(usize, String)>,
}

impl Cube {
    /// The cube of a dataset, of which it takes the cells.
    ///
    /// # Errors
    /// The first thing that contradicts another, or the standard.
    pub(super) fn of<E>(root: &mut Root<E>, with_cells: bool) -> Result<Self, Error> {
        is_known("version", root.version == "2" || root.version.starts_with("2."), &root.version)?;
        is_known("class", root.class == "dataset", &root.class)?;
        if root.id.len() != root.size.len() {
            let problem = Problem::WrongCount { expected: root.id.len(), found: root.size.len() };
            return Err(problem.at("size".to_owned()));
        }
        if root.id.len() > MOST_DIMENSIONS {
            return Err(Problem::Form("more dimensions than a table has".to_owned()).at("id".to_owned()));
        }
        distinct(&root.id, "id")?;
        let size = root.size.iter().fold(1_usize, |cells, size| cells.saturating_mul(*size));
        if with_cells && size > MOST_CELLS {
            return Err(Problem::TooLarge(MOST_CELLS).at("size".to_owned()));
        }
        let dimensions = dimensions(&root.id, &root.size, &root.dimension)?;
        let (mut values, mut status) = (Vec::new(), Vec::new());
        if with_cells {
            values = cells::values(root.value.take(), size)?;
            status = cells::status(root.status.take(), size)?;
        }
        Ok(Self { dimensions, values, status })
    }
}

fn is_known(what: &'static str, known: bool, found: &str) -> Result<(), Error> {
    if known {
        return Ok(());
    }
    Err(Problem::Unknown { what, found: found.to_owned() }.at(what.to_owned()))
}

/// Whether each of these is there once.
fn distinct(names: &[String], path: &str) -> Result<(), Error> {
    // Of names of its own, as other files are checked: a set of references would be
    // as much code again.
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for name in names {
        if seen.contains(name) {
            return Err(Problem::Twice(name.clone()).at(path.to_owned()));
        }
        seen.insert(name.clone());
    }
    Ok(())
}

/// The codes of the dimensions that `id` and `size` list.
fn dimensions(
    ids: &[String],
    sizes: &[usize],
    found: &BTreeMap<String, DimensionJson>,
) -> Result<Vec<(String, Vec<String>)>, Error> {
    if let Some(other) = found.keys().find(|key| !ids.contains(key)) {
        let problem = Problem::Unknown { what: "dimension, not in id", found: other.clone() };
        return Err(problem.at("dimension".to_owned()));
    }
    let mut dimensions = Vec::new();
    for (id, size) in ids.iter().zip(sizes) {
        let path = ["dimension.", id].concat();
        let Some(dimension) = found.get(id) else { return Err(Problem::Missing.at(path)) };
        let path = path + ".category";
        let codes = codes(&dimension.category, &path)?;
        if codes.len() != *size {
            return Err(Problem::WrongCount { expected: *size, found: codes.len() }.at(path));
        }
        dimensions.push((id.clone(), codes));
    }
    Ok(dimensions)
}

/// The codes of a dimension in order, from its index or its only label.
fn codes(category: &Category, path: &str) -> Result<Vec<String>, Error> {
    let path = [path, ".index"].concat();
    match &category.index {
        Some(Entries::Array(codes)) => distinct(codes, &path).map(|()| codes.clone()),
        Some(Entries::Object(positions)) => by_position(positions, &path),
        // Without an index, the order of several categories is not known.
        None => match category.label.iter().flatten().collect::<Vec<_>>().as_slice() {
            [(only, _)] => Ok(vec![(*only).clone()]),
            _ => Err(Problem::Missing.at(path)),
        },
    }
}

/// Codes in order, from an object of positions.
fn by_position(positions: &[(String, usize)], path: &str) -> Result<Vec<String>, Error> {
    let size = positions.len();
    let mut codes = vec![None; size];
    for (code, position) in positions {
        let problem = match codes.get_mut(*position) {
            Some(slot @ None) => {
                *slot = Some(code.clone());
                continue;
            }
            Some(_) => Problem::Twice(position.to_string()),
            None => Problem::OutOfRange { found: position.to_string(), size },
        };
        return Err(problem.at([path, ".", code].concat()));
    }
    let codes: Vec<_> = codes.into_iter().flatten().collect();
    distinct(&codes, path).map(|()| codes)
}
