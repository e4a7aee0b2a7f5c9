//! The words of a dataset's dimensions: labels, units, notes and roles.

use super::dataset::notes;
use super::node::Node;
use crate::json::Json;

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

/// The words of the dimensions of a cube.
pub(super) fn read_all(root: &Node<'_>, cube: Vec<(String, Vec<String>)>) -> Vec<Dimension> {
    let all = root.field("dimension");
    let mut dimensions = Vec::new();
    for (id, codes) in cube {
        let dimension = read(&all.field(&id), &id, codes);
        dimensions.push(dimension);
    }
    if let Some(roles) = root.optional("role") {
        give_roles(&roles, &mut dimensions);
    }
    dimensions
}

fn give_roles(roles: &Node<'_>, dimensions: &mut [Dimension]) {
    roles.object();
    for (key, role) in [("time", Role::Time), ("metric", Role::Metric), ("geo", Role::Geo)] {
        let Some(ids) = roles.member(key) else { continue };
        for id in ids.texts() {
            match dimensions.iter_mut().find(|dimension| dimension.id == id) {
                // The first role that a dimension is given is its own.
                Some(dimension) => _ = dimension.role.get_or_insert(role),
                None => ids.unknown("dimension", &id),
            }
        }
    }
}

fn read(found: &Node<'_>, id: &str, codes: Vec<String>) -> Dimension {
    let category = found.field("category");
    let known = category.optional("label");
    if let Some(known) = &known {
        known.object();
    }
    let units = category.optional("unit").filter(|units| matches!(units.value(), Json::Object(_)));
    let mut dimension = Dimension {
        id: id.to_owned(),
        label: found.optional_text_of("label").unwrap_or_else(|| id.to_owned()),
        role: None,
        labels: Vec::new(),
        units: Vec::new(),
        notes: notes(found),
        codes,
    };
    for code in &dimension.codes {
        let label = known.as_ref().and_then(|known| known.member(code));
        dimension.labels.push(label.map_or(code.as_str(), |label| label.text()).to_owned());
        if let Some(units) = &units {
            dimension.units.push(unit(units, code));
        }
    }
    dimension
}

/// The unit of a category. PxWeb's own words, so nothing is called for.
fn unit(units: &Node<'_>, code: &str) -> CategoryUnit {
    let mut found = CategoryUnit::default();
    if let Some(unit) = units.member(code) {
        if let Some(Json::Text(base)) = unit.member("base").map(|base| base.value()) {
            base.clone_into(&mut found.base);
        }
        found.decimals = unit.member("decimals").and_then(|decimals| decimals.value().whole());
    }
    found
}
