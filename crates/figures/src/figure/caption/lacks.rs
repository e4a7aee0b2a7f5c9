//! What was not reported, to the line that says by whom, when, and what it
//! does to the figure.

use super::super::context::Context;
use crate::text::{self, list, number};
use faktabank_tables::query::{FigureKind, Measure};
use faktabank_tables::statistics::{AreaCode, Cell, Content, Missing, Period};

/// So many kommuner are named; of more the rest are counted.
const NAMED: usize = 5;
/// So many runs of months are told of each.
const RUNS: usize = 3;

/// The line; `None` where all that the figure shows was reported. It is of these
/// months, from one to another, or of all that are shown.
pub(super) fn note(context: &Context<'_>, spans: Option<Vec<(Period, Period)>>) -> Option<String> {
    let shown = shown_contents(context);
    let is_part = |content: &Content| {
        content.may_be_unreported() || content.is_derived() && content.parts().any(|part| part.may_be_unreported())
    };
    let is_sum = |content: &Content| content.parts_that_may_lack().next().is_some();
    let (parts, sums) = (shown.iter().any(is_part), shown.iter().any(is_sum));
    let lacking: Vec<(AreaCode, Vec<Period>)> = if parts || sums { lacking(context, spans) } else { Vec::new() };
    if lacking.is_empty() {
        return None;
    }
    let mut told: Vec<String> = lacking.iter().take(NAMED).map(|(area, months)| told(context, *area, months)).collect();
    if lacking.len() > NAMED {
        let rest = number::count(lacking.len() - NAMED);
        told.push(context.say("{0} kommuner till", "{0} more municipalities", &[&rest]));
    }
    let told = list::and(&told, context.language);
    let mut note = context.say(
        "{1} är ej rapporterat för {0}.",
        "{1} is not reported for {0}.",
        &[&told, &text::letters::capitalised(&context.unreported())],
    );
    if sums {
        note.push_str(
            context.say_word(" Summor och andelar med dem är för låga.", " Totals and shares with them are too low."),
        );
    }
    let several = context.resolved.places.iter().any(|place| place.members.len() > 1);
    if parts && several && context.resolved.what.measure == Measure::Share {
        note.push_str(context.say_word(
            " Andelar för flera kommuner är räknade på dem som har rapporterat.",
            " Shares of several municipalities are of those that reported.",
        ));
    } else if parts && several {
        note.push_str(context.say_word(
            " Antal för flera kommuner visas när alla har rapporterat.",
            " Numbers of several municipalities are shown when all reported.",
        ));
    }
    if context.resolved.form.figure.is_stack() {
        note.push_str(
            context.say_word(" Perioder där en del saknas är inte ritade.", " Periods that lack a part are not drawn."),
        );
    }
    Some(note)
}

/// The contents of the figure and its table.
fn shown_contents(context: &Context<'_>) -> Vec<Content> {
    let mut shown = context.resolved.what.contents.clone();
    if context.resolved.form.figure == FigureKind::Area {
        shown.push(super::super::headline::lead_contents(context));
    }
    shown
}

/// The areas of the figure with the months that they did not report.
fn lacking(context: &Context<'_>, spans: Option<Vec<(Period, Period)>>) -> Vec<(AreaCode, Vec<Period>)> {
    let parts: Vec<Content> = context.topic().components().filter(|part| part.may_be_unreported()).collect();
    // A kommun reports its women and its men together.
    let (numbers, spans) = (&context.numbers, spans.unwrap_or_else(|| all_shown(context)));
    let members = context.resolved.places.iter().flat_map(|place| place.members.iter().copied());
    let mut lacking: Vec<(AreaCode, Vec<Period>)> = Vec::new();
    for area in members.chain(context.resolved.beside.others.iter().copied()) {
        if lacking.iter().any(|(known, _)| *known == area) {
            continue;
        }
        let series = parts.iter().filter_map(|&part| numbers.table.series(area, part, numbers.sex, numbers.age));
        let series: Vec<&[Cell]> = series.collect();
        let is_shown = |month: &Period| spans.iter().any(|(first, last)| first <= month && month <= last);
        let lacks = |at: usize| series.iter().any(|cells| cells.get(at) == Some(&Err(Missing::NotReported)));
        let months = numbers.table.periods.iter().enumerate();
        let months = months.filter(|(at, month)| lacks(*at) && is_shown(month));
        let months: Vec<Period> = months.map(|(_, month)| *month).collect();
        if !months.is_empty() {
            lacking.push((area, months));
        }
    }
    lacking
}

/// From which month to which a figure over time looks.
fn all_shown(context: &Context<'_>) -> Vec<(Period, Period)> {
    let resolved = context.resolved;
    let back = if resolved.what.measure == Measure::Change { 1 } else { 0 };
    let all = resolved.time.periods.first().zip(resolved.time.periods.last());
    all.map(|(first, last)| (first.years_before(back).first_month(), last.last_month())).into_iter().collect()
}

/// "Vansbro i mars 2021", "Orsa i maj–juli 2022 och januari 2023".
fn told(context: &Context<'_>, area: AreaCode, months: &[Period]) -> String {
    let language = context.language;
    let runs = runs(months);
    let mut names: Vec<String> =
        runs.iter().take(RUNS).map(|&(first, last)| text::period::range(first, last, language)).collect();
    if runs.len() > RUNS {
        let rest: i32 = runs[RUNS..].iter().map(|(first, last)| last.since(*first) + 1).sum();
        names.push(context.say("{0} månader till", "{0} more months", &[&number::plain(rest)]));
    }
    context.say("{0} i {1}", "{0} in {1}", &[&context.area(area), &list::and(&names, language)])
}

/// Months one after another as runs, each with its first and its last.
fn runs(months: &[Period]) -> Vec<(Period, Period)> {
    let mut runs: Vec<(Period, Period)> = Vec::new();
    for &month in months {
        match runs.last_mut() {
            Some((_, last)) if last.step(1) == month => *last = month,
            _ => runs.push((month, month)),
        }
    }
    runs
}
