//! `areas.json` to and from [`Areas`].

use super::reading::{distinct, read_file};
use super::{Failure, SCHEMA, SnapshotError};
use crate::json_stat::Problem;
use crate::statistics::{Area, AreaCode, Areas, Association};
use serde::Serialize;

/// Where the areas are, below `data/`; the manifest says so too.
pub const AREAS_FILE: &str = "areas.json";

/// The file as it is written.
#[derive(Serialize)]
struct AreasJson<'a> {
    schema: u32,
    areas: &'a [Area],
    associations: &'a [Association],
}

/// Reads `areas.json`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, or
/// names an unknown or repeated code.
pub fn read_areas(bytes: &[u8]) -> Result<Areas, SnapshotError> {
    parse(bytes).map_err(|failure| failure.of(AREAS_FILE))
}

fn parse(bytes: &[u8]) -> Result<Areas, Failure> {
    let areas: Areas = read_file(bytes)?;
    distinct(areas.areas.iter().map(|area| area.code), |at| format!("areas[{at}].code"))?;
    let slugs = areas.associations.iter().map(|each| &each.slug);
    distinct(slugs, |at| format!("associations[{at}].slug"))?;
    for (at, each) in areas.associations.iter().enumerate() {
        is_known(&areas, each.county, || format!("associations[{at}].county"))?;
        for (member, each) in each.members.iter().enumerate() {
            is_known(&areas, each.code, || format!("associations[{at}].members[{member}].code"))?;
        }
    }
    Ok(areas)
}

fn is_known(areas: &Areas, code: AreaCode, path: impl Fn() -> String) -> Result<(), Failure> {
    if areas.get(code).is_some() {
        return Ok(());
    }
    Err(Problem::Unknown { what: "area of this file", found: code.to_string() }.at(path()).into())
}

/// Writes `areas.json`, compact and in one line.
///
/// # Errors
/// [`serde_json::Error`], which plain strings do not cause, is passed on.
pub fn write_areas(areas: &Areas) -> Result<String, serde_json::Error> {
    serde_json::to_string(&AreasJson { schema: SCHEMA, areas: &areas.areas, associations: &areas.associations })
}
