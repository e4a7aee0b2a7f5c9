//! The way to places among all kommuner of the country, whose files nobody
//! needs before: a button, and a word while they are on their way.

use super::stage::Stage;
use crate::app::element::{Fragment, el, fragment, p};
use crate::app::memo::Memo;
use crate::app::signal::RwSignal;
use faktabank_figures::text::ui;

/// Sets `all` on a press, for as long as there are `more` places to be had.
pub(super) fn view(stage: Stage, more: Memo<bool>, all: RwSignal<bool>) -> Fragment {
    fragment(move || match (more.get(), all.get()) {
        (false, _) => Fragment::new(),
        (true, true) => p("soft small").attr("role", "status").child(stage.context.say(ui::LOADING)).into_fragment(),
        (true, false) => {
            let button = el("button").attr("type", "button").class("link-button").attr("data-places", "");
            button.on("click", move |_| all.set(true)).child(stage.context.say(ui::COUNT_PLACES)).into_fragment()
        }
    })
}
