//! Files in memory to a folder of data: checked beside it first, then each at
//! once or not at all, the manifest last.

use super::{Files, manifests};
use crate::check_data::{self, Finding};
use crate::project;
use anyhow::{Context, Result, ensure};
use faktabank_tables::snapshot::{EditionId, MANIFEST_FILE};
use std::fs;
use std::path::Path;

/// Where a folder is checked, below `target/`, before it takes the place of the old.
const BESIDE: &str = "data.new";

/// The end of a name that a file or folder bears until it is whole.
const UNFINISHED: &str = ".new";

/// Puts files into a folder of data, if the folder then passes `check-data`.
///
/// # Errors
///
/// If a finding remains, after each has been printed: the folder is then as it
/// was. If a file cannot be written: those written before it are whole, and no
/// manifest names the others.
pub(crate) fn into(data: &Path, files: &Files) -> Result<()> {
    let findings = check(data, &project::root().join("target").join(BESIDE), files)?;
    for finding in &findings {
        println!("{finding}");
    }
    ensure!(findings.is_empty(), "{} findings in what would be written; nothing was changed", findings.len());
    put(data, files)
}

/// What `check-data` would remark if files were put into a folder of data;
/// they are tried out in the folder `beside`.
///
/// # Errors
///
/// If a file cannot be read or written.
pub(crate) fn check(data: &Path, beside: &Path, files: &Files) -> Result<Vec<Finding>> {
    remove(beside)?;
    if data.exists() {
        link(data, beside, "", files)?;
    }
    for (name, bytes) in files {
        write(&beside.join(name), bytes)?;
    }
    let findings = check_data::check(beside)?;
    remove(beside)?;
    Ok(findings)
}

/// Removes what an interrupted run has left of an edition that no manifest
/// names: other files than its own would stand in the way of `check`.
///
/// # Errors
///
/// If it cannot be removed.
pub(crate) fn clear(data: &Path, id: &EditionId) -> Result<()> {
    remove(&data.join(format!("{id}{UNFINISHED}")))?;
    remove(&data.join(&id.0))
}

/// Puts a new edition, which has passed `check`, into a folder of data: its
/// folder at once, then the manifest that names it.
///
/// # Errors
///
/// If a file cannot be written; no manifest then names the edition.
pub(crate) fn edition(data: &Path, id: &EditionId, files: &Files) -> Result<()> {
    let (beside, folder) = (data.join(format!("{id}{UNFINISHED}")), data.join(&id.0));
    let of_edition = format!("{id}/");
    let mut rest = Files::new();
    for (name, bytes) in files {
        match name.strip_prefix(&of_edition) {
            Some(below) => write(&beside.join(below), bytes)?,
            None => _ = rest.insert(name.clone(), bytes.clone()),
        }
    }
    fs::rename(&beside, &folder).with_context(|| folder.display().to_string())?;
    put(data, &rest)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    Ok(())
}

/// Files that are not yet there, or differ, and says which; manifests last, so
/// that they never name what is not there.
fn put(data: &Path, files: &Files) -> Result<()> {
    let (manifests, rest): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| name.ends_with(MANIFEST_FILE));
    for (name, bytes) in rest.into_iter().chain(manifests) {
        let to = data.join(name);
        if fs::read(&to).is_ok_and(|old| old == *bytes) {
            continue;
        }
        // Renaming within a folder is at once.
        let from = data.join(format!("{name}{UNFINISHED}"));
        write(&from, bytes)?;
        fs::rename(&from, &to).with_context(|| to.display().to_string())?;
        println!("{name}: {} bytes", bytes.len());
    }
    Ok(())
}

/// Writes a file, with the folders above it.
fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes).with_context(|| file.display().to_string())
}

/// The files of a folder at another place, without a copy where the disk can
/// do that; without those that are to be written anew, and without generated
/// editions, which may be of other sources than these, and without what a run
/// that was ended has left unfinished.
fn link(from: &Path, to: &Path, below: &str, without: &Files) -> Result<()> {
    let generated = manifests(from)?;
    for entry in fs::read_dir(from.join(below)).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if path.ends_with(UNFINISHED) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            if !generated.contains(&format!("{path}/{MANIFEST_FILE}")) {
                link(from, to, &path, without)?;
            }
        } else if !without.contains_key(&path) {
            let target = to.join(&path);
            fs::create_dir_all(to.join(below))?;
            fs::hard_link(entry.path(), &target)
                .or_else(|_| fs::copy(entry.path(), &target).map(drop))
                .with_context(|| target.display().to_string())?;
        }
    }
    Ok(())
}
