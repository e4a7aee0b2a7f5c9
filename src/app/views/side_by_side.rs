//! The areas of a comparison in one table, each row on one scale, and the way
//! to exchange one of them for another.

use super::places;
use super::stage::Stage;
use crate::app::controls::AREA_INPUT;
use crate::app::element::{Element, Fragment, div, each, el, fragment, p, place_name, span};
use crate::app::figure::{point_cell, symbol_cell, tone_class};
use crate::app::memo::Memo;
use crate::app::signal::RwSignal;
use crate::browser::page;
use faktabank_figures::figure::{Compared, ComparedRow, Comparison, Point};
use faktabank_figures::text::{number, ui};
use faktabank_tables::query::Resolved;

/// The table; `swapping` is told which area is to be exchanged.
pub(super) fn view(stage: Stage, swapping: RwSignal<Option<usize>>) -> Fragment {
    let all = RwSignal::new(false);
    let comparison = stage.comparison(all);
    let shown = fragment(move || match comparison.get() {
        Some(comparison) => table(stage, &comparison, swapping),
        None => Fragment::new(),
    });
    let more = Memo::new(move |_| comparison.with(|it| it.as_ref().is_some_and(|it| it.more_places)));
    el("section")
        .class("section side-by-side")
        .attr("data-comparison", "")
        .child(el("h2").child(stage.context.words(ui::SIDE_BY_SIDE)))
        .child(shown)
        .child(places::view(stage, more, all))
        .into_fragment()
}

/// A part of the table, which stays one where the style sheet lays it out as
/// lists, as on a phone.
fn part(tag: &'static str, role: &'static str) -> Element {
    el(tag).attr("role", role)
}

fn table(stage: Stage, comparison: &Comparison, swapping: RwSignal<Option<usize>>) -> Fragment {
    let heads = comparison.areas.iter().enumerate().map(|(at, area)| head(stage, at, area, swapping));
    let heads = part("tr", "row").child(part("td", "cell")).children(heads);
    let rows = comparison.rows.iter().map(|it| row(it, &comparison.areas));
    let table = part("table", "table")
        .class("list side")
        .attr("data-table", "")
        .child(part("thead", "rowgroup").child(heads))
        .child(part("tbody", "rowgroup").children(rows));
    each([p("soft small").child(comparison.title.as_str()), div("list-scroll").child(table)])
}

fn head(stage: Stage, at: usize, area: &Compared, swapping: RwSignal<Option<usize>>) -> Element {
    let words = [stage.context.say(ui::SWAP), " ", &area.name].concat();
    let swap = el("button").attr("type", "button").class("link-button small").attr("data-swap", at.to_string());
    let swap = swap.attr("aria-label", words).child(stage.context.say(ui::SWAP));
    let swap = swap.on("click", move |_| {
        // Women and men of one area, where they are apart, are one choice.
        let each = if stage.resolved.with_untracked(Resolved::is_apart) { 2 } else { 1 };
        swapping.set(Some(at / each));
        page::focus(AREA_INPUT);
    });
    part("th", "columnheader")
        .attr("scope", "col")
        .child(span(tone_class(area.tone)).attr("aria-hidden", "true"))
        .child(" ")
        .child(stage.context.query_link(&area.name, &area.link))
        .child(div("").child(swap))
}

fn row(row: &ComparedRow, areas: &[Compared]) -> Element {
    let cells = row.points.iter().zip(areas).map(|(point, area)| cell(point, row.scale, area));
    let head = part("th", "rowheader").attr("scope", "row").child(row.name.as_str());
    part("tr", "row").attr("data-row", row.key.clone()).child(head).children(cells)
}

/// A number with its bar; whose it is, where the heads are too far away.
fn cell(point: &Point, scale: Option<f64>, area: &Compared) -> Element {
    let tone = tone_class(area.tone);
    let whose = span("side-name").child(place_name(area.name.as_str()));
    let cell = point_cell(point).attr("role", "cell").child(whose).child(span("number").child(symbol_cell(point)));
    match (point.value, scale) {
        (Ok(value), Some(scale)) => {
            let share = number::raw((value / scale).clamp(0.0, 1.0));
            let bar = el("div").class(["side-bar ", tone].concat()).attr("aria-hidden", "true");
            cell.child(bar.style("--share", move || share.clone()))
        }
        _ => cell,
    }
}
