//! What a chart says at one period: its name, each series with its number, the
//! same as a share or a count, and its change over a year.

use super::tone;
use crate::app::element::{Element, Fragment, div, el, p, span};
use faktabank_figures::figure::TimeChart;

/// One series at one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReadingLine {
    class: &'static str,
    name: String,
    text: String,
    /// What is lacking in the number, or why there is none.
    note: String,
    other: String,
    change: String,
}

/// A chart at one period, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// The period.
    pub(super) period: String,
    /// What stands beside the numbers; empty where nothing does.
    heads: [String; 2],
    /// One line a series, in the order in which they lie from the top.
    pub(super) lines: Vec<ReadingLine>,
}

impl Reading {
    /// All of it as one line of text, for those who hear it.
    pub(super) fn spoken(&self) -> String {
        let mut text = self.period.clone();
        for (position, line) in self.lines.iter().enumerate() {
            text.push_str(if position == 0 { ": " } else { "; " });
            text.push_str(&line.name);
            text.push(' ');
            text.push_str(&line.text);
            let beside = [(&line.note, ""), (&line.other, &*self.heads[0]), (&line.change, &*self.heads[1])];
            for (words, head) in beside {
                if !words.is_empty() {
                    text.push_str(&[", ", head, if head.is_empty() { "" } else { " " }, words].concat());
                }
            }
        }
        text
    }
}

/// The chart at the period of a position; `None` past its end.
pub(super) fn reading(chart: &TimeChart, position: usize, top_last: bool) -> Option<Reading> {
    let period = chart.period_names.get(position)?.clone();
    let mut lines = Vec::with_capacity(chart.series.len());
    for (at, series) in chart.series.iter().enumerate() {
        let Some(point) = series.points.get(position) else { continue };
        let beside = chart.beside.cells.get(at).and_then(|cells| cells.get(position));
        let [other, change] = beside.cloned().unwrap_or_default();
        lines.push(ReadingLine {
            class: tone::class(series.tone),
            name: series.name.clone(),
            text: point.text.clone(),
            note: point.note.clone(),
            other,
            change,
        });
    }
    if top_last {
        lines.reverse();
    }
    let heads = [chart.beside.other.clone(), chart.beside.change.clone()];
    Some(Reading { period, heads, lines })
}

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
        let item = el("li").child(span(it.class).attr("aria-hidden", "true")).child(name);
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
