//! Which files a resolved selection needs before it can be shown.

use super::{Measure, Resolved, Sexes, View};
use crate::snapshot::{Edition, Shard, TableEntry};
use crate::statistics::{AreaCode, AreaKind, Content, Resolution, Sex};
use std::ptr;
use std::sync::Arc;

/// The shards to load, each with its table: no more than the view shows.
pub fn needs<'a>(resolved: &Resolved, edition: &'a Edition) -> Vec<(&'a TableEntry, &'a Shard)> {
    let mut shown = resolved.beside.others.clone();
    for place in resolved.places.iter().chain(&resolved.beside.behind) {
        shown.extend_from_slice(&place.members);
    }
    let mut tables = Vec::new();
    match resolved.view {
        // The overview sets riket and the kommuner of the län beside its area.
        View::Overview | View::Sheet => {
            let counties: Vec<AreaCode> = shown.iter().filter_map(|area| area.county()).collect();
            for table in edition.entries() {
                let mut neighbours = table.areas();
                neighbours
                    .retain(|area| area.is_municipality() && area.county().is_some_and(|it| counties.contains(&it)));
                shown.append(&mut neighbours);
                if is_beside(table, &resolved.table, edition) {
                    tables.push(table);
                }
            }
            shown.push(AreaCode::Country);
            shown.extend(counties);
        }
        View::Explore | View::Present | View::Compare => {
            // Shares and rates of one area are told with riket's beside them, and so is
            // what lies between its women and its men.
            let is_one = resolved.what.measure == Measure::Share && resolved.places.len() == 1;
            if is_one || resolved.is_apart() && resolved.places.len() == 2 {
                shown.push(AreaCode::Country);
            }
            for of in [Some(resolved), resolved.other.as_deref()].into_iter().flatten() {
                for table in [&of.table].into_iter().chain(&of.population) {
                    // Both may have the same denominator.
                    let table = edition.table(&table.id).map(Arc::as_ref);
                    tables.extend(table.filter(|table| tables.iter().all(|other| !ptr::eq(*other, *table))));
                }
            }
        }
        // Any part of a table tells what is said of all of it.
        View::About => {
            let smallest = |table: &'a TableEntry| Some((table, table.shards.iter().min_by_key(|it| it.file.bytes)?));
            return edition.entries().filter_map(smallest).collect();
        }
        View::Gallery => {}
    }
    let mut needed = Vec::new();
    for table in tables {
        let (sex, age) = (held(resolved.what.sex, &table.sexes()), held(resolved.what.age, &table.ages()));
        let sexes: &[Sex] = if resolved.is_apart() { &Sexes::EACH } else { &[sex] };
        let all = if resolved.whole && table.id == resolved.table.id { table.areas() } else { Vec::new() };
        let shown = if all.is_empty() { &shown } else { &all };
        for shard in table.shards_of(shown, sexes, age) {
            needed.push((table, shard));
        }
    }
    needed
}

/// Whether a figure over time is drawn of this part of a table; what else is
/// needed stands around it.
pub fn is_of_figure(resolved: &Resolved, table: &TableEntry, shard: &Shard) -> bool {
    let is_of = |entry: &Arc<TableEntry>| entry.id == table.id;
    if !is_of(&resolved.table) && !resolved.population.as_ref().is_some_and(is_of) {
        return false;
    }
    // Counts of areas stand for themselves.
    let is_shown = |area: &AreaCode| {
        let places = resolved.places.iter().chain(&resolved.beside.behind);
        places.into_iter().any(|place| place.members.contains(area) || place.code() == Some(*area))
    };
    resolved.what.measure != Measure::Count || shard.areas.iter().any(is_shown)
}

/// The table whose rates stand beside figures of other topics, and the first of
/// these: of the first table of the edition that has any.
pub fn beside(edition: &Edition) -> Option<(&TableEntry, Content)> {
    let first = |entry: &TableEntry| entry.topic.beside().next().filter(|it| entry.contents.contains(it));
    edition.entries().find_map(|entry| Some((entry, first(entry)?)))
}

/// Whether the overview of a table shows another one too: of the topic that the
/// fact bank is first about, whose share of an area it tells, and the one that
/// stands beside others; where the table has riket and kommuner of its own, only
/// those of other topics.
fn is_beside(other: &TableEntry, own: &TableEntry, edition: &Edition) -> bool {
    let first = own.topic.catalogue().first_whole().map(Content::topic);
    let is_told = Some(other.topic) == first || beside(edition).is_some_and(|(beside, _)| beside.id == other.id);
    let has = |table: &TableEntry, kind| table.areas().iter().any(|area| area.kind() == kind);
    let is_whole = own.topic.whole().is_some_and(|whole| own.contents.contains(&whole))
        && has(own, AreaKind::Country)
        && has(own, AreaKind::Municipality)
        && own.resolution() == Resolution::Month;
    other.id == own.id || is_told && (!is_whole || other.topic != own.topic)
}

/// What was asked for, or the first that there is: tables beside the one in
/// question may not tell women and men apart.
fn held<T: Copy + PartialEq>(asked: T, held: &[T]) -> T {
    if held.contains(&asked) { asked } else { held.first().copied().unwrap_or(asked) }
}
