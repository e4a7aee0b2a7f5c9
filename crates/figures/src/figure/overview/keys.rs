//! The numbers that matter of one area: now, against a year ago, since the
//! start, and beside riket.

use super::super::context::Context;
use super::super::headline::Trend;
use super::kommuner::last_published;
use super::{KeyNumber, superseded};
use crate::text::{self, number};
use faktabank_tables::measure::{Numbers, change};
use faktabank_tables::query::Place;
use faktabank_tables::snapshot::Edition;
use faktabank_tables::statistics::{Age, AreaCode, Content, Period, Phrase, Sex, Table};

pub(super) fn key_numbers(context: &Context<'_>, lead: Content, trend: &Trend) -> Vec<KeyNumber> {
    let language = context.language;
    let counted = text::contents::counted(lead, language);
    let decimals = context.plain_decimals(lead);
    let told = |value: f64| number::decimal(value, decimals, language);
    let year = |value: &str, before: f64| {
        let before = told(before);
        Phrase { sv: "{0} på ett år, från {1}", en: "{0} over a year, from {1}" }.fill(language, &[value, &before])
    };
    let against = |earlier: (Period, f64)| change(Ok(trend.now.1), Ok(earlier.1)).ok();
    // What each has, days or kronor, is told by what it is more or less; how many, in per cent.
    let per_cent = |earlier: (Period, f64)| {
        if lead.is_level() {
            let rounded = |value| number::round(value, decimals);
            return Some(number::signed(rounded(trend.now.1) - rounded(earlier.1), decimals, language));
        }
        against(earlier).and_then(|it| it.per_cent).map(|value| number::signed_per_cent(value, 1, language))
    };
    if context.in_per_cent(lead) {
        return rate(context, lead, trend);
    }
    let mut keys = vec![KeyNumber {
        number: told(trend.now.1),
        label: counted.to_owned(),
        note: match trend.year_before.and_then(|before| Some(year(&per_cent(before)?, before.1))) {
            Some(year) => year,
            None => trend.lack.1.clone(),
        },
    }];
    if let Some(share) = trend.share {
        let before = trend
            .year_before
            .and_then(|(period, _)| context.numbers.share(lead, &context.resolved.places[0].members, period).whole());
        let points = before.map(|before| {
            let value = number::signed(number::round(share, 1) - number::round(before, 1), 1, language);
            Phrase { sv: "{0} procentenheter på ett år", en: "{0} percentage points over a year" }
                .fill(language, &[&value])
        });
        keys.push(KeyNumber {
            number: number::per_cent(share, 1, language),
            label: context.say("av {0}", "of {0}", &[&context.population()]),
            note: points.unwrap_or_default(),
        });
    }
    if let Some(start) = trend.start
        && let Some(changed) = against(start)
    {
        let since = text::period::since_until(start.0, trend.now.0, language);
        keys.push(KeyNumber {
            number: number::signed(changed.difference, decimals, language),
            label: [counted, " ", &since].concat(),
            note: per_cent(start)
                .map(|value| {
                    Phrase { sv: "{0}, från {1}", en: "{0}, from {1}" }.fill(language, &[&value, &told(start.1)])
                })
                .unwrap_or_default(),
        });
    }
    keys
}

/// A rate: now, and its change over a year and since the start.
fn rate(context: &Context<'_>, lead: Content, trend: &Trend) -> Vec<KeyNumber> {
    let language = context.language;
    let points = |earlier: (Period, f64)| {
        number::signed(number::round(trend.now.1, 1) - number::round(earlier.1, 1), 1, language)
    };
    let mut keys = vec![KeyNumber {
        number: number::per_cent(trend.now.1, 1, language),
        label: text::contents::in_sentence(lead, language),
        note: trend
            .year_before
            .map(|before| {
                Phrase { sv: "{0} procentenheter på ett år", en: "{0} percentage points over a year" }
                    .fill(language, &[&points(before)])
            })
            .unwrap_or_default(),
    }];
    if let Some(start) = trend.start {
        let since = text::period::since_until(start.0, trend.now.0, language);
        let from = number::per_cent(start.1, 1, language);
        keys.push(KeyNumber {
            number: points(start),
            label: [context.say_word("procentenheter ", "percentage points "), &since].concat(),
            note: Phrase { sv: "från {0}", en: "from {0}" }.fill(language, &[&from]),
        });
    }
    keys
}

/// What was last published of a kommun's share of the whole that the fact bank
/// is first about, where the figure itself does not show it.
pub(super) fn published_share(
    context: &Context<'_>,
    (edition, tables): (&Edition, &[Table]),
    place: &Place,
) -> Option<KeyNumber> {
    let whole = context.topic().catalogue().first_whole().filter(|whole| !context.numbers.table.has(*whole))?;
    let own = place.code()?;
    let (point, period, table) = last_published(tables, whole, own, context.language)?;
    let is_old = superseded::revised(edition, tables, table, whole, own).is_some();
    let old =
        if is_old { context.say_word(", äldre version av tabellen", ", an older version of the table") } else { "" };
    let population = text::person::population(Some(Sex::default()), Age::default(), context.language);
    Some(KeyNumber {
        number: point.text,
        label: text::contents::had(whole, &population, context.language),
        note: [&period, old].concat(),
    })
}

/// A rate of another topic now, with riket's beside it.
pub(super) fn beside(context: &Context<'_>, table: &Table, content: Content, place: &Place) -> Option<KeyNumber> {
    let language = context.language;
    let period = *table.periods.last()?;
    // The län as the table has it, rather than the sum of its kommuner.
    let own = place.code().map_or_else(|| place.members.clone(), |code| vec![code]);
    let level = |members: &[AreaCode]| Numbers::of(table).level(content, members, period).whole();
    let own = level(&own)?;
    let when = text::period::during(period, language);
    let country = level(&[AreaCode::Country]).filter(|_| place.code() != Some(AreaCode::Country));
    let country = country.map(|value| number::per_cent(value, 1, language));
    Some(KeyNumber {
        number: number::per_cent(own, 1, language),
        label: [&text::letters::uncapitalised(text::contents::head(content).get(language)), " ", &when].concat(),
        note: country
            .map(|value| Phrase { sv: "riket {0}", en: "Sweden {0}" }.fill(language, &[&value]))
            .unwrap_or_default(),
    })
}
