//! Two contents of the same kommuner: whether they go together, and where the
//! areas chosen stand. A correlation is told from ±0.5 on, and never as a cause.

use super::super::scatter::{Pair, Side};
use super::super::{Headline, ScatterChart};
use super::subject::{self, Subject};
use super::tense;
use crate::text::{self, letters};
use faktabank_tables::query::{Measure, Place};
use faktabank_tables::statistics::AreaCode;

/// From here on, up or down, two numbers are said to go together.
const TOGETHER: f64 = 0.5;

/// The headline.
pub(in super::super) fn of_pair(pair: &Pair<'_>, chart: &ScatterChart) -> Headline {
    let context = &pair.across.context;
    let [one, other] = pair.sides().map(|side| subject::of(&side.context, side.content));
    let title = match chart.correlation.filter(|_| is_told(pair)) {
        Some(value) if value.abs() < TOGETHER => context.say(
            "Inget starkt samband mellan {0} och {1}",
            "No strong correlation between {0} and {1}",
            &[&one.name, &other.name],
        ),
        Some(value) if measure(&pair.across) == Measure::Count => levels(pair, value > 0.0, [&one, &other]),
        Some(value) => changes(pair, chart, value > 0.0, [&one, &other]),
        None => letters::capitalised(&context.say(
            "{0} och {1} i kommunerna",
            "{0} and {1} in the municipalities",
            &[&one.name, &other.name],
        )),
    };
    let places = context.resolved.places.iter().filter(|place| place.code() != Some(AreaCode::Country)).take(4);
    let mut told: Vec<String> = Vec::new();
    for place in places {
        let numbers = pair.told(&pair.across.point(place), &pair.up.point(place));
        told.push([&context.place_in_sentence(place), " (", &numbers, ")"].concat());
    }
    if let Some((_, x, y)) = &chart.country {
        let name = context.place_in_sentence(&Place::of(AreaCode::Country));
        told.push([&name, " (", &pair.told(x, y), ")"].concat());
    }
    let when = letters::capitalised(&pair.during());
    let mut lead = if told.is_empty() { [&when, "."].concat() } else { [&when, ": ", &told.join(", "), "."].concat() };
    lead.push_str(&made_of(pair));
    Headline { title, lead }
}

/// What is drawn of a side: of levels and shares as of counts.
fn measure(side: &Side<'_>) -> Measure {
    match side.context.resolved.what.measure {
        Measure::Count | Measure::Share => Measure::Count,
        measure => measure,
    }
}

/// Whether a correlation can be told: both are levels, or changes alike; not counts,
/// which are large where many live.
fn is_told(pair: &Pair<'_>) -> bool {
    let [across, up] = pair.sides();
    let is_size = |side: &Side<'_>| !side.is_level() && side.context.resolved.what.measure == Measure::Count;
    measure(&across) == measure(&up) && !is_size(&across) && !is_size(&up)
}

/// "Där arbetslösheten är högre är sysselsättningsgraden oftast lägre"
fn levels(pair: &Pair<'_>, together: bool, [one, other]: [&Subject; 2]) -> String {
    let context = &pair.across.context;
    let (sv, en) = if together {
        ("Där {0} {2} högre {2} oftast också {1} högre", "Where {0} {2} higher, {1} {3} mostly higher, too")
    } else {
        ("Där {0} {2} högre {2} {1} oftast lägre", "Where {0} {2} higher, {1} {3} mostly lower")
    };
    let is = |subject: &Subject| verb(pair, subject.is(context.language), subject.was(context.language));
    context.say(sv, en, &[&one.name, &other.name, is(one), is(other)])
}

/// "Där arbetslösheten har minskat mer på ett år har sysselsättningsgraden oftast ökat
/// mer": each in the direction that it has in most kommuner.
fn changes(pair: &Pair<'_>, chart: &ScatterChart, together: bool, [one, other]: [&Subject; 2]) -> String {
    let context = &pair.across.context;
    let is_index = measure(&pair.across) == Measure::Index;
    let none = if is_index { 100.0 } else { 0.0 };
    let mostly_fell = |of: fn((f64, f64)) -> f64| {
        let fell = chart.dots.iter().filter_map(|dot| dot.place).map(|place| of(place) < none);
        2 * fell.clone().filter(|fell| *fell).count() > fell.count()
    };
    let (one_fell, other_fell) = (mostly_fell(|it| it.0), mostly_fell(|it| it.1));
    // Where the one moved more its way, the other moved more its own, or less.
    let more = together == (one_fell == other_fell);
    let word = |fell: bool, more: bool| match (fell, more) {
        (false, true) => context.say_word("ökat mer", "risen more"),
        (false, false) => context.say_word("ökat mindre", "risen less"),
        (true, true) => context.say_word("minskat mer", "fallen more"),
        (true, false) => context.say_word("minskat mindre", "fallen less"),
    };
    let since = if is_index {
        let start = context
            .resolved
            .time
            .periods
            .first()
            .map_or_else(String::new, |&start| text::period::name(start, context.language));
        context.say("sedan {0}", "since {0}", &[&start])
    } else {
        context.say_word("på ett år", "over a year").to_owned()
    };
    let has = |subject: &Subject| verb(pair, subject.has(context.language), context.say_word("hade", "had"));
    let parts: [&str; 7] =
        [&one.name, &other.name, word(one_fell, true), word(other_fell, more), &since, has(one), has(other)];
    context.say("Där {0} {5} {2} {4} {6} {1} oftast {3}", "Where {0} {5} {2} {4}, {1} {6} mostly {3}", &parts)
}

/// The verb as of what is drawn.
fn verb<'a>(pair: &Pair<'_>, now: &'a str, then: &'a str) -> &'a str {
    if tense::is_newest(&pair.across.context, pair.across.period) { now } else { then }
}

/// Of a sum and its own part, that one lies in the other.
fn made_of(pair: &Pair<'_>) -> String {
    let [across, up] = pair.sides();
    let (part, whole) = if across.content.is_made_of(up.content) {
        (up, across)
    } else if up.content.is_made_of(across.content) {
        (across, up)
    } else {
        return String::new();
    };
    pair.across.context.say(
        " Ett samband är väntat: {0} räknas in i {1}.",
        " A correlation is to be expected: {1} is made of {0}, among others.",
        &[&part.in_sentence(), &whole.in_sentence()],
    )
}
