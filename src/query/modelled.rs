//! From real figures to modelled ones and back: what the model has for a
//! selection that the real edition cannot answer as asked.

use super::{Notice, Selection, Span, resolve};
use crate::snapshot::{Edition, EditionId, Manifest};
use crate::statistics::Areas;

/// The same selection in the modelled edition, if there is one, it is not the
/// one selected, and it holds all that was asked.
///
/// Whether the real edition falls short of it, the notices of
/// [`Resolved`](super::Resolved) and an empty figure say.
pub fn modelled_for(selection: &Selection, manifest: &Manifest, areas: &Areas) -> Option<Selection> {
    let modelled = manifest.editions.iter().find(|edition| edition.modelled)?;
    if selection.edition.as_ref() == Some(&modelled.id) {
        return None;
    }
    let asked = moved(selection, modelled, Some(&modelled.id));
    let resolved = resolve(&asked, manifest, areas)?;
    let answered = |notice: &Notice| !matches!(notice, Notice::NotInTable(..) | Notice::PartlyInTable(..));
    resolved.notices.iter().all(answered).then_some(asked)
}

/// The same selection in the edition that the explorer opens on, from a
/// modelled one; `None` where the selection is of real figures already.
pub fn real_for(selection: &Selection, manifest: &Manifest) -> Option<Selection> {
    let here = manifest.edition(selection.edition.as_ref()?).filter(|edition| edition.modelled)?;
    let current = manifest.edition(&manifest.current)?;
    (here.id != current.id).then(|| moved(selection, current, None))
}

/// The selection in another edition: a table that it lacks is left to it to
/// choose, and with the table what only that table had.
fn moved(selection: &Selection, to: &Edition, id: Option<&EditionId>) -> Selection {
    let mut moved = Selection { edition: id.cloned(), ..selection.clone() };
    if moved.table.as_ref().is_some_and(|table| to.table(table).is_none()) {
        moved.table = None;
        moved.resolution = None;
        moved.span = Span::All;
    }
    moved
}
