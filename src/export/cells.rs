//! What must be known of one number, in a form that has a place for it.

use crate::figure::Point;
use crate::statistics::Language;
use crate::text::ui;

/// Why it is missing, what is lacking, or that it may change; empty where
/// there is nothing to know.
pub(super) fn note(cell: &Point, language: Language) -> String {
    let preliminary = (cell.preliminary && cell.value.is_ok()).then(|| ui::PRELIMINARY.get(language));
    let own = Some(cell.note.as_str()).filter(|note| !note.is_empty());
    own.into_iter().chain(preliminary).collect::<Vec<_>>().join(", ")
}
