//! Every figure in its states, one under the other, each with the link that
//! shows it alone: for those who develop or edit.

use super::stage::Stage;
use crate::app::element::{Element, Fragment, afterwards, div, el, fragment, hold, p};
use crate::app::figure::{FigureActions, FigureState, figure_view};
use crate::app::loading::{Failure, Progress};
use crate::app::memo::Memo;
use crate::browser::frame::AnimationFrame;
use faktabank_figures::figure::gallery::figures;
use faktabank_figures::text::ui::{self, Trouble};
use faktabank_tables::query::{FigureKind, Selection, decode};

/// The view.
pub(super) fn view(stage: Stage) -> Fragment {
    let context = stage.context;
    let title = Memo::new(move |_| context.say(ui::GALLERY));
    afterwards(move || {
        let title = title.get();
        hold(AnimationFrame::new(move || context.drawn(title)));
    });
    fragment(move || {
        let language = stage.language();
        let head = el("h1").class("headline").child(ui::GALLERY.get(language));
        let figures = figures().map(|(name, link)| shown(stage, name, link));
        let states = [
            ("pa-vag", FigureState::Pending(Progress { done: 1, total: 2, bytes: 40_000, all_bytes: 90_000 })),
            ("utebliven", FigureState::Failed(failure(Trouble::Tampered))),
            ("avbruten", FigureState::Failed(failure(Trouble::Stopped))),
        ];
        let states = states.into_iter().map(|(name, state)| in_state(stage, name, state));
        div("gallery")
            .child(head)
            .child(p("lead").child(ui::GALLERY_LEAD.get(language)))
            .children(figures)
            .children(states)
            .into_fragment()
    })
}

fn entry(name: &'static str) -> Element {
    el("section").class("gallery-figure").attr("data-gallery", name).attr("aria-label", name)
}

/// The figure of a link, in the language and colours of the page.
fn shown(stage: Stage, name: &'static str, link: &'static str) -> Element {
    let context = stage.context;
    let selection = move || {
        let page = context.navigation.selection();
        Selection { language: page.language, theme: page.theme, ..decode(link).0 }
    };
    let own = stage.showing(selection);
    let kind = Memo::new(move |_| own.resolved.with(|resolved| resolved.form.figure));
    // There is no address here to change.
    let actions = FigureActions { cancel: None, share: None, ..own.actions() };
    let words = move || ["?", link].concat();
    let address = context.link(words, Some("plain-link"), move |now| *now = selection());
    let head = p("gallery-name").child(el("strong").child(name)).child(" ").child(address);
    entry(name).child(head).child(figure_view(own.figure(), kind, Fragment::new(), actions, own.context))
}

/// A figure that is not here.
fn in_state(stage: Stage, name: &'static str, state: FigureState) -> Element {
    let state = Memo::new(move |_| state.clone());
    let kind = Memo::new(|_| FigureKind::Line);
    let actions = FigureActions { cancel: None, share: None, ..stage.actions() };
    let head = p("gallery-name").child(el("strong").child(name));
    entry(name).child(head).child(figure_view(state, kind, Fragment::new(), actions, stage.context.quiet()))
}

fn failure(trouble: Trouble) -> Failure {
    Failure { file: "2026-06/bas/20.json".to_owned(), trouble, detail: String::new() }
}
