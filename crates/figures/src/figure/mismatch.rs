//! Two contents that are set against each other to the warnings of what in them
//! does not match: of what ages, of women or men, of when. Each is found in the
//! tables themselves.

use super::scatter::{Pair, Side};
use crate::text::{self, pair as words, ui};
use faktabank_tables::statistics::{Phrase, Resolution, Sex};

/// What does not match, a sentence each; nothing of two contents of one table.
pub(super) fn warnings(pair: &Pair<'_>) -> Vec<String> {
    if !pair.is_of_two() {
        return Vec::new();
    }
    let apart = [(words::PERIODS, when as fn(&Side<'_>) -> String), (words::AGES, ages), (words::SEXES, sexes)];
    apart.into_iter().filter_map(|(phrase, of)| warning(pair, phrase, of)).collect()
}

fn warning(pair: &Pair<'_>, phrase: Phrase, of: fn(&Side<'_>) -> String) -> Option<String> {
    let (one, other) = (of(&pair.across), of(&pair.up));
    let parts = [&pair.across.in_sentence(), &one, &pair.up.in_sentence(), &other];
    (one != other).then(|| phrase.fill(pair.across.context.language, &parts.map(String::as_str)))
}

fn ages(side: &Side<'_>) -> String {
    text::person::age(side.context.numbers.age, side.context.language)
}

fn sexes(side: &Side<'_>) -> String {
    let phrase = match side.context.numbers.sex {
        Sex::Both => words::BOTH_SEXES,
        Sex::Women => ui::WOMEN,
        Sex::Men => ui::MEN,
    };
    text::letters::uncapitalised(phrase.get(side.context.language))
}

/// What its number is of: a month, a year as published, or a mean of months.
fn when(side: &Side<'_>) -> String {
    let native = side.context.numbers.table.resolution();
    let phrase = match (side.period.resolution(), native) {
        (resolution, native) if resolution != native => words::MEAN,
        (Resolution::Month, _) => words::OF_MONTH,
        (Resolution::Quarter | Resolution::HalfYear | Resolution::Year, _) => words::OF_YEAR,
        (Resolution::Rolling12, _) => words::OF_TWELVE,
    };
    phrase.fill(side.context.language, &[&text::period::name(side.period, side.context.language)])
}
