//! The kommuner of the län: their share of a whole over time where the table
//! has it, else the rates of another topic with what was last published of that
//! share; each from the table that holds it.

use super::super::context::Context;
use super::super::{Point, Status};
use super::{Beside, Kommun, KommunList, link, sparkline, superseded};
use crate::text::{self, contents, letters, list, number};
use faktabank_tables::measure::{Numbers, descending_order};
use faktabank_tables::query::{AreaChoice, FigureKind, Measure, Place};
use faktabank_tables::snapshot::Edition;
use faktabank_tables::statistics::{AreaCode, Cell, Content, Language, Missing, Period, Phrase, Table};

/// The list for the län of a place, or of the members of a förbund or a group;
/// `None` where no table has them.
pub(super) fn kommuner(
    context: &Context<'_>,
    beside: Option<&Beside<'_>>,
    (edition, tables): (&Edition, &[Table]),
    place: &Place,
) -> Option<KommunList> {
    let county = place.members.first().and_then(|area| area.county())?;
    let members = place.code().is_none();
    let listed = |code: &AreaCode| {
        let near = if members { place.members.contains(code) } else { code.county() == Some(county) };
        near && code.is_municipality()
    };
    let whole = context.topic().whole().or_else(|| context.topic().catalogue().first_whole())?;
    let own = context.numbers.table;
    if own.has(whole) && own.areas.iter().filter(|code| listed(code)).count() > usize::from(!members) {
        let period = common_period(context, whole, &own.areas.iter().copied().filter(listed).collect::<Vec<_>>());
        let of = |code| by_share(context, beside, (whole, period), code);
        let rows: Vec<Kommun> = own.areas.iter().copied().filter(listed).map(of).collect();
        let line = (context.resolved.time.periods.len() > 1).then(|| contents::head(whole));
        let known = rows.iter().any(|row| row.share.as_ref().is_some_and(|(point, _)| point.value.is_ok()));
        let share = |row: &Kommun| row.share.as_ref().map_or(Err(Missing::NotAvailable), |(point, _)| point.value);
        return known.then(|| KommunList {
            caption: share_caption(context, whole, beside),
            line,
            map: map(context, place, own, (whole, Measure::Share)),
            ..list_of(rows, whole, beside, share)
        });
    }
    let beside = beside?;
    let rows: Vec<Kommun> = beside
        .table
        .areas
        .iter()
        .copied()
        .filter(listed)
        .map(|code| by_rates(context, beside, (whole, tables), code))
        .collect();
    let old =
        rows.iter().find_map(|row| Some((row.code, last_published(tables, whole, row.code, context.language)?.2)));
    let old = old.and_then(|(code, table)| superseded::revised(edition, tables, table, whole, code));
    let of_old = old.map(|old| old.told(context)).unwrap_or_default();
    let first = |row: &Kommun| row.beside.first().map_or(Err(Missing::NotAvailable), |it| it.value);
    (!rows.is_empty()).then(|| KommunList {
        caption: [rates_caption(beside, &rows, context.language), of_old].concat(),
        line: Some(contents::head(beside.first)),
        map: map(context, place, beside.table, (beside.first, Measure::Count)),
        ..list_of(rows, whole, Some(beside), first)
    })
}

/// The map that shows what the list is sorted by.
fn map(context: &Context<'_>, place: &Place, table: &Table, (content, measure): (Content, Measure)) -> String {
    link(context, |to| {
        to.table = Some(table.id.clone());
        to.figure = Some(FigureKind::Map);
        to.areas = vec![place.choice.clone()];
        to.contents = vec![content.to_code()];
        to.measure = (measure != Measure::Count).then_some(measure);
    })
}

