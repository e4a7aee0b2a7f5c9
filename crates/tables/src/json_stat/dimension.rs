//! The words of a dataset's dimensions: labels, units, notes and roles.

use super::words::{DimensionWords, Roles};
use super::{Error, Problem};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a dimension is for, where the dataset says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Periods.
    Time,
    /// What is counted.
    Metric,
    /// Areas.
    Geo,
}

/// The unit of one category of contents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CategoryUnit {
    /// The unit in words (PxWeb's `base`); empty where it does not say.
    pub base: String,
    /// Decimals of its values, where it says so.
    pub decimals: Option<usize>,
}

/// One dimension of the cube.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Its id.
    pub id: String,
    /// Its label; the id where it has none.
    pub label: String,
    /// What it is for, where the dataset says so.
    pub role: Option<Role>,
    /// The codes of its categories, in order.
    pub codes: Vec<String>,
    /// The label of each category; the code where it has none.
    pub labels: Vec<String>,
    /// The unit of each category; empty where the dimension has none.
    pub units: Vec<CategoryUnit>,
    /// Its footnotes.
    pub notes: Vec<String>,
}

/// The dimensions of a cube with the words that the dataset has for them.
///
/// # Errors
/// A role of a dimension that the cube does not have.
pub(super) fn with_words(
    cube: Vec<(String, Vec<String>)>,
    mut found: BTreeMap<String, DimensionWords>,
    roles: Option<Roles>,
) -> Result<Vec<Dimension>, Error> {
    let words = |(id, codes): (String, _)| found.remove(&id).map(|found| of(id, codes, found));
    let mut dimensions: Vec<_> = cube.into_iter().filter_map(words).collect();
    if let Some(Roles { time, metric, geo }) = roles {
        give_role("time", Role::Time, time, &mut dimensions)?;
        give_role("metric", Role::Metric, metric, &mut dimensions)?;
        give_role("geo", Role::Geo, geo, &mut dimensions)?;
    }
    Ok(dimensions)
}

fn give_role(key: &str, role: Role, ids: Option<Vec<String>>, dimensions: &mut [Dimension]) -> Result<(), Error> {
    for id in ids.into_iter().flatten() {
        match dimensions.iter_mut().find(|dimension| dimension.id == id) {
            // The first role that a dimension is given is its own.
            Some(dimension) => _ = dimension.role.get_or_insert(role),
            None => return Err(Problem::Unknown { what: "dimension", found: id }.at(["role.", key].concat())),
        }
    }
    Ok(())
}

fn of(id: String, codes: Vec<String>, found: DimensionWords) -> Dimension {
    let labels = found.category.label.unwrap_or_default();
    let units = found.category.unit;
    Dimension {
        label: found.label.unwrap_or_else(|| id.clone()),
        id,
        role: None,
        labels: codes.iter().map(|code| labels.get(code).unwrap_or(code).clone()).collect(),
        units: if units.is_object() { codes.iter().map(|code| unit(&units[code])).collect() } else { Vec::new() },
        notes: found.note.unwrap_or_default(),
        codes,
    }
}

fn unit(found: &Value) -> CategoryUnit {
    let decimals = found["decimals"].as_u64().and_then(|decimals| usize::try_from(decimals).ok());
    CategoryUnit { base: found["base"].as_str().unwrap_or_default().to_owned(), decimals }
}
