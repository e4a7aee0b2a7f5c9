//! The span and the resolution that a link asks for, to periods of a table.

use super::{FigureKind, Notice, Parameter, Selection, Span, View};
use crate::snapshot::TableEntry;
use crate::statistics::{Period, Resolution};

/// The resolution asked for if the table has it, else the one that it opens at; on an
/// overview of months twelve of them together, since what is seen of single months is
/// the season.
pub(super) fn resolution_of(selection: &Selection, table: &TableEntry, notices: &mut Vec<Notice>) -> Resolution {
    let offered = table.resolution().coarser();
    let is_of_months = table.opens_at == Resolution::Month && offered.contains(&Resolution::Rolling12);
    let opens_at =
        if selection.view() == View::Overview && is_of_months { Resolution::Rolling12 } else { table.opens_at };
    match selection.resolution {
        Some(resolution) if offered.contains(&resolution) => resolution,
        Some(resolution) => {
            notices.push(Notice::NotInTable(Parameter::Resolution, resolution.code().to_owned()));
            opens_at
        }
        None => opens_at,
    }
}

/// Whether a forecast is shown where nobody asked for its years: as a line, which
/// tells it from what was. All else is of the newest year that was.
fn looks_ahead(selection: &Selection) -> bool {
    selection.view().explores() && matches!(selection.figure, None | Some(FigureKind::Line | FigureKind::Table))
}

/// The periods that are no forecast; all, where each is one.
pub(super) fn past(all: &[Period], table: &TableEntry) -> Vec<Period> {
    let from = table.forecast_from.map(|from| from.first_month());
    let mut past = all.to_vec();
    past.retain(|period| from.is_none_or(|from| period.last_month() < from));
    if past.is_empty() { all.to_vec() } else { past }
}

/// The periods of the span asked for, of all that there are at a resolution. It
/// ends with the newest that is shown unasked, unless it says where.
pub(super) fn periods_shown(
    selection: &Selection,
    table: &TableEntry,
    all: &[Period],
    resolution: Resolution,
    notices: &mut Vec<Notice>,
) -> Vec<Period> {
    let unasked = if looks_ahead(selection) { all.to_vec() } else { past(all, table) };
    let (from, to) = match selection.span {
        Span::All => (None, None),
        Span::Last(count) => return unasked[unasked.len().saturating_sub(usize::from(count))..].to_vec(),
        Span::Range { from, to } => (from, to),
    };
    let all = if to.is_some() { all } else { &unasked };
    let at =
        |period: Period, month: Period| if period.resolution() == resolution { period } else { month.at(resolution) };
    let starts = from.map(|period| at(period, period.first_month()));
    let ends = to.map(|period| at(period, period.last_month()));
    let inside: Vec<Period> = all
        .iter()
        .copied()
        .filter(|period| starts.is_none_or(|from| *period >= from) && ends.is_none_or(|to| *period <= to))
        .collect();
    if inside.is_empty() {
        let end = |period: Option<Period>| period.map_or_else(String::new, |period| period.to_string());
        notices.push(Notice::NotInTable(Parameter::Span, [&end(from), "..", &end(to)].concat()));
        return all.to_vec();
    }
    inside
}
