//! Bars: which area is highest and lowest.

use super::super::Headline;
use super::super::bars::ranked_period;
use super::super::context::Context;
use super::super::{Bar, BarChart, Mark, SeriesKey, Tone};
use super::{change, standing, subject, tense};
use crate::text::letters::uncapitalised;
use crate::text::{self, number};
use faktabank_tables::measure::descending_order;
use faktabank_tables::query::{FigureKind, Measure};
use faktabank_tables::statistics::{AreaCode, AreaKind, Cell, Phrase};

/// Bars of kommuner, largest first, or of everything where the chart has no two kommuner:
/// riket and län are yardsticks, not contestants. A number that is too low, or
/// of a part of its areas, is neither highest nor lowest while others are whole.
pub(super) fn contestants<'a>(context: &Context<'_>, bars: &'a BarChart) -> Vec<&'a Bar> {
    let mut with_value: Vec<&Bar> = bars.bars.iter().filter(|bar| bar.point.value.is_ok()).collect();
    let is_whole = |bar: &&Bar| bar.point.mark == Mark::Whole;
    if with_value.iter().filter(|bar| is_whole(bar)).count() > 1 {
        with_value.retain(is_whole);
    }
    let kommuner: Vec<&Bar> =
        with_value.iter().copied().filter(|bar| kind(bar) == Some(AreaKind::Municipality)).collect();
    let contestants =
        if context.resolved.what.contents.len() == 1 && kommuner.len() > 1 { kommuner } else { with_value };
    // The chart may be in another order.
    let values: Vec<Cell> = contestants.iter().map(|bar| bar.point.value).collect();
    descending_order(&values).into_iter().map(|at| contestants[at]).collect()
}

fn kind(bar: &Bar) -> Option<AreaKind> {
    bar.key.area().map(AreaCode::kind)
}

/// The names of all bars that show the same words: no winner where they tie.
pub(super) fn tied(context: &Context<'_>, bars: &[&Bar], words: &str) -> String {
    let names: Vec<String> = bars.iter().filter(|bar| bar.point.text == words).map(|bar| name(context, bar)).collect();
    text::list::and(&names, context.language)
}

fn name(context: &Context<'_>, bar: &Bar) -> String {
    if context.resolved.what.contents.len() > 1 {
        return uncapitalised(&bar.name);
    }
    kind(bar).map_or_else(|| bar.name.clone(), |kind| text::area::in_sentence(&bar.name, kind, context.language))
}

/// The value of a bar in a sentence: "6,0 procent".
fn amount(context: &Context<'_>, bar: &Bar) -> String {
    let content = context.resolved.what.contents[0];
    match bar.point.value {
        Ok(value) if context.in_per_cent(content) => number::per_cent_in_words(value, 1, context.language),
        _ => bar.point.text.clone(),
    }
}

