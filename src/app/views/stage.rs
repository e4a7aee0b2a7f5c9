//! What every view stands on: the data, the selection resolved against it,
//! and the figure that comes of both.

pub(super) mod topics;

use crate::app::deferred::deferred;
use crate::app::element::afterwards;
use crate::app::figure::{FigureState, Land, Shown, Ways};
use crate::app::lazy::{Loaded, entries};
use crate::app::loading::{Loading, Progress};
use crate::app::memo::Memo;
use crate::app::on_demand::{Explained, Geography, Happened};
use crate::app::scene::Scene;
use crate::app::shell::MAIN;
use crate::app::signal::{Callback, RwSignal};
use crate::app::store::{Base, Extent, Store};
use crate::browser::{history, page};
use faktabank_figures::export::{Embed, Subject};
use faktabank_figures::figure::{self, AboutTable, Comparison, Figure, Heading, Overview, Sheet, is_over_time};
use faktabank_tables::query::{
    AreaChoice, Controls, FigureKind, Notice, Resolved, Selection, frozen, most_areas, real_for, resolve,
};
use faktabank_tables::snapshot::Edition;
use faktabank_tables::statistics::{AreaCode, Areas, Boundaries, Catalogue, Language, Table};
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
    pub(super) happened: Happened,
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
    pub(in crate::app) scene: Scene,
}

impl Stage {
    /// Sets the stage and keeps the files coming; `None` for a manifest
    /// without tables.
    pub(super) fn set(base: Arc<Base>, store: Store, scene: Scene) -> Option<Self> {
        let first = resolve(&scene.navigation.present(), &base.manifest, &base.areas)?;
        let known = base.clone();
        let chosen = Memo::new(move |_| {
            let resolved = resolve(&scene.navigation.chosen(), &known.manifest, &known.areas);
            paired(resolved.unwrap_or_else(|| first.clone()), &known, scene)
        });
        let geography = Geography::of(base.manifest.boundaries.clone());
        let explained = Explained::of(base.manifest.explanations.clone());
        let happened = Happened::of(base.manifest.events.clone());
        let base = StoredValue::new(base);
        let former = StoredValue::new(None);
        fetch(store, base, chosen);
        afterwards(move || {
            let state =
                chosen.with(|resolved| base.with_value(|base| store.state(resolved, &base.manifest, Extent::All)));
            if state == Loading::Ready(()) {
                former.set_value(Some(scene.navigation.present()));
            }
        });
        Some(Self {
            base,
            geography,
            explained,
            happened,
            kept: StoredValue::default(),
            former,
            chosen,
            resolved: deferred(chosen),
            store,
            scene,
        })
    }

    /// The same data under another selection, which is not that of the address.
    pub(super) fn showing(self, selection: impl Fn() -> Selection + Send + Sync + 'static) -> Self {
        let (base, store, former, scene) = (self.base, self.store, self.resolved, self.scene);
        let resolved = Memo::new(move |_| {
            base.with_value(|base| {
                let resolved = resolve(&selection(), &base.manifest, &base.areas);
                paired(resolved.unwrap_or_else(|| former.get()), base, scene)
            })
        });
        fetch(store, base, resolved);
        Self { chosen: resolved, resolved, scene: self.scene.quiet(), ..self }
    }

    /// What could not be shown as the link asked.
    pub(super) fn notices(self) -> Vec<Notice> {
        let mut notices = self.scene.navigation.notices();
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
        self.scene.language.get()
    }

    /// The figure that the selection asks for.
    pub(super) fn figure(self) -> Memo<FigureState> {
        let over_time = move || self.chosen.with(is_over_time);
        let marked = move || self.chosen.with(|resolved| resolved.beside.events);
        afterwards(move || {
            let marked = marked();
            if marked || !over_time() {
                self.scene.lazy.want();
            }
            if marked && let Some(loaded) = self.scene.lazy.loaded() {
                entries::want_events(loaded, self);
            }
        });
        Memo::new(move |_| {
            if over_time() {
                let make = |resolved: &Resolved, tables: &[Table], base: &Base| {
                    figure::over_time(resolved, tables, &base.areas)
                };
                let figure = self.chosen.with(|resolved| self.of(resolved, Extent::Figure, make));
                // They come when they come: the figure does not wait for them.
                return match marked().then(|| self.scene.lazy.loaded()).flatten() {
                    Some(loaded) => entries::with_events(loaded, self, figure),
                    None => figure,
                };
            }
            match self.scene.lazy.state() {
                Loading::Ready(loaded) => {
                    let make = |resolved: &Resolved, tables: &[Table], base: &Base| {
                        entries::figure_of(loaded, resolved, tables, &base.areas)
                    };
                    self.chosen.with(|resolved| self.of(resolved, Extent::All, make))
                }
                Loading::Pending(progress) => Loading::Pending(progress),
                Loading::Failed(failure) => Loading::Failed(failure),
            }
        })
    }

