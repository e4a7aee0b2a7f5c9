//! `cargo xtask editions`: the published figures of `data/anchors/` to the
//! editions that the page reads, everything else below `data/`.
//!
//! The same figures give the same bytes. Nothing is replaced before all of it
//! has been written beside and checked; the manifest, which names the rest, is
//! replaced last.

mod definition;
mod figures;
mod files;
mod places;

use crate::{check_data, project};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// Where the published figures lie, below `data/`.
pub(crate) const ANCHORS: &str = "anchors";

/// Where the new files are checked, below `target/`, before they take the place of the old.
const BESIDE: &str = "data.new";

/// Writes the editions below `data/` of the project.
///
/// # Errors
///
/// If a figure does not read, or if what would be written does not pass
/// `check-data`; the old files are then left as they are.
pub(crate) fn run() -> Result<()> {
    let data = project::root().join("data");
    let files = files::build(&data.join(ANCHORS))?;
    let beside = project::root().join("target").join(BESIDE);
    if beside.exists() {
        fs::remove_dir_all(&beside).with_context(|| beside.display().to_string())?;
    }
    for (name, bytes) in &files {
        write(&beside.join(name), bytes)?;
    }
    let exceptions = data.join(ANCHORS).join(check_data::EXCEPTIONS);
    write(&beside.join(ANCHORS).join(check_data::EXCEPTIONS), &fs::read(&exceptions)?)?;
    let findings = check_data::check(&beside)?;
    for finding in &findings {
        println!("{finding}");
    }
    ensure!(findings.is_empty(), "{} findings in what would be written; data/ is left as it was", findings.len());
    for (name, bytes) in &files {
        let to = data.join(name);
        if fs::read(&to).is_ok_and(|old| old == *bytes) {
            continue;
        }
        // Renaming within a folder is at once; `target/` may be on another disk.
        let from = data.join(format!("{name}.new"));
        write(&from, bytes)?;
        fs::rename(&from, &to).with_context(|| to.display().to_string())?;
        println!("data/{name}: {} bytes", bytes.len());
    }
    fs::remove_dir_all(&beside)?;
    println!("{} files are up to date", files.len());
    Ok(())
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes).with_context(|| file.display().to_string())
}
