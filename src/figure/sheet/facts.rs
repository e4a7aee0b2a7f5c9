//! What an area is, and what its table of work says of it now.

use super::super::context::Context;
use super::super::overview::KeyNumber;
use super::signed;
use crate::measure::difference;
use crate::query::{AreaChoice, Place};
use crate::statistics::{AreaCode, Content};
use crate::text::{self, number};

/// What the area is: "kommun i Dalarna", "samordningsförbund, 2 kommuner".
pub(super) fn kind(context: &Context<'_>, place: &Place) -> String {
    let count = number::count(place.members.len());
    match &place.choice {
        AreaChoice::Area(AreaCode::Country) => context.say_word("hela landet", "the whole country").to_owned(),
        AreaChoice::Area(AreaCode::County(code)) => {
            let kommuner = context.areas.municipalities_of(AreaCode::County(*code)).count();
            context.say("län med {0} kommuner", "county of {0} municipalities", &[&number::count(kommuner)])
        }
        AreaChoice::Area(code) => match code.county() {
            Some(county) => context.say("kommun i {0}", "municipality in {0}", &[&context.area(county)]),
            None => String::new(),
        },
        AreaChoice::Association(_) if place.members.len() == 1 => context
            .say_word("samordningsförbund med en kommun", "coordination association of one municipality")
            .to_owned(),
        AreaChoice::Association(_) => context.say(
            "samordningsförbund med {0} kommuner",
            "coordination association of {0} municipalities",
            &[&count],
        ),
        AreaChoice::Group { .. } => context.say("egen grupp, räknad ihop av {0}", "own group of {0} areas", &[&count]),
    }
}

/// Population, employed, unemployed and sick in the newest month, each with
/// its change over a year.
pub(super) fn of_work(work: &Context<'_>) -> Vec<KeyNumber> {
    let place = &work.resolved.places[0];
    let Some(&period) = work.resolved.periods.last() else { return Vec::new() };
    let when = text::period::during(period, work.language);
    let fact = |content: Content| {
        let at = |period| work.numbers.level(content, &place.members, period);
        let now = at(period).whole()?;
        let changed = at(period).against(at(period.years_before(1)), difference).whole();
        let name = text::contents::in_sentence(content, work.language);
        Some(KeyNumber {
            number: number::whole(now, work.language),
            label: [&name, " ", &when].concat(),
            note: changed.map_or_else(String::new, |value| {
                work.say("{0} på ett år", "{0} over a year", &[&signed(work, value)])
            }),
        })
    };
    [Content::Population, Content::Employed, Content::Unemployed, Content::Sick].into_iter().filter_map(fact).collect()
}
