//! The files of a folder against its manifest: there, listed, whole, readable.

use super::exceptions::EXCEPTIONS;
use super::finding::{Finding, Rule};
use crate::editions::ANCHORS;
use crate::{import, publish, topics};
use anyhow::{Context, Result, ensure};
use faktabank_tables::snapshot::{
    self, AREAS_FILE, BOUNDARIES_FILE, EVENTS_FILE, EXPLANATIONS_FILE, Edition, FileEntry, Listing, MANIFEST_FILE,
    Manifest, Newest, Shard, SnapshotError, TOPICS_FILE, TableEntry,
};
use faktabank_tables::statistics::{Areas, Boundaries, Catalogue, Event, Table};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Files and folders of files that are no part of an edition.
const BESIDE: [&str; 6] =
    [ANCHORS, "modell.md", "site.toml", "accessibility.toml", import::DEFINITIONS, topics::FOLDER];

/// Files of an edition that hold no figures, and that it need not have.
const OF_EDITION: [&str; 2] = [import::REPORT, EXCEPTIONS];

/// The manifest and the areas; `None`, with a finding, if either does not read.
pub(super) fn read_index(folder: &Path, findings: &mut Vec<Finding>) -> Result<Option<(Manifest, Areas)>> {
    ensure!(folder.is_dir(), "{} is not a folder", folder.display());
    let Some(manifest) = read(folder, MANIFEST_FILE, findings)? else { return Ok(None) };
    let Some(listing) = keep(Listing::read(&manifest), findings) else { return Ok(None) };
    let Some(bytes) = beside(folder, Some(listing.topics()), TOPICS_FILE, findings)? else { return Ok(None) };
    let Some(catalogue) = keep(snapshot::read_topics(&bytes), findings) else { return Ok(None) };
    let Some(manifest) = keep(snapshot::read_manifest(&manifest, catalogue), findings) else { return Ok(None) };
    let Some(bytes) = beside(folder, manifest.explanations.as_ref(), EXPLANATIONS_FILE, findings)? else {
        return Ok(None);
    };
    let Some(explanations) = keep(snapshot::read_explanations(&bytes), findings) else { return Ok(None) };
    catalogue.explain(explanations);
    let Some(bytes) = read(folder, &manifest.areas.file, findings)? else { return Ok(None) };
    if manifest.areas.file != AREAS_FILE {
        findings.push(Finding::of_file(MANIFEST_FILE, Rule::Listed, format!("the areas lie in {AREAS_FILE}")));
    }
    keep(snapshot::verify(&manifest.areas, &bytes), findings);
    Ok(keep(snapshot::read_areas(&bytes), findings).map(|areas| (manifest, areas)))
}

/// The outlines of the kommuner; `None`, with a finding where they do not read.
pub(super) fn read_boundaries(
    folder: &Path,
    manifest: &Manifest,
    findings: &mut Vec<Finding>,
) -> Result<Option<Boundaries>> {
    let entry = manifest.boundaries.as_ref();
    let Some(bytes) = beside(folder, entry, BOUNDARIES_FILE, findings)? else { return Ok(None) };
    Ok(keep(snapshot::read_boundaries(&bytes), findings))
}

/// What happened outside of the figures; `None`, with a finding where it does not read.
pub(super) fn read_events(
    folder: &Path,
    manifest: &Manifest,
    findings: &mut Vec<Finding>,
) -> Result<Option<Vec<Event>>> {
    let Some(bytes) = beside(folder, manifest.events.as_ref(), EVENTS_FILE, findings)? else { return Ok(None) };
    Ok(keep(snapshot::read_events(&bytes), findings))
}

/// The bytes of a file that lies beside the editions, under the name that it must have.
fn beside(
    folder: &Path,
    entry: Option<&FileEntry>,
    name: &str,
    findings: &mut Vec<Finding>,
) -> Result<Option<Vec<u8>>> {
    let Some(entry) = entry else { return Ok(None) };
    if entry.file != name {
        let detail = format!("{} should be {name}", entry.file);
        findings.push(Finding::of_file(MANIFEST_FILE, Rule::Listed, detail));
    }
    let Some(bytes) = read(folder, &entry.file, findings)? else { return Ok(None) };
    keep(snapshot::verify(entry, &bytes), findings);
    Ok(Some(bytes))
}