/// The rows in order, and what their columns are.
fn list_of(rows: Vec<Kommun>, whole: Content, beside: Option<&Beside<'_>>, by: impl Fn(&Kommun) -> Cell) -> KommunList {
    let values: Vec<Cell> = rows.iter().map(by).collect();
    let rows: Vec<Kommun> = descending_order(&values).into_iter().map(|at| rows[at].clone()).collect();
    let beside = beside.filter(|_| rows.iter().any(|row| !row.beside.is_empty()));
    KommunList {
        caption: String::new(),
        line: None,
        map: String::new(),
        beside: beside.into_iter().flat_map(Beside::contents).map(contents::head).collect(),
        head: contents::head(whole),
        rows,
    }
}

/// The newest period in which most of these kommuner have a share: numbers of several
/// periods are not set in one column.
fn common_period(context: &Context<'_>, whole: Content, all: &[AreaCode]) -> Option<Period> {
    let has =
        |period: Period| all.iter().filter(move |code| context.numbers.share(whole, &[**code], period).cell.is_ok());
    let mut newest = context.resolved.time.periods.iter().rev().copied();
    newest.find(|&period| 2 * has(period).count() > all.len()).or(context.resolved.time.periods.last().copied())
}

/// A kommun by its share of the whole, from the table of the figure itself.
fn by_share(
    context: &Context<'_>,
    beside: Option<&Beside<'_>>,
    (whole, period): (Content, Option<Period>),
    code: AreaCode,
) -> Kommun {
    let language = context.language;
    let place = Place::of(code);
    let periods = &context.resolved.time.periods;
    let share = |period: Period| {
        let share = context.numbers.share(whole, &place.members, period);
        context.marked(share, percentage(share.cell, language), &place, period)
    };
    let beside = beside.filter(|beside| beside.table.areas.contains(&code));
    Kommun {
        code,
        name: context.area(code),
        link: link(context, |to| {
            to.view = None;
            to.areas = vec![AreaChoice::Area(code)];
        }),
        sparkline: sparkline(language, periods, share),
        beside: beside.map_or_else(Vec::new, |beside| newest_rates(beside, code, language)),
        share: period.map(|period| (share(period), text::period::name(period, language))),
    }
}

/// A kommun by the rates of another topic, from their table.
fn by_rates(
    context: &Context<'_>,
    beside: &Beside<'_>,
    (whole, tables): (Content, &[Table]),
    code: AreaCode,
) -> Kommun {
    let language = context.language;
    Kommun {
        code,
        name: context.area(code),
        link: link(context, |to| {
            to.view = None;
            to.areas = vec![AreaChoice::Area(code)];
        }),
        sparkline: sparkline(language, &beside.table.periods, |period| {
            rate(beside.table, beside.first, code, period, language)
        }),
        beside: newest_rates(beside, code, language),
        share: last_published(tables, whole, code, language).map(|(point, period, _)| (point, period)),
    }
}

fn newest_rates(beside: &Beside<'_>, code: AreaCode, language: Language) -> Vec<Point> {
    let Some(&period) = beside.table.periods.last() else { return Vec::new() };
    beside.contents().map(|content| rate(beside.table, content, code, period, language)).collect()
}

fn rate(table: &Table, content: Content, code: AreaCode, period: Period, language: Language) -> Point {
    plain(table, Numbers::of(table).level(content, &[code], period).cell, period, language)
}

/// A share of a table beside the figure's own: nothing there is understated,
/// since these tables hold no month that was not reported.
fn plain(table: &Table, value: Cell, period: Period, language: Language) -> Point {
    let note = value.err().map(|reason| text::lack::reason(reason).get(language).to_owned()).unwrap_or_default();
    Point { status: Status::of(table, period), note, ..Point::plain(value, percentage(value, language)) }
}

fn percentage(value: Cell, language: Language) -> String {
    match value {
        Ok(value) => number::per_cent(value, 1, language),
        Err(reason) => reason.symbol().to_owned(),
    }
}

