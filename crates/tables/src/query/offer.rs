//! What a table offers: the choices that menus show and resolving allows.

use super::scope::has_kommuner;
use super::{FigureKind, Measure};
use crate::snapshot::TableEntry;
use crate::statistics::{Content, Period, Resolution};

/// The contents that can be chosen: the table's own, the groups of its topic
/// where it holds all their parts, and the ratios of such a group. Printed shares
/// are reached by measure.
pub fn contents_of(table: &TableEntry) -> Vec<Content> {
    let own = table.contents.iter().copied().filter(|content| content.share_of().is_none());
    // A group of one is that one.
    let groups = table.topic.groups().filter(|group| group.parts().count() > 1 && has_all(table, group.parts()));
    own.chain(groups).chain(table.topic.ratios_of_groups().filter(|it| computed(table, *it))).collect()
}

/// Whether a table lacks a ratio but has all that it is computed from.
fn computed(table: &TableEntry, content: Content) -> bool {
    let parts = |(group, whole): (Content, Content)| has_all(table, group.parts().chain([whole]));
    !table.contents.contains(&content) && content.ratio().is_some_and(parts)
}

fn has_all(table: &TableEntry, mut contents: impl Iterator<Item = Content>) -> bool {
    contents.all(|content| table.contents.contains(&content))
}

/// The parts that add up to a whole, from the bottom of a stack. Empty where
/// the table lacks one of them.
pub(super) fn components_of(table: &TableEntry) -> Vec<Content> {
    let components = table.topic.components();
    if has_all(table, components.clone()) { components.collect() } else { Vec::new() }
}

/// What a figure of two contents opens on: the pair of the topic, or the first
/// two; of a table of one that alone.
pub(super) fn pair_of(table: &TableEntry) -> Vec<Content> {
    let offered = contents_of(table);
    let pair = table.topic.pair().filter(|(across, up)| offered.contains(across) && offered.contains(up));
    pair.map_or(offered, |(across, up)| vec![across, up])
}

/// Whether a contents of a table can be set against another. Half-years that were
/// printed here and there lack most pairs.
pub(super) fn sets_against(table: &TableEntry) -> bool {
    has_kommuner(table) && table.resolution() != Resolution::HalfYear
}

/// The measures that make sense for a contents of this table.
pub fn measures_of(table: &TableEntry, content: Content) -> Vec<Measure> {
    let rate = content.is_rate();
    let holds = |other: Option<Content>| other.is_some_and(|other| table.contents.contains(&other));
    let has_share = content.is_count()
        && content.denominator().is_some()
        && (holds(content.denominator()) || holds(content.share()) || table.population.is_some());
    Measure::ALL
        .into_iter()
        .filter(|measure| match measure {
            Measure::Count => !rate,
            Measure::Share => rate || has_share,
            // Half-years with gaps between them have no series to follow.
            Measure::Index | Measure::Change => table.resolution() != Resolution::HalfYear && table.periods.len() > 1,
        })
        .collect()
}

/// The figures that can be drawn of this table with this measure.
pub fn figures_of(table: &TableEntry, measure: Measure) -> Vec<FigureKind> {
    FigureKind::ALL.into_iter().filter(|kind| kind.can_be_of(table, measure)).collect()
}

/// The periods at a resolution that the table's own periods fill entirely,
/// gaps of the table included: every step from the first to the last.
pub fn periods_at(table: &TableEntry, resolution: Resolution) -> Vec<Period> {
    let (Some(first), Some(last)) = (table.periods.first(), table.periods.last()) else { return Vec::new() };
    if resolution == table.resolution() {
        return first.through(*last).collect();
    }
    let (start, end) = (first.first_month(), last.last_month());
    start
        .at(resolution)
        .through(end.at(resolution))
        .filter(|period| period.first_month() >= start && period.last_month() <= end)
        .collect()
}
