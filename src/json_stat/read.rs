//! A dataset in the form of our snapshots to a [`Table`].

use super::write::Extension;
use super::{AGE, CONTENTS, Dataset, Error, PERIOD, Problem, REGION, SEX};
use crate::statistics::{Age, AreaCode, Cell, Content, Missing, Period, Sex, Table};
use serde::Deserialize;
use serde_json::Value;

/// Reads a snapshot: a JSON-stat 2.0 dataset with the dimensions `Region`,
/// `ContentsCode`, `Kon`, `Aldersgrupp` and `Tid` in any order, and our
/// extension `faktabank`.
///
/// # Errors
/// [`Error`] with the place in the JSON of the first thing that is not as it
/// should be: not JSON-stat, an unknown code, a missing dimension.
pub fn read_table(text: &str) -> Result<Table, Error> {
    let mut data = Dataset::read(text)?;
    let extension = extension(data.extension.take())?;
    let axes = [
        Axis::of(&data, REGION)?,
        Axis::of(&data, CONTENTS)?,
        Axis::of(&data, SEX)?,
        Axis::of(&data, AGE)?,
        Axis::of(&data, PERIOD)?,
    ];
    let [regions, contents, sexes, ages, periods] = &axes;
    if data.dimensions.len() > axes.len() {
        let extra = data.dimensions.iter().find(|each| axes.iter().all(|axis| axis.id != each.id));
        let found = extra.map(|each| each.id.clone()).unwrap_or_default();
        return Err(Problem::Unknown { what: "dimension", found }.at("id"));
    }
    let table = Table {
        id: extension.table,
        label: extension.label,
        source: extension.source,
        provenance: extension.provenance,
        exactness: extension.exactness,
        preliminary_from: preliminary(extension.preliminary_from.as_deref())?,
        notes: extension.notes,
        areas: regions.read("area", AreaCode::from_code)?,
        contents: contents.read("contents", Content::from_code)?,
        sexes: sexes.read("sex", Sex::from_code)?,
        ages: ages.read("age", Age::from_code)?,
        periods: periods.read("period", Period::from_code)?,
        cells: cells(&data, &axes)?,
    };
    let disorder =
        table.periods.windows(2).find(|pair| pair[0].resolution() != pair[1].resolution() || pair[0] >= pair[1]);
    match disorder {
        Some(pair) => Err(Problem::PeriodOrder(pair[1].to_string()).at(periods.path())),
        None => Ok(table),
    }
}

fn extension(mut found: Value) -> Result<Extension, Error> {
    const PATH: &str = "extension.faktabank";
    let ours = found.get_mut("faktabank").ok_or_else(|| Problem::Missing.at(PATH))?.take();
    Extension::deserialize(ours).map_err(|error| Problem::Extension(error.to_string()).at(PATH))
}

fn preliminary(code: Option<&str>) -> Result<Option<Period>, Error> {
    let unknown = |code: &str| {
        let problem = Problem::Unknown { what: "period", found: code.to_owned() };
        problem.at("extension.faktabank.preliminaryFrom")
    };
    code.map(|code| Period::from_code(code).ok_or_else(|| unknown(code))).transpose()
}

/// One dimension of the cube, with how far apart its neighbours lie.
struct Axis<'a> {
    id: &'static str,
    codes: &'a [String],
    stride: usize,
}

impl<'a> Axis<'a> {
    fn of(data: &'a Dataset, id: &'static str) -> Result<Self, Error> {
        let position = data.dimensions.iter().position(|dimension| dimension.id == id);
        let position = position.ok_or_else(|| Problem::Missing.at(format!("dimension.{id}")))?;
        Ok(Self { id, codes: &data.dimensions[position].codes, stride: data.stride(position) })
    }

    fn path(&self) -> String {
        format!("dimension.{}.category.index", self.id)
    }

    fn read<T>(&self, what: &'static str, parse: fn(&str) -> Option<T>) -> Result<Vec<T>, Error> {
        let unknown = |code: &String| Problem::Unknown { what, found: code.clone() }.at(self.path());
        self.codes.iter().map(|code| parse(code).ok_or_else(|| unknown(code))).collect()
    }
}

/// The cells in the order of a [`Table`], whatever the order of the cube.
fn cells(data: &Dataset, axes: &[Axis<'_>; 5]) -> Result<Vec<Cell>, Error> {
    let mut positions = vec![0];
    for axis in axes {
        let step = |start: usize| (0..axis.codes.len()).map(move |index| start + index * axis.stride);
        positions = positions.into_iter().flat_map(step).collect();
    }
    positions.into_iter().map(|position| cell(data, position)).collect()
}

fn cell(data: &Dataset, position: usize) -> Result<Cell, Error> {
    let reason = data.status.get(&position).and_then(|status| Missing::from_key(status));
    match (data.values.get(position).copied().flatten(), reason) {
        (Some(value), None) => Ok(Ok(value)),
        (None, reason) => Ok(Err(reason.unwrap_or(Missing::NotAvailable))),
        (Some(_), Some(reason)) => Err(Problem::ValueAndReason(reason.key()).at(format!("value[{position}]"))),
    }
}
