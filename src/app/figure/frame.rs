//! One figure with all that belongs to it, in whatever state it is.

use super::caption;
use super::chart::{self, Drawing};
use super::drawer::{Drawer, Picture};
use super::table::table_view;
use crate::app::deferred::{deferred, is_pending};
use crate::app::element::{Element, Fragment, afterwards, div, each, el, fragment, p, show};
use crate::app::lazy::{Loaded, entries, little, once_loaded, unseen};
use crate::app::loading::{Loading, Progress, latest};
use crate::app::memo::Memo;
use crate::app::on_demand::Geography;
use crate::app::scene::Scene;
use crate::app::signal::{Callback, RwSignal};
use faktabank_figures::figure::{DataTable, Figure};
use faktabank_figures::text::{modelled, ui};
use faktabank_tables::query::FigureKind;
use faktabank_tables::statistics::{AreaCode, Provenance};
use std::sync::Arc;

/// A figure on its way, here, or not to be had.
pub type FigureState = Loading<Arc<Figure>>;

/// What the reader can do about figures that are on their way, did not come,
/// or do not exist.
#[derive(Clone, Copy, Debug)]
pub struct Ways {
    /// Tries again what failed.
    pub retry: Callback<()>,
    /// Stops what is on its way; `None` where nothing else could be shown.
    pub cancel: Option<Callback<()>>,
    /// What figures of kommuner are drawn with; `None` where there are none.
    pub land: Option<Land>,
    /// Offers a figure to be shared and taken along; `None` where it is not.
    pub share: Option<Callback<(Loaded, Shown), Fragment>>,
}

/// A figure on the page, for those who offer it to take along.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The figure, once it is here.
    pub figure: Memo<Option<Arc<Figure>>>,
    /// Whether it is about to be another one.
    pub busy: Memo<bool>,
}

/// What figures of kommuner are drawn with.
#[derive(Clone, Copy, Debug)]
pub struct Land {
    /// Where the kommuner lie.
    pub geography: Geography,
    /// Adds a kommun to the areas chosen, or takes it away; `None` where the
    /// reader chooses nothing.
    pub pick: Option<Callback<AreaCode>>,
}

/// The figure of a page: its headline is the page's.
///
/// While a new one is on its way the former stays. `kind` is what is asked
/// for, to name the figure before it is here; `between` belongs between
/// headline and drawing.
pub fn figure_view(
    figure: Memo<FigureState>,
    kind: Memo<FigureKind>,
    between: Fragment,
    ways: Ways,
    scene: Scene,
) -> Element {
    let drawing = RwSignal::new(Drawing::Waiting);
    let here = latest(figure);
    let failure = Memo::new(move |_| match figure.get() {
        Loading::Failed(failure) => Some(failure),
        Loading::Pending(_) | Loading::Ready(_) => None,
    });
    let progress = Memo::new(move |_| match figure.get() {
        Loading::Pending(progress) => Some(progress),
        Loading::Ready(_) | Loading::Failed(_) => None,
    });
    let drawable = Memo::new(move |_| here.get().and_then(|figure| figure.chart.clone()));
    let drawer = Memo::new(move |_| drawable.with(|chart| chart.as_deref().map(Drawer::of)));
    let has_chart = Memo::new(move |_| drawable.with(Option::is_some));
    let state = Memo::new(move |_| {
        if failure.with(Option::is_some) {
            "error"
        } else if progress.with(Option::is_some) || has_chart.get() && drawing.get() == Drawing::Waiting {
            "loading"
        } else if here.with(|figure| figure.as_ref().is_some_and(|figure| figure.empty.is_some())) {
            "empty"
        } else {
            "ready"
        }
    });
    let title = Memo::new(move |_| here.get().map(|figure| figure.headline.title.clone()).unwrap_or_default());
    let lead = Memo::new(move |_| here.get().map(|figure| figure.headline.lead.clone()).unwrap_or_default());
    // Anything that changes what is shown is worth a word, once it is drawn.
    afterwards(move || {
        let shown = here.get();
        if state.get() != "loading" && !is_pending() {
            scene
                .drawn(&shown.map_or_else(|| scene.say(ui::FAILED).to_owned(), |figure| figure.headline.title.clone()));
        }
    });
    let name = move || here.get().map_or_else(|| kind.get(), |figure| figure.kind).code();
    let table = Memo::new(move |_| here.get().map(|figure| figure.table.clone()).unwrap_or_default());
    let is_table = Memo::new(move |_| here.with(|f| f.as_ref().is_some_and(|f| f.kind == FigureKind::Table)));
    let has_table = Memo::new(move |_| table.with(|table| !table.rows.is_empty()));
    let body = move || {
        let picture = Picture { chart: drawable, headline: title, drawing, land: ways.land, scene };
        let drawn = fragment(move || match drawer.get() {
            None => Fragment::new(),
            Some(Drawer::Plot) => chart::view(drawable, title, drawing, scene).parts(),
            Some(drawer) => {
                scene.lazy.want();
                once_loaded(scene, little, move |loaded| entries::drawn(loaded, drawer, picture))
            }
        });
        let undrawn = show(
            move || drawing.get() == Drawing::Failed,
            move || p("trouble").child(scene.words(ui::NO_CHART)).parts(),
        );
        let open_table = move || {
            scene.lazy.want();
            once_loaded(scene, little, move |loaded| entries::table(loaded, table, false, scene))
        };
        let open_table = show(move || has_table.get() && is_table.get(), open_table);
        let empty = fragment(move || {
            let why = here.get().and_then(|figure| figure.empty.clone());
            why.map(|why| p("empty").child(why).parts()).unwrap_or_default()
        });
        [drawn, undrawn, empty, open_table].concat()
    };
    // What stands around the drawing follows once that is painted.
    let settled = deferred(here);
    let around = move || {
        let table = deferred(table);
        let folded_table = move || once_loaded(scene, unseen, move |loaded| entries::table(loaded, table, true, scene));
        let folded_table = show(move || has_table.get() && !is_table.get(), folded_table);
        let caption = fragment(move || {
            here.get().map(|figure| caption::view(&figure.caption, scene).parts()).unwrap_or_default()
        });
        let busy = Memo::new(move |_| progress.with(Option::is_some));
        let share = fragment(move || match (ways.share, scene.lazy.loaded()) {
            (Some(share), Some(loaded)) if has_table.get() => share.run((loaded, Shown { figure: settled, busy })),
            _ => Fragment::new(),
        });
        [caption, folded_table, share].concat()
    };
    let heading = move || {
        let headline = el("h1").class("headline").attr("data-headline", "").child(move || title.get());
        [headline.parts(), p("lead").child(move || lead.get()).parts()].concat()
    };
    let failed = move || {
        let failure = failure.get();
        failure
            .map(|it| trouble(it.words(scene.language.get()), it.detail, ways.retry, scene).parts())
            .unwrap_or_default()
    };
    let loading = move || waiting_for(progress, ways.cancel, scene).parts();
    let is_here = move || here.with(Option::is_some);
    let waiting = move || here.with(Option::is_none) && failure.with(Option::is_none);
    let is_modelled =
        move || here.with(|it| it.as_ref().is_some_and(|it| it.caption.provenance == Provenance::Modelled));
    let stamp = move || p("stamp").child(scene.words(modelled::NAME)).parts();
    let body = div("figure-body")
        .child(show(is_modelled, stamp))
        .child(show(is_here, move || [body(), around()].concat()))
        .child(fragment(failed));
    el("article")
        .attr("class", move || if waiting() { "figure figure-waiting" } else { "figure" })
        .attr("data-figure", name)
        .attr("data-state", move || state.get())
        .attr("data-provenance", move || here.get().map(|figure| figure.caption.provenance.key()))
        .attr("aria-busy", move || if state.get() == "loading" { "true" } else { "false" })
        // First, so that it can lie over all the rest without moving it.
        .child(show(move || progress.with(Option::is_some), loading))
        .child(show(is_here, heading))
        .child(between)
        .child(body)
}

