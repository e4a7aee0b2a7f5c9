//! A dataset in the form of our snapshots to a [`Table`].

use super::cube::Cube;
use super::extension::Ours;
use super::root::Root;
use super::{AGE, CONTENTS, Error, PERIOD, Problem, REGION, SEX, parse};
use crate::statistics::{Age, AreaCode, Catalogue, Cell, Missing, Period, Sex, Table};
use serde_json::{Map, Value};

/// Reads a snapshot: a JSON-stat 2.0 dataset with the dimensions `Region`,
/// `ContentsCode`, `Kon`, `Aldersgrupp` and `Tid` in any order, and our
/// extension `faktabank`, whose contents are those of a catalogue.
///
/// # Errors
/// [`Error`] with the place in the JSON of the first thing that is not as it
/// should be: not JSON-stat, an unknown code, a missing dimension.
pub fn read_table(text: &(impl AsRef<[u8]> + ?Sized), catalogue: &'static Catalogue) -> Result<Table, Error> {
    let mut root: Root<Map<String, Value>> = parse(text.as_ref())?;
    let Cube { dimensions, values, status } = Cube::of(&mut root, true)?;
    let ours = Ours::of(&root.extension)?;
    let axes = Axis::all(&dimensions)?;
    let [regions, contents, sexes, ages, periods] = &axes;
    let table = Table {
        id: ours.table,
        label: ours.label,
        source: ours.source,
        provenance: ours.provenance,
        exactness: ours.exactness,
        preliminary_from: ours.preliminary_from,
        perturbed_from: ours.perturbed_from,
        forecast: ours.forecast,
        notes: ours.notes,
        area_notes: ours.area_notes,
        areas: regions.read("area", AreaCode::from_code)?,
        contents: contents.read("contents", |code| catalogue.content(code))?,
        sexes: sexes.read("sex", Sex::from_code)?,
        ages: ages.read("age", Age::from_code)?,
        periods: periods.read("period", Period::from_code)?,
        cells: in_order(cells(values, &status)?, &axes),
    };
    for pair in table.periods.windows(2) {
        if pair[0].resolution() != pair[1].resolution() || pair[1].since(pair[0]) <= 0 {
            return Err(Problem::PeriodOrder(pair[1].to_string()).at(periods.path()));
        }
    }
    Ok(table)
}

/// One dimension of the cube, with how far apart its neighbours lie.
struct Axis<'a> {
    id: &'static str,
    codes: &'a [String],
    stride: usize,
}

impl<'a> Axis<'a> {
    /// The dimensions of a table, in its order.
    fn all(dimensions: &'a [(String, Vec<String>)]) -> Result<[Self; 5], Error> {
        let axis = |id| Self::of(dimensions, id);
        let axes = [axis(REGION)?, axis(CONTENTS)?, axis(SEX)?, axis(AGE)?, axis(PERIOD)?];
        match dimensions.iter().find(|(id, _)| !axes.iter().any(|axis| axis.id == id)) {
            Some((id, _)) => Err(Problem::Unknown { what: "dimension", found: id.clone() }.at("id".to_owned())),
            None => Ok(axes),
        }
    }

    fn of(dimensions: &'a [(String, Vec<String>)], id: &'static str) -> Result<Self, Error> {
        let Some(position) = dimensions.iter().position(|(other, _)| other == id) else {
            return Err(Problem::Missing.at(["dimension.", id].concat()));
        };
        let (_, codes) = &dimensions[position];
        let within = &dimensions[position + 1..];
        Ok(Self { id, codes, stride: within.iter().map(|(_, codes)| codes.len()).product() })
    }

    fn path(&self) -> String {
        ["dimension.", self.id, ".category.index"].concat()
    }

    /// What the codes stand for; `what` says what they should.
    fn read<T>(&self, what: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Error> {
        let known =
            |code: &String| read(code).ok_or_else(|| Problem::Unknown { what, found: code.clone() }.at(self.path()));
        self.codes.iter().map(known).collect()
    }
}

/// The cells in the order of the cube.
fn cells(values: Vec<Option<f64>>, status: &[(usize, String)]) -> Result<Vec<Cell>, Error> {
    let mut cells: Vec<Cell> = values.into_iter().map(|value| value.ok_or(Missing::NotAvailable)).collect();
    for (at, text) in status {
        let Some(reason) = Missing::from_key(text) else { continue };
        if cells[*at].is_ok() {
            let path = ["value[", &at.to_string(), "]"].concat();
            return Err(Problem::ValueAndReason(reason.key()).at(path));
        }
        cells[*at] = Err(reason);
    }
    Ok(cells)
}

/// The cells in the order of a [`Table`], whatever the order of the cube.
fn in_order(cells: Vec<Cell>, axes: &[Axis<'_>; 5]) -> Vec<Cell> {
    if axes.windows(2).all(|pair| pair[0].stride == pair[1].stride * pair[1].codes.len()) {
        // Our own files, of which there are megabytes.
        return cells;
    }
    let mut places = vec![0];
    for axis in axes {
        let within = |start: usize| (0..axis.codes.len()).map(move |at| start + at * axis.stride);
        places = places.into_iter().flat_map(within).collect();
    }
    places.into_iter().map(|at| cells[at]).collect()
}
