//! Kommuner that can be pointed at, in a drawing and in a list beside it: what
//! is pointed at in one lights up in both, and is said in words.
//!
//! The list is the way through the drawing by keyboard: one stop, arrow keys
//! within it, Enter to choose.

use crate::app::element::{Element, afterwards, div, each, live, p, span};
use crate::app::memo::Memo;
use crate::app::scene::Scene;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::dom::{Handle, Heard};
use crate::figure::{Point, Region, sign_of};
use crate::statistics::{AreaCode, Phrase};
use crate::text::{number, ui};
use leptos::prelude::*;
use std::sync::Arc;

/// What an element of the drawing or the list is marked with.
pub(super) const CODE: &str = "data-code";
/// What the element that is pointed at is marked with.
const ACTIVE: &str = "data-active";

/// The kommuner of a figure, and the one that is pointed at.
#[derive(Clone, Copy)]
pub(super) struct Regions {
    /// All of them, in the order of the list.
    pub(super) all: Memo<Arc<Vec<Region>>>,
    /// The one that is pointed at.
    pub(super) active: RwSignal<Option<AreaCode>>,
    /// Adds one to the areas chosen, or takes it away; `None` where the reader
    /// chooses nothing.
    pub(super) pick: Option<Callback<AreaCode>>,
    /// The page.
    pub(super) scene: Scene,
}

impl Regions {
    /// Kommuner of which none is pointed at yet.
    pub(super) fn new(all: Memo<Arc<Vec<Region>>>, pick: Option<Callback<AreaCode>>, scene: Scene) -> Self {
        Self { all, active: RwSignal::new(None), pick, scene }
    }

    fn point_at(self, code: Option<AreaCode>) {
        if self.active.get_untracked() != code {
            self.active.set(code);
        }
    }

    /// The one that is pointed at.
    pub(super) fn pointed(self) -> Option<Region> {
        let code = self.active.get()?;
        self.all.with(|all| all.iter().find(|region| region.code == code).cloned())
    }

    /// Makes an element follow the pointer over the kommuner drawn in it.
    pub(super) fn watched(self, drawing: Element) -> Element {
        let found = |event: &Heard| event.near(CODE).as_deref().and_then(AreaCode::from_code);
        drawing
            .on("pointerover", move |event| self.point_at(found(&event)))
            .on("pointerleave", move |_| self.point_at(None))
            .on("click", move |event| {
                if let (Some(code), Some(pick)) = (found(&event), self.pick) {
                    pick.run(code);
                }
            })
    }

    /// The words of the one that is pointed at; before that, what can be done.
    pub(super) fn readout(self) -> Element {
        let words = move || {
            let rest = if self.pick.is_some() { ui::POINT_OR_CHOOSE } else { ui::POINT };
            self.pointed().map_or_else(|| self.scene.say(rest).to_owned(), |region| region.said)
        };
        let class = move || if self.active.get().is_some() { "region-said" } else { "region-said soft" };
        p("").live_attr("class", class).attr("data-readout", "").live(words)
    }

    /// The list, under this name.
    pub(super) fn list(self, label: Phrase) -> Element {
        let rows = StoredValue::new_local(Vec::<(AreaCode, Handle)>::new());
        let options = live(move || {
            let pointed = self.active.get_untracked();
            let mut kept = Vec::new();
            let options = self.all.with(|all| {
                each(all.iter().map(|region| {
                    let row = row(region).attr(ACTIVE, (pointed == Some(region.code)).then_some(""));
                    kept.extend(row.handle().map(|handle| (region.code, handle)));
                    row
                }))
            });
            rows.set_value(kept);
            options
        });
        let list = div("region-list")
            .attr("role", "listbox")
            .attr("tabindex", "0")
            .attr("aria-multiselectable", "true")
            .live_attr("aria-label", self.scene.words(label))
            .live_attr("aria-activedescendant", move || self.active.get().map(id))
            .on("keydown", move |event| self.press(&event))
            .on("blur", move |_| self.point_at(None));
        let list = self.watched(list).child(options);
        let former = StoredValue::new(None::<AreaCode>);
        let all = list.handle();
        afterwards(move || {
            let now = self.active.get();
            let mark = |code: Option<AreaCode>, words: Option<&str>| {
                let found = |(other, row): &(AreaCode, Handle)| (Some(*other) == code).then(|| row.clone());
                let row = rows.with_value(|rows| rows.iter().find_map(found));
                if let Some(row) = &row {
                    row.attribute(ACTIVE, words);
                }
                row
            };
            mark(former.get_value(), None);
            if let (Some(list), Some(row)) = (&all, mark(now, Some(""))) {
                list.scroll_to_show(&row);
            }
            former.set_value(now);
        });
        list
    }

    fn press(self, event: &Heard) {
        let all = self.all.get_untracked();
        let now = self.active.get_untracked().and_then(|code| all.iter().position(|region| region.code == code));
        let last = all.len().saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => now.map_or(0, |now| (now + 1).min(last)),
            "ArrowUp" | "ArrowLeft" => now.map_or(last, |now| now.saturating_sub(1)),
            "PageDown" => (now.unwrap_or(0) + 10).min(last),
            "PageUp" => now.unwrap_or(0).saturating_sub(10),
            "Home" => 0,
            "End" => last,
            "Escape" => {
                self.point_at(None);
                return;
            }
            "Enter" | " " => {
                event.prevent_default();
                if let (Some(region), Some(pick)) = (now.and_then(|now| all.get(now)), self.pick) {
                    pick.run(region.code);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.point_at(all.get(next).map(|region| region.code));
    }
}

fn id(code: AreaCode) -> String {
    ["omrade-", &code.to_string()].concat()
}

fn row(region: &Region) -> Element {
    let value = region.point.value;
    let said = if region.chosen { Some("true") } else { Some("false") };
    // Seen in columns, said as a sentence.
    let seen = |class: &'static str| span(class).attr("aria-hidden", "true");
    let number = |point: &Point| seen("number").child(point.text.as_str()).child(sign_of(point));
    let row = div(if region.within { "region-row within" } else { "region-row" })
        .attr("role", "option")
        .attr("id", id(region.code))
        .attr(CODE, region.code.to_string())
        .attr("aria-selected", said)
        .attr("data-mark", region.point.mark.key())
        .child(span("hidden").attr("data-said", "").child(region.said.as_str()))
        .child(seen("region-name").child(region.name.as_str()))
        .child(number(&region.point))
        .child(region.beside.as_ref().map(number));
    match value {
        Ok(value) => row.attr("data-value", number::raw(value)),
        Err(missing) => row.attr("data-value", "").attr("data-missing", missing.key()),
    }
}
