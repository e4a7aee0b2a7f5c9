//! Whether figures of a table are older than others that the edition holds: their shares
//! of the län or of riket differ from those of another table in the same period.

use super::super::context::{Context, table};
use crate::text::{self, number};
use faktabank_tables::measure::Numbers;
use faktabank_tables::snapshot::Edition;
use faktabank_tables::statistics::{Age, AreaCode, Content, Period, Sex, Table};

/// A smaller difference may be one of rounding or of another population.
const LEAST: f64 = 0.2;

/// Shares of one area and period that were revised.
pub(in super::super) struct Revised {
    area: AreaCode,
    period: Period,
    was: f64,
    is: f64,
}

/// The newest share of the län of an area, or of riket, that another table has otherwise.
pub(in super::super) fn revised(
    edition: &Edition,
    tables: &[Table],
    old: &Table,
    whole: Content,
    own: AreaCode,
) -> Option<Revised> {
    let near = [Some(own), own.county(), Some(AreaCode::Country)];
    let others = edition.tables.iter().filter(|entry| entry.id != old.id && entry.contents.contains(&whole));
    let numbers = |id| Some(Numbers::of(table(tables, id, Sex::default(), Age::default())?));
    let mut found: Option<Revised> = None;
    for entry in others {
        let Some(other) = numbers(&entry.id) else { continue };
        let population = entry.population.as_ref().and_then(|id| table(tables, id, Sex::default(), Age::default()));
        // A series by year is counted otherwise.
        if other.table.resolution().months() > old.resolution().months() {
            continue;
        }
        let other = Numbers { population, ..other };
        for area in near.into_iter().flatten() {
            for &period in &old.periods {
                let share = |numbers: &Numbers<'_>| {
                    numbers.share(whole, &[area], period).whole().map(|share| number::round(share, 1))
                };
                let (Some(was), Some(is)) = (share(&Numbers::of(old)), share(&other)) else { continue };
                let differs = number::round((was - is).abs(), 1) >= LEAST;
                if differs && found.as_ref().is_none_or(|found| found.period < period) {
                    found = Some(Revised { area, period, was, is });
                }
            }
        }
    }
    found
}

impl Revised {
    /// " Siffrorna är ur en äldre version av tabellen. Sedan dess har andelen i Dalarna
    /// första halvåret 2025 ändrats från 12,9 till 12,6 procent."
    pub(in super::super) fn told(&self, context: &Context<'_>) -> String {
        let name = context.place_in_sentence(&faktabank_tables::query::Place::of(self.area));
        let parts = [
            &name,
            &text::period::then(self.period, context.language),
            &number::decimal(self.was, 1, context.language),
            &number::per_cent_in_words(self.is, 1, context.language),
        ];
        context.say(
            " Siffrorna är ur en äldre version av tabellen. Sedan dess har andelen i {0} {1} ändrats från {2} till {3}.",
            " The figures are of an older version of the table. Since then the share in {0} {1} has been changed from {2} to {3}.",
            &parts.map(String::as_str),
        )
    }
}
