//! A selection for a link that others keep: one that follows the newest
//! figures, or one that shows these for ever.

use super::{Resolved, Selection, Span};

/// The same selection, of whatever edition and periods are the newest when it
/// is opened. A span that ends with the newest period goes on ending there.
pub fn live(selection: &Selection, resolved: &Resolved) -> Selection {
    let mut live = selection.clone();
    // Figures that the newest edition does not have can be had from theirs alone.
    if resolved.current || resolved.newer.is_some() {
        live.edition = None;
    }
    if let Span::Range { to: Some(_), .. } = live.span
        && resolved.periods.last() == resolved.all_periods.last()
        && let Ok(count) = u16::try_from(resolved.periods.len())
    {
        live.span = if resolved.periods == resolved.all_periods { Span::All } else { Span::Last(count) };
    }
    live
}

/// The same selection, of this edition, table and these periods.
pub fn frozen(selection: &Selection, resolved: &Resolved) -> Selection {
    let span = match (resolved.periods.first(), resolved.periods.last()) {
        (Some(&from), Some(&to)) => Span::Range { from: Some(from), to: Some(to) },
        _ => selection.span,
    };
    let (edition, table) = (Some(resolved.edition.clone()), Some(resolved.table.id.clone()));
    Selection { edition, table, span, resolution: Some(resolved.resolution), ..selection.clone() }
}
