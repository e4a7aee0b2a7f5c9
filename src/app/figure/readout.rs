//! What a chart says at one period, as a part of the page.

use super::tone;
use crate::app::element::{Element, Fragment, div, el, p, span};
use faktabank_figures::figure::Reading;

/// Shows a reading: a list under the chart on a phone, a box inside of it
/// elsewhere, on the side that `pointed` (a position from 0 to 1) is not on.
/// One that is `held` stays, says how to let go of it, and can be pointed at.
pub(super) fn view(reading: Option<Reading>, pointed: Option<f64>, held: Option<&'static str>) -> Fragment {
    let Some(reading) = reading else { return Fragment::new() };
    let class = match pointed {
        None => "readout readout-rest",
        Some(place) if place < 0.5 => "readout readout-right",
        Some(_) => "readout readout-left",
    };
    let [other, change] = &reading.heads;
    let head = (!other.is_empty() || !change.is_empty()).then(|| {
        line(
            el("li").class("readout-head").child(span("readout-name")).child(span("number")),
            reading.heads.clone(),
            &reading.heads,
        )
    });
    let lines = reading.lines.iter().map(|it| {
        let note = (!it.note.is_empty()).then(|| span("readout-note").child([" ", &it.note].concat()));
        let name = span("readout-name").child(it.name.as_str()).child(note);
        let item = el("li").child(span(tone::class(it.tone)).attr("aria-hidden", "true")).child(name);
        line(item.child(span("number").child(it.text.as_str())), [it.other.clone(), it.change.clone()], &reading.heads)
    });
    div(class)
        .attr("data-readout", "")
        .attr("data-held", held.map(|_| ""))
        .child(p("readout-period").child(reading.period.as_str()))
        .child(el("ul").child(head).children(lines))
        .child(held.map(|how| p("readout-how").child(how)))
        .into_fragment()
}

/// Adds to a line what stands beside its number, in the columns that there are.
fn line(item: Element, beside: [String; 2], heads: &[String; 2]) -> Element {
    let mut item = item;
    for (words, head) in beside.into_iter().zip(heads) {
        if !head.is_empty() {
            item = item.child(span("readout-beside").child(words));
        }
    }
    item
}
