//! Answers on disk until the edition is written, so that an interrupted import
//! goes on where it was. Only those of one vintage of a table are kept.

use anyhow::{Context, Result};
use faktabank_tables::snapshot::sha256;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The answers about one vintage of a table.
pub(super) struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// Opens the answers of a table from a service as it was `updated`, and
    /// removes those of its other vintages, so that they are never mixed.
    ///
    /// # Errors
    ///
    /// If the folder cannot be made or read.
    pub(super) fn open(root: &Path, service: &str, table: &str, updated: &str) -> Result<Self> {
        let of_table = format!("{table}-{}-", &sha256(service.as_bytes())[..8]);
        let name = of_table.clone() + &updated.replace(|letter: char| !letter.is_ascii_alphanumeric(), "");
        let folder = root.join(&name);
        let place = || folder.display().to_string();
        fs::create_dir_all(&folder).with_context(place)?;
        for entry in fs::read_dir(root).with_context(place)? {
            let entry = entry?;
            let other = entry.file_name().to_string_lossy().into_owned();
            if other.starts_with(&of_table) && other != name {
                fs::remove_dir_all(entry.path()).with_context(|| entry.path().display().to_string())?;
            }
        }
        Ok(Self { folder })
    }

    /// The answer to a question, if it is kept.
    ///
    /// # Errors
    ///
    /// If it is there and cannot be read.
    pub(super) fn read(&self, question: &str) -> Result<Option<Vec<u8>>> {
        let file = self.file(question);
        match fs::read(&file) {
            Ok(answer) => Ok(Some(answer)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| file.display().to_string()),
        }
    }

    /// Keeps an answer, at once or not at all.
    ///
    /// # Errors
    ///
    /// If the disk does not take it.
    pub(super) fn keep(&self, question: &str, answer: &[u8]) -> Result<()> {
        let file = self.file(question);
        let beside = file.with_extension("part");
        fs::write(&beside, answer).with_context(|| beside.display().to_string())?;
        fs::rename(&beside, &file).with_context(|| file.display().to_string())
    }

    /// Removes all answers: they have become an edition.
    ///
    /// # Errors
    ///
    /// If they cannot be removed.
    pub(super) fn remove(self) -> Result<()> {
        fs::remove_dir_all(&self.folder).with_context(|| self.folder.display().to_string())
    }

    fn file(&self, question: &str) -> PathBuf {
        self.folder.join(format!("{}.json", &sha256(question.as_bytes())[..24]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_kept_for_one_vintage_alone() {
        let root = tempfile::tempdir().unwrap();
        let open = |table, updated| Cache::open(root.path(), "http://a", table, updated).unwrap();
        open("TAB1", "2026-03-06").keep("q", b"old").unwrap();
        assert_eq!(open("TAB1", "2026-03-06").read("q").unwrap().as_deref(), Some(b"old".as_slice()));
        let other = open("TAB2", "2026-03-06");
        other.keep("q", b"other").unwrap();
        assert_eq!(open("TAB1", "2026-09-04").read("q").unwrap(), None);
        assert_eq!(open("TAB1", "2026-03-06").read("q").unwrap(), None);
        assert_eq!(other.read("q").unwrap().as_deref(), Some(b"other".as_slice()));
        other.remove().unwrap();
        assert_eq!(open("TAB2", "2026-03-06").read("q").unwrap(), None);
    }
}
