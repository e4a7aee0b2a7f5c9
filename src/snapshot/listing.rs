//! `manifest.json` as it is read: the contents that it names are codes, until
//! the catalogue that it says where to find is here too.

use super::reading::read_file;
use super::{
    Edition, EditionId, Failure, FileEntry, MANIFEST_FILE, Manifest, SCHEMA, Shard, SnapshotError, TableEntry,
};
use crate::json_stat::Problem;
use crate::statistics::{Age, Catalogue, ContentCode, Label, Period, Provenance, Resolution, TableId};
use serde::Deserialize;

/// A manifest whose contents are not known yet.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Listing {
    current: EditionId,
    topics: FileEntry,
    areas: FileEntry,
    explanations: Option<FileEntry>,
    boundaries: Option<FileEntry>,
    events: Option<FileEntry>,
    editions: Vec<EditionJson>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct EditionJson {
    id: EditionId,
    published: String,
    label: Label,
    modelled: bool,
    changes: Option<FileEntry>,
    newest: Option<FileEntry>,
    tables: Vec<TableJson>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct TableJson {
    id: TableId,
    label: Label,
    provenance: Provenance,
    opens_at: Resolution,
    contents: Vec<ContentCode>,
    periods: Vec<Period>,
    population: Option<TableId>,
    forecast_from: Option<Period>,
    #[serde(default)]
    usual_age: Age,
    shards: Vec<Shard>,
}

impl Listing {
    /// Reads `manifest.json` as far as it can be without a catalogue.
    ///
    /// # Errors
    /// [`SnapshotError`] if it is not JSON of that form, or of an unknown schema.
    pub fn read(bytes: &[u8]) -> Result<Self, SnapshotError> {
        read_file(bytes).map_err(|failure| failure.of(MANIFEST_FILE))
    }

    /// Where the catalogue is.
    pub const fn topics(&self) -> &FileEntry {
        &self.topics
    }

    /// Where the areas are.
    pub const fn areas(&self) -> &FileEntry {
        &self.areas
    }

    /// The manifest, whose contents are those of the catalogue.
    pub(super) fn resolve(self, catalogue: &'static Catalogue) -> Result<Manifest, Failure> {
        let mut editions = Vec::new();
        for (at, edition) in self.editions.into_iter().enumerate() {
            let mut tables = Vec::new();
            for (table_at, table) in edition.tables.into_iter().enumerate() {
                tables.push(table.resolve(catalogue, &format!("editions[{at}].tables[{table_at}]"))?);
            }
            let EditionJson { id, published, label, modelled, changes, newest, .. } = edition;
            editions.push(Edition { id, published, label, modelled, changes, newest, tables });
        }
        let Self { current, topics, areas, explanations, boundaries, events, .. } = self;
        Ok(Manifest { schema: SCHEMA, current, topics, areas, explanations, boundaries, events, editions, catalogue })
    }
}

impl TableJson {
    fn resolve(self, catalogue: &'static Catalogue, path: &str) -> Result<TableEntry, Failure> {
        let mut contents = Vec::with_capacity(self.contents.len());
        for (at, code) in self.contents.into_iter().enumerate() {
            let Some(content) = catalogue.content(&code.0) else {
                let unknown = Problem::Unknown { what: "contents", found: code.0 };
                return Err(unknown.at(format!("{path}.contents[{at}]")).into());
            };
            contents.push(content);
        }
        Ok(TableEntry {
            topic: catalogue.topic_of(&self.id, &contents),
            id: self.id,
            label: self.label,
            provenance: self.provenance,
            opens_at: self.opens_at,
            contents,
            periods: self.periods,
            population: self.population,
            forecast_from: self.forecast_from,
            usual_age: self.usual_age,
            shards: self.shards,
        })
    }
}
