//! The view models of figures that the page draws itself: maps, points, and
//! small charts side by side.

use super::{Axis, BarChart, Point, SeriesKey, Tone};
use faktabank_tables::query::Scales;
use faktabank_tables::statistics::{AreaCode, Period};

/// A kommun that can be pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Which.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
    /// Whether it is one of the areas chosen.
    pub chosen: bool,
    /// Whether it is chosen, or a member of a förbund or group that is.
    pub within: bool,
    /// Its number.
    pub point: Point,
    /// Its other number, where the figure has two.
    pub beside: Option<Point>,
    /// Its place among the others, or what is lacking: "3:e högst av 15".
    pub told: String,
    /// All of it in one line: "Avesta: 6,0 %, högst av 15".
    pub said: String,
}

/// Kommuner in shades of how high their numbers are.
#[derive(Clone, Debug, PartialEq)]
pub struct MapChart {
    /// The ranking that it shows, riket and län among it.
    pub ranking: BarChart,
    /// The kommuner, in the order of the ranking.
    pub regions: Vec<Region>,
    /// The shade of each, from 0 for the lightest to 4, and from 5 to 7 for falls
    /// where others are rises; `None` without a number.
    pub class_of: Vec<Option<usize>>,
    /// What the shades mean, the highest first.
    pub legend: Vec<Class>,
    /// What the numbers of the legend are in.
    pub unit: String,
}

/// A class of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Its shade, from 0 to 7; `None` for kommuner without a number.
    pub shade: Option<usize>,
    /// From what to what: "3,0–3,9", "5,0 eller högre".
    pub label: String,
    /// How many kommuner are in it: "7 kommuner".
    pub count: String,
}

/// Two contents of kommuner against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterChart {
    /// What lies across.
    pub across: Scale,
    /// What goes up.
    pub up: Scale,
    /// What both numbers are, in short: "Arbetslöshet, sysselsättningsgrad".
    pub heads: String,
    /// One a kommun, from the highest across to the lowest.
    pub dots: Vec<Dot>,
    /// Where riket lies, if it can be drawn on the same axes.
    pub crosshair: Option<(f64, f64)>,
    /// Riket: its name and both numbers.
    pub country: Option<(String, Point, Point)>,
    /// Pearson's correlation of the dots; `None` of too few.
    pub correlation: Option<f64>,
}

/// A kommun as a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// The kommun with both numbers.
    pub region: Region,
    /// Where it lies; `None` where one of its numbers is missing.
    pub place: Option<(f64, f64)>,
}

/// An axis with what it is of.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// "Arbetslöshet, procent av arbetskraften".
    pub name: String,
    /// The axis.
    pub axis: Axis,
}

/// Small charts side by side, over the same periods.
#[derive(Clone, Debug, PartialEq)]
pub struct SmallCharts {
    /// The periods.
    pub periods: Vec<Period>,
    /// Each period in words.
    pub period_names: Vec<String>,
    /// When the first and the last period are, as short as may be: "2014".
    pub ends: (String, String),
    /// The charts, in order.
    pub panels: Vec<Panel>,
    /// What their axes have in common: as asked for, or as shows how each moves.
    pub scales: Scales,
}

/// One of several small charts.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What it is of.
    pub key: SeriesKey,
    /// What it is of.
    pub name: String,
    /// What it is drawn with.
    pub tone: Tone,
    /// Its axis: the same for all, or its own.
    pub axis: Axis,
    /// One point a period.
    pub points: Vec<Point>,
    /// Riket's values, where they can be drawn on the same axis.
    pub reference: Option<Vec<Option<f64>>>,
}
