//! A whole figure from a resolved selection.

use super::caption::Own;
use super::context::Context;
use super::scatter::Pair;
use super::{
    Chart, DataTable, Figure, Headline, arranged, axis, bars, caption, headline, listing, map, scatter, series, small,
};
use faktabank_tables::query::{FigureKind, Resolved};
use faktabank_tables::statistics::{Areas, Period, Phrase, Table};
use std::sync::Arc;

/// Said where a selection holds no number at all.
const NOTHING: Phrase = Phrase {
    sv: "Det finns inga siffror för det här urvalet. Välj en annan period, ett annat område eller ett annat innehåll.",
    en: "There are no figures for this selection. Choose another period, another area or other contents.",
};

/// Said where there are numbers, but not those that such a figure needs.
const NOT_DRAWN: Phrase = Phrase {
    sv: "De här siffrorna går inte att rita i ett sådant diagram. De står i tabellen. Välj ett annat diagram, fler områden eller en längre tid.",
    en: "These figures cannot be drawn in such a chart. They are in the table. Choose another chart, more areas or a longer time.",
};
/// Said of numbers that no axis reaches.
const TOO_LARGE: Phrase = Phrase {
    sv: "Någon siffra är för stor för att ritas. Siffrorna står i tabellen.",
    en: "One of the figures is too large to be drawn. The figures are in the table.",
};

/// Whether a figure is drawn by most first views, lines of everybody or a stack of
/// which the sum is told: [`over_time`] makes it without the code of all the others. Not
/// of several places by counts or changes, nor with a forecast: those are told otherwise.
pub fn is_over_time(resolved: &Resolved) -> bool {
    let lines = matches!(resolved.form.figure, FigureKind::Line | FigureKind::Area);
    let is_told = resolved.places.len() == 1 || headline::is_of_levels(resolved);
    let ends = resolved.time.periods.last().map(|last| last.last_month());
    let is_past = resolved.table.forecast_from.is_none_or(|from| ends < Some(from.first_month()));
    lines && is_told && is_past && !resolved.is_apart() && !headline::is_of_parts(resolved)
}

/// The figure that a selection asks for; `None` while its table is not among
/// those loaded.
pub fn build(resolved: &Resolved, tables: &[Table], areas: &Areas) -> Option<Figure> {
    if is_over_time(resolved) { over_time(resolved, tables, areas) } else { of_another_kind(resolved, tables, areas) }
}

/// The figure that a selection asks for, if [`is_over_time`].
pub fn over_time(resolved: &Resolved, tables: &[Table], areas: &Areas) -> Option<Figure> {
    let context = Context::new(resolved, tables, areas)?;
    let chart = through_time(&context);
    let said = headline::over_time(&context);
    let table = listing::of_periods(&context);
    Some(whole(&context, said, chart, table, Own::default()))
}

fn of_another_kind(resolved: &Resolved, tables: &[Table], areas: &Areas) -> Option<Figure> {
    let context = Context::new(resolved, tables, areas)?;
    if resolved.form.figure == FigureKind::Scatter {
        return of_two(&context, tables);
    }
    let chart = match resolved.form.figure {
        FigureKind::Bar => bars::ranking(&context).map(Chart::Bars),
        FigureKind::Change => bars::changes(&context).map(Chart::Bars),
        FigureKind::Map => map::map(&context).map(Chart::Map),
        FigureKind::Small => small::charts(&context).map(Chart::Small),
        FigureKind::Line | FigureKind::Area | FigureKind::Proportion => through_time(&context),
        FigureKind::Table | FigureKind::Scatter => None,
    };
    let said = headline::of(&context, chart.as_ref());
    // What is said of the largest and the smallest holds in any order.
    let chart = chart.map(|chart| arranged::arranged(&context, chart));
    let table = match &chart {
        Some(Chart::Bars(bars)) => arranged::with_changes(&context, listing::of_bars(&context, bars)),
        Some(Chart::Small(charts)) => small::table(&context, charts),
        Some(Chart::Map(map)) => listing::of_bars(&context, &map.ranking),
        _ => listing::of_periods(&context),
    };
    let own = own(&context, chart.as_ref());
    Some(whole(&context, said, chart, table, own))
}

