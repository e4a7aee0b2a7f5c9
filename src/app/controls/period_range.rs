//! From one period to another: two handles on one track, and the same two
//! choices as boxes for those who would rather pick than drag.

use super::{Choice, group, select_box};
use crate::app::element::{Element, div, el};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::Callback;
use faktabank_figures::text::{number, ui};
use leptos::prelude::*;
use std::rc::Rc;

/// A choice of first and last period, as positions in a list of names: every
/// period that there is, in words, in order; told the next positions, and
/// whether they continue a movement already told.
pub fn period_range(
    names: Memo<Vec<String>>,
    chosen: Memo<(usize, usize)>,
    choose: Callback<(usize, usize, bool)>,
    context: PageContext,
) -> Element {
    // One movement of a handle, however many steps, is one choice.
    let moving = StoredValue::new(false);
    let end = move || names.with(Vec::len).saturating_sub(1);
    let name = move |position: usize| names.with(|names| names.get(position).cloned().unwrap_or_default());
    let share = move |position: usize| number::raw(position as f64 / end().max(1) as f64);
    let options = Memo::new(move |_| {
        names.with(|names| {
            names.iter().enumerate().map(|(position, name)| Choice::new(position.to_string(), name.clone())).collect()
        })
    });
    // Which of the two, and where the other one lets it go.
    let at = move |last: bool| if last { chosen.get().1 } else { chosen.get().0 };
    let bounded = move |last: bool, code: &str| {
        let (first_now, last_now) = chosen.get_untracked();
        if last {
            code.parse().unwrap_or_else(|_| end()).max(first_now)
        } else {
            code.parse().unwrap_or(0).min(last_now)
        }
    };
    let handle = move |last: bool| {
        let label = if last { ui::LAST_PERIOD } else { ui::FIRST_PERIOD };
        el("input")
            .attr("type", "range")
            .attr("min", "0")
            .attr("step", "1")
            .attr("max", move || end().to_string())
            .prop("value", move || at(last).to_string())
            // Where both lie at the end, the first alone has anywhere to go.
            .attr("class", move || (!last && at(false) == end()).then_some("over"))
            .attr("aria-label", context.words(label))
            .attr("aria-valuetext", move || name(at(last)))
            .on("pointerdown", move |_| moving.set_value(false))
            .on("blur", move |_| moving.set_value(false))
            .on("input", move |event| {
                let place = bounded(last, &event.value());
                event.set_value(&place.to_string());
                let (first_now, last_now) = chosen.get_untracked();
                let (first, last) = if last { (first_now, place) } else { (place, last_now) };
                choose.run((first, last, moving.get_value()));
                moving.set_value(true);
            })
    };
    let pick = move |last: bool| {
        let choose = Callback::new(move |code: String| {
            let (first_now, last_now) = chosen.get_untracked();
            if last {
                let last = code.parse().unwrap_or_else(|_| end());
                choose.run((first_now.min(last), last, false));
            } else {
                let first = code.parse().unwrap_or(0);
                choose.run((first, last_now.max(first), false));
            }
        });
        let label = if last { ui::LAST_PERIOD } else { ui::FIRST_PERIOD };
        select_box(label, options, Rc::new(move || at(last).to_string()), choose, context)
    };
    let track = div("track")
        .style("--from", move || share(at(false)))
        .style("--to", move || share(at(true)))
        .child(handle(false))
        .child(handle(true));
    let boxes = div("period-boxes").child(pick(false)).child(pick(true));
    group("field period", ui::PERIOD, context).child(track).child(boxes)
}
