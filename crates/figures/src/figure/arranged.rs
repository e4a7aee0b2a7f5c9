//! Bars in the order that the reader asked for, and the few of many that are
//! looked for. What a bar says does not change with its place.

use super::bars::{ranked_period, rows};
use super::context::Context;
use super::{Bar, BarChart, Chart, Column, ColumnKey, DataTable, Point, SeriesKey, Tone};
use crate::text::{letters, number};
use faktabank_tables::measure::{descending_order, difference, per_cent_change};
use faktabank_tables::query::{Order, Place};
use faktabank_tables::statistics::{AreaCode, Cell, Content, Missing};

/// From so many bars on they are numbered, looked for and scrolled.
pub const MANY: usize = 30;

/// The bars of a ranking, which come largest first, in the order asked for.
pub(super) fn arranged(context: &Context<'_>, chart: Chart) -> Chart {
    let Chart::Bars(chart) = chart else { return chart };
    let order = match context.resolved.form.order {
        Order::Value => return Chart::Bars(chart),
        Order::Name => by_name(&chart.bars),
        Order::Change => by_change(context, &chart.bars),
    };
    let bars = order.into_iter().filter_map(|at| chart.bars.get(at).cloned()).collect();
    Chart::Bars(BarChart { bars, ..chart })
}

/// In what order the bars stand, where there are many, or that is not by their length.
pub(super) fn note(context: &Context<'_>) -> Option<String> {
    let is_ranking = context.resolved.form.figure.is_of_bars() && context.resolved.what.contents.len() == 1;
    let is_long = is_ranking && context.resolved.beside.others.len() > 1;
    let note = match context.resolved.form.order {
        Order::Value if !is_long => return None,
        Order::Value => context.say_word("Ordnat från högst till lägst.", "In order from highest to lowest."),
        Order::Name => context.say_word("Ordnat efter namn.", "In the order of names."),
        Order::Change => context.say_word(
            "Ordnat efter förändringen på ett år, största ökningen först.",
            "In the order of change over a year, largest rise first.",
        ),
    };
    Some(note.to_owned())
}

fn by_name(bars: &[Bar]) -> Vec<usize> {
    let names: Vec<String> = bars.iter().map(|bar| letters::ordered(&bar.name)).collect();
    let mut order: Vec<usize> = Vec::with_capacity(bars.len());
    for (at, name) in names.iter().enumerate() {
        order.insert(order.partition_point(|&other| names[other] <= *name), at);
    }
    order
}

/// By the change against the same season a year before: the largest rise first.
fn by_change(context: &Context<'_>, bars: &[Bar]) -> Vec<usize> {
    let changes = changes(context);
    let change = |bar: &Bar| found(&changes, &bar.key).map_or(Err(Missing::NotAvailable), |point| point.value);
    descending_order(&bars.iter().map(change).collect::<Vec<_>>())
}

fn found<'a>(changes: &'a [(SeriesKey, Point)], key: &SeriesKey) -> Option<&'a Point> {
    changes.iter().find(|(other, _)| other == key).map(|(_, point)| point)
}

/// The change of each bar over a year, by its key.
fn changes(context: &Context<'_>) -> Vec<(SeriesKey, Point)> {
    let Some(period) = ranked_period(context) else { return Vec::new() };
    let language = context.language;
    let change = |(place, content, _): (Place, Content, Tone)| {
        let in_points = context.in_per_cent(content);
        let compare = if in_points { difference } else { per_cent_change };
        let plain = |period| context.plain(content, &place, period);
        let change = plain(period).against(plain(period.years_before(1)), compare);
        let text = match change.cell {
            Ok(value) if in_points => number::signed(value, 1, language),
            Ok(value) => number::signed_per_cent(value, 1, language),
            Err(reason) => reason.symbol().to_owned(),
        };
        (SeriesKey::of(&place, content), context.marked(change, text, &place, period))
    };
    rows(context).into_iter().map(change).collect()
}

/// The table of bars that are ordered by their change shows that change too.
pub(super) fn with_changes(context: &Context<'_>, table: DataTable) -> DataTable {
    if context.resolved.form.order != Order::Change {
        return table;
    }
    let changes = changes(context);
    let name = if context.in_per_cent(context.resolved.what.contents[0]) {
        context.say_word("På ett år, procentenheter", "Over a year, percentage points")
    } else {
        context.say_word("På ett år", "Over a year")
    };
    let mut table = table;
    table.columns.push(Column { key: ColumnKey::Change, name: name.to_owned(), decimals: 1 });
    for row in &mut table.rows {
        row.cells.extend(row.key.series().and_then(|key| found(&changes, key)).cloned());
    }
    table
}

