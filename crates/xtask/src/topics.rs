//! The definitions of topics, `data/topics/*.toml`, as they are written by hand.

use anyhow::{Context, Result, ensure};
use faktabank::snapshot::{TOPICS_FILE, read_topics};
use faktabank::statistics::{Catalogue, TopicDefinition};
use std::fs;
use std::path::{Path, PathBuf};

/// Where they lie, below `data/`.
pub(crate) const FOLDER: &str = "topics";

/// The catalogue of the definitions of a folder of data.
///
/// # Errors
///
/// If one does not read, or they do not fit together.
pub(crate) fn defined(data: &Path) -> Result<&'static Catalogue> {
    let read = |file: PathBuf| {
        let text = fs::read_to_string(&file)?;
        toml::from_str::<TopicDefinition>(&text).with_context(|| file.display().to_string())
    };
    let topics = files(data)?.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    Catalogue::of(topics).with_context(|| format!("data/{FOLDER}"))
}

/// The files of a folder of data, in the order of their names.
///
/// # Errors
///
/// If there is none.
pub(crate) fn files(data: &Path) -> Result<Vec<PathBuf>> {
    let folder = data.join(FOLDER);
    let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.extension().is_some_and(|end| end == "toml"));
    files.sort();
    ensure!(!files.is_empty(), "{} has no definitions", folder.display());
    Ok(files)
}

/// The catalogue that a folder of data publishes, for its manifest and tables.
///
/// # Errors
///
/// If it is not there or does not read.
pub(crate) fn published(data: &Path) -> Result<&'static Catalogue> {
    let file = data.join(TOPICS_FILE);
    let bytes = fs::read(&file).with_context(|| format!("{}: run `cargo xtask editions`", file.display()))?;
    read_topics(&bytes).with_context(|| file.display().to_string())
}

/// The catalogue of the committed data.
#[cfg(test)]
pub(crate) fn committed() -> &'static Catalogue {
    published(&crate::project::root().join("data")).expect("the committed topics")
}
