//! Several contents of one place: how each of them moved, or of many which fell
//! and which rose most.

use super::super::Headline;
use super::super::context::Context;
use super::movement::{self, Movement};
use super::{subject, tense};
use crate::text::doing::Doing;
use crate::text::{self, contents, letters};
use faktabank_tables::measure::descending_order;
use faktabank_tables::query::Measure;
use faktabank_tables::statistics::{Cell, Content, Period, Phrase};

/// So many can be told one by one.
const MOST_TOLD: usize = 3;

/// The contents shown, each with its number in one period; `None` unless all
/// have whole numbers.
fn at(context: &Context<'_>, period: Period) -> Option<Vec<f64>> {
    let place = &context.resolved.places[0];
    context.resolved.what.contents.iter().map(|&content| context.plain(content, place, period).whole()).collect()
}

/// The headline; `None` if the contents have no two periods in common.
pub(super) fn headline(context: &Context<'_>) -> Option<Headline> {
    let resolved = context.resolved;
    let known = |period: Period| at(context, period).map(|values| (period, values));
    let (now, values) = resolved.time.periods.iter().rev().copied().find_map(known)?;
    let comparable =
        |period: &Period| *period < now && (resolved.what.measure == Measure::Index || period.same_season(now));
    let start = match resolved.what.measure {
        Measure::Change => known(now.years_before(1)),
        _ => resolved.time.periods.iter().copied().filter(comparable).find_map(known),
    };
    let (then, before) = start.or_else(|| known(now.years_before(1)))?;
    let moved: Vec<(Content, Movement)> = resolved
        .what
        .contents
        .iter()
        .enumerate()
        .map(|(at, &it)| (it, movement(context, it, values[at], before[at])))
        .collect();
    let since = text::period::name(then, context.language);
    let title = if let Some(told) = people(context, &moved, then, now) {
        told
    } else if moved.len() <= MOST_TOLD {
        one_by_one(context, &moved, &since, now)
    } else {
        extremes(context, &moved, &since, now)?
    };
    Some(Headline { title, lead: levels(context, now, &values) })
}

fn movement(context: &Context<'_>, content: Content, now: f64, before: f64) -> Movement {
    movement::of(context, content, now, before)
}

/// "I Dalarna har sjukpenningen ökat med 5 procent och det ekonomiska biståndet
/// minskat med 14 procent sedan andra halvåret 2014"
fn one_by_one(context: &Context<'_>, moved: &[(Content, Movement)], since: &str, now: Period) -> String {
    let language = context.language;
    let has = |subject: &subject::Subject| {
        if tense::is_newest(context, now) { subject.has(language) } else { context.say_word("hade", "had") }
    };
    let told = |(content, movement): &(Content, Movement)| {
        let subject = subject::of(context, *content);
        match movement.verb(language) {
            Some(verb) => context.say("{0} {1}", "{0} {2} {1}", &[&subject.name, &verb, has(&subject)]),
            None => context.say("{0} knappt ändrats", "{0} {1} hardly changed", &[&subject.name, has(&subject)]),
        }
    };
    let told = text::list::and(&moved.iter().map(told).collect::<Vec<_>>(), language);
    let place = context.place_in_sentence(&context.resolved.places[0]);
    let place = tense::as_of(context, now, &place, &place);
    let has = if tense::is_newest(context, now) { "har" } else { "hade" };
    let said = context.say("I {0} {3} {1} sedan {2}", "In {0}, {1} since {2}", &[&place, &told, since, has]);
    tense::said(context, now, said)
}

