//! Bytes that arrived to what the manifest promised, or the reason why not.

use super::{Failure, FileEntry, Shard, SnapshotError, TableEntry};
use crate::json_stat;
use crate::statistics::{Age, AreaCode, Content, Period, Sex, Table};
use sha2::{Digest, Sha256};

/// The SHA-256 of a file, as the manifest writes it.
pub fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        for half in [byte >> 4, byte & 15] {
            hex.push(char::from(b"0123456789abcdef"[usize::from(half)]));
        }
    }
    hex
}

/// Whether bytes are the file that the manifest speaks of.
///
/// # Errors
/// [`SnapshotError`] if the size or the checksum differs.
pub fn verify(entry: &FileEntry, bytes: &[u8]) -> Result<(), SnapshotError> {
    if bytes.len() != entry.bytes {
        return Err(Failure::WrongSize { expected: entry.bytes, found: bytes.len() }.of(&entry.file));
    }
    let found = sha256(bytes);
    if found != entry.sha256 {
        let expected = entry.sha256.clone();
        return Err(Failure::WrongChecksum { expected, found }.of(&entry.file));
    }
    Ok(())
}

/// Verifies and reads one file of a table.
///
/// # Errors
/// [`SnapshotError`] if it is not the file that the manifest speaks of, not a
/// snapshot, or holds another table, other areas, contents or periods.
pub fn read_shard(entry: &TableEntry, shard: &Shard, bytes: &[u8]) -> Result<Table, SnapshotError> {
    verify(&shard.file, bytes)?;
    let of_file = |failure: Failure| failure.of(&shard.file.file);
    let table = json_stat::read_table(bytes, entry.topic.catalogue()).map_err(|error| of_file(error.into()))?;
    matches_entry(entry, shard, &table).map_err(of_file)?;
    Ok(table)
}

fn matches_entry(entry: &TableEntry, shard: &Shard, table: &Table) -> Result<(), Failure> {
    if table.id != entry.id {
        return Err(Failure::mismatch("table", &[&table.id.0, " instead of ", &entry.id.0]));
    }
    if table.provenance != entry.provenance {
        return Err(Failure::mismatch("provenance", &["another than in the manifest"]));
    }
    if table.forecast.as_ref().map(|forecast| forecast.from) != entry.forecast_from {
        return Err(Failure::mismatch("forecast", &["another than in the manifest"]));
    }
    let promised = codes(&shard.areas, &shard.sexes, &shard.ages, &entry.contents, &entry.periods);
    let found = codes(&table.areas, &table.sexes, &table.ages, &table.contents, &table.periods);
    for (what, (promised, found)) in AXES.into_iter().zip(promised.iter().zip(&found)) {
        same(what, promised, found)?;
    }
    Ok(())
}

/// What [`codes`] are of, in order.
const AXES: [&str; 5] = ["areas", "sexes", "ages", "contents", "periods"];

fn codes(
    areas: &[AreaCode],
    sexes: &[Sex],
    ages: &[Age],
    contents: &[Content],
    periods: &[Period],
) -> [Vec<String>; 5] {
    [
        areas.iter().map(ToString::to_string).collect(),
        sexes.iter().map(|sex| sex.code().to_owned()).collect(),
        ages.iter().map(ToString::to_string).collect(),
        contents.iter().map(|content| content.code().to_owned()).collect(),
        periods.iter().map(ToString::to_string).collect(),
    ]
}

/// Whether two lists of codes are the same; if not, says where they part.
fn same(what: &'static str, promised: &[String], found: &[String]) -> Result<(), Failure> {
    for position in 0..promised.len().max(found.len()) {
        let (promised, found) = (promised.get(position), found.get(position));
        if promised != found {
            let name = |code: Option<&String>| code.map_or("nothing", String::as_str).to_owned();
            let at = position.to_string();
            let parts = [&name(found), " instead of ", &name(promised), " at position ", &at];
            return Err(Failure::mismatch(what, &parts));
        }
    }
    Ok(())
}
