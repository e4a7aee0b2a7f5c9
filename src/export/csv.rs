//! A figure's table as CSV for a Swedish spreadsheet: UTF-8 with a byte order
//! mark, `;` between fields, decimal comma, lines ended as RFC 4180 has them.
//!
//! A few lines of words come first (headline, table, source, provenance,
//! edition), then the table, then the notes. Numbers have the decimals of the
//! page. What is missing is SCB's symbol; what must be known of a number
//! stands in the last column. Text that a spreadsheet would take for a formula
//! is led by an apostrophe.

use super::{File, name};
use crate::figure::{DataTable, Figure, Point, Row};
use crate::query::Resolved;
use crate::statistics::{Areas, Language, Phrase};
use crate::text::{number, ui};

const NOTE: Phrase = Phrase { sv: "Anmärkning", en: "Note" };

/// The table of a figure as a file.
pub fn csv(figure: &Figure, resolved: &Resolved, areas: &Areas) -> File {
    let language = resolved.language;
    let caption = &figure.caption;
    let mut lines = Lines(String::from("\u{feff}"));
    let label = |phrase: Phrase, words: &str| [phrase.get(language), ": ", words].concat();
    for words in [
        figure.headline.title.clone(),
        figure.table.caption.clone(),
        label(ui::SOURCE, &caption.source),
        caption.source_url.clone(),
        caption.provenance_text.clone(),
        caption.edition.clone(),
    ] {
        if !words.is_empty() {
            lines.line([text(&words)].into_iter());
        }
    }
    lines.line([String::new()].into_iter());
    table(&mut lines, &figure.table, language);
    if !caption.notes.is_empty() {
        lines.line([String::new()].into_iter());
    }
    for note in &caption.notes {
        lines.line([text(note)].into_iter());
    }
    File { name: name::of(resolved, areas, "csv"), text: lines.0 }
}

/// Lines of fields.
struct Lines(String);

impl Lines {
    fn line(&mut self, fields: impl Iterator<Item = String>) {
        for (at, field) in fields.enumerate() {
            if at > 0 {
                self.0.push(';');
            }
            self.0.push_str(&field);
        }
        self.0.push_str("\r\n");
    }
}

fn table(lines: &mut Lines, table: &DataTable, language: Language) {
    let heads = table.columns.iter().map(|column| text(&column.name));
    let notes: Vec<String> = table.rows.iter().map(|row| notes(table, row, language)).collect();
    // A column of nothing would only be in the way.
    let any = notes.iter().any(|note| !note.is_empty());
    let head = any.then(|| NOTE.get(language).to_owned());
    lines.line([text(&table.stub)].into_iter().chain(heads).chain(head));
    for (row, note) in table.rows.iter().zip(notes) {
        let cells = row.cells.iter().zip(&table.columns).map(|(cell, column)| value(cell, column.decimals));
        lines.line([text(&row.name)].into_iter().chain(cells).chain(any.then(|| text(&note))));
    }
}

/// A number with decimal comma and nothing between thousands, or its symbol.
fn value(cell: &Point, decimals: usize) -> String {
    match cell.value {
        Ok(value) => number::in_file(value, decimals),
        Err(reason) => reason.symbol().to_owned(),
    }
}

/// What must be known of the numbers of a row, each by its column where there
/// are several.
fn notes(table: &DataTable, row: &Row, language: Language) -> String {
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

/// A field of words: quoted where it must be, and never a formula.
fn text(words: &str) -> String {
    let is_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{2212}']);
    let words = if is_formula { ["'", words].concat() } else { words.to_owned() };
    if words.contains([';', '"', '\n', '\r']) { ["\"", &words.replace('"', "\"\""), "\""].concat() } else { words }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn words_are_words() {
        for (words, field) in [
            ("Falun", "Falun"),
            ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("Falun; Borlänge", "\"Falun; Borlänge\""),
            ("rad\nrad", "\"rad\nrad\""),
            ("", ""),
        ] {
            assert_eq!(text(words), field);
        }
    }
}
