//! Several places side by side: the difference in one sentence.

use super::super::Headline;
use super::super::context::Context;
use super::movement::{self, Movement};
use super::{subject, tense, without_newer};
use crate::text::{self, number};
use faktabank_tables::measure::descending_order;
use faktabank_tables::query::{Measure, Place};
use faktabank_tables::statistics::{AreaCode, Cell, Content, Period, Phrase};

/// A place with its number.
struct Standing<'a> {
    place: &'a Place,
    value: f64,
}

/// The headline of a figure of several places and one contents; `None` if
/// fewer than two places have a whole number in one and the same period.
pub(super) fn places(context: &Context<'_>) -> Option<Headline> {
    let content = context.resolved.what.contents[0];
    let (period, standings) = common_period(context, content)?;
    let mut said = if context.in_per_cent(content) && context.resolved.what.measure == Measure::Share {
        levels(context, content, period, &standings)
    } else {
        changes(context, content, period, &standings)?
    };
    said.title = tense::said(context, period, said.title);
    said.lead.push_str(&without_newer(context, content, &context.resolved.places, period));
    Some(said)
}

/// The newest period in which most places have whole numbers, at least two.
fn common_period<'a>(context: &Context<'a>, content: Content) -> Option<(Period, Vec<Standing<'a>>)> {
    let at = |period: Period| -> Vec<Standing<'a>> {
        let value =
            |place: &'a Place| context.plain(content, place, period).whole().map(|value| Standing { place, value });
        context.resolved.places.iter().filter_map(value).collect()
    };
    let mut most: Option<(Period, Vec<Standing<'a>>)> = None;
    for &period in context.resolved.time.periods.iter().rev() {
        let standings = at(period);
        let more = most.as_ref().map_or(1, |(_, most)| most.len());
        if standings.len() > more {
            let all = standings.len() == context.resolved.places.len();
            most = Some((period, standings));
            if all {
                break;
            }
        }
    }
    most
}

fn is_country(standing: &Standing<'_>) -> bool {
    standing.place.code() == Some(AreaCode::Country)
}

/// Shares can be set against each other as they are.
fn levels(context: &Context<'_>, content: Content, period: Period, standings: &[Standing<'_>]) -> Headline {
    let language = context.language;
    let subject = subject::of(context, content);
    let is = tense::is(context, &subject, period);
    let (country, others): (Vec<&Standing<'_>>, Vec<&Standing<'_>>) =
        standings.iter().partition(|standing| is_country(standing));
    // Riket is the yardstick; with one place beside it, it is one of the two.
    let compared: Vec<&Standing<'_>> = if others.len() > 1 { others } else { standings.iter().collect() };
    let values: Vec<Cell> = compared.iter().map(|standing| Ok(standing.value)).collect();
    let compared: Vec<&Standing<'_>> = descending_order(&values).into_iter().map(|at| compared[at]).collect();
    let (Some(high), Some(low)) = (compared.first(), compared.last()) else { return Headline::default() };
    let name = |standing: &Standing<'_>| context.place_in_sentence(standing.place);
    let shown = |value: f64| number::decimal(value, 1, language);
    let same = number::round(high.value, 1) == number::round(low.value, 1);
    let phrase = match (same, compared.len()) {
        (true, 2) => {
            Phrase { sv: "{0} {5} {3} procent i både {1} och {2}", en: "{0} {5} {3} per cent in both {1} and {2}" }
        }
        (true, _) => {
            Phrase { sv: "{0} {5} {3} procent i alla valda områden", en: "{0} {5} {3} per cent in all areas chosen" }
        }
        (false, 2) => Phrase {
            sv: "{0} {5} högre i {1} än i {2}: {3} mot {4} procent",
            en: "{0} {5} higher in {1} than in {2}: {3} against {4} per cent",
        },
        (false, _) => Phrase {
            sv: "{0} {5} högst i {1}, {3} procent, och lägst i {2}, {4} procent",
            en: "{0} {5} highest in {1}, {3} per cent, and lowest in {2}, {4} per cent",
        },
    };
    let (first, last) = if same {
        (name(high), name(low))
    } else {
        (tied(context, &compared, high.value), tied(context, &compared, low.value))
    };
    let title =
        phrase.fill(language, &[&subject.capitalised(), &first, &last, &shown(high.value), &shown(low.value), &is]);
    let mut lead = if same {
        let when = text::letters::capitalised(&text::period::during(period, language));
        context.say("{0} var den densamma.", "{0} it was the same.", &[&when])
    } else {
        gap(context, content, period, high, low)
    };
    if let (Some(country), true) = (country.first(), compared.iter().all(|standing| !is_country(standing))) {
        let level = number::per_cent_in_words(country.value, 1, language);
        lead.push_str(&context.say(" Riket ligger på {0}.", " Sweden is at {0}.", &[&level]));
    }
    Headline { title, lead }
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
    let mut text = context.say("Skillnaden är {0} {1}.", "The difference is {0} {1}.", &[&now, &when]);
    let both = |period: Period| {
        let high = context.plain(content, high.place, period).whole()?;
        Some((period, difference(high, context.plain(content, low.place, period).whole()?)))
    };
    let earlier = context.resolved.time.periods.iter().copied().filter(|it| it.same_season(period) && *it < period);
    let Some((then, before)) = earlier.into_iter().find_map(both) else { return text };
    let when = text::letters::capitalised(&text::period::during(then, language));
    let size = number::decimal(before.abs(), 1, language);
    let low = context.place_in_sentence(low.place);
    let (sv, en) = if before > 0.0 {
        (" {0} var den {1}.", " {0} it was {1}.")
    } else if before < 0.0 {
        (" {0} låg {2} i stället {1} högre.", " {0} {2} was {1} higher instead.")
    } else {
        (" {0} låg de lika.", " {0} they were equal.")
    };
    text.push_str(&context.say(sv, en, &[&when, &size, &low]));
    text
}

