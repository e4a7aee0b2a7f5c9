//! The tables that the server has: figures of our own in the shape of SCB's,
//! the same on every run, and right in all their sums.

mod chance;
mod helarsekvivalenter;
mod labour_market;
mod population;

pub(crate) use helarsekvivalenter::Helarsekvivalenter;
pub(crate) use labour_market::labour_market;
pub(crate) use population::population;

use faktabank::snapshot::read_areas;
use faktabank::statistics::{AreaKind, Period};
use std::fs;
use std::path::Path;

/// Code and name of every kommun, in the order of the codes.
pub(crate) fn municipalities() -> Vec<(String, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/areas.json");
    let areas = read_areas(&fs::read(file).expect("data/areas.json")).expect("areas");
    let kommuner = areas.areas.iter().filter(|area| area.code.kind() == AreaKind::Municipality);
    kommuner.map(|area| (area.code.to_string(), area.name.clone())).collect()
}

/// So many months from a first one.
pub(crate) fn months(first: &str, count: usize) -> Vec<String> {
    let first = Period::from_code(first).expect("a month");
    (0..count).map(|step| first.step(i32::try_from(step).expect("few months")).to_string()).collect()
}
