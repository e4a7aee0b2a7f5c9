//! What every part of a figure is made from: the resolved selection, the
//! numbers behind it, and the names of areas.

use crate::measure::{Numbers, change, index, per_cent_change};
use crate::query::{Measure, Place, Resolved};
use crate::statistics::{Areas, Cell, Content, Language, Period, Phrase, Table, TableId, Unit};
use crate::text::number;

/// Selection, numbers and names, for as long as a figure is made.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) resolved: &'a Resolved,
    pub(super) numbers: Numbers<'a>,
    pub(super) areas: &'a Areas,
    pub(super) language: Language,
}

/// Finds a table among those loaded.
pub(super) fn table<'a>(tables: &'a [Table], id: &TableId) -> Option<&'a Table> {
    tables.iter().find(|table| table.id == *id)
}

impl<'a> Context<'a> {
    /// `None` if the table of the selection is not among those loaded.
    pub(super) fn new(resolved: &'a Resolved, tables: &'a [Table], areas: &'a Areas) -> Option<Self> {
        let numbers = Numbers {
            table: table(tables, &resolved.table.id)?,
            population: resolved.population.as_ref().and_then(|entry| table(tables, &entry.id)),
            sex: resolved.sex,
            age: resolved.age,
        };
        Some(Self { resolved, numbers, areas, language: resolved.language })
    }

    /// A number of the figure: the contents at a place and period, under the
    /// figure's measure.
    pub(super) fn value(&self, content: Content, place: &Place, period: Period) -> Cell {
        match self.resolved.measure {
            Measure::Count | Measure::Share => self.plain(content, place, period),
            Measure::Index => {
                let first = self.resolved.periods.first().copied().unwrap_or(period);
                index(self.plain(content, place, period), self.plain(content, place, first))
            }
            Measure::Change => {
                let (now, before) =
                    (self.plain(content, place, period), self.plain(content, place, period.years_before(1)));
                match content.unit() {
                    Unit::PerCent => change(now, before).map(|change| change.difference),
                    Unit::FullYearEquivalents | Unit::Persons => per_cent_change(now, before),
                }
            }
        }
    }

    /// The number itself, before index or change: a share where shares are
    /// asked for, else the level.
    pub(super) fn plain(&self, content: Content, place: &Place, period: Period) -> Cell {
        match self.resolved.measure {
            Measure::Share => self.numbers.share(content, &place.members, period),
            Measure::Count | Measure::Index | Measure::Change => self.numbers.level(content, &place.members, period),
        }
    }

    /// Whether [`Self::plain`] numbers are per cent rather than counts.
    pub(super) fn in_per_cent(&self, content: Content) -> bool {
        self.resolved.measure == Measure::Share || content.unit() == Unit::PerCent
    }

    /// A number of the figure in figures, as table, labels and read-out show it.
    pub(super) fn words(&self, content: Content, cell: Cell) -> String {
        let value = match cell {
            Ok(value) => value,
            Err(reason) => return reason.symbol().to_owned(),
        };
        let language = self.language;
        match (self.resolved.measure, content.unit()) {
            (Measure::Share, _) => number::per_cent(value, 1, language),
            (Measure::Count, Unit::PerCent) => number::per_cent(value, 1, language),
            (Measure::Count, _) => number::whole(value, language),
            (Measure::Index, _) => number::decimal(value, 1, language),
            (Measure::Change, Unit::PerCent) => number::signed(value, 1, language),
            (Measure::Change, _) => number::signed_per_cent(value, 1, language),
        }
    }

    /// A sentence in the figure's language, its `{0}`, `{1}` … replaced.
    pub(super) fn say(&self, sv: &'static str, en: &'static str, parts: &[&str]) -> String {
        Phrase { sv, en }.fill(self.language, parts)
    }

    /// Whether a period may still change.
    pub(super) fn is_preliminary(&self, period: Period) -> bool {
        self.numbers.table.is_preliminary(period)
    }
}
