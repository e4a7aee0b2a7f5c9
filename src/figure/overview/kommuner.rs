//! The kommuner of the län: their share of support over time where the table
//! has it, else their work with what was last published of support; each from
//! the table that holds it.

use super::super::Point;
use super::super::context::Context;
use super::{Kommun, KommunList, link, sparkline};
use crate::measure::{Numbers, falling};
use crate::query::{AreaChoice, FigureKind, Measure, Place, View};
use crate::statistics::{AreaCode, Cell, Content, Language, Missing, Period, Phrase, Table};
use crate::text::{self, number};

/// The list for the län of a place, or of the members of a förbund or a group;
/// `None` where no table has them.
pub(super) fn kommuner(
    context: &Context<'_>,
    bas: Option<&Table>,
    tables: &[Table],
    place: &Place,
) -> Option<KommunList> {
    let county = place.members.first().and_then(|area| area.county())?;
    let members = place.code().is_none();
    let listed = |code: &AreaCode| {
        let near = if members { place.members.contains(code) } else { code.county() == Some(county) };
        near && code.is_municipality()
    };
    let own = context.numbers.table;
    if own.has(Content::Total) && own.areas.iter().filter(|code| listed(code)).count() > usize::from(!members) {
        let rows: Vec<Kommun> =
            own.areas.iter().copied().filter(listed).map(|code| supported(context, bas, code)).collect();
        let line = (context.resolved.periods.len() > 1).then_some(SUPPORT_OVER_TIME);
        let known = rows.iter().any(|row| row.support.is_some());
        return known.then(|| {
            let map = map(context, place, own, (Content::Total, Measure::Share));
            list(rows, support_caption(context, bas), (line, map), |row| match &row.support {
                Some((point, _)) => point.value,
                None => Err(Missing::NotAvailable),
            })
        });
    }
    let bas = bas?;
    let rows: Vec<Kommun> =
        bas.areas.iter().copied().filter(listed).map(|code| working(context, bas, tables, code)).collect();
    let by_work = |row: &Kommun| row.employment.as_ref().map_or(Err(Missing::NotAvailable), |it| it.value);
    let map = map(context, place, bas, (Content::EmploymentRate, Measure::Count));
    (!rows.is_empty()).then(|| list(rows, work_caption(bas, context.language), (Some(WORK_OVER_TIME), map), by_work))
}

/// Over the small lines.
const SUPPORT_OVER_TIME: Phrase = Phrase { sv: "Stöd över tid", en: "Support over time" };
const WORK_OVER_TIME: Phrase = Phrase { sv: "I arbete över tid", en: "In work over time" };

/// The map that shows what the list is sorted by.
fn map(context: &Context<'_>, place: &Place, table: &Table, (content, measure): (Content, Measure)) -> String {
    link(context, |to| {
        to.table = Some(table.id.clone());
        to.figure = Some(FigureKind::Map);
        to.areas = vec![place.choice.clone()];
        to.contents = vec![content];
        to.measure = (measure != Measure::Count).then_some(measure);
    })
}

fn list(
    rows: Vec<Kommun>,
    caption: String,
    (line, map): (Option<Phrase>, String),
    by: impl Fn(&Kommun) -> Cell,
) -> KommunList {
    let values: Vec<Cell> = rows.iter().map(by).collect();
    let rows: Vec<Kommun> = falling(&values).into_iter().map(|at| rows[at].clone()).collect();
    let work = rows.iter().any(|row| row.employment.is_some());
    KommunList { caption, line, map, work, rows }
}

/// A kommun by its share of support, from the table of the figure itself.
fn supported(context: &Context<'_>, bas: Option<&Table>, code: AreaCode) -> Kommun {
    let language = context.language;
    let place = Place::of(code);
    let periods = &context.resolved.periods;
    let share = |period: Period| {
        let share = context.numbers.share(Content::Total, &place.members, period);
        context.marked(share, percentage(share.cell, language), &place, period)
    };
    let has_value = |period: &&Period| context.numbers.share(Content::Total, &place.members, **period).cell.is_ok();
    let newest = periods.iter().rev().find(has_value);
    let bas = bas.filter(|bas| bas.areas.contains(&code));
    let work = |content| bas.and_then(|bas| Some(rate(bas, content, code, *bas.periods.last()?, language)));
    Kommun {
        code,
        name: context.area(code),
        link: link(context, |to| {
            to.view = None;
            to.areas = vec![AreaChoice::Area(code)];
        }),
        sparkline: sparkline(language, periods, share),
        employment: work(Content::EmploymentRate),
        unemployment: work(Content::UnemploymentRate),
        support: newest.map(|&period| (share(period), text::period::name(period, language))),
    }
}

