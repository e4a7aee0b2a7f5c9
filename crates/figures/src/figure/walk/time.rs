//! Charts over time and small charts: lines of periods, one above the other.

use super::keys::Key;
use super::{Spot, sentence};
use crate::figure::{Series, SmallCharts, TimeChart, Tone};
use crate::text::period::name;
use faktabank_tables::statistics::{Language, Period};

/// Steps of a page key where a period is a year.
const YEARS: usize = 10;

/// Where a key leads among so many lines of so many periods; `year` of them are a year.
pub(super) fn step(from: Spot, key: Key, lines: usize, length: usize, year: usize) -> Option<Spot> {
    let (last, Spot { line, at }) = (length.checked_sub(1)?, from);
    let to = match key {
        Key::Left => Spot { at: at.checked_sub(1)?, line },
        Key::Right => Spot { at: at + 1, line },
        Key::Up => Spot { line: line.checked_sub(1)?, at },
        Key::Down => Spot { line: line + 1, at },
        Key::Home => Spot { at: 0, line },
        Key::End => Spot { at: last, line },
        Key::PageUp => Spot { at: (at + year).min(last), line },
        Key::PageDown => Spot { at: at.saturating_sub(year), line },
    };
    (to != from && to.line < lines && to.at <= last).then_some(to)
}

/// So many periods of a chart are a year; of one of years, a page key goes further.
pub(super) fn year(chart: &TimeChart) -> usize {
    chart.periods.first().map_or(1, |&period| pages(period))
}

/// The same of small charts.
pub(super) fn year_of(chart: &SmallCharts) -> usize {
    chart.periods.first().map_or(1, |&period| pages(period))
}

fn pages(period: Period) -> usize {
    match period.resolution().per_year() {
        1 => YEARS,
        periods => periods.unsigned_abs() as usize,
    }
}

/// The series of a line from the top: of a stack as it lies, of lines first what is
/// the sum of the others. The sum of a stack lies over all.
pub(super) fn series(chart: &TimeChart, stacked: bool, line: usize) -> Option<&Series> {
    chart.named().nth(order(chart, stacked).nth(line)?)
}

fn order(chart: &TimeChart, stacked: bool) -> impl Iterator<Item = usize> {
    let mut all: Vec<usize> = (0..chart.named().count()).collect();
    if stacked {
        // The first lies at the bottom.
        all.reverse();
    } else {
        all.sort_by_key(|&at| chart.series[at].tone != Tone::Total);
    }
    all.into_iter()
}

/// What a chart says at a place.
pub(super) fn said(chart: &TimeChart, stacked: bool, spot: Spot, language: Language) -> Option<String> {
    let which = order(chart, stacked).nth(spot.line)?;
    let series = chart.named().nth(which)?;
    let [_, change] = chart.beside.cells.get(which).and_then(|cells| cells.get(spot.at)).cloned().unwrap_or_default();
    let change = if change.is_empty() { change } else { [&change, " ", &chart.beside.change].concat() };
    let when = name(*chart.periods.get(spot.at)?, language);
    Some(sentence::of(&series.name, &when, series.points.get(spot.at)?, &[change], language))
}

/// What one of several small charts says at a period.
pub(super) fn said_of_panel(chart: &SmallCharts, spot: Spot, language: Language) -> Option<String> {
    let panel = chart.panels.get(spot.line)?;
    let when = name(*chart.periods.get(spot.at)?, language);
    Some(sentence::of(&panel.name, &when, panel.points.get(spot.at)?, &[], language))
}
