//! The loader of the page's second file of code: whether it is here, and the
//! proof of that.

use crate::app::loading::{Failure, Loading, Progress};
use crate::app::signal::RwSignal;
use crate::app::store::in_turn;
use crate::browser::lazy;

/// The proof that the second file of code is here. Every one of the
/// [`entries`](super::entries) takes it, and the loader alone can make it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loaded(());

/// Whether the second file of code is here.
#[derive(Clone, Copy)]
pub struct Loader(RwSignal<State>);

/// `None` while nobody has asked for it.
type State = Option<Loading<Loaded>>;

impl Loader {
    /// Nothing is fetched yet; where the module was built in one piece, all is here.
    pub(in crate::app) fn start() -> Self {
        Self(RwSignal::new(lazy::file().is_none().then_some(Loading::Ready(Loaded(())))))
    }

    /// Fetches it, unless somebody has asked for it before.
    pub fn want(self) {
        if self.0.with_untracked(Option::is_none) {
            self.again();
        }
    }

    /// Fetches it, also if it did not come before; unless it is here or on its way.
    pub(in crate::app) fn again(self) {
        if matches!(self.0.get_untracked(), None | Some(Loading::Failed(_))) {
            self.0.set(Some(Loading::Pending(Progress::default())));
            in_turn(async move {
                self.0.set(Some(match lazy::fetch().await {
                    Ok(()) => Loading::Ready(Loaded(())),
                    Err(error) => Loading::Failed(Failure::fetch(&lazy::file().unwrap_or_default(), &error)),
                }));
            });
        }
    }

    /// Whether nobody waits for it: it is here, or did not come, or was not asked for.
    pub(in crate::app) fn is_settled(self) -> bool {
        !matches!(self.0.get(), Some(Loading::Pending(_)))
    }

    /// The proof that it is here, once it is; tells those who follow it.
    pub(in crate::app) fn loaded(self) -> Option<Loaded> {
        proof(self.0.get())
    }

    /// The proof that it is here, if it is now.
    pub(in crate::app) fn loaded_untracked(self) -> Option<Loaded> {
        proof(self.0.get_untracked())
    }

    /// How far it has come.
    pub(in crate::app) fn state(self) -> Loading<Loaded> {
        self.0.get().unwrap_or(Loading::Pending(Progress::default()))
    }
}

fn proof(state: State) -> Option<Loaded> {
    match state {
        Some(Loading::Ready(loaded)) => Some(loaded),
        None | Some(Loading::Pending(_) | Loading::Failed(_)) => None,
    }
}
