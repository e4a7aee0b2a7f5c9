//! What a chart says at one period: its name, each series and its number.

use super::tone;
use crate::app::element::{Parts, div, el, p, span};
use crate::figure::TimeChart;

/// One series at one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingLine {
    class: &'static str,
    name: String,
    text: String,
}

/// A chart at one period, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The period.
    pub period: String,
    /// One line a series, in the order in which they lie from the top.
    pub lines: Vec<ReadingLine>,
}

impl Reading {
    /// All of it as one line of text, for those who hear it.
    pub fn spoken(&self) -> String {
        let mut text = self.period.clone();
        for (position, line) in self.lines.iter().enumerate() {
            text.push_str(if position == 0 { ": " } else { "; " });
            text.push_str(&line.name);
            text.push(' ');
            text.push_str(&line.text);
        }
        text
    }
}

/// The chart at the period of a position; `None` past its end.
pub fn reading(chart: &TimeChart, position: usize, top_last: bool) -> Option<Reading> {
    let period = chart.period_names.get(position)?.clone();
    let mut lines: Vec<_> = chart
        .series
        .iter()
        .filter_map(|series| {
            let point = series.points.get(position)?;
            Some(ReadingLine { class: tone::class(series.tone), name: series.name.clone(), text: point.text.clone() })
        })
        .collect();
    if top_last {
        lines.reverse();
    }
    Some(Reading { period, lines })
}

/// Shows a reading: a list under the chart on a phone, a box inside of it
/// elsewhere, on the side that `pointed` (a position from 0 to 1) is not on.
pub(super) fn view(reading: Option<Reading>, pointed: Option<f64>) -> Parts {
    let Some(reading) = reading else { return Parts::new() };
    let class = match pointed {
        None => "readout readout-rest",
        Some(place) if place < 0.5 => "readout readout-right",
        Some(_) => "readout readout-left",
    };
    let lines = reading.lines.into_iter().map(|line| {
        el("li")
            .child(span(line.class).attr("aria-hidden", "true"))
            .child(span("readout-name").child(line.name))
            .child(span("number").child(line.text))
    });
    div(class)
        .attr("data-readout", "")
        .child(p("readout-period").child(reading.period))
        .child(el("ul").children(lines))
        .parts()
}
