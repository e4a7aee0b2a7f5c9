//! The parts of a whole and their sum as a table: now, a year before and at the
//! start, with the change, and as shares beside those of the län and riket.

use super::super::context::Context;
use super::super::headline::Trend;
use super::super::wholes::with_wholes;
use super::super::{Column, ColumnKey, DataTable, Point, Row, RowKey};
use super::{Support, column_name, signed};
use crate::text::{self, number, ui};
use faktabank_tables::measure::{Number, difference, per_cent_change};
use faktabank_tables::query::Place;
use faktabank_tables::statistics::{Content, Period};

/// The parts; `None` where the area has no number of them. `apart` where
/// they are of another table than the figure.
pub(super) fn support(context: &Context<'_>, apart: bool) -> Option<Support> {
    let place = &context.resolved.places[0];
    let topic = context.topic();
    let total = topic.whole()?;
    let trend = Trend::of(context, place, total)?;
    let now = newest_of_all(context, place).unwrap_or(trend.now.0);
    let known = |period: &Period| context.plain(total, place, *period).cell.is_ok();
    let before = Some(now.years_before(1)).filter(known);
    let start = trend.start.map(|it| it.0).filter(|start| before.is_none_or(|before| before > *start) && *start < now);
    let mut wholes = with_wholes(context, place);
    let when = text::period::name(now, context.language);
    let preliminary =
        if context.is_preliminary(now) { context.say_word(" (preliminärt)", " (preliminary)") } else { "" };
    let title = [topic.title().get(context.language), ", ", &when, preliminary].concat();
    let table = &context.numbers.table;
    let source = [
        &table.source.agency,
        ", ",
        table.source.statistic.get(context.language),
        ", ",
        table.source.read_from.get(context.language),
    ]
    .concat();
    let exactness = table.exactness.label.get(context.language);
    let source = if exactness.is_empty() { source } else { [&source, ": ", exactness].concat() };
    let mut contents = context.resolved.what.contents.clone();
    contents.push(total);
    // Nothing is known of a place whose every share is missing.
    let has_share = |whole: &Place| {
        contents.iter().any(|&content| context.numbers.share(content, &whole.members, now).cell.is_ok())
    };
    wholes.retain(has_share);
    let rows = contents.iter().map(|&content| row(context, content, &wholes, now, before, start)).collect();
    let columns = columns(context, &wholes, now, before, start);
    let counted = text::letters::capitalised(text::contents::counted(total, context.language));
    let component = topic.word("component");
    Some(Support {
        lead: if apart { trend.headline(context).lead } else { String::new() },
        table: DataTable {
            caption: context.say(
                "{2} i {0}, och andelar av {1}.",
                "{2} in {0}, and shares of {1}.",
                &[&context.place_in_sentence(place), &context.population(), &counted],
            ),
            units: text::contents::counted(total, context.language).to_owned(),
            period: None,
            stub: component
                .map_or_else(|| ui::INDICATOR.get(context.language), |it| it.get(context.language))
                .to_owned(),
            columns,
            rows,
            total: None,
            unreported: context.unreported(),
        },
        source: if apart { source } else { String::new() },
        title,
    })
}

/// The newest period in which each benefit has a number: a sum alone may be
/// published before its parts.
fn newest_of_all(context: &Context<'_>, place: &Place) -> Option<Period> {
    let all = |period: &&Period| {
        context.resolved.what.contents.iter().all(|&content| context.plain(content, place, **period).cell.is_ok())
    };
    context.resolved.time.periods.iter().rev().find(all).copied()
}

fn columns(
    context: &Context<'_>,
    wholes: &[Place],
    now: Period,
    before: Option<Period>,
    start: Option<Period>,
) -> Vec<Column> {
    let column = |key: ColumnKey, name: String, decimals| Column { key, name, decimals };
    let year = context.say_word("På ett år", "Over a year").to_owned();
    let since = |start: Period| context.say("Sedan {0}", "Since {0}", &[&number::plain(start.year())]);
    let mut columns = vec![column(ColumnKey::Period(now), column_name(context, now), 0)];
    columns.extend(before.map(|before| column(ColumnKey::Period(before), column_name(context, before), 0)));
    columns.extend(before.map(|_| column(ColumnKey::OverYear, year, 0)));
    columns.extend(start.map(|start| column(ColumnKey::Period(start), column_name(context, start), 0)));
    columns.extend(start.map(|start| column(ColumnKey::SinceStart, since(start), 1)));
    let own = &context.resolved.places[0];
    columns.extend(wholes.iter().map(|place| {
        if place == own {
            return column(ColumnKey::Share, context.say_word("Andel", "Share").to_owned(), 1);
        }
        let name = context.say("Andel, {0}", "Share, {0}", &[&context.place_in_sentence(place)]);
        column(place.code().map_or(ColumnKey::Share, ColumnKey::ShareIn), name, 1)
    }));
    columns
}

fn row(
    context: &Context<'_>,
    content: Content,
    wholes: &[Place],
    now: Period,
    before: Option<Period>,
    start: Option<Period>,
) -> Row {
    let place = &context.resolved.places[0];
    let level = |period: Period| context.numbers.level(content, &place.members, period);
    let point = |number: Number, words: fn(&Context<'_>, f64) -> String, place: &Place| {
        let text = number.cell.map_or_else(|reason| reason.symbol().to_owned(), |value| words(context, value));
        context.marked(number, text, place, now)
    };
    let count = |period: Period| -> Point {
        let number = level(period);
        let text = context.words(content, number.cell);
        context.marked(number, text, place, period)
    };
    let mut cells = vec![count(now)];
    cells.extend(before.map(count));
    cells.extend(before.map(|before| point(level(now).against(level(before), difference), signed, place)));
    cells.extend(start.map(count));
    let per_cent = |context: &Context<'_>, value: f64| number::signed_per_cent(value, 1, context.language);
    cells.extend(start.map(|start| point(level(now).against(level(start), per_cent_change), per_cent, place)));
    let share = |context: &Context<'_>, value: f64| number::per_cent(value, 1, context.language);
    cells.extend(wholes.iter().map(|place| point(context.numbers.share(content, &place.members, now), share, place)));
    Row { key: RowKey::Content(content), name: context.contents(content), cells }
}
