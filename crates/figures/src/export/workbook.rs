//! A figure's table as a workbook of two sheets: the numbers, with title,
//! source, provenance and notes beside them; and what is known about them.
//!
//! Makes the plain description (JSON) that `web/xlsx.mjs` writes as XLSX:
//! sheets of rows of cells, where text is text and numbers are numbers at full
//! precision, shown with the decimals of the page.

use super::csv::NOTE;
use super::{Subject, cube, words};
use crate::text::json;
use crate::text::{self, list, ui};
use faktabank_tables::statistics::{Missing, Phrase};
use serde::Serialize;

const FIGURES: Phrase = Phrase { sv: "Siffror", en: "Figures" };
const ABOUT: Phrase = Phrase { sv: "Om siffrorna", en: "About the figures" };
const HEADLINE: Phrase = Phrase { sv: "Rubrik", en: "Headline" };
const SHOWN: Phrase = Phrase { sv: "Visar", en: "Shows" };
const ORIGIN: Phrase = Phrase { sv: "Ursprung", en: "Origin" };
const PUBLISHED: Phrase = Phrase { sv: "Utgåvan publicerad", en: "Edition published" };
const FETCHED: Phrase = Phrase { sv: "Hämtad", en: "Retrieved" };
const CODE: Phrase = Phrase { sv: "Kod", en: "Code" };
const CODES: Phrase = Phrase { sv: "Koder: {0}", en: "Codes: {0}" };
const SYMBOL: Phrase = Phrase { sv: "Tecknet {0}", en: "The symbol {0}" };

#[derive(Serialize)]
struct Workbook {
    sheets: [Sheet; 2],
}

#[derive(Serialize)]
struct Sheet {
    name: &'static str,
    /// Widths of columns, in letters.
    widths: Vec<usize>,
    rows: Vec<Vec<Cell>>,
}

/// A cell: nothing, words, or a number.
#[derive(Default, Serialize)]
struct Cell {
    text: Option<String>,
    number: Option<f64>,
    /// Decimals that a number is shown with.
    decimals: usize,
    bold: bool,
    right: bool,
    wrap: bool,
}

impl Cell {
    fn words(text: &str) -> Self {
        Self { text: Some(words::of(text)), ..Self::default() }
    }

    fn bold(text: &str) -> Self {
        Self { bold: true, ..Self::words(text) }
    }
}

/// The workbook, as JSON.
pub(super) fn json(subject: &Subject<'_>) -> String {
    json::text(&Workbook { sheets: [figures(subject), about(subject)] })
}

fn figures(subject: &Subject<'_>) -> Sheet {
    let (figure, table) = (subject.figure, &subject.figure.table);
    let mut rows = vec![vec![Cell::bold(&figure.headline.title)]];
    rows.extend(subject.facts().iter().map(|words| vec![Cell::words(words)]));
    rows.push(Vec::new());
    let notes = subject.row_notes();
    let any = notes.iter().any(|note| !note.is_empty());
    let heads = table.columns.iter().map(|column| Cell { right: true, wrap: true, ..Cell::bold(&column.name) });
    let last = any.then(|| Cell::bold(subject.say(NOTE))).into_iter().chain([Cell::bold(subject.say(CODE))]);
    rows.push([Cell::bold(&table.stub)].into_iter().chain(heads).chain(last).collect());
    let none = String::new();
    for (row, note) in table.rows.iter().zip(&notes).chain(table.total.iter().map(|row| (row, &none))) {
        let cells = row.cells.iter().zip(&table.columns).map(|(cell, column)| match cell.value {
            Ok(value) => Cell { number: Some(value), decimals: column.decimals, ..Cell::default() },
            Err(reason) => Cell { right: true, ..Cell::words(reason.symbol()) },
        });
        let note = any.then(|| Cell::words(note));
        let after = note.into_iter().chain([Cell::words(&row.key.code())]);
        rows.push([Cell::words(&row.name)].into_iter().chain(cells).chain(after).collect());
    }
    rows.push(Vec::new());
    rows.extend(figure.caption.notes.iter().map(|note| vec![Cell::words(note)]));
    let names = table.rows.iter().map(|row| row.name.chars().count()).chain([table.stub.chars().count()]);
    let mut widths = vec![names.max().unwrap_or(0).clamp(16, 40)];
    // Long heads are broken over lines.
    widths.extend(table.columns.iter().map(|column| column.name.chars().count().clamp(12, 22)));
    widths.extend(any.then_some(60));
    widths.push(16);
    Sheet { name: subject.say(FIGURES), widths, rows }
}

fn about(subject: &Subject<'_>) -> Sheet {
    let (figure, resolved, language) = (subject.figure, subject.resolved, subject.language());
    let caption = &figure.caption;
    let contents: Vec<String> =
        resolved.what.contents.iter().map(|&it| text::contents::name(it).get(language).to_owned()).collect();
    let persons = subject.of_each(|of| match of.is_apart() {
        true => [text::person::EACH.get(language), ", ", &text::person::age(of.what.age, language)].concat(),
        false => text::person::persons(of.what.sex, of.what.age, language),
    });
    let symbol = |reason: Missing| SYMBOL.fill(language, &[reason.symbol()]);
    let facts: [(&str, &str); 16] = [
        (subject.say(HEADLINE), &figure.headline.title),
        ("", &figure.headline.lead),
        (subject.say(SHOWN), &caption.what),
        (subject.say(ui::AREAS), &subject.places()),
        (subject.say(ui::CONTENTS), &list::and(&contents, language)),
        (subject.say(ui::PERIOD), &subject.span()),
        (subject.say(ui::SEX), &persons),
        (subject.say(ui::SOURCE), &caption.source),
        ("", &caption.source_url),
        (subject.say(ORIGIN), &caption.provenance_text),
        (subject.say(ui::EDITION), &caption.edition),
        (subject.say(PUBLISHED), subject.published),
        (subject.say(FETCHED), subject.today),
        (subject.say(ui::FIGURE_ADDRESS), subject.address),
        (&symbol(Missing::NotAvailable), subject.say(ui::NO_VALUE)),
        (&symbol(Missing::CannotOccur), subject.say(text::lack::reason(Missing::CannotOccur))),
    ];
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (name, words) in facts {
        if !words.is_empty() {
            rows.push(vec![Cell::bold(name), Cell { wrap: true, ..Cell::words(words) }]);
        }
    }
    for (at, note) in caption.notes.iter().enumerate() {
        let name = if at == 0 { subject.say(ui::NOTES) } else { "" };
        rows.push(vec![Cell::bold(name), Cell { wrap: true, ..Cell::words(note) }]);
    }
    // As text, so that codes keep their zeros.
    for dimension in cube::of(subject).dimensions.iter().filter(|it| it.kind != cube::Kind::Period) {
        rows.push(Vec::new());
        rows.push(vec![Cell::bold(&CODES.fill(language, &[dimension.label])), Cell::default()]);
        rows.extend(dimension.categories.iter().map(|it| vec![Cell::words(&it.code), Cell::words(&it.label)]));
    }
    Sheet { name: subject.say(ABOUT), widths: vec![22, 90], rows }
}
