//! The entries to the second file of the page's code: each function here leads
//! to what the first view does without, and takes the proof that it is here.
//!
//! The build knows them by this module's name (`crates/xtask/src/split`). An entry
//! is never inlined, since what it leads to would come along.

use super::Loaded;
use crate::app::chart_library::ChartLibrary;
use crate::app::element::{Fragment, hold};
use crate::app::figure::plot::Plot;
use crate::app::figure::walk::Walk;
use crate::app::figure::{self, Drawer, FigureState, Picture, Shown};
use crate::app::loading::Progress;
use crate::app::memo::Memo;
use crate::app::navigation::{self, Navigation};
use crate::app::notices;
use crate::app::page_context::PageContext;
use crate::app::share;
use crate::app::shell;
use crate::app::signal::Callback;
use crate::app::views::{self, Stage};
use crate::browser::copied;
use crate::browser::dom::HtmlElement;
use crate::browser::event::Event;
use faktabank_figures::drawing::Style;
use faktabank_figures::figure::{Chart, DataTable, Figure, build};
use faktabank_tables::query::{Notice, Resolved, Selection, View};
use faktabank_tables::snapshot::Manifest;
use faktabank_tables::statistics::{AreaCode, Areas, Language, Table};
use std::sync::Arc;

/// A view that is not the first.
#[inline(never)]
pub(in crate::app) fn view(_: Loaded, stage: Stage, view: View) -> Fragment {
    views::other(stage, view)
}

/// What stands at the foot of every page.
#[inline(never)]
pub(in crate::app) fn footer(_: Loaded, context: PageContext) -> Fragment {
    shell::foot(context)
}

/// That the overview is of another topic than it would be first about.
#[inline(never)]
pub(in crate::app) fn left_out(_: Loaded, stage: Stage) -> Fragment {
    views::left_out(stage)
}

/// What the overview shows under its chart.
#[inline(never)]
pub(in crate::app) fn beneath(_: Loaded, stage: Stage) -> Fragment {
    views::beneath(stage)
}

/// A selection whose two contents may be of two tables, with both.
#[inline(never)]
pub(in crate::app) fn paired(_: Loaded, resolved: Resolved, manifest: &Manifest) -> Resolved {
    views::paired(resolved, manifest)
}

/// A figure that is not one over time.
#[inline(never)]
pub(in crate::app) fn figure_of(_: Loaded, resolved: &Resolved, tables: &[Table], areas: &Areas) -> Option<Figure> {
    build(resolved, tables, areas)
}

/// Begins to fetch what happened outside of the figures.
#[inline(never)]
pub(in crate::app) fn want_events(_: Loaded, stage: Stage) {
    views::want_events(stage);
}

/// A figure with what happened, as far as that is here.
#[inline(never)]
pub(in crate::app) fn with_events(_: Loaded, stage: Stage, figure: FigureState) -> FigureState {
    views::with_events(stage, figure)
}

/// Fetches the library that charts are read with.
#[inline(never)]
pub(in crate::app) fn want_library(_: Loaded, library: ChartLibrary) {
    library.want();
}

/// Draws a chart by the library; whether it could.
#[inline(never)]
pub(in crate::app) fn plot(_: Loaded, plot: Plot, place: &HtmlElement, chart: &Chart, style: Style) -> bool {
    figure::plot::draw(plot, place, chart, style)
}

/// Moves the pointer of a chart to a position, or hides it.
#[inline(never)]
pub(in crate::app) fn point_at(_: Loaded, plot: Plot, position: Option<usize>) {
    figure::plot::point_at(plot, position);
}

/// A chart that the first view has not.
#[inline(never)]
pub(in crate::app) fn drawn(_: Loaded, drawer: Drawer, picture: Picture) -> Fragment {
    figure::draw(drawer, picture)
}

/// The table of a figure, folded or open.
#[inline(never)]
pub(in crate::app) fn table(_: Loaded, table: Memo<Arc<DataTable>>, folded: bool, context: PageContext) -> Fragment {
    if folded {
        figure::folded(table, context).into_fragment()
    } else {
        figure::table_view(table, context).into_fragment()
    }
}

/// Tables that are copied go to a spreadsheet as it reads them.
#[inline(never)]
pub(in crate::app) fn copying(_: Loaded) {
    hold(copied::watch());
}

/// What is said of a figure that is walked.
#[inline(never)]
pub(in crate::app) fn walk_told(_: Loaded, walk: Walk) -> Fragment {
    figure::walked::told(walk)
}

/// Which keys a figure is walked by.
#[inline(never)]
pub(in crate::app) fn walk_keys(_: Loaded, walk: Walk) -> String {
    figure::walked::keys(walk)
}

/// A key that was pressed in a figure.
#[inline(never)]
pub(in crate::app) fn walk_key(_: Loaded, walk: Walk, event: &Event) {
    figure::walked::press(walk, event);
}

/// A kommun more among the areas chosen, or one less.
#[inline(never)]
pub(in crate::app) fn toggle(_: Loaded, stage: Stage, code: AreaCode) {
    stage.toggle(code);
}

/// What of a link could not be followed, in words.
#[inline(never)]
pub(in crate::app) fn notices(_: Loaded, notices: &[Notice], language: Language) -> Fragment {
    notices::list(notices, language)
}

/// Follows a link that says areas by name or by former codes.
#[inline(never)]
pub(in crate::app) fn follow_names(_: Loaded, navigation: Navigation, areas: &Areas) {
    views::follow_names(navigation, areas);
}

/// The address of a selection, where pages are known by their paths.
#[inline(never)]
pub(in crate::app) fn address(_: Loaded, selection: &Selection, areas: &Areas) -> String {
    navigation::address(selection, areas)
}

/// How far figures on their way have come, and a way not to wait for them.
#[inline(never)]
pub(in crate::app) fn progress(
    _: Loaded,
    progress: Memo<Option<Progress>>,
    cancel: Option<Callback<()>>,
    context: PageContext,
) -> Fragment {
    figure::so_far(progress, cancel, context)
}

/// What shares a figure and takes it along.
#[inline(never)]
pub(in crate::app) fn share(_: Loaded, stage: Stage, shown: Shown) -> Fragment {
    share::panel(stage, shown)
}

/// The choice of another area, for the overview.
#[inline(never)]
pub(in crate::app) fn choose_another(_: Loaded, stage: Stage) -> Fragment {
    views::choose_another(stage)
}

/// The period, and all other choices too, for an embed.
#[inline(never)]
pub(in crate::app) fn controls(_: Loaded, stage: Stage, all: bool) -> Fragment {
    views::choices_of(stage, all)
}