/// The manifests of editions that are generated, by path.
pub(super) fn read_generated(
    folder: &Path,
    catalogue: &'static Catalogue,
    findings: &mut Vec<Finding>,
) -> Result<Vec<(String, Manifest)>> {
    let mut found = Vec::new();
    for file in publish::manifests(folder)?.into_iter().skip(1) {
        let Some(bytes) = read(folder, &file, findings)? else { continue };
        found.extend(keep(snapshot::read_manifest(&bytes, catalogue), findings).map(|manifest| (file, manifest)));
    }
    Ok(found)
}

/// One file of a table; `None`, with a finding, if it is not what it should be.
pub(super) fn read_shard(
    folder: &Path,
    entry: &TableEntry,
    shard: &Shard,
    findings: &mut Vec<Finding>,
) -> Result<Option<Table>> {
    let Some(bytes) = read(folder, &shard.file.file, findings)? else { return Ok(None) };
    Ok(keep(snapshot::read_shard(entry, shard, &bytes), findings))
}

/// What an edition says that changed, if it says so; a file that does not read,
/// or speaks of a table that the edition has not, is a finding.
pub(super) fn check_changes(
    folder: &Path,
    edition: &Edition,
    catalogue: &'static Catalogue,
    findings: &mut Vec<Finding>,
) -> Result<()> {
    let Some(entry) = &edition.changes else { return Ok(()) };
    let Some(bytes) = read(folder, &entry.file, findings)? else { return Ok(()) };
    keep(snapshot::verify(entry, &bytes), findings);
    let changes = keep(snapshot::read_changes(&entry.file, &bytes, catalogue), findings);
    for changed in changes.iter().flat_map(|changes| &changes.tables) {
        if edition.table(&changed.table).is_none() {
            let what = format!("speaks of the table {}, which the edition has not", changed.table);
            findings.push(Finding::of_file(&entry.file, Rule::Listed, what));
        }
    }
    Ok(())
}

/// The newest numbers of an edition, if it has them; a file that does not read is a
/// finding.
pub(super) fn read_newest(folder: &Path, edition: &Edition, findings: &mut Vec<Finding>) -> Result<Option<Newest>> {
    let Some(entry) = &edition.newest else { return Ok(None) };
    let Some(bytes) = read(folder, &entry.file, findings)? else { return Ok(None) };
    keep(snapshot::verify(entry, &bytes), findings);
    Ok(keep(snapshot::read_newest(&entry.file, &bytes), findings))
}

fn read(folder: &Path, file: &str, findings: &mut Vec<Finding>) -> Result<Option<Vec<u8>>> {
    match fs::read(folder.join(file)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            findings.push(Finding::of_file(file, Rule::File, "is not there"));
            Ok(None)
        }
        Err(error) => Err(error).with_context(|| file.to_owned()),
    }
}

fn keep<T>(result: Result<T, SnapshotError>, findings: &mut Vec<Finding>) -> Option<T> {
    result.map_err(|error| findings.push(Finding::of_file(error.file, Rule::File, error.failure.to_string()))).ok()
}

/// Files that no edition lists.
pub(super) fn check_listing(
    folder: &Path,
    manifests: &[(String, Manifest)],
    findings: &mut Vec<Finding>,
) -> Result<()> {
    let mut listed = BTreeSet::new();
    for (file, manifest) in manifests {
        listed.insert(file.clone());
        listed.extend(manifest.beside().map(|entry| entry.file.clone()));
        let editions = manifest.editions.iter().map(|edition| &edition.id);
        listed.extend(editions.flat_map(|id| OF_EDITION.map(|file| format!("{id}/{file}"))));
        let tables = manifest.editions.iter().flat_map(|edition| &edition.tables);
        listed.extend(tables.flat_map(|table| table.shards.iter().map(|shard| shard.file.file.clone())));
    }
    let mut found = BTreeSet::new();
    walk(folder, "", &mut found)?;
    for file in found.difference(&listed) {
        findings.push(Finding::of_file(file, Rule::Listed, "is not in the manifest"));
    }
    Ok(())
}

fn walk(folder: &Path, below: &str, found: &mut BTreeSet<String>) -> Result<()> {
    for entry in fs::read_dir(folder.join(below)).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if BESIDE.contains(&path.as_str()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            walk(folder, &path, found)?;
        } else {
            found.insert(path);
        }
    }
    Ok(())
}
