//! What an area is, and what the facts of a topic say of it now.

use super::super::context::Context;
use super::super::overview::KeyNumber;
use crate::text::{self, number};
use faktabank_tables::measure::difference;
use faktabank_tables::query::{AreaChoice, Place};
use faktabank_tables::statistics::{AreaCode, Content};

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

/// The facts of the topic in the newest period, each with its change over a year.
pub(super) fn of_topic(context: &Context<'_>) -> Vec<KeyNumber> {
    let place = &context.resolved.places[0];
    let Some(&period) = context.resolved.time.periods.last() else { return Vec::new() };
    let when = text::period::during(period, context.language);
    let fact = |content: Content| {
        let at = |period| context.numbers.level(content, &place.members, period);
        let now = at(period).whole()?;
        let changed = at(period).against(at(period.years_before(1)), difference).whole();
        let name = text::contents::in_sentence(content, context.language);
        Some(KeyNumber {
            number: number::decimal(now, content.decimals(), context.language),
            label: [&name, " ", &when].concat(),
            note: changed.map_or_else(String::new, |value| {
                context.say(
                    "{0} på ett år",
                    "{0} over a year",
                    &[&number::signed(value, content.decimals(), context.language)],
                )
            }),
        })
    };
    context.topic().facts().filter_map(fact).collect()
}
