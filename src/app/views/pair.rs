//! Which two contents are set against each other.

use super::stage::Stage;
use crate::app::controls::{Choice, select_box};
use crate::app::element::Parts;
use crate::app::memo::Memo;
use crate::app::signal::Callback;
use crate::query::contents_of;
use crate::statistics::{Content, Phrase};
use crate::text::{contents, ui};
use std::rc::Rc;

/// A box for each; choosing what the other one has makes them change places.
pub(super) fn view(stage: Stage) -> Parts {
    [(0, ui::ACROSS), (1, ui::UP)].into_iter().flat_map(|(at, label)| one(stage, at, label)).collect()
}

fn one(stage: Stage, at: usize, label: Phrase) -> Parts {
    let language = stage.scene.language;
    let options = Memo::new(move |_| {
        let choice = |content: Content| Choice::new(content.code(), contents::name(content).get(language.get()));
        stage.resolved.with(|resolved| contents_of(&resolved.table).into_iter().map(choice).collect::<Vec<_>>())
    });
    let chosen = move || stage.resolved.with(|it| it.contents.get(at).map_or("", |it| it.code()).to_owned());
    let choose = Callback::new(move |code: String| {
        let mut pair = stage.resolved.with_untracked(|resolved| resolved.contents.clone());
        let offered = stage.resolved.with_untracked(|resolved| contents_of(&resolved.table));
        let chosen = offered.into_iter().find(|content| content.code() == code);
        let Some(content) = chosen.filter(|_| pair.len() == 2) else { return };
        if pair[1 - at] == content {
            pair.swap(0, 1);
        } else {
            pair[at] = content;
        }
        stage.go(|selection| selection.contents = pair.into_iter().map(Content::to_code).collect());
    });
    select_box(label, options, Rc::new(chosen), choose, stage.scene).parts()
}
