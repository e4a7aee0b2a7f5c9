//! A whole figure from a resolved selection.

use super::context::Context;
use super::{
    Chart, DataTable, Figure, Headline, arranged, bars, caption, headline, listing, map, scatter, series, small,
};
use crate::query::{FigureKind, Resolved};
use crate::statistics::{Areas, Phrase, Table};
use std::sync::Arc;

/// Said where a selection holds no number at all.
const NOTHING: Phrase = Phrase {
    sv: "Det finns inga siffror för det här urvalet. Välj en annan period, ett annat område eller ett annat innehåll.",
    en: "There are no figures for this selection. Choose another period, another area or other contents.",
};

/// Whether figures of this kind follow some areas over time: [`over_time`] makes
/// them without the code of all the others.
pub const fn is_over_time(kind: FigureKind) -> bool {
    matches!(kind, FigureKind::Line | FigureKind::Area | FigureKind::Proportion | FigureKind::Table)
}

/// The figure that a selection asks for; `None` while its table is not among
/// those loaded.
pub fn build(resolved: &Resolved, tables: &[Table], areas: &Areas) -> Option<Figure> {
    if is_over_time(resolved.figure) { over_time(resolved, tables, areas) } else { of_areas(resolved, tables, areas) }
}

/// The figure that a selection asks for, if it is one over time.
pub fn over_time(resolved: &Resolved, tables: &[Table], areas: &Areas) -> Option<Figure> {
    let context = Context::new(resolved, tables, areas)?;
    let chart = match resolved.figure {
        FigureKind::Line => series::lines(&context).map(Chart::Lines),
        FigureKind::Area | FigureKind::Proportion => series::stack(&context).map(Chart::Stack),
        _ => None,
    };
    let said = headline::over_time(&context);
    let table = listing::of_periods(&context);
    Some(whole(&context, said, chart, table))
}

fn of_areas(resolved: &Resolved, tables: &[Table], areas: &Areas) -> Option<Figure> {
    let context = Context::new(resolved, tables, areas)?;
    let chart = match resolved.figure {
        FigureKind::Bar => bars::ranking(&context).map(Chart::Bars),
        FigureKind::Change => bars::changes(&context).map(Chart::Bars),
        FigureKind::Map => map::map(&context).map(Chart::Map),
        FigureKind::Scatter => scatter::chart(&context).map(Chart::Scatter),
        FigureKind::Small => small::charts(&context).map(Chart::Small),
        FigureKind::Line | FigureKind::Area | FigureKind::Proportion | FigureKind::Table => None,
    };
    let said = headline::of(&context, chart.as_ref());
    // What is said of the largest and the smallest holds in any order.
    let chart = chart.map(|chart| arranged::arranged(&context, chart));
    let table = match &chart {
        Some(Chart::Bars(bars)) => arranged::with_changes(&context, listing::of_bars(&context, bars)),
        Some(Chart::Scatter(points)) => scatter::table(&context, points),
        Some(Chart::Small(charts)) => small::table(&context, charts),
        Some(Chart::Map(map)) => listing::of_bars(&context, &map.ranking),
        _ => listing::of_periods(&context),
    };
    Some(whole(&context, said, chart, table))
}

fn whole(context: &Context<'_>, said: Headline, chart: Option<Chart>, table: DataTable) -> Figure {
    let empty = is_empty(&table).then(|| NOTHING.get(context.language).to_owned());
    let headline = if empty.is_some() { headline::none(context) } else { said };
    Figure {
        kind: context.resolved.figure,
        headline,
        caption: caption::of(context, chart.as_ref()),
        chart: chart.filter(|_| empty.is_none()).map(Arc::new),
        table: Arc::new(table),
        empty,
    }
}

fn is_empty(table: &DataTable) -> bool {
    table.rows.iter().all(|row| row.cells.iter().all(|cell| cell.value.is_err()))
}
