//! What a reader can do with what is shown: other areas, a way back, another try.

use super::Stage;
use crate::app::figure::{FigureActions, KommunContext, Shown};
use crate::app::lazy::{Loaded, entries};
use crate::app::shell::MAIN;
use crate::app::signal::Callback;
use crate::browser::page;
use faktabank_tables::query::{AreaChoice, Controls, Resolved, Selection, most_areas, reaching};
use faktabank_tables::statistics::AreaCode;
use leptos::prelude::*;

impl Stage {
    /// What the reader can do about figures on their way, or that do not exist.
    pub(in crate::app::views) fn actions(self) -> FigureActions {
        let retry = Callback::new(move |()| {
            self.context.lazy.again();
            let resolved = self.chosen.get_untracked();
            self.base.with_value(|base| self.store.retry(Some((&resolved, &base.manifest))));
        });
        let cancel = Callback::new(move |()| {
            self.store.cancel();
            // Back to what was shown before, if anything was.
            if let Some(former) = self.former.get_value() {
                self.context.navigation.adjust(|selection| {
                    *selection = Selection { language: selection.language, theme: selection.theme, ..former };
                });
            }
            page::focus(MAIN);
        });
        let share = Callback::new(move |(loaded, shown): (Loaded, Shown)| entries::share(loaded, self, shown));
        FigureActions { retry, cancel: Some(cancel), kommun_context: Some(self.kommun_context()), share: Some(share) }
    }

    /// What figures of kommuner are drawn with.
    pub(in crate::app::views) fn kommun_context(self) -> KommunContext {
        KommunContext { geography: self.geography, pick: self.pick() }
    }

    /// Adds a kommun to the areas chosen, or takes it away; in a frame only where
    /// all choices are offered.
    fn pick(self) -> Option<Callback<AreaCode>> {
        let embedding = self.context.navigation.embedding();
        let offered = !embedding.embedded || embedding.controls == Controls::Everything;
        offered.then(|| {
            Callback::new(move |code| {
                // What is pressed is drawn by code of the same file.
                if let Some(loaded) = self.context.lazy.loaded_untracked() {
                    entries::toggle(loaded, self, code);
                }
            })
        })
    }

    /// Adds a kommun to the areas chosen, or takes it away; through an entry alone.
    pub(in crate::app) fn toggle(self, code: AreaCode) {
        let mut areas = self.chosen.with_untracked(Resolved::choices);
        let kommun = AreaChoice::Area(code);
        let before = areas.len();
        areas.retain(|choice| *choice != kommun);
        if areas.is_empty() {
            // The figure stays where it is.
            areas.extend(code.county().map(AreaChoice::Area));
        } else if areas.len() == before {
            if before >= most_areas(self.chosen.with_untracked(|resolved| resolved.view)) {
                return;
            }
            areas.push(kommun);
        }
        self.go(|selection| selection.areas = areas);
    }

    /// Changes the selection, as a step that "back" undoes.
    pub(in crate::app::views) fn go(self, change: impl FnOnce(&mut Selection)) {
        self.context.navigation.go(change);
    }
    /// Turns a selection to figures that have the area chosen last, where those shown
    /// lack it; whether they are of another table.
    pub(in crate::app::views) fn reach(self, selection: &mut Selection) -> bool {
        let reached = self.base.with_value(|base| reaching(selection, &base.manifest, &base.areas));
        match reached.filter(|reached| reached != selection) {
            Some(reached) => {
                *selection = reached;
                true
            }
            None => false,
        }
    }

    /// What the table shown is called.
    pub(in crate::app::views) fn table_title(self) -> String {
        let language = self.context.navigation.present().language;
        self.chosen.with_untracked(|resolved| resolved.table.label.get(language).to_owned())
    }
}