/// Of many bars those whose name is looked for, and always those chosen and
/// riket; no more than `most`. Kommuner are numbered by their place among
/// all of them, by value, whatever the order.
pub fn narrowed(chart: &BarChart, sought: &str, most: usize) -> BarChart {
    let sought = letters::ordered(sought.trim());
    let mut room = most.saturating_sub(chart.bars.iter().filter(|bar| stands_out(bar)).count());
    numbered(chart, |_, bar| {
        let found = room > 0 && (sought.is_empty() || letters::ordered(&bar.name).contains(&sought));
        room -= usize::from(found && !stands_out(bar));
        found
    })
}

/// Of many bars so many at either end, and always those chosen and riket, each
/// with its number: what fits on paper.
pub fn ends(chart: &BarChart, each: usize) -> BarChart {
    let last = chart.bars.len().saturating_sub(each);
    numbered(chart, |at, _| at < each || at >= last)
}

/// The places of cells among those with a value, from the highest; those alike
/// share the first of theirs. One that is alone has none.
fn places(cells: &[Cell]) -> Vec<Option<usize>> {
    let mut places = vec![None; cells.len()];
    let known: Vec<usize> = descending_order(cells).into_iter().filter(|&at| cells[at].is_ok()).collect();
    let mut place = 1;
    for (nth, &at) in known.iter().enumerate().filter(|_| known.len() > 1) {
        if nth > 0 && cells[at] != cells[known[nth - 1]] {
            place = nth + 1;
        }
        places[at] = Some(place);
    }
    places
}

/// Bars that are kept, and those chosen and riket, under their numbers.
fn numbered(chart: &BarChart, mut keep: impl FnMut(usize, &Bar) -> bool) -> BarChart {
    let kommuner: Vec<Cell> = chart
        .bars
        .iter()
        .map(|bar| if is_kommun(bar) { bar.point.value } else { Err(Missing::NotAvailable) })
        .collect();
    let places = places(&kommuner);
    let mut bars = Vec::new();
    for (at, (bar, place)) in chart.bars.iter().zip(places).enumerate() {
        if keep(at, bar) || stands_out(bar) {
            let place = place.map(|place| [&number::count(place), ". "].concat());
            let name = [place.as_deref().unwrap_or(""), &bar.name].concat();
            bars.push(Bar { name, ..bar.clone() });
        }
    }
    BarChart { bars, period_name: chart.period_name.clone(), axis: chart.axis.clone() }
}

fn stands_out(bar: &Bar) -> bool {
    bar.tone != Tone::Context
}

fn is_kommun(bar: &Bar) -> bool {
    bar.key.area().is_some_and(AreaCode::is_municipality)
}

#[cfg(test)]
mod tests {
    use super::super::Axis;
    use super::*;

    fn chart() -> BarChart {
        let topics = include_bytes!("../../../../data/topics.json");
        let catalogue = faktabank_tables::snapshot::read_topics(topics).expect("a catalogue");
        let content = catalogue.contents().next().expect("a contents");
        let bar = |code: &str, name: &str, value, tone| Bar {
            key: SeriesKey::of(&Place::of(AreaCode::from_code(code).expect("a code")), content),
            name: name.to_owned(),
            tone,
            point: Point::plain(Ok(value), String::new()),
        };
        let bars = vec![
            bar("2321", "Åre", 9.0, Tone::Context),
            bar("2080", "Falun", 8.0, Tone::Chosen(0)),
            bar("1784", "Arvika", 8.0, Tone::Context),
            bar("00", "Riket", 7.0, Tone::Country),
            bar("1880", "Örebro", 6.0, Tone::Context),
        ];
        BarChart { period_name: String::new(), bars, axis: Axis { min: 0.0, max: 1.0, ticks: Vec::new() } }
    }

    fn names(chart: BarChart) -> Vec<String> {
        chart.bars.into_iter().map(|bar| bar.name).collect()
    }

    #[track_caller]
    fn check(sought: &str, most: usize, expected: &[&str]) {
        assert_eq!(names(narrowed(&chart(), sought, most)), expected, "{sought:?}");
    }

    #[test]
    fn few_of_many_keep_their_places() {
        check("", 9, &["1. Åre", "2. Falun", "2. Arvika", "Riket", "4. Örebro"]);
        check(" ÅR", 9, &["1. Åre", "2. Falun", "Riket"]);
        check("ö", 9, &["2. Falun", "Riket", "4. Örebro"]);
        check("x", 9, &["2. Falun", "Riket"]);
        check("", 3, &["1. Åre", "2. Falun", "Riket"]);
        assert_eq!(names(ends(&chart(), 1)), ["1. Åre", "2. Falun", "Riket", "4. Örebro"]);
    }
}
