//! What happened outside of the figures to marks in a chart over time, and to
//! lines under it. Says what and when, and what the figures were before and a year on;
//! never what came of it.

use super::{Chart, DataTable, Figure, Mark, RowKey, Tick, TimeChart};
use crate::text::{backdrop, letters, number, period};
use faktabank_tables::measure::descending_order;
use faktabank_tables::statistics::{Cell, Event, Language, Period, Phrase, Resolution};
use std::sync::Arc;

/// The figure with what happened in its periods, or with why nothing is marked.
/// One without a chart over time is left as it is.
pub fn with_events(figure: &Figure, events: &[Event], language: Language) -> Figure {
    let mut figure = figure.clone();
    let chart = figure.chart.as_mut().map(Arc::make_mut);
    let Some(Chart::Lines(chart) | Chart::Stack(chart)) = chart else { return figure };
    let table = figure.table.as_ref();
    let mut notes = Vec::new();
    for event in events {
        let Some(at) = position(chart, event.from) else { continue };
        let number = number::count(notes.len() + 1);
        let around = at.checked_sub(1).and_then(|before| chart.periods.get(before));
        let around = around.map(|&before| around_it(table, before, language));
        notes.push([told(event, &number, language), around.unwrap_or_default()].concat());
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
    figure.caption.standing += notes.len();
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
    figure.caption.standing += 1;
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

/// So many columns are told.
const MOST_TOLD: usize = 3;

/// " Arbetslöshet: 5,3 % i februari 2020 och 6,0 % i februari 2021.": the last period before
/// it, and the same of the next year, so that no season is taken for a change. Of many
/// columns those that moved most; nothing where a number is lacking.
fn around_it(table: &DataTable, before: Period, language: Language) -> String {
    let after = before.years_before(-1);
    let row = |of: Period| table.rows.iter().find(|row| row.key == RowKey::Period(of));
    let (Some(first), Some(second)) = (row(before), row(after)) else { return String::new() };
    let told = |at: usize| {
        let [one, other] = [first, second].map(|row| row.cells.get(at).filter(|point| point.mark == Mark::Whole));
        let (one, other) = (one?, other?);
        let both = Phrase { sv: "{0} {1} och {2} {3}", en: "{0} {1} and {2} {3}" };
        let name = |of| period::then(of, language);
        let said = both.fill(language, &[&one.text, &name(before), &other.text, &name(after)]);
        Some(((other.value.ok()? - one.value.ok()?).abs(), [&table.columns.get(at)?.name, ": ", &said].concat()))
    };
    let (moved, said): (Vec<f64>, Vec<String>) = (0..table.columns.len()).filter_map(told).unzip();
    let moved: Vec<Cell> = moved.into_iter().map(Ok).collect();
    let mut shown = descending_order(&moved);
    shown.truncate(MOST_TOLD);
    // In the order of the table.
    shown.sort_unstable();
    let shown: Vec<&str> = shown.into_iter().filter_map(|at| said.get(at)).map(String::as_str).collect();
    if shown.is_empty() { String::new() } else { [" ", &shown.join("; "), "."].concat() }
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
