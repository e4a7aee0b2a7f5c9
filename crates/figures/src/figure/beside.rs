//! What a read-out says beside the numbers of a chart: shares beside counts and
//! counts beside shares, and the change against the year before.

use super::Beside;
use super::context::Context;
use super::headline::SMALLEST_BASE;
use super::series::{drawn, total};
use crate::text::number;
use faktabank_tables::measure::{Number, per_cent_change};
use faktabank_tables::query::{Measure, Place};
use faktabank_tables::statistics::{Content, Period};

/// The words beside every number of these periods, series by series.
pub(super) fn of(context: &Context<'_>, periods: &[Period]) -> Beside {
    let content = context.resolved.what.contents[0];
    let cells: Vec<Vec<[String; 2]>> = drawn(context)
        .into_iter()
        .chain(total(context))
        .map(|(place, content)| {
            let beside =
                |&period: &Period| [other(context, content, place, period), change(context, content, place, period)];
            periods.iter().map(beside).collect()
        })
        .collect();
    let any = |which: usize| cells.iter().flatten().any(|cell| !cell[which].is_empty());
    let head = |which: usize, words: &str| if any(which) { words.to_owned() } else { String::new() };
    let other = if shows_counts(context, content) {
        context.say_word("andel", "share")
    } else {
        context.say_word("antal", "number")
    };
    let change = if context.in_per_cent(content) {
        context.say_word("%-enheter på ett år", "points over a year")
    } else {
        context.say_word("på ett år", "over a year")
    };
    Beside { other: head(0, other), change: head(1, change), cells }
}

/// Whether the chart itself shows counts.
fn shows_counts(context: &Context<'_>, content: Content) -> bool {
    context.resolved.what.measure == Measure::Count && !context.in_per_cent(content)
}

/// A count as a share, and anything made of a count as that count.
fn other(context: &Context<'_>, content: Content, place: &Place, period: Period) -> String {
    if !content.is_count() || content.denominator().is_none() {
        return String::new();
    }
    let language = context.language;
    if shows_counts(context, content) {
        let share = context.of(place).share(content, &place.members, period);
        return words(share, |value| number::per_cent(value, 1, language));
    }
    let level = context.of(place).level(content, &place.members, period);
    words(level, |value| number::whole(value, language))
}

/// The change against the same season a year before, of what the chart shows:
/// of shares between the rounded numbers, so that a reader who subtracts what
/// is shown gets the same.
fn change(context: &Context<'_>, content: Content, place: &Place, period: Period) -> String {
    if context.resolved.what.measure == Measure::Change {
        return String::new();
    }
    let language = context.language;
    let whole = |period| context.plain(content, place, period).whole();
    let (Some(now), Some(before)) = (whole(period), whole(period.years_before(1))) else { return String::new() };
    if context.in_per_cent(content) {
        number::signed(number::round(now, 1) - number::round(before, 1), 1, language)
    } else if before < SMALLEST_BASE {
        number::signed(now - before, context.plain_decimals(content), language)
    } else {
        per_cent_change(Ok(now), Ok(before))
            .map_or_else(|_| String::new(), |it| number::signed_per_cent(it, 1, language))
    }
}

fn words(number: Number, say: impl Fn(f64) -> String) -> String {
    number.whole().map(say).unwrap_or_default()
}