/// Two contents against each other, each of its own table.
fn of_two(context: &Context<'_>, tables: &[Table]) -> Option<Figure> {
    let pair = Pair::of(context, tables)?;
    let points = scatter::chart(&pair);
    let said = points.as_ref().map_or_else(|| headline::none(context), |points| headline::of_pair(&pair, points));
    let table = scatter::table(&pair, points.as_ref());
    let mut notes: Vec<String> = bars::note(context).into_iter().collect();
    notes.extend(points.iter().flat_map(|points| scatter::notes(&pair, points)));
    let chart = points.map(Chart::Scatter);
    if !pair.is_of_two() {
        return Some(whole(context, said, chart, table, Own::of(context, &[pair.across.period], notes)));
    }
    let [across, up] = pair.sides();
    // Each has the caption that it would have alone.
    let alone = context.resolved.of_contents(vec![across.content]);
    let one = caption::of(
        &Context { resolved: &alone, ..*context },
        chart.as_ref(),
        Own::of(context, &[across.period], notes),
    );
    let other = caption::of(&up.context, None, Own::of(context, &[up.period], Vec::new()));
    let names = pair.sides().map(|side| side.context.contents(side.content));
    let figure = whole(context, said, chart, table, Own::default());
    Some(Figure { caption: caption::of_both(one, other, names), ..figure })
}

/// Lines, or a stack.
fn through_time(context: &Context<'_>) -> Option<Chart> {
    match context.resolved.form.figure {
        FigureKind::Line => series::lines(context).map(Chart::Lines),
        _ => series::stack(context).map(Chart::Stack),
    }
}

/// What the caption has to say of such a figure alone.
fn own(context: &Context<'_>, chart: Option<&Chart>) -> Own {
    let figure = context.resolved.form.figure;
    let moments: Option<Vec<Period>> = match figure {
        FigureKind::Change => {
            Some(bars::change_periods(context).map_or_else(Vec::new, |(first, last)| vec![first, last]))
        }
        _ if figure.is_of_one_period() => Some(bars::ranked_period(context).into_iter().collect()),
        _ => None,
    };
    let mut notes: Vec<String> = arranged::note(context).into_iter().collect();
    notes.extend(apart(context, chart));
    notes.extend(bars::note(context));
    match chart {
        Some(Chart::Small(charts)) => notes.extend(small::notes(context, charts)),
        Some(Chart::Map(map)) => notes.extend(map::notes(context, map)),
        _ => {}
    }
    match moments {
        Some(moments) => Own::of(context, &moments, notes),
        None => Own { notes, ..Own::default() },
    }
}

/// How women and men are told apart, and whose bars are not there for that.
fn apart(context: &Context<'_>, chart: Option<&Chart>) -> Option<String> {
    let phrase = match chart {
        Some(Chart::Lines(_)) => Phrase {
            sv: "Heldragna linjer är kvinnor, prickade är män.",
            en: "Solid lines are women, dotted lines are men.",
        },
        Some(Chart::Bars(_)) if context.resolved.view.explores() => Phrase {
            sv: "Bara de valda områdena visas när kvinnor och män visas var för sig.",
            en: "Only the areas chosen are shown when women and men are shown apart.",
        },
        _ => return None,
    };
    context.resolved.is_apart().then(|| phrase.get(context.language).to_owned())
}

fn whole(context: &Context<'_>, said: Headline, chart: Option<Chart>, table: DataTable, own: Own) -> Figure {
    let is_empty = is_empty(&table);
    let kind = context.resolved.form.figure;
    let why = if is_empty {
        Some(NOTHING)
    } else if kind != FigureKind::Table && is_too_large(&table) {
        Some(TOO_LARGE)
    } else {
        (kind != FigureKind::Table && chart.is_none()).then_some(NOT_DRAWN)
    };
    let empty = why.map(|why| why.get(context.language).to_owned());
    // Where women and men are apart, what is said is of both already.
    let headline = if is_empty && !context.resolved.is_apart() { headline::none(context) } else { said };
    Figure {
        kind,
        headline,
        caption: caption::of(context, chart.as_ref(), own),
        chart: chart.filter(|_| empty.is_none()).map(Arc::new),
        table: Arc::new(table),
        empty,
    }
}

fn is_too_large(table: &DataTable) -> bool {
    let is_it = |value: f64| value.is_nan() || value.abs() > axis::LARGEST;
    table.rows.iter().any(|row| row.cells.iter().any(|cell| cell.value.is_ok_and(is_it)))
}

fn is_empty(table: &DataTable) -> bool {
    table.rows.iter().all(|row| row.cells.iter().all(|cell| cell.value.is_err()))
}
