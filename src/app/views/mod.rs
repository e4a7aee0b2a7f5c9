//! The views: which figures and choices are on a page.

mod about;
mod choices;
mod compare;
mod explore;
mod municipalities;
mod overview;
mod stage;

use super::live::live;
use super::loading::Loading;
use super::scene::Scene;
use super::store::{Base, Store};
use crate::query::View;
use crate::text::ui;
use leptos::prelude::*;
use stage::Stage;
use std::sync::Arc;

/// The view that the URL asks for, once manifest and areas are here.
#[component]
pub fn Content(
    /// The files.
    store: Store,
    /// Where it is shown.
    scene: Scene,
) -> impl IntoView {
    live(move || match store.base() {
        Loading::Pending(progress) => {
            let words = ui::progress(progress.done, progress.total, scene.language.get());
            view! {
                <article class="figure placeholder" data-figure="" data-state="loading" aria-busy="true">
                    <p class="loading" role="status">{words}</p>
                </article>
            }
            .into_any()
        }
        Loading::Failed(failure) => {
            let retry = Callback::new(move |()| store.retry(None));
            let figure = Signal::derive(move || Loading::Failed(failure.clone()));
            let kind = Signal::derive(|| crate::query::FigureKind::Line);
            view! { <super::figure::FigureView figure=figure kind=kind retry=retry scene=scene /> }.into_any()
        }
        Loading::Ready(base) => opened(base, store, scene),
    })
}

fn opened(base: Arc<Base>, store: Store, scene: Scene) -> AnyView {
    scene.navigation.know(base.clone());
    let Some(stage) = Stage::set(base, store, scene) else {
        return view! { <p class="trouble">{scene.words(ui::FAILED)}</p> }.into_any();
    };
    let view = Memo::new(move |_| scene.navigation.selection().view);
    view! {
        <super::notices::Notices notices=Signal::derive(move || stage.notices()) scene=scene />
        {live(move || match view.get() {
            View::Overview => overview::view(stage),
            View::Explore => explore::view(stage),
            View::Compare => compare::view(stage),
            View::About => about::view(stage),
        })}
    }
    .into_any()
}
