//! Definitions and figures to the files of `data/`, in memory.

use super::definition::{self, EditionDefinition, TableDefinition};
use super::published::Published;
use super::{boundaries, events, figures, places};
use crate::changes::{self, Comparing};
use crate::publish::{self, Files, Said};
use crate::{newest, topics};
use anyhow::{Context, Result, ensure};
use faktabank_tables::snapshot::{
    BOUNDARIES_FILE, EVENTS_FILE, Edition, EditionId, FileEntry, MANIFEST_FILE, TableChanges, TableEntry,
};
use faktabank_tables::statistics::{Resolution, Table};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// Builds every file that the published figures give. Editions that are in the
/// folder and not defined here, the imported ones, stay in the manifest; so do those
/// that are published and say the same, with their files as they are.
///
/// # Errors
///
/// If a definition or a figure does not read; the error names file and line. If an
/// edition that is published, and not one of those named `unpublished`, would change.
pub(super) fn build(data: &Path, anchors: &Path, unpublished: &[EditionId]) -> Result<Files> {
    let catalogue = topics::defined(data)?;
    let definition = definition::read(anchors)?;
    let areas = places::read(anchors)?;
    let sources = sources(anchors)?;
    let mut files = Files::new();
    let mut editions = Vec::new();
    let mut published = Published::default();
    if data.join(MANIFEST_FILE).exists() {
        // First and in their order: of editions of one day, the one that was imported last is the newest.
        let defined = |id: &EditionId| definition.editions.iter().any(|edition| edition.id == *id);
        let found = publish::read(data, MANIFEST_FILE, catalogue)?.editions;
        let (known, imported): (Vec<Edition>, Vec<Edition>) = found.into_iter().partition(|it| defined(&it.id));
        editions.extend(imported);
        published =
            Published::of(data, known.into_iter().filter(|edition| !unpublished.contains(&edition.id)).collect());
    }
    // Oldest first, so that each finds the one before it.
    let mut former: Option<Read> = None;
    for definition in definition.editions.iter().rev() {
        let within = || anchors.join(definition::FILE).display().to_string();
        let mut read = taken_over(definition, former.as_ref()).with_context(within)?;
        let mut changes = Vec::new();
        let mut own = Files::new();
        for table in &definition.tables {
            let new = figures::read(anchors, table, (&sources, catalogue))?;
            let said = said(table).with_context(within)?;
            read.entries.push(publish::table(&mut own, &definition.id, &new, said, (&areas, catalogue))?);
            changes.extend(former.as_ref().and_then(|former| changed(&new, former)));
            read.tables.push(new);
        }
        if let Some(known) = published.keep(definition, &read.entries, &read.tables)? {
            let kept = |entry: TableEntry| known.table(&entry.id).map_or(entry, |known| TableEntry::clone(known));
            read.entries = read.entries.into_iter().map(kept).collect();
            editions.push(known);
            former = Some(read);
            continue;
        }
        files.append(&mut own);
        let changes = changes::add(&mut files, &definition.id, changes)?;
        let newest =
            newest::add(&mut files, &definition.id, &read.entries, &read.tables.iter().collect::<Vec<_>>(), &[])?;
        editions.push(edition(definition, (changes, newest), read.entries.clone()));
        former = Some(read);
    }
    published.refuse()?;
    let boundaries = publish::add(&mut files, BOUNDARIES_FILE.to_owned(), boundaries::build(anchors)?);
    let events = publish::add(&mut files, EVENTS_FILE.to_owned(), events::build(anchors)?);
    publish::compose(&mut files, editions, (&areas, catalogue), (Some(boundaries), Some(events)))?;
    Ok(files)
}

/// The keys of `sources.csv`.
fn sources(anchors: &Path) -> Result<BTreeSet<String>> {
    let file = anchors.join("sources.csv");
    let name = || file.display().to_string();
    let mut reader = csv::Reader::from_path(&file).with_context(name)?;
    let key =
        |record: csv::Result<csv::StringRecord>| Ok(record.with_context(name)?.get(0).unwrap_or_default().to_owned());
    let keys: BTreeSet<String> = reader.records().map(key).collect::<Result<_>>()?;
    ensure!(!keys.is_empty(), "{}: no source", name());
    Ok(keys)
}

/// An edition with its tables, and what the manifest says of each.
struct Read {
    id: EditionId,
    tables: Vec<Table>,
    entries: Vec<TableEntry>,
}

/// The tables that an edition has as the one before it has them, with their files
/// where they are.
fn taken_over(definition: &EditionDefinition, former: Option<&Read>) -> Result<Read> {
    let mut read = Read { id: definition.id.clone(), tables: Vec::new(), entries: Vec::new() };
    for id in &definition.taken_over {
        let known = former.and_then(|former| Some((former, former.tables.iter().position(|table| table.id == *id)?)));
        let (former, at) = known.with_context(|| format!("{}: no edition before it has {id}", definition.id))?;
        read.tables.push(former.tables[at].clone());
        read.entries.push(former.entries[at].clone());
    }
    Ok(read)
}

/// What changed in a table that the former edition has too.
fn changed(table: &Table, former: &Read) -> Option<TableChanges> {
    let old = former.tables.iter().find(|other| other.id == table.id)?;
    let mut comparing = Comparing::new(table, &old.periods, &old.areas);
    comparing.add(old);
    Some(changes::of_table(table, (&former.id, &old.id), &comparing.end()))
}

fn edition(
    definition: &EditionDefinition,
    (changes, newest): (Option<FileEntry>, Option<FileEntry>),
    tables: Vec<TableEntry>,
) -> Edition {
    Edition {
        id: definition.id.clone(),
        published: definition.published.clone(),
        label: definition.label.clone(),
        modelled: definition.modelled,
        changes,
        newest,
        tables: tables.into_iter().map(Arc::new).collect(),
    }
}

fn said(definition: &TableDefinition) -> Result<Said> {
    let opens_at = Resolution::from_code(&definition.opens_at);
    Ok(Said {
        opens_at: opens_at.with_context(|| format!("{}: opensAt {:?}", definition.id, definition.opens_at))?,
        population: definition.population.clone(),
        usual_age: definition.usual_age()?,
        layout: definition.layout,
    })
}

#[cfg(test)]
#[path = "files_tests.rs"]
mod tests;
