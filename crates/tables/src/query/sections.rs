//! The topics of an area, each resolved against the table that answers for it:
//! for the start page and the fact sheet.

use super::contents::lead_contents;
use super::offer::measures_of;
use super::periods::past;
use super::places::{Held, held_of};
use super::{AreaChoice, Beside, FigureKind, Form, Measure, Resolved, Selection, Time, View, What, resolve};
use crate::snapshot::{Manifest, TableEntry};
use crate::statistics::{AreaCode, Areas, Content, Topic};

/// What an overview shows of a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The topic.
    pub topic: Topic,
    /// Its line over time: of the area, or of what lies nearest around it.
    pub resolved: Resolved,
    /// Whether it is of the area itself.
    pub is_held: bool,
}

/// What a section speaks of, and in which measure: a share where areas of any size
/// can be told by one.
pub fn told_of(table: &TableEntry) -> (Content, Measure) {
    let content = lead_contents(table);
    let share = measures_of(table, content).contains(&Measure::Share);
    (content, if share { Measure::Share } else { Measure::Count })
}

/// Every topic of the edition, in order, for the first place of a selection.
pub fn sections(shown: &Resolved, manifest: &Manifest, areas: &Areas) -> Vec<Section> {
    let Some(edition) = manifest.edition(&shown.edition.id) else { return Vec::new() };
    let has_tables = |topic: &Topic| edition.tables.iter().any(|table| table.topic == *topic);
    let topics = manifest.catalogue.topics().filter(has_tables);
    topics.filter_map(|topic| section(topic, shown, manifest, areas)).collect()
}

/// The topic that an edition is first about, where a link that asks for an area alone
/// opens on another one since the first has nothing of it.
pub fn left_out(selection: &Selection, shown: &Resolved, manifest: &Manifest) -> Option<Topic> {
    let plain = Selection {
        view: selection.view,
        edition: selection.edition.clone(),
        areas: selection.areas.clone(),
        language: selection.language,
        theme: selection.theme,
        ..Selection::default()
    };
    let first =
        manifest.edition(&shown.edition.id)?.tables.iter().map(|table| table.topic).min_by_key(|it| it.place())?;
    (*selection == plain && first != shown.table.topic).then_some(first)
}

fn section(topic: Topic, shown: &Resolved, manifest: &Manifest, areas: &Areas) -> Option<Section> {
    let choice = &shown.places.first()?.choice;
    let selection = Selection {
        // No forecast: a section tells what was.
        view: Some(View::Overview),
        topic: Some(topic.to_code()),
        edition: Some(shown.edition.id.clone()),
        areas: vec![choice.clone()],
        figure: Some(FigureKind::Line),
        language: shown.language,
        theme: shown.theme,
        ..Selection::default()
    };
    let found = resolve(&selection, manifest, areas)?;
    let (content, measure) = told_of(&found.table);
    let others = wholes(&found, areas);
    let periods = past(&found.time.all, &found.table);
    let is_held = found.places.first().is_some_and(|place| place.choice == *choice);
    let resolved = Resolved {
        view: View::Explore,
        what: What { contents: vec![content], measure, ..found.what },
        form: Form { figure: FigureKind::Line, ..found.form },
        beside: Beside { others, ..found.beside },
        time: Time { periods, ..found.time },
        ..found
    };
    Some(Section { topic, resolved, is_held })
}

/// The areas of the table that the län and riket of a place are made of.
fn wholes(found: &Resolved, areas: &Areas) -> Vec<AreaCode> {
    let held = found.table.areas();
    let county = found.places.iter().flat_map(|place| &place.members).find_map(|code| code.county());
    let wholes = county.into_iter().chain([AreaCode::Country]);
    let members = wholes.filter_map(|code| match held_of(&AreaChoice::Area(code), &held, areas, None) {
        Held::Whole(members) => Some(members),
        Held::Partly(_) | Held::Nothing => None,
    });
    members.flatten().collect()
}
