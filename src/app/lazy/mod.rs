//! What the first view can do without: code in a file of its own, that is loaded
//! once the first view is drawn, or as soon as it is needed.
//!
//! Only the [`entries`] lead there, and each of them takes a [`Loaded`] that the
//! [`loader`] alone hands out. Whatever they lead to, and nothing else does, the
//! build puts into that file (`cargo xtask split`).

pub(super) mod entries;
mod loader;

use super::element::{Fragment, fragment, p};
use super::figure::trouble;
use super::loading::{Failure, Loading};
use super::page_context::PageContext;
use super::signal::Callback;
use faktabank_figures::text::ui;
pub use loader::{Loaded, Loader};

/// How a region in the midst of a page waits.
pub(super) fn little(failed: Option<(Failure, Callback<()>)>, context: PageContext) -> Fragment {
    match failed {
        None => p("loading").attr("role", "status").child(context.say(ui::LOADING)).into_fragment(),
        Some((failure, retry)) => {
            trouble(failure.words(context.language.get()), failure.detail, retry, context).into_fragment()
        }
    }
}

/// How a region waits that nobody misses while it is on its way.
pub(super) fn unseen(failed: Option<(Failure, Callback<()>)>, context: PageContext) -> Fragment {
    failed.map(|failed| little(Some(failed), context)).unwrap_or_default()
}

/// How a region waits for code of the second file, and says that it did not come.
pub(super) type Waiting = fn(Option<(Failure, Callback<()>)>, PageContext) -> Fragment;

/// A region that is made by code of the second file, once somebody has asked for
/// it: `make` is given the proof that it is here.
pub(super) fn once_loaded(
    context: PageContext,
    waiting: Waiting,
    make: impl Fn(Loaded) -> Fragment + 'static,
) -> Fragment {
    boxed(context, waiting, Box::new(make))
}

/// The same of any region, compiled once.
fn boxed(context: PageContext, waiting: Waiting, make: Box<dyn Fn(Loaded) -> Fragment>) -> Fragment {
    fragment(move || match context.lazy.state() {
        Loading::Ready(loaded) => make(loaded),
        Loading::Pending(_) => waiting(None, context),
        Loading::Failed(failure) => waiting(Some((failure, Callback::new(move |()| context.lazy.again()))), context),
    })
}
