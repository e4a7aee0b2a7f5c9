//! What keeps a modelled figure from being taken for a fact: a band over the
//! page for as long as one is shown, with the way back to real ones.

use super::stage::Stage;
use crate::app::element::{Parts, div, el, when};
use crate::app::pace::promptly;
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
