//! A figure for everyone in the room: alone, or in a list of several.

use super::{Sharing, section, told};
use crate::app::element::{Element, div, el, p};
use crate::app::signal::RwSignal;
use crate::browser::page;
use faktabank_figures::text::{number, present as words};
use faktabank_tables::query::{Selection, Slides, presented};

/// The way to show it at once, and to put it into the list that the address keeps.
pub(super) fn view(sharing: Sharing) -> Element {
    let context = sharing.context;
    let navigation = context.navigation;
    let said = RwSignal::new(String::new());
    let figure = move |selection: &Selection| sharing.stage.resolved.with(|resolved| presented(selection, resolved));
    let now =
        el("a").attr("data-present", "").attr("href", move || navigation.address_of(&figure(&navigation.selection())));
    let now = now.on("click", move |event| {
        if event.plain() {
            event.prevent_default();
            navigation.set(leptos::prelude::untrack(|| figure(&navigation.present())));
            page::scroll_to_top();
        }
    });
    let add = move |_| {
        let present = navigation.present();
        let slides = Slides::of(&present);
        let language = context.language.get_untracked();
        if slides.is_full() {
            return said.set(words::FULL.fill(language, &[&number::count(slides.len())]));
        }
        let more = slides.with(&leptos::prelude::untrack(|| figure(&present)));
        said.set(match more.len() {
            1 => words::COUNT_ONE.get(language).to_owned(),
            many => words::ADDED.fill(language, &[&number::count(many)]),
        });
        navigation.set(more.carried_by(&present));
    };
    let button = el("button").attr("type", "button").class("button").attr("data-add-slide", "").on("click", add);
    section(words::HEADING, context)
        .child(p("soft").child(context.words(words::SAYS)))
        .child(
            div("share-ways")
                .child(now.child(context.words(words::PRESENT_THIS)))
                .child(" ")
                .child(button.child(context.words(words::ADD))),
        )
        .child(told(said))
}
