//! The numbers of a row to the words that must go with them in a file, where
//! there is nothing to point at.

use crate::figure::{DataTable, Row};
use crate::statistics::Language;
use crate::text::ui;

/// What must be known of the numbers of a row, each by its column where there
/// are several.
pub(super) fn of(table: &DataTable, row: &Row, language: Language) -> String {
    let mut told: Vec<String> = Vec::new();
    let preliminary = ui::PRELIMINARY.get(language);
    let all = row.cells.iter().all(|cell| cell.preliminary);
    for (cell, column) in row.cells.iter().zip(&table.columns) {
        let mut words: Vec<&str> = Vec::new();
        if !cell.note.is_empty() {
            words.push(&cell.note);
        }
        if cell.preliminary && !all && cell.value.is_ok() {
            words.push(preliminary);
        }
        if words.is_empty() {
            continue;
        }
        let words = words.join(", ");
        told.push(if row.cells.len() > 1 { [&column.name, ": ", &words].concat() } else { words });
    }
    if all && row.cells.iter().any(|cell| cell.value.is_ok()) {
        told.push(preliminary.to_owned());
    }
    told.join(". ")
}
