//! What the first view can do without: code in a file of its own, that is
//! fetched once the first view is drawn, or as soon as it is needed.
//!
//! Only [`doors`] lead there, and only once it is here: whatever they lead to,
//! and nothing else does, the build puts into that file (`web/later`).

pub(super) mod doors;

use super::element::{Fragment, fragment, p};
use super::figure::trouble;
use super::loading::{Failure, Loading, Progress};
use super::scene::Scene;
use super::signal::{Callback, RwSignal};
use super::store::in_turn;
use crate::browser::later;
use faktabank_figures::text::ui;

/// Whether the rest of the page's code is here.
#[derive(Clone, Copy)]
pub struct Later(RwSignal<State>);

/// `None` while nobody has asked for it.
type State = Option<Loading<()>>;

impl Later {
    /// Nothing is fetched yet; where the module was built in one piece, all is here.
    pub(super) fn start() -> Self {
        Self(RwSignal::new(later::file().is_none().then_some(Loading::Ready(()))))
    }

    /// Fetches it, unless somebody has asked for it before.
    pub fn want(self) {
        if self.0.with_untracked(Option::is_none) {
            self.again();
        }
    }

    /// Fetches it, also if it did not come before; unless it is here or on its way.
    pub(super) fn again(self) {
        if matches!(self.0.get_untracked(), None | Some(Loading::Failed(_))) {
            self.0.set(Some(Loading::Pending(Progress::default())));
            in_turn(async move {
                self.0.set(Some(match later::fetch().await {
                    Ok(()) => Loading::Ready(()),
                    Err(error) => Loading::Failed(Failure::fetch(&later::file().unwrap_or_default(), &error)),
                }));
            });
        }
    }

    /// Whether nobody waits for it: it is here, or did not come, or was not asked for.
    pub(super) fn is_settled(self) -> bool {
        !matches!(self.0.get(), Some(Loading::Pending(_)))
    }

    /// Whether it is here.
    pub(super) fn is_here(self) -> bool {
        matches!(self.0.get(), Some(Loading::Ready(())))
    }

    /// How far it has come.
    pub(super) fn state(self) -> Loading<()> {
        self.0.get().unwrap_or(Loading::Pending(Progress::default()))
    }
}

/// How a region in the midst of a page waits.
pub(super) fn little(failed: Option<(Failure, Callback<()>)>, scene: Scene) -> Fragment {
    match failed {
        None => p("loading").attr("role", "status").child(scene.say(ui::LOADING)).parts(),
        Some((failure, retry)) => trouble(failure.words(scene.language.get()), failure.detail, retry, scene).parts(),
    }
}

/// How a region waits that nobody misses while it is on its way.
pub(super) fn unseen(failed: Option<(Failure, Callback<()>)>, scene: Scene) -> Fragment {
    failed.map(|failed| little(Some(failed), scene)).unwrap_or_default()
}

/// How a region waits for the code behind a door, and says that it did not come.
pub(super) type Waiting = fn(Option<(Failure, Callback<()>)>, Scene) -> Fragment;

/// A region that is made by code behind a door, once somebody has asked for it.
pub(super) fn behind(scene: Scene, waiting: Waiting, make: impl Fn() -> Fragment + 'static) -> Fragment {
    fragment(move || match scene.later.state() {
        Loading::Ready(()) => make(),
        Loading::Pending(_) => waiting(None, scene),
        Loading::Failed(failure) => waiting(Some((failure, Callback::new(move |()| scene.later.again()))), scene),
    })
}
