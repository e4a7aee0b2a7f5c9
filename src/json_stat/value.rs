//! The cells of a dataset: `value` and `status`, dense or sparse.

use super::{Error, Problem};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// One value a cell; what is `null` or, in a sparse object, left out is missing.
pub(super) fn values(root: &Map<String, Value>, cells: usize) -> Result<Vec<Option<f64>>, Error> {
    match root.get("value").ok_or_else(|| Problem::Missing.at("value"))? {
        Value::Array(list) => {
            if list.len() != cells {
                return Err(Problem::WrongCount { expected: cells, found: list.len() }.at("value"));
            }
            list.iter().enumerate().map(|(position, value)| number(value, &position)).collect()
        }
        Value::Object(sparse) => {
            let mut values = vec![None; cells];
            for (key, value) in sparse {
                values[position(key, cells, "value")?] = number(value, &key)?;
            }
            Ok(values)
        }
        _ => Err(Problem::Expected("an array or an object").at("value")),
    }
}

fn number(value: &Value, position: &dyn std::fmt::Display) -> Result<Option<f64>, Error> {
    if value.is_null() {
        return Ok(None);
    }
    let number = value.as_f64().filter(|number| number.is_finite());
    number.map(Some).ok_or_else(|| Problem::Expected("a number or null").at(format!("value[{position}]")))
}

/// The status of single cells, from any of the forms that the standard allows.
pub(super) fn status(root: &Map<String, Value>, cells: usize) -> Result<BTreeMap<usize, String>, Error> {
    let expected =
        |position: &dyn std::fmt::Display| Problem::Expected("a string or null").at(format!("status[{position}]"));
    let mut status = BTreeMap::new();
    match root.get("status") {
        None | Some(Value::Null) => {}
        // One string, or a list of one, is the status of every cell.
        Some(Value::String(all)) => status.extend((0..cells).map(|position| (position, all.clone()))),
        Some(Value::Array(list)) if list.len() == 1 && cells != 1 => {
            let all = list[0].as_str().ok_or_else(|| expected(&0))?;
            status.extend((0..cells).map(|position| (position, all.to_owned())));
        }
        Some(Value::Array(list)) => {
            if list.len() != cells {
                return Err(Problem::WrongCount { expected: cells, found: list.len() }.at("status"));
            }
            for (position, each) in list.iter().enumerate().filter(|(_, each)| !each.is_null()) {
                status.insert(position, each.as_str().ok_or_else(|| expected(&position))?.to_owned());
            }
        }
        Some(Value::Object(sparse)) => {
            for (key, each) in sparse.iter().filter(|(_, each)| !each.is_null()) {
                let each = each.as_str().ok_or_else(|| expected(key))?;
                status.insert(position(key, cells, "status")?, each.to_owned());
            }
        }
        Some(_) => return Err(Problem::Expected("a string, an array or an object").at("status")),
    }
    Ok(status)
}

fn position(key: &str, cells: usize, path: &str) -> Result<usize, Error> {
    key.parse()
        .ok()
        .filter(|&position| position < cells)
        .ok_or_else(|| Problem::OutOfRange { found: key.to_owned(), size: cells }.at(path))
}
