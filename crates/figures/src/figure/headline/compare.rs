//! Several places side by side: the difference in one sentence.

use super::super::Headline;
use super::super::context::Context;
use super::movement::{self, Movement};
use super::{subject, tense, without_newer};
use crate::text::{self, number};
use faktabank_tables::measure::descending_order;
use faktabank_tables::query::{Measure, Place, Resolved};
use faktabank_tables::statistics::{AreaCode, Cell, Content, Period, Phrase};

/// A place with its number.
struct Standing<'a> {
    place: &'a Place,
    value: f64,
}

/// The headline of a figure of several places and one contents; `None` if
/// fewer than two places have a whole number in one and the same period.
pub(super) fn places(context: &Context<'_>) -> Option<Headline> {
    said(context, if is_of_levels(context.resolved) { levels } else { changes })
}

/// The same of a figure that [`is_of_levels`], without the code of all the others.
pub(super) fn levels_of_places(context: &Context<'_>) -> Option<Headline> {
    said(context, levels)
}

/// Whether places are told by their shares, which can be set against each other as they are.
pub(in super::super) fn is_of_levels(resolved: &Resolved) -> bool {
    resolved.what.measure == Measure::Share
}

type Tell = fn(&Context<'_>, Content, Period, &[Standing<'_>]) -> Option<Headline>;

