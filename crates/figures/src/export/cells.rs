//! What must be known of one number, in a form that has a place for it.

use crate::figure::Point;
use faktabank_tables::statistics::Language;

/// Why it is missing, what is lacking, or that it may change or is yet to come; empty where
/// there is nothing to know.
pub(super) fn note(cell: &Point, language: Language) -> String {
    let status = cell.status.word().filter(|_| cell.value.is_ok()).map(|word| word.get(language));
    let own = Some(cell.note.as_str()).filter(|note| !note.is_empty());
    own.into_iter().chain(status).collect::<Vec<_>>().join(", ")
}
