//! Editions that are there already: the one to compare with, and the tables
//! that a new edition takes over from the current one, byte for byte.

use super::definition::Definition;
use crate::changes::{Comparing, Comparison};
use crate::{publish, topics};
use anyhow::{Context, Result, ensure};
use faktabank_tables::snapshot::{
    Edition, EditionId, MANIFEST_FILE, Manifest, TableEntry, read_areas, read_shard, verify,
};
use faktabank_tables::statistics::{Areas, Table, TableId};
use std::fs;
use std::path::Path;

/// A folder of data, as it is before the import.
pub(super) struct Former<'a> {
    pub(super) data: &'a Path,
    pub(super) manifest: Manifest,
    pub(super) areas: Areas,
}

impl<'a> Former<'a> {
    /// Reads the manifest and the areas of a folder; contents and topics are those
    /// of its definitions, which the edition will be published with.
    ///
    /// # Errors
    ///
    /// If they are not there or not as they should be.
    pub(super) fn read(data: &'a Path) -> Result<Self> {
        let manifest = publish::read(data, MANIFEST_FILE, topics::defined(data)?)?;
        let file = data.join(&manifest.areas.file);
        let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
        verify(&manifest.areas, &bytes)?;
        Ok(Self { data, areas: read_areas(&bytes)?, manifest })
    }

    /// The table to compare with: the same in the newest edition that has it,
    /// or else the one that the definition names.
    pub(super) fn table(&self, definition: &Definition) -> Option<(&Edition, &TableEntry)> {
        let newest = |id: &TableId| {
            let mut editions = self.manifest.editions.iter().filter(|edition| !edition.modelled);
            editions.find_map(|edition| Some((edition, edition.table(id)?.as_ref())))
        };
        newest(&definition.id).or_else(|| newest(definition.compare_with.as_ref()?))
    }

    /// What the agency revised since a former table, which is read file by file.
    ///
    /// # Errors
    ///
    /// If a file of it is not what the manifest says.
    pub(super) fn compare(&self, entry: &TableEntry, table: &Table) -> Result<Comparison> {
        let areas = entry.areas();
        let mut comparing = Comparing::new(table, &entry.periods, &areas);
        for shard in &entry.shards {
            let file = self.data.join(&shard.file.file);
            let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
            comparing.add(&read_shard(entry, shard, &bytes)?);
        }
        Ok(comparing.end())
    }

    /// The current edition, whose other tables a new one takes over.
    ///
    /// # Errors
    ///
    /// If the manifest names none, which reading it has ruled out.
    pub(super) fn current(&self) -> Result<&Edition> {
        self.manifest.edition(&self.manifest.current).context("the manifest names no current edition")
    }

    /// The entries of the current edition's tables but one. Their files stay where
    /// they are, and so does what check-data accepts of them.
    ///
    /// # Errors
    ///
    /// If the manifest names no current edition.
    pub(super) fn take_over(&self, but: &TableId) -> Result<Vec<TableEntry>> {
        Ok(self.current()?.entries().filter(|entry| entry.id != *but).cloned().collect())
    }

    /// Whether an edition of this name may be written.
    ///
    /// # Errors
    ///
    /// If there is one, or the name is no name of a folder.
    pub(super) fn check_name(&self, id: &EditionId) -> Result<()> {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        ensure!(
            !id.0.is_empty() && id.0.chars().all(plain),
            "an edition's name is of letters, digits and hyphens, not {id:?}"
        );
        let taken = ["anchors", "geo", "modell"].contains(&id.0.as_str());
        ensure!(!taken, "{id} is the name of another folder of the data; give --edition another");
        ensure!(
            self.manifest.edition(id).is_none(),
            "edition {id} is there already, and editions are never changed; give --edition another name, such as {id}b"
        );
        Ok(())
    }
}
