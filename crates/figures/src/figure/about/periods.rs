//! The periods of a table in words: how many, from when to when, and which of
//! them may still change.

use crate::text::{self, number};
use faktabank_tables::statistics::{Language, Period, Phrase, Resolution, Table};

/// So few periods with gaps between them are named one by one.
const MOST_NAMED: usize = 6;

/// "144 månader, januari 2014–december 2025; från och med januari 2025 preliminära".
pub(super) fn held(table: &Table, language: Language) -> String {
    let Some(resolution) = table.periods.first().map(|period| period.resolution()) else { return String::new() };
    let spans = spans(&table.periods, language);
    let spans =
        if spans.len() <= MOST_NAMED { text::list::and(&spans, language) } else { ends(&table.periods, language) };
    let count = [&counted(table.periods.len(), resolution, language), ", ", &spans].concat();
    let Some(from) = table.preliminary_from else { return count };
    let from = text::period::name(from, language);
    let preliminary = Phrase { sv: "; från och med {0} preliminära", en: "; preliminary from {0} on" };
    count + &preliminary.fill(language, &[&from])
}

fn ends(periods: &[Period], language: Language) -> String {
    let ends = periods.first().zip(periods.last());
    ends.map(|(&first, &last)| text::period::range(first, last, language)).unwrap_or_default()
}

/// Periods in words, those in a row as from and to.
pub(super) fn spans(periods: &[Period], language: Language) -> Vec<String> {
    let mut runs: Vec<(Period, Period)> = Vec::new();
    for &period in periods {
        match runs.last_mut() {
            Some((_, last)) if period == last.step(1) => *last = period,
            _ => runs.push((period, period)),
        }
    }
    runs.iter().map(|&(first, last)| text::period::range(first, last, language)).collect()
}

/// "1 månad", "18 månader", "5 halvår".
pub(super) fn counted(count: usize, resolution: Resolution, language: Language) -> String {
    let phrase = match (resolution, count) {
        (Resolution::Month, 1) => Phrase { sv: "{0} månad", en: "{0} month" },
        (Resolution::Month, _) => Phrase { sv: "{0} månader", en: "{0} months" },
        (Resolution::Quarter, 1) => Phrase { sv: "{0} kvartal", en: "{0} quarter" },
        (Resolution::Quarter, _) => Phrase { sv: "{0} kvartal", en: "{0} quarters" },
        (Resolution::HalfYear, 1) => Phrase { sv: "{0} halvår", en: "{0} half-year" },
        (Resolution::HalfYear, _) => Phrase { sv: "{0} halvår", en: "{0} half-years" },
        (Resolution::Year, 1) => Phrase { sv: "{0} år", en: "{0} year" },
        (Resolution::Year, _) => Phrase { sv: "{0} år", en: "{0} years" },
        (Resolution::Rolling12, 1) => Phrase { sv: "Medelvärde för tolv månader", en: "Twelve-month mean" },
        (Resolution::Rolling12, _) => {
            Phrase { sv: "{0} medelvärden för tolv månader", en: "{0} twelve-month means" }
        }
    };
    phrase.fill(language, &[&number::count(count)])
}
