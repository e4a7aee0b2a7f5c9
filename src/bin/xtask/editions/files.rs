//! Definitions and figures to the files of `data/`, in memory.

use super::definition::{self, EditionDefinition, TableDefinition};
use super::{figures, places};
use anyhow::{Context, Result};
use faktabank::json_stat::write_table;
use faktabank::snapshot::{
    AREAS_FILE, Edition, FileEntry, MANIFEST_FILE, Manifest, SCHEMA, Shard, TableEntry, sha256, write_areas,
};
use faktabank::statistics::{AreaCode, Areas, Resolution, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Files by path below `data/`.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Builds every file that the published figures give.
///
/// # Errors
///
/// If a definition or a figure does not read; the error names file and line.
pub(super) fn build(anchors: &Path) -> Result<Files> {
    let definition = definition::read(anchors)?;
    let areas = places::read(anchors)?;
    let sources = sources(anchors)?;
    let mut files = Files::new();
    let areas_entry = add(&mut files, AREAS_FILE.to_owned(), write_areas(&areas)?);
    let editions = definition
        .editions
        .iter()
        .map(|edition| build_edition(anchors, edition, &areas, &sources, &mut files))
        .collect::<Result<_>>()?;
    let manifest = Manifest { schema: SCHEMA, current: definition.current, areas: areas_entry, editions };
    add(&mut files, MANIFEST_FILE.to_owned(), serde_json::to_string(&manifest)?);
    Ok(files)
}

/// The keys of `sources.csv`.
fn sources(anchors: &Path) -> Result<BTreeSet<String>> {
    let file = anchors.join("sources.csv");
    let mut reader = csv::Reader::from_path(&file).with_context(|| file.display().to_string())?;
    reader.records().map(|record| Ok(record?.get(0).unwrap_or_default().to_owned())).collect()
}

fn add(files: &mut Files, file: String, text: String) -> FileEntry {
    let bytes = (text + "\n").into_bytes();
    let entry = FileEntry { file: file.clone(), bytes: bytes.len(), sha256: sha256(&bytes) };
    files.insert(file, bytes);
    entry
}

fn build_edition(
    anchors: &Path,
    edition: &EditionDefinition,
    areas: &Areas,
    sources: &BTreeSet<String>,
    files: &mut Files,
) -> Result<Edition> {
    let mut tables = Vec::new();
    for definition in &edition.tables {
        let table = figures::read(anchors, definition, sources)?;
        let mut shards = Vec::new();
        for (shard, part) in split(&table) {
            let file = format!("{}/{}/{shard}.json", edition.id, table.id);
            let text = write_table(&part, |area| areas.name(area))?;
            shards.push(Shard { file: add(files, file, text), areas: part.areas });
        }
        tables.push(entry(definition, &table, shards)?);
    }
    Ok(Edition {
        id: edition.id.clone(),
        published: edition.published.clone(),
        label: edition.label.clone(),
        modelled: edition.modelled,
        tables,
    })
}

fn entry(definition: &TableDefinition, table: &Table, shards: Vec<Shard>) -> Result<TableEntry> {
    let opens_at = Resolution::from_code(&definition.opens_at);
    Ok(TableEntry {
        id: table.id.clone(),
        label: table.label.clone(),
        provenance: table.provenance,
        opens_at: opens_at.with_context(|| format!("{}: opensAt {:?}", table.id, definition.opens_at))?,
        contents: table.contents.clone(),
        periods: table.periods.clone(),
        population: definition.population.clone(),
        shards,
    })
}

/// A table in parts, one a län with its kommuner and one of riket: what a view
/// needs at once. Parts and areas keep their order.
fn split(table: &Table) -> Vec<(AreaCode, Table)> {
    let mut parts: Vec<(AreaCode, Table)> = Vec::new();
    let size = table.cells_per_area();
    for (area, cells) in table.areas.iter().zip(table.cells.chunks(size)) {
        let name = area.county().unwrap_or(AreaCode::Country);
        let part = match parts.iter().position(|(known, _)| *known == name) {
            Some(position) => &mut parts[position].1,
            None => {
                let empty = Table { areas: Vec::new(), cells: Vec::new(), ..table.clone() };
                parts.push((name, empty));
                let last = parts.len() - 1;
                &mut parts[last].1
            }
        };
        part.areas.push(*area);
        part.cells.extend_from_slice(cells);
    }
    parts
}
