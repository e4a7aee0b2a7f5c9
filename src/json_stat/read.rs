//! A dataset in the form of our snapshots to a [`Table`].

use super::cube::Cube;
use super::extension::Extension;
use super::node::{self, FirstProblem, Node};
use super::{AGE, CONTENTS, Error, PERIOD, Problem, REGION, SEX};
use crate::json::Json;
use crate::statistics::{Age, AreaCode, Cell, Content, Missing, Period, Sex, Table};

/// Reads a snapshot: a JSON-stat 2.0 dataset with the dimensions `Region`,
/// `ContentsCode`, `Kon`, `Aldersgrupp` and `Tid` in any order, and our
/// extension `faktabank`.
///
/// # Errors
/// [`Error`] with the place in the JSON of the first thing that is not as it
/// should be: not JSON-stat, an unknown code, a missing dimension.
pub fn read_table(text: &(impl AsRef<[u8]> + ?Sized)) -> Result<Table, Error> {
    let json = node::parse(text.as_ref())?;
    let first = FirstProblem::default();
    let root = Node::new(&json, "", &first);
    let data = Cube::read(&root, true, &first);
    let extension = Extension::read(&root.field("extension"));
    let axes = [REGION, CONTENTS, SEX, AGE, PERIOD].map(|id| Axis::of(&data, id, &first));
    for (id, _) in &data.dimensions {
        if !axes.iter().any(|axis| axis.id == id) {
            first.note("id".to_owned(), Problem::Unknown { what: "dimension", found: id.clone() });
        }
    }
    let [regions, contents, sexes, ages, periods] = &axes;
    let mut table = Table {
        id: extension.table,
        label: extension.label,
        source: extension.source,
        provenance: extension.provenance,
        exactness: extension.exactness,
        preliminary_from: extension.preliminary_from,
        notes: extension.notes,
        areas: regions.read("area", AreaCode::from_code),
        contents: contents.read("contents", Content::from_code),
        sexes: sexes.read("sex", Sex::from_code),
        ages: ages.read("age", Age::from_code),
        periods: periods.read("period", Period::from_code),
        cells: Vec::new(),
    };
    for pair in table.periods.windows(2) {
        if pair[0].resolution() != pair[1].resolution() || pair[1].since(pair[0]) <= 0 {
            first.note(periods.path(), Problem::PeriodOrder(pair[1].to_string()));
        }
    }
    // A cube of other axes than these has its cells elsewhere.
    if !first.is_any() {
        table.cells = cells(&data, &axes, &first);
    }
    first.end()?;
    Ok(table)
}

/// One dimension of the cube, with how far apart its neighbours lie.
struct Axis<'a> {
    id: &'static str,
    codes: &'a [String],
    stride: usize,
    first: &'a FirstProblem,
}

impl<'a> Axis<'a> {
    fn of(data: &'a Cube, id: &'static str, first: &'a FirstProblem) -> Self {
        let (codes, stride) = match data.dimensions.iter().position(|(other, _)| other == id) {
            Some(position) => {
                let (_, codes) = &data.dimensions[position];
                let within = data.dimensions.iter().skip(position + 1);
                (codes.as_slice(), within.map(|(_, codes)| codes.len()).product())
            }
            None => {
                first.note(["dimension.", id].concat(), Problem::Missing);
                (&[][..], 0)
            }
        };
        Self { id, codes, stride, first }
    }

    fn path(&self) -> String {
        ["dimension.", self.id, ".category.index"].concat()
    }

    fn read<T>(&self, what: &'static str, read: fn(&str) -> Option<T>) -> Vec<T> {
        let path = self.path();
        Node::new(&Json::Null, &path, self.first).codes(self.codes, what, read)
    }
}

/// The cells in the order of a [`Table`], whatever the order of the cube.
fn cells(data: &Cube, axes: &[Axis<'_>; 5], first: &FirstProblem) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(data.values.len());
    let in_order = in_order(axes);
    let mut index = [0; 5];
    for at in 0..data.values.len() {
        if in_order {
            // Our own files, of which there are megabytes.
            cells.push(cell(data, at, first));
            continue;
        }
        let mut position = 0;
        for (axis, at) in axes.iter().zip(index) {
            position += at * axis.stride;
        }
        cells.push(cell(data, position, first));
        // One step on: the last index varies fastest, and carries over.
        for (axis, at) in axes.iter().zip(&mut index).rev() {
            *at += 1;
            if *at < axis.codes.len() {
                break;
            }
            *at = 0;
        }
    }
    cells
}

/// Whether the cube has its cells in the order of a [`Table`].
fn in_order(axes: &[Axis<'_>; 5]) -> bool {
    let mut stride = 1;
    for axis in axes.iter().rev() {
        if axis.stride != stride {
            return false;
        }
        stride *= axis.codes.len();
    }
    true
}

fn cell(data: &Cube, position: usize, first: &FirstProblem) -> Cell {
    let reason = data.status[position].as_deref().and_then(Missing::from_key);
    match (data.values[position], reason) {
        (Some(value), None) => Ok(value),
        (None, reason) => Err(reason.unwrap_or(Missing::NotAvailable)),
        (Some(_), Some(reason)) => {
            let path = ["value[", &position.to_string(), "]"].concat();
            first.note(path, Problem::ValueAndReason(reason.key()));
            Err(reason)
        }
    }
}
