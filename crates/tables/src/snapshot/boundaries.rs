//! `geo/kommuner.json` to [`Boundaries`].

use super::reading::{distinct, read_file};
use super::{Failure, SnapshotError};
use crate::statistics::Boundaries;

/// Where the boundaries are, below `data/`; the manifest says so too.
pub const BOUNDARIES_FILE: &str = "geo/kommuner.json";

/// Reads `geo/kommuner.json`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, or
/// names an unknown or repeated code.
pub fn read_boundaries(bytes: &[u8]) -> Result<Boundaries, SnapshotError> {
    parse(bytes).map_err(|failure| failure.of(BOUNDARIES_FILE))
}

fn parse(bytes: &[u8]) -> Result<Boundaries, Failure> {
    let boundaries: Boundaries = read_file(bytes)?;
    distinct(boundaries.kommuner.iter().map(|each| each.code), |at| format!("kommuner[{at}].code"))?;
    Ok(boundaries)
}
