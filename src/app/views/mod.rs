//! The views: which figures and choices are on a page.

mod about;
mod alike;
mod areas;
mod choices;
mod compare;
mod embed;
mod explore;
mod modelled;
mod municipalities;
mod order;
mod overview;
mod pair;
mod sheet;
mod side_by_side;
mod stage;
mod time;

use super::element::{Parts, el, live, p};
use super::figure::{Ways, figure_view};
use super::loading::Loading;
use super::notices::notices;
use super::scene::Scene;
use super::store::{Base, Store};
use crate::app::memo::Memo;
use crate::app::signal::Callback;
use crate::query::View;
use crate::text::ui;
pub(super) use embed::begin as begin_embed;
use stage::Stage;
use std::sync::Arc;

/// The view that the URL asks for, once manifest and areas are here.
pub(super) fn content(store: Store, scene: Scene) -> Parts {
    live(move || match store.base() {
        Loading::Pending(_) => {
            let words = scene.say(ui::LOADING);
            let article = el("article").class("figure placeholder").attr("data-figure", "");
            article
                .attr("data-state", "loading")
                .attr("aria-busy", "true")
                .child(p("loading").attr("role", "status").child(words))
                .parts()
        }
        Loading::Failed(failure) => {
            let retry = Callback::new(move |()| store.retry(None));
            let figure = Memo::new(move |_| Loading::Failed(failure.clone()));
            let kind = Memo::new(|_| crate::query::FigureKind::Line);
            figure_view(
                figure,
                kind,
                Parts::new(),
                Ways { retry, cancel: None, modelled: None, land: None, save: None },
                scene,
            )
            .parts()
        }
        Loading::Ready(base) => opened(base, store, scene),
    })
}

fn opened(base: Arc<Base>, store: Store, scene: Scene) -> Parts {
    scene.navigation.know(base.clone());
    let Some(stage) = Stage::set(base, store, scene) else {
        return p("trouble").live(scene.words(ui::FAILED)).parts();
    };
    let view = Memo::new(move |_| scene.navigation.selection().view());
    if scene.navigation.embedding().embedded {
        return embed::view(stage);
    }
    let mut parts = modelled::band(stage);
    parts.extend(notices(move || stage.notices(), scene));
    parts.extend(modelled::offer(stage));
    parts.extend(live(move || match view.get() {
        View::Overview => overview::view(stage),
        View::Explore => explore::view(stage),
        View::Compare => compare::view(stage),
        View::Sheet => sheet::view(stage),
        View::About => about::view(stage),
    }));
    parts
}
