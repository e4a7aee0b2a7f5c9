//! A selection with every default filled in: what is shown, where, when, how, and what
//! stands beside it.

use super::{Aim, AxisStart, Classes, FigureKind, Measure, Notice, Order, Place, Scales, Theme, View};
use crate::snapshot::{EditionId, TableEntry};
use crate::statistics::{Age, AreaCode, Content, Language, Period, Resolution, Sex};
use std::sync::Arc;

/// A selection, true of one edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// The page.
    pub view: View,
    /// The edition.
    pub edition: EditionShown,
    /// The table.
    pub table: Arc<TableEntry>,
    /// The table whose population is the denominator, where this one has none.
    pub population: Option<Arc<TableEntry>>,
    /// What is set against the first contents, where it is of another table: a selection
    /// of that alone, whose periods are those beside these. See [`super::paired`].
    pub other: Option<Arc<Self>>,
    /// Whether every kommun of the table is wanted, as to count places among all.
    pub whole: bool,
    /// Where: the areas chosen, in order; never empty.
    pub places: Vec<Place>,
    /// What stands beside them.
    pub beside: Beside,
    /// Which numbers of them.
    pub what: What,
    /// When.
    pub time: Time,
    /// How they are drawn.
    pub form: Form,
    /// The language.
    pub language: Language,
    /// The colours; `None` follows the device.
    pub theme: Option<Theme>,
    /// What a plan wants; of a fact sheet alone.
    pub aim: Aim,
    /// What could not be shown as asked.
    pub notices: Vec<Notice>,
}

/// An edition among the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionShown {
    /// Its name.
    pub id: EditionId,
    /// Whether it is the one that the explorer opens on.
    pub current: bool,
    /// The newest edition that also holds this table, if it is another one.
    pub newer: Option<EditionId>,
    /// The newest older edition whose figures of this table are other ones.
    pub former: Option<EditionId>,
}

/// What stands beside the areas chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Lines behind those of the places chosen, where they fit: riket where it was asked
    /// for; on an overview the län and riket.
    pub behind: Vec<Place>,
    /// Other areas, in a ranking.
    pub others: Vec<AreaCode>,
    /// Whether what happened is marked.
    pub events: bool,
}

/// Which numbers are shown, and of whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct What {
    /// The contents, of one unit; never empty.
    pub contents: Vec<Content>,
    /// What is made of the numbers.
    pub measure: Measure,
    /// Women, men or both; both where they are apart.
    pub sex: Sex,
    /// The age span; see [`Resolved::age_said`].
    pub age: Age,
}

/// Which periods are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The periods shown, every step; never empty.
    pub periods: Vec<Period>,
    /// Every period that could be shown.
    pub all: Vec<Period>,
    /// Their resolution.
    pub resolution: Resolution,
}

/// How numbers are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The kind of figure.
    pub figure: FigureKind,
    /// Where the axis of values starts, if the reader asked.
    pub axis: Option<AxisStart>,
    /// What the axes of small charts have in common, if the reader asked.
    pub scales: Option<Scales>,
    /// How a map divides its numbers.
    pub classes: Classes,
    /// In what order bars stand.
    pub order: Order,
}

impl Resolved {
    /// The age span, unless figures of the table need not say it.
    pub fn age_said(&self) -> Option<Age> {
        (self.what.age != self.table.usual_age).then_some(self.what.age)
    }

    /// The same, another measure of its numbers.
    pub fn measured(&self, measure: Measure) -> Self {
        let mut measured = self.clone();
        measured.what.measure = measure;
        measured
    }

    /// The same, of other contents.
    pub fn of_contents(&self, contents: Vec<Content>) -> Self {
        let mut other = self.clone();
        other.what.contents = contents;
        other
    }

    /// The same, of other periods.
    pub fn of_periods(&self, periods: Vec<Period>) -> Self {
        let mut other = self.clone();
        other.time.periods = periods;
        other
    }
}
