//! What is made of the data: figures, overviews, sheets and comparisons, each in
//! whatever state its files are.

use super::Stage;
use crate::app::element::afterwards;
use crate::app::figure::FigureState;
use crate::app::lazy::entries;
use crate::app::loading::{Loading, Progress};
use crate::app::memo::Memo;
use crate::app::signal::RwSignal;
use crate::app::store::{Base, Extent};
use crate::browser::{history, page};
use faktabank_figures::export::{Embed, Subject};
use faktabank_figures::figure::{self, AboutTable, Comparison, Figure, Heading, Overview, Sheet, is_over_time};
use faktabank_tables::query::{Resolved, frozen};
use faktabank_tables::statistics::{Areas, Boundaries, Table};
use leptos::prelude::*;
use std::sync::Arc;

impl Stage {
    /// The figure that the selection asks for.
    pub(in crate::app::views) fn figure(self) -> Memo<FigureState> {
        let over_time = move || self.chosen.with(is_over_time);
        let marked = move || self.chosen.with(|resolved| resolved.beside.events);
        afterwards(move || {
            let marked = marked();
            if marked || !over_time() {
                self.context.lazy.want();
            }
            if marked && let Some(loaded) = self.context.lazy.loaded() {
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
                return match marked().then(|| self.context.lazy.loaded()).flatten() {
                    Some(loaded) => entries::with_events(loaded, self, figure),
                    None => figure,
                };
            }
            match self.context.lazy.state() {
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
    pub(in crate::app::views) fn heading(self) -> Memo<Loading<Arc<Heading>>> {
        self.made(|resolved, tables, base| figure::heading(resolved, tables, &base.areas))
    }

    /// The overview that the selection asks for.
    pub(in crate::app::views) fn overview(self) -> Memo<Loading<Arc<Overview>>> {
        self.made(|resolved, tables, base| {
            let edition = base.manifest.edition(&resolved.edition.id)?;
            figure::overview(resolved, edition, tables, &base.areas)
        })
    }

    /// The fact sheet that the selection asks for; with places in the whole
    /// country once `all` is set and its files are here.
    pub(in crate::app::views) fn sheet(self, all: RwSignal<bool>) -> Memo<Loading<Arc<Sheet>>> {
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
    pub(in crate::app::views) fn about_tables(self) -> Memo<Loading<Arc<Vec<AboutTable>>>> {
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
    pub(in crate::app::views) fn comparison(self, all: RwSignal<bool>) -> Memo<Option<Arc<Comparison>>> {
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
    pub(in crate::app::views) fn of<T>(
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
        let selection = frozen(&untrack(|| self.context.navigation.selection()), &resolved);
        // On a reader's own disk, the address would lead nobody else there.
        let place = history::first_page().filter(|_| !history::is_file());
        let address =
            place.map(|place| Embed { place: &place, selection: &selection, title: "", says: "", height: 0 }.whole());
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
}

/// The same with every kommun of its table.
fn whole(resolved: &Resolved) -> Resolved {
    Resolved { whole: true, ..resolved.clone() }
}
