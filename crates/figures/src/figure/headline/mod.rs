//! The sentences of a figure: what is shown, how it changed, what is highest
//! and lowest. Only what the data bear is said: no change without its base, no
//! record within the error of the numbers, no per cent of a tiny base.

mod apart;
mod change;
mod compare;
mod movement;
mod parts;
mod people;
mod rank;
mod record;
mod scatter;
mod standing;
mod subject;
mod tense;
mod together;
mod trend;
mod why;

use super::context::Context;
use super::{Chart, Headline, bars, small};
use crate::text;
use faktabank_tables::measure::Number;
use faktabank_tables::query::{FigureKind, Measure, Place, Resolved};
use faktabank_tables::statistics::{Content, Missing, Period, Provenance};

pub(super) use compare::is_of_levels;
pub(super) use movement::{SMALLEST_BASE, amount, of as moved};
pub(super) use parts::whole as whole_of_parts;
pub(super) use scatter::of_pair;
pub(super) use trend::Trend;

/// The headline of a figure that has numbers.
pub(super) fn of(context: &Context<'_>, chart: Option<&Chart>) -> Headline {
    if context.resolved.is_apart() {
        // Indices and changes of both say nothing of what lies between them.
        let measure = match context.resolved.what.measure {
            Measure::Index | Measure::Change => Measure::Count,
            measure => measure,
        };
        let levels = context.resolved.measured(measure);
        let context = Context { resolved: &levels, ..*context };
        return of_the_past(&context, apart::headline);
    }
    let said = match (context.resolved.form.figure, chart) {
        (FigureKind::Bar, Some(Chart::Bars(bars))) => rank::ranking(context, bars),
        (FigureKind::Change, Some(Chart::Bars(bars))) => change::over_the_range(context, bars),
        (FigureKind::Small, _) if small::is_of_kommuner(context) => {
            bars::ranking(context).and_then(|bars| rank::ranking(context, &bars))
        }
        (FigureKind::Map, Some(Chart::Map(map))) => rank::ranking(context, &map.ranking),
        (FigureKind::Proportion, _) => parts::headline(context),
        _ if is_of_parts(context.resolved) => {
            return of_the_past(context, |context| or_trend(context, together::headline(context)));
        }
        _ => return over_all_time(context),
    };
    or_trend(context, said)
}

/// What is told of a figure without its forecast; of all of it, where it is all
/// forecast or has none.
fn of_the_past(context: &Context<'_>, tell: impl Fn(&Context<'_>) -> Headline) -> Headline {
    let past = past(context);
    if past.is_empty() || past.len() == context.resolved.time.periods.len() {
        return tell(context);
    }
    tell(&Context { resolved: &context.resolved.of_periods(past), ..*context })
}

/// The periods shown that are no forecast.
fn past(context: &Context<'_>) -> Vec<Period> {
    let is_past = |period: &Period| !context.numbers.table.is_forecast(*period);
    context.resolved.time.periods.iter().copied().filter(is_past).collect()
}

/// The headline of a figure over time that has numbers, not one of parts, and no
/// forecast; of several places, one that tells them by their shares.
pub(super) fn over_time(context: &Context<'_>) -> Headline {
    let several = context.resolved.places.len() > 1;
    or_trend(context, if several { compare::levels_of_places(context) } else { None })
}

/// The same of any figure over time. It speaks of what was; a forecast has a sentence
/// of its own.
fn over_all_time(context: &Context<'_>) -> Headline {
    let past = past(context).len();
    let expected = if past < context.resolved.time.periods.len() { expected(context) } else { String::new() };
    if past == 0 && !context.resolved.time.periods.is_empty() {
        return Headline { title: expected, lead: String::new() };
    }
    let mut said = of_the_past(context, |context| {
        let several = context.resolved.places.len() > 1;
        or_trend(context, if several { compare::places(context) } else { None })
    });
    if !expected.is_empty() {
        said.lead.push_str(&[" ", &expected, "."].concat());
    }
    said
}

/// "Enligt prognosen blir försörjningskvoten 82,8 i Ale år 2050"
fn expected(context: &Context<'_>) -> String {
    let (content, language) = (lead_contents(context), context.language);
    let Some(&last) = context.resolved.time.periods.last() else { return String::new() };
    let of = |place: &Place| {
        let value = context.plain(content, place, last).whole()?;
        let amount = movement::amount(context, content, value, true);
        Some(context.say("{0} i {1}", "{0} in {1}", &[&amount, &context.place_in_sentence(place)]))
    };
    let told: Vec<String> = context.resolved.places.iter().take(3).filter_map(of).collect();
    if told.is_empty() {
        return String::new();
    }
    let (subject, then) = (subject::of(context, content), text::period::then(last, language));
    let told = text::list::and(&told, language);
    context.say(
        "Enligt prognosen blir {0} {1} {2}",
        "By the forecast, {0} will be {1} {2}",
        &[&subject.name, &told, &then],
    )
}

/// Whether several contents of one place are told each by itself. The sum of what
/// is shown says more than its parts, where there is one; but not where it is
/// asked what of it changed.
pub(super) fn is_of_parts(resolved: &Resolved) -> bool {
    let (lead, shown) = (lead_of(resolved), &resolved.what.contents);
    let is_summed = if shown.contains(&lead) { lead.is_total() } else { resolved.what.measure != Measure::Change };
    resolved.places.len() == 1 && shown.len() > 1 && !is_summed
}

