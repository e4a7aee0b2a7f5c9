//! What exactly? Any table, with every choice beside its figure.

use super::choices::{self, PANEL};
use super::order::order;
use super::stage::Stage;
use super::time;
use crate::app::element::{Fragment, div, el};
use crate::app::figure::figure_view;
use crate::app::memo::Memo;
use faktabank_figures::text::ui;
use faktabank_tables::query::{FigureKind, Selection, View};

/// The view.
pub(super) fn view(stage: Stage) -> Fragment {
    let context = stage.context;
    let figure = stage.figure();
    let reset = context.link(context.words(ui::RESET), Some("plain-link"), |selection| {
        *selection = Selection {
            view: Some(View::Explore),
            edition: selection.edition.clone(),
            language: selection.language,
            theme: selection.theme,
            ..Selection::default()
        };
    });
    let form = choices::form(stage)
        .child(choices::axis(stage, figure))
        .child(choices::classes(stage))
        .child(order(stage))
        .child(choices::scales(stage, figure))
        .child(el("p").child(reset));
    let kind = Memo::new(move |_| stage.resolved.with(|resolved| resolved.form.figure));
    let panel = el("div").attr("id", PANEL).attr("role", "tabpanel");
    let panel =
        panel.child(figure_view(figure, kind, Fragment::new(), stage.actions(), context)).child(time::control(stage));
    let shown = div("explore-figure").child(choices::kinds(stage, &FigureKind::ALL)).child(panel);
    div("explore").child(choices::folding(stage, form)).child(shown).into_fragment()
}
