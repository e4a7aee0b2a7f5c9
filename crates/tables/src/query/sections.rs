//! The topics of an area, each resolved against the table that answers for it:
//! for the start page and the fact sheet.

use super::contents::lead_contents;
use super::offer::measures_of;
use super::periods::past;
use super::places::wholes_of;
use super::{Backdrop, Beside, FigureKind, Form, Measure, Resolved, Selection, Time, View, What, resolve};
use crate::snapshot::{Manifest, TableEntry};
use crate::statistics::{Areas, Content, Topic};

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
    let others = found.places.first().map(|place| wholes_of(place, &found.table.areas(), areas)).unwrap_or_default();
    let others = others.into_iter().flat_map(|whole| whole.members).collect();
    let periods = past(&found.time.all, &found.table);
    let is_held = found.places.first().is_some_and(|place| place.choice == *choice);
    let mut resolved = Resolved {
        what: What { contents: vec![content], measure, ..found.what },
        form: Form { figure: FigureKind::Line, ..found.form },
        beside: Beside { others, ..found.beside },
        time: Time { periods, ..found.time },
        ..found
    };
    resolved.set_behind(Backdrop::default(), areas);
    resolved.view = View::Explore;
    Some(Section { topic, resolved, is_held })
}
