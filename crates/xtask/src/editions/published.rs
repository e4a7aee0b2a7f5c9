//! Editions that are published, against what their definitions would make of them
//! now: the same, or a refusal that says what differs and what to do.
//!
//! Compared are figures and all that is said of them, not bytes: the words that a
//! file has for others' programs stay as they were published.

use super::definition::{EditionDefinition, FILE};
use anyhow::{Context, Result, bail};
use faktabank_tables::snapshot::{Edition, TableEntry, read_shard};
use faktabank_tables::statistics::{Cell, Table};
use std::fs;
use std::path::{Path, PathBuf};

/// The published editions of a folder, and what of them would change.
#[derive(Default)]
pub(super) struct Published {
    data: PathBuf,
    editions: Vec<Edition>,
    changed: Vec<String>,
}

impl Published {
    /// These editions of a folder of data.
    pub(super) fn of(data: &Path, editions: Vec<Edition>) -> Self {
        Self { data: data.to_owned(), editions, changed: Vec::new() }
    }

    /// The edition as it is published, if it is; what its definition would change of it
    /// is noted. `entries` and `tables` are what the definition makes now, in one order.
    ///
    /// # Errors
    ///
    /// If a file of it is not what the manifest says.
    pub(super) fn keep(
        &mut self,
        definition: &EditionDefinition,
        entries: &[TableEntry],
        tables: &[Table],
    ) -> Result<Option<Edition>> {
        let Some(known) = self.editions.iter().find(|edition| edition.id == definition.id).cloned() else {
            return Ok(None);
        };
        let mut note = |what: String| self.changed.push(format!("{}: {what}", definition.id));
        if (&known.published, &known.label) != (&definition.published, &definition.label) {
            note(format!("{FILE} has another day or another label for it"));
        }
        for was in known.entries().filter(|was| !entries.iter().any(|entry| entry.id == was.id)) {
            note(format!("{FILE} no longer has its table {}", was.id));
        }
        for (entry, table) in entries.iter().zip(tables) {
            let file = definition.tables.iter().find(|known| known.id == entry.id).map(|known| known.figures.as_str());
            let from = file.unwrap_or(FILE);
            match known.table(&entry.id) {
                None => note(format!("{FILE} gives it one more table, {}", entry.id)),
                Some(was) => {
                    let found = difference(&self.data, was, entry, table)?;
                    found.into_iter().for_each(|what| note(format!("{}, from {from}: {what}", entry.id)));
                }
            }
        }
        Ok(Some(known))
    }

    /// Refuses what would change an edition that is published.
    ///
    /// # Errors
    ///
    /// If anything would.
    pub(super) fn refuse(&self) -> Result<()> {
        if self.changed.is_empty() {
            return Ok(());
        }
        bail!(
            "editions that are published never change, and these would:\n  {}\nPut new figures into a file of their own, \
             and into a new edition at the head of {FILE}, which takes over what is as it was (docs/data.md). Only an \
             edition that no reader has seen is written anew, by --unpublished and its name",
            self.changed.join("\n  ")
        )
    }
}

/// The first thing in which a table differs from the published one, in words.
fn difference(data: &Path, was: &TableEntry, is: &TableEntry, table: &Table) -> Result<Option<String>> {
    let said = |entry: &TableEntry| (entry.label.clone(), entry.opens_at, entry.population.clone(), entry.usual_age);
    if said(was) != said(is) {
        return Ok(Some("its title is another, or what it opens with".to_owned()));
    }
    let mut cells = 0;
    for shard in &was.shards {
        let file = data.join(&shard.file.file);
        let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
        let part = read_shard(was, shard, &bytes)?;
        cells += part.cells.len();
        if let Some(what) = part_differs(&part, table) {
            return Ok(Some(what));
        }
    }
    let more = table.cells.len().abs_diff(cells);
    Ok((more > 0).then(|| format!("{more} cells came or went with their areas, persons or periods")))
}

/// The first thing in which a part of a table differs from the whole that is made now.
fn part_differs(part: &Table, table: &Table) -> Option<String> {
    for (differs, what) in [
        (part.source != table.source, "its source"),
        (part.notes != table.notes || part.area_notes != table.area_notes, "its notes"),
        ((part.provenance, &part.exactness) != (table.provenance, &table.exactness), "how exact it is"),
        (
            (part.preliminary_from, part.perturbed_from, &part.forecast)
                != (table.preliminary_from, table.perturbed_from, &table.forecast),
            "what of it is preliminary, altered or a forecast",
        ),
        (part.contents != table.contents, "its contents"),
        (part.periods != table.periods, "its periods"),
    ] {
        if differs {
            return Some(format!("{what} would be another"));
        }
    }
    let per_content = part.sexes.len() * part.ages.len() * part.periods.len();
    let was = part.cells.chunks(per_content.max(1));
    let rows = part.areas.iter().flat_map(|area| part.contents.iter().map(move |content| (*area, *content)));
    for ((area, content), was) in rows.zip(was) {
        let persons = part.sexes.iter().flat_map(|sex| part.ages.iter().map(move |age| (*sex, *age)));
        for ((sex, age), was) in persons.zip(was.chunks(part.periods.len().max(1))) {
            let is = table.series(area, content, sex, age).unwrap_or_default();
            if let Some(at) = (0..was.len()).find(|at| is.get(*at) != Some(&was[*at])) {
                let name = format!("{area} {} {} {age} {}", content.code(), sex.code(), part.periods[at]);
                let say = |cell: Option<&Cell>| match cell {
                    Some(Ok(value)) => value.to_string(),
                    Some(Err(_)) | None => "not there".to_owned(),
                };
                return Some(format!("{name} is {} and would be {}", say(was.get(at)), say(is.get(at))));
            }
        }
    }
    None
}
