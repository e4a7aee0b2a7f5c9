//! `manifest.json` to a [`Manifest`] that does not contradict itself.

use super::{Failure, Listing, Manifest, SCHEMA, SnapshotError, TableEntry};
use crate::json_stat::{self, Problem};
use crate::statistics::Catalogue;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Where the manifest is, below `data/`.
pub const MANIFEST_FILE: &str = "manifest.json";

/// Reads `manifest.json`, whose contents are those of a catalogue.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, has
/// no current edition, names an unknown contents, an edition, table, area or
/// file twice, or one file as two.
pub fn read_manifest(bytes: &[u8], catalogue: &'static Catalogue) -> Result<Manifest, SnapshotError> {
    let manifest = Listing::read(bytes)?.manifest(catalogue)?;
    checked(manifest).map_err(|failure| failure.of(MANIFEST_FILE))
}

impl Listing {
    /// The manifest, whose contents are those of a catalogue. Whether it
    /// contradicts itself was found out where it was made.
    ///
    /// # Errors
    /// [`SnapshotError`] if it names an unknown contents.
    pub fn manifest(self, catalogue: &'static Catalogue) -> Result<Manifest, SnapshotError> {
        self.resolve(catalogue).map_err(|failure| failure.of(MANIFEST_FILE))
    }
}

fn checked(manifest: Manifest) -> Result<Manifest, Failure> {
    distinct(manifest.editions.iter().map(|edition| &edition.id), |at| format!("editions[{at}].id"))?;
    // A table that is taken over from a former edition has the files of that one.
    let mut known = BTreeMap::new();
    for (at, edition) in manifest.editions.iter().enumerate() {
        let path = format!("editions[{at}].tables");
        distinct(edition.tables.iter().map(|table| &table.id), |at| format!("{path}[{at}].id"))?;
        let mut files = BTreeSet::new();
        for (at, table) in edition.tables.iter().enumerate() {
            check_table(table, &format!("{path}[{at}]"), &mut files)?;
            for shard in &table.shards {
                let name = &shard.file.file;
                if *known.entry(name).or_insert(shard) != shard {
                    return Err(Failure::mismatch("file", &[name, " is another thing to each of two editions"]));
                }
            }
        }
    }
    if manifest.edition(&manifest.current).is_none() {
        return Err(Failure::mismatch("current edition", &[&manifest.current.0, " is not listed"]));
    }
    Ok(manifest)
}

/// Whether the entry at `path` names nothing twice, and none of these files.
fn check_table(table: &TableEntry, path: &str, files: &mut BTreeSet<String>) -> Result<(), Failure> {
    distinct(table.contents.iter().map(|content| content.code()), |_| format!("{path}.contents"))?;
    distinct(&table.periods, |_| format!("{path}.periods"))?;
    // An area comes once for each sex and age span.
    let mut cells = BTreeSet::new();
    for (at, shard) in table.shards.iter().enumerate() {
        for (sex, age) in shard.sexes.iter().flat_map(|sex| shard.ages.iter().map(move |age| (sex.code(), age))) {
            for area in &shard.areas {
                once(format!("{area} {sex} {age}"), &mut cells, || format!("{path}.shards[{at}].areas"))?;
            }
        }
        once(shard.file.file.clone(), files, || format!("{path}.shards[{at}].file"))?;
    }
    Ok(())
}

/// The version of the layout of a file of ours; the rest may differ in another.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct Versioned {
    schema: u32,
}

/// Reads a file of ours, whose layout must be one that this code knows.
pub(super) fn read_file<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, Failure> {
    let Versioned { schema } = json_stat::parse(bytes)?;
    if schema != SCHEMA {
        return Err(Failure::UnknownSchema(schema));
    }
    Ok(json_stat::parse(bytes)?)
}

/// Whether each of these names comes once; `path` says where one stands.
pub(super) fn distinct<T: ToString>(
    names: impl IntoIterator<Item = T>,
    path: impl Fn(usize) -> String,
) -> Result<(), Failure> {
    let mut seen = BTreeSet::new();
    names.into_iter().enumerate().try_for_each(|(at, name)| once(name.to_string(), &mut seen, || path(at)))
}

/// Whether a name is none of those `seen`, to which it is added.
fn once(name: String, seen: &mut BTreeSet<String>, path: impl Fn() -> String) -> Result<(), Failure> {
    if seen.contains(&name) {
        return Err(Problem::Twice(name).at(path()).into());
    }
    seen.insert(name);
    Ok(())
}
