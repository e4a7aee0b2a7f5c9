//! Which areas a selection means: codes, län, förbund and own groups, each as
//! the areas of the table that it is, or is the sum of.

use super::place::tell_apart;
use super::{AreaChoice, Notice, Parameter, Place, Selection, View};
use crate::snapshot::TableEntry;
use crate::statistics::{AreaCode, AreaKind, Areas, Period};

/// Most areas side by side: six can still be told apart.
const MOST_COMPARED: usize = 6;
/// Most areas in a figure of the explorer; beyond, a ranking shows more.
const MOST_EXPLORED: usize = 20;

/// Most areas that a view shows side by side.
pub const fn most_areas(view: View) -> usize {
    match view {
        View::Compare => MOST_COMPARED,
        View::Overview | View::Sheet => 1,
        View::Explore | View::About | View::Gallery | View::Present => MOST_EXPLORED,
    }
}

/// The areas that a view opens on, as far as the table has them.
pub(super) fn default_areas(view: View, areas: &Areas) -> Vec<AreaChoice> {
    let home = areas.home();
    let codes = match (view, home) {
        (View::Compare, AreaCode::DALARNA) => {
            vec![AreaCode::Municipality(2080), AreaCode::Municipality(2081), AreaCode::Country]
        }
        (View::Compare, _) => vec![home, AreaCode::Country],
        _ => vec![home],
    };
    codes.into_iter().map(AreaChoice::Area).collect()
}

/// What a table has of the areas that a choice is made of.
pub(super) enum Held {
    /// All of it: the areas of the table that it is, or is the sum of.
    Whole(Vec<AreaCode>),
    /// Not these, but others.
    Partly(Vec<AreaCode>),
    /// Nothing.
    Nothing,
}

/// The areas of a table that a choice is the sum of. A län that the table does
/// not hold itself is the sum of its kommuner; a förbund has the members of
/// `month`, the end of what is shown, all the time, so that no change is one of
/// borders alone.
pub(super) fn held_of(choice: &AreaChoice, held: &[AreaCode], areas: &Areas, month: Option<Period>) -> Held {
    let (mut parts, mut missing) = (Vec::new(), Vec::new());
    for code in members_of(choice, areas, month) {
        let mut kommuner: Vec<AreaCode> = Vec::new();
        if code.kind() == AreaKind::County && !held.contains(&code) {
            kommuner.extend(areas.municipalities_of(code).map(|area| area.code));
        }
        if kommuner.is_empty() {
            kommuner.push(code);
        }
        for code in kommuner {
            if held.contains(&code) { parts.push(code) } else { missing.push(code) }
        }
    }
    match (parts.is_empty(), missing.is_empty()) {
        (true, _) => Held::Nothing,
        (false, true) => Held::Whole(parts),
        (false, false) => Held::Partly(missing),
    }
}

/// The areas that a choice is made of; `month` as in [`held_of`].
pub(super) fn members_of(choice: &AreaChoice, areas: &Areas, month: Option<Period>) -> Vec<AreaCode> {
    match choice {
        AreaChoice::Area(code) => vec![*code],
        AreaChoice::Association(slug) => areas.association(slug).map_or_else(Vec::new, |it| it.members_at(month)),
        AreaChoice::Group { members, .. } => without_overlaps(members),
    }
}

/// A group's areas without those that lie within another of them: nobody is
/// counted twice.
fn without_overlaps(members: &[AreaCode]) -> Vec<AreaCode> {
    let within =
        |code: AreaCode, other: AreaCode| code != other && (other == AreaCode::Country || code.county() == Some(other));
    let mut kept: Vec<AreaCode> = Vec::new();
    for &code in members {
        if !kept.contains(&code) && !members.iter().any(|&other| within(code, other)) {
            kept.push(code);
        }
    }
    kept
}

pub(super) fn places_of(
    selection: &Selection,
    table: &TableEntry,
    areas: &Areas,
    month: Option<Period>,
    notices: &mut Vec<Notice>,
) -> Vec<Place> {
    let view = selection.view();
    let held = table.areas();
    let mut places = Vec::new();
    for choice in &selection.areas {
        match held_of(choice, &held, areas, month) {
            Held::Whole(members) => places.push(Place::sum(choice.clone(), members)),
            Held::Partly(missing) => {
                let missing = missing.into_iter().map(|code| areas.name(code)).collect();
                notices.push(Notice::PartlyInTable(name_of(choice, areas), missing));
            }
            Held::Nothing => notices.push(Notice::NotInTable(Parameter::Areas, name_of(choice, areas))),
        }
    }
    let most = most_areas(view);
    if places.len() > most {
        places.truncate(most);
        notices.push(Notice::TooManyAreas(most));
    }
    if places.is_empty() {
        let nearest = selection.areas.iter().flat_map(|choice| lies_in(choice, areas, month)).flatten();
        places.extend(nearest.filter(|code| held.contains(code)).map(Place::of).next());
    }
    if places.is_empty() {
        for choice in default_areas(view, areas) {
            if let Held::Whole(members) = held_of(&choice, &held, areas, month) {
                places.push(Place::sum(choice, members));
            }
        }
    }
    // A table without the usual areas opens on its own first ones.
    let fewest = if view == View::Compare { 2 } else { 1 };
    for code in held {
        if places.len() >= fewest {
            break;
        }
        if places.iter().all(|place| place.code() != Some(code)) {
            places.push(Place::of(code));
        }
    }
    tell_apart(&mut places, areas);
    places
}

/// An area as a table has it, which holds these: itself, or a län as the sum of its kommuner.
pub fn held_as(code: AreaCode, held: &[AreaCode], areas: &Areas) -> Option<Place> {
    match held_of(&AreaChoice::Area(code), held, areas, None) {
        Held::Whole(members) => Some(Place::sum(AreaChoice::Area(code), members)),
        Held::Partly(_) | Held::Nothing => None,
    }
}

/// The län and riket that a place lies in, as far as a table has them which holds these areas.
pub fn wholes_of(place: &Place, held: &[AreaCode], areas: &Areas) -> Vec<Place> {
    let county = place.members.first().and_then(|code| code.county());
    let county = county.filter(|_| place.members.iter().all(|code| code.county() == county));
    let wholes = [county, Some(AreaCode::Country)].into_iter().flatten();
    wholes.filter(|code| place.code() != Some(*code)).filter_map(|code| held_as(code, held, areas)).collect()
}

/// What a choice lies in, the nearest first: its län, and riket.
fn lies_in(choice: &AreaChoice, areas: &Areas, month: Option<Period>) -> [Option<AreaCode>; 2] {
    let county = members_of(choice, areas, month).first().and_then(|code| code.county());
    [county, Some(AreaCode::Country)]
}

/// How near what a table holds comes to a choice that it lacks: its län, or riket.
pub(super) fn nearness(choice: &AreaChoice, held: &[AreaCode], areas: &Areas) -> usize {
    let wholes = lies_in(choice, areas, None).into_iter().rev().enumerate();
    wholes.filter_map(|(at, code)| held.contains(&code?).then_some(at + 1)).max().unwrap_or_default()
}

/// How a notice names an area that is not in the table.
fn name_of(choice: &AreaChoice, areas: &Areas) -> String {
    match choice {
        AreaChoice::Area(code) => areas.name(*code),
        AreaChoice::Association(slug) => {
            areas.association(slug).map_or_else(|| slug.clone(), |association| association.name.clone())
        }
        AreaChoice::Group { name, .. } => name.clone(),
    }
}