/// "I Dalarna försörjs 5 procent fler av sjukpenning och 14 procent färre av ekonomiskt
/// bistånd än andra halvåret 2014"; `None` of many, of few people, of as many, and of other counts.
fn people(context: &Context<'_>, moved: &[(Content, Movement)], then: Period, now: Period) -> Option<String> {
    if moved.len() > MOST_TOLD || context.in_per_cent(moved.first()?.0) {
        return None;
    }
    let language = context.language;
    let is_over = !tense::is_newest(context, now);
    let whom = subject::whom(context);
    let mut told: Vec<String> = Vec::with_capacity(moved.len());
    let mut verb_before = "";
    for (content, movement) in moved {
        let doing = Doing::of(*content)?;
        let verb = doing.verb(is_over, language);
        let many = match movement {
            Movement::PerCent { .. } if movement.rose() == Some(true) => {
                context.say("{0} fler", "{0} more", &[&movement.size(language)])
            }
            Movement::PerCent { .. } => context.say("{0} färre", "{0} fewer", &[&movement.size(language)]),
            _ => return None,
        };
        // Whom, and a verb, once.
        let (is_first, is_new) = (told.is_empty(), verb != verb_before);
        verb_before = verb;
        let whom = match whom.as_str() {
            _ if !is_first => String::new(),
            "" => context.say_word("", " people").to_owned(),
            whom => [" ", whom].concat(),
        };
        let (before, after) = if is_new { ([verb, " "].concat(), [" ", verb].concat()) } else { Default::default() };
        let parts: [&str; 5] = [&many, &whom, doing.what(language), &before, &after];
        told.push(context.say("{3}{0}{1} {2}", "{0}{1}{4} {2}", &parts));
    }
    let place = context.place_in_sentence(&context.resolved.places[0]);
    let place = tense::as_of(context, now, &place, &place);
    let then = text::period::than(then, language);
    let parts: [&str; 3] = [&place, &text::list::and(&told, language), &then];
    Some(tense::said(context, now, context.say("I {0} {1} än {2}", "In {0}, {1} than {2}", &parts)))
}

/// Of many, what fell and what rose most; a count of few is left out, since its
/// per cent say little.
fn extremes(context: &Context<'_>, moved: &[(Content, Movement)], since: &str, now: Period) -> Option<String> {
    let language = context.language;
    let change = |movement: Movement| match movement {
        Movement::PerCent { per_cent, .. } => Some(per_cent),
        Movement::Points(points) => Some(points),
        Movement::Flat => Some(0.0),
        Movement::FromTo { .. } | Movement::Level { .. } => None,
    };
    let told: Vec<(Content, Movement, f64)> =
        moved.iter().filter_map(|&(content, movement)| Some((content, movement, change(movement)?))).collect();
    let cells: Vec<Cell> = told.iter().map(|it| Ok(it.2)).collect();
    let order = descending_order(&cells);
    let (high, low) = (told.get(*order.first()?)?, told.get(*order.last()?)?);
    let place = context.place_in_sentence(&context.resolved.places[0]);
    let is_newest = tense::is_newest(context, now);
    let has = tense::as_of(context, now, "har", "hade");
    // "since 2014" of the newest, "from 2014 to 2019" of an earlier one.
    let (is, when) = if is_newest {
        ("is", ["since ", since].concat())
    } else {
        ("was", ["from ", since, " to ", &text::period::name(now, language)].concat())
    };
    let name = |content: Content| subject::of(context, content).name;
    let phrase = match (high.2 > 0.0, low.2 < 0.0) {
        (true, true) => Phrase {
            sv: "I {0} {6} {1} minskat mest sedan {5}, med {2}, och {3} ökat mest, med {4}",
            en: "The largest fall in {0} {7} {8} in {1}, by {2}, the largest rise in {3}, by {4}",
        },
        (false, true) => Phrase {
            sv: "I {0} {6} {1} minskat mest sedan {5}, med {2}",
            en: "The largest fall in {0} {7} {8} in {1}, by {2}",
        },
        (true, false) => Phrase {
            sv: "I {0} {6} {3} ökat mest sedan {5}, med {4}",
            en: "The largest rise in {0} {7} {8} in {3}, by {4}",
        },
        (false, false) => return None,
    };
    let (low, low_by) = (name(low.0), low.1.size(language));
    let (high, high_by) = (name(high.0), high.1.size(language));
    let parts: [&str; 9] = [&place, &low, &low_by, &high, &high_by, since, &has, &when, is];
    Some(phrase.fill(language, &parts))
}

/// "Andra halvåret 2025 (preliminärt): sjukpenning 4 710 helårspersoner och
/// ekonomiskt bistånd 2 300."
fn levels(context: &Context<'_>, now: Period, values: &[f64]) -> String {
    let language = context.language;
    let level = |(at, &content): (usize, &Content)| {
        // What is counted is said once.
        let amount = movement::amount(context, content, values[at], at == 0);
        [&contents::in_sentence(content, language), " ", &amount].concat()
    };
    let levels: Vec<String> = context.resolved.what.contents.iter().enumerate().map(level).collect();
    let mut when = letters::capitalised(&text::period::then(now, language));
    if context.is_preliminary(now) {
        when.push_str(context.say_word(" (preliminärt)", " (preliminary)"));
    }
    [&when, ": ", &text::list::and(&levels, language), "."].concat()
}
