//! Editions that are there already: the one to compare with, and the tables
//! that a new edition takes over from the current one, byte for byte.

use super::definition::Definition;
use super::edition;
use super::metadata::Metadata;
use super::resolve::Shape;
use crate::changes::{Comparing, Comparison};
use crate::{publish, topics};
use anyhow::{Context, Result, bail, ensure};
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
    /// The manifest as it was read.
    text: Vec<u8>,
}

impl<'a> Former<'a> {
    /// Reads the manifest and the areas of a folder; contents and topics are those
    /// of its definitions, which the edition will be published with.
    ///
    /// # Errors
    ///
    /// If they are not there or not as they should be.
    pub(super) fn read(data: &'a Path) -> Result<Self> {
        let text = read_text(data)?;
        let manifest = publish::read(data, MANIFEST_FILE, topics::defined(data)?)?;
        let file = data.join(&manifest.areas.file);
        let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
        verify(&manifest.areas, &bytes)?;
        Ok(Self { data, areas: read_areas(&bytes)?, manifest, text })
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
            comparing.add(&read_shard(entry, shard, &self.read_file(&shard.file.file)?)?);
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

    /// The day on which an edition is published that has a table of a day. Tables that
    /// are taken over may be newer, and no edition is older than its tables.
    ///
    /// # Errors
    ///
    /// If the manifest names no current edition.
    pub(super) fn published(&self, updated_on: &str) -> Result<String> {
        Ok(self.current()?.published.clone().max(updated_on.to_owned()))
    }

    /// The name that an edition has by default.
    ///
    /// # Errors
    ///
    /// As [`edition::name`].
    pub(super) fn name(&self, updated_on: &str) -> Result<EditionId> {
        edition::name(&self.published(updated_on)?, |id| self.manifest.edition(id).is_some())
    }

    /// Refuses to bring in what is here already.
    ///
    /// # Errors
    ///
    /// If the newest edition with the table has it as the agency has it.
    pub(super) fn check_news(&self, definition: &Definition, metadata: &Metadata, shape: &Shape) -> Result<()> {
        let Some((edition, entry)) = self.table(definition).filter(|(_, entry)| entry.id == definition.id) else {
            return Ok(());
        };
        let Some(shard) = entry.shards.first() else { return Ok(()) };
        let known = read_shard(entry, shard, &self.read_file(&shard.file.file)?)?;
        let is_new = known.source.updated != metadata.updated_on()
            || entry.periods != shape.periods
            || entry.contents != shape.contents;
        ensure!(
            is_new,
            "edition {} has {} as it is at the agency, updated on {}: nothing is new, and nothing was fetched. To import \
             it all the same, give --edition a name",
            edition.id,
            definition.source_id,
            metadata.updated_on()
        );
        Ok(())
    }

    /// Whether the data are as they were read.
    ///
    /// # Errors
    ///
    /// If somebody else has published something meanwhile.
    pub(super) fn check_unchanged(&self) -> Result<()> {
        ensure!(
            read_text(self.data)? == self.text,
            "{} has changed while this import ran; nothing was written, and what was fetched is kept: run the same \
             command again",
            self.data.join(MANIFEST_FILE).display()
        );
        Ok(())
    }

    fn read_file(&self, name: &str) -> Result<Vec<u8>> {
        let file = self.data.join(name);
        fs::read(&file).with_context(|| file.display().to_string())
    }

    /// Whether an edition of this name may be written.
    ///
    /// # Errors
    ///
    /// If there is one, the name is no name of a folder, or looks older than it is.
    pub(super) fn check_name(&self, id: &EditionId) -> Result<()> {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        ensure!(
            !id.0.is_empty() && id.0.chars().all(plain),
            "an edition's name is of letters, digits and hyphens, not {id:?}"
        );
        let taken = ["anchors", "geo", "modell", "topics"].contains(&id.0.as_str());
        ensure!(!taken, "{id} is the name of another folder of the data; give --edition another");
        ensure!(
            self.manifest.edition(id).is_none(),
            "edition {id} is there already, and editions are never changed; give --edition another name, such as {id}b"
        );
        let newest = self.manifest.editions.iter().filter(|edition| !edition.modelled).map(|edition| &edition.id).max();
        if let Some(newest) = newest.filter(|newest| id < newest) {
            bail!("an edition {id} would look older than {newest}: give --edition a name after it, such as {newest}b");
        }
        Ok(())
    }
}

fn read_text(data: &Path) -> Result<Vec<u8>> {
    let file = data.join(MANIFEST_FILE);
    fs::read(&file).with_context(|| file.display().to_string())
}
