//! A figure, to be taken along: as a file, as a link, in another page, as a
//! line in a list of references. What stands in each is made by
//! [`faktabank_figures::export`]; here is what the reader presses.

mod downloads;
mod embed;
mod field;
mod link;
mod present;

use super::element::{Element, Fragment, div, el, fragment, show};
use super::figure::Shown;
use super::memo::Memo;
use super::page_context::PageContext;
use super::signal::RwSignal;
use super::views::Stage;
use crate::browser::history;
use faktabank_figures::export::{self, Embed};
use faktabank_figures::text::share as words;
use faktabank_tables::query::{Embedding, Resolved, Selection, frozen, live as lasting};
use faktabank_tables::statistics::Phrase;
use std::pin::Pin;

/// What every part of the panel needs to know.
#[derive(Clone, Copy)]
struct Sharing {
    stage: Stage,
    context: PageContext,
    shown: Shown,
    /// Whether links and embeds keep to these figures.
    frozen: RwSignal<bool>,
}

impl Sharing {
    /// The selection for others, as the reader chose it to last.
    fn selection(self) -> Selection {
        let selection = Selection { embedding: Embedding::default(), ..self.context.navigation.selection() };
        let keep: fn(&Selection, &Resolved) -> Selection = if self.frozen.get() { frozen } else { lasting };
        self.stage.resolved.with(|resolved| keep(&selection, resolved))
    }

    /// The address of what is shown, for others.
    fn address(self) -> String {
        let selection = self.selection();
        if history::has_pages() {
            return self.context.navigation.address_of(&selection);
        }
        let place = history::first_page().unwrap_or_default();
        Embed { place: &place, selection: &selection, title: "", says: "", height: 0 }.whole()
    }

    /// What a code for other pages says in place of the figure: its title, and what it says.
    fn title(self) -> (String, String) {
        let stays = self.frozen.get();
        let figure = self.shown.figure.get();
        let title = |subject: &export::Subject<'_>| export::embed_title(subject, stays);
        figure.and_then(|figure| self.stage.with_subject(&figure, title)).unwrap_or_default()
    }
}

/// The panel under a figure, folded until it is asked for.
pub(super) fn panel(stage: Stage, shown: Shown) -> Fragment {
    let context = stage.context;
    let sharing = Sharing { stage, context, shown, frozen: RwSignal::new(false) };
    let open = RwSignal::new(false);
    let inside = show(
        move || open.get(),
        move || {
            let parts = [
                downloads::view(sharing),
                link::view(sharing),
                present::view(sharing),
                embed::view(sharing),
                citation(sharing),
            ];
            div("share-panel").children(parts).into_fragment()
        },
    );
    let summary = el("summary").child(el("span").child(context.words(words::SHARE)));
    el("details")
        .class("share")
        .attr("data-share", "")
        .on("toggle", move |event| open.set(event.open()))
        .child(summary)
        .child(inside)
        .into_fragment()
}

/// A part of the panel with its heading.
fn section(heading: Phrase, context: PageContext) -> Element {
    el("section").child(el("h2").child(context.words(heading)))
}

fn citation(sharing: Sharing) -> Element {
    let line = Memo::new(move |_| {
        // Said anew when the figure is another one or speaks another language.
        let figure = sharing.shown.figure.get();
        figure.and_then(|figure| sharing.stage.with_subject(&figure, export::citation)).unwrap_or_default()
    });
    let field =
        field::Field { id: "hanvisning", label: words::CITATION_FIELD, copy: words::COPY_CITATION, rows: Some("3") };
    section(words::CITATION, sharing.context).child(field.view(move || line.get(), sharing.context))
}

/// Does work that must wait for the browser.
fn later(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    leptos::task::spawn_local(work);
}

/// A region of one paragraph that speaks when its words change.
fn told(said: RwSignal<String>) -> Element {
    el("p").class("share-told").attr("role", "status").child(fragment(move || {
        let words = said.get();
        if words.is_empty() { Fragment::new() } else { el("span").child(words).into_fragment() }
    }))
}
