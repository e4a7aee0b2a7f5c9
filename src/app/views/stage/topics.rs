//! The topics beside the one that a page opens on: their files, asked for once the
//! page's own figure is drawn, and what is told of each.

use super::Stage;
use crate::app::element::afterwards;
use crate::app::loading::{Loading, Progress};
use crate::app::memo::Memo;
use crate::app::on_demand::NewestOf;
use faktabank_figures::figure::{self, Indicator, TopicSection};
use faktabank_tables::query::{self, AreaChoice, Section};
use faktabank_tables::statistics::Topic;
use leptos::prelude::*;
use std::sync::Arc;

/// What is told of a topic; `None` where the edition has nothing on it.
pub(in crate::app) type Told = Memo<Option<Loading<Arc<TopicSection>>>>;

impl Stage {
    /// Every topic of the edition; their files are on their way from now on.
    pub(in crate::app) fn sections(self) -> Memo<Arc<Vec<Section>>> {
        let sections = Memo::new(move |_| {
            let of = |resolved: &query::Resolved| {
                self.base.with_value(|base| query::sections(resolved, &base.manifest, &base.areas))
            };
            Arc::new(self.resolved.with(of))
        });
        afterwards(move || self.want_sections(&sections.get()));
        sections
    }

    /// The topic that the page would open on, if it had anything of the area.
    pub(in crate::app) fn left_out(self) -> Option<Topic> {
        let selection = self.context.navigation.selection();
        self.resolved.with(|it| self.base.with_value(|base| query::left_out(&selection, it, &base.manifest)))
    }

    /// Fetches what is not here yet of these topics.
    pub(in crate::app) fn want_sections(self, sections: &[Section]) {
        self.base.with_value(|base| {
            for section in sections {
                self.store.bring(&section.resolved, &base.manifest);
            }
        });
    }

    /// The indicators of a förbund's plan, as far as their tables are here; of any
    /// other place nothing is joined.
    pub(in crate::app) fn indicators(self, sections: Memo<Arc<Vec<Section>>>) -> Memo<Arc<Vec<Indicator>>> {
        Memo::new(move |_| {
            let sections = sections.get();
            let made = self.resolved.with(|shown| {
                let is_forbund = |it: &&query::Place| matches!(it.choice, AreaChoice::Association(_));
                let Some(own) = shown.places.first().filter(is_forbund) else { return Vec::new() };
                self.base.with_value(|base| {
                    let mut parts = Vec::new();
                    let all = std::iter::once(shown).chain(sections.iter().map(|it| &it.resolved));
                    for resolved in all.filter(|it| it.table.topic.word("aim").is_some()) {
                        if let Loading::Ready(tables) = self.store.apart(resolved, &base.manifest) {
                            parts.push((resolved, tables));
                        }
                    }
                    let parts: Vec<_> = parts.iter().map(|(resolved, tables)| (*resolved, tables.as_slice())).collect();
                    figure::indicators(own, &parts, &base.areas)
                })
            });
            Arc::new(made)
        })
    }

    /// The newest number of every kommun, of the edition that is shown.
    pub(in crate::app) fn newest(self) -> NewestOf {
        let edition = self.resolved.with_untracked(|resolved| resolved.edition.id.clone());
        let file = |base: &super::Base| base.manifest.edition(&edition).and_then(|edition| edition.newest.clone());
        let newest = NewestOf::of(self.base.with_value(|base| file(base)));
        newest.want();
        newest
    }

    /// What is told of a topic, once its tables are here.
    pub(in crate::app) fn told_of(self, topic: Topic, sections: Memo<Arc<Vec<Section>>>, newest: NewestOf) -> Told {
        Memo::new(move |_| {
            let newest = newest.here();
            let sections = sections.get();
            let section = sections.iter().find(|section| section.topic == topic)?;
            let asked = self.resolved.with(|resolved| resolved.places.first().cloned())?;
            Some(self.base.with_value(|base| {
                let tables = match self.store.apart(&section.resolved, &base.manifest) {
                    Loading::Ready(tables) => tables,
                    Loading::Pending(progress) => return Loading::Pending(progress),
                    Loading::Failed(failure) => return Loading::Failed(failure),
                };
                let told = figure::topic(section, &asked, (&tables, &base.areas), newest.as_deref());
                told.map_or(Loading::Pending(Progress::default()), |told| Loading::Ready(Arc::new(told)))
            }))
        })
    }
}
