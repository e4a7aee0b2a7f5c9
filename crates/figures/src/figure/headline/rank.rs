//! Bars: which area is highest and lowest.

use super::super::Headline;
use super::super::bars::ranked_period;
use super::super::context::Context;
use super::super::{Bar, BarChart, Mark, SeriesKey, Tone};
use super::{change, standing, subject, tense};
use crate::text::doing::Doing;
use crate::text::letters::uncapitalised;
use crate::text::{self, number};
use faktabank_tables::measure::descending_order;
use faktabank_tables::query::{FigureKind, Measure};
use faktabank_tables::statistics::{AreaCode, AreaKind, Cell, Language, Period, Phrase};

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
        Ok(_) if content.says_unit() && content.is_count() => {
            [&bar.point.text, "\u{a0}", text::contents::counted(content, context.language)].concat()
        }
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
        return Some(of_contents(context, &contestants, ranked));
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
    // What is counted is said once.
    let lowest = if context.is_level(content) { amount(context, low) } else { low.point.text.clone() };
    let title = phrase.fill(language, &[&name, &is, &places(high), &highest, &places(low), &lowest]);
    let title = tense::said(context, ranked, title);
    let mut lead = others(context, bars, &when, &text::period::name(ranked, language));
    lead.push_str(&rank_of_chosen(context, &contestants));
    if contestants.iter().all(|bar| bar.point.mark == Mark::Whole)
        && bars.bars.iter().any(|bar| bar.point.mark != Mark::Whole)
    {
        lead.push_str(context.say_word(
            " De som har ofullständiga uppgifter är inte med i rangordningen.",
            " Those with incomplete data are not ranked.",
        ));
    }
    Some(Headline { title, lead })
}

/// So many that tie are named.
const MOST_NAMED: usize = 3;

/// " Falun har den sjunde lägsta arbetslösheten av de 15 kommunerna."; empty unless one kommun is
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
    let language = context.language;
    let subject = subject::of(context, context.resolved.what.contents[0]);
    let noun = subject.name.strip_prefix("the ").unwrap_or(&subject.name);
    let who = if like.len() <= MOST_NAMED { tied(context, contestants, &own.point.text) } else { name(context, own) };
    let (from_top, from_bottom) = (first + 1, contestants.len() - last);
    let Some(words) = standing::superlative(from_top, from_bottom, language) else {
        // Too far from either end for a word: how many lie beyond the nearer one.
        let (beyond, more) =
            if from_top < from_bottom { (*first, true) } else { (contestants.len() - last - 1, false) };
        let more = if more { Phrase { sv: "högre", en: "higher" } } else { Phrase { sv: "lägre", en: "lower" } };
        return context.say(
            " I {0} av de {1} kommunerna är {3} {2} än i {4}.",
            " In {0} of the {1} municipalities, {3} is {2} than in {4}.",
            &[&number::count(beyond), &count, more.get(language), &subject.name, &name(context, own)],
        );
    };
    let phrase = if like.len() > MOST_NAMED {
        Phrase {
            sv: " {0} delar {4} {1} {3} av de {2} kommunerna med andra.",
            en: " {0} shares the {1} {3} of the {2} municipalities with others.",
        }
    } else if like.len() > 1 {
        Phrase {
            sv: " {0} har {4} {1} {3} av de {2} kommunerna.",
            en: " {0} have the {1} {3} of the {2} municipalities.",
        }
    } else {
        Phrase {
            sv: " {0} har {4} {1} {3} av de {2} kommunerna.",
            en: " {0} has the {1} {3} of the {2} municipalities.",
        }
    };
    phrase.fill(language, &[&who, &words, &count, noun, subject.article(language)])
}

/// "I april 2026: Falun 3,1 %, Dalarna 4,1 %, riket 5,4 %."
pub(super) fn others(context: &Context<'_>, bars: &BarChart, when: &str, alone: &str) -> String {
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
        return context.say("Siffrorna gäller {0}.", "The figures are for {0}.", &[alone]);
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
fn of_contents(context: &Context<'_>, bars: &[&Bar], ranked: Period) -> Headline {
    let language = context.language;
    let place = context.place_in_sentence(&context.resolved.places[0]);
    let first = bars[0];
    let among = text::person::among(context.resolved.what.sex, context.resolved.age_said(), language);
    let size = amount(context, first);
    let content = bars[0].key.content;
    let whom = subject::whom(context);
    let title = match (language, Doing::of(content)) {
        (Language::Swedish, Some(doing)) => {
            let verb = doing.verb(!tense::is_newest(context, ranked), language);
            let space = if whom.is_empty() { "" } else { " " };
            let parts = ["Flest", space, &whom, " i ", &place, " ", verb, " ", doing.what(language), ": ", &size];
            parts.concat()
        }
        _ => context.say(
            "{0} är den största gruppen{3} i {1}: {2}",
            "{0} is the largest of these{3} in {1}: {2}",
            &[&first.name, &place, &size, &among],
        ),
    };
    let rest: Vec<String> =
        bars.iter().skip(1).map(|bar| [&uncapitalised(&bar.name), " (", &bar.point.text, ")"].concat()).collect();
    let lead = context.say(
        "Därefter kommer {1}. Siffrorna gäller {0}.",
        "It is followed by {1}. The figures are for {0}.",
        &[&text::period::name(ranked, language), &text::list::and(&rest, language)],
    );
    Headline { title, lead }
}
