//! The stop of a figure: where the tab key meets it, with its name and the line of its
//! keys. What the keys do is in the second file ([`super::walked`]), which is asked for
//! as soon as the stop has the focus.

use crate::app::element::{Element, Fragment, div};
use crate::app::lazy::{entries, once_loaded, unseen};
use crate::app::memo::Memo;
use crate::app::on_demand::Geography;
use crate::app::page_context::PageContext;
use crate::app::signal::{Callback, RwSignal};
use faktabank_figures::figure::Chart;
use faktabank_figures::figure::walk::Spot;
use std::sync::Arc;

/// A figure to walk, and where in it the reader is.
#[derive(Clone, Copy)]
pub(in crate::app) struct Walk {
    /// The chart.
    pub(super) chart: Memo<Option<Arc<Chart>>>,
    /// What it shows, in words.
    pub(super) headline: Memo<String>,
    /// Where kommuner lie, for a map.
    pub(super) outlines: Option<Geography>,
    /// Where the reader is.
    pub(super) at: RwSignal<Option<Spot>>,
    /// What is said there.
    pub(super) said: RwSignal<String>,
    /// Whether the line is being played as tones.
    pub(super) playing: RwSignal<bool>,
    /// Told where the reader has come, or that nothing is read any longer.
    pub(super) moved: Callback<Option<Spot>>,
    /// Chooses what is at a place; `None` where the reader chooses nothing.
    pub(super) pick: Option<Callback<Spot>>,
    /// The page.
    pub(super) context: PageContext,
}

impl Walk {
    /// A walk that has not begun, in a chart where nothing is chosen.
    pub(super) fn new(
        chart: Memo<Option<Arc<Chart>>>,
        headline: Memo<String>,
        moved: Callback<Option<Spot>>,
        context: PageContext,
    ) -> Self {
        let (at, said, playing) = (RwSignal::new(None), RwSignal::new(String::new()), RwSignal::new(false));
        Self { chart, headline, outlines: None, at, said, playing, moved, pick: None, context }
    }

    /// The stop over a drawing that no pointer meets, and what is said at each step.
    pub(super) fn over(self) -> Fragment {
        [self.stop(div("walk-stop")).into_fragment(), self.told()].concat()
    }

    /// Makes an element the stop.
    pub(super) fn stop(self, element: Element) -> Element {
        let Self { headline, moved, context, .. } = self;
        element
            .attr("data-walk", "")
            .attr("role", "application")
            .attr("tabindex", "0")
            .attr("aria-label", move || headline.get())
            .attr("aria-description", move || context.lazy.loaded().map(|loaded| entries::walk_keys(loaded, self)))
            .on("focus", move |_| context.lazy.want())
            .on("keydown", move |event| {
                if let Some(loaded) = context.lazy.loaded_untracked() {
                    entries::walk_key(loaded, self, &event);
                }
            })
            .on("blur", move |_| moved.run(None))
    }

    /// What is said at each step, the line of keys, and the button that plays the line.
    pub(super) fn told(self) -> Fragment {
        once_loaded(self.context, unseen, move |loaded| entries::walk_told(loaded, self))
    }
}
