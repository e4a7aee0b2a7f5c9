//! How a share or a rate stands beside others: its rank among the kommuner of
//! its län, and riket. Counts of places of different size are not set in order.

use super::super::context::Context;
use super::subject::Subject;
use crate::text::{self, number, ordinal};
use faktabank_tables::measure::descending_order;
use faktabank_tables::query::{Measure, Place};
use faktabank_tables::statistics::{AreaCode, Areas, Cell, Content, Language, Period, Phrase};

/// Fewer than this have no order worth telling.
const FEWEST: usize = 5;
/// More than this that tie are not told by name.
const MOST_NAMED: usize = 2;

/// Whether numbers of this contents can be set beside those of other places.
fn is_comparable(context: &Context<'_>, content: Content) -> bool {
    context.in_per_cent(content) && context.resolved.what.measure == Measure::Share
}

/// " I riket var arbetslösheten 5,4 procent i april 2026."; empty where the table has no such number.
pub(super) fn riket(
    context: &Context<'_>,
    place: &Place,
    content: Content,
    period: Period,
    subject: &Subject,
) -> String {
    if !is_comparable(context, content) || place.code() == Some(AreaCode::Country) {
        return String::new();
    }
    let Some(level) = context.plain(content, &Place::of(AreaCode::Country), period).whole() else {
        return String::new();
    };
    let level = number::per_cent_in_words(level, 1, context.language);
    let then = text::period::then(period, context.language);
    let name = if content.ratio().is_none() { context.say_word("andelen", "the share") } else { &subject.name };
    context.say(" I riket var {1} {0} {2}.", " In Sweden, {1} was {0} {2}.", &[&level, name, &then])
}

/// ", den näst lägsta bland Dalarnas 15 kommuner"; empty unless the table has
/// them all.
pub(super) fn rank(
    context: &Context<'_>,
    place: &Place,
    content: Content,
    period: Period,
    subject: &Subject,
) -> String {
    if !is_comparable(context, content) {
        return String::new();
    }
    ranked(context, place, content, period, subject).unwrap_or_default()
}

fn ranked(context: &Context<'_>, place: &Place, content: Content, period: Period, subject: &Subject) -> Option<String> {
    let language = context.language;
    let own = place.code().filter(|code| code.is_municipality())?;
    let county = own.county()?;
    let all: Vec<AreaCode> = context.areas.municipalities_of(county).map(|area| area.code).collect();
    if all.iter().any(|code| !context.numbers.table.areas.contains(code)) {
        return None;
    }
    let shown = |&code: &AreaCode| {
        let value = context.plain(content, &Place::of(code), period).whole()?;
        Some((code, number::round(value, 1)))
    };
    let with: Vec<(AreaCode, f64)> = all.iter().filter_map(shown).collect();
    let own_value = with.iter().find(|it| it.0 == own)?.1;
    let among = with.len();
    if among < FEWEST || 2 * among < all.len() {
        return None;
    }
    let words = place_in_order(with.iter().map(|it| it.1), own_value, context)?;
    let tied: Vec<String> =
        with.iter().filter(|it| it.0 != own && it.1 == own_value).map(|it| context.area(it.0)).collect();
    if tied.len() > MOST_NAMED {
        return None;
    }
    let with_others = match tied.as_slice() {
        [] => String::new(),
        tied => context.say(" (samma som i {0})", " (the same as in {0})", &[&text::list::and(tied, language)]),
    };
    let whose = whose(context.areas, county, context);
    let (all, among) = (number::count(all.len()), number::count(among));
    let phrase = if all == among {
        Phrase { sv: ", {0} {1} bland {2} {3} kommuner{4}", en: ", {0} {1} of the {3} municipalities of {2}{4}" }
    } else {
        Phrase {
            sv: ", {0} {1} bland de {5} av {2} {3} kommuner som har fullständiga uppgifter{4}",
            en: ", {0} {1} of the {5} out of {3} municipalities of {2} that have complete data{4}",
        }
    };
    Some(phrase.fill(language, &[subject.article(language), &words, &whose, &all, &with_others, &among]))
}

/// Whose kommuner they are: "Dalarnas", "Stockholms läns"; in English the name.
fn whose(areas: &Areas, county: AreaCode, context: &Context<'_>) -> String {
    let name = text::area::label(county, &areas.name(county), context.language);
    match context.language {
        Language::Swedish => text::area::genitive(&name, context.language),
        Language::English => name,
    }
}

/// The place of a value in an order, from the nearer end: "näst lägsta".
fn place_in_order(values: impl Iterator<Item = f64>, own: f64, context: &Context<'_>) -> Option<String> {
    let cells: Vec<Cell> = values.map(Ok).collect();
    let order = descending_order(&cells);
    let first = order.iter().position(|&at| cells[at] == Ok(own))?;
    let last = order.iter().rposition(|&at| cells[at] == Ok(own))?;
    let (from_top, from_bottom) = (first + 1, cells.len() - last);
    superlative(from_top, from_bottom, context.language)
}

/// A place counted from both ends, told from the nearer: "näst lägsta"; `None`
/// where it is both ends, or too far from either to have a word.
pub(super) fn superlative(from_top: usize, from_bottom: usize, language: Language) -> Option<String> {
    if from_top == 1 && from_bottom == 1 {
        return None;
    }
    let (place, adjective) = if from_top <= from_bottom {
        (from_top, Phrase { sv: "högsta", en: "highest" })
    } else {
        (from_bottom, Phrase { sv: "lägsta", en: "lowest" })
    };
    ordinal::superlative(place, adjective.get(language), language)
}
