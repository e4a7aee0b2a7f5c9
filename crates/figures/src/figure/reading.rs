//! What a chart over time says at one period: its name, each series with its
//! number, the same as a share or a count, and its change over a year.

use super::{TimeChart, Tone};

/// One series at one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingLine {
    /// What it is drawn with.
    pub tone: Tone,
    /// Its name.
    pub name: String,
    /// Its number.
    pub text: String,
    /// What is lacking in the number, or why there is none.
    pub note: String,
    /// The same as a share or as a count; may be empty.
    pub other: String,
    /// How it changed in a year; may be empty.
    pub change: String,
}

/// A chart at one period, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The period.
    pub period: String,
    /// What stands beside the numbers; empty where nothing does.
    pub heads: [String; 2],
    /// One line a series, in the order in which they lie from the top.
    pub lines: Vec<ReadingLine>,
}

/// A chart over time at a position, what lies on top first; `None` past its end.
pub fn reading(chart: &TimeChart, stacked: bool, position: usize) -> Option<Reading> {
    let period = chart.period_names.get(position)?.clone();
    let mut lines = Vec::with_capacity(chart.series.len() + 1);
    for (at, series) in chart.named().enumerate() {
        let Some(point) = series.points.get(position) else { continue };
        let beside = chart.beside.cells.get(at).and_then(|cells| cells.get(position));
        let [other, change] = beside.cloned().unwrap_or_default();
        lines.push(ReadingLine {
            tone: series.tone,
            name: series.name.clone(),
            text: point.text.clone(),
            note: point.note.clone(),
            other,
            change,
        });
    }
    // The first lies at the bottom, the sum of all on top.
    if stacked {
        lines.reverse();
    }
    let heads = [chart.beside.other.clone(), chart.beside.change.clone()];
    Some(Reading { period, heads, lines })
}
