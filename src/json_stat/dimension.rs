//! The dimensions of a dataset: codes in order, labels, units and roles.

use super::Problem;
use super::dataset::notes;
use super::node::{Node, Seen};
use crate::json::{Json, Object};

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

/// The dimensions that `id` and `size` list.
pub(super) fn read_all(root: &Node<'_>, sizes: &[(String, usize)]) -> Vec<Dimension> {
    let all = root.field("dimension");
    for key in all.object().into_iter().flat_map(Object::names) {
        if !sizes.iter().any(|(id, _)| id == key) {
            all.unknown("dimension, not in id", key);
        }
    }
    let mut dimensions = Vec::new();
    for (id, size) in sizes {
        dimensions.push(read(&all.field(id), id, *size));
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

fn read(found: &Node<'_>, id: &str, size: usize) -> Dimension {
    let category = found.field("category");
    let known = category.optional("label");
    let codes = codes(&category, known.as_ref());
    if codes.len() != size {
        category.problem(Problem::WrongCount { expected: size, found: codes.len() });
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

/// The codes of a dimension in order, from its index or its only label.
fn codes(category: &Node<'_>, labels: Option<&Node<'_>>) -> Vec<String> {
    let labels = labels.and_then(Node::object);
    let Some(index) = category.optional("index") else {
        // Without an index, the order of several categories is not known.
        return match labels.and_then(|labels| labels.names().next().filter(|_| labels.len() == 1)) {
            Some(only) => vec![only.to_owned()],
            None => {
                category.missing("index");
                Vec::new()
            }
        };
    };
    match index.value() {
        Json::List(_) => index.distinct_texts(&mut Seen::default()),
        Json::Object(positions) => by_position(&index, positions),
        _ => {
            index.expected("an array or an object");
            Vec::new()
        }
    }
}

/// Codes in order, from an object of positions.
fn by_position(index: &Node<'_>, positions: &Object) -> Vec<String> {
    let size = positions.len();
    let mut codes = vec![String::new(); size];
    let mut seen = Seen::default();
    for code in positions.names() {
        let place = index.field(code);
        let position = place.whole();
        let found = position.to_string();
        seen.once(&found, &place);
        match codes.get_mut(position) {
            Some(slot) => code.clone_into(slot),
            None => place.problem(Problem::OutOfRange { found, size }),
        }
    }
    codes
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
