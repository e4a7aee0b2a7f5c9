//! The numbers of a row to the words that must go with them in a file, where
//! there is nothing to point at.

use crate::figure::{DataTable, Row, Status};
use faktabank_tables::statistics::Language;

/// What must be known of the numbers of a row, each by its column where there
/// are several.
pub(super) fn of(table: &DataTable, row: &Row, language: Language) -> String {
    let mut told: Vec<String> = Vec::new();
    let first = row.cells.first().map_or(Status::Final, |cell| cell.status);
    let all = first != Status::Final && row.cells.iter().all(|cell| cell.status == first);
    for (cell, column) in row.cells.iter().zip(&table.columns) {
        let mut words: Vec<&str> = Vec::new();
        if !cell.note.is_empty() {
            words.push(&cell.note);
        }
        if !all && cell.value.is_ok() {
            words.extend(cell.status.word().map(|word| word.get(language)));
        }
        if words.is_empty() {
            continue;
        }
        let words = words.join(", ");
        told.push(if row.cells.len() > 1 { [&column.name, ": ", &words].concat() } else { words });
    }
    if all && row.cells.iter().any(|cell| cell.value.is_ok()) {
        told.extend(first.word().map(|word| word.get(language).to_owned()));
    }
    told.join(". ")
}
