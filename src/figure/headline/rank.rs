//! Bars: which area is highest and lowest, which changed most.

use super::super::Headline;
use super::super::bars::{change_periods, ranked_period};
use super::super::context::Context;
use super::super::{Bar, BarChart, Mark, Tone};
use super::subject;
use crate::measure::falling;
use crate::query::{FigureKind, Measure};
use crate::statistics::{AreaCode, AreaKind, Cell, Phrase};
use crate::text::letters::uncapitalised;
use crate::text::{self, number};

/// Bars of kommuner, or of everything where the chart has no two kommuner:
/// riket and län are yardsticks, not contestants. A number that is too low, or
/// of a part of its areas, is neither highest nor lowest while others are whole.
fn contestants<'a>(context: &Context<'_>, bars: &'a BarChart) -> Vec<&'a Bar> {
    let mut with_value: Vec<&Bar> = bars.bars.iter().filter(|bar| bar.point.value.is_ok()).collect();
    let is_whole = |bar: &&Bar| bar.point.mark == Mark::Whole;
    if with_value.iter().filter(|bar| is_whole(bar)).count() > 1 {
        with_value.retain(is_whole);
    }
    let kommuner: Vec<&Bar> =
        with_value.iter().copied().filter(|bar| kind(bar) == Some(AreaKind::Municipality)).collect();
    if context.resolved.contents.len() == 1 && kommuner.len() > 1 { kommuner } else { with_value }
}

fn kind(bar: &Bar) -> Option<AreaKind> {
    let code = bar.key.split('/').next()?;
    AreaCode::from_code(code).map(AreaCode::kind)
}

/// The names of all bars that show the same words: no winner where they tie.
fn tied(context: &Context<'_>, bars: &[&Bar], words: &str) -> String {
    let names: Vec<String> = bars.iter().filter(|bar| bar.point.text == words).map(|bar| name(context, bar)).collect();
    text::list::and(&names, context.language)
}

fn name(context: &Context<'_>, bar: &Bar) -> String {
    kind(bar).map_or_else(|| bar.name.clone(), |kind| text::area::in_sentence(&bar.name, kind, context.language))
}

/// The value of a bar in a sentence: "6,0 procent".
fn amount(context: &Context<'_>, bar: &Bar) -> String {
    let content = context.resolved.contents[0];
    match bar.point.value {
        Ok(value) if context.in_per_cent(content) && context.resolved.measure != Measure::Change => {
            number::per_cent_in_words(value, 1, context.language)
        }
        _ => bar.point.text.clone(),
    }
}

/// The headline of a ranking; `None` if fewer than two bars have a number.
pub(super) fn ranking(context: &Context<'_>, bars: &BarChart) -> Option<Headline> {
    let language = context.language;
    let contestants = contestants(context, bars);
    let (high, low) = (contestants.first()?, contestants.last()?);
    if contestants.len() < 2 {
        return None;
    }
    let when = text::period::during(ranked_period(context)?, language);
    if context.resolved.contents.len() > 1 {
        return Some(of_contents(context, &contestants, &when));
    }
    let content = context.resolved.contents[0];
    let subject = subject::of(context, content);
    let (name, is) = (subject.capitalised(), subject.is(language));
    let by_level = context.in_per_cent(content) || context.resolved.measure == Measure::Index;
    let phrase = match (high.point.text == low.point.text, by_level) {
        (true, _) => Phrase { sv: "{0} {1} lika i alla områden: {3}", en: "{0} {1} the same in all areas: {3}" },
        (false, true) => Phrase {
            sv: "{0} {1} högst i {2}, {3}, och lägst i {4}, {5}",
            en: "{0} {1} highest in {2}, {3}, and lowest in {4}, {5}",
        },
        (false, false) => Phrase {
            sv: "{0} {1} störst i {2}, {3}, och minst i {4}, {5}",
            en: "{0} {1} largest in {2}, {3}, and smallest in {4}, {5}",
        },
    };
    let places = |bar: &Bar| tied(context, &contestants, &bar.point.text);
    let title =
        phrase.fill(language, &[&name, is, &places(high), &amount(context, high), &places(low), &amount(context, low)]);
    let mut lead = others(context, bars, &when);
    if contestants.iter().all(|bar| bar.point.mark == Mark::Whole)
        && bars.bars.iter().any(|bar| bar.point.mark != Mark::Whole)
    {
        lead.push_str(context.say_word(
            " De vars siffra inte är hel räknas varken som högst eller lägst.",
            " Those whose figure is not complete count neither as highest nor as lowest.",
        ));
    }
    Some(Headline { title, lead })
}

