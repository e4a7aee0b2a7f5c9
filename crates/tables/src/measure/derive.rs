//! The one place where numbers are computed.

use super::number::{Number, add};
use crate::statistics::{Age, AreaCode, Cell, Content, Missing, Period, Sex, Table};

/// The cells that numbers are derived from, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Numbers<'a> {
    /// The table in question.
    pub table: &'a Table,
    /// A table whose population of the same sex and ages is the denominator
    /// where `table` has none.
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

    /// A contents as it is: a count summed over `members` and averaged over
    /// the months of `period`; a rate as published, or recomputed where it is
    /// of several areas or months; what cannot be summed as published alone.
    pub fn level(&self, content: Content, members: &[AreaCode], period: Period) -> Number {
        let published = || self.published(content, members, period);
        match content.ratio() {
            Some((part, whole)) => {
                published().unwrap_or_else(|| self.ratio((part, content.per()), (self, whole), members, period))
            }
            None if content.is_additive() => self.sum(content, members, period),
            None => published().unwrap_or_else(|| {
                let reason = if self.table.has(content) { Missing::NotAdditive } else { Missing::NotAvailable };
                Number::missing(reason, members.len())
            }),
        }
    }

    /// A contents in per cent: a rate as it is, a count by what its share is of,
    /// of the same sex and ages; `NoDenominator` where that is not known.
    pub fn share(&self, content: Content, members: &[AreaCode], period: Period) -> Number {
        if content.is_rate() {
            return self.level(content, members, period);
        }
        let Some(whole) = content.denominator() else {
            return Number::missing(Missing::NoDenominator, members.len());
        };
        let by = |population: &Self| self.ratio((content, 100.0), (population, whole), members, period);
        // What was printed is shown as it was; our division stands where nothing was.
        let printed = content.share().and_then(|share| self.published(share, members, period));
        if let Some(printed) = printed.filter(|it| it.cell.is_ok()) {
            return printed;
        }
        let own = by(self);
        if own.cell.is_ok() {
            return own;
        }
        if let Some(printed) = printed {
            return printed;
        }
        self.population.map_or(own, |table| by(&Self { table, ..*self }))
    }

    /// Whether the share of a contents takes its denominator from the other table.
    pub fn borrows_population(&self, content: Content) -> bool {
        let held = [content.denominator(), content.share()].into_iter().flatten().any(|it| self.table.has(it));
        self.population.is_some() && !held
    }

    /// The number that the table itself publishes, for one area at the table's
    /// own resolution; `None` where it must be computed.
    fn published(&self, content: Content, members: &[AreaCode], period: Period) -> Option<Number> {
        let [area] = members else { return None };
        (self.table.has(content) && period.resolution() == self.table.resolution())
            .then(|| self.of_area(content, *area, period))
    }

    /// One area's number in a period: the cell itself, or the mean of its
    /// months; a sum that no table holds as the sum of its parts.
    fn of_area(&self, content: Content, area: AreaCode, period: Period) -> Number {
        if content.is_derived() {
            return Number::sum(content.parts().map(|part| self.of_area(part, area, period)));
        }
        Number::of_one(self.mean(content, area, period), self.is_understated(content, area, period))
    }

    fn mean(&self, content: Content, area: AreaCode, period: Period) -> Cell {
        self.months(content, area, period).map_or(Err(Missing::NotAvailable), Number::mean)
    }

    /// The cells that a period is the mean of; `None` if the table lacks one.
    fn months(&self, content: Content, area: AreaCode, period: Period) -> Option<&'a [Cell]> {
        let (first, last, count) = if period.resolution() == self.table.resolution() {
            (period, period, 1)
        } else {
            (period.first_month(), period.last_month(), period.resolution().months() as usize)
        };
        let (first, last) = (self.table.place_of(first)?, self.table.place_of(last)?);
        let cells = self.table.series(area, content, self.sex, self.age)?.get(first..=last)?;
        (cells.len() == count).then_some(cells)
    }

    /// Whether a total, or its share, lacks a part that was not reported in a
    /// month of the period.
    fn is_understated(&self, content: Content, area: AreaCode, period: Period) -> bool {
        let lacks = |months: &[Cell]| months.contains(&Err(Missing::NotReported));
        content.parts_that_may_lack().any(|part| self.months(part, area, period).is_some_and(lacks))
    }

    /// The sum of a count over the members: missing if a member's is.
    fn sum(&self, content: Content, members: &[AreaCode], period: Period) -> Number {
        let mut sum = Number::of_none(members.len());
        for (at, &area) in members.iter().enumerate() {
            let number = self.of_area(content, area, period);
            sum.cell = if at == 0 { number.cell } else { add(sum.cell, number.cell) };
            sum.take_over(number);
        }
        sum
    }

    /// So many of a count for each of another (`per` 100 gives per cent), each
    /// summed over the members that have both; missing if none has, or if one of
    /// the two cannot be summed.
    fn ratio(
        &self,
        (part, per): (Content, f64),
        whole: (&Self, Content),
        members: &[AreaCode],
        period: Period,
    ) -> Number {
        if members.len() > 1 && !(part.is_additive() && whole.1.is_additive()) {
            return Number::missing(Missing::NotAdditive, members.len());
        }
        let mut ratio = Number::of_none(members.len());
        let (mut parts, mut wholes) = (0.0, 0.0);
        let mut reason = None;
        for &area in members {
            let number = self.of_area(part, area, period);
            match (number.cell, whole.0.of_area(whole.1, area, period).cell) {
                (Ok(count), Ok(base)) => {
                    (parts, wholes) = (parts + count, wholes + base);
                    ratio.take_over(number);
                }
                (Err(missing), _) => reason = reason.or(Some(missing)),
                (Ok(_), Err(_)) => reason = reason.or(Some(Missing::NoDenominator)),
            }
        }
        let none = Err(reason.unwrap_or(Missing::NoDenominator));
        ratio.cell = if wholes > 0.0 { Ok(per * parts / wholes) } else { none };
        ratio
    }
}

#[cfg(test)]
#[path = "derive_tests.rs"]
mod tests;
