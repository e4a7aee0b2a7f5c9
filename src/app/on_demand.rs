//! Files beside the figures: each fetched once, when something first asks for it.

use super::loading::{Failure, Loading, Progress};
use super::signal::RwSignal;
use super::store;
use faktabank_tables::snapshot::{FileEntry, Newest, SnapshotError, read_boundaries, read_explanations, read_newest};
use faktabank_tables::statistics::{Boundaries, Catalogue};
use leptos::prelude::*;
use std::sync::Arc;

/// What is in a file, wherever it is just now.
#[derive(Debug)]
pub struct OnDemand<T> {
    /// The file; `None` where the data have none.
    file: StoredValue<Option<FileEntry>>,
    state: RwSignal<Option<Loading<Arc<T>>>>,
}

/// The outlines of the kommuner.
pub type Geography = OnDemand<Boundaries>;

/// What the catalogue does not know before it is asked: what its words mean.
pub type Explained = OnDemand<()>;

/// What happened outside of the figures, as published: it is read where it is
/// shown, so that the first view need not know what an event is.
pub type OutsideEvents = OnDemand<Vec<u8>>;

/// The newest number of every kommun, of one edition.
pub type NewestOf = OnDemand<Newest>;

impl<T> Clone for OnDemand<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for OnDemand<T> {}

impl<T: Send + Sync + 'static> OnDemand<T> {
    /// A file that nobody has asked for yet.
    pub fn of(file: Option<FileEntry>) -> Self {
        Self { file: StoredValue::new(file), state: RwSignal::new(None) }
    }

    /// Where it is; `None` before it was asked for.
    pub fn state(self) -> Option<Loading<Arc<T>>> {
        self.state.get()
    }

    /// Begins to fetch it, unless it is here or on its way.
    fn bring(self, read: impl Fn(&[u8]) -> Result<T, SnapshotError> + 'static) {
        let waits = matches!(self.state.get_untracked(), None | Some(Loading::Failed(_)));
        let Some(file) = self.file.get_value().filter(|_| waits) else { return };
        self.state.set(Some(Loading::Pending(Progress::default())));
        store::in_turn(async move {
            let bytes = store::verified(&file).await;
            let found = bytes.and_then(|bytes| read(&bytes).map_err(|error| Failure::snapshot(&error)));
            self.state.set(Some(match found {
                Ok(found) => Loading::Ready(Arc::new(found)),
                Err(failure) => Loading::Failed(failure),
            }));
        });
    }
}

impl Geography {
    /// The outlines, if they are here.
    pub fn outlines(self) -> Option<Arc<Boundaries>> {
        match self.state.get_untracked() {
            Some(Loading::Ready(outlines)) => Some(outlines),
            Some(Loading::Pending(_) | Loading::Failed(_)) | None => None,
        }
    }

    /// Begins to fetch the outlines, unless they are here or on their way.
    pub fn want(self) {
        self.bring(read_boundaries);
    }
}

impl Explained {
    /// Begins to fetch the explanations, unless they are here or on their way.
    pub fn want(self, catalogue: &'static Catalogue) {
        self.bring(move |bytes| read_explanations(bytes).map(|topics| catalogue.explain(topics)));
    }
}

impl NewestOf {
    /// Begins to fetch the numbers, unless they are here or on their way.
    pub fn want(self) {
        let file = self.file.with_value(|file| file.as_ref().map(|entry| entry.file.clone())).unwrap_or_default();
        self.bring(move |bytes| read_newest(&file, bytes));
    }

    /// The numbers, following when they come. Without them only places are lacking.
    pub fn here(self) -> Option<Arc<Newest>> {
        match self.state.get() {
            Some(Loading::Ready(newest)) => Some(newest),
            Some(Loading::Pending(_) | Loading::Failed(_)) | None => None,
        }
    }
}

impl OutsideEvents {
    /// Begins to fetch the events, unless they are here or on their way.
    pub fn want(self) {
        self.bring(|bytes| Ok(bytes.to_vec()));
    }
}
