//! The editions: which one is shown, the way to the others, and what changed
//! in each since the one before it.

use super::super::stage::Stage;
use super::meanings;
use crate::app::element::{Element, el, p};
use crate::app::loading::{Loading, Progress};
use crate::app::signal::RwSignal;
use crate::app::store::{self, in_turn};
use faktabank_figures::figure::{EditionChanges, edition_changes};
use faktabank_figures::text::about;
use faktabank_tables::snapshot::{Changes, Edition, EditionId};
use faktabank_tables::statistics::Language;
use std::sync::Arc;

/// What changed in each edition that says so.
pub(super) type AllChanges = Loading<Arc<Vec<(EditionId, Changes)>>>;

/// The changes, wherever they are just now.
#[derive(Clone, Copy)]
pub(super) struct Known(RwSignal<AllChanges>);

impl Known {
    /// Begins to fetch them.
    pub(super) fn start(stage: Stage) -> Self {
        let known = Self(RwSignal::new(Loading::Pending(Progress::default())));
        known.fetch(stage);
        known
    }

    /// Fetches them, also if they did not come before.
    pub(super) fn fetch(self, stage: Stage) {
        self.0.set(Loading::Pending(Progress::default()));
        let files = stage.with_editions(|editions| {
            let told = editions.iter().filter_map(|edition| Some((edition.id.clone(), edition.changes.clone()?)));
            told.collect::<Vec<_>>()
        });
        let catalogue = stage.catalogue();
        in_turn(async move {
            let mut all = Vec::new();
            for (id, file) in files {
                match store::changes(&file, catalogue).await {
                    Ok(changes) => all.push((id, changes)),
                    Err(failure) => return self.0.set(Loading::Failed(failure)),
                }
            }
            self.0.set(Loading::Ready(Arc::new(all)));
        });
    }

    /// What is known of them.
    pub(super) fn get(self) -> AllChanges {
        self.0.get()
    }
}

/// The editions, newest first.
pub(super) fn view(stage: Stage, known: &[(EditionId, Changes)], language: Language) -> Element {
    let shown = stage.resolved.with(|resolved| resolved.edition.id.clone());
    stage.with_editions(|editions| {
        let sections = editions.iter().map(|edition| {
            let changes = known.iter().find(|(id, _)| *id == edition.id).map(|(_, changes)| changes);
            let changes = stage.with_areas(|areas| edition_changes(edition, changes, editions, areas, language));
            section(stage, edition, changes.as_ref(), edition.id == shown, language)
        });
        el("div").children(sections)
    })
}

fn section(
    stage: Stage,
    edition: &Edition,
    changes: Option<&EditionChanges>,
    shown: bool,
    language: Language,
) -> Element {
    let id = edition.id.clone();
    let state = if shown {
        el("strong").child(about::SHOWN_EDITION.get(language))
    } else {
        stage.context.link(stage.context.words(about::SHOW_EDITION), None, move |selection| {
            selection.edition = Some(id.clone());
        })
    };
    let published = about::PUBLISHED.fill(language, &[&edition.published]);
    let head = p("").child(edition.label.get(language)).child([" (", &published, "). "].concat()).child(state);
    let section = el("section").class("about-edition").attr("data-edition", edition.id.0.clone());
    let section = section.child(el("h3").child(edition.id.0.as_str())).child(head);
    let Some(changes) = changes else { return section };
    let sentences = changes.sentences.iter().map(|sentence| p("").child(sentence.as_str()));
    let tables = changes.tables.iter().flat_map(|table| {
        let points = table.points.iter().map(|(head, words)| (head.as_str(), words.as_str()));
        [el("h4").child(table.title.as_str()), meanings(points).attr("data-changes", "")]
    });
    section.children(sentences).children(tables)
}
