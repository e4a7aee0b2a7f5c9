//! The files of `data/`: fetched once, verified, kept while the page lives.
//!
//! Tells what is on its way, here or failed; what is in a file is for others.

use super::loading::{Failure, Loading, Progress};
use crate::browser::fetch;
use crate::query::{Resolved, needs};
use crate::snapshot::{self, FileEntry, MANIFEST_FILE, Manifest, Shard, TableEntry};
use crate::statistics::{Areas, Table};
use crate::text::ui::Trouble;
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
}

impl Store {
    /// Begins to fetch manifest and areas.
    pub(super) fn start() -> Self {
        let store = Self { base: RwSignal::new(Loading::Pending(Progress::default())), shards: RwSignal::default() };
        store.fetch_base();
        store
    }

    /// Manifest and areas.
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

    /// Fetches what a selection needs and is not here yet.
    pub(super) fn want(self, resolved: &Resolved, manifest: &Manifest) {
        for (entry, shard) in needed(resolved, manifest) {
            if self.shards.with_untracked(|shards| found(shards, &shard.file.file).is_some()) {
                continue;
            }
            self.put(&shard.file.file, Loading::Pending(Progress::default()));
            let (entry, shard) = (entry.clone(), shard.clone());
            in_turn(async move {
                let outcome = match table(&entry, &shard).await {
                    Ok(table) => Loading::Ready(Arc::new(table)),
                    Err(failure) => Loading::Failed(failure),
                };
                self.put(&shard.file.file, outcome);
            });
        }
    }

    fn put(self, file: &str, state: Loading<Arc<Table>>) {
        self.shards.update(|shards| {
            shards.retain(|(other, _)| other != file);
            shards.push((file.to_owned(), state));
        });
    }

    /// The tables that a selection needs, once all their files are here.
    pub(super) fn tables(self, resolved: &Resolved, manifest: &Manifest) -> Loading<Arc<Vec<Table>>> {
        self.shards.with(|shards| {
            let needed = needed(resolved, manifest);
            let mut parts = Vec::with_capacity(needed.len());
            for (_, shard) in &needed {
                match found(shards, &shard.file.file) {
                    Some(Loading::Ready(table)) => parts.push(table),
                    Some(Loading::Failed(failure)) => return Loading::Failed(failure.clone()),
                    Some(Loading::Pending(_)) | None => {}
                }
            }
            if parts.len() < needed.len() {
                return Loading::Pending(Progress { done: parts.len(), total: needed.len() });
            }
            join(parts.into_iter().map(|part| (**part).clone()))
        })
    }

    /// Forgets what failed and tries again.
    pub(super) fn retry(self, wanted: Option<(&Resolved, &Manifest)>) {
        if matches!(self.base.get_untracked(), Loading::Failed(_)) {
            self.fetch_base();
        }
        self.shards.update(|shards| shards.retain(|(_, state)| !matches!(state, Loading::Failed(_))));
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
fn in_turn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    leptos::task::spawn_local(work);
}

fn needed<'a>(resolved: &Resolved, manifest: &'a Manifest) -> Vec<(&'a TableEntry, &'a Shard)> {
    manifest.edition(&resolved.edition).map(|edition| needs(resolved, edition)).unwrap_or_default()
}

/// The parts of tables, each table made whole again for each sex and age span.
fn join(parts: impl Iterator<Item = Table>) -> Loading<Arc<Vec<Table>>> {
    match Table::join(parts) {
        Ok(tables) => Loading::Ready(Arc::new(tables)),
        Err(error) => {
            let (file, detail) = (error.table.to_string(), error.to_string());
            Loading::Failed(Failure { file, trouble: Trouble::Unreadable, detail })
        }
    }
}

async fn bytes(file: &str) -> Result<Vec<u8>, Failure> {
    fetch::bytes(&[DATA, file].concat()).await.map_err(|error| Failure::fetch(file, &error))
}

async fn base() -> Result<Base, Failure> {
    let manifest = bytes(MANIFEST_FILE).await?;
    let manifest = snapshot::read_manifest(&manifest).map_err(|error| Failure::snapshot(&error))?;
    let areas = verified(&manifest.areas).await?;
    let areas = snapshot::read_areas(&areas).map_err(|error| Failure::snapshot(&error))?;
    Ok(Base { manifest, areas })
}

async fn verified(entry: &FileEntry) -> Result<Vec<u8>, Failure> {
    let bytes = bytes(&entry.file).await?;
    snapshot::verify(entry, &bytes).map_err(|error| Failure::snapshot(&error))?;
    Ok(bytes)
}

async fn table(entry: &TableEntry, shard: &Shard) -> Result<Table, Failure> {
    let bytes = bytes(&shard.file.file).await?;
    snapshot::read_shard(entry, shard, &bytes).map_err(|error| Failure::snapshot(&error))
}
