//! `cargo xtask check-data`: is everything below `data/` what it says it is?
//!
//! Turns a folder into findings, each with the file, the line or cell, and the
//! rule that it breaks. It mends nothing and knows no figure of its own.

mod across;
mod boundaries;
mod definitions;
mod events;
mod exceptions;
mod files;
mod finding;
mod newest;
mod places;
mod tables;
mod values;

pub(crate) use exceptions::{EXCEPTIONS, Exception};
pub(crate) use finding::Finding;
pub(crate) use places::is_date;

use crate::project;
use across::Across;
use anyhow::{Result, ensure};
use faktabank_tables::snapshot::{MANIFEST_FILE, Manifest};
use faktabank_tables::statistics::Areas;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Checks the data of the project, or another folder of the same form.
///
/// # Errors
///
/// If a finding remains, after each has been printed.
pub(crate) fn run(folder: Option<PathBuf>) -> Result<()> {
    let folder = folder.unwrap_or_else(|| project::root().join("data"));
    let findings = check(&folder)?;
    for finding in &findings {
        println!("{finding}");
    }
    ensure!(findings.is_empty(), "{} findings in {}", findings.len(), folder.display());
    println!("{}: nothing to remark", folder.display());
    Ok(())
}

/// Every finding in a folder, in the order of the manifest.
///
/// # Errors
///
/// If the folder itself cannot be read; what is wrong with the data is a finding.
pub(crate) fn check(folder: &Path) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let index = files::read_index(folder, &mut findings)?;
    definitions::check(folder, index.as_ref().map(|(manifest, _)| manifest), &mut findings)?;
    let Some((manifest, areas)) = index else { return Ok(findings) };
    places::check(&areas, &mut findings);
    if let Some(outlines) = files::read_boundaries(folder, &manifest, &mut findings)? {
        boundaries::check(&outlines, &areas, &mut findings);
    }
    if let Some(found) = files::read_events(folder, &manifest, &mut findings)? {
        events::check(&found, &mut findings);
    }
    tables::check_order(&manifest, &mut findings);
    let catalogue = manifest.catalogue;
    let mut manifests = vec![(MANIFEST_FILE.to_owned(), manifest)];
    manifests.extend(files::read_generated(folder, catalogue, &mut findings)?);
    files::check_listing(folder, &manifests, &mut findings)?;
    for (_, manifest) in &manifests {
        check_editions(folder, manifest, &areas, &mut findings)?;
    }
    exceptions::apply(folder, &manifests, &mut findings)?;
    Ok(findings)
}

/// Every finding in what is written by hand of topics and tables, whatever
/// has become of it so far.
///
/// # Errors
///
/// If a file cannot be read.
pub(crate) fn check_definitions(folder: &Path) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    definitions::check(folder, None, &mut findings)?;
    Ok(findings)
}

fn check_editions(folder: &Path, manifest: &Manifest, areas: &Areas, findings: &mut Vec<Finding>) -> Result<()> {
    // Tables that are taken over are those of the edition that first had them.
    let mut checked = BTreeSet::new();
    for edition in &manifest.editions {
        tables::check_edition(edition, findings);
        files::check_changes(folder, edition, manifest.catalogue, findings)?;
        let newest = files::read_newest(folder, edition, findings)?;
        let told_in = edition.newest.as_ref().map(|entry| entry.file.as_str()).unwrap_or_default();
        if let Some(newest) = &newest {
            newest::check_tables(told_in, newest, edition, findings);
        }
        for entry in &edition.tables {
            tables::check_entry(edition, entry, areas, findings);
            let mut across = Across::default();
            let told = newest.iter().flat_map(|newest| &newest.tables).find(|numbers| numbers.table == entry.id);
            for shard in entry.shards.iter().filter(|shard| checked.insert(shard.file.file.clone())) {
                if let Some(table) = files::read_shard(folder, entry, shard, findings)? {
                    let file = &shard.file.file;
                    tables::check_table(file, &table, findings);
                    values::check(file, &table, findings);
                    if let Some(numbers) = told {
                        newest::check_part(told_in, numbers, entry, &table, findings);
                    }
                    across.add(file, &table);
                }
            }
            across.check(findings);
        }
    }
    Ok(())
}
