//! From modelled figures back to real ones.

use super::{Selection, Span};
use crate::snapshot::{Edition, Manifest};

/// The same selection in the edition that the explorer opens on, from a
/// modelled one; `None` where the selection is of real figures already.
pub fn real_for(selection: &Selection, manifest: &Manifest) -> Option<Selection> {
    let here = manifest.edition(selection.edition.as_ref()?).filter(|edition| edition.modelled)?;
    let current = manifest.edition(&manifest.current)?;
    (here.id != current.id).then(|| moved(selection, current))
}

/// The selection without its edition: a table that the current one lacks is
/// left to it to choose, and with the table what only that table had.
fn moved(selection: &Selection, to: &Edition) -> Selection {
    let mut moved = Selection { edition: None, ..selection.clone() };
    if moved.table.as_ref().is_some_and(|table| to.table(table).is_none()) {
        moved.table = None;
        moved.resolution = None;
        moved.span = Span::All;
    }
    moved
}
