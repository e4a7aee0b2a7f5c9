//! The indicator of the förbund's plans, a lower number of a whole: the mean of
//! a year to start from, of the newest whole year, and the target between them
//! if the reader sets one.

use super::super::context::Context;
use super::super::{Beside, LineKey, Point, Series, SeriesKey, TimeChart, Tone, axis};
use super::Plan;
use crate::text::{self, contents, number};
use faktabank_tables::measure::change;
use faktabank_tables::query::{Place, periods_at};
use faktabank_tables::statistics::{Content, Period, Resolution};

/// Most years that have a label of their own under the chart.
const MOST_LABELS: usize = 7;

/// Where the area stands; `None` where fewer than two whole years are known.
pub(super) fn plan(context: &Context<'_>, place: &Place) -> Option<Plan> {
    let entry = &context.resolved.table;
    if !entry.resolution().coarser().contains(&Resolution::Year) {
        return None;
    }
    let whole = context.topic().whole()?;
    let level = |period: Period| context.numbers.level(whole, &place.members, period);
    let known: Vec<(Period, f64)> = periods_at(entry, Resolution::Year)
        .into_iter()
        .filter_map(|period| Some((period, level(period).whole()?)))
        .collect();
    let (first, last) = (*known.first()?, *known.last()?);
    let wished = context.resolved.aim.base.map(i32::from);
    let base = known.iter().copied().find(|(period, _)| Some(period.year()) == wished).unwrap_or(first);
    if base.0 >= last.0 {
        return None;
    }
    let target = context.resolved.aim.per_cent.map(|per_cent| base.1 * (1.0 - f64::from(per_cent) / 100.0));
    Some(Plan {
        title: context.topic().word("aim")?.get(context.language).to_owned(),
        sentence: sentence(context, (place, whole), base, last, target),
        chart: chart(context, (place, whole), base.0, last.0, target),
        years: known.iter().map(|(period, _)| period.year()).filter(|year| *year < last.0.year()).collect(),
        base: base.0.year(),
        per_cent: context.resolved.aim.per_cent,
    })
}

fn sentence(
    context: &Context<'_>,
    (place, whole): (&Place, Content),
    base: (Period, f64),
    last: (Period, f64),
    target: Option<f64>,
) -> String {
    let count =
        |value: f64| number::whole(number::borne(value, context.numbers.table.error_of(whole)), context.language);
    let (start, now) = (number::plain(base.0.year()), number::plain(last.0.year()));
    let per_cent = change(Ok(last.1), Ok(base.1)).ok().and_then(|change| change.per_cent).unwrap_or(0.0);
    let size = number::per_cent_in_words(per_cent.abs(), 0, context.language);
    let place = context.place_in_sentence(place);
    let subject = text::letters::capitalised(&contents::subject(whole, context.language).definite);
    let parts = [place.as_str(), &start, &count(base.1), &now, &count(last.1), &subject];
    let years = context.say(
        "{5} i {0} var i genomsnitt per månad {2} år {1} och {4} år {3}",
        "{5} in {0} was on average {2} a month in {1} and {4} in {3}",
        &parts,
    );
    let flat = number::round(per_cent, 0) == 0.0;
    let mut said = if flat {
        context.say("{0}, i stort sett lika många.", "{0}, largely the same.", &[&years])
    } else if per_cent < 0.0 {
        context.say("{0}, en minskning med {1}.", "{0}, a fall of {1}.", &[&years, &size])
    } else {
        context.say("{0}, en ökning med {1}.", "{0}, a rise of {1}.", &[&years, &size])
    };
    if context.is_preliminary(last.0) {
        said.push_str(&context.say(" Siffran för {0} är preliminär.", " The figure for {0} is preliminary.", &[&now]));
    }
    if let (Some(target), Some(per_cent)) = (target, context.resolved.aim.per_cent) {
        let wanted = number::per_cent_in_words(f64::from(per_cent), 0, context.language);
        let (goal, left) = (count(target), count((last.1 - target).abs()));
        let unit = contents::counted(whole, context.language);
        let parts = [wanted.as_str(), &start, &goal, &left, unit];
        said.push_str(&if last.1 > target {
            context.say(
                " Målet, {0} färre än {1}, är {2} {4}; dit återstår {3}.",
                " The target, {0} fewer than in {1}, is {2} {4}; {3} remain.",
                &parts,
            )
        } else {
            context.say(
                " Målet, {0} färre än {1}, är {2} {4} och är nått, med {3} till godo.",
                " The target, {0} fewer than in {1}, is {2} {4} and has been reached, with {3} to spare.",
                &parts,
            )
        });
    }
    said
}

fn chart(
    context: &Context<'_>,
    (place, whole): (&Place, Content),
    base: Period,
    last: Period,
    target: Option<f64>,
) -> TimeChart {
    let periods: Vec<Period> = base.through(last).collect();
    let language = context.language;
    let words = |value: f64| number::whole(value, language);
    let point = |&period: &Period| {
        let number = context.numbers.level(whole, &place.members, period);
        context.marked(number, context.words(whole, number.cell), place, period)
    };
    let mut series = vec![Series {
        key: LineKey::Series(SeriesKey::of(place, whole)),
        name: context.place(place),
        tone: Tone::Total,
        points: periods.iter().map(point).collect(),
    }];
    if let Some(target) = target {
        series.push(Series {
            key: LineKey::Target,
            name: context.say_word("Mål", "Target").to_owned(),
            tone: Tone::Country,
            points: vec![Point::plain(Ok(target), words(target)); periods.len()],
        });
    }
    let values: Vec<f64> =
        series.iter().flat_map(|series| series.points.iter().filter_map(|point| point.value.ok())).collect();
    TimeChart {
        period_names: periods.iter().map(|&period| text::period::heading(period, language)).collect(),
        period_labels: labels(&periods),
        periods,
        series,
        total: None,
        axis: axis::over(values.into_iter(), axis::Start::Zero, words),
        beside: Beside::default(),
        events: Vec::new(),
    }
}

/// Each year, or every other where they are many.
fn labels(periods: &[Period]) -> Vec<String> {
    let step = periods.len().div_ceil(MOST_LABELS);
    let label = |(at, period): (usize, &Period)| {
        if at.is_multiple_of(step.max(1)) { number::plain(period.year()) } else { String::new() }
    };
    periods.iter().enumerate().map(label).collect()
}
