//! Two contents that are set against each other, where the second is of another
//! table: which table that is, and which of its periods belong to those of the
//! first. [`super::resolve`] leaves this open, since most pages never ask for it.

use super::offer::{contents_of, measures_of, pair_of, periods_at, sets_against};
use super::{FigureKind, Measure, Notice, Parameter, Resolved, Time, What};
use crate::snapshot::{Edition, TableEntry};
use crate::statistics::{AreaCode, Content, Period, Topic};
use std::sync::Arc;

/// Fewest kommuner that two tables must both hold to be set against each other.
const FEWEST: usize = 2;

/// Why a contents cannot be set against another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmatched {
    /// No table of the edition has it for the same kommuner.
    Nowhere,
    /// No period of it is one of the other.
    NoPeriod,
    /// None of those asked for; others are shown.
    NotThen,
}

/// A resolved selection, its two contents each with a table: what is open is found,
/// what cannot be set against the first is replaced, with a notice.
pub fn paired(mut resolved: Resolved, edition: &Edition) -> Resolved {
    if resolved.form.figure != FigureKind::Scatter {
        return resolved;
    }
    if let Some(up) = resolved.what.contents.get(1).copied() {
        if contents_of(&resolved.table).contains(&up) {
            return resolved;
        }
        match table_beside(&resolved, up, edition) {
            Ok(found) => return beside(resolved, up, found, edition),
            Err(why) => resolved.notices.push(Notice::NotBeside(up, why)),
        }
        resolved.what.contents.truncate(1);
    }
    let across = resolved.what.contents[0];
    if let Some(up) = pair_of(&resolved.table).into_iter().find(|content| *content != across) {
        resolved.what.contents.push(up);
        return resolved;
    }
    // What its topic sets against it, else what the other topics are about.
    let of_pair = resolved.table.topic.pair().into_iter().flat_map(|(one, other)| [one, other]);
    let leads = across.catalogue().topics().map(Topic::lead);
    let tried = of_pair.chain(leads).filter(|content| *content != across).collect::<Vec<_>>();
    for up in tried {
        if let Ok(found) = table_beside(&resolved, up, edition) {
            return beside(resolved, up, found, edition);
        }
    }
    // With nothing to set it against, the same kommuner are shown as a map.
    resolved.form.figure = FigureKind::Map;
    resolved.notices.push(Notice::NotInTable(Parameter::Figure, FigureKind::Scatter.code().to_owned()));
    resolved
}

/// What can be set against the second contents of a figure (`at` 0) or the first
/// (`at` 1), each with the table that it would be of: all that the edition has for
/// the same kommuner and a period in common, in the order of topics.
pub fn pairable<'a>(resolved: &Resolved, at: usize, edition: &'a Edition) -> Vec<(Content, &'a Arc<TableEntry>)> {
    let own = edition.table(&resolved.table.id);
    let up = resolved.other.as_ref().map_or(own, |other| edition.table(&other.table.id));
    let (Some(own), Some(up)) = (own, up) else { return Vec::new() };
    let fixed = if at == 0 { up } else { own };
    let matched: Vec<&Arc<TableEntry>> = in_order(edition)
        .into_iter()
        .filter(|table| {
            let (across, up) = if at == 0 { (*table, up) } else { (own, *table) };
            let periods = periods_at(across, if at == 0 { across.opens_at } else { resolved.time.resolution });
            table.id == fixed.id || common(resolved, across, up) && !periods_in_common(&periods, across, up).is_empty()
        })
        .collect();
    let content = |content: Content| {
        let has = |table: &&&Arc<TableEntry>| contents_of(table).contains(&content);
        // A figure of one table needs no other.
        let found = matched.iter().filter(|table| table.id == fixed.id).find(has).or_else(|| matched.iter().find(has));
        found.map(|table| (content, *table))
    };
    fixed.topic.catalogue().contents().filter_map(content).collect()
}

/// The tables of an edition that two contents can be of, in the order in which they
/// answer.
fn in_order(edition: &Edition) -> Vec<&Arc<TableEntry>> {
    let topics = edition.tables.first().map(|table| table.topic.catalogue().topics());
    let mut tables: Vec<&Arc<TableEntry>> = Vec::new();
    for id in topics.into_iter().flatten().flat_map(Topic::tables) {
        tables.extend(edition.tables.iter().filter(|table| table.id.0 == id && sets_against(table)));
    }
    tables
}

/// A table with its periods that belong to those of the first.
type Found<'a> = (&'a Arc<TableEntry>, Vec<(Period, Period)>);

