//! Which table of an edition answers for a selection.

use super::contents::{counted, known, lead_contents};
use super::offer::contents_of;
use super::places::{Held, default_areas, held_of, most_areas, nearness};
use super::scope::{around, has_kommuner};
use super::{AreaChoice, FigureKind, Notice, Parameter, Place, Selection};
use crate::snapshot::{Edition, Manifest, TableEntry};
use crate::statistics::{Areas, Catalogue, Content, Resolution, Topic};
use std::sync::Arc;

/// The table that holds most of what was asked; `None` only of an edition without any.
pub(super) fn table_of<'a>(
    selection: &Selection,
    edition: &'a Edition,
    (areas, catalogue): (&Areas, &'static Catalogue),
    notices: &mut Vec<Notice>,
) -> Option<&'a Arc<TableEntry>> {
    let table = selection.table.as_ref().and_then(|id| edition.table(id));
    if let (Some(id), None) = (&selection.table, table) {
        notices.push(Notice::NotInTable(Parameter::Table, id.to_string()));
    }
    // What a link says of a topic holds within it: no other is shown instead.
    let is_asked = |table: &TableEntry| selection.topic.as_ref().is_none_or(|topic| table.topic.code() == topic.0);
    let is_held = |table: Option<&Arc<TableEntry>>| match table {
        Some(table) => is_asked(table),
        None => edition.entries().any(is_asked),
    };
    let holds_topic = is_held(table);
    if let Some(topic) = selection.topic.as_ref().filter(|_| !holds_topic) {
        notices.push(Notice::NotInTable(Parameter::Topic, topic.0.clone()));
    }
    if table.is_some() {
        return table;
    }
    // The table that holds most of what was asked; among those the one that
    // answers first, then the longest.
    let mut wanted = known(selection, catalogue);
    if selection.figure == Some(FigureKind::Scatter) {
        // What is set against the first may be of another table.
        wanted.truncate(1);
    }
    let defaults = if selection.areas.is_empty() { default_areas(selection.view(), areas) } else { Vec::new() };
    let asked = if selection.areas.is_empty() { &defaults } else { &selection.areas };
    // More for what answers sooner: by the order of topics, then that of the tables of each.
    let in_order: Vec<&str> = catalogue.topics().flat_map(Topic::tables).collect();
    let mut best = None;
    for table in edition.tables.iter().filter(|table| !holds_topic || is_asked(table)) {
        let offered = contents_of(table);
        let contents = wanted.iter().filter(|&&content| offered.contains(&counted(content))).count();
        let held = table.areas();
        let whole = |choice: &AreaChoice| match held_of(choice, &held, areas, None) {
            Held::Whole(members) => Some(Place::sum(choice.clone(), members)),
            Held::Partly(_) | Held::Nothing => None,
        };
        let places: Vec<Place> = asked.iter().take(most_areas(selection.view())).filter_map(whole).collect();
        let persons = usize::from(selection.sex.is_none_or(|sexes| sexes.are_in(table)))
            + usize::from(selection.age.is_none_or(|age| table.ages().contains(&age)));
        let months = table.periods.len() * table.resolution().months() as usize;
        // Of two maps of the country the one of more of its kommuner.
        let of_kommuner = selection.figure.is_some_and(FigureKind::is_of_kommuner) && has_kommuner(table);
        let drawn = if of_kommuner { 1 + around(&places, table).len() } else { 0 };
        let is_told = |place: &&Place| place.members.len() == 1 || is_summed(lead_contents(table), &offered);
        let told = places.iter().filter(is_told).count();
        // Of those that lack the area the one of the nearest around it.
        let near = || asked.iter().map(|choice| nearness(choice, &held, areas)).max();
        let near = if places.is_empty() { near() } else { None };
        let score =
            [contents, drawn, places.len(), told, near.unwrap_or_default(), persons, answers(table, &in_order), months];
        // Of equals the first in the menu.
        if best.is_none_or(|(_, other)| score > other) {
            best = Some((table, score));
        }
    }
    best.map(|(table, _)| table)
}

/// Whether a table tells a contents of several areas together.
fn is_summed(content: Content, offered: &[Content]) -> bool {
    let ratio = content.ratio().is_some_and(|(numerator, denominator)| {
        [numerator, denominator].iter().all(|it| it.is_additive() && offered.contains(it))
    });
    content.is_additive() || ratio
}

/// How soon a table answers, more for sooner. Half-years that were printed here and
/// there answer only where no other table does.
fn answers(table: &TableEntry, in_order: &[&str]) -> usize {
    match in_order.iter().position(|id| *id == table.id.0) {
        Some(at) if table.resolution() != Resolution::HalfYear => in_order.len() - at,
        _ => 0,
    }
}

/// The newest edition before this one whose figures of a table are other ones: a
/// revision can be looked at from both sides.
pub(super) fn former_of<'a>(edition: &Edition, table: &TableEntry, manifest: &'a Manifest) -> Option<&'a Edition> {
    fn sum(entry: &TableEntry) -> Option<&str> {
        entry.shards.first().map(|shard| shard.file.sha256.as_str())
    }
    manifest.editions.iter().find(|other| {
        let older = other.published < edition.published && !other.modelled && !edition.modelled;
        older && other.table(&table.id).is_some_and(|entry| sum(entry) != sum(table))
    })
}
