//! The tables that the server has: figures of our own in the shape of SCB's,
//! the same on every run, and right in all their sums.

mod chance;
mod foreign;
mod helarsekvivalenter;
mod labour_market;
mod population;
mod population_by_month;

pub(crate) use foreign::{DEFINITION, foreign, number};
pub(crate) use helarsekvivalenter::Helarsekvivalenter;
pub(crate) use labour_market::labour_market;
pub(crate) use population::population;
pub(crate) use population_by_month::population_by_month;

use faktabank_tables::snapshot::read_areas;
use faktabank_tables::statistics::{AreaKind, Period};
use std::fs;
use std::path::Path;

/// Code and name of every area of these kinds, kind by kind in this order and
/// by code within each.
pub(crate) fn areas(kinds: &[AreaKind]) -> Vec<(String, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/areas.json");
    let areas = read_areas(&fs::read(file).expect("data/areas.json")).expect("areas").areas;
    let of = |kind: &AreaKind| areas.iter().filter(move |area| area.code.kind() == *kind).collect::<Vec<_>>();
    kinds.iter().flat_map(of).map(|area| (area.code.to_string(), area.name.clone())).collect()
}

/// Code and name of every kommun.
pub(crate) fn municipalities() -> Vec<(String, String)> {
    areas(&[AreaKind::Municipality])
}

/// So many months from a first one.
pub(crate) fn months(first: &str, count: usize) -> Vec<String> {
    let first = Period::from_code(first).expect("a month");
    (0..count).map(|step| first.step(i32::try_from(step).expect("few months")).to_string()).collect()
}
