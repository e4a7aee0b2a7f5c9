//! Which contents a selection means, of those that the table offers.

use super::figure_kind::Takes;
use super::offer::{components_of, contents_of, pair_of, sets_against};
use super::{FigureKind, Notice, Parameter, Selection};
use crate::snapshot::TableEntry;
use crate::statistics::{Catalogue, Content};

/// The count behind a share of the population: a share is a measure of it.
pub(super) fn counted(content: Content) -> Content {
    content.share_of().unwrap_or(content)
}

/// The contents that a selection names, of those that there are.
pub(super) fn known(selection: &Selection, catalogue: &'static Catalogue) -> Vec<Content> {
    selection.contents.iter().filter_map(|code| catalogue.content(&code.0)).collect()
}

pub(super) fn wanted_contents(
    selection: &Selection,
    table: &TableEntry,
    catalogue: &'static Catalogue,
    notices: &mut Vec<Notice>,
) -> Vec<Content> {
    let offered = contents_of(table);
    let mut wanted: Vec<Content> = Vec::new();
    let two_units = selection.figure == Some(FigureKind::Scatter) && sets_against(table);
    for code in &selection.contents {
        let Some(content) = catalogue.content(&code.0) else {
            notices.push(Notice::InvalidValue(Parameter::Contents, code.0.clone()));
            continue;
        };
        let counted = counted(content);
        let same_unit = two_units || wanted.first().is_none_or(|first| first.is_rate() == counted.is_rate());
        // What is set against the first may be of another table.
        let is_had = offered.contains(&counted) || two_units && wanted.len() == 1;
        if !is_had || !same_unit {
            notices.push(Notice::NotInTable(Parameter::Contents, code.0.clone()));
        } else if !wanted.contains(&counted) {
            wanted.push(counted);
        }
    }
    wanted
}

/// What a table is about, if only one contents is shown.
pub(super) fn lead_contents(table: &TableEntry) -> Content {
    let (offered, lead) = (contents_of(table), table.topic.lead());
    if offered.contains(&lead) { lead } else { offered.first().copied().unwrap_or(lead) }
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
    match figure.takes() {
        Takes::Parts => {
            // A stack adds up: parts only, and none beside its own group.
            let is_part = |content: &Content| content.is_derived() || components.contains(content);
            let parts: Vec<Content> =
                wanted.iter().copied().filter(|content| is_part(content) && !in_group(*content, &wanted)).collect();
            if parts.len() > 1 { parts } else { components }
        }
        Takes::WithSum | Takes::WithoutSum | Takes::Several if one_place => {
            if !wanted.is_empty() {
                return wanted;
            }
            // Where the parts have a sum that is spoken of, both are shown.
            let total = table.topic.whole().filter(|whole| *whole == lead || components.contains(&lead));
            let Some(total) = total else { return vec![lead] };
            let sum = Some(total).filter(|it| figure.takes() != Takes::WithoutSum && table.contents.contains(it));
            let shown: Vec<Content> = components.into_iter().chain(sum).collect();
            if shown.is_empty() { vec![lead] } else { shown }
        }
        Takes::Each if one_place => {
            let parts = if wanted.is_empty() { components } else { wanted };
            if parts.is_empty() { vec![lead] } else { parts }
        }
        Takes::Two => {
            if wanted.len() > 2 {
                notices.push(Notice::TwoContentsOnly);
            }
            let more = pair_of(table).into_iter().filter(|content| !wanted.contains(content)).collect::<Vec<_>>();
            wanted.into_iter().chain(more).take(2).collect()
        }
        Takes::Several if !wanted.is_empty() => wanted,
        _ => {
            if wanted.len() > 1 {
                notices.push(Notice::OneContentsOnly);
            }
            vec![lead]
        }
    }
}

/// Whether a part is already within one of the groups chosen.
fn in_group(content: Content, chosen: &[Content]) -> bool {
    content.group().is_some_and(|group| chosen.contains(&group))
}
