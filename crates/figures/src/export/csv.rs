//! A figure's table as CSV, in two manners, with lines ended as RFC 4180 has them.
//!
//! For a Swedish spreadsheet: UTF-8 with a byte order mark, `;` between fields,
//! decimal comma. A few lines of words come first (headline, table, source,
//! provenance, edition), then the table, then the notes. What is missing is
//! SCB's symbol; what must be known of a number stands in the last column.
//!
//! For programs: `,` between fields, decimal point, and nothing but the table,
//! so that any reader of CSV takes it as it is; what is missing is empty, and
//! notes, provenance, edition and source are columns.
//!
//! Numbers have the decimals of the page. Text that a spreadsheet would take
//! for a formula is led by an apostrophe.

use super::{Subject, words};
use crate::figure::{DataTable, Point};
use crate::text::{modelled, number};
use faktabank_tables::statistics::{Phrase, Provenance};

pub(super) const NOTE: Phrase = Phrase { sv: "Anmärkning", en: "Note" };

/// How fields and numbers are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// `;` and decimal comma.
    Swedish,
    /// `,` and decimal point.
    Plain,
}

/// The table as a Swedish spreadsheet opens it.
pub(super) fn swedish(subject: &Subject<'_>) -> String {
    let mut lines = Lines::new(Manner::Swedish);
    for words in [subject.figure.headline.title.clone()].into_iter().chain(subject.facts()) {
        lines.line([words]);
    }
    lines.line([String::new()]);
    let notes = subject.row_notes();
    // A column of nothing would only be in the way.
    let any = notes.iter().any(|note| !note.is_empty());
    let last = any.then(|| subject.say(NOTE).to_owned());
    table(&mut lines, &subject.figure.table, last.into_iter().collect(), |row| {
        if any { vec![notes[row].clone()] } else { Vec::new() }
    });
    let notes = &subject.figure.caption.notes;
    if !notes.is_empty() {
        lines.line([String::new()]);
    }
    for note in notes {
        lines.line([note.clone()]);
    }
    lines.text
}

/// The table alone, as programs read it.
pub(super) fn plain(subject: &Subject<'_>) -> String {
    let mut lines = Lines::new(Manner::Plain);
    let notes = subject.row_notes();
    let caption = &subject.figure.caption;
    let provenance = match caption.provenance {
        // Nothing else in the file says so.
        Provenance::Modelled => subject.say(modelled::NAME),
        provenance => provenance.key(),
    };
    let heads = ["note", "provenance", "edition", "source"].map(str::to_owned).to_vec();
    table(&mut lines, &subject.figure.table, heads, |row| {
        let edition = subject.resolved.edition.id.0.clone();
        vec![notes[row].clone(), provenance.to_owned(), edition, caption.source.clone()]
    });
    lines.text
}

/// Heads and rows, each with what comes after the numbers.
fn table(lines: &mut Lines, table: &DataTable, heads: Vec<String>, after: impl Fn(usize) -> Vec<String>) {
    let names = table.columns.iter().map(|column| column.name.clone());
    lines.line([table.stub.clone()].into_iter().chain(names).chain(heads));
    for (at, row) in table.rows.iter().enumerate() {
        lines.word(&row.name);
        for (cell, column) in row.cells.iter().zip(&table.columns) {
            lines.number(cell, column.decimals);
        }
        for words in after(at) {
            lines.word(&words);
        }
        lines.end();
    }
}

/// Lines of fields.
pub(super) struct Lines {
    manner: Manner,
    begun: bool,
    pub(super) text: String,
}

impl Lines {
    pub(super) fn new(manner: Manner) -> Self {
        let mark = if manner == Manner::Swedish { "\u{feff}" } else { "" };
        Self { manner, begun: false, text: mark.to_owned() }
    }

    fn separator(&self) -> char {
        if self.manner == Manner::Swedish { ';' } else { ',' }
    }

    /// A field that is in the form of this manner.
    pub(super) fn field(&mut self, field: &str) {
        if self.begun {
            self.text.push(self.separator());
        }
        self.begun = true;
        self.text.push_str(field);
    }

    /// A field of words: quoted where it must be, and never a formula.
    pub(super) fn word(&mut self, words: &str) {
        let field = text(&words::of(words), self.separator());
        self.field(&field);
    }

    /// A number with nothing between thousands, or what stands for its lack.
    fn number(&mut self, cell: &Point, decimals: usize) {
        let field = match (cell.value, self.manner) {
            (Ok(value), Manner::Swedish) => number::in_file(value, decimals),
            (Ok(value), Manner::Plain) => number::in_file(value, decimals).replace(',', "."),
            (Err(reason), Manner::Swedish) => reason.symbol().to_owned(),
            (Err(_), Manner::Plain) => String::new(),
        };
        self.field(&field);
    }

    /// Ends a line.
    pub(super) fn end(&mut self) {
        self.text.push_str("\r\n");
        self.begun = false;
    }

    /// A line of words.
    pub(super) fn line(&mut self, words: impl IntoIterator<Item = String>) {
        words.into_iter().for_each(|words| self.word(&words));
        self.end();
    }
}

fn text(words: &str, separator: char) -> String {
    let is_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{2212}']);
    let words = if is_formula { ["'", words].concat() } else { words.to_owned() };
    let quoted = words.contains([separator, '"', '\n', '\r']);
    if quoted { ["\"", &words.replace('"', "\"\""), "\""].concat() } else { words }
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
            ("\t=1", "'\t=1"),
            ("\n=1", "\"'\n=1\""),
            ("Falun; Borlänge", "\"Falun; Borlänge\""),
            ("rad\nrad", "\"rad\nrad\""),
            ("", ""),
        ] {
            assert_eq!(text(words, ';'), field);
        }
        assert_eq!(text("Falun; Borlänge", ','), "Falun; Borlänge");
        assert_eq!(text("Falun, Borlänge", ','), "\"Falun, Borlänge\"");
    }
}