    /// What the overview that the selection asks for is of.
    pub(super) fn heading(self) -> Memo<Loading<Arc<Heading>>> {
        self.made(|resolved, tables, base| figure::heading(resolved, tables, &base.areas))
    }

    /// The overview that the selection asks for.
    pub(super) fn overview(self) -> Memo<Loading<Arc<Overview>>> {
        self.made(|resolved, tables, base| {
            let edition = base.manifest.edition(&resolved.edition.id)?;
            figure::overview(resolved, edition, tables, &base.areas)
        })
    }

    /// The fact sheet that the selection asks for; with places in the whole
    /// country once `all` is set and its files are here.
    pub(super) fn sheet(self, all: RwSignal<bool>) -> Memo<Loading<Arc<Sheet>>> {
        self.want_all(all);
        let make = |resolved: &Resolved, tables: &[Table], base: &Base| {
            let edition = base.manifest.edition(&resolved.edition.id)?;
            figure::sheet(resolved, edition, tables, &base.areas)
        };
        Memo::new(move |_| {
            let whole = all.get().then(|| self.resolved.with(|resolved| self.of(&whole(resolved), Extent::All, make)));
            whole.filter(|whole| matches!(whole, Loading::Ready(_))).unwrap_or_else(|| self.of_tables(make))
        })
    }

    /// The tables of the edition, in words.
    pub(super) fn about_tables(self) -> Memo<Loading<Arc<Vec<AboutTable>>>> {
        let make = |resolved: &Resolved, tables: &[Table], base: &Base| {
            let edition = base.manifest.edition(&resolved.edition.id)?;
            Some(figure::about_tables(edition, tables, &base.areas, resolved.language))
        };
        Memo::new(move |_| match self.explained.state() {
            Some(Loading::Ready(_)) => self.of_tables(make),
            Some(Loading::Failed(failure)) => Loading::Failed(failure),
            Some(Loading::Pending(progress)) => Loading::Pending(progress),
            None => Loading::Pending(Progress::default()),
        })
    }

    /// The areas side by side; with places in the whole country once `all` is
    /// set and its files are here.
    pub(super) fn comparison(self, all: RwSignal<bool>) -> Memo<Option<Arc<Comparison>>> {
        self.of_all(all, figure::comparison)
    }

