//! The view models of figures of kommuner: maps, and charts of points.

use super::{BarChart, Point};
use crate::statistics::AreaCode;

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
    /// The shade of each, from 0 for the lightest to 4; `None` without a number.
    pub class_of: Vec<Option<usize>>,
    /// What the shades mean, the highest first.
    pub legend: Vec<Class>,
    /// What the numbers of the legend are in.
    pub unit: String,
}

/// A class of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Its shade, from 0 to 4; `None` for kommuner without a number.
    pub shade: Option<usize>,
    /// From what to what: "3,0–3,9", "5,0 eller högre".
    pub label: String,
    /// How many kommuner are in it: "7 kommuner".
    pub count: String,
}
