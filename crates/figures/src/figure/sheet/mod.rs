//! The fact sheet of one area: its figure, what matters of it in numbers, its
//! place among others, the parts of the whole then and now, its members, and how
//! far a plan to lower it has come.
//!
//! Each part is of the table that holds it, and says which.

mod facts;
mod plan;
pub(super) mod rank;
mod support;

use super::context::{Context, table};
use super::overview::{KeyNumber, link, overview, superseded};
use super::wholes::with_wholes;
use super::{DataTable, Figure, TimeChart, build};
use crate::text::{self, number};
use faktabank_tables::query::{AreaChoice, Measure, Place, Resolved, Time, View, What, periods_at};
use faktabank_tables::snapshot::{Edition, TableEntry};
use faktabank_tables::statistics::{AreaCode, Areas, Content, Period, Table};
use std::sync::Arc;

/// Everything that a fact sheet shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The area, as a label.
    pub place: String,
    /// What it is: "kommun i Dalarna".
    pub kind: String,
    /// The newest period of the figure and its status.
    pub status: String,
    /// Headline, chart, caption and table.
    pub figure: Figure,
    /// The numbers that matter.
    pub keys: Vec<KeyNumber>,
    /// The place among the kommuner of the län and of the country, or among
    /// the län; empty where the edition does not hold the others.
    pub standings: Vec<KeyNumber>,
    /// Whether more of the table's files would give more places.
    pub more_places: bool,
    /// The parts of the whole; `None` where no table has them for this area.
    pub support: Option<Support>,
    /// The kommuner that it is made of; empty for a kommun and for riket.
    pub members: Vec<Member>,
    /// How far a plan has come; `None` where no table has whole years.
    pub plan: Option<Plan>,
    /// The edition and the day it was published.
    pub imprint: String,
}

/// A kommun of a län, a förbund or a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// The query string of its own fact sheet.
    pub link: String,
}

/// The parts of a whole of an area, now and before.
#[derive(Clone, Debug, PartialEq)]
pub struct Support {
    /// The head of the section: "Samhällets stöd, andra halvåret 2025".
    pub title: String,
    /// What it says, where the figure does not say it; may be empty.
    pub lead: String,
    /// One row a part and one for their sum.
    pub table: DataTable,
    /// Where it comes from, where that is another table than the figure's.
    pub source: String,
}

/// Less of a whole: from a year to start from, to where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What is wanted: "Minskat antal …".
    pub title: String,
    /// Where it started, where it stands, and how far it is to the target.
    pub sentence: String,
    /// The years from the first on, with the target if there is one.
    pub chart: TimeChart,
    /// The years that it can start from, first to last.
    pub years: Vec<i32>,
    /// The year that it starts from.
    pub base: i32,
    /// The reduction wanted, in per cent.
    pub per_cent: Option<u8>,
}

/// The fact sheet of the first place of a selection; `None` while its table is
/// not among those loaded.
pub fn sheet(resolved: &Resolved, edition: &Edition, tables: &[Table], areas: &Areas) -> Option<Sheet> {
    let view = overview(resolved, edition, tables, areas)?;
    let context = Context::new(resolved, tables, areas)?;
    let place = &resolved.places[0];
    let supporting = supporting(resolved, edition, tables, areas);
    let supported = supporting.as_ref().and_then(|resolved| Context::new(resolved, tables, areas));
    let mut keys = view.keys;
    let mut standings = Vec::new();
    if let Some(other) = with_facts(resolved, edition, tables) {
        let other = Context::new(&other, tables, areas);
        keys.extend(other.iter().flat_map(facts::of_topic));
        standings.extend(other.iter().flat_map(|other| rank::standings(other, place, other.topic().ranked_by())));
    }
    if let Some(supported) = supported.filter(|it| it.resolved.table.id == resolved.table.id) {
        standings.splice(0..0, rank::standings(&supported, place, supported.topic().ranked_by()));
    }
    Some(Sheet {
        place: view.heading.place,
        kind: facts::kind(&context, place),
        status: view.heading.status,
        figure: beside_others(resolved, &context, tables, view.figure),
        keys,
        more_places: place.code().is_some_and(|code| code != AreaCode::Country)
            && supported.as_ref().is_some_and(|it| it.resolved.table.id == resolved.table.id && rank::more_places(it)),
        standings,
        support: supported.and_then(|supported| {
            let apart = supported.resolved.table.id != resolved.table.id;
            let mut support = support::support(&supported, apart)?;
            // Figures that were revised since say so where they stand.
            if let (Some(own), Some(whole), true) = (place.code(), supported.topic().whole(), apart) {
                let revised = superseded::revised(edition, tables, supported.numbers.table, whole, own);
                support.lead.push_str(&revised.map(|revised| revised.told(&supported)).unwrap_or_default());
            }
            Some(support)
        }),
        members: members(&context, place),
        plan: supported.and_then(|supported| plan::plan(&supported, place)),
        imprint: context.say(
            "Utgåva {0}, publicerad {1}.",
            "Edition {0}, published {1}.",
            &[&edition.id.0, &edition.published],
        ),
    })
}

