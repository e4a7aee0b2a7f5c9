//! What may stand behind the lines of a figure: riket to compare with, and
//! marks of what happened meanwhile.

use super::places::wholes_of;
use super::{FigureKind, Measure, Notice, Place, Resolved, View};
use crate::statistics::{AreaCode, Areas};

/// What the reader wants behind the lines; nothing by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Backdrop {
    /// Riket as a line of its own; `riket=1`.
    pub country: bool,
    /// What happened, as marks in time; `handelser=1`.
    pub events: bool,
}

/// Whether riket can be a line behind those of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CountryLine {
    /// It can.
    Fits,
    /// It cannot: the number of all in the country would dwarf any area's.
    OfCounts,
    /// It cannot: one line would not do for several contents.
    OfSeveral,
    /// It cannot: one line would not do for women and men apart.
    OfEach,
    /// There is nothing to ask for: no lines, no riket, or riket is chosen.
    Nowhere,
}

impl Resolved {
    /// Whether riket can be a line behind those of this figure.
    pub fn country_line(&self) -> CountryLine {
        let chosen = self.places.iter().any(|place| place.members.contains(&AreaCode::Country));
        let held = self.table.holds(AreaCode::Country);
        let of_counts =
            self.what.measure == Measure::Count && self.what.contents.iter().any(|content| !content.is_level());
        match (self.view, self.form.figure) {
            (View::Overview | View::Explore | View::Present | View::Compare, FigureKind::Line) if held && !chosen => {}
            _ => return CountryLine::Nowhere,
        }
        if of_counts {
            CountryLine::OfCounts
        } else if self.is_apart() {
            CountryLine::OfEach
        } else if self.what.contents.len() > 1 {
            CountryLine::OfSeveral
        } else {
            CountryLine::Fits
        }
    }

    /// Whether what happened can be marked in this figure: lines or a stack.
    pub fn can_mark_events(&self) -> bool {
        let over_time = self.form.figure == FigureKind::Line || self.form.figure.is_stack();
        over_time && self.time.periods.len() > 1 && !matches!(self.view, View::Sheet | View::About | View::Gallery)
    }

    /// Sets behind the lines what was asked for and can be there. An overview asks
    /// by itself: how an area fares is seen beside what it lies in.
    pub(super) fn set_behind(&mut self, asked: Backdrop, areas: &Areas) {
        let fits = self.country_line();
        self.beside.behind = match fits {
            CountryLine::Fits if self.view == View::Overview => wholes_of(&self.places[0], &self.table.areas(), areas),
            CountryLine::Fits if asked.country => vec![Place::of(AreaCode::Country)],
            _ => Vec::new(),
        };
        self.beside.events = asked.events && self.can_mark_events();
        if asked.country && !matches!(fits, CountryLine::Fits | CountryLine::Nowhere) {
            self.notices.push(Notice::NoCountryLine(fits));
        }
    }
}
