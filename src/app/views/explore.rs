//! What exactly? Any table, with every choice beside its figure.

use super::choices::{self, PANEL};
use super::stage::Stage;
use crate::app::figure::FigureView;
use crate::app::live::live;
use crate::query::{FigureKind, Selection, View};
use crate::text::ui;
use leptos::prelude::*;

/// The view.
pub(super) fn view(stage: Stage) -> AnyView {
    let scene = stage.scene;
    // Folded on a phone; beside the figure there is room for all of it.
    let kind = Signal::derive(move || stage.resolved.with(|resolved| resolved.figure));
    let reset = live(move || {
        let language = stage.language();
        scene.link(ui::RESET.get(language).to_owned(), "plain-link", |selection| {
            *selection = Selection {
                view: View::Explore,
                edition: selection.edition.clone(),
                language: selection.language,
                theme: selection.theme,
                ..Selection::default()
            };
        })
    });
    view! {
        <div class="explore">
            <details class="choices" prop:open=live(move || scene.wide.get())>
                <summary><span>{scene.words(ui::CHOICES)}</span></summary>
                <form class="choices-form" aria-label=scene.words(ui::CHOICES) on:submit=|event| event.prevent_default()>
                    {choices::topic(stage)} {choices::area_picker(stage, 1)} {choices::some_contents(stage)}
                    {choices::measure(stage)} {choices::resolution(stage, "upplosning")} <p>{reset}</p>
                </form>
            </details>
            <div class="explore-figure">
                {choices::kinds(stage, &FigureKind::ALL)} <div id=PANEL role="tabpanel">
                    <FigureView figure=stage.figure() kind=kind retry=stage.retry() scene=scene />
                    {choices::span(stage)}
                </div>
            </div>
        </div>
    }
    .into_any()
}
