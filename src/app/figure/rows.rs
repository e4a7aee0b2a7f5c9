//! Bars of very many areas: rows of the page, each a name, a bar and a number.
//!
//! A drawing of hundreds of bars takes ECharts longer than a reader waits. Rows
//! stay and are filled anew, so that their bars move; those out of sight are left
//! to the browser, which lays them out when they are scrolled to.

use super::chart::Drawing;
use super::kept::{Kept, Look, Slot, attributes, styles, text};
use super::places::per_cent;
use super::tone;
use crate::app::element::{Element, afterwards, div, each, keep, span};
use crate::app::memo::Memo;
use crate::app::pace::promptly;
use crate::app::signal::RwSignal;
use crate::figure::{Bar, BarChart, Chart, Tone, sign_of};
use crate::text::number;
use std::ops::Range;
use std::sync::Arc;

/// So many rows are filled at once, more than are seen before one scrolls; the
/// others after the frame.
const IN_SIGHT: usize = 20;

/// Rows that follow their view model.
pub(super) fn view(chart: Memo<Option<Arc<Chart>>>, headline: Memo<String>, drawing: RwSignal<Drawing>) -> Element {
    afterwards(move || drawing.set(Drawing::Done));
    let with = move |take: fn(&BarChart) -> String| {
        move || chart.with(|chart| chart.as_deref().and_then(Chart::bars).map(take)).unwrap_or_default()
    };
    let first = promptly(|| part(chart, 0..IN_SIGHT));
    let list = div("bar-rows").attr("data-chart", "").attr("role", "img");
    let list = promptly(|| {
        list.live_attr("aria-label", move || headline.get())
            .live_style("--names", with(|chart| longest(chart, |bar| bar.name.as_str())))
            .live_style("--numbers", with(numbers))
            .live_style("--zero", with(|chart| number::raw(zero(chart))))
            .live_style(
                "--numbers-left",
                with(|chart| if chart.axis.min < 0.0 { numbers(chart) } else { "0".to_owned() }),
            )
    });
    list.child(each([first, part(chart, IN_SIGHT..usize::MAX).attr("data-below", "")]))
}

/// Some of the rows.
fn part(chart: Memo<Option<Arc<Chart>>>, range: Range<usize>) -> Element {
    let place = div("");
    let mut rows = Kept::within(&place);
    keep(move || {
        let chart = chart.get();
        let Some(chart) = chart.as_deref().and_then(Chart::bars) else { return };
        let bars = chart.bars.iter().enumerate().take(range.end).skip(range.start);
        rows.show(bars.map(|(at, bar)| (at, look(bar, chart))), |_| Some(row()));
    });
    place
}

/// Letters of the longest text, as the room that it needs.
fn longest(chart: &BarChart, text: fn(&Bar) -> &str) -> String {
    number::raw(chart.bars.iter().map(|bar| text(bar).chars().count()).max().unwrap_or(0) as f64)
}

fn numbers(chart: &BarChart) -> String {
    longest(chart, |bar| bar.point.text.as_str())
}

/// Where bars begin.
fn zero(chart: &BarChart) -> f64 {
    chart.axis.along(0.0).clamp(0.0, 1.0)
}

/// A row of the page.
fn row() -> (Element, Vec<Slot>) {
    let (name, bar, number, row) = (span("bar-name"), span("bar-length"), span("number"), div("bar-row"));
    let slots = [
        attributes(&row, &["class"]),
        text(&name),
        attributes(&bar, &["class"]),
        styles(&bar, &["left", "width"]),
        styles(&number, &["left", "right"]),
        text(&number),
    ];
    (row.child(name).child(span("bar-room").child(bar).child(number)), slots.concat())
}

/// What a row shows, in the order of its slots.
fn look(bar: &Bar, chart: &BarChart) -> Look {
    let per_cent = |part: f64| per_cent(part.clamp(0.0, 1.0));
    let zero = zero(chart);
    let end = bar.point.value.map_or(zero, |value| chart.axis.along(value));
    let (from, to) = (zero.min(end), zero.max(end));
    // The number stands beyond the end of its bar.
    let beside = if end < zero { ("auto".to_owned(), per_cent(1.0 - from)) } else { (per_cent(to), "auto".to_owned()) };
    let class = if bar.tone == Tone::Context { "bar-row" } else { "bar-row bar-named" };
    vec![
        Some(class.into()),
        Some(bar.name.clone().into()),
        Some(["bar-length ", tone::class(bar.tone)].concat().into()),
        Some(per_cent(from).into()),
        Some(per_cent(to - from).into()),
        Some(beside.0.into()),
        Some(beside.1.into()),
        Some([bar.point.text.as_str(), sign_of(&bar.point)].concat().into()),
    ]
}
