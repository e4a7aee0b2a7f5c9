//! The areas of a comparison in one table, each row on one scale, and the way
//! to exchange one of them for another.

use super::stage::Stage;
use crate::app::controls::AREA_INPUT;
use crate::app::element::{Element, Parts, div, each, el, live, p, span};
use crate::app::figure::{symbol_cell, tone_class};
use crate::app::signal::RwSignal;
use crate::browser::page;
use crate::figure::{Compared, ComparedRow, Comparison, Point};
use crate::text::{number, ui};

/// The table; `swapping` is told which area is to be exchanged.
pub(super) fn view(stage: Stage, swapping: RwSignal<Option<usize>>) -> Parts {
    let all = RwSignal::new(false);
    let comparison = stage.comparison(all);
    let shown = live(move || match comparison.get() {
        Some(comparison) => table(stage, &comparison, swapping),
        None => Parts::new(),
    });
    let more = live(move || {
        let more = comparison.with(|it| it.as_ref().is_some_and(|it| it.more_places));
        match (more, all.get()) {
            (false, _) => Parts::new(),
            (true, true) => p("soft small").attr("role", "status").child(stage.scene.say(ui::LOADING)).parts(),
            (true, false) => {
                let button = el("button").attr("type", "button").class("link-button").attr("data-places", "");
                button.on("click", move |_| all.set(true)).child(stage.scene.say(ui::COUNT_PLACES)).parts()
            }
        }
    });
    el("section")
        .class("section side-by-side")
        .attr("data-comparison", "")
        .child(el("h2").live(stage.scene.words(ui::SIDE_BY_SIDE)))
        .child(shown)
        .child(more)
        .parts()
}

fn table(stage: Stage, comparison: &Comparison, swapping: RwSignal<Option<usize>>) -> Parts {
    let heads = comparison.areas.iter().enumerate().map(|(at, area)| head(stage, at, area, swapping));
    let heads = el("tr").child(el("td")).children(heads);
    let tones: Vec<&'static str> = comparison.areas.iter().map(|area| tone_class(area.tone)).collect();
    let rows = comparison.rows.iter().map(|it| row(it, &tones));
    let table = el("table")
        .class("list side")
        .attr("data-table", "")
        .child(el("thead").child(heads))
        .child(el("tbody").children(rows));
    each([p("soft small").child(comparison.title.as_str()), div("list-scroll").child(table)])
}

fn head(stage: Stage, at: usize, area: &Compared, swapping: RwSignal<Option<usize>>) -> Element {
    let words = [stage.scene.say(ui::SWAP), " ", &area.name].concat();
    let swap = el("button").attr("type", "button").class("link-button small").attr("data-swap", at.to_string());
    let swap = swap.attr("aria-label", words).child(stage.scene.say(ui::SWAP));
    let swap = swap.on("click", move |_| {
        swapping.set(Some(at));
        page::focus(AREA_INPUT);
    });
    el("th")
        .attr("scope", "col")
        .child(span(tone_class(area.tone)).attr("aria-hidden", "true"))
        .child(" ")
        .child(stage.scene.query_link(&area.name, &area.link))
        .child(div("").child(swap))
}

fn row(row: &ComparedRow, tones: &[&'static str]) -> Element {
    let cells = row.points.iter().zip(tones).map(|(point, tone)| cell(point, row.scale, tone));
    el("tr")
        .attr("data-row", row.key.clone())
        .child(el("th").attr("scope", "row").child(row.name.as_str()))
        .children(cells)
}

fn cell(point: &Point, scale: Option<f64>, tone: &'static str) -> Element {
    let cell = match point.value {
        Ok(value) => el("td").class("number").attr("data-value", number::raw(value)),
        Err(missing) => el("td").class("number missing").attr("data-value", "").attr("data-missing", missing.key()),
    };
    let cell = cell.attr("data-mark", point.mark.key()).child(symbol_cell(point));
    match (point.value, scale) {
        (Ok(value), Some(scale)) => {
            let share = number::raw((value / scale).clamp(0.0, 1.0));
            let bar = el("div").class(["side-bar ", tone].concat()).attr("aria-hidden", "true");
            cell.child(bar.live_style("--share", move || share.clone()))
        }
        _ => cell,
    }
}
