//! The selected part of a table to JSON-stat 2.0, in the form that SCB's
//! PxWeb gives it: `role` without `geo`, positions under `category.index`,
//! units under `category.unit`, notes and what must be shown of them.

use super::selection::Selected;
use super::table::{Elimination, NONE, NOTHING, Role, Table, Variable};
use serde_json::{Map, Value as Json, json};
use std::fmt::Write as _;

/// Ways in which an answer may be formed and still be of the standard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form {
    /// The dimensions in the opposite order.
    pub(crate) reversed: bool,
    /// `category.index` as a list of codes.
    pub(crate) index_as_list: bool,
    /// Without `role`.
    pub(crate) without_roles: bool,
    /// `value` as an object of positions, and `status` as a list that says nothing.
    pub(crate) sparse: bool,
    /// What is said of every cell of a period, beside its value.
    pub(crate) mark: Option<(&'static str, &'static str)>,
}

/// Everything of a table but its cells, `value` being empty.
pub(crate) fn metadata(table: &Table, form: &Form) -> String {
    let mut order: Vec<_> = (0..table.variables.len()).collect();
    if form.reversed {
        order.reverse();
    }
    let whole: Vec<_> = table.variables.iter().map(whole).collect();
    let mut text = head(table, &whole, &order, form, true);
    text.push_str(",\"value\":[]}");
    text
}

/// A part of a table with its cells.
pub(crate) fn data(table: &Table, selected: &[Selected], form: &Form) -> String {
    let mut order: Vec<_> = (0..selected.len()).filter(|each| !selected[*each].eliminated).collect();
    if form.reversed {
        order.reverse();
    }
    let mut text = head(table, selected, &order, form, false);
    cells(table, selected, &order, form, &mut text);
    text.push('}');
    text
}

fn whole(variable: &Variable) -> Selected {
    let category = |(position, value): (usize, &super::table::Value)| super::selection::Category {
        code: value.code.clone(),
        label: value.label.clone(),
        of: vec![position],
    };
    Selected { eliminated: false, categories: variable.values.iter().enumerate().map(category).collect() }
}

/// All members but the last, without the closing brace.
fn head(table: &Table, selected: &[Selected], order: &[usize], form: &Form, is_metadata: bool) -> String {
    let codes = |role: Role| -> Vec<&str> {
        let of_role = order.iter().map(|each| &table.variables[*each]).filter(|variable| variable.role == role);
        of_role.map(|variable| variable.code).collect()
    };
    let mut dimensions = Map::new();
    for &each in order {
        let variable = &table.variables[each];
        dimensions.insert(variable.code.to_owned(), dimension(variable, &selected[each], form, is_metadata));
    }
    let mandatory: Map<_, _> = (0..table.notes.len())
        .filter(|each| table.notes[*each].1)
        .map(|each| (each.to_string(), Json::Bool(true)))
        .collect();
    let head = json!({
        "version": "2.0",
        "class": "dataset",
        "label": table.label,
        "source": "SCB",
        "updated": table.updated,
        "note": table.notes.iter().map(|(text, _)| *text).collect::<Vec<_>>(),
        "role": { "time": codes(Role::Time), "metric": codes(Role::Metric) },
        "id": order.iter().map(|each| table.variables[*each].code).collect::<Vec<_>>(),
        "size": order.iter().map(|each| selected[*each].categories.len()).collect::<Vec<_>>(),
        "dimension": dimensions,
        "extension": {
            "noteMandatory": mandatory,
            "px": {
                "tableid": table.id,
                "matrix": table.matrix,
                "decimals": 0,
                "official-statistics": false,
                "aggregallowed": true,
                "copyright": true,
                "language": "sv",
            },
        },
    });
    let mut head = head;
    if form.without_roles {
        head.as_object_mut().expect("an object").remove("role");
    }
    let mut text = head.to_string();
    text.pop();
    text
}

fn dimension(variable: &Variable, selected: &Selected, form: &Form, is_metadata: bool) -> Json {
    let codes: Vec<_> = selected.categories.iter().map(|category| category.code.clone()).collect();
    let index = if form.index_as_list {
        json!(codes)
    } else {
        codes.iter().cloned().enumerate().map(|(position, code)| (code, json!(position))).collect()
    };
    let labels: Map<_, _> =
        selected.categories.iter().map(|category| (category.code.clone(), json!(category.label))).collect();
    let mut category = json!({ "index": index, "label": labels });
    let units: Map<_, _> = selected
        .categories
        .iter()
        .filter_map(|category| Some((category, variable.values[*category.of.first()?].unit?)))
        .map(|(category, (base, decimals))| (category.code.clone(), json!({ "base": base, "decimals": decimals })))
        .collect();
    if !units.is_empty() {
        category["unit"] = units.into();
    }
    json!({ "label": variable.label, "category": category, "extension": extension(variable, &codes, is_metadata) })
}