/// The headline of a ranking; `None` if fewer than two bars have a number.
pub(super) fn ranking(context: &Context<'_>, bars: &BarChart) -> Option<Headline> {
    let language = context.language;
    let ranked = ranked_period(context)?;
    let periods = &context.resolved.time.periods;
    match context.resolved.what.measure {
        Measure::Change => return change::of(context, bars, (ranked.years_before(1), ranked)),
        Measure::Index => return change::of(context, bars, (*periods.first()?, ranked)),
        Measure::Count | Measure::Share => {}
    }
    let contestants = contestants(context, bars);
    let (high, low) = (contestants.first()?, contestants.last()?);
    if contestants.len() < 2 {
        return None;
    }
    let when = text::period::during(ranked, language);
    if context.resolved.what.contents.len() > 1 {
        return Some(of_contents(context, &contestants, &when));
    }
    let content = context.resolved.what.contents[0];
    let subject = subject::of(context, content);
    let (name, is) = (subject.capitalised(), tense::is(context, &subject, ranked));
    let phrase = match (high.point.text == low.point.text, context.is_level(content)) {
        (true, _) if contestants.iter().all(|bar| kind(bar) == Some(AreaKind::Municipality)) => {
            Phrase { sv: "{0} {1} lika i alla kommuner: {3}", en: "{0} {1} the same in all municipalities: {3}" }
        }
        (true, _) => Phrase { sv: "{0} {1} lika i alla områden: {3}", en: "{0} {1} the same in all areas: {3}" },
        (false, true) if contestants.len() == 2 => Phrase {
            sv: "{0} {1} högre i {2} än i {4}: {3} mot {5}",
            en: "{0} {1} higher in {2} than in {4}: {3} against {5}",
        },
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
    let highest = match high.point.value {
        // Side by side with the other one, its unit goes without saying.
        Ok(value) if contestants.len() == 2 && high.point.text != low.point.text => {
            number::decimal(value, context.decimals(content), language)
        }
        _ => amount(context, high),
    };
    let title = phrase.fill(language, &[&name, &is, &places(high), &highest, &places(low), &amount(context, low)]);
    let title = tense::said(context, ranked, title);
    let mut lead = others(context, bars, &when);
    lead.push_str(&rank_of_chosen(context, &contestants));
    if contestants.iter().all(|bar| bar.point.mark == Mark::Whole)
        && bars.bars.iter().any(|bar| bar.point.mark != Mark::Whole)
    {
        lead.push_str(context.say_word(
            " Områden vars siffra inte är hel räknas varken som högst eller lägst.",
            " Areas whose figure is not complete count neither as highest nor as lowest.",
        ));
    }
    Some(Headline { title, lead })
}

/// " Falun har den sjunde lägsta siffran av 15."; empty unless one kommun is
/// chosen that the title does not name, and told of no counts.
fn rank_of_chosen(context: &Context<'_>, contestants: &[&Bar]) -> String {
    let chosen = context.resolved.places.as_slice();
    let ([place], true) = (chosen, context.is_level(context.resolved.what.contents[0])) else { return String::new() };
    let key = SeriesKey::of(place, context.resolved.what.contents[0]);
    let Some(own) = contestants.iter().find(|bar| bar.key == key) else { return String::new() };
    let ends = [contestants.first(), contestants.last()];
    if ends.into_iter().flatten().any(|end| end.point.text == own.point.text) {
        return String::new();
    }
    let like: Vec<usize> = (0..contestants.len()).filter(|&at| contestants[at].point.text == own.point.text).collect();
    let (Some(first), Some(last)) = (like.first(), like.last()) else { return String::new() };
    let count = number::count(contestants.len());
    let name = name(context, own);
    let words = standing::superlative(first + 1, contestants.len() - last, context.language);
    match (words, like.len() > 1) {
        (Some(words), false) => {
            context.say(" {0} har den {1} siffran av {2}.", " {0} has the {1} figure of {2}.", &[&name, &words, &count])
        }
        (Some(words), true) => context.say(
            " {0} delar den {1} siffran av {2}.",
            " {0} shares the {1} figure of {2}.",
            &[&name, &words, &count],
        ),
        (None, _) => context.say(
            " {0} ligger på plats {1} av {2}, räknat från högst.",
            " {0} is number {1} of {2}, counted from the highest.",
            &[&name, &number::count(first + 1), &count],
        ),
    }
}

/// "I april 2026: Falun 3,1 %, Dalarna 4,1 %, riket 5,4 %."
pub(super) fn others(context: &Context<'_>, bars: &BarChart, when: &str) -> String {
    let told: Vec<String> = bars
        .bars
        .iter()
        .filter(|bar| !matches!(bar.tone, Tone::Context) || kind(bar) != Some(AreaKind::Municipality))
        .take(8)
        .map(|bar| {
            let note = &bar.point.note;
            let note = if note.is_empty() { String::new() } else { [" (", note, ")"].concat() };
            let words = if bar.point.value.is_ok() { bar.point.text.as_str() } else { "" };
            [name(context, bar).as_str(), if words.is_empty() { "" } else { " " }, words, &note].concat()
        })
        .collect();
    let when = text::letters::capitalised(when);
    if told.is_empty() {
        return [&when, "."].concat();
    }
    // Differences between percentages carry no sign of their own.
    let changes =
        context.resolved.form.figure == FigureKind::Change || context.resolved.what.measure == Measure::Change;
    let points = changes && context.in_per_cent(context.resolved.what.contents[0]);
    let unit =
        if points { Phrase { sv: " procentenheter", en: " percentage points" }.get(context.language) } else { "" };
    [&when, ": ", &told.join(", "), unit, "."].concat()
}

/// Parts of one place: the largest first.
fn of_contents(context: &Context<'_>, bars: &[&Bar], when: &str) -> Headline {
    let language = context.language;
    let place = context.place_in_sentence(&context.resolved.places[0]);
    let first = bars[0];
    let among = text::person::among(context.resolved.what.sex, context.resolved.age_said(), language);
    let content = context.resolved.what.contents[0];
    let size = if context.in_per_cent(content) {
        amount(context, first)
    } else {
        [&amount(context, first), "\u{a0}", text::contents::counted(content, language)].concat()
    };
    let title = context.say(
        "{0} är störst{3} i {1}: {2}",
        "{0} is the largest{3} in {1}: {2}",
        &[&first.name, &place, &size, &among],
    );
    let rest: Vec<String> =
        bars.iter().skip(1).map(|bar| [&uncapitalised(&bar.name), " ", &bar.point.text].concat()).collect();
    let lead = context.say(
        "{0} följer {1}.",
        "{0} it was followed by {1}.",
        &[&text::letters::capitalised(when), &text::list::and(&rest, language)],
    );
    Headline { title, lead }
}
