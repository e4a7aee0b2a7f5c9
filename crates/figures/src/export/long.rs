//! The tables behind a figure as one long CSV: a line for each number, just as
//! it was published, whatever the figure makes of it.
//!
//! Long, since that is what pivot tables and programs sort, filter and turn
//! about; since each number then has room for its own note; and since rows of
//! counts, shares and rates cannot share one column head. All that the
//! selection loaded is here: every contents, area and period of its table.

use super::Subject;
use super::csv::{Lines, Manner, NOTE};
use crate::figure::Status;
use crate::figure::area_name;
use crate::text::{self, number, ui};
use faktabank_tables::query::AreaChoice;
use faktabank_tables::statistics::{AreaCode, Phrase, Table};

const CODE: Phrase = Phrase { sv: "{0}, kod", en: "{0}, code" };
/// A spreadsheet that opens the file by a double click takes codes for numbers.
const AREA_CODE: Phrase = Phrase {
    sv: "{0}, kod (två eller fyra siffror, nollor först hör till)",
    en: "{0}, code (two or four digits, leading zeros belong to it)",
};
const VALUE: Phrase = Phrase { sv: "Värde", en: "Value" };
const UNIT: Phrase = Phrase { sv: "Enhet", en: "Unit" };
const STATUS: Phrase = Phrase { sv: "Siffrornas ursprung", en: "Origin of the figures" };

/// Every number of the tables.
pub(super) fn csv(subject: &Subject<'_>) -> String {
    let mut lines = Lines::new(Manner::Swedish);
    let heads = [
        (ui::TABLE, false),
        (ui::AREA_HEAD, true),
        (ui::AREA_HEAD, false),
        (ui::CONTENTS, true),
        (ui::CONTENTS, false),
        (ui::SEX, false),
        (ui::AGE, false),
        (ui::PERIOD, false),
        (VALUE, false),
        (UNIT, false),
        (NOTE, false),
        (STATUS, false),
        (ui::SOURCE, false),
        (ui::EDITION, false),
    ];
    lines.line(heads.map(|(phrase, code)| {
        let words = subject.say(phrase);
        let of_area = phrase == ui::AREA_HEAD;
        if code { if of_area { AREA_CODE } else { CODE }.fill(subject.language(), &[words]) } else { words.to_owned() }
    }));
    for table in subject.tables {
        numbers(&mut lines, table, table.areas.iter(), subject);
    }
    lines.text
}

/// About how many bytes the file has: those of the first area, for each.
pub(super) fn size(subject: &Subject<'_>) -> usize {
    let of_table = |table: &Table| {
        let mut lines = Lines::new(Manner::Swedish);
        numbers(&mut lines, table, table.areas.iter().take(1), subject);
        lines.text.len() * table.areas.len()
    };
    subject.tables.iter().map(of_table).sum()
}

fn numbers<'a>(lines: &mut Lines, table: &Table, areas: impl Iterator<Item = &'a AreaCode>, subject: &Subject<'_>) {
    let language = subject.language();
    let title = table.label.get(language);
    let provenance = subject.say(ui::provenance(table.provenance));
    let source = [&table.source.agency, ", ", table.source.statistic.get(language), " ", &table.source.table].concat();
    let source = source.trim_end();
    let topic = table.contents.first().map(|content| content.topic());
    let unreported = topic.map(|topic| text::contents::unreported(topic, language)).unwrap_or_default();
    let understated = text::lack::UNDERSTATED.fill(language, &[&unreported]);
    for &area in areas {
        let code = area.to_string();
        let name = area_name(&AreaChoice::Area(area), subject.areas, language);
        for &content in &table.contents {
            let what = text::contents::name(content).get(language);
            for (&sex, &age) in table.sexes.iter().flat_map(|sex| table.ages.iter().map(move |age| (sex, age))) {
                let ages = age.to_string();
                let unit = text::contents::unit(content, &text::person::population(Some(sex), age, language), language);
                for &period in &table.periods {
                    let cell = table.cell(area, content, sex, age, period);
                    for words in [title, &code, &name, content.code(), what, sex.code(), &ages] {
                        lines.word(words);
                    }
                    lines.word(&period.to_string());
                    lines.field(
                        &cell.map_or_else(|lack| lack.symbol().to_owned(), |it| number::raw(it).replace('.', ",")),
                    );
                    lines.word(&unit);
                    let mut note = Vec::new();
                    match cell {
                        Err(lack) => note.push(subject.say(text::lack::reason(lack))),
                        Ok(_) => {
                            let too_low = table.is_understated(area, content, sex, age, period);
                            note.extend(too_low.then_some(understated.as_str()));
                            note.extend(Status::of(table, period).word().map(|word| subject.say(word)));
                        }
                    }
                    let note = note.join(", ");
                    for words in [&note, provenance, source, &subject.resolved.edition.id.0] {
                        lines.word(words);
                    }
                    lines.end();
                }
            }
        }
    }
}
