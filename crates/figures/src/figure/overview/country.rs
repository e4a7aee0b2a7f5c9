//! Riket beside the area: one sentence, from the table of the figure where it
//! holds riket, else from SCB's annual series.

use super::super::context::{Context, table};
use super::super::headline::Trend;
use super::{Country, link};
use crate::text::doing::Doing;
use crate::text::{self, contents, number};
use faktabank_tables::measure::{Numbers, change};
use faktabank_tables::query::{AreaChoice, FigureKind, Measure, Place, View};
use faktabank_tables::snapshot::{Edition, TableEntry};
use faktabank_tables::statistics::{Age, AreaCode, Content, Period, Phrase, Resolution, Sex, Table};

/// Riket from the same table as the area: the same counting, side by side.
pub(super) fn of_the_same(context: &Context<'_>, place: &Place, own: &Trend) -> Option<Country> {
    let language = context.language;
    let table = context.numbers.table;
    let riket = Place::of(AreaCode::Country);
    let whole = context.topic().whole()?;
    if !table.areas.contains(&AreaCode::Country) || context.in_per_cent(whole) {
        return None;
    }
    let period = own.now.0;
    let count = context.numbers.level(whole, &riket.members, period).whole()?;
    let share = context.numbers.share(whole, &riket.members, period).whole()?;
    let share = number::per_cent_in_words(share, 1, language);
    let count = number::whole(count, language);
    let when = text::letters::capitalised(&text::period::during(period, language));
    let mut sentence = in_riket(context, whole, &when, &count);
    sentence.push_str(&context.say(", {0} av {1}.", ", {0} of {1}.", &[&share, &context.population()]));
    if let Some(own) = own.share {
        let (name, own) = (context.place_in_sentence(place), number::per_cent_in_words(own, 1, language));
        sentence.push_str(&context.say(" I {0} var andelen {1}.", " In {0} the share was {1}.", &[&name, &own]));
    }
    let source = [&table.source.agency, " ", table.source.statistic.get(language)].concat();
    let caption = context.say(
        "Källa: {0}, samma tabell som diagrammet.",
        "Source: {0}, the same table as the chart.",
        &[&source],
    );
    Some(Country {
        sentence,
        caption,
        link: link(context, |to| {
            to.view = Some(View::Compare);
            to.areas = vec![place.choice.clone(), AreaChoice::Area(AreaCode::Country)];
            to.measure = Some(Measure::Share);
        }),
    })
}

/// "År 2023 försörjdes 701 953 helårspersoner av samhällets stöd i riket"
fn in_riket(context: &Context<'_>, whole: Content, when: &str, count: &str) -> String {
    let language = context.language;
    let amount = [count, "\u{a0}", contents::counted(whole, language)].concat();
    let level = match Doing::of(whole) {
        Some(doing) => doing.level(when, &amount, language),
        None => contents::level(whole).fill(language, &[when, &contents::subject(whole, language).definite, &amount]),
    };
    context.say("{0} i riket", "{0} in Sweden", &[&level])
}

/// Riket has no months of its own in this edition: SCB's annual series stands
/// beside the chart, never in it.
pub(super) fn of_the_year(context: &Context<'_>, edition: &Edition, tables: &[Table]) -> Option<Country> {
    let language = context.language;
    let whole = context.topic().whole()?;
    let holds = |entry: &&TableEntry| {
        entry.contents.contains(&whole) && entry.resolution() == Resolution::Year && entry.holds(AreaCode::Country)
    };
    let entry = edition.entries().find(holds)?;
    let riket = table(tables, &entry.id, Sex::default(), Age::default())?;
    let numbers = Numbers::of(riket);
    let at = |period: Period| {
        let count = numbers.level(whole, &[AreaCode::Country], period).whole()?;
        Some((period, count, numbers.share(whole, &[AreaCode::Country], period).whole()))
    };
    let (period, count, share) = riket.periods.iter().rev().find_map(|&period| at(period))?;
    let (first, first_count, _) = riket.periods.iter().find_map(|&period| at(period))?;
    let count_text = number::whole(count, language);
    let start = number::plain(first.year());
    let share = match share {
        Some(share) => Phrase { sv: ", {0} av {1}", en: ", {0} of {1}" }.fill(
            language,
            &[
                &number::per_cent_in_words(share, 1, language),
                &text::person::population(Some(Sex::default()), Age::default(), language),
            ],
        ),
        None => String::new(),
    };
    let changed = change(Ok(count), Ok(first_count)).ok()?.per_cent?;
    let size = number::per_cent_in_words(changed.abs(), 0, language);
    let direction =
        if changed < 0.0 { Phrase { sv: "färre", en: "fewer" } } else { Phrase { sv: "fler", en: "more" } };
    let when = text::letters::capitalised(&text::period::during(period, language));
    let sentence = in_riket(context, whole, &when, &count_text);
    let than = Phrase { sv: "{0}{1}. Det är {2} {3} än år {4}.", en: "{0}{1}. That is {2} {3} than in {4}." };
    let sentence = than.fill(language, &[&sentence, &share, &size, direction.get(language), &start]);
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