fn said(context: &Context<'_>, tell: Tell) -> Option<Headline> {
    let content = context.resolved.what.contents[0];
    let (period, standings) = common_period(context, content)?;
    let mut said = tell(context, content, period, &standings)?;
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
fn levels(context: &Context<'_>, content: Content, period: Period, standings: &[Standing<'_>]) -> Option<Headline> {
    let language = context.language;
    let subject = subject::of(context, content);
    let is = tense::is(context, &subject, period);
    let (country, others): (Vec<&Standing<'_>>, Vec<&Standing<'_>>) =
        standings.iter().partition(|standing| is_country(standing));
    // Riket is the yardstick; with one place beside it, it is one of the two.
    let compared: Vec<&Standing<'_>> = if others.len() > 1 { others } else { standings.iter().collect() };
    let values: Vec<Cell> = compared.iter().map(|standing| Ok(standing.value)).collect();
    let compared: Vec<&Standing<'_>> = descending_order(&values).into_iter().map(|at| compared[at]).collect();
    let (Some(high), Some(low)) = (compared.first(), compared.last()) else { return None };
    let shown = |value: f64| number::decimal(value, 1, language);
    let same = number::round(high.value, 1) == number::round(low.value, 1);
    let phrase = match (same, compared.len()) {
        (true, _) => Phrase { sv: "{0} {5} {3} procent i {1}", en: "{0} {5} {3} per cent in {1}" },
        (false, 2) => Phrase {
            sv: "{0} {5} högre i {1} än i {2}: {3} mot {4} procent",
            en: "{0} {5} higher in {1} than in {2}: {3} against {4} per cent",
        },
        (false, _) => Phrase {
            sv: "{0} {5} högst i {1}, {3} procent, och lägst i {2}, {4} procent",
            en: "{0} {5} highest in {1}, {3} per cent, and lowest in {2}, {4} per cent",
        },
    };
    let (first, last) = (tied(context, &compared, high.value), tied(context, &compared, low.value));
    let title =
        phrase.fill(language, &[&subject.capitalised(), &first, &last, &shown(high.value), &shown(low.value), &is]);
    let mut lead = if same {
        let when = text::period::name(period, language);
        context.say("Siffrorna gäller {0}.", "The figures are for {0}.", &[&when])
    } else {
        gap(context, content, period, high, low)
    };
    if let (Some(country), true) = (country.first(), compared.iter().all(|standing| !is_country(standing))) {
        let level = number::per_cent_in_words(country.value, 1, language);
        let name = if content.ratio().is_none() { context.say_word("andelen", "the share") } else { &subject.name };
        lead.push_str(&context.say(" I riket var {1} {0}.", " In Sweden, {1} was {0}.", &[&level, name]));
    }
    Some(Headline { title, lead })
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

/// "Skillnaden var 5,7 procentenheter i april 2026, mot 4,8 i april 2020."
fn gap(context: &Context<'_>, content: Content, period: Period, high: &Standing<'_>, low: &Standing<'_>) -> String {
    let language = context.language;
    let difference = |high: f64, low: f64| number::round(number::round(high, 1) - number::round(low, 1), 1);
    let when = text::period::then(period, language);
    let now = number::points_in_words(difference(high.value, low.value), language);
    let mut text = context.say("Skillnaden var {0} {1}", "The gap was {0} {1}", &[&now, &when]);
    let both = |period: Period| {
        let high = context.plain(content, high.place, period).whole()?;
        Some((period, difference(high, context.plain(content, low.place, period).whole()?)))
    };
    let earlier = context.resolved.time.periods.iter().copied().filter(|it| it.same_season(period) && *it < period);
    let Some((then, before)) = earlier.into_iter().find_map(both) else { return [&text, "."].concat() };
    let when = text::period::then(then, language);
    let size = number::decimal(before.abs(), 1, language);
    let low = context.place_in_sentence(low.place);
    let capitalised = text::letters::capitalised(&when);
    let parts: [&str; 4] = [&when, &size, &low, &capitalised];
    text.push_str(&if before > 0.0 {
        context.say(", mot {1} {0}.", ", against {1} {0}.", &parts)
    } else if before < 0.0 {
        context.say(". {3} var det i stället {1} högre i {2}.", ". {3} it was instead {1} higher in {2}.", &parts)
    } else {
        context.say(". {3} var det ingen skillnad.", ". {3} there was no difference.", &parts)
    });
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
        let when = text::period::name(period, language);
        let lead = context.say("Siffrorna gäller {0}.", "The figures are for {0}.", &[&when]);
        return Some(Headline { title, lead });
    };
    let parts = if movements.len() > MOST_TOLD { extremes(context, &movements) } else { None };
    let parts = parts.unwrap_or_else(|| each(context, content, &movements));
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

/// "minskat med 27 procent i Falun och 10 procent i Borlänge"
fn each(context: &Context<'_>, content: Content, movements: &[(String, Movement)]) -> String {
    let language = context.language;
    let first = movements.first().and_then(|(_, movement)| movement.rose());
    let one_way = first.is_some() && movements.iter().all(|(_, it)| it.rose() == first);
    let part = |(at, (place, movement)): (usize, &(String, Movement))| {
        // What is counted is said once.
        let unit = if at == 0 && movement.is_from_to() && content.says_unit() {
            ["\u{a0}", text::contents::counted(content, language)].concat()
        } else {
            String::new()
        };
        let bare = movement.bare(language);
        match movement.verb(language) {
            Some(_) if one_way && at > 0 => context.say("{0} i {1}", "{0} in {1}", &[&bare, place]),
            Some(verb) => context.say("{0}{2} i {1}", "{0}{2} in {1}", &[&verb, place, &unit]),
            None => context.say("knappt ändrats i {0}", "hardly changed in {0}", &[place]),
        }
    };
    let parts: Vec<String> = movements.iter().enumerate().map(part).collect();
    text::list::and(&parts, language)
}

/// Of many, the largest changes: "ökat mest i Ludvika, med 8 procent, och minst i Falun,
/// med 2 procent"; `None` where they are not on one scale, or tie.
fn extremes(context: &Context<'_>, movements: &[(String, Movement)]) -> Option<String> {
    let language = context.language;
    let measured: Vec<(u8, f64)> = movements.iter().map(|it| it.1.measured()).collect::<Option<_>>()?;
    let scale = measured.iter().find(|it| it.1 != 0.0)?.0;
    if measured.iter().any(|it| it.1 != 0.0 && it.0 != scale) {
        return None;
    }
    let cells: Vec<Cell> = measured.iter().map(|it| Ok(it.1)).collect();
    let order = descending_order(&cells);
    let (top, bottom) = (*order.first()?, *order.last()?);
    let is_tied = |at: usize| measured.iter().filter(|it| it.1 == measured[at].1).count() > 1;
    if is_tied(top) || is_tied(bottom) {
        return None;
    }
    let (rose, fell) = (measured[top].1 > 0.0, measured[bottom].1 < 0.0);
    let (first, last) =
        if fell && (!rose || -measured[bottom].1 > measured[top].1) { (bottom, top) } else { (top, bottom) };
    let verb =
        |rose: bool| if rose { Phrase { sv: "ökat", en: "risen" } } else { Phrase { sv: "minskat", en: "fallen" } };
    let (one, other) = (&movements[first], &movements[last]);
    let (sizes, names) = ([one.1.size(language), other.1.size(language)], [&one.0, &other.0]);
    let parts: [&str; 6] = [
        verb(measured[first].1 > 0.0).get(language),
        names[0],
        &sizes[0],
        verb(measured[last].1 > 0.0).get(language),
        names[1],
        &sizes[1],
    ];
    Some(if measured[last].1 == 0.0 {
        context.say(
            "{0} mest i {1}, med {2}, och knappt ändrats i {4}",
            "{0} most in {1}, by {2}, and hardly changed in {4}",
            &parts,
        )
    } else if rose && fell {
        context.say(
            "{0} mest i {1}, med {2}, och {3} mest i {4}, med {5}",
            "{0} most in {1}, by {2}, and {3} most in {4}, by {5}",
            &parts,
        )
    } else {
        context.say(
            "{0} mest i {1}, med {2}, och minst i {4}, med {5}",
            "{0} most in {1}, by {2}, and least in {4}, by {5}",
            &parts,
        )
    })
}

/// So many changes are told one by one.
const MOST_TOLD: usize = 3;

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
