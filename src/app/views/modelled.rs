//! What keeps a modelled figure from being taken for a fact: a band over the
//! page for as long as one is shown, and the ways there and back.

use super::stage::Stage;
use crate::app::element::{Parts, div, each, el, when};
use crate::app::figure::to_modelled;
use crate::app::memo::Memo;
use crate::app::pace::promptly;
use crate::query::Notice;
use crate::text::ui;

/// The band, while figures are modelled.
pub(super) fn band(stage: Stage) -> Parts {
    let scene = stage.scene;
    let shown = move || {
        let back = scene.link(scene.words(ui::BACK_TO_REAL), None, move |selection| {
            if let Some(real) = stage.real(selection) {
                *selection = real;
            }
        });
        div("modelled-band")
            .attr("role", "note")
            .attr("data-modelled-band", "")
            .child(el("strong").live(scene.words(ui::MODELLED)))
            .child(back)
            .parts()
    };
    promptly(|| when(move || stage.is_modelled(), shown))
}

/// The switch to modelled figures, where these have not what was asked for;
/// through a door alone.
pub(in crate::app) fn offer(stage: Stage) -> Parts {
    let lacking = |notice: &Notice| matches!(notice, Notice::NotInTable(..) | Notice::PartlyInTable(..));
    let offered = Memo::new(move |_| {
        stage.resolved.with(|it| it.notices.iter().any(lacking)) && stage.modelled_with(None).is_some()
    });
    when(move || offered.get(), move || each([to_modelled(stage.to_modelled(), stage.scene).class("offer")]))
}