/// "I april 2026: Falun 3,1 %, Dalarna 4,1 %, riket 5,4 %."
fn others(context: &Context<'_>, bars: &BarChart, when: &str) -> String {
    let told: Vec<String> = bars
        .bars
        .iter()
        .filter(|bar| !matches!(bar.tone, Tone::Context) || kind(bar) != Some(AreaKind::Municipality))
        .take(8)
        .map(|bar| {
            let note = &bar.point.note;
            let note = if note.is_empty() { String::new() } else { [" (", note, ")"].concat() };
            [&name(context, bar), " ", &bar.point.text, &note].concat()
        })
        .collect();
    let when = text::letters::capitalised(when);
    if told.is_empty() {
        return [&when, "."].concat();
    }
    // Differences between percentages carry no sign of their own.
    let points = context.resolved.figure == FigureKind::Change && context.in_per_cent(context.resolved.contents[0]);
    let unit =
        if points { Phrase { sv: " procentenheter", en: " percentage points" }.get(context.language) } else { "" };
    [&when, ": ", &told.join(", "), unit, "."].concat()
}

/// Parts of one place: the largest first.
fn of_contents(context: &Context<'_>, bars: &[&Bar], when: &str) -> Headline {
    let language = context.language;
    let values: Vec<Cell> = bars.iter().map(|bar| bar.point.value).collect();
    let sorted: Vec<&Bar> = falling(&values).into_iter().map(|at| bars[at]).collect();
    let place = context.place_in_sentence(&context.resolved.places[0]);
    let first = sorted[0];
    let among = text::person::among(context.resolved.sex, context.resolved.age, language);
    let title = context.say(
        "{0} är störst{3} i {1}: {2}",
        "{0} is the largest{3} in {1}: {2}",
        &[&first.name, &place, &first.point.text, &among],
    );
    let rest: Vec<String> =
        sorted.iter().skip(1).map(|bar| [&uncapitalised(&bar.name), " ", &bar.point.text].concat()).collect();
    let lead = context.say(
        "{0} följer {1}.",
        "{0}, {1} follow.",
        &[&text::letters::capitalised(when), &text::list::and(&rest, language)],
    );
    Headline { title, lead }
}

/// The headline of changes from one period to another.
pub(super) fn changes(context: &Context<'_>, bars: &BarChart) -> Option<Headline> {
    let language = context.language;
    let contestants = contestants(context, bars);
    let (high, low) = (contestants.first()?, contestants.last()?);
    let (from, to) = change_periods(context)?;
    let (from, to) = (text::period::name(from, language), text::period::name(to, language));
    let content = context.resolved.contents[0];
    let subject = subject::of(context, content);
    let (name, has) = (subject.capitalised(), subject.has(language));
    let size = |bar: &Bar| {
        let value = bar.point.value.unwrap_or(0.0).abs();
        if context.in_per_cent(content) {
            number::points_in_words(value, language)
        } else {
            number::per_cent_in_words(value, 1, language)
        }
    };
    let places = |bar: &Bar| tied(context, &contestants, &bar.point.text);
    let (up, down) = (high.point.value.ok()? > 0.0, low.point.value.ok()? < 0.0);
    let phrase = match (up, down) {
        (false, true) => Phrase {
            sv: "{0} {1} minskat mest i {2}, med {3}, sedan {6}",
            en: "{0} {1} fallen most in {2}, by {3}, since {6}",
        },
        (true, true) => Phrase {
            sv: "{0} {1} minskat mest i {2}, med {3}, och ökat mest i {4}, med {5}",
            en: "{0} {1} fallen most in {2}, by {3}, and risen most in {4}, by {5}",
        },
        (true, false) => Phrase {
            sv: "{0} {1} ökat mest i {4}, med {5}, sedan {6}",
            en: "{0} {1} risen most in {4}, by {5}, since {6}",
        },
        (false, false) => Phrase { sv: "{0} {1} inte ändrats sedan {6}", en: "{0} {1} not changed since {6}" },
    };
    let (down, down_by, up, up_by) = (places(low), size(low), places(high), size(high));
    let title = phrase.fill(language, &[&name, has, &down, &down_by, &up, &up_by, &from]);
    let period = context.say("från {0} till {1}", "from {0} to {1}", &[&from, &to]);
    Some(Headline { title, lead: others(context, bars, &period) })
}
