//! Who is like us? Two to six areas side by side on one scale.

use super::areas::swapping_picker;
use super::backdrop::backdrop;
use super::choices::{self, PANEL};
use super::order::order;
use super::side_by_side;
use super::stage::Stage;
use super::time;
use crate::app::element::{Fragment, div, el};
use crate::app::figure::figure_view;
use crate::app::memo::Memo;
use crate::app::signal::RwSignal;
use faktabank_tables::query::FigureKind;

const KINDS: [FigureKind; 4] = [FigureKind::Line, FigureKind::Bar, FigureKind::Change, FigureKind::Table];

/// Fewest areas that make a comparison.
const FEWEST: usize = 2;

/// The view.
pub(super) fn view(stage: Stage) -> Fragment {
    let context = stage.context;
    let swapping = RwSignal::new(None);
    let figure = stage.figure();
    let row = div("choices-row")
        .child(choices::topic(stage))
        .child(choices::one_contents(stage))
        .child(choices::measure(stage))
        .child(choices::sex(stage))
        .child(choices::age(stage))
        .child(choices::resolution(stage, "upplosning"))
        .child(choices::axis(stage, figure))
        .child(backdrop(stage))
        .child(order(stage));
    let mut between = choices::folding(stage, row).into_fragment();
    between.extend(choices::kinds(stage, &KINDS));
    let kind = Memo::new(move |_| stage.resolved.with(|resolved| resolved.form.figure));
    let panel = el("div").attr("id", PANEL).attr("role", "tabpanel");
    let panel = panel.child(figure_view(figure, kind, between, stage.actions(), context)).child(time::control(stage));
    div("compare")
        .child(swapping_picker(stage, FEWEST, swapping))
        .child(panel)
        .child(side_by_side::view(stage, swapping))
        .into_fragment()
}
