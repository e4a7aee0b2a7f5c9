//! Bar charts: a ranking for one period, or changes from one to another.

use super::context::Context;
use super::series::{axis_label, tone};
use super::{Bar, BarChart, Point, SeriesKey, Tone, axis};
use crate::text::{self, number};
use faktabank_tables::measure::{descending_order, difference, per_cent_change};
use faktabank_tables::query::{FigureKind, Measure, Place};
use faktabank_tables::statistics::{AreaCode, Cell, Content, Period, Phrase};

/// Places chosen and beside, each with its tone; contents where the table has
/// one area only.
pub(super) fn rows(context: &Context<'_>) -> Vec<(Place, Content, Tone)> {
    let resolved = context.resolved;
    if resolved.what.contents.len() > 1 {
        return resolved
            .what
            .contents
            .iter()
            .map(|&content| (resolved.places[0].clone(), content, tone(context, &resolved.places[0], content)))
            .collect();
    }
    let content = resolved.what.contents[0];
    let chosen = resolved.places.iter().map(|place| {
        // Alone, each keeps the colour of its line; among many, the chosen share one.
        let tone = match place.code() {
            Some(AreaCode::Country) if place.sex.is_none() => Tone::Country,
            _ if resolved.beside.others.is_empty() => tone(context, place, content),
            _ => Tone::Chosen(0),
        };
        (place.clone(), content, tone)
    });
    let others = resolved.beside.others.iter().map(|&code| {
        let tone = if code == AreaCode::Country { Tone::Country } else { Tone::Context };
        (Place::of(code), content, tone)
    });
    let rows = chosen.chain(others);
    if leaves_out_wholes(context) { rows.filter(|(place, ..)| is_kommun(place)).collect() } else { rows.collect() }
}

fn is_kommun(place: &Place) -> bool {
    place.code().is_some_and(AreaCode::is_municipality)
}

/// A ranking of counts is of kommuner alone: beside riket's bar theirs would
/// vanish.
fn leaves_out_wholes(context: &Context<'_>) -> bool {
    let resolved = context.resolved;
    let kommuner = resolved.beside.others.iter().filter(|code| code.is_municipality()).count();
    let has_wholes = kommuner < resolved.beside.others.len() || !resolved.places.iter().all(is_kommun);
    resolved.what.measure == Measure::Count && resolved.form.figure == FigureKind::Bar && kommuner > 1 && has_wholes
}

/// What is left out of a ranking, and why.
pub(super) fn note(context: &Context<'_>) -> Option<String> {
    let left_out = Phrase {
        sv: "Riket och länet är summor av kommuner och visas inte bland staplarna.",
        en: "The country and the county are sums of municipalities and not among the bars.",
    };
    leaves_out_wholes(context).then(|| left_out.get(context.language).to_owned())
}

/// The period that a ranking is of: the last one shown.
pub(super) fn ranked_period(context: &Context<'_>) -> Option<Period> {
    let shown = &context.resolved.time.periods;
    let rows = rows(context);
    let has_value =
        |period: &&Period| rows.iter().any(|(place, content, _)| context.value(*content, place, **period).cell.is_ok());
    shown.iter().rev().find(has_value).or(shown.last()).copied()
}

/// From which period to which changes are counted: from the first shown of
/// the season in which the last shown lies, so that seasons do not mislead.
pub(super) fn change_periods(context: &Context<'_>) -> Option<(Period, Period)> {
    let shown = &context.resolved.time.periods;
    let last = *shown.last()?;
    let first = shown.iter().copied().find(|period| period.same_season(last))?;
    (first < last).then_some((first, last))
}

/// The ranking, largest on top, those without a number last.
pub(super) fn ranking(context: &Context<'_>) -> Option<BarChart> {
    let period = ranked_period(context)?;
    let bars = rows(context)
        .into_iter()
        .map(|(place, content, tone)| bar(context, &place, content, tone, context.point(content, &place, period)));
    Some(chart(context, bars.collect(), text::period::name(period, context.language), |value| {
        axis_label(context, value)
    }))
}

/// Changes from the first period to the last: per cent for counts,
/// percentage points for shares.
pub(super) fn changes(context: &Context<'_>) -> Option<BarChart> {
    let (first, last) = change_periods(context)?;
    let language = context.language;
    let in_points = |content| context.in_per_cent(content);
    let bars = rows(context).into_iter().map(|(place, content, tone)| {
        let compare = if in_points(content) { difference } else { per_cent_change };
        let value = context.plain(content, &place, last).against(context.plain(content, &place, first), compare);
        let text = match value.cell {
            Err(reason) => reason.symbol().to_owned(),
            Ok(value) if in_points(content) => number::signed(value, 1, language),
            Ok(value) => number::signed_per_cent(value, 1, language),
        };
        bar(context, &place, content, tone, context.marked(value, text, &place, last))
    });
    let name = |period| text::period::name(period, language);
    let period_name = context.say("från {0} till {1}", "from {0} to {1}", &[&name(first), &name(last)]);
    let points = in_points(context.resolved.what.contents[0]);
    Some(chart(context, bars.collect(), period_name, |value| {
        let decimals = if value.fract().abs() < 1e-9 { 0 } else { 1 };
        if points { number::decimal(value, decimals, language) } else { number::per_cent(value, decimals, language) }
    }))
}

fn bar(context: &Context<'_>, place: &Place, content: Content, tone: Tone, point: Point) -> Bar {
    let name = if context.resolved.what.contents.len() > 1 { context.contents(content) } else { context.place(place) };
    Bar { key: SeriesKey::of(place, content), name, tone, point }
}

/// Bars from the largest to the smallest.
pub(super) fn fallen(bars: Vec<Bar>) -> Vec<Bar> {
    let values: Vec<Cell> = bars.iter().map(|bar| bar.point.value).collect();
    descending_order(&values).into_iter().map(|at| bars[at].clone()).collect()
}

fn chart(context: &Context<'_>, mut bars: Vec<Bar>, period_name: String, label: impl Fn(f64) -> String) -> BarChart {
    // Parts of a whole keep their order; areas are ranked.
    let contents = &context.resolved.what.contents;
    if contents.len() == 1 || !contents[0].is_rate() && context.topic().whole().is_none() {
        bars = fallen(bars);
    }
    let axis = axis::over(bars.iter().filter_map(|bar| bar.point.value.ok()), axis::Start::Zero, label);
    BarChart { period_name, bars, axis }
}
