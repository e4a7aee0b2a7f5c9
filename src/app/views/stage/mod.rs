//! What every view stands on: the data, and the selection resolved against it;
//! what is made of both ([`figures`], [`topics`]), and what a reader can do with it
//! ([`actions`]).

mod actions;
mod figures;
pub(super) mod topics;

use crate::app::deferred::deferred;
use crate::app::element::afterwards;
use crate::app::lazy::entries;
use crate::app::loading::Loading;
use crate::app::memo::Memo;
use crate::app::on_demand::{Explained, Geography, OutsideEvents};
use crate::app::page_context::PageContext;
use crate::app::store::{Base, Extent, Store};
use faktabank_tables::query::{AreaChoice, FigureKind, Notice, Resolved, Selection, real_for, resolve};
use faktabank_tables::snapshot::Edition;
use faktabank_tables::statistics::{Areas, Catalogue, Language};
use leptos::prelude::*;
use std::sync::Arc;

/// The data and the selection resolved against it.
#[derive(Clone, Copy)]
pub(in crate::app) struct Stage {
    /// Manifest and areas.
    pub(super) base: StoredValue<Arc<Base>>,
    /// Where the kommuner lie.
    geography: Geography,
    /// What the words of the catalogue mean.
    pub(super) explained: Explained,
    /// What happened outside of the figures.
    pub(super) outside_events: OutsideEvents,
    /// The areas shown since another table or figure left some out, and all of them.
    kept: StoredValue<(Vec<AreaChoice>, Vec<AreaChoice>)>,
    /// The selection last shown.
    former: StoredValue<Option<Selection>>,
    /// The selection with every default filled in, for what a choice changes at once.
    pub(in crate::app) chosen: Memo<Resolved>,
    /// The same for what stands around a chart.
    pub(in crate::app) resolved: Memo<Resolved>,
    /// The files.
    pub(super) store: Store,
    /// The page.
    pub(in crate::app) context: PageContext,
}

impl Stage {
    /// Sets the stage and keeps the files coming; `None` for a manifest
    /// without tables.
    pub(super) fn set(base: Arc<Base>, store: Store, context: PageContext) -> Option<Self> {
        let first = resolve(&context.navigation.present(), &base.manifest, &base.areas)?;
        let known = base.clone();
        let chosen = Memo::new(move |_| {
            let resolved = resolve(&context.navigation.chosen(), &known.manifest, &known.areas);
            paired(resolved.unwrap_or_else(|| first.clone()), &known, context)
        });
        let geography = Geography::of(base.manifest.boundaries.clone());
        let explained = Explained::of(base.manifest.explanations.clone());
        let outside_events = OutsideEvents::of(base.manifest.events.clone());
        let base = StoredValue::new(base);
        let former = StoredValue::new(None);
        fetch(store, base, chosen);
        afterwards(move || {
            let state =
                chosen.with(|resolved| base.with_value(|base| store.state(resolved, &base.manifest, Extent::All)));
            if state == Loading::Ready(()) {
                former.set_value(Some(context.navigation.present()));
            }
        });
        Some(Self {
            base,
            geography,
            explained,
            outside_events,
            kept: StoredValue::default(),
            former,
            chosen,
            resolved: deferred(chosen),
            store,
            context,
        })
    }

    /// The same data under another selection, which is not that of the address.
    pub(super) fn showing(self, selection: impl Fn() -> Selection + Send + Sync + 'static) -> Self {
        let (base, store, former, context) = (self.base, self.store, self.resolved, self.context);
        let resolved = Memo::new(move |_| {
            base.with_value(|base| {
                let resolved = resolve(&selection(), &base.manifest, &base.areas);
                paired(resolved.unwrap_or_else(|| former.get()), base, context)
            })
        });
        fetch(store, base, resolved);
        Self { chosen: resolved, resolved, context: self.context.quiet(), ..self }
    }

    /// What could not be shown as the link asked.
    pub(super) fn notices(self) -> Vec<Notice> {
        let mut notices = self.context.navigation.notices();
        self.resolved.with(|resolved| notices.extend(resolved.notices.iter().cloned()));
        notices
    }

    /// Something made of the areas.
    pub(super) fn with_areas<T>(self, make: impl FnOnce(&Areas) -> T) -> T {
        self.base.with_value(|base| make(&base.areas))
    }

    /// The areas that the reader chose, also those that cannot be shown just now.
    pub(super) fn wished(self) -> Vec<AreaChoice> {
        let shown = self.chosen.with_untracked(Resolved::choices);
        self.kept.with_value(|(left, all)| if *left == shown { all.clone() } else { shown })
    }

    /// Keeps these areas in mind for as long as those shown now are shown.
    pub(super) fn keep(self, wished: Vec<AreaChoice>) {
        self.kept.set_value((self.chosen.with_untracked(Resolved::choices), wished));
    }

    /// The areas that would be shown of a selection.
    pub(super) fn shown_of(self, selection: &Selection) -> Option<Vec<AreaChoice>> {
        self.base.with_value(|base| resolve(selection, &base.manifest, &base.areas)).map(|it| it.choices())
    }

    /// What every contents is.
    pub(super) fn catalogue(self) -> &'static Catalogue {
        self.base.with_value(|base| base.manifest.catalogue)
    }

    /// Something made of the editions, newest first.
    pub(super) fn with_editions<T>(self, make: impl FnOnce(&[Edition]) -> T) -> T {
        self.base.with_value(|base| make(&base.manifest.editions))
    }

    /// The language of the page.
    pub(super) fn language(self) -> Language {
        self.context.language.get()
    }

    /// Whether what is shown is of a modelled edition.
    pub(super) fn is_modelled(self) -> bool {
        let edition = self.chosen.with(|resolved| resolved.edition.id.clone());
        self.base.with_value(|base| base.manifest.edition(&edition).is_some_and(|edition| edition.modelled))
    }

    /// The same selection of real figures.
    pub(super) fn real(self, selection: &Selection) -> Option<Selection> {
        self.base.with_value(|base| real_for(selection, &base.manifest))
    }
}

/// The same with the tables of both contents of a figure of two, once the code that
/// finds them is here.
fn paired(resolved: Resolved, base: &Base, context: PageContext) -> Resolved {
    let loaded = (resolved.form.figure == FigureKind::Scatter).then(|| context.lazy.loaded()).flatten();
    match loaded {
        Some(loaded) => entries::paired(loaded, resolved, &base.manifest),
        None => resolved,
    }
}

/// Keeps the files of a selection coming: those of its figure, then the rest.
fn fetch(store: Store, base: StoredValue<Arc<Base>>, resolved: Memo<Resolved>) {
    let wanted = move |it: &Resolved| base.with_value(|base| store.want(it, &base.manifest));
    let drawn = Memo::new(move |_| {
        let state = resolved.with(|it| base.with_value(|base| store.state(it, &base.manifest, Extent::Figure)));
        state == Loading::Ready(())
    });
    afterwards(move || {
        drawn.get();
        resolved.with(wanted);
    });
}