/// A kommun by its work, from BAS.
fn working(context: &Context<'_>, bas: &Table, tables: &[Table], code: AreaCode) -> Kommun {
    let language = context.language;
    let rate_in = |content: Content, period: Period| rate(bas, content, code, period, language);
    let newest = |content| bas.periods.last().map(|&period| rate_in(content, period));
    Kommun {
        code,
        name: context.area(code),
        link: link(context, |to| {
            to.view = Some(View::Sheet);
            to.areas = vec![AreaChoice::Area(code)];
        }),
        sparkline: sparkline(language, &bas.periods, |period| rate_in(Content::EmploymentRate, period)),
        employment: newest(Content::EmploymentRate),
        unemployment: newest(Content::UnemploymentRate),
        support: last_published(tables, code, language),
    }
}

fn rate(bas: &Table, content: Content, code: AreaCode, period: Period, language: Language) -> Point {
    plain(bas, Numbers::of(bas).level(content, &[code], period).cell, period, language)
}

/// A share of a table beside the figure's own: nothing there is understated,
/// since these tables hold no month that was not reported.
fn plain(table: &Table, value: Cell, period: Period, language: Language) -> Point {
    let note = value.err().map(|reason| text::lack::reason(reason).get(language).to_owned()).unwrap_or_default();
    let preliminary = table.is_preliminary(period);
    Point { preliminary, note, ..Point::plain(value, percentage(value, language)) }
}

fn percentage(value: Cell, language: Language) -> String {
    match value {
        Ok(value) => number::per_cent(value, 1, language),
        Err(reason) => reason.symbol().to_owned(),
    }
}

/// The newest share of support that any table has for a kommun.
pub(super) fn last_published(tables: &[Table], code: AreaCode, language: Language) -> Option<(Point, String)> {
    let newest = |table: &Table| {
        let share = |period: &Period| {
            let value = Numbers::of(table).share(Content::Total, &[code], *period).whole()?;
            Some((*period, plain(table, Ok(value), *period, language)))
        };
        (table.areas.contains(&code) && table.has(Content::Total))
            .then(|| table.periods.iter().rev().find_map(share))?
    };
    let found = tables.iter().filter_map(newest).max_by_key(|(period, _)| period.last_month());
    found.map(|(period, point)| (point, text::period::name(period, language)))
}

fn source(table: &Table, language: Language) -> String {
    let source = &table.source;
    let id = if source.table.is_empty() { String::new() } else { [" (", &source.table, ")"].concat() };
    [&source.agency, " ", source.statistic.get(language), &id].concat()
}

fn work_caption(bas: &Table, language: Language) -> String {
    let when = bas.periods.last().map(|&period| text::period::name(period, language)).unwrap_or_default();
    let first = bas.periods.first().map_or(0, |period| period.year());
    Phrase {
        sv: "Andel i arbete och arbetslöshet i {0}, 20–\u{2060}64\u{a0}år; linjen visar andelen i arbete sedan {1}, varje kommun på sin egen skala. Källa: {2}. Samhällsstöd: senast publicerade halvår, äldre version av tabellen. Sorterat efter andel i arbete.",
        en: "Share in work and unemployment in {0}, aged 20–\u{2060}64; the line shows the share in work since {1}, each municipality on its own scale. Source: {2}. Public support: the latest published half-year, an older version of the table. Sorted by share in work.",
    }
    .fill(language, &[&when, &number::plain(first), &source(bas, language)])
}

fn support_caption(context: &Context<'_>, bas: Option<&Table>) -> String {
    let language = context.language;
    let first = context.resolved.periods.first().map_or(0, |period| period.year());
    let own = source(context.numbers.table, language);
    let line = context.say(
        "; linjen visar andelen sedan {0}, varje kommun på sin egen skala",
        "; the line shows the share since {0}, each municipality on its own scale",
        &[&number::plain(first)],
    );
    let caption = context.say(
        "Andel av {0} som försörjs av samhällets stöd{1}. Källa: {2}. Sorterat efter andel med stöd.",
        "Share of {0} supported by public benefits{1}. Source: {2}. Sorted by share of support.",
        &[&context.population(), if context.resolved.periods.len() > 1 { &line } else { "" }, &own],
    );
    let Some(bas) = bas else { return caption };
    let when = bas.periods.last().map(|&period| text::period::name(period, language)).unwrap_or_default();
    let work = context.say(
        " I arbete och arbetslösa: {0}, {1}.",
        " In work and unemployed: {0}, {1}.",
        &[&when, &source(bas, language)],
    );
    [caption, work].concat()
}
