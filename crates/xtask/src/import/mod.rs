//! `cargo xtask import`: a table of a PxWebApi 2 service, or of a JSON-stat file,
//! to a new edition.
//!
//! # Steps
//!
//! 1. `definition` says what the table is, `source` where it is to be had,
//!    `service` what the agency allows, `metadata` what the table has; `resolve`
//!    makes a selection of them, by labels and roles.
//! 2. `plan` cuts it into the fewest calls; `client` makes them at the agency's
//!    pace; `answer` checks each, `cache` keeps it, `assemble` takes it over.
//! 3. `delivery` tells what was not reported, `verify` what does not add up,
//!    [`changes`](crate::changes) what was revised; `report` says it.
//! 4. `write` publishes the edition, or nothing.
//!
//! Nothing here knows a figure, and no code of the agency's but areas and
//! periods.

mod answer;
mod arguments;
mod assemble;
mod cache;
mod client;
mod definition;
mod delivery;
mod edition;
mod fetch;
mod former;
mod metadata;
mod pace;
mod plan;
mod progress;
mod report;
mod resolve;
mod service;
mod source;
mod spelling;
mod times;
mod verify;
mod write;

pub(crate) use arguments::Arguments;
pub(crate) use definition::{Definition, FILE as DEFINITIONS, Rule as TableRule, Wanted, parse as definitions};
pub(crate) use report::FILE as REPORT;

use crate::{changes, check_data, project};
use anyhow::{Result, ensure};
use faktabank_tables::snapshot::EditionId;
use former::Former;
use report::Report;
use source::Source;
use std::path::Path;
use times::Times;
use verify::Finding;
use write::Import;

/// Where answers are kept and editions are checked, below the project's folder.
const CACHE: &str = "target/import";

/// Imports a table.
///
/// # Errors
///
/// If no edition was written: the message says what to do.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let data = arguments.data.clone().unwrap_or_else(|| project::root().join("data"));
    let cache_root = arguments.cache.clone().unwrap_or_else(|| project::root().join(CACHE));
    check_definitions(&data)?;
    let former = Former::read(&data)?;
    let catalogue = former.manifest.catalogue;
    let definition = definition::read(&data, &arguments.table)?;
    if let Some(id) = &arguments.edition {
        former.check_name(&EditionId(id.clone()))?;
    }
    let mut source = match &arguments.file {
        Some(file) => Source::of_file(file, &definition)?,
        None => Source::of_service(arguments, &definition)?,
    };
    let times = Times { from: arguments.from, newest: arguments.keep_months.map(|months| months as usize) };
    let selection = resolve::resolve(&definition, &source.metadata, (&former.areas, catalogue), &times)?;
    let shape = &selection.shape;
    let id = arguments
        .edition
        .clone()
        .map_or_else(|| edition::name(shape, source.metadata.updated_on()), |id| Ok(EditionId(id)))?;
    former.check_name(&id)?;

    let mut table = edition::table(&definition, &source.metadata, shape);
    table.cells = source.cells(arguments, &definition, &selection, &cache_root)?;

    let silences = delivery::mark(&definition, shape, &mut table.cells);
    let findings = verify::verify(&definition, shape, &table.cells);
    let earlier = former.table(&definition);
    let mut comparison = earlier.map(|(_, entry)| former.compare(entry, &table)).transpose()?;
    let mut report = Report::default();
    report.table(&id, &definition, &source.metadata, &table);
    report.gaps(&selection, &silences, &table.cells, &former.areas);
    let earlier = earlier.map(|(edition, entry)| (&edition.id, &entry.id));
    report.comparison(earlier, comparison.as_ref(), &selection, &former.areas);
    report.findings(&findings, arguments.accept_warnings, shape, &former.areas);
    report.footnotes(&source.metadata.footnotes);
    println!("{}", report.text());

    // Months that were not asked for are not gone.
    if let Some(found) = comparison.as_mut().filter(|_| !times.is_all()) {
        found.gone.clear();
    }
    let gone = comparison.as_ref().map_or(0, |found| found.gone.len());
    refuse(&findings, gone, arguments.accept_warnings)?;
    if arguments.dry_run {
        println!("a dry run: edition {id} was not written; what was fetched is kept");
        return Ok(());
    }
    table.notes.extend(edition::note_on(findings.len(), &definition.source.agency));
    let accept = arguments.accept_warnings;
    let changes = earlier.zip(comparison).map(|(earlier, found)| changes::of_table(&table, earlier, &found));
    let import = Import { id, definition: &definition, shape, table, changes, report: report.text(), accept };
    let folder = write::write(&former, &cache_root.join("data.new"), &import)?;
    source.forget()?;
    println!("written: {}", folder.display());
    Ok(())
}

/// Refuses to import by definitions that do not hold together, each fault by its line.
fn check_definitions(data: &Path) -> Result<()> {
    let findings = check_data::check_definitions(data)?;
    for finding in &findings {
        println!("{finding}");
    }
    ensure!(findings.is_empty(), "{} findings in the definitions; nothing was fetched", findings.len());
    Ok(())
}

/// Refuses what nobody may accept, and warnings that were not accepted.
fn refuse(findings: &[Finding], gone: usize, accepted: bool) -> Result<()> {
    let errors = findings.iter().filter(|finding| finding.is_error).count();
    ensure!(errors == 0, "{errors} values cannot be; nothing was written, and what was fetched is kept");
    let warnings = findings.len() + gone;
    ensure!(
        warnings == 0 || accepted,
        "{warnings} warnings (of findings {}, of periods that are gone {gone}); nothing was written, and what was \
         fetched is kept. Read docs/data.md; when the agency's figures are to be kept as they are, run the same \
         command with --accept-warnings",
        findings.len()
    );
    Ok(())
}
