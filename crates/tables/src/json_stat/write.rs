//! A [`Table`] to a snapshot: one line of JSON-stat 2.0 that any client reads.

use super::extension::Ours;
use super::labels::{self, age_label, content_label, sex_label};
use super::{AGE, CONTENTS, PERIOD, REGION, SEX};
use crate::statistics::{AreaCode, Cell, Table};
use serde::Serialize;
use serde_json::{Value, json};

/// The root of the file, in the order in which a person reads it.
#[derive(Serialize)]
struct Root {
    version: &'static str,
    class: &'static str,
    label: String,
    source: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    updated: String,
    note: Vec<String>,
    id: [&'static str; 5],
    size: [usize; 5],
    role: Value,
    dimension: Value,
    value: Vec<Value>,
    #[serde(skip_serializing_if = "is_empty")]
    status: Value,
    extension: Value,
}

fn is_empty(object: &Value) -> bool {
    object.as_object().is_some_and(serde_json::Map::is_empty)
}

/// Writes a snapshot, compact and in one line; `area_label` names its areas.
///
/// # Errors
/// Never for a table that was read or built from finite values;
/// [`serde_json::Error`] is passed on rather than hidden.
pub fn write_table(table: &Table, area_label: impl Fn(AreaCode) -> String) -> Result<String, serde_json::Error> {
    let extension = Ours {
        table: table.id.clone(),
        label: table.label.clone(),
        provenance: table.provenance,
        exactness: table.exactness.clone(),
        preliminary_from: table.preliminary_from,
        perturbed_from: table.perturbed_from,
        forecast: table.forecast.clone(),
        notes: table.notes.clone(),
        area_notes: table.area_notes.clone(),
        source: table.source.clone(),
    };
    let units: serde_json::Map<_, _> = table
        .contents
        .iter()
        .map(|content| {
            let unit = json!({"base": content.unit().text("base").unwrap_or_default(), "decimals": content.decimals()});
            (content.code().to_owned(), unit)
        })
        .collect();
    let mut contents = dimension(
        "Innehåll",
        table.contents.iter().map(|content| (content.code().to_owned(), content_label(*content).to_owned())),
    );
    contents["category"]["unit"] = Value::Object(units);
    let root = Root {
        version: "2.0",
        class: "dataset",
        label: table.label.sv.clone(),
        source: labels::source(&table.source),
        updated: table.source.updated.clone(),
        note: table.all_notes().map(|note| note.sv.clone()).collect(),
        id: [REGION, CONTENTS, SEX, AGE, PERIOD],
        size: [table.areas.len(), table.contents.len(), table.sexes.len(), table.ages.len(), table.periods.len()],
        role: json!({"time": [PERIOD], "metric": [CONTENTS], "geo": [REGION]}),
        dimension: json!({
            REGION: dimension("Region", table.areas.iter().map(|area| (area.to_string(), area_label(*area)))),
            CONTENTS: contents,
            SEX: dimension("Kön", table.sexes.iter().map(|sex| (sex.code().to_owned(), sex_label(*sex).to_owned()))),
            AGE: dimension("Ålder", table.ages.iter().map(|age| (age.to_string(), age_label(*age)))),
            // The codes of periods read as well as any label would.
            PERIOD: {"label": "Tid", "category": {
                "index": table.periods.iter().map(ToString::to_string).collect::<Vec<_>>()
            }},
        }),
        value: table.cells.iter().map(value).collect(),
        status: table
            .cells
            .iter()
            .enumerate()
            .filter_map(|(position, cell)| Some((position.to_string(), Value::from(cell.err()?.key()))))
            .collect(),
        extension: json!({"faktabank": extension}),
    };
    serde_json::to_string(&root)
}

fn dimension(label: &str, categories: impl Iterator<Item = (String, String)>) -> Value {
    let (codes, labels): (Vec<_>, serde_json::Map<_, _>) =
        categories.map(|(code, label)| (code.clone(), (code, Value::from(label)))).unzip();
    json!({"label": label, "category": {"index": codes, "label": labels}})
}

/// A number as short as it can be: whole ones without a decimal point.
#[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53, so exact")]
fn value(cell: &Cell) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match *cell {
        Ok(number) if number.fract() == 0.0 && number.abs() < EXACT => Value::from(number as i64),
        Ok(number) => Value::from(number),
        Err(_) => Value::Null,
    }
}
