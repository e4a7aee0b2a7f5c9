//! Editions that are there already: the one to compare with, and the tables
//! that a new edition takes over from the current one, byte for byte.

use super::definition::Definition;
use crate::changes::{Comparing, Comparison};
use crate::check_data::{self, Exception};
use crate::publish::{self, Files};
use anyhow::{Context, Result, ensure};
use faktabank::snapshot::{Edition, EditionId, MANIFEST_FILE, Manifest, TableEntry, read_areas, read_shard, verify};
use faktabank::statistics::{Areas, Table, TableId};
use std::fs;
use std::path::Path;

/// A folder of data, as it is before the import.
pub(super) struct Former<'a> {
    pub(super) data: &'a Path,
    pub(super) manifest: Manifest,
    pub(super) areas: Areas,
}

impl<'a> Former<'a> {
    /// Reads the manifest and the areas of a folder.
    ///
    /// # Errors
    ///
    /// If they are not there or not as they should be.
    pub(super) fn read(data: &'a Path) -> Result<Self> {
        let manifest = publish::read(data, MANIFEST_FILE)?;
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
            editions.find_map(|edition| Some((edition, edition.table(id)?)))
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

    /// The entries of the current edition's tables but one, with their files
    /// added under the name of the new edition.
    ///
    /// # Errors
    ///
    /// If a file is not there.
    pub(super) fn take_over(&self, id: &EditionId, but: &TableId, files: &mut Files) -> Result<Vec<TableEntry>> {
        let current = self.current()?;
        let mut entries = Vec::new();
        for entry in current.tables.iter().filter(|entry| entry.id != *but) {
            let mut entry = entry.clone();
            for shard in &mut entry.shards {
                let from = self.data.join(&shard.file.file);
                let bytes = fs::read(&from).with_context(|| from.display().to_string())?;
                verify(&shard.file, &bytes)?;
                let below = shard.file.file.strip_prefix(&format!("{}/", current.id));
                let below = below.with_context(|| format!("{} is not of edition {}", shard.file.file, current.id))?;
                shard.file.file = format!("{id}/{below}");
                files.insert(shard.file.file.clone(), bytes);
            }
            entries.push(entry);
        }
        Ok(entries)
    }

    /// What check-data accepts of the tables that are taken over.
    ///
    /// # Errors
    ///
    /// If a list of exceptions does not read.
    pub(super) fn exceptions(&self, id: &EditionId, but: &TableId) -> Result<Vec<Exception>> {
        let mut list = check_data::of_edition(self.data, &self.current()?.id)?;
        list.retain(|exception| exception.table != but.0);
        list.iter_mut().for_each(|exception| exception.edition = id.to_string());
        Ok(list)
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
