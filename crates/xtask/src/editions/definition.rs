//! `anchors/editions.json` to typed definitions: which tables an edition has
//! and what is said of each beside its figures.

use crate::publish::Layout;
use anyhow::{Context, Result, ensure};
use faktabank_tables::snapshot::EditionId;
use faktabank_tables::statistics::{Age, AreaNote, Exactness, Forecast, Label, Period, Provenance, Source, TableId};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// The file of the definitions, below the folder of anchors.
pub(super) const FILE: &str = "editions.json";

/// All editions, as they are to be written.
#[derive(Deserialize)]
pub(super) struct Definition {
    /// Newest first.
    pub(super) editions: Vec<EditionDefinition>,
}

/// One edition.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct EditionDefinition {
    pub(super) id: EditionId,
    pub(super) published: String,
    pub(super) label: Label,
    pub(super) modelled: bool,
    /// Tables of the edition before this one that are as they were; they come first.
    #[serde(default)]
    pub(super) taken_over: Vec<TableId>,
    pub(super) tables: Vec<TableDefinition>,
}

/// One table.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct TableDefinition {
    pub(super) id: TableId,
    pub(super) label: Label,
    /// The file of its figures, beside the definition.
    pub(super) figures: String,
    /// The key of the source of figures whose row names none.
    pub(super) figures_from: String,
    pub(super) provenance: Provenance,
    /// The code of the resolution at which it opens.
    pub(super) opens_at: String,
    pub(super) source: Source,
    pub(super) exactness: Exactness,
    /// How its files are divided.
    #[serde(default)]
    pub(super) layout: Layout,
    #[serde(default)]
    pub(super) preliminary_from: Option<Period>,
    /// The first period whose figures the agency alters at random.
    #[serde(default)]
    pub(super) perturbed_from: Option<Period>,
    #[serde(default)]
    pub(super) forecast: Option<Forecast>,
    pub(super) notes: Vec<Label>,
    #[serde(default)]
    pub(super) area_notes: Vec<AreaNote>,
    #[serde(default)]
    pub(super) population: Option<TableId>,
    /// The code of the age span of figures whose row names none.
    #[serde(default)]
    pub(super) age: Option<String>,
    /// The code of the age span that figures of it need not say, where it is another.
    #[serde(default)]
    pub(super) usual_age: Option<String>,
}

impl TableDefinition {
    /// The age span of figures whose row names none.
    ///
    /// # Errors
    ///
    /// If its code is none.
    pub(super) fn age(&self) -> Result<Age> {
        let Some(code) = &self.age else { return Ok(Age::default()) };
        Age::from_code(code).with_context(|| format!("{}: age {code:?}", self.id))
    }

    /// The age span that figures of it need not say.
    ///
    /// # Errors
    ///
    /// If its code is none.
    pub(super) fn usual_age(&self) -> Result<Age> {
        let Some(code) = &self.usual_age else { return self.age() };
        Age::from_code(code).with_context(|| format!("{}: usualAge {code:?}", self.id))
    }
}

/// Reads the definitions.
///
/// # Errors
///
/// If the file is not there or not of this form.
pub(super) fn read(anchors: &Path) -> Result<Definition> {
    let file = anchors.join(FILE);
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let read: Definition = serde_json::from_str(&text).with_context(|| file.display().to_string())?;
    ensure!(!read.editions.is_empty(), "{}: no edition", file.display());
    Ok(read)
}
