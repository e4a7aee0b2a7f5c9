//! One step of a walk in one short sentence: what, when, the number, what it lacks,
//! and what else fits.

use crate::figure::Point;
use faktabank_tables::statistics::Language;

/// The most signs of a sentence.
pub const MOST: usize = 140;

/// "Sjukpenning, andra halvåret 2025: 4 321, preliminärt, −3,2 % på ett år".
pub(super) fn of(name: &str, when: &str, point: &Point, rest: &[String], language: Language) -> String {
    let comma = if name.is_empty() || when.is_empty() { "" } else { ", " };
    let mut said = [name, comma, when, ": "].concat();
    // Of a number that is missing, its reason is what there is to say.
    let is_missing = point.value.is_err() && !point.note.is_empty();
    said.push_str(if is_missing { &point.note } else { &point.text });
    let status = point.status.word().map(|word| word.get(language)).filter(|_| point.value.is_ok());
    let note = Some(point.note.as_str()).filter(|note| point.value.is_ok() && !note.is_empty());
    for lack in status.into_iter().chain(note) {
        said.push_str(", ");
        said.push_str(lack);
    }
    let mut said = shortened(said);
    for words in rest.iter().filter(|words| !words.is_empty()) {
        let longer = [&said, ", ", words].concat();
        if signs(&longer) > MOST {
            break;
        }
        said = longer;
    }
    said
}

/// A sentence that is no longer than may be: cut between words, and seen to be.
pub(super) fn shortened(said: String) -> String {
    if signs(&said) <= MOST {
        return said;
    }
    let cut: String = said.chars().take(MOST - 1).collect();
    let end = cut.rfind([' ', '\u{a0}']).unwrap_or(cut.len());
    [cut[..end].trim_end_matches([',', ';', ':']), "…"].concat()
}

fn signs(said: &str) -> usize {
    said.chars().count()
}
