//! Places that are several areas taken together to the lines that say which:
//! a län's kommuner, a förbund's members and since when, an own group.

use super::super::context::Context;
use crate::text::{self, list, number};
use faktabank_tables::query::{AreaChoice, Place};
use faktabank_tables::statistics::{AreaCode, Association};

/// So many areas of a place are named; of more the rest are counted.
const NAMED: usize = 8;

/// A line for each place that is not one area of its table, in order.
pub(super) fn notes(context: &Context<'_>) -> Vec<String> {
    // One for both, where women and men are apart.
    let once = context.resolved.places.iter().filter(|place| place.is_first());
    once.filter_map(|place| note(context, place)).collect()
}

fn note(context: &Context<'_>, place: &Place) -> Option<String> {
    let name = context.whole_place(place);
    match &place.choice {
        AreaChoice::Area(_) if place.members.len() > 1 => Some(context.say(
            "Siffrorna för {0} är räknade på länets {1} kommuner tillsammans.",
            "The figures for {0} are of the {1} municipalities of the county taken together.",
            &[&name, &number::count(place.members.len())],
        )),
        AreaChoice::Area(_) => None,
        AreaChoice::Association(slug) => {
            context.areas.association(slug).map(|association| of_association(context, place, association))
        }
        AreaChoice::Group { .. } => {
            Some(context.say("{0} är {1}.", "{0} is {1}.", &[&name, &names(context, &place.members)]))
        }
    }
}

fn of_association(context: &Context<'_>, place: &Place, association: &Association) -> String {
    let month = context.resolved.time.periods.last().map(|period| period.last_month());
    let mut note = [&association.name, ": ", &names(context, &place.members)].concat();
    if let Some(since) = association.unchanged_since(month) {
        let since = text::period::name(since, context.language);
        note.push_str(&context.say(", medlemmar sedan {0}", ", members since {0}", &[&since]));
    }
    note.push('.');
    if place.members.len() > 1 {
        note.push_str(
            context
                .say_word(" Samma kommuner räknas hela tiden.", " The same municipalities are counted all the time."),
        );
    }
    if !association.sourced {
        note.push_str(
            context.say_word(" Vilka som är medlemmar är inte bekräftat.", " Who the members are is not confirmed."),
        );
    }
    if let Some(ended) = association.ended_in() {
        let ended = text::period::name(ended, context.language);
        note.push_str(&context.say(" Förbundet upphörde i {0}.", " It ended in {0}.", &[&ended]));
        let successors: Vec<String> = successors(context, &place.members);
        if !successors.is_empty() {
            let successors = list::and(&successors, context.language);
            note.push_str(&context.say(" Därefter: {0}.", " After that: {0}.", &[&successors]));
        }
    }
    note
}

/// The förbund that the members of an ended one are in now.
fn successors(context: &Context<'_>, members: &[AreaCode]) -> Vec<String> {
    let others = context.areas.associations.iter().filter(|other| other.ended.is_none());
    let holds = |other: &&Association| other.members_at(None).iter().any(|code| members.contains(code));
    others.filter(holds).map(|other| other.name.clone()).collect()
}

fn names(context: &Context<'_>, members: &[AreaCode]) -> String {
    let mut names: Vec<String> = members.iter().take(NAMED).map(|&code| in_sentence(context, code)).collect();
    if members.len() > NAMED {
        let rest = number::count(members.len() - NAMED);
        names.push(context.say("{0} till", "{0} more", &[&rest]));
    }
    list::and(&names, context.language)
}

fn in_sentence(context: &Context<'_>, code: AreaCode) -> String {
    text::area::in_sentence(&context.area(code), code.kind(), context.language)
}
