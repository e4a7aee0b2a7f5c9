//! Definitions and figures to the files of `data/`, in memory.

use super::definition::{self, EditionDefinition, TableDefinition};
use super::{boundaries, figures, places};
use crate::publish::{self, Files, Layout, Said};
use anyhow::{Context, Result};
use faktabank::snapshot::{BOUNDARIES_FILE, Edition, EditionId, MANIFEST_FILE, TableEntry};
use faktabank::statistics::{Areas, Resolution};
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
    for edition in &definition.editions {
        editions.push(build_edition(anchors, edition, &areas, &sources, &mut files)?);
    }
    let boundaries = publish::add(&mut files, BOUNDARIES_FILE.to_owned(), boundaries::build(anchors)?);
    publish::compose(&mut files, editions, &areas, Some(boundaries))?;
    Ok(files)
}

/// The keys of `sources.csv`.
fn sources(anchors: &Path) -> Result<BTreeSet<String>> {
    let file = anchors.join("sources.csv");
    let mut reader = csv::Reader::from_path(&file).with_context(|| file.display().to_string())?;
    reader.records().map(|record| Ok(record?.get(0).unwrap_or_default().to_owned())).collect()
}

fn build_edition(
    anchors: &Path,
    edition: &EditionDefinition,
    areas: &Areas,
    sources: &BTreeSet<String>,
    files: &mut Files,
) -> Result<Edition> {
    let mut tables: Vec<TableEntry> = Vec::new();
    for definition in &edition.tables {
        let table = figures::read(anchors, definition, sources)?;
        tables.push(publish::table(files, &edition.id, &table, said(definition)?, areas)?);
    }
    Ok(Edition {
        id: edition.id.clone(),
        published: edition.published.clone(),
        label: edition.label.clone(),
        modelled: edition.modelled,
        tables,
    })
}

fn said(definition: &TableDefinition) -> Result<Said> {
    let opens_at = Resolution::from_code(&definition.opens_at);
    Ok(Said {
        opens_at: opens_at.with_context(|| format!("{}: opensAt {:?}", definition.id, definition.opens_at))?,
        population: definition.population.clone(),
        layout: Layout::ByCounty,
    })
}
