//! Who is like us? The kommuner nearest in size and level, to add by a press.

use super::stage::Stage;
use crate::app::element::{Element, Parts, each, el, live, p, span};
use crate::app::signal::{Callback, RwSignal};
use crate::figure::{Alike, AlikeKommun};
use crate::query::AreaChoice;
use crate::text::ui;

/// A part of the picker that is unfolded; all kommuner are fetched only then.
pub(super) fn view(stage: Stage, add: Callback<AreaChoice>) -> Element {
    let scene = stage.scene;
    let wanted = RwSignal::new(false);
    let found = stage.likeness(wanted);
    let list = live(move || {
        if !wanted.get() {
            return Parts::new();
        }
        found.get().map_or_else(
            || p("soft small").child(scene.say(ui::ALIKE_NEEDS)).parts(),
            |alike| listed(stage, &alike, add),
        )
    });
    let summary = el("summary").attr("data-alike", "").on("click", move |_| wanted.set(true));
    el("details").class("fold").child(summary.child(el("span").live(scene.words(ui::ALIKE)))).child(list)
}

fn listed(stage: Stage, alike: &Alike, add: Callback<AreaChoice>) -> Parts {
    let title = ui::ALIKE_TO.fill(stage.language(), &[&alike.of]);
    let items = alike.kommuner.iter().map(|kommun| el("li").child(item(kommun, add)));
    each([
        p("small").child(title),
        el("ul").class("ticks area-ticks").attr("data-alike-list", "").children(items),
        p("soft small").child(alike.rule.as_str()),
    ])
}

fn item(kommun: &AlikeKommun, add: Callback<AreaChoice>) -> Element {
    let choice = kommun.choice.clone();
    let name = el("span").child(kommun.name.as_str()).child(span("sub").child(kommun.note.as_str()));
    let button = el("button").attr("type", "button").class("area-button");
    button.on("click", move |_| add.run(choice.clone())).child(name)
}