/// Counts of places of different size are compared by how they changed, and so
/// is everything whose change is asked for.
fn changes(context: &Context<'_>, content: Content, period: Period, standings: &[Standing<'_>]) -> Option<Headline> {
    let language = context.language;
    let (index, yearly) =
        (context.resolved.what.measure == Measure::Index, context.resolved.what.measure == Measure::Change);
    let shown = context.resolved.time.periods.iter().copied();
    let mut earlier = shown.filter(|it| *it < period && (index || it.same_season(period)));
    let movements = |then: Period| -> Option<Vec<(String, Movement)>> {
        standings
            .iter()
            .map(|standing| {
                let before = context.plain(content, standing.place, then).whole()?;
                let movement = movement::of(context, content, standing.value, before);
                Some((context.place_in_sentence(standing.place), movement))
            })
            .collect()
    };
    let subject = subject::of(context, content);
    let when = text::letters::capitalised(&text::period::during(period, language));
    let levels = told_levels(context, content, standings);
    let since = if yearly {
        let then = period.years_before(1);
        movements(then).map(|movements| (then, movements))
    } else {
        earlier.find_map(|then| Some((then, movements(then)?)))
    };
    let Some((then, movements)) = since else {
        // Of one period alone there is nothing but the levels.
        let title = [&subject.capitalised(), ": ", &levels].concat();
        return Some(Headline { title, lead: [&when, "."].concat() });
    };
    let (told, first) = (&movements[..movements.len().min(3)], movements.first()?.1.rose());
    let one_way = first.is_some() && told.iter().all(|(_, it)| it.rose() == first && !it.is_from_to());
    let part = |(at, (place, movement)): (usize, &(String, Movement))| {
        let size = movement.size(language);
        match movement.verb(language) {
            // "minskat med 27 procent i Falun och 10 procent i Borlänge"
            Some(_) if one_way && at > 0 => context.say("{0} i {1}", "by {0} in {1}", &[&size, place]),
            Some(verb) => context.say("{0} i {1}", "{0} in {1}", &[&verb, place]),
            None => context.say("knappt ändrats i {0}", "hardly changed in {0}", &[place]),
        }
    };
    let parts: Vec<String> = told.iter().enumerate().map(part).collect();
    let parts = text::list::and(&parts, language);
    let (name, has) = (subject.capitalised(), tense::has(context, &subject, period));
    let title = if yearly {
        context.say("{0} {1} på ett år {2}", "{0} {1} over a year {2}", &[&name, &has, &parts])
    } else {
        let since = text::period::name(then, language);
        let parts: [&str; 5] = [&name, &has, &since, &parts, &subject.name];
        context.say("{0} {1} sedan {2} {3}", "Since {2}, {4} {1} {3}", &parts)
    };
    Some(Headline {
        title,
        lead: context.say("{0} var {2} {1}.", "{0} {3} {1}.", &[&when, &levels, subject.pronoun(), subject.it_was()]),
    })
}

/// "2 934 helårspersoner i Falun och 4 074 i Borlänge"
fn told_levels(context: &Context<'_>, content: Content, standings: &[Standing<'_>]) -> String {
    let language = context.language;
    let level = |(at, standing): (usize, &Standing<'_>)| {
        let place = context.place_in_sentence(standing.place);
        // What is counted is said once; persons are in the subject's name.
        let amount = movement::amount(context, content, standing.value, at == 0);
        context.say("{0} i {1}", "{0} in {1}", &[&amount, &place])
    };
    text::list::and(&standings.iter().enumerate().map(level).collect::<Vec<_>>(), language)
}
