//! Which areas a selection means: codes, förbund and own groups as sums of
//! the areas that the table holds.

use super::{AreaChoice, Notice, Parameter, Place, Selection, View};
use crate::snapshot::TableEntry;
use crate::statistics::{AreaCode, Areas};

/// Most areas side by side: six can still be told apart.
const MOST_COMPARED: usize = 6;
/// Most areas in a figure of the explorer; beyond, a ranking shows more.
const MOST_EXPLORED: usize = 20;

/// Most areas that a view shows side by side.
pub const fn most_areas(view: View) -> usize {
    match view {
        View::Compare => MOST_COMPARED,
        View::Overview => 1,
        View::Explore | View::About => MOST_EXPLORED,
    }
}

/// The areas that a view opens on, as far as the table has them.
pub(super) fn default_areas(view: View) -> Vec<AreaCode> {
    match view {
        View::Compare => vec![AreaCode::Municipality(2080), AreaCode::Municipality(2081), AreaCode::Country],
        _ => vec![AreaCode::DALARNA],
    }
}

pub(super) fn members_of(choice: &AreaChoice, areas: &Areas) -> Vec<AreaCode> {
    match choice {
        AreaChoice::Area(code) => vec![*code],
        AreaChoice::Association(slug) => areas
            .association(slug)
            .map(|association| association.members.iter().filter(|it| it.to.is_none()).map(|it| it.code).collect())
            .unwrap_or_default(),
        AreaChoice::Group { members, .. } => members.clone(),
    }
}

pub(super) fn places_of(
    selection: &Selection,
    table: &TableEntry,
    areas: &Areas,
    notices: &mut Vec<Notice>,
) -> Vec<Place> {
    let held: Vec<AreaCode> = table.areas().collect();
    let mut places = Vec::new();
    for choice in &selection.areas {
        let members = members_of(choice, areas);
        if members.is_empty() || !members.iter().all(|code| held.contains(code)) {
            notices.push(Notice::NotInTable(Parameter::Areas, name_of(choice, areas)));
        } else {
            places.push(Place { choice: choice.clone(), members });
        }
    }
    let most = most_areas(selection.view);
    if places.len() > most {
        places.truncate(most);
        notices.push(Notice::TooManyAreas(most));
    }
    if places.is_empty() {
        places = default_areas(selection.view).into_iter().filter(|code| held.contains(code)).map(Place::of).collect();
    }
    // A table without the usual areas opens on its own first ones.
    let fewest = if selection.view == View::Compare { 2 } else { 1 };
    for code in held {
        if places.len() >= fewest {
            break;
        }
        if places.iter().all(|place| place.code() != Some(code)) {
            places.push(Place::of(code));
        }
    }
    places
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
