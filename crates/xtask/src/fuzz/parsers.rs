//! The readers of what comes from outside, each with what must hold of whatever it
//! takes: what is read and written again is the same, and an address is its selection.

use crate::import::Trial;
use crate::topics;
use anyhow::{Context, Result};
use faktabank_tables::json_stat::{Dataset, read_table, write_table};
use faktabank_tables::query::{decode, encode, needs, resolve};
use faktabank_tables::snapshot::{
    AREAS_FILE, MANIFEST_FILE, Manifest, read_areas, read_boundaries, read_manifest, write_areas,
};
use faktabank_tables::statistics::{Areas, Boundaries};
use std::fs;
use std::path::Path;

/// Tables of more cells than this are not written again: that takes long, and shows no more.
const WRITTEN: usize = 50_000;

/// What a reader of addresses and of answers knows beside its text.
pub(super) struct Surroundings {
    manifest: Manifest,
    areas: Areas,
    trial: Trial,
}

impl Surroundings {
    /// Those of a folder of data.
    ///
    /// # Errors
    ///
    /// If it does not read.
    pub(super) fn read(data: &Path) -> Result<Self> {
        let read = |file: &str| fs::read(data.join(file)).with_context(|| data.join(file).display().to_string());
        let manifest = read_manifest(&read(MANIFEST_FILE)?, topics::published(data)?)?;
        Ok(Self { manifest, areas: read_areas(&read(AREAS_FILE)?)?, trial: Trial::read(data)? })
    }
}

/// A reader.
#[derive(Clone, Copy)]
pub(super) enum Parser {
    JsonStat,
    Manifest,
    Areas,
    Geometry,
    Link,
    Metadata,
}

impl Parser {
    /// Every reader.
    pub(super) const ALL: [Self; 6] =
        [Self::JsonStat, Self::Manifest, Self::Areas, Self::Geometry, Self::Link, Self::Metadata];

    /// Its name, and that of its corpus.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::JsonStat => "json-stat",
            Self::Manifest => "manifest",
            Self::Areas => "areas",
            Self::Geometry => "geometry",
            Self::Link => "link",
            Self::Metadata => "metadata",
        }
    }

    /// Feeds it.
    ///
    /// # Errors
    ///
    /// What does not hold of an input that it takes.
    pub(super) fn feed(self, input: &[u8], around: &Surroundings) -> Result<(), String> {
        match self {
            Self::JsonStat => json_stat(input, around),
            Self::Manifest => manifest(input, around),
            Self::Areas => areas(input),
            Self::Geometry => geometry(input),
            Self::Link => link(input, around),
            Self::Metadata => {
                around.trial.metadata(input, &around.areas);
                Ok(())
            }
        }
    }
}

fn must(holds: bool, what: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what.to_owned()) }
}

fn json_stat(input: &[u8], around: &Surroundings) -> Result<(), String> {
    if let Ok(data) = Dataset::read(input) {
        let cells: usize = data.dimensions.iter().map(|dimension| dimension.codes.len()).product();
        must((data.values.len(), data.status.len()) == (cells, cells), "the cube has other cells than categories")?;
    }
    let Ok(table) = read_table(input, around.manifest.catalogue) else { return Ok(()) };
    must(table.cells.len() == table.areas.len() * table.cells_per_area(), "the table has other cells than categories")?;
    if table.cells.len() > WRITTEN {
        return Ok(());
    }
    let text =
        write_table(&table, |area| around.areas.name(area)).map_err(|error| format!("is not written: {error}"))?;
    let again = read_table(&text, around.manifest.catalogue).map_err(|error| format!("is not read again: {error}"))?;
    must(again == table, "is another table when it is read again")
}

fn manifest(input: &[u8], around: &Surroundings) -> Result<(), String> {
    let Ok(manifest) = read_manifest(input, around.manifest.catalogue) else { return Ok(()) };
    for link in ["", "vy=utforska&omrade=2080", "tabell=bas&diagram=karta", "vy=faktablad&omrade=20"] {
        if let Some(resolved) = resolve(&decode(link).0, &manifest, &around.areas) {
            let edition = manifest.edition(&resolved.edition.id).ok_or("resolves to an edition that is not there")?;
            needs(&resolved, edition);
        }
    }
    Ok(())
}

fn areas(input: &[u8]) -> Result<(), String> {
    let Ok(areas) = read_areas(input) else { return Ok(()) };
    let text = write_areas(&areas).map_err(|error| format!("is not written: {error}"))?;
    let again = read_areas(text.as_bytes()).map_err(|error| format!("is not read again: {error}"))?;
    must(again.areas == areas.areas && again.associations == areas.associations, "are others when read again")
}

fn geometry(input: &[u8]) -> Result<(), String> {
    let Ok(boundaries) = read_boundaries(input) else { return Ok(()) };
    Boundaries::around(boundaries.kommuner.iter());
    Ok(())
}

fn link(input: &[u8], around: &Surroundings) -> Result<(), String> {
    let text = String::from_utf8_lossy(input);
    let (selection, _) = decode(&text);
    let address = encode(&selection);
    must(decode(&address).0 == selection, "says another thing when it is written again")?;
    let resolved = resolve(&selection, &around.manifest, &around.areas).ok_or("resolves to no edition")?;
    let edition = around.manifest.edition(&resolved.edition.id).ok_or("resolves to an edition that is not there")?;
    needs(&resolved, edition);
    Ok(())
}
