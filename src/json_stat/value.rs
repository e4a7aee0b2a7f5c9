//! The cells of a dataset: `value` and `status`, dense or sparse.

use super::Problem;
use super::node::Node;
use crate::json::Json;

/// One value a cell; what is `null` or, in a sparse object, left out is missing.
pub(super) fn values(root: &Node<'_>, cells: usize) -> Vec<Option<f64>> {
    let found = root.field("value");
    let mut values = vec![None; cells];
    match found.value() {
        Json::List(list) => {
            check_count(&found, list.len(), cells);
            for (position, (slot, each)) in values.iter_mut().zip(list).enumerate() {
                *slot = number(&found.entry(position, each));
            }
        }
        Json::Object(sparse) => {
            for (key, each) in sparse.members() {
                if let Some(position) = position(&found, key, cells) {
                    values[position] = number(&found.entry(position, each));
                }
            }
        }
        _ => found.expected("an array or an object"),
    }
    values
}

fn number(each: &Node<'_>) -> Option<f64> {
    match each.value() {
        Json::Null => None,
        Json::Number(number) => Some(*number),
        _ => {
            each.expected("a number or null");
            None
        }
    }
}

/// What is said of each cell, from any of the forms that the standard allows.
pub(super) fn status(root: &Node<'_>, cells: usize) -> Vec<Option<String>> {
    let mut status = vec![None; cells];
    let Some(found) = root.optional("status") else { return status };
    match found.value() {
        // One string, or a list of one, is the status of every cell.
        Json::Text(all) => status.fill(Some(all.clone())),
        Json::List(list) if list.len() == 1 => status.fill(text(&found.entry(0, &list[0]))),
        Json::List(list) => {
            check_count(&found, list.len(), cells);
            for (position, (slot, each)) in status.iter_mut().zip(list).enumerate() {
                *slot = text(&found.entry(position, each));
            }
        }
        Json::Object(sparse) => {
            for (key, each) in sparse.members() {
                if let Some(position) = position(&found, key, cells) {
                    status[position] = text(&found.entry(position, each));
                }
            }
        }
        _ => found.expected("a string, an array or an object"),
    }
    status
}

fn text(each: &Node<'_>) -> Option<String> {
    match each.value() {
        Json::Null => None,
        Json::Text(text) => Some(text.clone()),
        _ => {
            each.expected("a string or null");
            None
        }
    }
}

fn check_count(list: &Node<'_>, found: usize, expected: usize) {
    if found != expected {
        list.problem(Problem::WrongCount { expected, found });
    }
}

/// The position of a cell that a sparse object names.
fn position(object: &Node<'_>, key: &str, size: usize) -> Option<usize> {
    let position = key.parse().ok().filter(|&position| position < size);
    if position.is_none() {
        object.problem(Problem::OutOfRange { found: key.to_owned(), size });
    }
    position
}
