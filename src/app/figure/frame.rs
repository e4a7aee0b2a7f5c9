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
use crate::app::page_context::PageContext;
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
pub struct FigureActions {
    /// Tries again what failed.
    pub retry: Callback<()>,
    /// Stops what is on its way; `None` where nothing else could be shown.
    pub cancel: Option<Callback<()>>,
    /// What figures of kommuner are drawn with; `None` where there are none.
    pub kommun_context: Option<KommunContext>,
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
pub struct KommunContext {
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
    actions: FigureActions,
    context: PageContext,
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
            context.drawn(
                &shown.map_or_else(|| context.say(ui::FAILED).to_owned(), |figure| figure.headline.title.clone()),
            );
        }
    });
    let name = move || here.get().map_or_else(|| kind.get(), |figure| figure.kind).code();
    let table = Memo::new(move |_| here.get().map(|figure| figure.table.clone()).unwrap_or_default());
    let is_table = Memo::new(move |_| here.with(|f| f.as_ref().is_some_and(|f| f.kind == FigureKind::Table)));
    let has_table = Memo::new(move |_| table.with(|table| !table.rows.is_empty()));
    let body = move || {
        let picture =
            Picture { chart: drawable, headline: title, drawing, kommun_context: actions.kommun_context, context };
        let drawn = fragment(move || match drawer.get() {
            None => Fragment::new(),
            Some(Drawer::Plot) => chart::view(drawable, title, drawing, context).into_fragment(),
            Some(drawer) => {
                context.lazy.want();
                once_loaded(context, little, move |loaded| entries::drawn(loaded, drawer, picture))
            }
        });
        let undrawn = show(
            move || drawing.get() == Drawing::Failed,
            move || p("trouble").child(context.words(ui::NO_CHART)).into_fragment(),
        );
        let open_table = move || {
            context.lazy.want();
            once_loaded(context, little, move |loaded| entries::table(loaded, table, false, context))
        };
        let open_table = show(move || has_table.get() && is_table.get(), open_table);
        let empty = fragment(move || {
            let why = here.get().and_then(|figure| figure.empty.clone());
            why.map(|why| p("empty").child(why).into_fragment()).unwrap_or_default()
        });
        [drawn, undrawn, empty, open_table].concat()
    };
    // What stands around the drawing follows once that is painted.
    let settled = deferred(here);
    let around = move || {
        let table = deferred(table);
        let folded_table =
            move || once_loaded(context, unseen, move |loaded| entries::table(loaded, table, true, context));
        let folded_table = show(move || has_table.get() && !is_table.get(), folded_table);
        let caption = fragment(move || {
            here.get().map(|figure| caption::view(&figure.caption, context).into_fragment()).unwrap_or_default()
        });
        let busy = Memo::new(move |_| progress.with(Option::is_some));
        let share = fragment(move || match (actions.share, context.lazy.loaded()) {
            (Some(share), Some(loaded)) if has_table.get() => share.run((loaded, Shown { figure: settled, busy })),
            _ => Fragment::new(),
        });
        [caption, folded_table, share].concat()
    };
    let heading = move || {
        let headline = el("h1").class("headline").attr("data-headline", "").child(move || title.get());
        [headline.into_fragment(), p("lead").child(move || lead.get()).into_fragment()].concat()
    };
    let failed = move || {
        let failure = failure.get();
        failure
            .map(|it| trouble(it.words(context.language.get()), it.detail, actions.retry, context).into_fragment())
            .unwrap_or_default()
    };
    let loading = move || waiting_for(progress, actions.cancel, context).into_fragment();
    let is_here = move || here.with(Option::is_some);
    let waiting = move || here.with(Option::is_none) && failure.with(Option::is_none);
    let is_modelled =
        move || here.with(|it| it.as_ref().is_some_and(|it| it.caption.provenance == Provenance::Modelled));
    let stamp = move || p("stamp").child(context.words(modelled::NAME)).into_fragment();
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
pub(in crate::app) fn folded(table: Memo<Arc<DataTable>>, context: PageContext) -> Element {
    let open = RwSignal::new(false);
    let summary = el("summary").child(el("span").child(context.words(ui::SHOW_TABLE)));
    let fold = el("details").class("table-fold").on("toggle", move |event| open.set(event.open()));
    fold.child(summary).child(show(move || open.get(), move || table_view(table, context).into_fragment()))
}

/// That figures are on their way; how far they have come, and a way not to wait for
/// them, once the code for that is here.
fn waiting_for(progress: Memo<Option<Progress>>, cancel: Option<Callback<()>>, context: PageContext) -> Element {
    // Said once; the numbers that follow it would be said over and over.
    let words = p("").attr("role", "status").child(context.words(ui::LOADING));
    let so_far = fragment(move || {
        context.lazy.loaded().map(|loaded| entries::progress(loaded, progress, cancel, context)).unwrap_or_default()
    });
    div("loading").attr("data-loading", "").child(div("loading-box").child(words).child(so_far))
}

/// How far what is on its way has come, and a way not to wait for it; through an entry alone.
pub(in crate::app) fn so_far(
    progress: Memo<Option<Progress>>,
    cancel: Option<Callback<()>>,
    context: PageContext,
) -> Fragment {
    let now = move || progress.get().unwrap_or_default();
    let counts = move || {
        let at = now();
        ui::progress((at.done, at.total), (at.bytes, at.all_bytes), context.language.get())
    };
    show(
        move || now().total > 0,
        move || {
            let bar = el("progress")
                .attr("max", move || now().all_bytes.to_string())
                .attr("value", move || now().bytes.to_string())
                .attr("aria-label", context.words(ui::LOADING));
            let stop = cancel.map(|cancel| {
                let button = el("button").attr("type", "button").class("button").attr("data-cancel", "");
                button.on("click", move |_| cancel.run(())).child(context.words(ui::CANCEL))
            });
            each([bar, p("small").child(counts)].into_iter().chain(stop))
        },
    )
}

/// What failed, in words, with a way on.
pub(in crate::app) fn trouble(words: String, detail: String, retry: Callback<()>, context: PageContext) -> Element {
    let button = el("button").attr("type", "button").class("button").attr("data-retry", "");
    div("trouble")
        .attr("role", "alert")
        .child(el("h1").class("headline").child(context.say(ui::FAILED)))
        .child(el("p").child(words))
        .child(p("detail").attr("lang", "en").child(detail))
        .child(button.on("click", move |_| retry.run(())).child(context.say(ui::RETRY)))
}
