//! The numbers of a figure as a table: the same numbers and words as the chart.

use super::bars::ranked_period;
use super::context::Context;
use super::names::part_name;
use super::series::{drawn, name, shown_periods, total};
use super::{BarChart, Column, ColumnKey, DataTable, Part, Point, Row, RowKey, SeriesKey, totals};
use crate::text::{self, number};
use faktabank_tables::measure::difference;
use faktabank_tables::query::{FigureKind, Measure, Place};
use faktabank_tables::statistics::{Content, Period, Phrase};

pub(super) const PERIOD: Phrase = Phrase { sv: "Period", en: "Period" };
pub(super) const AREA: Phrase = Phrase { sv: "Område", en: "Area" };
const CONTENTS: Phrase = Phrase { sv: "Innehåll", en: "Contents" };
const CHANGE: Phrase = Phrase { sv: "Förändring", en: "Change" };

/// One row a period, newest first; one column a series. Changes of counts
/// have two columns: the number and the per cent.
pub(super) fn of_periods(context: &Context<'_>) -> DataTable {
    let mut columns = Vec::new();
    for (place, content) in columns_of(context) {
        let (key, name) = (SeriesKey::of(place, content), name(context, place, content));
        if has_two_columns(context, content) {
            let column = |part: Part, decimals: usize| Column {
                key: ColumnKey::Series(key.clone(), Some(part)),
                name: [&name, ", ", part_name(part).get(context.language)].concat(),
                decimals,
            };
            columns.extend([column(Part::Number, content.decimals()), column(Part::PerCent, 1)]);
        } else {
            columns.push(Column { key: ColumnKey::Series(key, None), name, decimals: context.decimals(content) });
        }
    }
    let rows = shown_periods(context)
        .into_iter()
        .rev()
        .map(|period| Row {
            key: RowKey::Period(period),
            name: text::period::heading(period, context.language),
            cells: columns_of(context)
                .into_iter()
                .flat_map(|(place, content)| cells(context, place, content, period))
                .collect(),
        })
        .filter(|row: &Row| {
            row.cells.iter().any(|cell| cell.value.is_ok())
                || !row.key.period().is_some_and(|period| is_gap(context, period))
        })
        .collect();
    DataTable {
        caption: caption(context),
        units: units(context),
        period: None,
        stub: PERIOD.get(context.language).to_owned(),
        columns,
        rows,
        total: None,
        unreported: context.unreported(),
    }
}

/// The series of the chart; a stack of all parts also has their total. The sum of what
/// stands beside it comes first.
fn columns_of<'a>(context: &Context<'a>) -> Vec<(&'a Place, Content)> {
    let mut columns: Vec<(&Place, Content)> = drawn(context);
    columns.extend(total(context));
    if context.resolved.places.len() == 1 {
        columns.sort_by_key(|(_, content)| !content.is_total());
    }
    columns
}

/// A step between periods that the table itself does not have.
fn is_gap(context: &Context<'_>, period: Period) -> bool {
    period.resolution() == context.numbers.table.resolution() && !context.numbers.table.periods.contains(&period)
}

fn has_two_columns(context: &Context<'_>, content: Content) -> bool {
    context.resolved.what.measure == Measure::Change && !content.is_rate()
}

fn cells(context: &Context<'_>, place: &Place, content: Content, period: Period) -> Vec<Point> {
    let cell = context.point(content, place, period);
    if !has_two_columns(context, content) {
        return vec![cell];
    }
    let plain = |period| context.plain(content, place, period);
    let changed = plain(period).against(plain(period.years_before(1)), difference);
    let words = match changed.cell {
        Ok(value) => number::signed(value, content.decimals(), context.language),
        Err(reason) => reason.symbol().to_owned(),
    };
    vec![context.marked(changed, words, place, period), cell]
}

/// One row a bar, in the order of the chart.
pub(super) fn of_bars(context: &Context<'_>, bars: &BarChart) -> DataTable {
    let language = context.language;
    let column = match context.resolved.form.figure {
        FigureKind::Change => format!("{} {}", CHANGE.get(language), bars.period_name),
        _ => text::letters::capitalised(&bars.period_name),
    };
    // Changes are told in per cent or percentage points, whatever changed.
    let decimals = match context.resolved.form.figure {
        FigureKind::Change => 1,
        _ => context.decimals(context.resolved.what.contents[0]),
    };
    let stub = if context.resolved.what.contents.len() > 1 { CONTENTS } else { AREA };
    DataTable {
        caption: caption(context),
        units: units(context),
        // A change is from one period to another.
        period: ranked_period(context).filter(|_| context.resolved.form.figure != FigureKind::Change),
        stub: stub.get(language).to_owned(),
        unreported: context.unreported(),
        columns: vec![Column { key: ColumnKey::Measure(context.resolved.what.measure), name: column, decimals }],
        rows: bars
            .bars
            .iter()
            .map(|bar| Row {
                key: RowKey::Series(bar.key.clone()),
                name: bar.name.clone(),
                cells: vec![bar.point.clone()],
            })
            .collect(),
        total: totals::of_bars(context, bars),
    }
}

/// What the table shows: contents or area, and unit.
pub(super) fn caption(context: &Context<'_>) -> String {
    let resolved = context.resolved;
    let what = match (resolved.places.as_slice(), resolved.what.contents.as_slice()) {
        ([place], [content]) if resolved.beside.others.is_empty() && resolved.beside.behind.is_empty() => {
            [&context.contents(*content), ", ", &context.place_in_sentence(place)].concat()
        }
        ([place], [_, _, ..]) => context.place(place),
        (_, [content, ..]) => context.contents(*content),
        _ => String::new(),
    };
    [&what, ": ", &units(context)].concat()
}

/// What the numbers are in, and of whom where the units do not say it.
pub(super) fn units(context: &Context<'_>) -> String {
    [context.units(), context.persons_after_unit()].concat()
}
