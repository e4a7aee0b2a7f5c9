//! The outlines of the kommuner: fetched once, when a map first asks for them.

use super::loading::{Loading, Progress};
use super::signal::RwSignal;
use super::store;
use crate::snapshot::FileEntry;
use crate::statistics::Boundaries;
use leptos::prelude::*;
use std::sync::Arc;

/// The outlines, wherever they are just now.
#[derive(Clone, Copy, Debug)]
pub struct Geography {
    /// The file; `None` where the data have none.
    file: StoredValue<Option<FileEntry>>,
    state: RwSignal<Option<Loading<Arc<Boundaries>>>>,
}

impl Geography {
    /// Outlines that nobody has asked for yet.
    pub fn of(file: Option<FileEntry>) -> Self {
        Self { file: StoredValue::new(file), state: RwSignal::new(None) }
    }

    /// Begins to fetch them, unless they are here or on their way.
    pub fn want(self) {
        let waits = matches!(self.state.get_untracked(), None | Some(Loading::Failed(_)));
        let Some(file) = self.file.get_value().filter(|_| waits) else { return };
        self.state.set(Some(Loading::Pending(Progress::default())));
        store::in_turn(async move {
            self.state.set(Some(match store::boundaries(&file).await {
                Ok(boundaries) => Loading::Ready(Arc::new(boundaries)),
                Err(failure) => Loading::Failed(failure),
            }));
        });
    }

    /// The outlines, if they are here.
    pub fn outlines(self) -> Option<Arc<Boundaries>> {
        match self.state.get_untracked() {
            Some(Loading::Ready(outlines)) => Some(outlines),
            Some(Loading::Pending(_) | Loading::Failed(_)) | None => None,
        }
    }

    /// Where they are; `None` before they were asked for.
    pub fn state(self) -> Option<Loading<Arc<Boundaries>>> {
        self.state.get()
    }
}
