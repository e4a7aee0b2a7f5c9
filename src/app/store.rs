//! The files of `data/`: fetched once, verified, kept while the page lives.
//!
//! Tells what is on its way, here or failed; what is in a file is for others.

use super::loading::{Failure, Loading, Progress};
use super::signal::RwSignal;
use crate::browser::fetch::{self, Stop};
use faktabank_figures::text::ui::Trouble;
use faktabank_tables::query::{Resolved, is_of_figure, needs};
use faktabank_tables::snapshot::{self, Changes, FileEntry, Listing, MANIFEST_FILE, Manifest, Shard, TableEntry};
use faktabank_tables::statistics::{Areas, Catalogue, Table};
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;

/// Where the data lies, relative to the page.
const DATA: &str = "data/";

/// What everything else is resolved against.
#[derive(Debug, PartialEq)]
pub(super) struct Base {
    /// The editions.
    pub manifest: Manifest,
    /// The areas.
    pub areas: Areas,
}

/// The files that have been asked for.
#[derive(Clone, Copy)]
pub(super) struct Store {
    base: RwSignal<Loading<Arc<Base>>>,
    /// By file: a name says which edition, table and areas.
    shards: RwSignal<Vec<(String, Loading<Arc<Table>>)>>,
    /// The tables last made of several files, with the names of those: of the
    /// figure, and of all around it.
    joined: StoredValue<[Option<Joined>; 2]>,
    /// What stops the files that are on their way.
    stop: StoredValue<Stop, LocalStorage>,
}

/// How much of what a selection needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// What its figure over time is drawn from.
    Figure,
    /// That and all around it.
    All,
}

#[derive(Clone)]
struct Joined {
    files: Vec<String>,
    tables: Arc<Vec<Table>>,
}

impl Store {
    /// Begins to fetch manifest, topics and areas.
    pub(super) fn start() -> Self {
        let store = Self {
            base: RwSignal::new(Loading::Pending(Progress::default())),
            shards: RwSignal::default(),
            joined: StoredValue::default(),
            stop: StoredValue::new_local(Stop::new()),
        };
        store.fetch_base();
        store
    }

    /// Manifest and areas; the manifest knows the catalogue of topics.
    pub(super) fn base(self) -> Loading<Arc<Base>> {
        self.base.get()
    }

    fn fetch_base(self) {
        self.base.set(Loading::Pending(Progress::default()));
        in_turn(async move {
            self.base.set(match base().await {
                Ok(base) => Loading::Ready(Arc::new(base)),
                Err(failure) => Loading::Failed(failure),
            });
        });
    }

    /// Fetches what a selection needs and is not here yet, side by side: what
    /// stands around the figure once that of the figure is here.
    pub(super) fn want(self, resolved: &Resolved, manifest: &Manifest) {
        let drawn = untrack(|| self.state(resolved, manifest, Extent::Figure) == Loading::Ready(()));
        self.fetch(needed(resolved, manifest, if drawn { Extent::All } else { Extent::Figure }));
    }

    /// Fetches all that a selection needs and that is not here yet.
    pub(super) fn bring(self, resolved: &Resolved, manifest: &Manifest) {
        self.fetch(needed(resolved, manifest, Extent::All));
    }

    fn fetch(self, needed: Vec<(&TableEntry, &Shard)>) {
        for (entry, shard) in needed {
            let known = |shards: &Shards| match found(shards, &shard.file.file) {
                Some(Loading::Failed(failure)) => failure.trouble != Trouble::Stopped,
                known => known.is_some(),
            };
            if self.shards.with_untracked(|shards| known(shards)) {
                continue;
            }
            self.put(&shard.file.file, Loading::Pending(Progress::default()));
            let (entry, shard, stop) = (entry.clone(), shard.clone(), self.stop.get_value());
            in_turn(async move {
                match table(&entry, &shard, &stop).await {
                    Ok(table) => self.put(&shard.file.file, Loading::Ready(Arc::new(table))),
                    // By now it may be on its way again.
                    Err(failure) if failure.trouble == Trouble::Stopped => {}
                    Err(failure) => self.put(&shard.file.file, Loading::Failed(failure)),
                }
            });
        }
    }

    /// Stops what is on its way; what is here is kept.
    pub(super) fn cancel(self) {
        self.stop.with_value(Stop::stop);
        self.stop.set_value(Stop::new());
        self.shards.update(|shards| {
            for (file, state) in shards {
                if matches!(state, Loading::Pending(_)) {
                    *state = Loading::Failed(Failure::stopped(file));
                }
            }
        });
    }

    fn put(self, file: &str, state: Loading<Arc<Table>>) {
        self.shards.update(|shards| {
            shards.retain(|(other, _)| other != file);
            shards.push((file.to_owned(), state));
        });
    }

    /// Whether the files of a selection are here, and how far they have come.
    pub(super) fn state(self, resolved: &Resolved, manifest: &Manifest, extent: Extent) -> Loading<()> {
        self.shards.with(|shards| parts(shards, &needed(resolved, manifest, extent))).map(|_| ())
    }

    /// The tables of a selection, once all their files are here.
    pub(super) fn tables(self, resolved: &Resolved, manifest: &Manifest, extent: Extent) -> Loading<Arc<Vec<Table>>> {
        let needed = needed(resolved, manifest, extent);
        let parts = match self.shards.with(|shards| parts(shards, &needed)) {
            Loading::Ready(parts) => parts,
            Loading::Pending(progress) => return Loading::Pending(progress),
            Loading::Failed(failure) => return Loading::Failed(failure),
        };
        let files: Vec<String> = needed.iter().map(|(_, shard)| shard.file.file.clone()).collect();
        // Most choices look at the same files in another way.
        let former = self.joined.with_value(|joined| joined.iter().flatten().find(|it| it.files == files).cloned());
        if let Some(former) = former {
            return Loading::Ready(former.tables);
        }
        match join(&parts) {
            Ok(tables) => {
                let tables = Arc::new(tables);
                self.joined
                    .update_value(|joined| joined[extent as usize] = Some(Joined { files, tables: tables.clone() }));
                Loading::Ready(tables)
            }
            Err(failure) => Loading::Failed(failure),
        }
    }

