//! The dimensions of a dataset: codes in order, labels, units and roles.

use super::dataset::notes;
use super::{Error, Problem};
use serde_json::{Map, Value};

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
    pub decimals: Option<u64>,
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
pub(super) fn read_all(root: &Map<String, Value>, sizes: &[(String, usize)]) -> Result<Vec<Dimension>, Error> {
    let all = object(root, "dimension", "dimension")?;
    if let Some(extra) = all.keys().find(|key| !sizes.iter().any(|(id, _)| id == *key)) {
        return Err(Problem::Unknown { what: "dimension, not in id", found: extra.clone() }.at("dimension"));
    }
    let roles = roles(root, sizes)?;
    sizes
        .iter()
        .map(|(id, size)| {
            let role = roles.iter().find(|(known, _)| known == id).map(|&(_, role)| role);
            read(all, id, *size, role)
        })
        .collect()
}

fn roles(root: &Map<String, Value>, sizes: &[(String, usize)]) -> Result<Vec<(String, Role)>, Error> {
    let mut roles = Vec::new();
    let Some(found) = root.get("role").filter(|found| !found.is_null()) else { return Ok(roles) };
    let found = found.as_object().ok_or_else(|| Problem::Expected("an object").at("role"))?;
    for (key, role) in [("time", Role::Time), ("metric", Role::Metric), ("geo", Role::Geo)] {
        let path = || format!("role.{key}");
        let Some(ids) = found.get(key) else { continue };
        let ids = ids.as_array().ok_or_else(|| Problem::Expected("an array").at(path()))?;
        for id in ids {
            let id = id.as_str().ok_or_else(|| Problem::Expected("a string").at(path()))?;
            if !sizes.iter().any(|(known, _)| known == id) {
                return Err(Problem::Unknown { what: "dimension", found: id.to_owned() }.at(path()));
            }
            roles.push((id.to_owned(), role));
        }
    }
    Ok(roles)
}

fn read(all: &Map<String, Value>, id: &str, size: usize, role: Option<Role>) -> Result<Dimension, Error> {
    let path = format!("dimension.{id}");
    let found = object(all, id, &path)?;
    let category_path = format!("{path}.category");
    let category = object(found, "category", &category_path)?;
    let labels = match category.get("label") {
        None | Some(Value::Null) => None,
        Some(Value::Object(labels)) => Some(labels),
        Some(_) => return Err(Problem::Expected("an object").at(format!("{category_path}.label"))),
    };
    let codes = match category.get("index") {
        None | Some(Value::Null) => {
            let codes: Vec<_> = labels.into_iter().flat_map(Map::keys).cloned().collect();
            // Without an index, the order of several categories is not known.
            if codes.len() != 1 {
                return Err(Problem::Missing.at(format!("{category_path}.index")));
            }
            codes
        }
        Some(index) => codes(index, &format!("{category_path}.index"))?,
    };
    if codes.len() != size {
        return Err(Problem::WrongCount { expected: size, found: codes.len() }.at(category_path));
    }
    let label_of = |code: &String| match labels.and_then(|labels| labels.get(code)) {
        None => Ok(code.clone()),
        Some(Value::String(label)) => Ok(label.clone()),
        Some(_) => Err(Problem::Expected("a string").at(format!("{category_path}.label.{code}"))),
    };
    Ok(Dimension {
        label: match found.get("label") {
            Some(Value::String(label)) => label.clone(),
            None | Some(Value::Null) => id.to_owned(),
            Some(_) => return Err(Problem::Expected("a string").at(format!("{path}.label"))),
        },
        id: id.to_owned(),
        role,
        labels: codes.iter().map(label_of).collect::<Result<_, _>>()?,
        units: units(category, &codes),
        notes: notes(found, &format!("{path}.note"))?,
        codes,
    })
}

/// Codes in order, from a list of codes or from an object of positions.
fn codes(index: &Value, path: &str) -> Result<Vec<String>, Error> {
    match index {
        Value::Array(list) => {
            let mut codes: Vec<String> = Vec::with_capacity(list.len());
            for code in list {
                let code = code.as_str().ok_or_else(|| Problem::Expected("a list of strings").at(path))?;
                codes.push(code.to_owned());
            }
            let mut sorted: Vec<_> = codes.iter().collect();
            sorted.sort_unstable();
            match sorted.windows(2).find(|pair| pair[0] == pair[1]) {
                Some(pair) => Err(Problem::Twice(pair[0].clone()).at(path)),
                None => Ok(codes),
            }
        }
        Value::Object(positions) => {
            let mut codes = vec![None; positions.len()];
            for (code, position) in positions {
                let slot = position
                    .as_u64()
                    .and_then(|position| codes.get_mut(usize::try_from(position).ok()?))
                    .ok_or_else(|| {
                        let (found, size) = (position.to_string(), positions.len());
                        Problem::OutOfRange { found, size }.at(format!("{path}.{code}"))
                    })?;
                if slot.replace(code.clone()).is_some() {
                    return Err(Problem::Twice(position.to_string()).at(format!("{path}.{code}")));
                }
            }
            // As many distinct positions below the count as the count: none is empty.
            Ok(codes.into_iter().flatten().collect())
        }
        _ => Err(Problem::Expected("an array or an object").at(path)),
    }
}

fn units(category: &Map<String, Value>, codes: &[String]) -> Vec<CategoryUnit> {
    let Some(units) = category.get("unit").and_then(Value::as_object) else { return Vec::new() };
    let unit = |code: &String| {
        units.get(code).map_or_else(CategoryUnit::default, |unit| CategoryUnit {
            base: unit.get("base").and_then(Value::as_str).unwrap_or_default().to_owned(),
            decimals: unit.get("decimals").and_then(Value::as_u64),
        })
    };
    codes.iter().map(unit).collect()
}

fn object<'a>(parent: &'a Map<String, Value>, key: &str, path: &str) -> Result<&'a Map<String, Value>, Error> {
    let found = parent.get(key).ok_or_else(|| Problem::Missing.at(path))?;
    found.as_object().ok_or_else(|| Problem::Expected("an object").at(path))
}
