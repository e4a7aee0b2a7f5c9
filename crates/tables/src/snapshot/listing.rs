//! `manifest.json` as it is read: the contents that it names are codes, until
//! the catalogue that it says where to find is here too.

use super::reading::read_file;
use super::{
    Edition, EditionId, Failure, FileEntry, MANIFEST_FILE, Manifest, SCHEMA, Shard, SnapshotError, TableEntry,
};
use crate::json_stat::{Error, Fields};
use crate::statistics::{Age, AreaCode, Catalogue, Period, Provenance, Resolution, Sex, TableId};
use serde_json::{Map, Value};
use std::sync::Arc;

/// A manifest whose contents are not known yet.
#[derive(Clone, Debug)]
pub struct Listing {
    topics: FileEntry,
    areas: FileEntry,
    json: Map<String, Value>,
}

impl Listing {
    /// Reads `manifest.json` as far as it can be without a catalogue.
    ///
    /// # Errors
    /// [`SnapshotError`] if it is not a JSON object, of an unknown schema, or does
    /// not say where the catalogue and the areas are.
    pub fn read(bytes: &[u8]) -> Result<Self, SnapshotError> {
        let of_manifest = |failure: Failure| failure.of(MANIFEST_FILE);
        let json: Map<String, Value> = read_file(bytes).map_err(of_manifest)?;
        let fields = Fields::of(&json, String::new());
        let file = |key| fields.fields(key).and_then(|it| file(&it)).map_err(|error| of_manifest(error.into()));
        Ok(Self { topics: file("topics")?, areas: file("areas")?, json })
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
        let fields = Fields::of(&self.json, String::new());
        let mut editions = Vec::new();
        for edition in fields.list("editions")? {
            editions.push(read_edition(&edition, catalogue)?);
        }
        Ok(Manifest {
            schema: SCHEMA,
            current: EditionId(fields.text("current")?.to_owned()),
            explanations: optional_file(&fields, "explanations")?,
            boundaries: optional_file(&fields, "boundaries")?,
            events: optional_file(&fields, "events")?,
            home: fields.optional_code("home", "area", AreaCode::from_code)?,
            editions,
            catalogue,
            topics: self.topics,
            areas: self.areas,
        })
    }
}

fn file(fields: &Fields<'_>) -> Result<FileEntry, Error> {
    Ok(FileEntry {
        file: fields.text("file")?.to_owned(),
        bytes: fields.count("bytes")?,
        sha256: fields.text("sha256")?.to_owned(),
    })
}

fn optional_file(fields: &Fields<'_>, key: &str) -> Result<Option<FileEntry>, Error> {
    fields.optional(key)?.map(|it| file(&it)).transpose()
}

fn read_edition(fields: &Fields<'_>, catalogue: &'static Catalogue) -> Result<Edition, Error> {
    let mut tables = Vec::new();
    for table in fields.list("tables")? {
        tables.push(Arc::new(read_entry(&table, catalogue)?));
    }
    Ok(Edition {
        id: EditionId(fields.text("id")?.to_owned()),
        published: fields.text("published")?.to_owned(),
        label: fields.label("label")?,
        modelled: fields.flag("modelled")?,
        changes: optional_file(fields, "changes")?,
        newest: optional_file(fields, "newest")?,
        tables,
    })
}

fn read_entry(fields: &Fields<'_>, catalogue: &'static Catalogue) -> Result<TableEntry, Error> {
    let id = TableId(fields.text("id")?.to_owned());
    let contents = fields.codes("contents", "contents", |code| catalogue.content(code))?;
    let mut shards = Vec::new();
    for shard in fields.list("shards")? {
        shards.push(read_shard(&shard)?);
    }
    Ok(TableEntry {
        topic: catalogue.topic_of(&id, &contents),
        id,
        label: fields.label("label")?,
        provenance: fields.code("provenance", "provenance", Provenance::from_key)?,
        opens_at: fields.code("opensAt", "resolution", Resolution::from_code)?,
        contents,
        periods: fields.codes("periods", "period", Period::from_code)?,
        population: fields.optional_code("population", "table", |id| Some(TableId(id.to_owned())))?,
        forecast_from: fields.optional_code("forecastFrom", "period", Period::from_code)?,
        usual_age: fields.optional_code("usualAge", "age", Age::from_code)?.unwrap_or_default(),
        shards,
    })
}

fn read_shard(fields: &Fields<'_>) -> Result<Shard, Error> {
    let mut shard = Shard {
        file: file(fields)?,
        areas: fields.codes("areas", "area", AreaCode::from_code)?,
        sexes: vec![Sex::default()],
        ages: vec![Age::default()],
    };
    if fields.has("sexes") {
        shard.sexes = fields.codes("sexes", "sex", Sex::from_code)?;
    }
    if fields.has("ages") {
        shard.ages = fields.codes("ages", "age", Age::from_code)?;
    }
    Ok(shard)
}
