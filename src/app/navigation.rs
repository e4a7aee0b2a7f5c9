//! The address as state: reads it, follows back and forward, and is the only
//! writer of it. Knows parameters through [`faktabank_tables::query`] alone.

use super::deferred::{defer, deferred};
use super::element::hold;
use super::lazy::{Loader, entries};
use super::memo::Memo;
use super::signal::RwSignal;
use super::store::Base;
use crate::browser::history::{self, Step};
use faktabank_tables::query::{
    self, AreaChoice, Embedding, Notice, Selection, View, decode, decode_arrived, encode, simplify,
};
use faktabank_tables::statistics::Areas;
use leptos::prelude::*;
use std::sync::Arc;

/// The selection that the URL says, and the way to change it.
#[derive(Clone, Copy)]
pub struct Navigation {
    selection: RwSignal<Selection>,
    /// The same for what stands around a chart.
    deferred: Memo<Selection>,
    notices: RwSignal<Vec<Notice>>,
    /// The loader of the code that the first view does without.
    pub(super) lazy: Loader,
    /// What the defaults depend on, once it is here.
    base: RwSignal<Option<Arc<Base>>>,
}

impl Navigation {
    /// Reads the URL and follows the reader back and forward from now on.
    pub fn start() -> Self {
        let (selection, notices) = decode_arrived(&history::query());
        let selection = RwSignal::new(selection);
        let deferred = deferred(Memo::new(move |_| selection.get()));
        let navigation = Self {
            selection,
            deferred,
            notices: RwSignal::new(notices),
            base: RwSignal::new(None),
            lazy: Loader::start(),
        };
        hold(history::on_travel(move |query| {
            let (selection, notices) = decode_arrived(&query);
            navigation.notices.set(notices);
            navigation.choose(selection);
        }));
        navigation
    }

    /// From now on, links say only what differs from the defaults of this.
    pub(super) fn know(self, base: Arc<Base>) {
        if self.base.with_untracked(Option::is_none) {
            self.base.set(Some(base));
        }
    }

    /// What is selected now, for what a choice changes at once: the chart, its
    /// headline and whatever turns the page into another one.
    pub(super) fn chosen(self) -> Selection {
        self.selection.get()
    }

    /// What is selected now, for what stands around a chart.
    pub fn selection(self) -> Selection {
        self.deferred.get()
    }

    /// What is selected now, without following changes of it.
    pub fn present(self) -> Selection {
        self.selection.get_untracked()
    }

    /// What of the link could not be read.
    pub fn notices(self) -> Vec<Notice> {
        self.notices.get()
    }

    /// Says something of the present selection, until it becomes another.
    pub(super) fn tell(self, notices: Vec<Notice>) {
        self.notices.set(notices);
    }

    /// How the figure stands in somebody else's page, which no choice changes.
    pub fn embedding(self) -> Embedding {
        self.selection.with_untracked(|selection| selection.embedding)
    }

    /// The address of a changed selection, for links: always of a whole page.
    pub fn address(self, change: impl FnOnce(&mut Selection)) -> String {
        let mut selection = on_its_view(self.deferred.get());
        change(&mut selection);
        self.address_of(&said(selection))
    }

    /// The address of a selection, for links: always of a whole page.
    pub fn address_of(self, selection: &Selection) -> String {
        self.written(&Selection { embedding: Embedding::default(), ..selection.clone() })
    }

    /// The address of a selection as it is. Until the second file of code is here, pages
    /// are not known by their paths: the first page and a query say the same.
    fn written(self, selection: &Selection) -> String {
        match (self.lazy.loaded(), self.base.get()) {
            (Some(loaded), Some(base)) => entries::address(loaded, selection, &base.areas),
            _ if history::has_pages() => [&history::folder(), "?", &encode(selection)].concat(),
            _ => ["?", &encode(selection)].concat(),
        }
    }

