//! Kommuner that can be pointed at, in a drawing and in a list beside it: what
//! is pointed at in one lights up in both, and is said in words.
//!
//! The list is the stop of the figure: its keys lead from kommun to kommun
//! ([`super::walk`]), on the map as they lie and by rank, and Enter chooses.

use super::keyed::{Rows, Slot, SlotValues, attributes, text};
use super::walk::Walk;
use crate::app::element::{Element, Fragment, afterwards, div, keep, p, span};
use crate::app::memo::Memo;
use crate::app::on_demand::Geography;
use crate::app::page_context::PageContext;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::dom::Handle;
use crate::browser::event::Event;
use faktabank_figures::figure::walk::Spot;
use faktabank_figures::figure::{Chart, Point, Region, sign_of};
use faktabank_figures::text::{number, ui};
use faktabank_tables::statistics::AreaCode;
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
    /// The way through them by keyboard.
    pub(super) walk: Walk,
    /// The page.
    pub(super) context: PageContext,
}

impl Regions {
    /// The kommuner of a chart, of which none is pointed at yet; `headline` says what
    /// it shows, and `outlines` where they lie on a map.
    pub(super) fn new(
        all: Memo<Arc<Vec<Region>>>,
        (chart, headline): (Memo<Option<Arc<Chart>>>, Memo<String>),
        outlines: Option<Geography>,
        pick: Option<Callback<AreaCode>>,
        context: PageContext,
    ) -> Self {
        let active = RwSignal::new(None);
        let code_at = move |spot: Spot| all.with_untracked(|all| all.get(spot.at).map(|region| region.code));
        let moved = Callback::new(move |spot: Option<Spot>| active.set(spot.and_then(code_at)));
        let chosen = pick.map(|pick| {
            Callback::new(move |spot: Spot| {
                if let Some(code) = code_at(spot) {
                    pick.run(code);
                }
            })
        });
        let walk = Walk { outlines, pick: chosen, ..Walk::new(chart, headline, moved, context) };
        // Another ranking has them in another order.
        afterwards(move || {
            walk.at.set(all.with(|all| spot_of(all, active.get_untracked())));
        });
        Self { all, active, pick, walk, context }
    }

    /// A pointer is at one, and the keys go on from there.
    fn point_at(self, code: Option<AreaCode>) {
        if self.active.get_untracked() != code {
            self.active.set(code);
            self.walk.at.set(self.all.with_untracked(|all| spot_of(all, code)));
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

    /// The list, with what is said of it.
    pub(super) fn list(self) -> Fragment {
        let list = self.walk.stop(div("region-list"));
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
        [list.into_fragment(), self.walk.told()].concat()
    }
}

/// Where a kommun is among them, for the walk.
fn spot_of(all: &[Region], code: Option<AreaCode>) -> Option<Spot> {
    all.iter().position(|region| Some(region.code) == code).map(|at| Spot { line: 0, at })
}

/// A row of the list.
fn row() -> (Element, Vec<Slot>) {
    let (name, number, beside) = (span("region-name"), span("number"), span("number"));
    let row = div("region-row");
    let slots = [
        attributes(&row, &["class", CODE, "data-mark", "data-value", "data-missing"]),
        text(&name),
        text(&number),
        text(&beside),
    ];
    (row.child(name).child(number).child(beside), slots.concat())
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
        Some(region.code.to_string().into()),
        region.point.mark.key().map(Into::into),
        Some(value.into()),
        missing,
        Some(region.name.clone().into()),
        Some(number(&region.point)),
        region.beside.as_ref().map(number),
    ]
}