/// In an answer with cells, `elimination` says whether they hold the total.
fn extension(variable: &Variable, codes: &[String], is_metadata: bool) -> Json {
    let total = match variable.elimination {
        Elimination::Total(code) if codes.iter().any(|each| each == code) => Some(code),
        _ => None,
    };
    let can = if is_metadata { variable.elimination != Elimination::Never } else { total.is_some() };
    let show = if variable.role == Role::Time { "code" } else { "value" };
    let lists: Vec<_> = variable
        .codelists
        .iter()
        .map(|list| json!({ "id": list.id, "label": list.label, "type": kind(list.id), "links": [] }))
        .collect();
    let mut extension = json!({ "elimination": can, "show": show, "codelists": lists });
    if let (Some(code), false) = (total, is_metadata) {
        extension["eliminationValueCode"] = json!(code);
    }
    extension
}

/// The kind of a codelist, which its id begins with.
pub(crate) fn kind(codelist: &str) -> &'static str {
    if codelist.starts_with("agg_") { "Aggregation" } else { "Valueset" }
}

/// `value`, and `status` where a cell has no number or is marked.
fn cells(table: &Table, selected: &[Selected], order: &[usize], form: &Form, text: &mut String) {
    let mut strides = vec![1; table.variables.len()];
    for each in (1..strides.len()).rev() {
        strides[each - 1] = strides[each] * table.variables[each].values.len();
    }
    // Where each value of the answer starts in the table, for all variables:
    // those that were left out vary slowest, having one value.
    let left_out = (0..selected.len()).filter(|each| selected[*each].eliminated);
    let axes: Vec<(usize, Vec<Vec<usize>>)> = left_out
        .chain(order.iter().copied())
        .map(|each| {
            let offsets = selected[each].categories.iter();
            (each, offsets.map(|category| category.of.iter().map(|at| at * strides[each]).collect()).collect())
        })
        .collect();
    let time = table.variables.iter().position(|variable| variable.role == Role::Time);
    let metric = table.variables.iter().position(|variable| variable.role == Role::Metric);
    let mut at = vec![0; axes.len()];
    let count: usize = axes.iter().map(|(_, offsets)| offsets.len()).product();
    let mut status = String::new();
    text.push_str(if form.sparse { ",\"value\":{" } else { ",\"value\":[" });
    for cell in 0..count {
        let mut decimals = 0;
        let (mut start, mut sums, mut mark) = (0, Vec::new(), None);
        for ((variable, offsets), position) in axes.iter().zip(&at) {
            if Some(*variable) == metric {
                let of = selected[*variable].categories[*position].of[0];
                decimals = table.variables[*variable].values[of].unit.map_or(0, |(_, decimals)| decimals);
            }
            if Some(*variable) == time {
                let code = &selected[*variable].categories[*position].code;
                mark = form.mark.filter(|(period, _)| period == code).map(|(_, symbol)| symbol);
            }
            match offsets[*position].as_slice() {
                [one] => start += one,
                several => sums.push(several),
            }
        }
        if cell > 0 {
            text.push(',');
        }
        if form.sparse {
            _ = write!(text, "\"{cell}\":");
        }
        let number = sum(&table.cells, start, &sums);
        match number.filter(|number| *number != NOTHING) {
            Some(number) => write_number(number, decimals, text),
            None => text.push_str("null"),
        }
        let symbol = match number {
            Some(NOTHING) => Some("-"),
            Some(_) => mark,
            None => Some(".."),
        };
        if let Some(symbol) = symbol {
            let comma = if status.is_empty() { "" } else { "," };
            _ = write!(status, "{comma}\"{cell}\":\"{symbol}\"");
        }
        for ((_, offsets), position) in axes.iter().zip(&mut at).rev() {
            *position += 1;
            if *position < offsets.len() {
                break;
            }
            *position = 0;
        }
    }
    text.push(if form.sparse { '}' } else { ']' });
    if form.sparse {
        let nothing = vec!["null"; count].join(",");
        _ = write!(text, ",\"status\":[{nothing}]");
    } else if !status.is_empty() {
        _ = write!(text, ",\"status\":{{{status}}}");
    }
}

/// The sum of the cells at all combinations of offsets from a start; none if
/// one of them has none.
fn sum(cells: &[i32], start: usize, offsets: &[&[usize]]) -> Option<i32> {
    match offsets.split_first() {
        None => Some(cells[start]).filter(|cell| *cell != NONE),
        Some((first, rest)) => first.iter().map(|offset| sum(cells, start + offset, rest)).sum(),
    }
}

fn write_number(number: i32, decimals: usize, text: &mut String) {
    let power = 10_i32.pow(u32::try_from(decimals).unwrap_or_default());
    let sign = if number < 0 { "-" } else { "" };
    let (whole, rest) = (number.abs() / power, number.abs() % power);
    _ = match decimals {
        0 => write!(text, "{number}"),
        _ => write!(text, "{sign}{whole}.{rest:0decimals$}"),
    };
}
