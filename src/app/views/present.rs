//! One figure for everyone in the room: it fills the window in large type, and the arrow
//! keys lead through a presenter's list, which the address keeps.

use super::stage::Stage;
use super::time;
use crate::app::element::{Element, Fragment, div, el, fragment, hold, span};
use crate::app::figure::{FigureActions, figure_view};
use crate::app::memo::Memo;
use crate::app::navigation::Navigation;
use crate::app::page_context::PageContext;
use crate::browser::page;
use faktabank_figures::text::{number, present};
use faktabank_tables::query::{Selection, Slides, View};
use faktabank_tables::statistics::Phrase;

/// The view.
pub(super) fn view(stage: Stage) -> Fragment {
    let context = stage.context;
    let navigation = context.navigation;
    let kind = Memo::new(move |_| stage.resolved.with(|resolved| resolved.form.figure));
    // Nobody in the room takes a figure along.
    let actions = FigureActions { share: None, ..stage.actions() };
    hold(page::on_free_key(move |key| pressed(navigation, key)));
    div("presenting")
        .child(figure_view(stage.figure(), kind, Fragment::new(), actions, context))
        .child(div("presenting-bar").child(time::moment(stage)).child(ways(context)))
        .into_fragment()
}

/// What a key leads to; whether it leads anywhere.
fn pressed(navigation: Navigation, key: &str) -> bool {
    let present = navigation.present();
    let slides = Slides::of(&present);
    let to = match key {
        "Escape" => {
            leave(navigation);
            return true;
        }
        // The page keys are those of a presenter's remote control.
        "ArrowRight" | "PageDown" => slides.at() + 1,
        "ArrowLeft" | "PageUp" => slides.at().wrapping_sub(1),
        "Home" => 0,
        "End" => slides.len().wrapping_sub(1),
        _ => return false,
    };
    match slides.shown(to, &present) {
        Some(shown) => {
            navigation.turn(shown);
            true
        }
        None => false,
    }
}

/// Back to the page where the figure can be changed; the list stays.
fn leave(navigation: Navigation) {
    navigation.go(|selection| selection.view = Some(View::Explore));
}

/// Where one is in the list, the ways to its other figures, and the way out.
fn ways(context: PageContext) -> Element {
    let navigation = context.navigation;
    let step = move |name: Phrase, forward: bool| {
        let to = move |present: &Selection| {
            let slides = Slides::of(present);
            let at = if forward { slides.at() + 1 } else { slides.at().wrapping_sub(1) };
            slides.shown(at, present)
        };
        fragment(move || {
            let Some(shown) = to(&navigation.selection()) else { return Fragment::new() };
            let key = if forward { "next" } else { "previous" };
            let link = el("a").class("plain-link").attr("href", navigation.address_of(&shown)).attr("data-slide", key);
            let link = link.on("click", move |event| {
                if event.plain() {
                    event.prevent_default();
                    navigation.turn(shown.clone());
                }
            });
            link.child(context.words(name)).into_fragment()
        })
    };
    let at = fragment(move || {
        let slides = Slides::of(&navigation.selection());
        if slides.len() < 2 {
            return Fragment::new();
        }
        let parts = [number::count(slides.at() + 1), number::count(slides.len())];
        let words = present::AT.fill(context.language.get(), &[&parts[0], &parts[1]]);
        span("soft").attr("data-slide-at", "").child(words).into_fragment()
    });
    let out = context.link(context.words(present::LEAVE), Some("plain-link"), |selection| {
        selection.view = Some(View::Explore);
    });
    el("nav")
        .class("presenting-ways")
        .attr("aria-label", context.words(present::LIST))
        .child(step(present::PREVIOUS, false))
        .child(at)
        .child(step(present::NEXT, true))
        .child(out.attr("data-leave", ""))
        .child(span("presenting-site soft").child(move || context.site_name(context.language.get())))
}

/// What has been gathered for a slide show, wherever the reader is; nothing before that
/// and while it is shown.
pub(in crate::app) fn gathered(context: PageContext) -> Fragment {
    let navigation = context.navigation;
    fragment(move || {
        let selection = navigation.selection();
        let slides = Slides::of(&selection);
        if slides.is_empty() || selection.view() == View::Present {
            return Fragment::new();
        }
        let language = context.language.get();
        let count = match slides.len() {
            1 => present::COUNT_ONE.get(language).to_owned(),
            many => present::COUNT.fill(language, &[&number::count(many)]),
        };
        let start = slides.shown(0, &selection).map(|first| {
            let link = el("a").attr("href", navigation.address_of(&first)).attr("data-start-slides", "");
            let link = link.on("click", move |event| {
                if event.plain() {
                    event.prevent_default();
                    navigation.set(first.clone());
                    page::scroll_to_top();
                }
            });
            link.child(context.words(present::START))
        });
        let shorter = el("button").attr("type", "button").class("link-button").attr("data-fewer-slides", "");
        let shorter = shorter.on("click", move |_| {
            let present = navigation.present();
            navigation.set(Slides::of(&present).without_last().carried_by(&present));
        });
        el("p")
            .attr("data-slides", "")
            .child(count.as_str())
            .child(" ")
            .child(start)
            .child(" ")
            .child(shorter.child(context.words(present::TAKE_LAST)))
            .into_fragment()
    })
}
