//! Kommuner that can be pointed at, in a drawing and in a list beside it: what
//! is pointed at in one lights up in both, and is said in words.
//!
//! The list is the way through the drawing by keyboard: one stop, arrow keys
//! within it, Enter to choose.

use super::keyed::{Rows, Slot, SlotValues, attributes, text};
use crate::app::element::{Element, afterwards, div, keep, p, span};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::dom::Handle;
use crate::browser::event::Event;
use faktabank_figures::figure::{Point, Region, sign_of};
use faktabank_figures::text::{number, ui};
use faktabank_tables::statistics::{AreaCode, Phrase};
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
    pub(super) context: PageContext,
}

impl Regions {
    /// Kommuner of which none is pointed at yet.
    pub(super) fn new(all: Memo<Arc<Vec<Region>>>, pick: Option<Callback<AreaCode>>, context: PageContext) -> Self {
        Self { all, active: RwSignal::new(None), pick, context }
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

    /// Makes an element follow the pointer over the kommuner that lie in it.
    pub(super) fn watched(self, drawing: Element) -> Element {
        self.pointed_in(drawing, "pointerover", |event| event.near(CODE).as_deref().and_then(AreaCode::from_code))
    }

    /// Makes an element follow the pointer: at each event of this name what is
    /// `found` there is pointed at, and chosen at a click.
    pub(super) fn pointed_in(
        self,
        drawing: Element,
        moved: &'static str,
        found: impl Fn(&Event) -> Option<AreaCode> + Copy + 'static,
    ) -> Element {
        drawing
            .on(moved, move |event| self.point_at(found(&event)))
            .on("pointerleave", move |_| self.point_at(None))
            .on("click", move |event| {
                let code = found(&event);
                // A finger points when it taps, and has left by then.
                self.point_at(code);
                if let (Some(code), Some(pick)) = (code, self.pick) {
                    pick.run(code);
                }
            })
    }

    /// The words of the one that is pointed at; before that, what can be done.
    pub(super) fn readout(self) -> Element {
        let words = move || {
            let rest = if self.pick.is_some() { ui::POINT_OR_CHOOSE } else { ui::POINT };
            self.pointed().map_or_else(|| self.context.say(rest).to_owned(), |region| region.said)
        };
        let class = move || if self.active.get().is_some() { "region-said" } else { "region-said soft" };
        p("").attr("class", class).attr("data-readout", "").child(words)
    }

    /// The list, under this name.
    pub(super) fn list(self, label: Phrase) -> Element {
        let list = div("region-list")
            .attr("role", "listbox")
            .attr("tabindex", "0")
            .attr("aria-multiselectable", "true")
            .attr("aria-label", self.context.words(label))
            .attr("aria-activedescendant", move || self.active.get().map(id))
            .on("keydown", move |event| self.press(&event))
            .on("blur", move |_| self.point_at(None));
        let list = self.watched(list);
        let rows = StoredValue::new_local(Rows::within(list.handle()));
        let marked = StoredValue::new_local(None::<Handle>);
        // The mark follows what is pointed at, from row to row.
        let mark = move || {
            let code = self.active.get_untracked();
            let at = self.all.with_untracked(|all| all.iter().position(|region| Some(region.code) == code));
            let row = at.and_then(|at| rows.with_value(|rows| rows.nth(at)));
            let set = |row: &Option<Handle>, words| row.iter().for_each(|row| row.attribute(ACTIVE, words));
            marked.with_value(|former| set(former, None));
            set(&row, Some(""));
            marked.set_value(row.clone());
            row
        };
        keep(move || {
            let all = self.all.get();
            rows.update_value(|rows| rows.show(all.len(), &mut all.iter().map(look), row));
            mark();
        });
        let all = list.handle();
        afterwards(move || {
            let _ = self.active.get();
            if let (Some(list), Some(row)) = (&all, mark()) {
                list.scroll_to_show(&row);
            }
        });
        list
    }

    fn press(self, event: &Event) {
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

/// A row of the list: seen in columns, said as a sentence.
fn row() -> (Element, Vec<Slot>) {
    let seen = |class: &'static str| span(class).attr("aria-hidden", "true");
    let said = span("hidden").attr("data-said", "");
    let (name, number, beside) = (seen("region-name"), seen("number"), seen("number"));
    let row = div("region-row").attr("role", "option");
    let slots = [
        attributes(&row, &["class", "id", CODE, "aria-selected", "data-mark", "data-value", "data-missing"]),
        text(&said),
        text(&name),
        text(&number),
        text(&beside),
    ];
    (row.child(said).child(name).child(number).child(beside), slots.concat())
}

/// What a row shows, in the order of its slots.
fn look(region: &Region) -> SlotValues {
    let number = |point: &Point| [point.text.as_str(), sign_of(point)].concat().into();
    let (value, missing) = match region.point.value {
        Ok(value) => (number::raw(value), None),
        Err(missing) => (String::new(), Some(missing.key().into())),
    };
    vec![
        Some(if region.within { "region-row within" } else { "region-row" }.into()),
        Some(id(region.code).into()),
        Some(region.code.to_string().into()),
        Some(if region.chosen { "true" } else { "false" }.into()),
        region.point.mark.key().map(Into::into),
        Some(value.into()),
        missing,
        Some(region.said.clone().into()),
        Some(region.name.clone().into()),
        Some(number(&region.point)),
        region.beside.as_ref().map(number),
    ]
}
