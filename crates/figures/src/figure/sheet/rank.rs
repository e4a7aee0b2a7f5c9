//! The place of an area among the kommuner of its län and of the country, or
//! among the län: of shares, the highest first, and only of whole numbers.

use super::super::context::Context;
use super::super::overview::KeyNumber;
use super::super::wholes::held;
use crate::text::{self, number};
use faktabank_tables::measure::{Rank, rank};
use faktabank_tables::query::Place;
use faktabank_tables::statistics::{AreaCode, AreaKind, Cell, Content, Missing, Period};

/// Fewest among whom a place says anything.
const FEWEST: usize = 3;

/// The places of an area; empty where the table does not hold the others, or
/// where the area has no whole number.
pub(in super::super) fn standings(context: &Context<'_>, own: &Place, content: Content) -> Vec<KeyNumber> {
    let by = text::contents::share_noun(content, context.language);
    ranks(context, own, content)
        .into_iter()
        .filter_map(|it| {
            let whom = context.say("{0} efter {1}", "{0} by {1}", &[&it.whom, &by]);
            told(context, &Counted { whom, ..it })
        })
        .collect()
}

/// A place among others.
pub(in super::super) struct Counted {
    /// The place.
    pub(in super::super) rank: Rank,
    /// When.
    pub(in super::super) period: Period,
    /// Among whom, in words: "kommuner i Dalarna".
    pub(in super::super) whom: String,
    /// Whether these are all of their kind in the country.
    pub(in super::super) in_country: bool,
}

/// The same places, each with its period and among whom it is.
pub(in super::super) fn ranks(context: &Context<'_>, own: &Place, content: Content) -> Vec<Counted> {
    let Some(code) = own.code() else { return Vec::new() };
    let whole = |period: &&Period| level(context, own, content, **period).is_ok();
    let Some(&period) = context.resolved.time.periods.iter().rev().find(whole) else { return Vec::new() };
    let country = in_country(context);
    let groups: Vec<(bool, String)> = match code.kind() {
        AreaKind::Municipality => {
            let county = code.county().map(|county| context.say("i {0}", "in {0}", &[&context.area(county)]));
            let in_county = kommuner(context, &county.unwrap_or_default());
            vec![(false, in_county), (true, country)]
        }
        AreaKind::County => {
            let words = context.say_word("län i landet", "counties in the country").to_owned();
            vec![(true, words)]
        }
        AreaKind::Country => Vec::new(),
    };
    let rank = |(in_country, whom): (bool, String)| {
        let rank = ranked(context, code, content, period, &peers(context, code, !in_country))?;
        Some(Counted { rank, period, whom, in_country })
    };
    groups.into_iter().filter_map(rank).collect()
}

/// The areas of the same kind as one, itself among them: those of its län, or
/// all of them.
pub(in super::super) fn peers(context: &Context<'_>, own: AreaCode, in_county: bool) -> Vec<AreaCode> {
    let near = |code: &AreaCode| code.kind() == own.kind() && (!in_county || code.county() == own.county());
    context.areas.areas.iter().map(|area| area.code).filter(near).collect()
}

/// Whether more of the table's files would give places in the whole country:
/// it has every kommun, and not all of them are here.
pub(in super::super) fn more_places(context: &Context<'_>) -> bool {
    let kommuner = |code: &AreaCode| code.is_municipality();
    let here = context.numbers.table.areas.iter().filter(|code| kommuner(code)).count();
    let all = context.areas.areas.iter().filter(|area| kommuner(&area.code)).count();
    here < all && context.resolved.table.areas().into_iter().filter(kommuner).count() == all
}

/// Among whom a kommun has its place in the country.
pub(in super::super) fn in_country(context: &Context<'_>) -> String {
    kommuner(context, context.say_word("i landet", "in the country"))
}

fn kommuner(context: &Context<'_>, place: &str) -> String {
    context.say("kommuner {0}", "municipalities {0}", &[place])
}

/// The place of an area among others; `None` where the table does not hold
/// them all, or the area has no whole number.
pub(in super::super) fn ranked(
    context: &Context<'_>,
    code: AreaCode,
    content: Content,
    period: Period,
    among: &[AreaCode],
) -> Option<Rank> {
    let places: Vec<Place> = among.iter().map(|&code| held(context, code)).collect::<Option<_>>()?;
    let cells: Vec<Cell> = places.iter().map(|place| level(context, place, content, period)).collect();
    rank(&cells, among.iter().position(|&each| each == code)?)
}

/// A place in words: "12 av 290", "kommuner i landet efter arbetslöshet, högst först";
/// `None` among too few.
pub(in super::super) fn told(context: &Context<'_>, counted: &Counted) -> Option<KeyNumber> {
    let Counted { rank, period, whom, .. } = counted;
    if rank.of < FEWEST {
        return None;
    }
    // From the nearer end, as sentences count.
    let is_high = rank.place <= rank.from_smallest;
    let place = number::count(if is_high { rank.place } else { rank.from_smallest });
    let of = number::count(rank.of);
    let when = text::period::name(*period, context.language);
    let note = if rank.shared { context.say("delad plats, {0}", "shared place, {0}", &[&when]) } else { when };
    Some(KeyNumber {
        number: context.say("{0} av {1}", "{0} of {1}", &[&place, &of]),
        label: match is_high {
            true => context.say("{0}, högst först", "{0}, highest first", &[whom]),
            false => context.say("{0}, lägst först", "{0}, lowest first", &[whom]),
        },
        note,
    })
}

/// The number as it is shown, so that what looks the same shares a place: a level as
/// it is, of a count its share.
fn level(context: &Context<'_>, place: &Place, content: Content, period: Period) -> Cell {
    let numbers = &context.numbers;
    let (number, decimals) = if content.is_level() && !content.is_rate() {
        (numbers.level(content, &place.members, period), content.decimals())
    } else {
        (numbers.share(content, &place.members, period), 1)
    };
    number.whole().map(|value| number::round(value, decimals)).ok_or(Missing::NotAvailable)
}
