//! A table and a former one to what changed: in words for a report, and as the
//! `changes.json` of an edition, which the page tells its readers.

mod compare;

pub(crate) use compare::{Change, Comparing, Comparison, Revision};

use crate::publish::{self, Files};
use anyhow::Result;
use faktabank_tables::snapshot::{
    CHANGES_FILE, Changes, ContentChanges, EditionId, FileEntry, LargestChange, Run, TableChanges,
};
use faktabank_tables::statistics::{Period, Sex, Table, TableId};

/// What a table changed against a former edition's table.
pub(crate) fn of_table(table: &Table, former: (&EditionId, &TableId), found: &Comparison) -> TableChanges {
    let compared = found.revisions.iter().filter(|(_, revision)| revision.compared > 0 || revision.is_any());
    let contents = compared.map(|(content, revision)| ContentChanges {
        content: *content,
        compared: revision.compared,
        changed: revision.changed,
        delivered: revision.delivered.cells,
        lost: revision.lost.cells,
        within: revision.within,
        largest: largest(revision, table),
        run: run(revision, found, &table.periods),
    });
    TableChanges {
        table: table.id.clone(),
        former_edition: former.0.clone(),
        former_table: former.1.clone(),
        new: found.new.clone(),
        gone: found.gone.clone(),
        contents: contents.collect(),
    }
}

fn largest(revision: &Revision, table: &Table) -> Option<LargestChange> {
    let (first, last) = revision.periods?;
    let Change { area, sex, age, period, was, is } = revision.largest.clone()?;
    let sex = (sex != Sex::Both).then_some(sex);
    let age = (table.ages.len() > 1).then_some(age);
    Some(LargestChange { first, last, area, sex, age, period, was, is })
}

fn run(revision: &Revision, found: &Comparison, all: &[Period]) -> Option<Run> {
    let (from, least, most) = revision.run(all)?;
    Some(Run { area: found.area?, from, least, most })
}

/// Adds the `changes.json` of an edition, if any of its tables was compared.
///
/// # Errors
///
/// None that plain data cause; those of serialising are passed on.
pub(crate) fn add(files: &mut Files, edition: &EditionId, tables: Vec<TableChanges>) -> Result<Option<FileEntry>> {
    if tables.is_empty() {
        return Ok(None);
    }
    let text = serde_json::to_string(&Changes::of(tables))?;
    Ok(Some(publish::add(files, format!("{edition}/{CHANGES_FILE}"), text)))
}