/// The table, a press away, and made then; through an entry alone.
pub(in crate::app) fn folded(table: Memo<Arc<DataTable>>, scene: Scene) -> Element {
    let open = RwSignal::new(false);
    let summary = el("summary").child(el("span").child(scene.words(ui::SHOW_TABLE)));
    let fold = el("details").class("table-fold").on("toggle", move |event| open.set(event.open()));
    fold.child(summary).child(show(move || open.get(), move || table_view(table, scene).parts()))
}

/// How far what is on its way has come, and a way not to wait for it.
fn waiting_for(progress: Memo<Option<Progress>>, cancel: Option<Callback<()>>, scene: Scene) -> Element {
    let now = move || progress.get().unwrap_or_default();
    let counts = move || {
        let at = now();
        ui::progress((at.done, at.total), (at.bytes, at.all_bytes), scene.language.get())
    };
    // Said once; the numbers that follow it would be said over and over.
    let words = p("").attr("role", "status").child(scene.words(ui::LOADING));
    let known = show(
        move || now().total > 0,
        move || {
            let bar = el("progress")
                .attr("max", move || now().all_bytes.to_string())
                .attr("value", move || now().bytes.to_string())
                .attr("aria-label", scene.words(ui::LOADING));
            let stop = cancel.map(|cancel| {
                let button = el("button").attr("type", "button").class("button").attr("data-cancel", "");
                button.on("click", move |_| cancel.run(())).child(scene.words(ui::CANCEL))
            });
            each([bar, p("small").child(counts)].into_iter().chain(stop))
        },
    );
    div("loading").attr("data-loading", "").child(div("loading-box").child(words).child(known))
}

/// What failed, in words, with a way on.
pub(in crate::app) fn trouble(words: String, detail: String, retry: Callback<()>, scene: Scene) -> Element {
    let button = el("button").attr("type", "button").class("button").attr("data-retry", "");
    div("trouble")
        .attr("role", "alert")
        .child(el("h1").class("headline").child(scene.say(ui::FAILED)))
        .child(el("p").child(words))
        .child(p("detail").attr("lang", "en").child(detail))
        .child(button.on("click", move |_| retry.run(())).child(scene.say(ui::RETRY)))
}
