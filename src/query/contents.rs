//! Which contents a selection means, of those that the table offers.

use super::offer::{components_of, contents_of, pair_of};
use super::{FigureKind, Notice, Parameter, Selection};
use crate::snapshot::TableEntry;
use crate::statistics::{Content, Unit};

/// The count behind a share of the population: a share is a measure of it.
pub(super) fn counted(content: Content) -> Content {
    match content {
        Content::Share => Content::Total,
        Content::BenefitShare(benefit) => Content::Benefit(benefit),
        other => other,
    }
}

pub(super) fn wanted_contents(selection: &Selection, table: &TableEntry, notices: &mut Vec<Notice>) -> Vec<Content> {
    let offered = contents_of(table);
    let mut wanted: Vec<Content> = Vec::new();
    for &content in &selection.contents {
        let counted = counted(content);
        let is_rate = |content: &Content| content.unit() == Unit::PerCent;
        let two_units = selection.figure == Some(FigureKind::Scatter);
        let same_unit = two_units || wanted.first().is_none_or(|first| is_rate(first) == is_rate(&counted));
        if !offered.contains(&counted) || !same_unit {
            notices.push(Notice::NotInTable(Parameter::Contents, content.code().to_owned()));
        } else if !wanted.contains(&counted) {
            wanted.push(counted);
        }
    }
    wanted
}

/// What a table is about, if only one contents is shown.
pub(super) fn lead_contents(table: &TableEntry) -> Content {
    let offered = contents_of(table);
    [Content::Total, Content::EmploymentRate]
        .into_iter()
        .find(|content| offered.contains(content))
        .or_else(|| offered.first().copied())
        .unwrap_or(Content::Total)
}

pub(super) fn contents_shown(
    wanted: Vec<Content>,
    lead: Content,
    table: &TableEntry,
    figure: FigureKind,
    one_place: bool,
    notices: &mut Vec<Notice>,
) -> Vec<Content> {
    let components = components_of(table);
    match figure {
        FigureKind::Area | FigureKind::Proportion => {
            // A stack adds up: parts only, and no benefit beside its own group.
            let is_part = |content: &Content| matches!(content, Content::Group(_)) || components.contains(content);
            let parts: Vec<Content> =
                wanted.iter().copied().filter(|content| is_part(content) && !in_group(*content, &wanted)).collect();
            if parts.len() > 1 { parts } else { components }
        }
        FigureKind::Line | FigureKind::Table | FigureKind::Bar if one_place => {
            if !wanted.is_empty() {
                return wanted;
            }
            if lead.unit() == Unit::FullYearEquivalents {
                let total = table.contents.contains(&Content::Total).then_some(Content::Total);
                let total = total.filter(|_| figure != FigureKind::Bar);
                return components.into_iter().chain(total).collect();
            }
            vec![lead]
        }
        FigureKind::Small if one_place => {
            let parts = if wanted.is_empty() { components } else { wanted };
            if parts.is_empty() { vec![lead] } else { parts }
        }
        FigureKind::Scatter => {
            if wanted.len() > 2 {
                notices.push(Notice::TwoContentsOnly);
            }
            let pair = pair_of(table).map_or_else(Vec::new, |(across, up)| vec![across, up]);
            let more = pair.into_iter().filter(|content| !wanted.contains(content)).collect::<Vec<_>>();
            wanted.into_iter().chain(more).take(2).collect()
        }
        FigureKind::Table if !wanted.is_empty() => wanted,
        _ => {
            if wanted.len() > 1 {
                notices.push(Notice::OneContentsOnly);
            }
            vec![lead]
        }
    }
}

/// Whether a benefit is already within one of the groups chosen.
fn in_group(content: Content, chosen: &[Content]) -> bool {
    matches!(content, Content::Benefit(benefit) if chosen.contains(&Content::Group(benefit.group())))
}
