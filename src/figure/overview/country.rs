//! Riket beside the area: one sentence from SCB's annual series.

use super::super::context::{Context, table};
use super::{Country, link};
use crate::measure::{Numbers, change};
use crate::query::{AreaChoice, FigureKind};
use crate::snapshot::{Edition, TableEntry};
use crate::statistics::{AreaCode, Content, Period, Phrase, Resolution, Table};
use crate::text::number;

/// Riket has no months of its own here: SCB's annual series stands beside the
/// chart, never in it.
pub(super) fn country(context: &Context<'_>, edition: &Edition, tables: &[Table]) -> Option<Country> {
    let language = context.language;
    let holds = |entry: &&TableEntry| {
        entry.contents.contains(&Content::Total)
            && entry.resolution() == Resolution::Year
            && entry.areas().any(|area| area == AreaCode::Country)
    };
    let entry = edition.tables.iter().find(holds)?;
    let riket = table(tables, &entry.id)?;
    let numbers = Numbers::of(riket);
    let at = |period: Period| {
        let count = numbers.level(Content::Total, &[AreaCode::Country], period).ok()?;
        Some((period, count, numbers.share(Content::Total, &[AreaCode::Country], period).ok()))
    };
    let (period, count, share) = riket.periods.iter().rev().find_map(|&period| at(period))?;
    let (first, first_count, _) = riket.periods.iter().find_map(|&period| at(period))?;
    let count_text = number::whole(count, language);
    let (year, start) = (number::plain(period.year()), number::plain(first.year()));
    let share = match share {
        Some(share) => Phrase {
            sv: ", {0} av befolkningen 20–\u{2060}64\u{a0}år",
            en: ", {0} of the population aged 20–\u{2060}64",
        }
        .fill(language, &[&number::per_cent_in_words(share, 1, language)]),
        None => String::new(),
    };
    let changed = change(Ok(count), Ok(first_count)).ok()?.per_cent?;
    let size = number::per_cent_in_words(changed.abs(), 0, language);
    let direction =
        if changed < 0.0 { Phrase { sv: "färre", en: "fewer" } } else { Phrase { sv: "fler", en: "more" } };
    let sentence = Phrase {
        sv: "I riket försörjdes {0} helårspersoner år {1}{2}. Det är {3} {4} än år {5}.",
        en: "In Sweden {0} full-year equivalents were supported in {1}{2}. That is {3} {4} than in {5}.",
    }
    .fill(language, &[&count_text, &year, &share, &size, direction.get(language), &start]);
    let caption = Phrase {
        sv: "Källa: {0}, årsserie. Den ligger något högre än månadstabellen och visas därför för sig.",
        en: "Source: {0}, annual series. It lies slightly above the monthly table and is therefore shown apart.",
    }
    .fill(language, &[&riket.source.agency]);
    Some(Country {
        sentence,
        caption,
        link: link(context, |to| {
            to.table = Some(entry.id.clone());
            to.areas = vec![AreaChoice::Area(AreaCode::Country)];
            to.figure = Some(FigureKind::Area);
        }),
    })
}
