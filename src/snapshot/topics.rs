//! Definitions of topics to and from `topics.json`.

use super::reading::read_file;
use super::{Failure, SCHEMA, SnapshotError};
use crate::statistics::{Catalogue, TopicDefinition};
use serde::{Deserialize, Serialize};

/// Where the topics are, below `data/`; the manifest says so too.
pub const TOPICS_FILE: &str = "topics.json";

/// The file as it is read.
#[derive(Deserialize)]
struct TopicsJson {
    topics: Vec<TopicDefinition>,
}

/// The file as it is written.
#[derive(Serialize)]
struct TopicsOut<'a> {
    schema: u32,
    topics: &'a [TopicDefinition],
}

/// Reads `topics.json`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, or
/// its definitions do not fit together.
pub fn read_topics(bytes: &[u8]) -> Result<&'static Catalogue, SnapshotError> {
    parse(bytes).map_err(|failure| failure.of(TOPICS_FILE))
}

fn parse(bytes: &[u8]) -> Result<&'static Catalogue, Failure> {
    let TopicsJson { topics } = read_file(bytes)?;
    Catalogue::of(topics).map_err(|error| Failure::mismatch("topics", &[&error.to_string()]))
}

/// Writes `topics.json`, compact and in one line.
///
/// # Errors
/// [`serde_json::Error`], which plain strings do not cause, is passed on.
pub fn write_topics(topics: &[TopicDefinition]) -> Result<String, serde_json::Error> {
    serde_json::to_string(&TopicsOut { schema: SCHEMA, topics })
}
