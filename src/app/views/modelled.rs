//! What keeps a modelled figure from being taken for a fact: a band over the
//! page for as long as one is shown, with the way back to real ones.

use super::stage::Stage;
use crate::app::element::{Fragment, div, el, show};
use faktabank_figures::figure::modelled_warning;
use faktabank_figures::text::modelled;

/// The band, while figures are modelled.
pub(super) fn band(stage: Stage) -> Fragment {
    let context = stage.context;
    let warning = move || stage.chosen.with(modelled_warning).get(context.language.get());
    let shown = move || {
        let back = context.link(context.words(modelled::BACK_TO_REAL), None, move |selection| {
            if let Some(real) = stage.real(selection) {
                *selection = real;
            }
        });
        div("modelled-band")
            .attr("role", "note")
            .attr("data-modelled-band", "")
            .child(el("strong").child(warning))
            .child(back)
            .into_fragment()
    };
    show(move || stage.is_modelled(), shown)
}