    /// The same of a selection that stands beside another: it is not kept.
    pub(super) fn apart(self, resolved: &Resolved, manifest: &Manifest) -> Loading<Vec<Table>> {
        let needed = needed(resolved, manifest, Extent::All);
        match self.shards.with(|shards| parts(shards, &needed)) {
            Loading::Ready(parts) => join(&parts).map_or_else(Loading::Failed, Loading::Ready),
            Loading::Pending(progress) => Loading::Pending(progress),
            Loading::Failed(failure) => Loading::Failed(failure),
        }
    }

    /// Forgets what failed, so that it can be asked for again.
    pub(super) fn forget_failures(self) {
        self.shards.update(|shards| shards.retain(|(_, state)| !matches!(state, Loading::Failed(_))));
    }

    /// Forgets what failed and tries again.
    pub(super) fn retry(self, wanted: Option<(&Resolved, &Manifest)>) {
        if matches!(self.base.get_untracked(), Loading::Failed(_)) {
            self.fetch_base();
        }
        self.forget_failures();
        if let Some((resolved, manifest)) = wanted {
            self.want(resolved, manifest);
        }
    }
}

type Shards = [(String, Loading<Arc<Table>>)];

fn found<'a>(shards: &'a Shards, file: &str) -> Option<&'a Loading<Arc<Table>>> {
    shards.iter().find(|(other, _)| other == file).map(|(_, state)| state)
}

/// Lets work go on whenever what it waits for is here.
pub(super) fn in_turn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    leptos::task::spawn_local(work);
}

fn needed<'a>(resolved: &Resolved, manifest: &'a Manifest, extent: Extent) -> Vec<(&'a TableEntry, &'a Shard)> {
    let mut needed = manifest.edition(&resolved.edition.id).map(|edition| needs(resolved, edition)).unwrap_or_default();
    needed.retain(|(entry, shard)| extent == Extent::All || is_of_figure(resolved, entry, shard));
    needed
}

/// What is in the files needed, once all of them are here.
fn parts(shards: &Shards, needed: &[(&TableEntry, &Shard)]) -> Loading<Vec<Arc<Table>>> {
    let mut parts = Vec::with_capacity(needed.len());
    let mut progress = Progress { total: needed.len(), ..Progress::default() };
    let mut failed = None;
    for (_, shard) in needed {
        progress.all_bytes += shard.file.bytes;
        match found(shards, &shard.file.file) {
            Some(Loading::Ready(table)) => {
                progress.bytes += shard.file.bytes;
                parts.push(table.clone());
            }
            Some(Loading::Failed(failure)) => failed = failed.or(Some(failure)),
            Some(Loading::Pending(_)) | None => {}
        }
    }
    progress.done = parts.len();
    match failed {
        Some(failure) => Loading::Failed(failure.clone()),
        None if progress.done < progress.total => Loading::Pending(progress),
        None => Loading::Ready(parts),
    }
}

/// The parts of tables, each table made whole again for each sex and age span.
fn join(parts: &[Arc<Table>]) -> Result<Vec<Table>, Failure> {
    Table::join(parts.iter().map(|part| (**part).clone())).map_err(|error| {
        let (file, detail) = (error.table.to_string(), error.to_string());
        Failure { file, trouble: Trouble::Unreadable, detail }
    })
}

async fn bytes(file: &str, stop: &Stop) -> Result<Vec<u8>, Failure> {
    fetch::bytes(&[DATA, file].concat(), stop).await.map_err(|error| Failure::fetch(file, &error))
}

async fn base() -> Result<Base, Failure> {
    // Without these there is nothing to go back to: they cannot be stopped.
    let manifest = bytes(MANIFEST_FILE, &Stop::default()).await?;
    let listing = Listing::read(&manifest).map_err(|error| Failure::snapshot(&error))?;
    // Both are on their way since the page asked for them.
    let topics = verified(listing.topics()).await?;
    let catalogue = snapshot::read_topics(&topics).map_err(|error| Failure::snapshot(&error))?;
    let areas = verified(listing.areas()).await?;
    let areas = snapshot::read_areas(&areas).map_err(|error| Failure::snapshot(&error))?;
    let manifest = listing.manifest(catalogue).map_err(|error| Failure::snapshot(&error))?;
    let areas = Areas { home: manifest.home, ..areas };
    Ok(Base { manifest, areas })
}

/// What changed in an edition.
pub(super) async fn changes(entry: &FileEntry, catalogue: &'static Catalogue) -> Result<Changes, Failure> {
    let bytes = verified(entry).await?;
    snapshot::read_changes(&entry.file, &bytes, catalogue).map_err(|error| Failure::snapshot(&error))
}

/// A file as it was published.
pub(super) async fn verified(entry: &FileEntry) -> Result<Vec<u8>, Failure> {
    let bytes = bytes(&entry.file, &Stop::default()).await?;
    snapshot::verify(entry, &bytes).map_err(|error| Failure::snapshot(&error))?;
    Ok(bytes)
}

async fn table(entry: &TableEntry, shard: &Shard, stop: &Stop) -> Result<Table, Failure> {
    let bytes = bytes(&shard.file.file, stop).await?;
    snapshot::read_shard(entry, shard, &bytes).map_err(|error| Failure::snapshot(&error))
}
