//! Parts of a whole: which is the largest, and which of them grew and shrank
//! as a part of it since the start.

use super::super::Headline;
use super::super::context::Context;
use super::{lead_contents, tense};
use crate::text::doing::Doing;
use crate::text::{self, contents, letters, number};
use faktabank_tables::measure::descending_order;
use faktabank_tables::statistics::{Cell, Content, Period};

/// What the parts are parts of: "samhällets stöd", "befolkningen 20–64 år".
pub(in super::super) fn whole(context: &Context<'_>) -> String {
    let shown = &context.resolved.what.contents;
    let (lead, topic) = (lead_contents(context), context.topic());
    if topic.whole() == Some(lead) {
        contents::whole(lead, context.language)
    } else if topic.whole().is_some() || !topic.components().all(|part| shown.contains(&part)) {
        context.say_word("de visade delarna", "the parts shown").to_owned()
    } else {
        // Those of a topic whose parts have no sum of their own are everybody.
        context.population()
    }
}

/// "Av befolkningen 20–64 år i Borlänge är 79,8 procent sysselsatta"; `None` of parts that
/// are not of everybody, but of what people get.
fn of_everybody(context: &Context<'_>, part: Content, (period, size): (Period, f64)) -> Option<String> {
    let (topic, language) = (context.topic(), context.language);
    let is_everybody = match topic.whole() {
        Some(whole) => whole.is_population() && lead_contents(context) == whole,
        None => topic.components().all(|part| context.resolved.what.contents.contains(&part)),
    };
    if !is_everybody {
        return None;
    }
    let is_over = !tense::is_newest(context, period);
    let (verb, what) = match Doing::of(part) {
        Some(doing) => (doing.verb(is_over, language), doing.what(language).to_owned()),
        None if is_over => (context.say_word("var", "were"), contents::in_sentence(part, language)),
        None => (context.say_word("är", "are"), contents::in_sentence(part, language)),
    };
    // Of less than half it is not plain why it is told of.
    let largest = if size < 50.0 { context.say_word(", den största gruppen", ", the largest group") } else { "" };
    Some(context.say(
        "Av {0} i {1} {2} {3} {4}{5}",
        "Of {0} in {1}, {3} {2} {4}{5}",
        &[
            &context.population(),
            &context.place_in_sentence(&context.resolved.places[0]),
            verb,
            &number::per_cent_in_words(size, 1, language),
            &what,
            largest,
        ],
    ))
}

/// Each part at a period; `None` unless all are known.
fn at(context: &Context<'_>, period: Period) -> Option<Vec<f64>> {
    let place = &context.resolved.places[0];
    context.resolved.what.contents.iter().map(|&part| context.plain(part, place, period).whole()).collect()
}

/// The headline; `None` if no period has all of its parts.
pub(super) fn headline(context: &Context<'_>) -> Option<Headline> {
    let (resolved, language) = (context.resolved, context.language);
    let known = |&period: &Period| at(context, period).map(|parts| (period, parts));
    let (last, parts) = resolved.time.periods.iter().rev().find_map(known)?;
    let name = |part: usize| contents::in_sentence(resolved.what.contents[part], language);
    let largest = *order(&parts).first()?;
    let words = |value: f64| number::per_cent_in_words(value, 1, language);
    let of_everybody = of_everybody(context, resolved.what.contents[largest], (last, parts[largest]));
    let largest_of_all = || {
        context.say(
            "{0} är den största delen av {1}{2} i {3}: {4}",
            "{0} is the largest part of {1}{2} in {3}: {4}",
            &[
                &letters::capitalised(&name(largest)),
                &whole(context),
                &text::person::among(resolved.what.sex, resolved.age_said(), language),
                &context.place_in_sentence(&resolved.places[0]),
                &words(parts[largest]),
            ],
        )
    };
    let title = of_everybody.unwrap_or_else(largest_of_all);
    let mut lead =
        context.say("Siffrorna gäller {0}.", "The figures are for {0}.", &[&text::period::name(last, language)]);
    let same_season = resolved.time.periods.iter().filter(|period| **period < last && period.same_season(last));
    if let Some((first, before)) = same_season.copied().find_map(|period| known(&period)) {
        let grown: Vec<f64> = parts.iter().zip(&before).map(|(now, before)| now - before).collect();
        let order = order(&grown);
        let (up, down) = (order[0], order[order.len() - 1]);
        // What would be shown as no change is none.
        if grown[up] >= 0.05 && grown[down] <= -0.05 {
            let figure = |value: f64| number::decimal(value, 1, language);
            lead.push_str(&context.say(
                " Sedan {0} har andelen ökat mest för {1}, från {2} till {3}, och minskat mest för {4}, från {5} till {6}.",
                " Since {0} the share has grown most for {1}, from {2} to {3}, and fallen most for {4}, from {5} to {6}.",
                &[
                    &text::period::name(first, language),
                    &name(up),
                    &figure(before[up]),
                    &words(parts[up]),
                    &name(down),
                    &figure(before[down]),
                    &words(parts[down]),
                ],
            ));
        }
    }
    Some(Headline { title, lead })
}

/// Positions from the largest to the smallest.
fn order(values: &[f64]) -> Vec<usize> {
    let cells: Vec<Cell> = values.iter().map(|&value| Ok(value)).collect();
    descending_order(&cells)
}
