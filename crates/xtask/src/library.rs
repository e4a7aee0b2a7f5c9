//! A folder of data, read once: what it says of itself, and every table of the
//! edition that the page opens on, by the files that selections need.

use anyhow::{Context, Result, ensure};
use faktabank_tables::query::{Resolved, needs};
use faktabank_tables::snapshot::{
    AREAS_FILE, Edition, MANIFEST_FILE, Manifest, Newest, Shard, TOPICS_FILE, TableEntry, read_areas, read_manifest,
    read_newest, read_shard, read_topics, verify,
};
use faktabank_tables::statistics::{Areas, Table};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

/// A folder of data.
pub(crate) struct Library {
    /// Its editions.
    pub(crate) manifest: Manifest,
    /// Its areas.
    pub(crate) areas: Areas,
    /// The newest number of every kommun in the edition that the page opens on.
    pub(crate) newest: Option<Newest>,
    /// The files of tables, by their names.
    tables: BTreeMap<String, Table>,
}

impl Library {
    /// Reads a folder: `data/` of the project, or that of a built page.
    ///
    /// # Errors
    ///
    /// If a file is missing, or is not what the manifest says.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        let read = |file: &str| fs::read(folder.join(file)).with_context(|| folder.join(file).display().to_string());
        let catalogue = read_topics(&read(TOPICS_FILE)?)?;
        let manifest = read_manifest(&read(MANIFEST_FILE)?, catalogue)?;
        let areas = read(AREAS_FILE)?;
        verify(&manifest.areas, &areas)?;
        let areas = Areas { home: manifest.home, ..read_areas(&areas)? };
        let edition = manifest.edition(&manifest.current).context("an edition that is not there")?;
        let newest = match &edition.newest {
            Some(entry) => Some(read_newest(&entry.file, &read(&entry.file)?)?),
            None => None,
        };
        let shards: Vec<(&TableEntry, &Shard)> =
            edition.entries().flat_map(|table| table.shards.iter().map(move |shard| (table, shard))).collect();
        let tables = Mutex::new(BTreeMap::new());
        side_by_side(&shards, |(entry, shard)| {
            let table = read_shard(entry, shard, &read(&shard.file.file)?)?;
            // Nothing panics while it is held.
            tables.lock().map_err(|error| anyhow::anyhow!("{error}"))?.insert(shard.file.file.clone(), table);
            Ok(())
        })?;
        let tables = tables.into_inner()?;
        Ok(Self { manifest, areas, newest, tables })
    }

    /// The edition that the page opens on.
    ///
    /// # Errors
    ///
    /// If the manifest names one that it lacks.
    pub(crate) fn edition(&self) -> Result<&Edition> {
        self.manifest.edition(&self.manifest.current).context("an edition that is not there")
    }

    /// The files that a selection needs.
    ///
    /// # Errors
    ///
    /// If it is of another edition than the one that the page opens on.
    pub(crate) fn needed(&self, resolved: &Resolved) -> Result<Vec<(&TableEntry, &Shard)>> {
        ensure!(resolved.edition.current, "{} is not the edition that the page opens on", resolved.edition.id);
        Ok(needs(resolved, self.edition()?))
    }

    /// The tables that a selection needs, each joined of its files.
    ///
    /// # Errors
    ///
    /// As [`Self::needed`], and if parts of a table differ in shape.
    pub(crate) fn tables(&self, resolved: &Resolved) -> Result<Vec<Table>> {
        let needed = self.needed(resolved)?;
        let parts = needed.iter().filter_map(|(_, shard)| self.tables.get(&shard.file.file)).cloned();
        Ok(Table::join(parts)?)
    }

    /// Any part of a table: what is said of it is said of all of it.
    pub(crate) fn any_part(&self, entry: &TableEntry) -> Option<&Table> {
        entry.shards.first().and_then(|shard| self.tables.get(&shard.file.file))
    }
}

/// Does a piece of work for each item, on as many threads as there are processors.
///
/// # Errors
///
/// The first of those that the work meets.
pub(crate) fn side_by_side<T: Sync>(items: &[T], work: impl Fn(&T) -> Result<()> + Sync) -> Result<()> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let each = || {
        // Whoever is done first takes the next.
        while let Some(item) = items.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
            work(item)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..threads).map(|_| scope.spawn(each)).collect();
        all.into_iter().try_for_each(|thread| thread.join().map_err(|_| anyhow::anyhow!("a thread has panicked"))?)
    })
}
