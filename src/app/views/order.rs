//! In what order the bars of a ranking stand.

use super::choices::{chosen, options, select, where_several};
use super::stage::Stage;
use crate::app::controls::Choice;
use crate::app::element::Fragment;
use crate::app::signal::Callback;
use faktabank_figures::text::ui;
use faktabank_tables::query::{FigureKind, Order};
use faktabank_tables::statistics::Phrase;

/// The choice of an order; nothing where there are no bars of areas.
pub(super) fn order(stage: Stage) -> Fragment {
    let options = options(stage, |resolved, language| {
        let of_areas = resolved.what.contents.len() == 1 && resolved.places.len() + resolved.beside.others.len() > 2;
        let is_change = resolved.form.figure == FigureKind::Change;
        let bars = (is_change || resolved.form.figure == FigureKind::Bar) && of_areas;
        let offered = Order::ALL.into_iter().filter(|order| bars && !(is_change && *order == Order::Change));
        offered.map(|order| Choice::new(order.code(), name(order).get(language))).collect()
    });
    let chosen = chosen(stage, |resolved| resolved.form.order.code().to_owned());
    let choose = Callback::new(move |code: String| stage.go(|selection| selection.order = Order::from_code(&code)));
    where_several(options, move || select(stage, ui::ORDER, options, chosen, choose))
}

const fn name(order: Order) -> Phrase {
    match order {
        Order::Value => ui::BY_VALUE,
        Order::Name => ui::BY_NAME,
        Order::Change => ui::BY_CHANGE,
    }
}
