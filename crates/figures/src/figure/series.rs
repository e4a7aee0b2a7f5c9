//! Charts over time: one series for each place and contents.

use super::context::Context;
use super::{LineKey, Series, SeriesKey, TimeChart, Tone, axis, beside};
use crate::text;
use faktabank_tables::query::{AxisStart, FigureKind, Measure, Place};
use faktabank_tables::statistics::{AreaCode, Content, Period, Resolution, Sex};

/// Most labels on an axis of time.
const MOST_LABELS: usize = 7;

/// So many lines have a colour of their own.
const MOST_COLOURED: usize = 5;

/// Lines; `None` if no period has a value.
pub(super) fn lines(context: &Context<'_>) -> Option<TimeChart> {
    chart(context, false)
}

/// Bands on each other; `None` if no period has a value.
pub(super) fn stack(context: &Context<'_>) -> Option<TimeChart> {
    chart(context, true)
}

fn chart(context: &Context<'_>, stacked: bool) -> Option<TimeChart> {
    let periods = shown_periods(context);
    let series = all(context, &periods);
    let total = if stacked { total(context).map(|of| one(context, &periods, of)) } else { None };
    let values = series.iter().flat_map(|series| series.points.iter().filter_map(|point| point.value.ok()));
    values.clone().next()?;
    let label = |value: f64| axis_label(context, value);
    let axis = if stacked {
        // A stack that lacks a part is not drawn: it has no height.
        let height = |at: usize| series.iter().map(|series| series.points[at].value.ok()).sum::<Option<f64>>();
        let heights = (0..periods.len())
            .filter_map(height)
            // Parts of BAS may add up to a hair over the whole: SCB's noise.
            .map(|height| if (100.0..100.5).contains(&height) { 100.0 } else { height });
        let sums = total.iter().flat_map(|total| total.points.iter().filter_map(|point| point.value.ok()));
        axis::over(heights.chain(sums), axis::Start::Zero, label)
    } else {
        axis::over(values.clone(), start(context, values), label)
    };
    let language = context.language;
    Some(TimeChart {
        period_names: periods.iter().map(|&period| text::period::heading(period, language)).collect(),
        period_labels: period_labels(&periods, context),
        beside: beside::of(context, &periods),
        periods,
        series,
        total,
        axis,
        events: Vec::new(),
    })
}

/// The periods without leading ones that no series has a value for: the
/// caption says where the numbers begin.
pub(super) fn shown_periods(context: &Context<'_>) -> Vec<Period> {
    let (periods, pairs) = (&context.resolved.time.periods, drawn(context));
    let has_value =
        |period: &Period| pairs.iter().any(|&(place, content)| context.value(content, place, *period).cell.is_ok());
    let first = periods.iter().position(has_value).unwrap_or(0);
    periods[first..].to_vec()
}

/// Each place with each contents, in the order of the chart.
pub(super) fn pairs<'a>(context: &Context<'a>) -> Vec<(&'a Place, Content)> {
    let resolved = context.resolved;
    let mut pairs = Vec::with_capacity(resolved.places.len() * resolved.what.contents.len() + 1);
    for place in &resolved.places {
        for &content in &resolved.what.contents {
            pairs.push((place, content));
        }
    }
    pairs
}

/// The same with what stands behind them.
pub(super) fn drawn<'a>(context: &Context<'a>) -> Vec<(&'a Place, Content)> {
    let mut pairs = pairs(context);
    pairs.extend(context.resolved.beside.behind.iter().map(|place| (place, context.resolved.what.contents[0])));
    pairs
}

/// The sum that a stack is of, where the headline speaks of it and the table has it.
pub(super) fn total<'a>(context: &Context<'a>) -> Option<(&'a Place, Content)> {
    let (resolved, lead) = (context.resolved, super::headline::lead_contents(context));
    let is_told = resolved.form.figure == FigureKind::Area && !resolved.what.contents.contains(&lead);
    is_told.then(|| (&resolved.places[0], lead))
}

fn all(context: &Context<'_>, periods: &[Period]) -> Vec<Series> {
    drawn(context).into_iter().map(|of| one(context, periods, of)).collect()
}

fn one(context: &Context<'_>, periods: &[Period], (place, content): (&Place, Content)) -> Series {
    Series {
        key: LineKey::Series(SeriesKey::of(place, content)),
        name: name(context, place, content),
        tone: line_tone(context, place, content),
        points: periods.iter().map(|&period| context.point(content, place, period)).collect(),
    }
}

