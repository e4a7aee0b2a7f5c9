//! What can be wrong with a file of `data/`: structured, so that the page can
//! say it in the reader's language.

use crate::json_stat::{self, Problem};

/// A file of `data/` that cannot be believed or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {failure}")]
pub struct SnapshotError {
    /// The file, as a path below `data/`.
    pub file: String,
    /// What is wrong with it.
    pub failure: Failure,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Cut short, or another file.
    #[error("{found} bytes where the manifest says {expected}")]
    WrongSize {
        /// The size in the manifest.
        expected: usize,
        /// The size that arrived.
        found: usize,
    },
    /// Changed since it was published.
    #[error("SHA-256 is {found} where the manifest says {expected}")]
    WrongChecksum {
        /// The checksum in the manifest.
        expected: String,
        /// The checksum of what arrived.
        found: String,
    },
    /// Not JSON, or not of the form that the file should have.
    #[error("not JSON of the form that it should have: {0}")]
    NotJson(String),
    /// Not a JSON-stat snapshot.
    #[error("{0}")]
    BadShape(json_stat::Error),
    /// A layout of `data/` that this version does not know.
    #[error("schema version {0} is not known here")]
    UnknownSchema(u32),
    /// Something else than the manifest, or the file itself, promised.
    #[error("{what}: {detail}")]
    Mismatch {
        /// What differs: "areas", "current edition".
        what: &'static str,
        /// How, for whoever mends it.
        detail: String,
    },
}

impl From<json_stat::Error> for Failure {
    fn from(error: json_stat::Error) -> Self {
        match error.problem {
            Problem::NotJson(detail) => Self::NotJson(detail),
            _ => Self::BadShape(error),
        }
    }
}

impl Failure {
    /// This failure in a file.
    pub(super) fn of(self, file: &str) -> SnapshotError {
        SnapshotError { file: file.to_owned(), failure: self }
    }

    /// Something else than promised; the detail in parts.
    pub(super) fn mismatch(what: &'static str, detail: &[&str]) -> Self {
        Self::Mismatch { what, detail: detail.concat() }
    }
}
