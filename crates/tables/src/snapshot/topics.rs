//! Definitions of topics to and from `topics.json`, and what no figure says of
//! them, `explanations.json`.

use super::reading::read_file;
use super::{Failure, SCHEMA, SnapshotError};
use crate::statistics::{Catalogue, Definition};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Where the topics are, below `data/`; the manifest says so too.
pub const TOPICS_FILE: &str = "topics.json";

/// Where what no figure says of them is, below `data/`; the manifest says so too.
pub const EXPLANATIONS_FILE: &str = "explanations.json";

/// Either file as it is read.
#[derive(Deserialize)]
struct TopicsJson {
    topics: Vec<Map<String, Value>>,
}

/// Either file as it is written.
#[derive(Serialize)]
struct TopicsOut<'a> {
    schema: u32,
    topics: &'a [Definition],
}

/// Reads `topics.json`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, or
/// its definitions do not fit together.
pub fn read_topics(bytes: &[u8]) -> Result<&'static Catalogue, SnapshotError> {
    parse(bytes).map_err(|failure| failure.of(TOPICS_FILE))
}

/// Reads `explanations.json`, for the catalogue to learn.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, or of an unknown schema.
pub fn read_explanations(bytes: &[u8]) -> Result<Vec<Definition>, SnapshotError> {
    objects(bytes).map_err(|failure| failure.of(EXPLANATIONS_FILE))
}

fn objects(bytes: &[u8]) -> Result<Vec<Definition>, Failure> {
    let TopicsJson { topics } = read_file(bytes)?;
    Ok(topics.into_iter().map(Definition::of).collect())
}

fn parse(bytes: &[u8]) -> Result<&'static Catalogue, Failure> {
    let topics = objects(bytes)?;
    Catalogue::of(&topics).map_err(|error| Failure::mismatch("topics", &[&error.to_string()]))
}

/// Writes `topics.json` or `explanations.json`, compact and in one line.
///
/// # Errors
/// [`serde_json::Error`], which plain strings do not cause, is passed on.
pub fn write_topics(topics: &[Definition]) -> Result<String, serde_json::Error> {
    serde_json::to_string(&TopicsOut { schema: SCHEMA, topics })
}
