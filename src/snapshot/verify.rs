//! Bytes that arrived to what the manifest promised, or the reason why not.

use super::{Failure, FileEntry, Manifest, SCHEMA, Shard, SnapshotError, TableEntry};
use crate::json_stat;
use crate::statistics::Table;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::{Display, Write as _};

/// Where the manifest is, below `data/`.
pub const MANIFEST_FILE: &str = "manifest.json";

/// The schema version alone: it is read before the rest, which may differ in
/// a later version.
#[derive(Deserialize)]
struct Version {
    schema: u32,
}

/// Reads `manifest.json`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, has
/// no current edition, or names an edition, table, area or file twice.
pub fn read_manifest(bytes: &[u8]) -> Result<Manifest, SnapshotError> {
    parse(bytes).map_err(|failure| failure.of(MANIFEST_FILE))
}

fn parse(bytes: &[u8]) -> Result<Manifest, Failure> {
    let not_json = |error: serde_json::Error| Failure::NotJson(error.to_string());
    let version: Version = serde_json::from_slice(bytes).map_err(not_json)?;
    if version.schema != SCHEMA {
        return Err(Failure::UnknownSchema(version.schema));
    }
    let manifest: Manifest = serde_json::from_slice(bytes).map_err(not_json)?;
    if manifest.edition(&manifest.current).is_none() {
        return Err(Failure::mismatch("current edition", format!("{} is not listed", manifest.current)));
    }
    once("edition", manifest.editions.iter().map(|edition| &edition.id))?;
    let tables = || manifest.editions.iter().flat_map(|edition| &edition.tables);
    for edition in &manifest.editions {
        once("table", edition.tables.iter().map(|table| &table.id))?;
    }
    for table in tables() {
        once("area", table.areas())?;
        once("period", &table.periods)?;
        once("contents", table.contents.iter().map(|content| content.code()))?;
    }
    once("file", tables().flat_map(|table| table.shards.iter().map(|shard| &shard.file.file)))?;
    Ok(manifest)
}

fn once<T: Ord + Display>(what: &'static str, items: impl IntoIterator<Item = T>) -> Result<(), Failure> {
    let mut seen = BTreeSet::new();
    for item in items {
        let name = item.to_string();
        if !seen.insert(item) {
            return Err(Failure::mismatch(what, format!("{name} appears twice")));
        }
    }
    Ok(())
}

/// The SHA-256 of a file, as the manifest writes it.
pub fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
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
    let text = std::str::from_utf8(bytes).map_err(|error| of_file(Failure::NotJson(error.to_string())))?;
    let table = json_stat::read_table(text).map_err(|error| of_file(error.into()))?;
    matches_entry(entry, shard, &table).map_err(of_file)?;
    Ok(table)
}

fn matches_entry(entry: &TableEntry, shard: &Shard, table: &Table) -> Result<(), Failure> {
    if table.id != entry.id {
        return Err(Failure::mismatch("table", format!("{} instead of {}", table.id, entry.id)));
    }
    if table.provenance != entry.provenance {
        return Err(Failure::mismatch("provenance", "another than in the manifest"));
    }
    same("areas", &shard.areas, &table.areas, ToString::to_string)?;
    same("contents", &entry.contents, &table.contents, |content| content.code().to_owned())?;
    same("periods", &entry.periods, &table.periods, ToString::to_string)
}

/// Whether two lists are the same; if not, says where they part.
fn same<T: PartialEq>(
    what: &'static str,
    promised: &[T],
    found: &[T],
    name: impl Fn(&T) -> String,
) -> Result<(), Failure> {
    if promised == found {
        return Ok(());
    }
    let position = promised.iter().zip(found).take_while(|(promised, found)| promised == found).count();
    let name = |list: &[T]| list.get(position).map_or_else(|| "nothing".to_owned(), &name);
    let (found, promised) = (name(found), name(promised));
    Err(Failure::mismatch(what, format!("{found} instead of {promised} at position {position}")))
}