    /// Something made of what is here, and of every kommun once `all` is set
    /// and its files are here.
    fn of_all<T: PartialEq + Send + Sync + 'static>(
        self,
        all: RwSignal<bool>,
        make: fn(&Resolved, &[Table], &Areas) -> Option<T>,
    ) -> Memo<Option<Arc<T>>> {
        self.want_all(all);
        Memo::new(move |_| {
            let of = |resolved: &Resolved| match self
                .of(resolved, Extent::All, |it, tables, base| make(it, tables, &base.areas))
            {
                Loading::Ready(made) => Some(made),
                Loading::Pending(_) | Loading::Failed(_) => None,
            };
            self.resolved.with(|it| all.get().then(|| of(&whole(it))).flatten().or_else(|| of(it)))
        })
    }

    /// Fetches every kommun once `all` is set.
    fn want_all(self, all: RwSignal<bool>) {
        afterwards(move || {
            if all.get() {
                self.resolved.with(|it| self.base.with_value(|base| self.store.want(&whole(it), &base.manifest)));
            }
        });
    }

    /// Something made of the tables, once they are here.
    fn made<T: PartialEq + Send + Sync + 'static>(
        self,
        make: fn(&Resolved, &[Table], &Base) -> Option<T>,
    ) -> Memo<Loading<Arc<T>>> {
        Memo::new(move |_| self.of_tables(make))
    }

    fn of_tables<T>(self, make: fn(&Resolved, &[Table], &Base) -> Option<T>) -> Loading<Arc<T>> {
        self.resolved.with(|resolved| self.of(resolved, Extent::All, make))
    }

    /// Something made of the tables of a figure alone, or of all that is needed.
    pub(super) fn of<T>(
        self,
        resolved: &Resolved,
        extent: Extent,
        make: impl FnOnce(&Resolved, &[Table], &Base) -> Option<T>,
    ) -> Loading<Arc<T>> {
        self.base.with_value(|base| match self.store.tables(resolved, &base.manifest, extent) {
            Loading::Ready(tables) => make(resolved, &tables, base)
                .map_or(Loading::Pending(Progress::default()), |made| Loading::Ready(Arc::new(made))),
            Loading::Pending(progress) => Loading::Pending(progress),
            Loading::Failed(failure) => Loading::Failed(failure),
        })
    }

    /// What the reader can do about figures on their way, or that do not exist.
    pub(super) fn ways(self) -> Ways {
        let retry = Callback::new(move |()| {
            self.scene.lazy.again();
            let resolved = self.chosen.get_untracked();
            self.base.with_value(|base| self.store.retry(Some((&resolved, &base.manifest))));
        });
        let cancel = Callback::new(move |()| {
            self.store.cancel();
            // Back to what was shown before, if anything was.
            if let Some(former) = self.former.get_value() {
                self.scene.navigation.adjust(|selection| {
                    *selection = Selection { language: selection.language, theme: selection.theme, ..former };
                });
            }
            page::focus(MAIN);
        });
        let share = Callback::new(move |(loaded, shown): (Loaded, Shown)| entries::share(loaded, self, shown));
        Ways { retry, cancel: Some(cancel), land: Some(self.land()), share: Some(share) }
    }

    /// What figures of kommuner are drawn with.
    pub(super) fn land(self) -> Land {
        Land { geography: self.geography, pick: self.pick() }
    }

    /// Something made of a figure with all that belongs to it; `None` while
    /// its tables are not here.
    pub(in crate::app) fn with_subject<T>(self, figure: &Figure, make: impl FnOnce(&Subject<'_>) -> T) -> Option<T> {
        let resolved = self.chosen.get_untracked();
        let base = self.base.get_value();
        let edition = base.manifest.edition(&resolved.edition.id)?;
        let Loading::Ready(tables) = untrack(|| self.store.tables(&resolved, &base.manifest, Extent::All)) else {
            return None;
        };
        // The numbers of a file stay what they are: so does its address.
        let selection = frozen(&untrack(|| self.scene.navigation.selection()), &resolved);
        // On a reader's own disk, the address would lead nobody else there.
        let place = history::place().filter(|_| !history::is_file());
        let address = place.map(|place| Embed { place: &place, selection: &selection, title: "", height: 0 }.whole());
        Some(make(&Subject {
            figure,
            resolved: &resolved,
            tables: &tables,
            areas: &base.areas,
            published: &edition.published,
            today: &page::today(),
            address: &address.unwrap_or_default(),
        }))
    }

    /// Where the kommuner lie, if a map has asked for that.
    pub(in crate::app) fn outlines(self) -> Option<Arc<Boundaries>> {
        self.geography.outlines()
    }

    /// Adds a kommun to the areas chosen, or takes it away; in a frame only where
    /// all choices are offered.
    fn pick(self) -> Option<Callback<AreaCode>> {
        let embedding = self.scene.navigation.embedding();
        let offered = !embedding.embedded || embedding.controls == Controls::Everything;
        offered.then(|| {
            Callback::new(move |code| {
                // What is pressed is drawn by code of the same file.
                if let Some(loaded) = self.scene.lazy.loaded_untracked() {
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

    /// Whether what is shown is of a modelled edition.
    pub(super) fn is_modelled(self) -> bool {
        let edition = self.chosen.with(|resolved| resolved.edition.id.clone());
        self.base.with_value(|base| base.manifest.edition(&edition).is_some_and(|edition| edition.modelled))
    }

    /// The same selection of real figures.
    pub(super) fn real(self, selection: &Selection) -> Option<Selection> {
        self.base.with_value(|base| real_for(selection, &base.manifest))
    }

    /// Changes the selection, as a step that "back" undoes.
    pub(super) fn go(self, change: impl FnOnce(&mut Selection)) {
        self.scene.navigation.go(change);
    }
}

/// The same with the tables of both contents of a figure of two, once the code that
/// finds them is here.
fn paired(resolved: Resolved, base: &Base, scene: Scene) -> Resolved {
    let loaded = (resolved.form.figure == FigureKind::Scatter).then(|| scene.lazy.loaded()).flatten();
    match loaded {
        Some(loaded) => entries::paired(loaded, resolved, &base.manifest),
        None => resolved,
    }
}

/// The same with every kommun of its table.
fn whole(resolved: &Resolved) -> Resolved {
    Resolved { whole: true, ..resolved.clone() }
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
