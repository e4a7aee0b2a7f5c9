//! Which table says what kommuner are like, by what their topic says that
//! likeness is reckoned from.

use super::offer::contents_of;
use super::scope::has_kommuner;
use super::{Measure, Place, Resolved, View, What};
use crate::snapshot::{Edition, TableEntry};
use std::sync::Arc;

/// What is to be loaded to know which kommuner are alike: every kommun of the
/// first table that has all that likeness is reckoned from. `None` of an edition
/// without one.
pub fn for_likeness(resolved: &Resolved, edition: &Edition) -> Option<Resolved> {
    let table = table(edition)?;
    Some(Resolved {
        // No more than this table, and all of it at once.
        view: View::Explore,
        whole: true,
        population: None,
        what: What {
            measure: Measure::Share,
            sex: table.sexes().first().copied().unwrap_or_default(),
            age: table.ages().first().copied().unwrap_or_default(),
            ..resolved.what.clone()
        },
        table: Arc::clone(table),
        // It counts women and men together, whatever is shown of them.
        places: resolved.places.iter().map(|place| Place { sex: None, ..place.clone() }).collect(),
        ..resolved.clone()
    })
}

fn table(edition: &Edition) -> Option<&Arc<TableEntry>> {
    let catalogue = edition.tables.first()?.topic.catalogue();
    let topic = catalogue.topics().find(|topic| topic.alike().next().is_some())?;
    let has_all = |table: &&Arc<TableEntry>| {
        let offered = contents_of(table);
        has_kommuner(table) && topic.alike().all(|(content, _)| offered.contains(&content))
    };
    edition.tables.iter().find(has_all)
}
