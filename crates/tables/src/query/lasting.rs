//! A selection for a link that others keep: one that follows the newest
//! figures, or one that shows these for ever.

use super::{Resolved, Selection, Span, View};

/// The same selection, of whatever edition and periods are the newest when it
/// is opened. A span that ends with the newest period goes on ending there.
pub fn live(selection: &Selection, resolved: &Resolved) -> Selection {
    let mut live = selection.clone();
    // Figures that the newest edition does not have can be had from theirs alone.
    if resolved.edition.current || resolved.edition.newer.is_some() {
        live.edition = None;
    }
    if let Span::Range { to: Some(_), .. } = live.span
        && resolved.time.periods.last() == resolved.time.all.last()
        && let Ok(count) = u16::try_from(resolved.time.periods.len())
    {
        live.span = if resolved.time.periods == resolved.time.all { Span::All } else { Span::Last(count) };
    }
    live
}

/// The same selection, of this edition, table and these periods.
pub fn frozen(selection: &Selection, resolved: &Resolved) -> Selection {
    let span = match (resolved.time.periods.first(), resolved.time.periods.last()) {
        (Some(&from), Some(&to)) => Span::Range { from: Some(from), to: Some(to) },
        _ => selection.span,
    };
    let (edition, table) = (Some(resolved.edition.id.clone()), Some(resolved.table.id.clone()));
    Selection { edition, table, span, resolution: Some(resolved.time.resolution), ..selection.clone() }
}

/// What is shown now as one figure for everyone in the room: all that its own view meant
/// by itself is said, since another one means something else.
pub fn presented(selection: &Selection, resolved: &Resolved) -> Selection {
    Selection {
        view: Some(View::Present),
        topic: None,
        table: Some(resolved.table.id.clone()),
        areas: resolved.choices(),
        contents: resolved.what.contents.iter().map(|content| content.to_code()).collect(),
        resolution: Some(resolved.time.resolution),
        measure: Some(resolved.what.measure),
        figure: Some(resolved.form.figure),
        ..selection.clone()
    }
}
