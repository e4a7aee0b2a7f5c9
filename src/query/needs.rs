//! Which files a resolved selection needs before it can be shown.

use super::{Measure, Resolved, View};
use crate::snapshot::{Edition, Shard, TableEntry};
use crate::statistics::{AreaCode, AreaKind, Content, Resolution};

/// The shards to load, each with its table: no more than the view shows.
pub fn needs<'a>(resolved: &Resolved, edition: &'a Edition) -> Vec<(&'a TableEntry, &'a Shard)> {
    let mut shown: Vec<AreaCode> =
        resolved.places.iter().flat_map(|place| place.members.iter().copied()).chain(resolved.others.clone()).collect();
    shown.extend(resolved.reference.iter().flat_map(|place| place.members.iter().copied()));
    let tables: Vec<&TableEntry> = match resolved.view {
        // The overview sets riket and the kommuner of the län beside its area.
        View::Overview | View::Sheet => {
            let counties: Vec<AreaCode> = shown.iter().filter_map(|area| area.county()).collect();
            let neighbours = edition.tables.iter().flat_map(TableEntry::areas).filter(|area| {
                area.is_municipality() && area.county().is_some_and(|county| counties.contains(&county))
            });
            shown.extend(neighbours.chain([AreaCode::Country]).chain(counties.clone()));
            edition.tables.iter().filter(|table| is_beside(table, &resolved.table)).collect()
        }
        View::Explore | View::Compare => {
            // Shares and rates of one area are told with riket's beside them.
            if resolved.measure == Measure::Share && resolved.places.len() == 1 {
                shown.push(AreaCode::Country);
            }
            [Some(&resolved.table), resolved.population.as_ref()]
                .into_iter()
                .flatten()
                .filter_map(|table| edition.table(&table.id))
                .collect()
        }
        // Any part of a table tells what is said of all of it.
        View::About => {
            let smallest = |table: &'a TableEntry| Some((table, table.shards.iter().min_by_key(|it| it.file.bytes)?));
            return edition.tables.iter().filter_map(smallest).collect();
        }
        View::Gallery => Vec::new(),
    };
    let mut needed = Vec::new();
    for table in tables {
        let (sex, age) = (held(resolved.sex, &table.sexes()), held(resolved.age, &table.ages()));
        let all: Vec<AreaCode> = table.areas().filter(|_| resolved.whole && table.id == resolved.table.id).collect();
        let shown = if all.is_empty() { &shown } else { &all };
        needed.extend(table.shards_of(shown, sex, age).map(|shard| (table, shard)));
    }
    needed
}

/// Whether the overview of a table shows another one too: where the table has
/// riket and kommuner of its own, only for what is not support.
fn is_beside(other: &TableEntry, own: &TableEntry) -> bool {
    let has = |table: &TableEntry, kind| table.areas().any(|area| area.kind() == kind);
    let is_whole = own.contents.contains(&Content::Total)
        && has(own, AreaKind::Country)
        && has(own, AreaKind::Municipality)
        && own.resolution() == Resolution::Month;
    other.id == own.id || !is_whole || !other.contents.contains(&Content::Total)
}

/// What was asked for, or the first that there is: tables beside the one in
/// question may not tell women and men apart.
fn held<T: Copy + PartialEq>(asked: T, held: &[T]) -> T {
    if held.contains(&asked) { asked } else { held.first().copied().unwrap_or(asked) }
}
