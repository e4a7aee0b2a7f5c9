//! Several places side by side: the difference in one sentence.

use super::super::Headline;
use super::super::context::Context;
use super::movement::Movement;
use super::subject;
use super::trend::in_word;
use crate::query::Place;
use crate::statistics::{AreaCode, Content, Language, Period};
use crate::text::{self, number};

/// A place with its number.
struct Standing<'a> {
    place: &'a Place,
    value: f64,
}

/// The headline of a figure of several places and one contents; `None` if
/// fewer than two places have a number in one and the same period.
pub(super) fn places(context: &Context<'_>) -> Option<Headline> {
    let content = context.resolved.contents[0];
    let (period, standings) = common_period(context, content)?;
    if context.in_per_cent(content) {
        Some(levels(context, content, period, &standings))
    } else {
        changes(context, content, period, &standings)
    }
}

/// The newest period in which most places have numbers, at least two.
fn common_period<'a>(context: &Context<'a>, content: Content) -> Option<(Period, Vec<Standing<'a>>)> {
    let at = |period: Period| -> Vec<Standing<'a>> {
        let value =
            |place: &'a Place| context.plain(content, place, period).ok().map(|value| Standing { place, value });
        context.resolved.places.iter().filter_map(value).collect()
    };
    let periods = &context.resolved.periods;
    let most = periods.iter().map(|&period| at(period).len()).max().filter(|&most| most >= 2)?;
    periods.iter().rev().map(|&period| (period, at(period))).find(|(_, standings)| standings.len() == most)
}

fn is_country(standing: &Standing<'_>) -> bool {
    standing.place.code() == Some(AreaCode::Country)
}

/// Shares can be set against each other as they are.
fn levels(context: &Context<'_>, content: Content, period: Period, standings: &[Standing<'_>]) -> Headline {
    let language = context.language;
    let subject = subject::of(context, content).capitalised();
    let (country, others): (Vec<&Standing<'_>>, Vec<&Standing<'_>>) =
        standings.iter().partition(|standing| is_country(standing));
    // Riket is the yardstick; with one place beside it, it is one of the two.
    let mut compared = if others.len() > 1 { others } else { standings.iter().collect() };
    compared.sort_by(|a, b| b.value.total_cmp(&a.value));
    let (Some(high), Some(low)) = (compared.first(), compared.last()) else { return super::none(context) };
    let name = |standing: &Standing<'_>| context.place_in_sentence(standing.place);
    let shown = |value: f64| number::decimal(value, 1, language);
    let same = number::round(high.value, 1) == number::round(low.value, 1);
    let title = match (language, same, compared.len()) {
        (Language::Swedish, true, 2) => {
            format!("{subject} är {} procent i både {} och {}", shown(high.value), name(high), name(low))
        }
        (Language::English, true, 2) => {
            format!("{subject} is {} per cent in both {} and {}", shown(high.value), name(high), name(low))
        }
        (Language::Swedish, true, _) => format!("{subject} är {} procent i alla valda områden", shown(high.value)),
        (Language::English, true, _) => format!("{subject} is {} per cent in all areas chosen", shown(high.value)),
        (Language::Swedish, false, 2) => format!(
            "{subject} är högre i {} än i {}: {} mot {} procent",
            name(high),
            name(low),
            shown(high.value),
            shown(low.value)
        ),
        (Language::English, false, 2) => format!(
            "{subject} is higher in {} than in {}: {} against {} per cent",
            name(high),
            name(low),
            shown(high.value),
            shown(low.value)
        ),
        (Language::Swedish, false, _) => format!(
            "{subject} är högst i {}, {} procent, och lägst i {}, {} procent",
            tied(context, &compared, high.value),
            shown(high.value),
            tied(context, &compared, low.value),
            shown(low.value)
        ),
        (Language::English, false, _) => format!(
            "{subject} is highest in {}, {} per cent, and lowest in {}, {} per cent",
            tied(context, &compared, high.value),
            shown(high.value),
            tied(context, &compared, low.value),
            shown(low.value)
        ),
    };
    let mut sentences = vec![gap(context, content, period, high, low)];
    if let (Some(country), true) = (country.first(), compared.iter().all(|standing| !is_country(standing))) {
        let level = number::per_cent_in_words(country.value, 1, language);
        sentences.push(match language {
            Language::Swedish => format!("Riket ligger på {level}."),
            Language::English => format!("Sweden is at {level}."),
        });
    }
    Headline { title, lead: sentences.join(" ") }
}