/// What tells a series from the others: its place, its contents, or both.
pub(super) fn name(context: &Context<'_>, place: &Place, content: Content) -> String {
    let places = context.resolved.places.len() + context.resolved.beside.behind.len();
    match (places, context.resolved.what.contents.len()) {
        (1, _) => context.contents(content),
        (_, 1) => context.place(place),
        _ => [&context.place(place), ", ", &text::contents::in_sentence(content, context.language)].concat(),
    }
}

/// Lines beyond those that have a colour of their own are grey, and context.
fn line_tone(context: &Context<'_>, place: &Place, content: Content) -> Tone {
    if context.resolved.beside.behind.contains(place) {
        return if place.code() == Some(AreaCode::Country) { Tone::Reference } else { Tone::Context };
    }
    match tone(context, place, content) {
        Tone::Chosen(position) | Tone::Dotted(position)
            if context.resolved.form.figure == FigureKind::Line && position >= MOST_COLOURED =>
        {
            Tone::Context
        }
        tone => tone,
    }
}

/// A contents with a colour of its own keeps it wherever it is; areas take colours in the order
/// chosen; riket and totals stand apart.
pub(super) fn tone(context: &Context<'_>, place: &Place, content: Content) -> Tone {
    let resolved = context.resolved;
    if resolved.places.len() > 1 {
        if place.code() == Some(AreaCode::Country) {
            // Beside its women, its men are dotted as it is where it is one.
            return if place.sex == Some(Sex::Women) { Tone::Total } else { Tone::Country };
        }
        let position = resolved
            .places
            .iter()
            .filter(|other| other.code() != Some(AreaCode::Country))
            .position(|other| other == place);
        let position = position.unwrap_or(0);
        return match place.sex {
            None => Tone::Chosen(position),
            // Of each area first its women, then its men, in one colour.
            Some(Sex::Men) => Tone::Dotted(position / 2),
            Some(_) => Tone::Chosen(position / 2),
        };
    }
    match content.colour() {
        Some(colour) => Tone::Own(colour),
        None if content.is_total() => Tone::Total,
        None => Tone::Chosen(resolved.what.contents.iter().position(|&other| other == content).unwrap_or(0)),
    }
}

/// Counts and shares start at zero. Lines of rates that all lie in the upper
/// half of such an axis may start near the lowest, and the caption says so.
pub(super) fn start(context: &Context<'_>, values: impl Iterator<Item = f64>) -> axis::Start {
    match (context.resolved.form.axis, context.resolved.what.measure) {
        (Some(AxisStart::Zero), _) => axis::Start::Zero,
        (Some(AxisStart::Fitted), _) | (None, Measure::Index) => axis::Start::Fitted,
        (None, Measure::Count | Measure::Change) => axis::Start::Zero,
        (None, Measure::Share) => {
            let (low, high) =
                values.fold((f64::INFINITY, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
            if low > high / 2.0 && high > 50.0 { axis::Start::Fitted } else { axis::Start::Zero }
        }
    }
}

/// A tick of the axis in words; the same number format as the values.
pub(super) fn axis_label(context: &Context<'_>, value: f64) -> String {
    axis_label_of(context, context.resolved.what.contents[0], value)
}

/// The same of one of several contents.
pub(super) fn axis_label_of(context: &Context<'_>, content: Content, value: f64) -> String {
    use text::number::{decimal, per_cent};
    let decimals = if value.fract().abs() < 1e-9 { 0 } else { 1 };
    let language = context.language;
    let per_cent_like = context.in_per_cent(content);
    match context.resolved.what.measure {
        Measure::Count | Measure::Share if per_cent_like => per_cent(value, decimals, language),
        Measure::Change if !per_cent_like => per_cent(value, decimals, language),
        _ => decimal(value, decimals, language),
    }
}

/// Labels of the axis of time: years where they begin, thinned to a few; for
/// less than two years the first and the last period.
fn period_labels(periods: &[Period], context: &Context<'_>) -> Vec<String> {
    let starts: Vec<usize> = (0..periods.len()).filter(|&at| periods[at].part() == 1).collect();
    let mut labels = vec![String::new(); periods.len()];
    let by_year = periods.first().is_none_or(|period| period.resolution() != Resolution::Year);
    if starts.len() < 2 {
        for at in [0, periods.len().saturating_sub(1)] {
            if let (Some(label), Some(&period)) = (labels.get_mut(at), periods.get(at)) {
                *label = text::period::heading(period, context.language);
            }
        }
        return labels;
    }
    let step = [1, 2, 5, 10].into_iter().find(|step| starts.len().div_ceil(*step) <= MOST_LABELS).unwrap_or(20);
    for at in starts {
        let year = periods[at].year();
        if (year - periods[0].year()) % step as i32 == 0 || (!by_year && step == 1) {
            labels[at] = year.to_string();
        }
    }
    labels
}
