//! What happened outside of the figures to marks in a chart over time, and to
//! lines under it. Says what and when, never what came of it.

use super::{Chart, Figure, Tick, TimeChart};
use crate::text::{backdrop, letters, number, period};
use faktabank_tables::statistics::{Event, Language, Period, Resolution};
use std::sync::Arc;

/// The figure with what happened in its periods, or with why nothing is marked.
/// One without a chart over time is left as it is.
pub fn with_events(figure: &Figure, events: &[Event], language: Language) -> Figure {
    let mut figure = figure.clone();
    let chart = figure.chart.as_mut().map(Arc::make_mut);
    let Some(Chart::Lines(chart) | Chart::Stack(chart)) = chart else { return figure };
    let mut notes = Vec::new();
    for event in events {
        let Some(at) = position(chart, event.from) else { continue };
        let number = number::count(notes.len() + 1);
        notes.push(told(event, &number, language));
        let at = at as f64;
        match chart.events.last_mut() {
            // Two that began in one period have one mark, and their names no room.
            Some(former) if former.value == at => former.label = [number_in(former), "–", &number].concat(),
            _ => {
                let label = [&number, " ", event.name.get(language)].concat();
                chart.events.push(Tick { value: at, label });
            }
        }
    }
    let about = if notes.is_empty() { backdrop::NO_EVENTS } else { backdrop::EVENTS_ARE };
    notes.insert(0, about.get(language).to_owned());
    // After what belongs to the figures of all kinds of this one, before their footnotes.
    figure.caption.notes.splice(0..0, notes);
    figure
}

/// The number of a mark in the list under the chart: "2" of "2 Pandemin".
pub(crate) fn number_in(mark: &Tick) -> &str {
    mark.label.split(' ').next().unwrap_or_default()
}

/// The same figure with the words that its events are not to be had.
pub fn without_events(figure: &Figure, why: &str, language: Language) -> Figure {
    let mut figure = figure.clone();
    figure.caption.notes.insert(0, backdrop::EVENTS_FAILED.fill(language, &[why]));
    figure
}

/// Where the period lies in which a month is; of spans of twelve months, the
/// one that ends with it.
fn position(chart: &TimeChart, month: Period) -> Option<usize> {
    chart.periods.iter().position(|period| match period.resolution() {
        Resolution::Rolling12 => period.last_month() == month,
        _ => period.first_month() <= month && month <= period.last_month(),
    })
}

/// "2. Mars 2020: WHO förklarar … Källa: Folkhälsomyndigheten."
fn told(event: &Event, number: &str, language: Language) -> String {
    let when = match event.to {
        Some(to) => period::range(event.from, to, language),
        None => period::name(event.from, language),
    };
    let parts = [number, &letters::capitalised(&when), event.text.get(language), event.source.get(language)];
    backdrop::EVENT.fill(language, &parts)
}
