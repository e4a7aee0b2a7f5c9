//! The kommuner of the län: work, unemployment, and what was last published
//! of their support, each from the table that holds it.

use super::super::Point;
use super::super::context::Context;
use super::{Kommun, link, sparkline};
use crate::measure::{Numbers, falling};
use crate::query::{AreaChoice, Place, View};
use crate::statistics::{AreaCode, AreaKind, Cell, Content, Language, Period, Phrase, Table};
use crate::text::{self, number};

pub(super) fn kommuner(context: &Context<'_>, bas: &Table, tables: &[Table], place: &Place) -> Vec<Kommun> {
    let language = context.language;
    let Some(&period) = bas.periods.last() else { return Vec::new() };
    let county = place.members.first().and_then(|area| area.county());
    let numbers = Numbers::of(bas);
    let rate = |content: Content, code: AreaCode, period: Period| {
        let value = numbers.level(content, &[code], period);
        percentage(value, bas.is_preliminary(period), language)
    };
    let list: Vec<Kommun> = bas
        .areas
        .iter()
        .copied()
        .filter(|code| code.kind() == AreaKind::Municipality && code.county() == county)
        .map(|code| Kommun {
            code,
            name: context.area(code),
            link: link(context, |to| {
                to.view = View::Compare;
                to.table = Some(bas.id.clone());
                to.areas = vec![AreaChoice::Area(code), AreaChoice::Area(AreaCode::Country)];
            }),
            sparkline: sparkline(language, &bas.periods, |period| rate(Content::EmploymentRate, code, period)),
            employment: rate(Content::EmploymentRate, code, period),
            unemployment: rate(Content::UnemploymentRate, code, period),
            support: last_published(tables, code, language),
        })
        .collect();
    let values: Vec<Cell> = list.iter().map(|kommun| kommun.employment.value).collect();
    falling(&values).into_iter().map(|at| list[at].clone()).collect()
}

fn percentage(value: Cell, preliminary: bool, language: Language) -> Point {
    let text = match value {
        Ok(value) => number::per_cent(value, 1, language),
        Err(reason) => reason.symbol().to_owned(),
    };
    Point { value, text, preliminary }
}

/// The newest share of support that any table has for a kommun.
pub(super) fn last_published(tables: &[Table], code: AreaCode, language: Language) -> Option<(Point, String)> {
    let newest = |table: &Table| {
        let share = |period: &Period| {
            let value = Numbers::of(table).share(Content::Total, &[code], *period).ok()?;
            Some((*period, percentage(Ok(value), table.is_preliminary(*period), language)))
        };
        (table.areas.contains(&code) && table.has(Content::Total))
            .then(|| table.periods.iter().rev().find_map(share))?
    };
    let found = tables.iter().filter_map(newest).max_by_key(|(period, _)| period.last_month());
    found.map(|(period, point)| (point, text::period::name(period, language)))
}

pub(super) fn kommuner_caption(bas: &Table, language: Language) -> String {
    let when = bas.periods.last().map(|&period| text::period::name(period, language)).unwrap_or_default();
    let first = bas.periods.first().map_or(0, |period| period.year());
    let source = [&bas.source.agency, " ", bas.source.statistic.get(language), " (", &bas.source.table, ")"].concat();
    Phrase {
        sv: "Andel i arbete och arbetslöshet i {0}, 20–\u{2060}64\u{a0}år; linjen visar andelen i arbete sedan {1}, varje kommun på sin egen skala. Källa: {2}. Samhällsstöd: senast publicerade halvår, äldre version av tabellen. Sorterat efter andel i arbete.",
        en: "Share in work and unemployment in {0}, aged 20–\u{2060}64; the line shows the share in work since {1}, each kommun on its own scale. Source: {2}. Public support: the latest published half-year, an older version of the table. Sorted by share in work.",
    }
    .fill(language, &[&when, &number::plain(first), &source])
}