/// What was said, or else how the number moves.
fn or_trend(context: &Context<'_>, said: Option<Headline>) -> Headline {
    let resolved = context.resolved;
    // Of several places, those that lack their number leave the word to the next.
    let trend = |place: &Place| Trend::of(context, place, lead_contents(context)).map(|trend| trend.headline(context));
    let said = said.or_else(|| resolved.places.iter().find_map(trend));
    said.map_or_else(|| none(context), |said| marked(context, said))
}

/// The headline of a figure without numbers: what was asked for, and that it was
/// not reported where that is why.
pub(super) fn none(context: &Context<'_>) -> Headline {
    let resolved = context.resolved;
    let contents = context.contents(resolved.what.contents[0]);
    let places: Vec<String> = resolved.places.iter().map(|place| context.place_in_sentence(place)).collect();
    let places = text::list::and(&places, context.language);
    let who = context.persons_after(", ");
    let unreported = |period: &Period| {
        resolved
            .places
            .iter()
            .any(|place| context.plain(resolved.what.contents[0], place, *period).cell == Err(Missing::NotReported))
    };
    let title = match resolved.time.periods.iter().rev().find(|period| unreported(period)) {
        Some(&period) => context.say(
            "{0} i {1} är inte rapporterat för {2}{3}",
            "{0} in {1} is not reported for {2}{3}",
            &[&contents, &places, &text::period::name(period, context.language), &who],
        ),
        None => nothing(context, &places, &who),
    };
    marked(context, Headline { title, lead: String::new() })
}

/// "Inga uppgifter om andelen som försörjs av samhällets stöd för Dalarna första halvåret
/// 2014–andra halvåret 2019"
fn nothing(context: &Context<'_>, places: &str, who: &str) -> String {
    let (content, language) = (context.resolved.what.contents[0], context.language);
    let is_share = context.in_per_cent(content) && !content.is_rate();
    let what = if is_share {
        text::contents::share(content, "", language)
    } else {
        text::contents::in_sentence(content, language)
    };
    let when = match context.resolved.time.periods.as_slice() {
        [first, .., last] => text::period::range(*first, *last, language),
        periods => periods.first().map_or_else(String::new, |&only| text::period::then(only, language)),
    };
    context.say("Inga uppgifter om {0} för {1} {2}{3}", "No data on {0} for {1} {2}{3}", &[&what, places, &when, who])
}

/// With what modelled figures are called before it: a headline is also the
/// title of the page and the description of the chart.
fn marked(context: &Context<'_>, headline: Headline) -> Headline {
    let newest = context.resolved.time.periods.last();
    if newest.is_some_and(|&newest| context.numbers.table.is_forecast(newest)) {
        let called = text::letters::capitalised(text::ui::FORECAST.get(context.language));
        return Headline { title: [&called, ": ", &headline.title].concat(), ..headline };
    }
    if context.numbers.table.provenance != Provenance::Modelled {
        return headline;
    }
    let called = text::modelled::NAME.get(context.language);
    Headline { title: [called, ": ", &headline.title].concat(), ..headline }
}

/// Whether what was not reported is lacking in a number, rather than the
/// number having never been published.
fn not_reported(number: Number) -> bool {
    !number.is_whole() && (number.cell.is_ok() || number.cell == Err(Missing::NotReported))
}

/// A sentence where the headline speaks of an earlier period than the newest
/// shown, since that one lacks what was not reported; else nothing.
fn without_newer(context: &Context<'_>, content: Content, places: &[Place], told: Period) -> String {
    let newest = context.resolved.time.periods.last().copied().filter(|&newest| newest > told);
    let lacks = |newest: &Period| places.iter().any(|place| not_reported(context.plain(content, place, *newest)));
    let Some(newest) = newest.filter(lacks) else { return String::new() };
    context.say(
        " Siffran för {0} är inte fullständig: {1} är inte rapporterat.",
        " The figure for {0} is incomplete: {1} has not been reported.",
        &[&text::period::name(newest, context.language), &context.unreported()],
    )
}

/// What a figure of several contents speaks of: the total of its parts where
/// the table has it, the group that they make up, else the first.
pub(super) fn lead_contents(context: &Context<'_>) -> Content {
    lead_of(context.resolved)
}

fn lead_of(resolved: &Resolved) -> Content {
    let (contents, topic) = (&resolved.what.contents, resolved.table.topic);
    let covers =
        |part: Content| contents.contains(&part) || part.group().is_some_and(|group| contents.contains(&group));
    let makes_up = |whole: &Content| {
        let shown = contents.contains(whole);
        shown || resolved.table.contents.contains(whole) && topic.components().all(covers)
    };
    if let Some(whole) = topic.whole().filter(makes_up) {
        return whole;
    }
    let is_made_of = |group: &Content| {
        let mut parts = group.parts();
        contents.len() > 1 && contents.len() == parts.clone().count() && parts.all(|part| contents.contains(&part))
    };
    topic.groups().find(is_made_of).unwrap_or(contents[0])
}
