//! A derived number with what must be known of it before it is believed.

use crate::statistics::{Cell, Missing};

/// A number, how much of its area it rests on, and whether it is too low.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The value, or why there is none.
    pub cell: Cell,
    /// The areas that it is of.
    pub coverage: Coverage,
    /// Whether a part of it was not reported: the value
    /// is then too low, and a change or an index from or to it uncertain.
    pub understated: bool,
}

/// How many of the areas that a number is of have delivered all that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Those that have.
    pub delivered: usize,
    /// All of them.
    pub members: usize,
}

impl Coverage {
    /// Whether only some have: "2 av 3 kommuner".
    pub const fn is_partial(self) -> bool {
        self.delivered < self.members
    }
}

impl Number {
    /// A number of one area.
    pub(super) fn of_one(cell: Cell, understated: bool) -> Self {
        let delivered = usize::from(cell.is_ok() && !understated);
        Self { cell, coverage: Coverage { delivered, members: 1 }, understated }
    }

    /// The number of so many areas before any of them is looked at.
    pub(super) const fn of_none(members: usize) -> Self {
        let coverage = Coverage { delivered: 0, members };
        Self { cell: Err(Missing::NotAvailable), coverage, understated: false }
    }

    /// No number of so many areas, and why.
    pub(super) const fn missing(reason: Missing, members: usize) -> Self {
        Self { cell: Err(reason), ..Self::of_none(members) }
    }

    /// Takes over what is known of a member's number.
    pub(super) fn take_over(&mut self, member: Self) {
        self.coverage.delivered += member.coverage.delivered;
        self.understated |= member.understated;
    }

    /// Whether there is a value and nothing is lacking in it: only such a
    /// number can be a record or stand in a comparison without a caveat.
    pub const fn is_whole(&self) -> bool {
        self.cell.is_ok() && !self.understated && !self.coverage.is_partial()
    }

    /// The value, if nothing is lacking in it.
    pub fn whole(&self) -> Option<f64> {
        self.cell.ok().filter(|_| self.is_whole())
    }

    /// What `compare` makes of this number and its base: as uncertain as the
    /// less certain of both.
    pub fn against(self, base: Self, compare: fn(Cell, Cell) -> Cell) -> Self {
        let less = |one: Coverage, other: Coverage| if other.delivered < one.delivered { other } else { one };
        Self {
            cell: compare(self.cell, base.cell),
            coverage: less(self.coverage, base.coverage),
            understated: self.understated || base.understated,
        }
    }

    /// The sum of these numbers of the same areas: missing if one is.
    pub(super) fn sum(numbers: impl Iterator<Item = Self>) -> Self {
        numbers.reduce(|sum, next| sum.against(next, add)).unwrap_or(Self::of_one(Err(Missing::NotAvailable), false))
    }

    /// The mean of these cells: missing if one is.
    pub(super) fn mean(cells: &[Cell]) -> Cell {
        let first = cells.first().copied().unwrap_or(Err(Missing::NotAvailable))?;
        let total = cells[1..].iter().try_fold(first, |total, cell| Ok(total + (*cell)?))?;
        Ok(total / cells.len() as f64)
    }
}

/// The sum, or the first reason why there is none.
pub(super) fn add(one: Cell, other: Cell) -> Cell {
    Ok(one? + other?)
}
