//! Riket beside the area: one sentence from SCB's annual series.

use super::super::context::{Context, table};
use super::{Country, link};
use crate::measure::{Numbers, change};
use crate::query::{AreaChoice, FigureKind};
use crate::snapshot::{Edition, TableEntry};
use crate::statistics::{AreaCode, Content, Language, Period, Resolution, Table};
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
    let (count_text, year, start) = (number::whole(count, language), period.year(), first.year());
    let share = share.map(|value| number::per_cent_in_words(value, 1, language));
    let changed = change(Ok(count), Ok(first_count)).ok()?.per_cent?;
    let size = number::per_cent_in_words(changed.abs(), 0, language);
    let sentence = match language {
        Language::Swedish => format!(
            "I riket försörjdes {count_text} helårspersoner år {year}{}. Det är {size} {} än år {start}.",
            share.map(|it| format!(", {it} av befolkningen 20–64 år")).unwrap_or_default(),
            if changed < 0.0 { "färre" } else { "fler" },
        ),
        Language::English => format!(
            "In Sweden {count_text} full-year equivalents were supported in {year}{}. That is {size} {} than in {start}.",
            share.map(|it| format!(", {it} of the population aged 20–64")).unwrap_or_default(),
            if changed < 0.0 { "fewer" } else { "more" },
        ),
    };
    let caption = match language {
        Language::Swedish => format!(
            "Källa: {}, årsserie. Den ligger något högre än månadstabellen och visas därför för sig.",
            riket.source.agency
        ),
        Language::English => format!(
            "Source: {}, annual series. It lies slightly above the monthly table and is therefore shown apart.",
            riket.source.agency
        ),
    };
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
