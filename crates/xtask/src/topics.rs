//! The definitions of topics, `data/topics/*.toml`, as they are written by hand,
//! to the catalogue that is published.

use crate::definition::TopicDefinition;
use anyhow::{Context, Result, ensure};
use faktabank_tables::snapshot::{EXPLANATIONS_FILE, TOPICS_FILE, read_explanations, read_topics};
use faktabank_tables::statistics::{Catalogue, Definition};
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

type Object = Map<String, Value>;

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
    catalogue(files(data)?.into_iter().map(read).collect::<Result<Vec<_>>>()?)
}

/// The catalogue of definitions, in whatever order.
///
/// # Errors
///
/// If they do not fit together.
pub(crate) fn catalogue(mut topics: Vec<TopicDefinition>) -> Result<&'static Catalogue> {
    topics.sort_by_key(|topic| topic.order);
    let (mut said, mut explained) = (Vec::new(), Vec::new());
    for topic in &topics {
        let (topic, explanation) = apart(serde_json::from_value(serde_json::to_value(topic)?)?);
        said.push(Definition::of(topic));
        explained.push(Definition::of(explanation));
    }
    let catalogue = Catalogue::of(&said).with_context(|| format!("data/{FOLDER}"))?;
    catalogue.explain(explained);
    Ok(catalogue)
}

/// What of a topic no figure says, and of each of its contents.
const EXPLAINS: [&str; 5] = ["terms", "method", "notes", "quotes", "meaning"];

/// What figures are made with, and what explains them: the start page has no use
/// for half of the words.
fn apart(mut said: Object) -> (Object, Object) {
    let mut explanation = taken(&mut said);
    let contents = said.get_mut("contents").and_then(Value::as_array_mut).into_iter().flatten();
    let contents = contents.filter_map(Value::as_object_mut).map(|content| Value::Object(taken(content)));
    explanation.insert("contents".to_owned(), contents.collect());
    (said, explanation)
}

/// What explains an object, taken from it, with its code.
fn taken(object: &mut Object) -> Object {
    let mut taken: Object = object.get("code").map(|code| ("code".to_owned(), code.clone())).into_iter().collect();
    taken.extend(EXPLAINS.into_iter().filter_map(|key| object.remove_entry(key)));
    taken
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
    let catalogue = read_topics(&bytes).with_context(|| file.display().to_string())?;
    let file = data.join(EXPLANATIONS_FILE);
    let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
    catalogue.explain(read_explanations(&bytes).with_context(|| file.display().to_string())?);
    Ok(catalogue)
}

/// The catalogue of the committed data.
#[cfg(test)]
pub(crate) fn committed() -> &'static Catalogue {
    published(&crate::project::root().join("data")).expect("the committed topics")
}