/// The places that share a shown value: no winner where the numbers tie.
fn tied(context: &Context<'_>, compared: &[&Standing<'_>], value: f64) -> String {
    let names: Vec<String> = compared
        .iter()
        .filter(|standing| number::round(standing.value, 1) == number::round(value, 1))
        .map(|standing| context.place_in_sentence(standing.place))
        .collect();
    text::list::and(&names, context.language)
}

/// "Skillnaden är 5,7 procentenheter i april 2026. I april 2020 var den 4,8."
fn gap(context: &Context<'_>, content: Content, period: Period, high: &Standing<'_>, low: &Standing<'_>) -> String {
    let language = context.language;
    let difference = |high: f64, low: f64| number::round(number::round(high, 1) - number::round(low, 1), 1);
    let when = text::period::during(period, language);
    let now = number::points_in_words(difference(high.value, low.value), language);
    let mut text = match language {
        Language::Swedish => format!("Skillnaden är {now} {when}."),
        Language::English => format!("The difference is {now} {when}."),
    };
    let both = |period: Period| {
        let high = context.plain(content, high.place, period).ok()?;
        Some((period, difference(high, context.plain(content, low.place, period).ok()?)))
    };
    let earlier = context.resolved.periods.iter().copied().filter(|it| it.same_season(period) && *it < period);
    let Some((then, before)) = earlier.into_iter().find_map(both) else { return text };
    let when = text::period::capitalised(&text::period::during(then, language));
    let size = number::decimal(before.abs(), 1, language);
    let low = context.place_in_sentence(low.place);
    text.push(' ');
    text.push_str(&match language {
        Language::Swedish if before > 0.0 => format!("{when} var den {size}."),
        Language::English if before > 0.0 => format!("{when} it was {size}."),
        Language::Swedish if before == 0.0 => format!("{when} låg de lika."),
        Language::English if before == 0.0 => format!("{when} they were equal."),
        Language::Swedish => format!("{when} låg {low} i stället {size} högre."),
        Language::English => format!("{when} {low} was {size} higher instead."),
    });
    text
}

/// Counts of places of different size are compared by how they changed.
fn changes(context: &Context<'_>, content: Content, period: Period, standings: &[Standing<'_>]) -> Option<Headline> {
    let language = context.language;
    let index = context.resolved.measure == crate::query::Measure::Index;
    let earlier =
        context.resolved.periods.iter().copied().filter(|it| *it < period && (index || it.same_season(period)));
    let movements = |then: Period| -> Option<Vec<(String, Movement)>> {
        standings
            .iter()
            .map(|standing| {
                let before = context.plain(content, standing.place, then).ok()?;
                let movement = Movement::of_count(standing.value, before, context.numbers.table.error_of(content));
                Some((context.place_in_sentence(standing.place), movement))
            })
            .collect()
    };
    let (then, movements) = earlier.into_iter().find_map(|then| Some((then, movements(then)?)))?;
    let subject = subject::of(context, content);
    let since = text::period::name(then, language);
    let (told, first) = (&movements[..movements.len().min(3)], movements.first()?.1.rose());
    let one_way =
        first.is_some() && told.iter().all(|(_, it)| it.rose() == first && matches!(it, Movement::PerCent { .. }));
    let by = match language {
        Language::Swedish => "",
        Language::English => "by ",
    };
    let part = |(at, (place, movement)): (usize, &(String, Movement))| match movement.verb(language) {
        // "minskat med 27 procent i Falun och 10 procent i Borlänge"
        Some(_) if one_way && at > 0 => format!("{by}{} {} {place}", movement.size(language), in_word(language)),
        Some(verb) => format!("{verb} {} {place}", in_word(language)),
        None => match language {
            Language::Swedish => format!("knappt ändrats i {place}"),
            Language::English => format!("hardly changed in {place}"),
        },
    };
    let parts: Vec<String> = told.iter().enumerate().map(part).collect();
    let parts = text::list::and(&parts, language);
    let (name, has) = (subject.capitalised(), subject.has(language));
    let title = match language {
        Language::Swedish => format!("{name} {has} sedan {since} {parts}"),
        Language::English => format!("Since {since}, {} {has} {parts}", subject.name),
    };
    let when = text::period::capitalised(&text::period::during(period, language));
    let counts: Vec<String> = standings
        .iter()
        .map(|standing| {
            let count = number::whole(standing.value, language);
            format!("{count} {} {}", in_word(language), context.place_in_sentence(standing.place))
        })
        .collect();
    let verb = match language {
        Language::Swedish => "var det",
        Language::English => "it was",
    };
    Some(Headline { title, lead: format!("{when} {verb} {}.", text::list::and(&counts, language)) })
}
