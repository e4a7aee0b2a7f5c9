//! Which kommuner stand around the areas chosen, where a figure shows them all.

use super::offer::components_of;
use super::{FigureKind, Measure, Place};
use crate::snapshot::TableEntry;
use crate::statistics::{AreaCode, AreaKind, Content};

/// Fewest kommuner that a figure of kommuner can be of.
const FEWEST: usize = 2;

/// Whether a table holds kommuner enough for such a figure.
pub(super) fn has_kommuner(table: &TableEntry) -> bool {
    table.areas().iter().filter(|code| code.is_municipality()).count() >= FEWEST
}

/// The kommuner of the län that the places lie in, or of all of the country
/// where riket is among them; and riket and those län as yardsticks, as far as
/// the table holds them. Without those chosen themselves.
pub(super) fn around(places: &[Place], table: &TableEntry) -> Vec<AreaCode> {
    let is_chosen = |code: AreaCode| places.iter().any(|place| place.code() == Some(code));
    let whole = is_chosen(AreaCode::Country);
    let is_near = |code: AreaCode| match code.county() {
        None => true,
        Some(county) => {
            let in_county = |member: &AreaCode| member.county() == Some(county);
            let near = || places.iter().any(|place| place.members.iter().any(in_county));
            // Of the whole country, the län would only stand in the way.
            if whole { code.is_municipality() } else { near() }
        }
    };
    let mut around = table.areas();
    around.retain(|&code| is_near(code) && !is_chosen(code));
    around
}

/// The measure that a figure of kommuner opens on: counts would show where
/// many people live.
pub(super) fn opens_on(figure: Option<FigureKind>, offered: &[Measure]) -> Option<Measure> {
    let of_kommuner = figure.is_some_and(FigureKind::is_of_kommuner);
    (of_kommuner && offered.contains(&Measure::Share)).then_some(Measure::Share)
}

/// What stands beside the places of small charts: riket as a yardstick and,
/// where one place is shown by one contents, the kommuner around it.
pub(super) fn small(places: &[Place], wanted: &[Content], table: &TableEntry) -> Vec<AreaCode> {
    let one_contents = wanted.len() == 1 || wanted.is_empty() && components_of(table).is_empty();
    let is_chosen = |code: AreaCode| places.iter().any(|place| place.code() == Some(code));
    // All kommuner of the country are more than can be seen at once.
    let of_kommuner = places.len() == 1 && one_contents && !is_chosen(AreaCode::Country);
    let mut around = around(places, table);
    around.retain(|code| match code.kind() {
        AreaKind::Country => true,
        AreaKind::County => false,
        AreaKind::Municipality => of_kommuner,
    });
    around
}
