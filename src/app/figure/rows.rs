//! Bars of very many areas: rows of the page, each a name, a bar and a number.
//!
//! A drawing of hundreds of bars takes ECharts longer than a reader waits. Rows
//! stay and are filled anew, so that their bars move.

use super::chart::Drawing;
use super::keyed::{GROUP, Rows, Slot, SlotValues, attributes, styles, text};
use super::tone;
use crate::app::deferred::deferred;
use crate::app::element::{Element, afterwards, div, each, keep, span};
use crate::app::memo::Memo;
use crate::app::signal::RwSignal;
use faktabank_figures::drawing::bars::{is_named, reach, zero};
use faktabank_figures::figure::{Bar, BarChart, Chart, sign_of};
use faktabank_figures::text::number;
use std::ops::Range;
use std::sync::Arc;

/// Rows that follow their view model; the one that keys have led to is marked.
pub(super) fn view(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    walked: RwSignal<Option<usize>>,
) -> Element {
    afterwards(move || drawing.set(Drawing::Done));
    let with = move |take: fn(&BarChart) -> String| {
        move || chart.with(|chart| chart.as_deref().and_then(Chart::bars).map(take)).unwrap_or_default()
    };
    // Those in sight are filled at once, the others after the frame.
    let first = part(chart, 0..GROUP, walked);
    let list = div("bar-rows").attr("data-chart", "").attr("role", "list");
    let list = list
        .attr("aria-label", move || headline.get())
        .style("--names", with(|chart| longest(chart, |bar| bar.name.as_str())))
        .style("--numbers", with(numbers))
        .style("--zero", with(|chart| number::raw(zero(&chart.axis))))
        .style("--numbers-left", with(|chart| if chart.axis.min < 0.0 { numbers(chart) } else { "0".to_owned() }));
    list.child(each([first, part(deferred(chart), GROUP..usize::MAX, walked).attr("data-below", "")]))
}

/// Some of the rows.
fn part(chart: Memo<Option<Arc<Chart>>>, range: Range<usize>, walked: RwSignal<Option<usize>>) -> Element {
    let place = div("");
    let mut rows = Rows::within(place.handle());
    keep(move || {
        let chart = chart.get();
        let Some(chart) = chart.as_deref().and_then(Chart::bars) else { return };
        let (walked, last) = (walked.get(), range.end.min(chart.bars.len()));
        let bars = chart.bars.get(range.start.min(last)..last).unwrap_or_default();
        let mut looks = (range.start..).zip(bars).map(|(at, bar)| look(bar, chart, walked == Some(at)));
        rows.show(bars.len(), &mut looks, row);
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

/// A row of the page.
fn row() -> (Element, Vec<Slot>) {
    let (name, bar, number, row) =
        (span("bar-name"), span("bar"), span("number"), div("bar-row").attr("role", "listitem"));
    let length = span("");
    let slots = [
        attributes(&row, &["class"]),
        text(&name),
        attributes(&bar, &["class"]),
        styles(&bar, &["left", "width"]),
        attributes(&length, &["class"]),
        text(&number),
    ];
    // The number stands beyond the end of its bar, and moves with it.
    (row.child(name).child(span("bar-room").child(bar.child(length).child(number))), slots.concat())
}

/// What a row shows, in the order of its slots.
fn look(bar: &Bar, chart: &BarChart, walked: bool) -> SlotValues {
    let per_cent = |part: f64| Some([&number::raw((part * 10_000.0).round() / 100.0), "%"].concat().into());
    let reach = reach(bar, &chart.axis);
    let class = match (is_named(bar), walked) {
        (true, true) => "bar-row bar-named bar-walked",
        (true, false) => "bar-row bar-named",
        (false, true) => "bar-row bar-walked",
        (false, false) => "bar-row",
    };
    vec![
        Some(class.into()),
        Some(bar.name.clone().into()),
        Some(if reach.is_back { "bar bar-back" } else { "bar" }.into()),
        per_cent(reach.from),
        per_cent(reach.length),
        Some(tone::class(bar.tone).into()),
        Some([bar.point.text.as_str(), sign_of(&bar.point)].concat().into()),
    ]
}
