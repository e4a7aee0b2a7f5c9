//! Definitions and figures to the files of `data/`, in memory.

use super::definition::{self, EditionDefinition, TableDefinition};
use super::{boundaries, events, figures, places};
use crate::changes::{self, Comparing};
use crate::publish::{self, Files, Said};
use anyhow::{Context, Result};
use faktabank::snapshot::{BOUNDARIES_FILE, EVENTS_FILE, Edition, EditionId, MANIFEST_FILE, TableChanges, TableEntry};
use faktabank::statistics::{Areas, Resolution, Table};
use std::collections::BTreeSet;
use std::path::Path;

/// Builds every file that the published figures give. Editions that are in the
/// folder and not defined here, the imported ones, stay in the manifest.
///
/// # Errors
///
/// If a definition or a figure does not read; the error names file and line.
pub(super) fn build(data: &Path, anchors: &Path) -> Result<Files> {
    let definition = definition::read(anchors)?;
    let areas = places::read(anchors)?;
    let sources = sources(anchors)?;
    let mut files = Files::new();
    let mut editions = Vec::new();
    if data.join(MANIFEST_FILE).exists() {
        // First and in their order: of editions of one day, the one that was imported last is the newest.
        let defined = |id: &EditionId| definition.editions.iter().any(|edition| edition.id == *id);
        let imported = publish::read(data, MANIFEST_FILE)?.editions.into_iter().filter(|edition| !defined(&edition.id));
        editions.extend(imported);
    }
    // Oldest first, so that each finds the one before it.
    let mut former: Option<(EditionId, Vec<Table>)> = None;
    for edition in definition.editions.iter().rev() {
        let tables = edition.tables.iter().map(|table| figures::read(anchors, table, &sources));
        let tables = tables.collect::<Result<Vec<Table>>>()?;
        let changes = former.iter().flat_map(|(id, former)| changed(&tables, id, former)).collect();
        let changes = changes::add(&mut files, &edition.id, changes)?;
        editions.push(Edition { changes, ..build_edition(edition, &tables, &areas, &mut files)? });
        former = Some((edition.id.clone(), tables));
    }
    let boundaries = publish::add(&mut files, BOUNDARIES_FILE.to_owned(), boundaries::build(anchors)?);
    let events = publish::add(&mut files, EVENTS_FILE.to_owned(), events::build(anchors)?);
    publish::compose(&mut files, editions, &areas, (Some(boundaries), Some(events)))?;
    Ok(files)
}

/// The keys of `sources.csv`.
fn sources(anchors: &Path) -> Result<BTreeSet<String>> {
    let file = anchors.join("sources.csv");
    let mut reader = csv::Reader::from_path(&file).with_context(|| file.display().to_string())?;
    reader.records().map(|record| Ok(record?.get(0).unwrap_or_default().to_owned())).collect()
}

/// What changed in tables that a former edition has too.
fn changed(tables: &[Table], id: &EditionId, former: &[Table]) -> Vec<TableChanges> {
    let same = |table: &Table| former.iter().find(|other| other.id == table.id);
    let compared = tables.iter().filter_map(|table| {
        let former = same(table)?;
        let mut comparing = Comparing::new(table, &former.periods, &former.areas);
        comparing.add(former);
        Some(changes::of_table(table, (id, &former.id), &comparing.end()))
    });
    compared.collect()
}

fn build_edition(edition: &EditionDefinition, read: &[Table], areas: &Areas, files: &mut Files) -> Result<Edition> {
    let mut tables: Vec<TableEntry> = Vec::new();
    for (definition, table) in edition.tables.iter().zip(read) {
        tables.push(publish::table(files, &edition.id, table, said(definition)?, areas)?);
    }
    Ok(Edition {
        id: edition.id.clone(),
        published: edition.published.clone(),
        label: edition.label.clone(),
        modelled: edition.modelled,
        changes: None,
        tables,
    })
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
