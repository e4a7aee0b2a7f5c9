//! A checked table to a new edition: beside the others, after `check-data` has
//! passed it, at once or not at all.

use super::definition::{Definition, is_of_another};
use super::edition;
use super::former::Former;
use super::report;
use super::resolve::Shape;
use crate::check_data::{EXCEPTIONS, Exception, Finding};
use crate::publish::{self, Files, Said};
use crate::{changes, newest};
use anyhow::{Result, ensure};
use faktabank_tables::snapshot::{Edition, EditionId, TableChanges, TableEntry};
use faktabank_tables::statistics::Table;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What becomes an edition.
pub(super) struct Import<'a> {
    pub(super) id: EditionId,
    pub(super) definition: &'a Definition,
    pub(super) shape: &'a Shape,
    pub(super) table: Table,
    /// What the agency revised since a former edition.
    pub(super) changes: Option<TableChanges>,
    pub(super) report: &'a str,
    /// Whether what does not add up is kept as the agency has published it.
    pub(super) accept: bool,
}

/// Writes the edition and gives its folder; `beside` is where it is checked.
///
/// # Errors
///
/// If `check-data` remarks on something that is not accepted, or a file cannot
/// be written. The folder of the data is then as it was.
pub(super) fn write(former: &Former<'_>, beside: &Path, import: &Import<'_>) -> Result<PathBuf> {
    let (id, data) = (&import.id, former.data);
    publish::clear(data, id)?;
    let mut files = files(former, import)?;
    let mut exceptions = Vec::new();
    // What is wrong with the definition of another table was so before, and is told.
    let check = |files: &Files| {
        let mut findings = publish::check(data, beside, files)?;
        findings.retain(|finding| !is_of_another(data, finding, &import.definition.id.0));
        anyhow::Ok(findings)
    };
    let mut findings = check(&files)?;
    if !findings.is_empty() {
        accept(&findings, import, &mut exceptions);
        add_exceptions(&mut files, id, &exceptions)?;
        findings = check(&files)?;
    }
    findings.iter().for_each(|finding| println!("{finding}"));
    ensure!(
        findings.is_empty(),
        "{} findings in what would be written; nothing was changed, and what was fetched is kept. Read docs/data.md; \
         what the agency has published so can be kept by --accept-warnings",
        findings.len()
    );
    former.check_unchanged()?;
    publish::edition(data, id, &files)?;
    Ok(data.join(&id.0))
}

/// Every file of the edition, and the manifest that names them.
fn files(former: &Former<'_>, import: &Import<'_>) -> Result<Files> {
    let Import { id, definition, shape, table, changes, .. } = import;
    let mut files = Files::new();
    let said = Said {
        opens_at: definition.opens_at()?,
        population: definition.population.clone(),
        usual_age: definition.usual_age()?,
        layout: definition.layout,
    };
    let entry = publish::table(&mut files, id, table, said, (&former.areas, former.manifest.catalogue))?;
    let tables = beside(former, import, entry)?;
    let published = former.published(&table.source.updated)?;
    let edition = Edition {
        id: id.clone(),
        label: edition::label(definition, shape, &published)?,
        published,
        modelled: false,
        changes: changes::add(&mut files, id, changes.iter().cloned().collect())?,
        newest: newest::add(&mut files, id, &tables, &[table], &newest::read(former.data, former.current()?)?)?,
        tables: tables.into_iter().map(Arc::new).collect(),
    };
    publish::add(&mut files, format!("{id}/{}", report::FILE), import.report.to_owned());
    // First, so that of editions of one day the new one is the newest.
    let editions = [vec![edition], former.manifest.editions.clone()].concat();
    let manifest = &former.manifest;
    let beside = (manifest.boundaries.clone(), manifest.events.clone());
    publish::compose(&mut files, editions, (&former.areas, manifest.catalogue), beside)?;
    Ok(files)
}

/// The new table among those that are taken over: in the place of the one that
/// it follows, or first if the edition is to open on it.
fn beside(former: &Former<'_>, import: &Import<'_>, entry: TableEntry) -> Result<Vec<TableEntry>> {
    let mut tables = former.take_over(&entry.id)?;
    let at = former.current()?.tables.iter().position(|table| table.id == entry.id);
    let new = if import.definition.first { 0 } else { tables.len() };
    tables.insert(at.unwrap_or(new), entry);
    Ok(tables)
}

/// Lists the findings of `check-data` as exceptions, if they may be and are to be kept.
fn accept(findings: &[Finding], import: &Import<'_>, list: &mut Vec<Exception>) {
    let all: Option<Vec<Exception>> =
        findings.iter().map(|finding| finding.exception(&import.id, &import.table.id)).collect();
    // Where not, the second check prints them.
    list.extend(all.filter(|_| import.accept).into_iter().flatten());
    list.sort();
    // One exception covers all findings of its rule in an area and period.
    list.dedup_by(|one, other| {
        (&one.table, &one.area, &one.period, &one.rule) == (&other.table, &other.area, &other.period, &other.rule)
    });
}

/// Adds the list of exceptions, if there are any.
fn add_exceptions(files: &mut Files, id: &EditionId, list: &[Exception]) -> Result<()> {
    if !list.is_empty() {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for exception in list {
            writer.serialize(exception)?;
        }
        files.insert(format!("{id}/{EXCEPTIONS}"), writer.into_inner()?);
    }
    Ok(())
}