    /// Changes the selection, as a step that "back" undoes.
    pub fn go(self, change: impl FnOnce(&mut Selection)) {
        let mut selection = on_its_view(self.selection.get_untracked());
        change(&mut selection);
        self.write(Step::Push, said(selection));
    }

    /// Changes the selection in place, while a handle is being dragged.
    pub fn adjust(self, change: impl FnOnce(&mut Selection)) {
        let mut selection = on_its_view(self.selection.get_untracked());
        change(&mut selection);
        self.write(Step::Replace, said(selection));
    }

    /// Selects this, a presenter's list and all, as a step that "back" undoes.
    pub(super) fn set(self, selection: Selection) {
        self.write_all(Step::Push, selection);
    }

    /// The same in place, so that "back" leads out of a slide show.
    pub(super) fn turn(self, selection: Selection) {
        self.write_all(Step::Replace, selection);
    }

    /// A choice, a link and another view leave a presenter's list as it is.
    fn write(self, step: Step, mut selection: Selection) {
        selection.slides = self.selection.with_untracked(|present| present.slides.clone());
        self.write_all(step, selection);
    }

    fn write_all(self, step: Step, mut selection: Selection) {
        selection.embedding = self.embedding();
        if let Some(base) = self.base.get_untracked() {
            selection = simplify(&selection, &base.manifest, &base.areas);
        }
        if selection == self.selection.get_untracked() {
            return;
        }
        // A browser that refuses (too many calls, a sandbox) keeps an address
        // that is behind; what the reader chose is shown all the same.
        // In a frame, the history is that of the page around it.
        let step = if selection.embedding.embedded { Step::Replace } else { step };
        let _ = history::write(&untrack(|| self.written(&selection)), &encode(&selection), step);
        self.notices.set(Vec::new());
        self.choose(selection);
    }

    fn choose(self, selection: Selection) {
        // Another view is made whole: nothing of it is there yet to be followed by the rest.
        if selection.view() == self.selection.with_untracked(Selection::view) {
            defer();
        }
        self.selection.set(selection);
    }
}

/// The address of a selection: a path and a query below the first page of a site, or the
/// query of the page that is open; through an entry alone.
pub(super) fn address(selection: &Selection, areas: &Areas) -> String {
    if history::has_pages() {
        return history::folder() + &query::address(selection, areas);
    }
    // In a folder on a disk, the page that is open may show another area by itself.
    let mut selection = selection.clone();
    if selection.areas.is_empty() && !decode(&history::own_query()).0.areas.is_empty() {
        selection.areas.push(AreaChoice::Area(areas.home()));
    }
    ["?", &encode(&selection)].concat()
}

/// A selection that says its view, so that a change stays on it: leaving one
/// area of several must not turn to the overview.
fn on_its_view(selection: Selection) -> Selection {
    Selection { view: Some(selection.view()), ..selection }
}

/// The same after a change: its view is said only where it would not be meant anyway.
fn said(mut selection: Selection) -> Selection {
    let view = selection.view.take();
    selection.view = view.filter(|&view| selection.view() != view);
    selection
}

/// Turns to another view: areas, edition and settings stay; how the former
/// view was drawn does not. Overview and fact sheet are of one area, which goes
/// from one to the other, and choose their own table.
pub fn open(selection: &mut Selection, view: View) {
    let of_one = |view| matches!(view, View::Overview | View::Sheet);
    let mut areas = std::mem::take(&mut selection.areas);
    match view {
        View::Sheet => areas.truncate(1),
        View::Overview if !of_one(selection.view()) => areas.clear(),
        View::About | View::Gallery => areas.clear(),
        _ => {}
    }
    if of_one(view) || matches!(view, View::About | View::Gallery) {
        *selection = Selection {
            edition: selection.edition.take(),
            language: selection.language,
            theme: selection.theme,
            ..Selection::default()
        };
    }
    selection.view = Some(view);
    selection.areas = areas;
    selection.figure = None;
}
