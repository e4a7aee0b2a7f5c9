//! Bars: which area is highest and lowest, which changed most.

use super::super::Headline;
use super::super::bars::{change_periods, ranked_period};
use super::super::context::Context;
use super::super::{Bar, BarChart, Tone};
use super::subject;
use crate::query::Measure;
use crate::statistics::{AreaKind, Language};
use crate::text::{self, number};

/// Bars of kommuner, or of everything where the chart has no two kommuner:
/// riket and län are yardsticks, not contestants.
fn contestants<'a>(context: &Context<'_>, bars: &'a BarChart) -> Vec<&'a Bar> {
    let with_value: Vec<&Bar> = bars.bars.iter().filter(|bar| bar.point.value.is_ok()).collect();
    let kommuner: Vec<&Bar> =
        with_value.iter().copied().filter(|bar| kind(bar) == Some(AreaKind::Municipality)).collect();
    if context.resolved.contents.len() == 1 && kommuner.len() > 1 { kommuner } else { with_value }
}

fn kind(bar: &Bar) -> Option<AreaKind> {
    let code = bar.key.split('/').next()?;
    crate::statistics::AreaCode::from_code(code).map(crate::statistics::AreaCode::kind)
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
    let (most, least) = match (language, context.in_per_cent(content) || context.resolved.measure == Measure::Index) {
        (Language::Swedish, true) => ("högst", "lägst"),
        (Language::English, true) => ("highest", "lowest"),
        (Language::Swedish, false) => ("störst", "minst"),
        (Language::English, false) => ("largest", "smallest"),
    };
    let title = if high.point.text == low.point.text {
        match language {
            Language::Swedish => format!("{name} {is} lika i alla områden: {}", amount(context, high)),
            Language::English => format!("{name} {is} the same in all areas: {}", amount(context, high)),
        }
    } else {
        let places = |bar: &Bar| tied(context, &contestants, &bar.point.text);
        let (top, bottom) = (places(high), places(low));
        let (top_amount, bottom_amount) = (amount(context, high), amount(context, low));
        match language {
            Language::Swedish => {
                format!("{name} {is} {most} i {top}, {top_amount}, och {least} i {bottom}, {bottom_amount}")
            }
            Language::English => {
                format!("{name} {is} {most} in {top}, {top_amount}, and {least} in {bottom}, {bottom_amount}")
            }
        }
    };
    let lead = others(context, bars, &when);
    Some(Headline { title, lead })
}

/// "I april 2026: Falun 3,1 %, Dalarna 4,1 %, riket 5,4 %."
fn others(context: &Context<'_>, bars: &BarChart, when: &str) -> String {
    let told: Vec<String> = bars
        .bars
        .iter()
        .filter(|bar| !matches!(bar.tone, Tone::Context) || kind(bar) != Some(AreaKind::Municipality))
        .take(8)
        .map(|bar| format!("{} {}", name(context, bar), bar.point.text))
        .collect();
    let when = text::period::capitalised(when);
    if told.is_empty() { format!("{when}.") } else { format!("{when}: {}.", told.join(", ")) }
}

/// Parts of one place: the largest first.
fn of_contents(context: &Context<'_>, bars: &[&Bar], when: &str) -> Headline {
    let language = context.language;
    let mut sorted = bars.to_vec();
    sorted.sort_by(|a, b| b.point.value.unwrap_or(f64::MIN).total_cmp(&a.point.value.unwrap_or(f64::MIN)));
    let place = context.place_in_sentence(&context.resolved.places[0]);
    let first = sorted[0];
    let title = match language {
        Language::Swedish => format!("{} är störst i {place}: {}", first.name, first.point.text),
        Language::English => format!("{} is the largest in {place}: {}", first.name, first.point.text),
    };
    let rest: Vec<String> =
        sorted.iter().skip(1).map(|bar| format!("{} {}", bar.name.to_lowercase(), bar.point.text)).collect();
    let when = text::period::capitalised(when);
    let lead = match language {
        Language::Swedish => format!("{when} följer {}.", text::list::and(&rest, language)),
        Language::English => format!("{when}, {} follow.", text::list::and(&rest, language)),
    };
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
    let (most_up, most_down) = ((places(high), size(high)), (places(low), size(low)));
    let since = match language {
        Language::Swedish => format!("sedan {from}"),
        Language::English => format!("since {from}"),
    };
    let title = match (language, up, down) {
        (Language::Swedish, false, true) => {
            format!("{name} {has} minskat mest i {}, med {}, {since}", most_down.0, most_down.1)
        }
        (Language::Swedish, true, true) => format!(
            "{name} {has} minskat mest i {}, med {}, och ökat mest i {}, med {}",
            most_down.0, most_down.1, most_up.0, most_up.1
        ),
        (Language::Swedish, true, false) => {
            format!("{name} {has} ökat mest i {}, med {}, {since}", most_up.0, most_up.1)
        }
        (Language::Swedish, false, false) => format!("{name} {has} inte ändrats {since}"),
        (Language::English, false, true) => {
            format!("{name} {has} fallen most in {}, by {}, {since}", most_down.0, most_down.1)
        }
        (Language::English, true, true) => format!(
            "{name} {has} fallen most in {}, by {}, and risen most in {}, by {}",
            most_down.0, most_down.1, most_up.0, most_up.1
        ),
        (Language::English, true, false) => {
            format!("{name} {has} risen most in {}, by {}, {since}", most_up.0, most_up.1)
        }
        (Language::English, false, false) => format!("{name} {has} not changed {since}"),
    };
    let period = match language {
        Language::Swedish => format!("från {from} till {to}"),
        Language::English => format!("from {from} to {to}"),
    };
    Some(Headline { title, lead: others(context, bars, &period) })
}
