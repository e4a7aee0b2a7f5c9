//! The views: which figures and choices are on a page.

mod about;
mod alike;
mod areas;
mod backdrop;
mod choices;
mod compare;
mod embed;
mod explore;
mod gallery;
mod modelled;
mod municipalities;
mod order;
mod overview;
mod pair;
mod places;
mod present;
mod sheet;
mod side_by_side;
mod stage;
mod time;
mod topics;

use super::element::{Fragment, el, fragment, p};
use super::figure::{FigureActions, figure_view};
use super::lazy::{entries, once_loaded};
use super::loading::{Failure, Loading};
use super::notices::notices;
use super::page_context::PageContext;
use super::store::{Base, Store};
use crate::app::memo::Memo;
use crate::app::signal::Callback;
pub(super) use areas::{choose_another, follow_names};
pub(super) use backdrop::{want_events, why_no_country, with_events};
pub(super) use embed::{begin as begin_embed, choices_of};
use faktabank_figures::text::ui;
use faktabank_tables::query::{View, is_by_name};
pub(super) use overview::{beneath, left_out};
pub(super) use pair::paired;
pub(super) use present::gathered;
pub(super) use stage::Stage;
use std::sync::Arc;

/// The view that the URL asks for, once manifest and areas are here.
pub(super) fn content(store: Store, context: PageContext) -> Fragment {
    fragment(move || match store.base() {
        Loading::Pending(_) => waiting(None, context),
        Loading::Failed(failure) => waiting(Some((failure, Callback::new(move |()| store.retry(None)))), context),
        Loading::Ready(base) => opened(base, store, context),
    })
}

/// What stands for a view while what it is made of is on its way, or did not come.
fn waiting(failed: Option<(Failure, Callback<()>)>, context: PageContext) -> Fragment {
    let Some((failure, retry)) = failed else {
        let words = context.say(ui::LOADING);
        let article = el("article").class("figure placeholder").attr("data-figure", "");
        let article = article.attr("data-state", "loading").attr("aria-busy", "true");
        return article.child(p("loading").attr("role", "status").child(words)).into_fragment();
    };
    let figure = Memo::new(move |_| Loading::Failed(failure.clone()));
    let kind = Memo::new(|_| faktabank_tables::query::FigureKind::Line);
    figure_view(
        figure,
        kind,
        Fragment::new(),
        FigureActions { retry, cancel: None, kommun_context: None, share: None },
        context,
    )
    .into_fragment()
}

fn opened(base: Arc<Base>, store: Store, context: PageContext) -> Fragment {
    context.navigation.know(base.clone());
    if is_by_name(&context.navigation.present(), &base.areas) {
        context.lazy.want();
        match context.lazy.state() {
            Loading::Ready(loaded) => entries::follow_names(loaded, context.navigation, &base.areas),
            Loading::Pending(_) => return waiting(None, context),
            // What is shown then says that it was not followed.
            Loading::Failed(_) => {}
        }
    }
    let Some(stage) = Stage::set(base, store, context) else {
        return p("trouble").child(context.words(ui::FAILED)).into_fragment();
    };
    if context.navigation.embedding().embedded {
        return embed::view(stage);
    }
    let mut parts = modelled::band(stage);
    parts.extend(notices(move || stage.notices(), context));
    let view = Memo::new(move |_| context.navigation.chosen().view());
    // No drawing of one view is made anew for another.
    let whole = move || match view.get() {
        View::Overview => overview::view(stage),
        view => {
            context.lazy.again();
            once_loaded(context, waiting, move |loaded| entries::view(loaded, stage, view))
        }
    };
    parts.extend(fragment(whole));
    parts
}

/// A view that is not the first; through an entry alone.
pub(super) fn other(stage: Stage, view: View) -> Fragment {
    match view {
        View::Overview => Fragment::new(),
        View::Explore => explore::view(stage),
        View::Compare => compare::view(stage),
        View::Sheet => sheet::view(stage),
        View::About => about::view(stage),
        View::Gallery => gallery::view(stage),
        View::Present => present::view(stage),
    }
}
