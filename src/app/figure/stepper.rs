//! The way through charts over time by keyboard; nobody meets it before the
//! page is ready, so it is in the second file.

use super::chart::read;
use crate::app::element::{Element, div};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::event::Event;
use faktabank_figures::figure::Chart;
use faktabank_figures::text::{number, ui};
use std::sync::Arc;

/// Where in a chart the reader is.
#[derive(Clone, Copy)]
pub(in crate::app) struct Steps {
    /// The chart.
    pub(super) chart: Memo<Option<Arc<Chart>>>,
    /// The position that is read.
    pub(super) pointed: RwSignal<Option<usize>>,
    /// Goes to another position, or to none.
    pub(super) point: Callback<Option<usize>>,
    /// The page.
    pub(super) context: PageContext,
}

/// The slider of a chart over time.
pub(in crate::app) fn stepper(steps: Steps) -> Element {
    let Steps { chart, pointed, point, context } = steps;
    let last = move || {
        let periods = |chart: &Chart| chart.over_time().map_or(0, |(time, _)| time.periods.len());
        chart.with(|chart| chart.as_deref().map_or(0, periods)).saturating_sub(1)
    };
    let spoken = move || {
        let reading = chart.with(|chart| chart.as_deref().and_then(|chart| read(chart, pointed.get())));
        reading.map(|reading| reading.spoken()).unwrap_or_default()
    };
    slider(last, pointed, point, spoken, context)
}

/// A slider over a drawing that only the keyboard meets: arrow keys step through
/// the periods up to the `last`, the page keys twelve at a time, Home and End go
/// to the ends, Escape leaves. `point` goes where they lead.
pub(super) fn slider(
    last: impl Fn() -> usize + Copy + 'static,
    pointed: RwSignal<Option<usize>>,
    point: Callback<Option<usize>>,
    spoken: impl Fn() -> String + 'static,
    context: PageContext,
) -> Element {
    let press = move |event: Event| {
        let (now, last) = (pointed.get_untracked(), last());
        let next = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => Some(now.map_or(last, |now| now.saturating_sub(1))),
            "ArrowRight" | "ArrowUp" => Some(now.map_or(last, |now| (now + 1).min(last))),
            "PageDown" => Some(now.unwrap_or(last).saturating_sub(12)),
            "PageUp" => Some((now.unwrap_or(last) + 12).min(last)),
            "Home" => Some(0),
            "End" => Some(last),
            "Escape" if now.is_some() => None,
            _ => return,
        };
        event.prevent_default();
        point.run(next);
    };
    div("stepper")
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", context.words(ui::READ_CHART))
        .attr("aria-valuemin", "0")
        .attr("aria-valuemax", move || number::count(last()))
        .attr("aria-valuenow", move || number::count(pointed.get().unwrap_or_else(last)))
        .attr("aria-valuetext", spoken)
        .on("keydown", press)
        .on("blur", move |_| point.run(None))
}
