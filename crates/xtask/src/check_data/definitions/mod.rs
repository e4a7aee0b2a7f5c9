//! The definitions that are written by hand, `data/topics/*.toml` and
//! `data/tables.toml`, to findings: each with file, line and rule, and all of
//! them at once.
//!
//! # Steps
//!
//! 1. `place` reads a file as TOML, each key and value with its line.
//! 2. `keys` says what can stand where, `shape` and `words` whether it does.
//! 3. Of files that do, `topic`, `contents` and `sums` find whether they fit
//!    together, `tables` and `listed` whether tables do.

mod contents;
mod keys;
mod known;
mod listed;
mod place;
mod shape;
mod sums;
mod tables;
mod topic;
mod words;

use super::finding::{Finding, Rule};
use crate::definition::TopicDefinition;
use crate::{import, topics};
use anyhow::{Context, Result};
use faktabank_tables::snapshot::{EXPLANATIONS_FILE, Manifest, TOPICS_FILE, write_topics};
use known::{Known, Topic};
use place::Source;
use shape::Shape;
use std::fs;
use std::path::Path;

/// Remarks on the definitions of a folder. Whether their tables are there, and
/// whether what is published says the same, is found against its manifest.
///
/// # Errors
///
/// If a file cannot be read.
pub(super) fn check(folder: &Path, manifest: Option<&Manifest>, findings: &mut Vec<Finding>) -> Result<()> {
    let before = findings.len();
    let texts = texts(folder, findings)?;
    let of_tables = tables_text(folder)?;
    let sources: Vec<Source<'_>> = texts.iter().map(|(file, text)| Source::parse(file, text, findings)).collect();
    let defined: Vec<Option<TopicDefinition>> =
        sources.iter().map(|source| of_shape(source, &keys::TOPIC, |text| toml::from_str(text), findings)).collect();
    let topics = sources.iter().zip(&defined);
    let topics: Vec<Topic<'_>> =
        topics.map(|(source, defined)| Topic { source, definition: defined.as_ref() }).collect();
    let known = Known::of(&topics, findings);
    topic::check(&topics, &known, findings);
    contents::check(&topics, &known, findings);
    sums::check(&known, findings);
    let source = of_tables.as_ref().map(|text| Source::parse(import::DEFINITIONS, text, findings));
    let tables = source.as_ref().and_then(|source| of_shape(source, &keys::TABLES, import::definitions, findings));
    if let (Some(source), Some(tables)) = (&source, &tables) {
        tables::check(&source.root(), tables, &known, manifest, findings);
    }
    // Where they do not read, nobody knows which tables there may be.
    if tables.is_some() || source.is_none() {
        listed::check(&topics, &tables.unwrap_or_default(), &known, manifest, findings);
    }
    if findings.len() == before && manifest.is_some() {
        check_published(folder, defined, findings)?;
    }
    Ok(())
}

/// The files of topics, by path below the folder.
fn texts(folder: &Path, findings: &mut Vec<Finding>) -> Result<Vec<(String, String)>> {
    let Ok(files) = topics::files(folder) else {
        findings.push(Finding::of_file(topics::FOLDER, Rule::File, "has no definitions"));
        return Ok(Vec::new());
    };
    let read = |file: &Path| {
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        Ok((format!("{}/{name}", topics::FOLDER), text))
    };
    files.iter().map(|file| read(file)).collect()
}

/// The definitions of tables; nothing where none is imported.
fn tables_text(folder: &Path) -> Result<Option<String>> {
    let file = folder.join(import::DEFINITIONS);
    let text = file.exists().then(|| fs::read_to_string(&file).with_context(|| file.display().to_string()));
    text.transpose()
}

/// What a source defines; nothing, with every reason, where it is not of its shape.
fn of_shape<T>(
    source: &Source<'_>,
    shape: &Shape,
    read: impl FnOnce(&str) -> Result<T, toml::de::Error>,
    findings: &mut Vec<Finding>,
) -> Option<T> {
    // What is left of a text that is no TOML would lack more than it does.
    if findings.iter().any(|finding| finding.is_in(source.file())) {
        return None;
    }
    let before = findings.len();
    shape::check(&source.root(), shape, findings);
    if findings.len() > before {
        return None;
    }
    let read = read(source.text()).map_err(|error| {
        let line = error.span().map_or(1, |span| source.line(span.start));
        findings.push(Finding::of_line(source.file(), line, &[], Rule::Keys, error.message()));
    });
    read.ok()
}

/// What is published is what the definitions say.
fn check_published(folder: &Path, defined: Vec<Option<TopicDefinition>>, findings: &mut Vec<Finding>) -> Result<()> {
    let topics: Vec<TopicDefinition> = defined.into_iter().flatten().collect();
    let catalogue = match topics::catalogue(topics) {
        Ok(catalogue) => catalogue,
        Err(error) => {
            findings.push(Finding::of_file(topics::FOLDER, Rule::Known, format!("{error:#}")));
            return Ok(());
        }
    };
    let (said, explained) = (catalogue.definitions(), catalogue.explanations());
    for (name, due) in [(TOPICS_FILE, &said[..]), (EXPLANATIONS_FILE, explained)] {
        let file = folder.join(name);
        let published = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        if published.trim_end() != write_topics(due)? {
            let detail = format!("is not what {}/*.toml say; cargo xtask editions writes it anew", topics::FOLDER);
            findings.push(Finding::of_file(name, Rule::Published, detail));
        }
    }
    Ok(())
}
