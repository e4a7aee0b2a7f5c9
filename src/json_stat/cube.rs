//! What a JSON-stat 2.0 dataset is without its words: the codes along each
//! dimension, and what is in each cell. A page needs no more.

use super::Problem;
use super::node::{FirstProblem, Node, Seen};
use super::value;
use crate::json::{Json, Object};

/// More cells than the whole of SCB's table has; a sparse cube could else
/// name more than memory holds in a few bytes.
const MOST_CELLS: usize = 8_000_000;

/// The cube of a dataset.
pub(super) struct Cube {
    /// Each dimension's id and its codes, in order.
    pub(super) dimensions: Vec<(String, Vec<String>)>,
    /// One value a cell; `None` where it is missing.
    pub(super) values: Vec<Option<f64>>,
    /// What is said of each cell; `None` where nothing is.
    pub(super) status: Vec<Option<String>>,
}

impl Cube {
    /// Reads a cube from the root of a dataset; what is wrong with it is noted.
    pub(super) fn read(root: &Node<'_>, with_cells: bool, first: &FirstProblem) -> Self {
        check_kind(root);
        let sizes = sizes(root);
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
        let dimensions = dimensions(root, sizes);
        let (values, status) =
            if with_cells { (value::values(root, cells), value::status(root, cells)) } else { Default::default() };
        Self { dimensions, values, status }
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

/// The codes of the dimensions that `id` and `size` list.
fn dimensions(root: &Node<'_>, sizes: Vec<(String, usize)>) -> Vec<(String, Vec<String>)> {
    let all = root.field("dimension");
    for key in all.object().into_iter().flat_map(Object::names) {
        if !sizes.iter().any(|(id, _)| id == key) {
            all.unknown("dimension, not in id", key);
        }
    }
    let mut dimensions = Vec::new();
    for (id, size) in sizes {
        let found = all.field(&id);
        let category = found.field("category");
        let codes = codes(&category);
        if codes.len() != size {
            category.problem(Problem::WrongCount { expected: size, found: codes.len() });
        }
        dimensions.push((id, codes));
    }
    dimensions
}

/// The codes of a dimension in order, from its index or its only label.
fn codes(category: &Node<'_>) -> Vec<String> {
    let Some(index) = category.optional("index") else {
        // Without an index, the order of several categories is not known.
        let labels = category.optional("label");
        let labels = labels.as_ref().and_then(Node::object).filter(|labels| labels.len() == 1);
        return match labels.and_then(|labels| labels.names().next()) {
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
