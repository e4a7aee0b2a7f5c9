//! Bars of changes: where, or of what, a number fell and rose most.

use super::super::Headline;
use super::super::bars::change_periods;
use super::super::context::Context;
use super::super::{Bar, BarChart};
use super::movement::SMALLEST_BASE;
use super::rank::{contestants, others, tied};
use super::{subject, tense};
use crate::text::letters::uncapitalised;
use crate::text::{self, number};
use faktabank_tables::query::{FigureKind, Measure, Place};
use faktabank_tables::statistics::{Period, Phrase};

/// The headline of changes from the first period shown to the last.
pub(super) fn over_the_range(context: &Context<'_>, bars: &BarChart) -> Option<Headline> {
    of(context, bars, change_periods(context)?)
}

/// The headline of bars that are changes between two periods; `None` if no bar
/// has a change that the numbers bear.
pub(super) fn of(context: &Context<'_>, bars: &BarChart, (from, to): (Period, Period)) -> Option<Headline> {
    let language = context.language;
    let mut contestants = contestants(context, bars);
    let all = contestants.len();
    contestants.retain(|bar| has_base(context, bar, from));
    let (high, low) = (*contestants.first()?, *contestants.last()?);
    let (up, down) = (change(context, high) > 0.0, change(context, low) < 0.0);
    // The larger change first, and whether one bar alone went the other way.
    let fell_more = -change(context, low) >= change(context, high);
    let other_way =
        contestants.iter().filter(|bar| (change(context, bar) > 0.0) == fell_more && change(context, bar) != 0.0);
    let is_alone = other_way.count() == 1;
    let several = context.resolved.what.contents.len() > 1;
    let phrase = match (several, up, down) {
        (_, false, false) => Phrase { sv: "{0} {1} inte ändrats sedan {2}", en: "{0} {1} not changed since {2}" },
        (true, ..) => of_contents(up, down),
        (false, true, true) => both_ways(contestants.len(), fell_more, is_alone),
        (false, ..) => one_way(down, high.point.text == low.point.text, contestants.len()),
    };
    let name = |bar: &Bar| {
        if several { uncapitalised(&bar.name) } else { tied(context, &contestants, &bar.point.text) }
    };
    let subject = subject::of(context, context.resolved.what.contents[0]);
    let who = if several { context.place_in_sentence(&context.resolved.places[0]) } else { subject.capitalised() };
    let since = text::period::name(from, language);
    let falls_first = if up && !several { fell_more } else { true };
    let (most, least) = if down && falls_first { (low, high) } else { (high, low) };
    let among = text::person::among(context.resolved.what.sex, context.resolved.age_said(), language);
    let (by_most, by_least) = (by(context, most), by(context, least));
    // Side by side with the other one, its unit goes without saying.
    let bare = number::decimal(change(context, most).abs(), 1, language);
    let parts: [&str; 9] = [
        &who,
        &tense::has(context, &subject, to),
        &since,
        &name(most),
        &by_most,
        &name(least),
        &by_least,
        &among,
        &bare,
    ];
    let title = phrase.fill(language, &parts);
    let title = if several { title } else { tense::said(context, to, title) };
    let mut lead = others(context, bars, &between(context, from, to), &between(context, from, to));
    if contestants.len() < all {
        lead.push_str(&context.say(
            " De med färre än {0} är inte med, eftersom procent säger lite om så små antal.",
            " Those with fewer than {0} are left out, as percentages of small numbers say little.",
            &[&number::whole(SMALLEST_BASE, language)],
        ));
    }
    Some(Headline { title, lead })
}

/// "från april 2020 till april 2026"; of an index what is 100.
fn between(context: &Context<'_>, from: Period, to: Period) -> String {
    let language = context.language;
    let from = text::period::name(from, language);
    if is_index(context) {
        let when = text::period::during(to, language);
        return context.say("index {1} med {0} som 100", "index {1} with {0} as 100", &[&from, &when]);
    }
    context.say("från {0} till {1}", "from {0} to {1}", &[&from, &text::period::name(to, language)])
}

