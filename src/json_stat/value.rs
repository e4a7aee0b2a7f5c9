//! The cells of a dataset: `value` and `status`, dense or sparse.

use super::Problem;
use super::node::Node;
use serde_json::Value;

/// One value a cell; what is `null` or, in a sparse object, left out is missing.
pub(super) fn values(root: &Node<'_>, cells: usize) -> Vec<Option<f64>> {
    let found = root.field("value");
    let mut values = vec![None; cells];
    match found.value() {
        Value::Array(list) => {
            check_count(&found, list.len(), cells);
            for (position, (slot, each)) in values.iter_mut().zip(list).enumerate() {
                *slot = number(&found.entry(position, each));
            }
        }
        Value::Object(sparse) => {
            for (key, each) in sparse {
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
    let number = each.value().as_f64().filter(|number| number.is_finite());
    if number.is_none() && !each.value().is_null() {
        each.expected("a number or null");
    }
    number
}

/// What is said of each cell, from any of the forms that the standard allows.
pub(super) fn status(root: &Node<'_>, cells: usize) -> Vec<Option<String>> {
    let mut status = vec![None; cells];
    let Some(found) = root.optional("status") else { return status };
    match found.value() {
        // One string, or a list of one, is the status of every cell.
        Value::String(all) => status.fill(Some(all.clone())),
        Value::Array(list) if list.len() == 1 => status.fill(text(&found.entry(0, &list[0]))),
        Value::Array(list) => {
            check_count(&found, list.len(), cells);
            for (position, (slot, each)) in status.iter_mut().zip(list).enumerate() {
                *slot = text(&found.entry(position, each));
            }
        }
        Value::Object(sparse) => {
            for (key, each) in sparse {
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
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
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
