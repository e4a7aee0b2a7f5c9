//! What a table offers: the choices that menus show and resolving allows.

use super::scope::has_kommuner;
use super::{FigureKind, Measure};
use crate::snapshot::TableEntry;
use crate::statistics::{BenefitGroup, Content, Period, Resolution, Unit};

/// The contents that can be chosen: the table's own, and the three groups
/// where it holds their benefits. Printed shares are reached by measure.
pub fn contents_of(table: &TableEntry) -> Vec<Content> {
    let own = table.contents.iter().copied().filter(|content| content.unit() != Unit::PerCent || !is_share(*content));
    let groups = BenefitGroup::ALL.into_iter().filter(|group| {
        group.benefits().count() > 1
            && group.benefits().all(|benefit| table.contents.contains(&Content::Benefit(benefit)))
    });
    own.chain(groups.map(Content::Group)).collect()
}

/// Whether a contents is the share of another: reached by `matt=andel`.
fn is_share(content: Content) -> bool {
    matches!(content, Content::Share | Content::BenefitShare(_))
}

/// The parts that add up to a whole, to be stacked: the six benefits, or the
/// six statuses of BAS. Empty where the table has no such parts.
pub(super) fn components_of(table: &TableEntry) -> Vec<Content> {
    let benefits: Vec<Content> =
        table.contents.iter().copied().filter(|content| matches!(content, Content::Benefit(_))).collect();
    if !benefits.is_empty() {
        return benefits;
    }
    let statuses = [
        Content::Employed,
        Content::Unemployed,
        Content::Students,
        Content::Pensioners,
        Content::Sick,
        Content::Others,
    ];
    if statuses.iter().all(|status| table.contents.contains(status)) { statuses.to_vec() } else { Vec::new() }
}

/// What a figure of two contents opens on: ill health against unemployment,
/// employment against unemployment, or the first two; `None` of a table of one.
pub(super) fn pair_of(table: &TableEntry) -> Option<(Content, Content)> {
    let offered = contents_of(table);
    let pairs = [
        (Content::Group(BenefitGroup::Unemployment), Content::Group(BenefitGroup::IllHealth)),
        (Content::UnemploymentRate, Content::EmploymentRate),
    ];
    let held = pairs.into_iter().find(|(one, other)| offered.contains(one) && offered.contains(other));
    held.or_else(|| Some((*offered.first()?, *offered.get(1)?)))
}

/// The measures that make sense for a contents of this table.
pub fn measures_of(table: &TableEntry, content: Content) -> Vec<Measure> {
    let rate = content.unit() == Unit::PerCent;
    let can_be_share = rate
        || table.contents.contains(&Content::Population)
        || table.population.is_some()
        || content.share().is_some_and(|share| table.contents.contains(&share));
    Measure::ALL
        .into_iter()
        .filter(|measure| match measure {
            Measure::Count => !rate,
            Measure::Share => can_be_share && content != Content::Population,
            // Half-years with gaps between them have no series to follow.
            Measure::Index | Measure::Change => table.resolution() != Resolution::HalfYear && table.periods.len() > 1,
        })
        .collect()
}

/// The figures that can be drawn of this table with this measure.
pub fn figures_of(table: &TableEntry, measure: Measure) -> Vec<FigureKind> {
    let areas = table.areas().len();
    let over_time = table.periods.len() > 1;
    FigureKind::ALL
        .into_iter()
        .filter(|kind| match kind {
            FigureKind::Bar | FigureKind::Table => true,
            FigureKind::Line | FigureKind::Small => over_time,
            // Half-years that were printed here and there lack most parts of a whole, and most pairs.
            FigureKind::Proportion | FigureKind::Scatter if table.resolution() == Resolution::HalfYear => false,
            FigureKind::Area | FigureKind::Proportion => {
                over_time && matches!(measure, Measure::Count | Measure::Share) && !components_of(table).is_empty()
            }
            FigureKind::Map => has_kommuner(table),
            FigureKind::Scatter => has_kommuner(table) && pair_of(table).is_some(),
            FigureKind::Change => areas > 1 && table.periods.len() > 12,
        })
        .collect()
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