/// A line of one area is worth little alone: its län and riket beside it.
fn beside_others(resolved: &Resolved, context: &Context<'_>, tables: &[Table], alone: Figure) -> Figure {
    let own = &resolved.places[0];
    let level = resolved.what.contents.len() == 1 && context.is_level(resolved.what.contents[0]);
    let places = if level { with_wholes(context, own) } else { Vec::new() };
    if places.len() < 2 {
        return alone;
    }
    let several = Resolved { places, ..resolved.clone() };
    let together = build(&several, tables, context.areas);
    together.map_or_else(|| alone.clone(), |together| Figure { headline: alone.headline.clone(), ..together })
}

/// The same area in another table: counts, of all its periods.
fn in_table(resolved: &Resolved, entry: &Arc<TableEntry>, contents: Vec<Content>) -> Resolved {
    let all = periods_at(entry, entry.opens_at);
    Resolved {
        table: Arc::clone(entry),
        population: None,
        time: Time { periods: all.clone(), all, resolution: entry.opens_at },
        what: What { measure: Measure::Count, contents, ..resolved.what },
        ..resolved.clone()
    }
}

/// The table of the parts of a whole: the figure's own, else the one with the
/// newest whole sum for this area.
fn supporting(resolved: &Resolved, edition: &Edition, tables: &[Table], areas: &Areas) -> Option<Resolved> {
    let parts = |entry: &TableEntry| {
        let parts: Vec<Content> = entry.topic.components().collect();
        let has_all = entry.topic.whole().is_some() && parts.iter().all(|part| entry.contents.contains(part));
        has_all.then_some(parts)
    };
    if let Some(contents) = parts(&resolved.table) {
        return Some(resolved.of_contents(contents).measured(Measure::Count));
    }
    // Other tables are of both sexes, 20–64 years.
    if (resolved.what.sex, resolved.what.age) != Default::default() {
        return None;
    }
    let newest = |other: &Resolved| {
        let context = Context::new(other, tables, areas)?;
        let whole = context.topic().whole()?;
        let has = |period: &&Period| context.plain(whole, &other.places[0], **period).whole().is_some();
        other.time.periods.iter().rev().find(has).map(|period| period.last_month())
    };
    let others = edition.tables.iter().filter_map(|entry| Some(in_table(resolved, entry, parts(entry)?)));
    others.filter_map(|other| Some((newest(&other)?, other))).max_by_key(|(month, _)| *month).map(|(_, other)| other)
}

/// The first table whose topic has facts, where the edition has one for this area.
fn with_facts(resolved: &Resolved, edition: &Edition, tables: &[Table]) -> Option<Resolved> {
    let everybody = (resolved.what.sex, resolved.what.age) == Default::default();
    let entry = edition.tables.iter().find(|entry| entry.topic.facts().any(|fact| entry.contents.contains(&fact)));
    let entry = entry.filter(|entry| everybody && entry.contents.contains(&entry.topic.lead()))?;
    let mut other = in_table(resolved, entry, vec![entry.topic.lead()]);
    let table = &table(tables, &other.table.id, resolved.what.sex, resolved.what.age)?.areas;
    let place = other.places[0].clone();
    // The län as the table has it, rather than the sum of its kommuner.
    if let Some(code) = place.code().filter(|code| table.contains(code)) {
        other.places = vec![Place::of(code)];
    }
    other.places[0].members.iter().all(|code| table.contains(code)).then_some(other)
}

/// The kommuner of a län, a förbund or a group, each with its own sheet.
fn members(context: &Context<'_>, place: &Place) -> Vec<Member> {
    let codes: Vec<AreaCode> = match place.code() {
        Some(county @ AreaCode::County(_)) => context.areas.municipalities_of(county).map(|area| area.code).collect(),
        Some(_) => Vec::new(),
        None => place.members.clone(),
    };
    let member = |code: AreaCode| Member {
        name: context.area(code),
        link: link(context, |to| {
            to.view = Some(View::Sheet);
            to.areas = vec![AreaChoice::Area(code)];
        }),
    };
    codes.into_iter().map(member).collect()
}

/// A period in the head of a column: short enough for several side by side.
fn column_name(context: &Context<'_>, period: Period) -> String {
    text::period::heading(period, context.language)
}

/// A whole number with its sign, in the language of the sheet.
fn signed(context: &Context<'_>, value: f64) -> String {
    number::signed(value, 0, context.language)
}