/// The table that the second contents is of: of those that have it and a period in
/// common, first one that counts the same persons, then one with a period that is
/// shown, then one of the same resolution, then by the order of topics.
fn table_beside<'a>(resolved: &Resolved, up: Content, edition: &'a Edition) -> Result<Found<'a>, Unmatched> {
    let mut tables = in_order(edition);
    tables.retain(|table| contents_of(table).contains(&up) && common(resolved, &resolved.table, table));
    if tables.is_empty() {
        return Err(Unmatched::Nowhere);
    }
    let mut best: Option<(Found<'a>, [bool; 3])> = None;
    for table in tables {
        let periods = periods_in_common(&resolved.time.all, &resolved.table, table);
        if periods.is_empty() {
            continue;
        }
        let score = [
            table.sexes().contains(&resolved.what.sex),
            periods.iter().any(|(period, _)| resolved.time.periods.contains(period)),
            table.resolution() == resolved.table.resolution(),
        ];
        // Of equals the first.
        if best.as_ref().is_none_or(|(_, other)| score > *other) {
            best = Some(((table, periods), score));
        }
    }
    best.map(|(found, _)| found).ok_or(Unmatched::NoPeriod)
}

/// Whether two tables hold kommuner in common, of those that are shown.
fn common(resolved: &Resolved, one: &TableEntry, other: &TableEntry) -> bool {
    let (one, other) = (one.areas(), other.areas());
    let members = resolved.places.iter().flat_map(|place| &place.members);
    let both = |code: &&AreaCode| code.is_municipality() && one.contains(code) && other.contains(code);
    members.chain(&resolved.beside.others).filter(both).take(FEWEST).count() == FEWEST
}

/// The periods of a table that another has too, or one that holds their last month;
/// each with that. What is a forecast is set against nothing.
fn periods_in_common(periods: &[Period], own: &TableEntry, other: &TableEntry) -> Vec<(Period, Period)> {
    let is_past = |table: &TableEntry, period: Period| {
        table.forecast_from.is_none_or(|from| period.last_month() < from.first_month())
    };
    let Some(resolution) = periods.first().map(|period| period.resolution()) else { return Vec::new() };
    let same =
        if other.resolution().coarser().contains(&resolution) { periods_at(other, resolution) } else { Vec::new() };
    let of = |period: Period| {
        if !same.is_empty() {
            return same.contains(&period).then_some(period);
        }
        let holds = period.last_month().at(other.resolution());
        other.periods.contains(&holds).then_some(holds)
    };
    let past = periods.iter().copied().filter(|period| is_past(own, *period));
    past.filter_map(|period| Some((period, of(period)?))).filter(|(_, beside)| is_past(other, *beside)).collect()
}

/// The selection with the second contents as one of its own table beside it, both of
/// the periods that they have in common.
fn beside(mut resolved: Resolved, up: Content, (table, all): Found<'_>, edition: &Edition) -> Resolved {
    let mut shown: Vec<(Period, Period)> =
        all.iter().copied().filter(|(period, _)| resolved.time.periods.contains(period)).collect();
    if shown.is_empty() {
        resolved.notices.push(Notice::NotBeside(up, Unmatched::NotThen));
        shown.clone_from(&all);
    }
    let apart = |pairs: Vec<(Period, Period)>| -> (Vec<Period>, Vec<Period>) { pairs.into_iter().unzip() };
    let ((periods, periods_up), (all_periods, all_periods_up)) = (apart(shown), apart(all));
    let (sexes, ages) = (table.sexes(), table.ages());
    let sex =
        if sexes.contains(&resolved.what.sex) { resolved.what.sex } else { sexes.first().copied().unwrap_or_default() };
    let age =
        if ages.contains(&resolved.what.age) { resolved.what.age } else { ages.first().copied().unwrap_or_default() };
    let population = table.population.as_ref().and_then(|id| edition.table(id));
    let other = Resolved {
        table: Arc::clone(table),
        population: population.filter(|it| it.sexes().contains(&sex) && it.ages().contains(&age)).cloned(),
        what: What { contents: vec![up], measure: measure_beside(&resolved, table, up), sex, age },
        time: Time {
            resolution: periods_up.first().map_or(table.resolution(), |period| period.resolution()),
            periods: periods_up,
            all: all_periods_up,
        },
        notices: Vec::new(),
        ..resolved.clone()
    };
    let across = resolved.what.contents[0];
    resolved.what.contents = vec![across, up];
    resolved.time = Time { periods, all: all_periods, ..resolved.time };
    resolved.other = Some(Arc::new(other));
    resolved
}

/// What is made of the second contents: the same as of the first, where it can be;
/// else what can be compared, whatever the size of a kommun.
fn measure_beside(resolved: &Resolved, table: &TableEntry, up: Content) -> Measure {
    let offered = measures_of(table, up);
    let both_counts = resolved.what.contents[0].is_count();
    match resolved.what.measure {
        Measure::Count if both_counts && offered.contains(&Measure::Count) => Measure::Count,
        asked @ (Measure::Index | Measure::Change) if offered.contains(&asked) => asked,
        _ if offered.contains(&Measure::Share) => Measure::Share,
        _ => Measure::Count,
    }
}
