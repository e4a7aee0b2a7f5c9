//! The one place where numbers are computed.

use crate::statistics::{Age, AreaCode, Cell, Content, Missing, Period, Sex, Table, Unit};

/// The cells that numbers are derived from, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Numbers<'a> {
    /// The table in question.
    pub table: &'a Table,
    /// A table whose population 20–64 is the denominator where `table` has none.
    pub population: Option<&'a Table>,
    /// Women, men or both.
    pub sex: Sex,
    /// The age span.
    pub age: Age,
}

impl<'a> Numbers<'a> {
    /// Numbers of both sexes, 20–64 years.
    pub fn of(table: &'a Table) -> Self {
        Self { table, population: None, sex: Sex::default(), age: Age::default() }
    }

    /// The same with another table's population as denominator.
    pub fn with_population(self, population: Option<&'a Table>) -> Self {
        Self { population, ..self }
    }

    /// A contents as it is: a count summed over `members` and averaged over
    /// the months of `period`; a rate as published, or recomputed where it is
    /// of several areas or months.
    pub fn level(&self, content: Content, members: &[AreaCode], period: Period) -> Cell {
        if let Some((part, whole)) = content.ratio() {
            return self
                .published(content, members, period)
                .unwrap_or_else(|| ratio(self.level(part, members, period), self.level(whole, members, period)));
        }
        if let Content::Group(group) = content {
            return sum(group.benefits().map(|benefit| self.level(Content::Benefit(benefit), members, period)));
        }
        sum(members.iter().map(|&area| self.mean(content, area, period)))
    }

    /// A contents in per cent: a rate as it is, a count by the population of
    /// the same ages; `NoDenominator` where no population is known.
    pub fn share(&self, content: Content, members: &[AreaCode], period: Period) -> Cell {
        if content.unit() == Unit::PerCent {
            return self.level(content, members, period);
        }
        let own = self.level(Content::Population, members, period);
        if let Ok(population) = own {
            return ratio(self.level(content, members, period), Ok(population));
        }
        if let Some(printed) = content.share().and_then(|share| self.published(share, members, period)) {
            return printed;
        }
        let count = self.level(content, members, period)?;
        let other = self.population.ok_or(Missing::NoDenominator)?;
        let population = Numbers { table: other, population: None, ..*self }
            .level(Content::Population, members, period)
            .map_err(|_| Missing::NoDenominator)?;
        ratio(Ok(count), Ok(population))
    }

    /// Whether shares take their denominator from the other table.
    pub fn borrows_population(&self) -> bool {
        !self.table.has(Content::Population) && !self.table.has(Content::Share) && self.population.is_some()
    }

    /// The cell that the table itself publishes, for one area at the table's
    /// own resolution; `None` where it must be computed.
    fn published(&self, content: Content, members: &[AreaCode], period: Period) -> Option<Cell> {
        let [area] = members else { return None };
        (self.table.has(content) && period.resolution() == self.table.resolution())
            .then(|| self.table.cell(*area, content, self.sex, self.age, period))
    }

    /// One area's count in a period: the cell itself, or the mean of its months.
    fn mean(&self, content: Content, area: AreaCode, period: Period) -> Cell {
        let cell = |period| self.table.cell(area, content, self.sex, self.age, period);
        if period.resolution() == self.table.resolution() {
            return cell(period);
        }
        sum(period.months().map(cell)).map(|total| total / f64::from(period.resolution().months()))
    }
}

/// The sum, or the first reason why there is none.
fn sum(mut cells: impl Iterator<Item = Cell>) -> Cell {
    let first = cells.next().unwrap_or(Err(Missing::NotAvailable))?;
    cells.try_fold(first, |total, cell| Ok(total + cell?))
}

/// Part by whole in per cent.
fn ratio(part: Cell, whole: Cell) -> Cell {
    let (part, whole) = (part?, whole?);
    if whole > 0.0 { Ok(100.0 * part / whole) } else { Err(Missing::NoDenominator) }
}

/// A change between two numbers of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Now less before, in the unit of the numbers (percentage points for shares).
    pub difference: f64,
    /// In per cent of before; `None` where before is zero or negative.
    pub per_cent: Option<f64>,
}

/// The change from `before` to `now`.
///
/// # Errors
/// The reason of whichever is missing, `now` first.
pub fn change(now: Cell, before: Cell) -> Result<Change, Missing> {
    let (now, before) = (now?, before?);
    let per_cent = (before > 0.0).then(|| 100.0 * (now - before) / before);
    Ok(Change { difference: now - before, per_cent })
}

/// The change in per cent; `NotAvailable` where the base is zero.
pub fn per_cent_change(now: Cell, before: Cell) -> Cell {
    change(now, before)?.per_cent.ok_or(Missing::NotAvailable)
}

/// `now` with `base` as 100; `NotAvailable` where the base is zero.
pub fn index(now: Cell, base: Cell) -> Cell {
    let (now, base) = (now?, base?);
    if base > 0.0 { Ok(100.0 * now / base) } else { Err(Missing::NotAvailable) }
}

#[cfg(test)]
#[path = "derive_tests.rs"]
mod tests;
