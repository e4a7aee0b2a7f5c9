//! A chart, where a reader is in it, and a key → where that leads, and what is said
//! there: every figure is walked the same way.
//!
//! Charts over time and small charts have lines of periods, rankings one line of bars,
//! maps and points kommuner that lie beside each other. A sentence says what, when,
//! the number, what it lacks, and its change or place, in at most [`MOST`] signs; what
//! would not fit is left out from its end, never the number or what it lacks.

mod bars;
mod compass;
mod keys;
mod sentence;
mod time;
mod tune;

use super::Chart;
use faktabank_tables::statistics::{Boundaries, Language, Phrase};

pub use keys::Key;
pub use sentence::MOST;
pub use tune::Tune;

/// Where in a chart a reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Which line from the top; 0 where there is but one.
    pub line: usize,
    /// Which period, bar or kommun of it, in the order of the chart.
    pub at: usize,
}

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To another place.
    To(Spot),
    /// Nowhere, and why.
    Nowhere(Phrase),
}

/// A chart to walk.
#[derive(Clone, Copy, Debug)]
pub struct Walk<'a> {
    chart: &'a Chart,
    outlines: Option<&'a Boundaries>,
    language: Language,
}

impl<'a> Walk<'a> {
    /// A chart, with the outlines of kommuner for a map, as soon as they are here.
    pub const fn of(chart: &'a Chart, outlines: Option<&'a Boundaries>, language: Language) -> Self {
        Self { chart, outlines, language }
    }

    /// Where a walk begins: at the newest period of the first line, at the first that
    /// is chosen of a ranking or a map; `None` in a chart without anything.
    pub fn start(&self) -> Option<Spot> {
        let (lines, length) = self.extent();
        let at = match self.chart {
            Chart::Lines(_) | Chart::Stack(_) | Chart::Small(_) => length.checked_sub(1)?,
            Chart::Bars(chart) => bars::first(chart),
            Chart::Map(chart) => chart.regions.iter().position(|region| region.chosen).unwrap_or(0),
            Chart::Scatter(chart) => chart.dots.iter().position(|dot| dot.region.chosen).unwrap_or(0),
        };
        (lines > 0 && length > 0).then_some(Spot { line: 0, at })
    }

    /// Where a key leads from here; from nowhere it leads to the start, or to an end.
    /// `None` in a chart without anything.
    pub fn step(&self, from: Option<Spot>, key: Key) -> Option<Step> {
        let start = self.start()?;
        let (lines, length) = self.extent();
        let Some(from) = from.filter(|spot| spot.line < lines && spot.at < length) else {
            return Some(Step::To(match key {
                Key::Home => Spot { at: 0, ..start },
                Key::End => Spot { at: length - 1, ..start },
                _ => start,
            }));
        };
        let to = match self.chart {
            Chart::Lines(chart) | Chart::Stack(chart) => time::step(from, key, lines, length, time::year(chart)),
            Chart::Small(chart) => time::step(from, key, lines, length, time::year_of(chart)),
            Chart::Bars(_) => bars::step(from.at, key, length),
            Chart::Map(chart) => {
                let place = |at: usize| {
                    let [x, y] = self.outlines?.of(chart.regions.get(at)?.code)?.inside;
                    Some((x as f64, y as f64))
                };
                compass::step(from.at, key, length, place)
            }
            Chart::Scatter(chart) => compass::step(from.at, key, length, |at| {
                let (across, up) = chart.dots.get(at)?.place?;
                Some((chart.across.axis.along(across), -chart.up.axis.along(up)))
            }),
        };
        Some(to.map_or_else(|| Step::Nowhere(keys::nowhere(self.chart, key)), Step::To))
    }

    /// What is said at a place; `None` where there is none.
    pub fn said(&self, spot: Spot) -> Option<String> {
        match self.chart {
            Chart::Lines(chart) => time::said(chart, false, spot, self.language),
            Chart::Stack(chart) => time::said(chart, true, spot, self.language),
            Chart::Small(chart) => time::said_of_panel(chart, spot, self.language),
            Chart::Bars(chart) => bars::said(chart, spot.at, self.language),
            Chart::Map(chart) => {
                let region = chart.regions.get(spot.at)?;
                let when = &chart.ranking.period_name;
                Some(sentence::of(&region.name, when, &region.point, &bars::rest(region, self.language), self.language))
            }
            Chart::Scatter(chart) => Some(sentence::shortened(chart.dots.get(spot.at)?.region.said.clone())),
        }
    }

    /// Which keys there are, in a line.
    pub fn keys(&self) -> String {
        keys::told(self.chart, self.extent().0, self.language)
    }

    /// The line that is walked, as tones; `None` where there is no line of time.
    pub fn tune(&self, spot: Option<Spot>) -> Option<Tune> {
        let line = spot.or_else(|| self.start())?.line;
        let (points, axis) = match self.chart {
            Chart::Lines(chart) => (&time::series(chart, false, line)?.points, &chart.axis),
            Chart::Stack(chart) => (&time::series(chart, true, line)?.points, &chart.axis),
            Chart::Small(chart) => (&chart.panels.get(line)?.points, &chart.panels.get(line)?.axis),
            Chart::Bars(_) | Chart::Map(_) | Chart::Scatter(_) => return None,
        };
        tune::of(points, axis, |at| self.said(Spot { line, at }))
    }

    /// How many lines there are, and how long each is.
    fn extent(&self) -> (usize, usize) {
        match self.chart {
            Chart::Lines(chart) | Chart::Stack(chart) => (chart.named().count(), chart.periods.len()),
            Chart::Small(chart) => (chart.panels.len(), chart.period_names.len()),
            Chart::Bars(chart) => (1, chart.bars.len()),
            Chart::Map(chart) => (1, chart.regions.len()),
            Chart::Scatter(chart) => (1, chart.dots.len()),
        }
    }
}
