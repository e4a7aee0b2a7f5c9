//! Riket beside the area: one sentence, from the table of the figure where it
//! holds riket, else from a table that has both in one period.

use super::super::context::Context;
use super::super::headline::Trend;
use super::{Country, link};
use crate::text::doing::Doing;
use crate::text::{self, contents, number};
use faktabank_tables::measure::Numbers;
use faktabank_tables::query::{AreaChoice, Measure, Place, View};
use faktabank_tables::statistics::{Age, AreaCode, Content, Period, Sex, Table};

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

/// Where the table of the figure has no riket: both in the newest period of any table
/// that has both. Other periods are not set beside each other.
pub(super) fn of_one_period(context: &Context<'_>, tables: &[Table], place: &Place) -> Option<Country> {
    let language = context.language;
    let whole = context.topic().whole()?;
    let own = place.code()?;
    let at = |table: &Table, period: Period| {
        let share = |area| Numbers::of(table).share(whole, &[area], period).whole();
        Some((share(own)?, share(AreaCode::Country)?))
    };
    let newest = |table| {
        let table: &Table = table;
        table.periods.iter().rev().find_map(|&period| Some((table, period, at(table, period)?)))
    };
    let both = tables.iter().filter_map(newest).max_by_key(|it| it.1.last_month());
    let (table, period, (share, country)) = both?;
    let words = |value| number::per_cent_in_words(value, 1, language);
    let name = context.place_in_sentence(place);
    let population = text::person::population(Some(Sex::default()), Age::default(), language);
    let amount = context.say("{0} av {1} i {2}", "{0} of {1} in {2}", &[&words(share), &population, &name]);
    let when = text::letters::capitalised(&text::period::then(period, language));
    let level = Doing::of(whole)?.level(&when, &amount, language);
    let mut sentence = context.say("{0}, mot {1} i riket.", "{0}, against {1} in Sweden.", &[&level, &words(country)]);
    // Figures that the agency has revised since say so.
    let newer = context.numbers.share(whole, &place.members, period).whole();
    if let Some(newer) = newer.filter(|newer| table.id != context.numbers.table.id && words(*newer) != words(share)) {
        sentence.push_str(&context.say(
            " Båda är ur en äldre version av tabellen. I den nyare är andelen i {0} {1}; riket saknas där.",
            " Both are of an older version of the table. In the newer one the share in {0} is {1}; Sweden is not in it.",
            &[&name, &words(newer)],
        ));
    }
    let source = &table.source;
    let read_from = source.read_from.get(language);
    let from = if read_from.is_empty() { String::new() } else { [", ", read_from].concat() };
    let caption = context.say(
        "Källa: {0} {1}{2}.",
        "Source: {0} {1}{2}.",
        &[&source.agency, source.statistic.get(language), &from],
    );
    Some(Country {
        sentence,
        caption,
        link: link(context, |to| {
            to.view = Some(View::Compare);
            to.table = Some(table.id.clone());
            to.areas = vec![place.choice.clone(), AreaChoice::Area(AreaCode::Country)];
            to.measure = Some(Measure::Share);
        }),
    })
}
