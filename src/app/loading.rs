//! Whether something is on its way, here, or cannot be had.

use super::memo::{Memo, Value};
use crate::browser::fetch::FetchError;
use faktabank_figures::text::ui::{self, Trouble};
use faktabank_tables::snapshot::{self, SnapshotError};
use faktabank_tables::statistics::Language;

/// How far a loading has come, in files and in bytes as the manifest counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files that are here.
    pub done: usize,
    /// Files that are needed; 0 while that is not known.
    pub total: usize,
    /// Bytes that are here.
    pub bytes: usize,
    /// Bytes that are needed.
    pub all_bytes: usize,
}

/// A file that could not be had, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Path below `data/`.
    pub file: String,
    /// Why, as far as it matters to the reader.
    pub trouble: Trouble,
    /// Why, for those who mend it.
    pub detail: String,
}

impl Failure {
    /// A file that did not come.
    pub fn fetch(file: &str, error: &FetchError) -> Self {
        let trouble = match error {
            FetchError::Unreachable => Trouble::Unreachable,
            FetchError::Status(status) => Trouble::Status(*status),
            FetchError::Interrupted => Trouble::Interrupted,
            FetchError::Stopped => Trouble::Stopped,
        };
        Self { file: file.to_owned(), trouble, detail: error.to_string() }
    }

    /// A file that the reader did not want to wait for.
    pub fn stopped(file: &str) -> Self {
        Self { file: file.to_owned(), trouble: Trouble::Stopped, detail: String::new() }
    }

    /// A file that is not what it should be.
    pub fn snapshot(error: &SnapshotError) -> Self {
        let trouble = match error.failure {
            snapshot::Failure::WrongSize { .. } | snapshot::Failure::WrongChecksum { .. } => Trouble::Tampered,
            snapshot::Failure::UnknownSchema(_) => Trouble::TooNew,
            _ => Trouble::Unreadable,
        };
        Self { file: error.file.clone(), trouble, detail: error.to_string() }
    }

    /// What failed, in words.
    pub fn words(&self, language: Language) -> String {
        ui::trouble(self.trouble, &self.file, language)
    }
}

/// Something that takes time and may fail.
#[derive(Clone, Debug, PartialEq)]
pub enum Loading<T> {
    /// On its way.
    Pending(Progress),
    /// Here.
    Ready(T),
    /// Not to be had.
    Failed(Failure),
}

impl<T> Loading<T> {
    /// The same, with what is here turned into something else.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Loading<U> {
        match self {
            Self::Pending(progress) => Loading::Pending(progress),
            Self::Ready(value) => Loading::Ready(turn(value)),
            Self::Failed(failure) => Loading::Failed(failure),
        }
    }
}

/// What is here; while the next is on its way, what was here before it.
pub fn latest<T: Value>(state: Memo<Loading<T>>) -> Memo<Option<T>> {
    Memo::new(move |former: Option<&Option<T>>| match state.get() {
        Loading::Ready(value) => Some(value),
        Loading::Pending(_) => former.cloned().flatten(),
        Loading::Failed(_) => None,
    })
}
