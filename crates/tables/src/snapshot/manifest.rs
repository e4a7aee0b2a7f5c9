//! `manifest.json`: the editions, their tables, and the files of each.

use crate::statistics::{
    Age, AreaCode, Catalogue, Content, Label, Period, Provenance, Resolution, Sex, TableId, Topic,
};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The version of the layout of `data/` that this code reads.
pub const SCHEMA: u32 = 1;

/// The name of an edition in links and folders: `2026-06`, `modell`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EditionId(pub String);

impl fmt::Display for EditionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file of `data/`, with what it must be to be believed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileEntry {
    /// Path below `data/`.
    pub file: String,
    /// Size in bytes.
    pub bytes: usize,
    /// SHA-256, in lower-case hexadecimal.
    pub sha256: String,
}

/// All editions, and which one the explorer opens on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Manifest {
    /// Version of this layout; [`SCHEMA`].
    pub schema: u32,
    /// The edition that the explorer opens on: the newest real one.
    pub current: EditionId,
    /// `topics.json`.
    pub topics: FileEntry,
    /// `areas.json`.
    pub areas: FileEntry,
    /// `explanations.json`; `None` in the manifest of a generated edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanations: Option<FileEntry>,
    /// `geo/kommuner.json`, for maps; `None` in the manifest of a generated edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boundaries: Option<FileEntry>,
    /// `handelser.json`, what happened outside of the figures; `None` as above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events: Option<FileEntry>,
    /// The area that a site opens on, where it says one: `data/site.toml` has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<AreaCode>,
    /// Newest first.
    pub editions: Vec<Edition>,
    /// What its contents are, as `topics.json` says.
    #[serde(skip)]
    pub catalogue: &'static Catalogue,
}

/// One published set of snapshots, never changed afterwards.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edition {
    /// Its name.
    pub id: EditionId,
    /// Day of publication, `YYYY-MM-DD`.
    pub published: String,
    /// What it is, in a sentence.
    pub label: Label,
    /// Whether its figures come from the model.
    pub modelled: bool,
    /// What changed since a former edition; `None` where there is none to compare with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<FileEntry>,
    /// Newest numbers of every kommun, for places; `None` where no table lies in many files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub newest: Option<FileEntry>,
    /// Its tables, in the order of menus.
    pub tables: Vec<Arc<TableEntry>>,
}

/// What is known of a table before any of its cells is loaded: enough to
/// resolve a selection and to choose shards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TableEntry {
    /// Its name.
    pub id: TableId,
    /// Its title.
    pub label: Label,
    /// Where its figures come from.
    pub provenance: Provenance,
    /// The resolution at which it opens; see [`Resolution::code`].
    pub opens_at: Resolution,
    /// Its contents, in order; see [`Content::code`].
    pub contents: Vec<Content>,
    /// Its periods, in order.
    pub periods: Vec<Period>,
    /// The table whose population serves as denominator, where this one has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<TableId>,
    /// The first period that is a forecast; left out where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forecast_from: Option<Period>,
    /// The age span that figures of it need not say; left out where it is 20–64 years.
    #[serde(skip_serializing_if = "is_usual")]
    pub usual_age: Age,
    /// Its files, each with the areas in it.
    pub shards: Vec<Shard>,
    /// What it is about.
    #[serde(skip)]
    pub topic: Topic,
}

/// One file of a table: all of its cells for some areas, sexes and age spans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shard {
    /// The file.
    #[serde(flatten)]
    pub file: FileEntry,
    /// The areas in it, in the order of the file.
    pub areas: Vec<AreaCode>,
    /// The sexes in it; left out where they are women and men together.
    #[serde(skip_serializing_if = "is_default")]
    pub sexes: Vec<Sex>,
    /// The age spans in it; left out where it is 20–64 years alone.
    #[serde(skip_serializing_if = "is_default")]
    pub ages: Vec<Age>,
}

impl Manifest {
    /// The files beside the figures: topics, areas, what each edition changed and
    /// its newest numbers, and of the others those that there are.
    pub fn beside(&self) -> impl Iterator<Item = &FileEntry> {
        let of_editions = self.editions.iter().flat_map(|edition| [edition.changes.as_ref(), edition.newest.as_ref()]);
        let beside = [&self.explanations, &self.boundaries, &self.events].map(Option::as_ref);
        [&self.topics, &self.areas].into_iter().chain(beside.into_iter().chain(of_editions).flatten())
    }

    /// An edition by name.
    pub fn edition(&self, id: &EditionId) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.id == *id)
    }
}

impl Edition {
    /// Its tables, in order.
    pub fn entries(&self) -> impl Iterator<Item = &TableEntry> {
        self.tables.iter().map(Arc::as_ref)
    }

    /// A table by name.
    pub fn table(&self, id: &TableId) -> Option<&Arc<TableEntry>> {
        self.tables.iter().find(|table| table.id == *id)
    }
}

impl TableEntry {
    /// The areas of the table, in order. Every sex and age span has the same.
    pub fn areas(&self) -> Vec<AreaCode> {
        let mut areas = Vec::new();
        let Some(first) = self.shards.first() else { return areas };
        for shard in &self.shards {
            if shard.sexes.first() == first.sexes.first() && shard.ages.first() == first.ages.first() {
                areas.extend_from_slice(&shard.areas);
            }
        }
        areas
    }

    /// Whether the table holds an area.
    pub fn holds(&self, area: AreaCode) -> bool {
        self.areas().contains(&area)
    }

    /// Whether the table tells women from men, with numbers of both.
    pub(crate) fn tells_apart(&self) -> bool {
        let tells = |sex: Sex| self.shards.iter().any(|shard| shard.sexes.contains(&sex));
        tells(Sex::Women) && tells(Sex::Men)
    }

    /// The sexes of the table, in the order of menus.
    pub fn sexes(&self) -> Vec<Sex> {
        Sex::ALL.into_iter().filter(|sex| self.shards.iter().any(|shard| shard.sexes.contains(sex))).collect()
    }

    /// The age spans of the table, in the order of its files; the first is shown
    /// where none is asked for.
    pub fn ages(&self) -> Vec<Age> {
        let mut ages = Vec::new();
        for &age in self.shards.iter().flat_map(|shard| &shard.ages) {
            if !ages.contains(&age) {
                ages.push(age);
            }
        }
        ages
    }

    /// The shards that hold the given areas for any of these sexes and an age span,
    /// each once.
    pub fn shards_of(&self, areas: &[AreaCode], sexes: &[Sex], age: Age) -> Vec<&Shard> {
        let mut shards = Vec::new();
        for shard in &self.shards {
            let is_of_them = shard.sexes.iter().any(|sex| sexes.contains(sex)) && shard.ages.contains(&age);
            if is_of_them && shard.areas.iter().any(|area| areas.contains(area)) {
                shards.push(shard);
            }
        }
        shards
    }

    /// The resolution that the table is published at.
    pub fn resolution(&self) -> Resolution {
        self.periods.first().map_or(Resolution::Month, |period| period.resolution())
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_usual(age: &Age) -> bool {
    *age == Age::default()
}

fn is_default<T: Default + PartialEq>(items: &[T]) -> bool {
    *items == [T::default()]
}
