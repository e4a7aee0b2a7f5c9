//! A ranking to the kommuner in it, each with its place among them: what a map
//! and a chart of points point at.

use super::context::Context;
use super::{Bar, Mark, Region};
use crate::text::{number, rank};
use faktabank_tables::query::AreaChoice;
use faktabank_tables::statistics::AreaCode;

/// The kommun that a bar is of; `None` for riket, län, förbund and groups.
pub(super) fn kommun(bar: &Bar) -> Option<AreaCode> {
    bar.key.area().filter(|code| code.is_municipality())
}

/// The kommuner of a ranking, in its order. A number that something is lacking
/// in has no place, and none is counted against the others.
pub(super) fn of(context: &Context<'_>, bars: &[Bar]) -> Vec<Region> {
    let kommuner = || bars.iter().filter_map(|bar| kommun(bar).map(|code| (code, bar)));
    let whole = |bar: &Bar| bar.point.value.is_ok() && bar.point.mark == Mark::Whole;
    let ranked: Vec<&str> = kommuner().filter(|(_, bar)| whole(bar)).map(|(_, bar)| bar.point.text.as_str()).collect();
    let count = ranked.len();
    // Those that are alike as shown lie side by side, and share the first place of theirs.
    let mut places = Vec::with_capacity(count);
    for alike in ranked.chunk_by(|one, other| one == other) {
        let first = places.len() + 1;
        places.extend(alike.iter().map(|_| (first, alike.len())));
    }
    let mut places = places.into_iter();
    let region = |(code, bar): (AreaCode, &Bar)| {
        let place = if whole(bar) { places.next() } else { None };
        let rank = place.map(|(first, shared)| {
            // Where all are alike, none is higher than another.
            if shared == count { String::new() } else { rank::place(first, count, shared > 1, context.language) }
        });
        let told = rank.unwrap_or_else(|| bar.point.note.clone());
        let comma = if told.is_empty() { "" } else { ", " };
        Region {
            code,
            name: bar.name.clone(),
            chosen: chosen(context, code),
            within: within(context, code),
            said: [&bar.name, ": ", &bar.point.text, comma, &told].concat(),
            point: bar.point.clone(),
            beside: None,
            told,
        }
    };
    kommuner().map(region).collect()
}

fn chosen(context: &Context<'_>, code: AreaCode) -> bool {
    context.resolved.places.iter().any(|place| place.code() == Some(code))
}

/// Whether a kommun is chosen, or a member of a förbund or group that is.
fn within(context: &Context<'_>, code: AreaCode) -> bool {
    context.resolved.places.iter().any(|place| match place.choice {
        AreaChoice::Area(chosen) => chosen == code,
        AreaChoice::Association(_) | AreaChoice::Group { .. } => place.members.contains(&code),
    })
}

/// How many kommuner, in words: "1 kommun", "15 kommuner".
pub(super) fn kommuner(count: usize, context: &Context<'_>) -> String {
    if count == 1 {
        return context.say_word("1 kommun", "1 municipality").to_owned();
    }
    context.say("{0} kommuner", "{0} municipalities", &[&number::count(count)])
}
