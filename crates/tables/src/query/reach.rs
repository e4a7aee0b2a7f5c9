//! A choice of areas that the present table lacks, to figures that have them.

use super::{AreaChoice, Selection, resolve};
use crate::snapshot::Manifest;
use crate::statistics::{Areas, TopicCode};

/// The selection, where it shows the area that was chosen last; else the nearest to it
/// that does: another table of the same topic, with the same contents if it has them,
/// then any other. Where several do, one that shows all areas. `None` where no table
/// of the edition has the area.
pub fn reaching(selection: &Selection, manifest: &Manifest, areas: &Areas) -> Option<Selection> {
    let last = selection.areas.last()?;
    // Whether the last is shown, how many are, and of which topic.
    let shown = |selection: &Selection| {
        let resolved = resolve(selection, manifest, areas)?;
        let has = |choice: &AreaChoice| resolved.places.iter().any(|place| place.choice == *choice);
        let count = selection.areas.iter().filter(|choice| has(choice)).count();
        Some((has(last), count, TopicCode(resolved.table.topic.code().to_owned())))
    };
    let (reached, _, topic) = shown(selection)?;
    if reached {
        return Some(selection.clone());
    }
    let mut best: Option<(usize, Selection)> = None;
    for (topic, anew) in [(Some(&topic), false), (Some(&topic), true), (None, false), (None, true)] {
        let mut way = Selection { table: None, topic: topic.cloned(), ..selection.clone() };
        if anew {
            // What was made of the numbers of one table need not be made of those of another.
            way = Selection {
                view: Some(way.view()),
                topic: way.topic,
                edition: way.edition,
                areas: way.areas,
                language: way.language,
                theme: way.theme,
                embedding: way.embedding,
                ..Selection::default()
            };
        }
        if let Some((true, count, _)) = shown(&way)
            && best.as_ref().is_none_or(|(most, _)| count > *most)
        {
            best = Some((count, way));
        }
    }
    best.map(|(_, way)| way)
}