/// The newest share of a whole that any table has for a kommun.
pub(super) fn last_published(
    tables: &[Table],
    whole: Content,
    code: AreaCode,
    language: Language,
) -> Option<(Point, String, &Table)> {
    let newest = |table| {
        let table: &Table = table;
        let share = |period: &Period| {
            let value = Numbers::of(table).share(whole, &[code], *period).whole()?;
            Some((*period, plain(table, Ok(value), *period, language), table))
        };
        (table.areas.contains(&code) && table.has(whole)).then(|| table.periods.iter().rev().find_map(share))?
    };
    let found = tables.iter().filter_map(newest).max_by_key(|(period, ..)| period.last_month());
    found.map(|(period, point, table)| (point, text::period::name(period, language), table))
}

fn source(table: &Table, language: Language) -> String {
    let source = &table.source;
    let id = if source.table.is_empty() { String::new() } else { [" (", &source.table, ")"].concat() };
    [&source.agency, " ", source.statistic.get(language), &id].concat()
}

/// What is to be known of the last column, if any kommun has a number in it: one period
/// or several, which are then not to be compared.
fn of_shares(rows: &[Kommun], language: Language) -> &'static str {
    let mut periods: Vec<&String> = rows.iter().filter_map(|row| Some(&row.share.as_ref()?.1)).collect();
    periods.sort();
    periods.dedup();
    if periods.len() < 2 {
        return "";
    }
    Phrase {
        sv: " Andelarna i sista kolumnen är av olika perioder, som står vid varje tal, och går inte att jämföra med varandra.",
        en: " The shares in the last column are of different periods, which stand by each number, and cannot be compared with each other.",
    }
    .get(language)
}

fn rates_caption(beside: &Beside<'_>, rows: &[Kommun], language: Language) -> String {
    let table = beside.table;
    let when = table.periods.last().map(|&period| text::period::name(period, language)).unwrap_or_default();
    let first = table.periods.first().map_or(0, |period| period.year());
    let nouns: Vec<String> = beside.contents().map(|content| contents::noun(content, language)).collect();
    Phrase {
        sv: "{3} i {0}, 20–\u{2060}64\u{a0}år; linjen visar {4} sedan {1}, varje kommun på sin egen skala. Källa: {2}. Sorterat efter {6}.{5}",
        en: "{3} in {0}, aged 20–\u{2060}64; the line shows {4} since {1}, each municipality on its own scale. Source: {2}. Sorted by {6}.{5}",
    }
    .fill(
        language,
        &[
            &when,
            &number::plain(first),
            &source(table, language),
            &letters::capitalised(&list::and(&nouns, language)),
            &contents::noun_definite(beside.first, language),
            of_shares(rows, language),
            &contents::sorted_by(beside.first, language),
        ],
    )
}

fn share_caption(context: &Context<'_>, whole: Content, beside: Option<&Beside<'_>>) -> String {
    let language = context.language;
    let first = context.resolved.time.periods.first().map_or(0, |period| period.year());
    let own = source(context.numbers.table, language);
    let line = context.say(
        "; linjen visar andelen sedan {0}, varje kommun på sin egen skala",
        "; the line shows the share since {0}, each municipality on its own scale",
        &[&number::plain(first)],
    );
    let share = letters::capitalised(&contents::share_of_whom(whole, &context.population(), language));
    let line = if context.resolved.time.periods.len() > 1 { &line } else { "" };
    let caption = context.say(
        "{0}{1}. Källa: {2}. Sorterat efter {3}.",
        "{0}{1}. Source: {2}. Sorted by {3}.",
        &[&share, line, &own, &contents::sorted_by(whole, language)],
    );
    let Some(beside) = beside else { return caption };
    let when = beside.table.periods.last().map(|&period| text::period::name(period, language)).unwrap_or_default();
    let head = |content| letters::uncapitalised(contents::head(content).get(language));
    let heads = letters::capitalised(&list::and(&beside.contents().map(head).collect::<Vec<_>>(), language));
    let rates = context.say(" {2}: {0}, {1}.", " {2}: {0}, {1}.", &[&when, &source(beside.table, language), &heads]);
    [caption, rates].concat()
}
