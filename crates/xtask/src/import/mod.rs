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
//! 3. `delivery` tells what was not reported, `marks` what was said beside the
//!    values, `verify` and `empty` what does not add up or is not there,
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
mod empty;
mod fetch;
mod finding;
mod former;
mod marks;
mod metadata;
mod moved;
mod pace;
mod plan;
mod progress;
mod report;
mod resolve;
mod service;
mod source;
mod spelling;
mod times;
mod trial;
mod verify;
mod write;

pub(crate) use arguments::Arguments;
pub(crate) use definition::{Definition, FILE as DEFINITIONS, Rule as TableRule, Wanted, parse as definitions};
pub(crate) use report::FILE as REPORT;
pub(crate) use trial::Trial;

use crate::{changes, check_data, project, publish};
use anyhow::{Result, ensure};
use faktabank_tables::snapshot::EditionId;
use faktabank_tables::statistics::Period;
use finding::Finding;
use former::Former;
use report::Report;
use source::Source;
use std::path::Path;
use times::Times;
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
    let _alone = publish::alone(&data)?;
    let definition = definition::read(&data, &arguments.table);
    check_definitions(&data, definition.as_ref().map_or(arguments.table.as_str(), |it| it.id.0.as_str()))?;
    let definition = definition?;
    let former = Former::read(&data)?;
    let catalogue = former.manifest.catalogue;
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
    let earlier = former.table(&definition);
    let id = if let Some(id) = &arguments.edition {
        EditionId(id.clone())
    } else {
        former.check_news(&definition, &source.metadata, shape)?;
        former.name(source.metadata.updated_on())?
    };
    former.check_name(&id)?;

    let mut table = edition::table(&definition, &source.metadata, shape);
    let (cells, marks) = source.cells(arguments, &definition, &selection, &cache_root)?;
    table.cells = cells;
    edition::mark(&mut table, &marks);

    let silences = delivery::mark(&definition, shape, &mut table.cells);
    let verified = verify::verify(&definition, shape, &table.cells);
    let mut comparison = earlier.map(|(_, entry)| former.compare(entry, &table)).transpose()?;
    // Periods that were not asked for are gone only where the same table had them.
    let is_same = earlier.is_some_and(|(_, entry)| entry.id == definition.id);
    if let Some(found) = comparison.as_mut().filter(|_| !times.is_all() && !is_same) {
        found.gone.clear();
    }
    let mut report = Report::default();
    report.table(&id, &definition, &source.metadata, &table);
    report.gaps(&selection, &silences, &table.cells, &former.areas);
    report.marks(&marks, &shape.periods);
    let earlier = earlier.map(|(edition, entry)| (&edition.id, &entry.id));
    report.comparison(earlier, comparison.as_ref(), &selection, &former.areas);
    report.findings(&verified, arguments.accept_warnings, shape, &former.areas);
    report.footnotes(&source.metadata.footnotes);
    println!("{}", report.text());

    let gone = comparison.as_ref().map_or(&[][..], |found| &found.gone);
    refuse(&verified.findings, gone, &selection.not_asked, arguments.accept_warnings)?;
    if arguments.dry_run {
        println!("a dry run: edition {id} was not written; what was fetched is kept");
        return Ok(());
    }
    let disagreeing = verified.findings.iter().filter(|finding| finding.is_of_value()).count();
    table.notes.extend(edition::note_on(disagreeing, &definition.source.agency));
    let accept = arguments.accept_warnings;
    let changes = earlier.zip(comparison).map(|(earlier, found)| changes::of_table(&table, earlier, &found));
    let import = Import { id, definition: &definition, shape, table, changes, report: report.text(), accept };
    let folder = write::write(&former, &cache_root.join("data.new"), &import)?;
    source.forget()?;
    println!("written: {}", folder.display());
    Ok(())
}

/// Refuses to import by definitions that do not hold together, each fault by its
/// line. What is wrong with other tables is said, and stops those alone.
fn check_definitions(data: &Path, table: &str) -> Result<()> {
    let (of_others, findings): (Vec<_>, Vec<_>) = check_data::check_definitions(data)?
        .into_iter()
        .partition(|finding| definition::is_of_another(data, finding, table));
    for finding in findings.iter().chain(&of_others) {
        println!("{finding}");
    }
    if !of_others.is_empty() {
        println!("{} findings are of other tables than {table}, and stop those alone", of_others.len());
    }
    ensure!(findings.is_empty(), "{} findings in the definitions; nothing was fetched", findings.len());
    Ok(())
}

/// Refuses what nobody may accept, and warnings that were not accepted.
fn refuse(findings: &[Finding], gone: &[Period], not_asked: &[Period], accepted: bool) -> Result<()> {
    let errors = findings.iter().filter(|finding| finding.is_error).count();
    ensure!(errors == 0, "{errors} values cannot be; nothing was written, and what was fetched is kept");
    let cut = gone.iter().filter(|period| not_asked.contains(period)).count();
    let warnings = findings.len() + gone.len();
    ensure!(
        warnings == 0 || accepted,
        "{warnings} warnings (of findings {}, of periods that are gone {}, of periods that the newest edition has and \
         that were not asked for {cut}); nothing was written, and what was fetched is kept. Read docs/data.md; when \
         the agency's figures are to be kept as they are, run the same command with --accept-warnings",
        findings.len(),
        gone.len() - cut
    );
    Ok(())
}
