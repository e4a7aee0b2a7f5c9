//! A figure's table as CSV, in two manners, with lines ended as RFC 4180 has them.
//!
//! For a Swedish spreadsheet: UTF-8 with a byte order mark, `;` between fields,
//! decimal comma. A few lines of words come first (headline, table, source,
//! provenance, edition), then the table, then the notes. What is missing is
//! SCB's symbol; what must be known of a number stands in the last column.
//!
//! For programs: `,` between fields, decimal point, and nothing but a line for each
//! number, so that any reader of CSV takes it as it is: the code and the name of each of
//! what it is of, its unit, and what there is to know. What is missing is empty.
//!
//! Numbers have the decimals of the page. Text that a spreadsheet would take
//! for a formula is led by an apostrophe; a month is written as its code, which none
//! takes for a day.

use super::cube::{self, Category, Dimension, Kind};
use super::{Subject, cells, words};
use crate::figure::{Column, ColumnKey, DataTable, Point, Row};
use crate::text::{modelled, number};
use faktabank_tables::statistics::{Period, Phrase, Provenance, Resolution};

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
        let note = || row.and_then(|row| notes.get(row).cloned()).unwrap_or_default();
        if any { vec![note()] } else { Vec::new() }
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

/// The numbers alone, as programs read them: the cube of the table, and its sum.
pub(super) fn plain(subject: &Subject<'_>) -> String {
    let mut lines = Lines::new(Manner::Plain);
    let caption = &subject.figure.caption;
    let provenance = match caption.provenance {
        // Nothing else in the file says so.
        Provenance::Modelled => subject.say(modelled::NAME),
        provenance => provenance.key(),
    };
    let cube = cube::of(subject);
    let heads = cube.dimensions.iter().flat_map(|it| [[head(it), "_code"].concat(), head(it).to_owned()]);
    let heads: Vec<String> = heads.collect();
    let rest = ["value", "unit", "note", "provenance", "edition", "source"].map(str::to_owned);
    lines.line(heads.into_iter().chain(rest));
    let mut line = |place: Vec<[&str; 2]>, cell: &Point, decimals: usize, unit: &str| {
        for words in place.into_iter().flatten() {
            lines.word(words);
        }
        lines.number(cell, decimals);
        let edition = &subject.resolved.edition.id.0;
        for words in [unit, &cells::note(cell, subject.language()), provenance, edition, &caption.source] {
            lines.word(words);
        }
        lines.end();
    };
    let unit = |place: &[&Category]| {
        let own = place.iter().find(|it| !it.unit.is_empty());
        own.map_or_else(|| subject.figure.table.units.clone(), |it| it.unit.clone())
    };
    for (at, cell) in cube.cells.iter().enumerate() {
        let place = cube.place(at);
        let named = place.iter().map(|it| [it.code.as_str(), it.label.as_str()]).collect();
        line(named, cell, cube.decimals(at), &unit(&place));
    }
    if let (Some(total), false) = (&subject.figure.table.total, cube.cells.is_empty()) {
        // Of areas a sum is one more of them, and of parts one more of those.
        let place = cube.place(0);
        let parts = cube.dimensions.iter().any(|it| it.kind == Kind::Contents && it.categories.len() > 1);
        let kind = if parts { Kind::Contents } else { Kind::Area };
        let code = total.key.code();
        let named = cube.dimensions.iter().zip(&place).map(|(dimension, it)| match dimension.kind == kind {
            true => [code.as_str(), total.name.as_str()],
            false => [it.code.as_str(), it.label.as_str()],
        });
        for cell in total.cells.iter().take(1) {
            line(named.clone().collect(), cell, cube.decimals(0), &unit(&place));
        }
    }
    lines.text
}

/// What the columns of a dimension are called, whatever the language of the figure.
const fn head(dimension: &Dimension) -> &'static str {
    match (dimension.kind, dimension.id.as_bytes()) {
        (Kind::Area, _) => "area",
        (Kind::Contents, _) => "contents",
        (Kind::Sex, _) => "sex",
        (Kind::Age, _) => "age",
        (Kind::Period, _) => "period",
        (Kind::Other, b"Rad") => "row",
        (Kind::Other, _) => "series",
    }
}

/// Heads and rows, each with what comes after the numbers; last their sum, if they have one.
fn table(lines: &mut Lines, table: &DataTable, heads: Vec<String>, after: impl Fn(Option<usize>) -> Vec<String>) {
    let names = table.columns.iter().map(|column| column_name(table, column));
    lines.line([table.stub.clone()].into_iter().chain(names).chain(heads));
    for (at, row) in table.rows.iter().map(Some).enumerate().chain([(table.rows.len(), table.total.as_ref())]) {
        let Some(row) = row else { continue };
        lines.word(&row_name(row));
        for (cell, column) in row.cells.iter().zip(&table.columns) {
            lines.number(cell, column.decimals);
        }
        for words in after(Some(at).filter(|at| *at < table.rows.len())) {
            lines.word(&words);
        }
        lines.end();
    }
}

/// A month as its code: "maj 2024" becomes the first of May in a spreadsheet.
fn row_name(row: &Row) -> String {
    row.key.period().and_then(code_of_month).unwrap_or_else(|| row.name.clone())
}

fn column_name(table: &DataTable, column: &Column) -> String {
    let of_period = match column.key {
        ColumnKey::Measure(_) => table.period,
        ColumnKey::Period(period) => Some(period),
        _ => None,
    };
    of_period.and_then(code_of_month).unwrap_or_else(|| column.name.clone())
}

fn code_of_month(period: Period) -> Option<String> {
    (period.resolution() == Resolution::Month).then(|| period.to_string())
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