const fn both_ways(places: usize, fell_more: bool, is_alone: bool) -> Phrase {
    match (places, fell_more, is_alone) {
        (2, true, _) => Phrase {
            sv: "{0} {1} sedan {2} minskat i {3}, med {4}, men ökat i {5}, med {6}",
            en: "{0} {1} fallen in {3} since {2}, by {4}, but risen in {5}, by {6}",
        },
        (2, false, _) => Phrase {
            sv: "{0} {1} sedan {2} ökat i {3}, med {4}, men minskat i {5}, med {6}",
            en: "{0} {1} risen in {3} since {2}, by {4}, but fallen in {5}, by {6}",
        },
        (_, true, true) => Phrase {
            sv: "{0} {1} sedan {2} minskat mest i {3}, med {4}, och ökat bara i {5}, med {6}",
            en: "{0} {1} since {2} fallen most in {3}, by {4}, and risen only in {5}, by {6}",
        },
        (_, true, false) => Phrase {
            sv: "{0} {1} sedan {2} minskat mest i {3}, med {4}, och ökat mest i {5}, med {6}",
            en: "{0} {1} since {2} fallen most in {3}, by {4}, and risen most in {5}, by {6}",
        },
        (_, false, true) => Phrase {
            sv: "{0} {1} sedan {2} ökat mest i {3}, med {4}, och minskat bara i {5}, med {6}",
            en: "{0} {1} since {2} risen most in {3}, by {4}, and fallen only in {5}, by {6}",
        },
        (_, false, false) => Phrase {
            sv: "{0} {1} sedan {2} ökat mest i {3}, med {4}, och minskat mest i {5}, med {6}",
            en: "{0} {1} since {2} risen most in {3}, by {4}, and fallen most in {5}, by {6}",
        },
    }
}

const fn one_way(down: bool, same: bool, places: usize) -> Phrase {
    match (down, same, places) {
        (true, true, _) => {
            Phrase { sv: "{0} {1} minskat med {4} i {3} sedan {2}", en: "{0} {1} fallen by {4} in {3} since {2}" }
        }
        (false, true, _) => {
            Phrase { sv: "{0} {1} ökat med {4} i {3} sedan {2}", en: "{0} {1} risen by {4} in {3} since {2}" }
        }
        (true, false, 2) => Phrase {
            sv: "{0} {1} minskat mer i {3} än i {5} sedan {2}: {8} mot {6}",
            en: "{0} {1} fallen more in {3} than in {5} since {2}: {8} against {6}",
        },
        (false, false, 2) => Phrase {
            sv: "{0} {1} ökat mer i {3} än i {5} sedan {2}: {8} mot {6}",
            en: "{0} {1} risen more in {3} than in {5} since {2}: {8} against {6}",
        },
        (true, false, _) => Phrase {
            sv: "{0} {1} minskat mest i {3}, med {4}, sedan {2}",
            en: "{0} {1} fallen most in {3}, by {4}, since {2}",
        },
        (false, false, _) => Phrase {
            sv: "{0} {1} ökat mest i {3}, med {4}, sedan {2}",
            en: "{0} {1} risen most in {3}, by {4}, since {2}",
        },
    }
}

/// Parts of one place: what of it fell and rose most.
const fn of_contents(up: bool, down: bool) -> Phrase {
    match (up, down) {
        (true, true) => Phrase {
            sv: "I {0} har {3} minskat mest{7} sedan {2}, med {4}, och {5} ökat mest, med {6}",
            en: "The largest fall in {0}{7} since {2} is in {3}, by {4}, the largest rise in {5}, by {6}",
        },
        (_, true) => Phrase {
            sv: "I {0} har {3} minskat mest{7} sedan {2}, med {4}",
            en: "The largest fall in {0}{7} since {2} is in {3}, by {4}",
        },
        _ => Phrase {
            sv: "I {0} har {3} ökat mest{7} sedan {2}, med {4}",
            en: "The largest rise in {0}{7} since {2} is in {3}, by {4}",
        },
    }
}

fn is_index(context: &Context<'_>) -> bool {
    context.resolved.form.figure != FigureKind::Change && context.resolved.what.measure == Measure::Index
}

/// The change that a bar stands for, as shown: an index is one from 100.
fn change(context: &Context<'_>, bar: &Bar) -> f64 {
    let value = bar.point.value.unwrap_or(0.0);
    number::round(if is_index(context) { value - 100.0 } else { value }, 1)
}

/// How large it is: "4,9 procentenheter", "17,7 procent".
fn by(context: &Context<'_>, bar: &Bar) -> String {
    let size = change(context, bar).abs();
    if context.in_per_cent(context.resolved.what.contents[0]) && !is_index(context) {
        number::points_in_words(size, context.language)
    } else {
        number::per_cent_in_words(size, 1, context.language)
    }
}

/// Whether a bar's change in per cent is of more than a few.
fn has_base(context: &Context<'_>, bar: &Bar, from: Period) -> bool {
    let content = bar.key.content;
    if context.in_per_cent(content) {
        return true;
    }
    let chosen = context.resolved.places.iter().find(|place| place.key() == bar.key.place).cloned();
    let beside = || bar.key.area().map(Place::of);
    let base = chosen.or_else(beside).map(|place| context.plain(content, &place, from));
    base.is_none_or(|base| base.cell.is_ok_and(|count| count >= SMALLEST_BASE))
}
