//! Series and what they are bound to: numbers that are moved, as little as
//! needed and without a jump, until they keep every bound (raking, also known
//! as iterative proportional fitting).

use super::facts::BENEFITS;
use super::time::{self, MONTHS, weights};
use anyhow::{Context, Result, bail};
use std::ops::Range;

/// What a bound may be missed by, as a part: half a person in five thousand.
const MISSED: f64 = 1e-4;

/// How often it is looked whether all bounds are kept.
const PASSES: usize = 60;

/// Passes before each look.
const PASSES_BETWEEN: usize = 8;

/// A number by unit (a kommun, or riket), benefit and month.
pub(super) struct Cube {
    values: Vec<f64>,
}

impl Cube {
    /// All zero.
    pub(super) fn new(units: usize) -> Self {
        Self { values: vec![0.0; units * BENEFITS * MONTHS] }
    }

    pub(super) fn series(&self, unit: usize, benefit: usize) -> &[f64] {
        let start = (unit * BENEFITS + benefit) * MONTHS;
        &self.values[start..start + MONTHS]
    }

    pub(super) fn series_mut(&mut self, unit: usize, benefit: usize) -> &mut [f64] {
        let start = (unit * BENEFITS + benefit) * MONTHS;
        &mut self.values[start..start + MONTHS]
    }

    /// The sum of units and benefits over a window.
    pub(super) fn sum(&self, units: &[usize], benefits: &[usize], window: &Range<usize>) -> f64 {
        let series = units.iter().flat_map(|unit| benefits.iter().map(move |benefit| (*unit, *benefit)));
        series.map(|(unit, benefit)| self.series(unit, benefit)[window.clone()].iter().sum::<f64>()).sum()
    }

    /// Moves units of one benefit to a sum, month by month.
    pub(super) fn rake(&mut self, units: &[usize], benefit: usize, sums: &[f64]) {
        let mut factors = vec![0.0; MONTHS];
        for unit in units {
            let series = self.series(*unit, benefit);
            factors.iter_mut().zip(series).for_each(|(factor, value)| *factor += value);
        }
        for (factor, wanted) in factors.iter_mut().zip(sums) {
            *factor = if *factor > 0.0 { wanted / *factor } else { 1.0 };
        }
        for unit in units {
            let series = self.series_mut(*unit, benefit);
            series.iter_mut().zip(&factors).for_each(|(value, factor)| *value *= factor);
        }
    }
}

/// A sum over units, benefits and months that must lie between two numbers.
pub(super) struct Bound {
    pub(super) units: Vec<usize>,
    pub(super) benefits: Vec<usize>,
    pub(super) months: Range<usize>,
    /// The mean of a month, not the sum of all.
    pub(super) low: f64,
    /// See `low`.
    pub(super) high: f64,
    /// What each month counts for: 1, or more where 65-year-olds are counted too.
    pub(super) counts: Option<Vec<f64>>,
    weights: Vec<f64>,
}

impl Bound {
    /// A bound on the mean of a month.
    pub(super) fn new(units: Vec<usize>, benefits: Vec<usize>, months: Range<usize>, low: f64, high: f64) -> Self {
        Self { units, benefits, months, low, high, counts: None, weights: Vec::new() }
    }

    /// Leaves out months at an end of the window whose mean is known.
    pub(super) fn leave_out(&mut self, known: &Range<usize>, mean: f64) {
        let rest =
            if known.end == self.months.end { self.months.start..known.start } else { known.end..self.months.end };
        let all = self.months.len();
        if rest.len() + known.len() == all {
            let of_rest = |of_all: f64| (of_all * all as f64 - mean * known.len() as f64) / rest.len() as f64;
            (self.low, self.high) = (of_rest(self.low), of_rest(self.high));
            self.months = rest;
        }
    }

    fn found(&self, cube: &Cube) -> f64 {
        let sum = match &self.counts {
            None => cube.sum(&self.units, &self.benefits, &self.months),
            Some(counts) => {
                let series =
                    self.units.iter().flat_map(|unit| self.benefits.iter().map(move |benefit| (unit, benefit)));
                let of = |unit: usize, benefit: usize| -> f64 {
                    self.months.clone().map(|month| cube.series(unit, benefit)[month] * counts[month]).sum()
                };
                series.map(|(unit, benefit)| of(*unit, *benefit)).sum()
            }
        };
        sum / self.months.len() as f64
    }

    /// Moves the series so that the bound holds, if it does not.
    pub(super) fn apply(&self, cube: &mut Cube) {
        let found = self.found(cube);
        let wanted = found.clamp(self.low, self.high);
        if wanted == found || found <= 0.0 {
            return;
        }
        let change = wanted / found - 1.0;
        for unit in &self.units {
            for benefit in &self.benefits {
                for (value, weight) in cube.series_mut(*unit, *benefit).iter_mut().zip(&self.weights) {
                    *value *= 1.0 + change * weight;
                }
            }
        }
    }

    /// How far outside of the bound its mean lies, as a part of it.
    fn distance(&self, cube: &Cube) -> f64 {
        let found = self.found(cube);
        (found - found.clamp(self.low, self.high)).abs() / found.max(1.0)
    }
}

/// Applies bounds, and what else must hold, again and again until all are kept.
///
/// # Errors
///
/// If they are not kept after very many passes: then they contradict each
/// other. The error names the bound that is missed most.
pub(super) fn settle(
    bounds: &mut [Bound],
    cube: &mut Cube,
    mut rake: impl FnMut(&mut Cube),
    name: impl Fn(usize) -> String,
) -> Result<()> {
    spread(bounds);
    for _ in 0..PASSES {
        for _ in 0..PASSES_BETWEEN {
            bounds.iter().for_each(|bound| bound.apply(cube));
            rake(cube);
        }
        if bounds.iter().all(|bound| bound.distance(cube) < MISSED) {
            return Ok(());
        }
    }
    let distance = |bound: &Bound| bound.distance(cube);
    let worst = bounds.iter().max_by(|one, other| distance(one).total_cmp(&distance(other)));
    let worst = worst.context("there are no bounds")?;
    let who: Vec<String> = worst.units.iter().map(|unit| name(*unit)).collect();
    let months = (time::months()[worst.months.start], time::months()[worst.months.end - 1]);
    bail!(
        "the published figures contradict each other: {}, {} to {}, benefits {:?} would be missed by {:.2} per cent",
        who.join(" "),
        months.0,
        months.1,
        worst.benefits,
        100.0 * worst.distance(cube)
    )
}

/// Lets bounds that move the same units know of each other's windows, but for
/// those that overlap: of these each must be kept by itself.
fn spread(bounds: &mut [Bound]) {
    for at in 0..bounds.len() {
        let own = bounds[at].months.clone();
        let mut beside = vec![own.clone()];
        for other in bounds.iter().filter(|other| other.units == bounds[at].units) {
            let apart = other.months.end <= own.start || other.months.start >= own.end;
            if apart && !beside.contains(&other.months) {
                beside.push(other.months.clone());
            }
        }
        bounds[at].weights = weights(&bounds[at].months, &beside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_that_meet_are_kept_together() {
        let mut cube = Cube::new(2);
        for unit in 0..2 {
            for benefit in 0..BENEFITS {
                cube.series_mut(unit, benefit).fill(10.0);
            }
        }
        let all: Vec<usize> = (0..BENEFITS).collect();
        let mut bounds = vec![
            Bound::new(vec![0], vec![1], 12..18, 13.0, 14.0),
            Bound::new(vec![0], all.clone(), 12..24, 70.0, 71.0),
            Bound::new(vec![0, 1], all, 60..61, 90.0, 91.0),
        ];
        settle(&mut bounds, &mut cube, |cube| cube.rake(&[0, 1], 0, &[25.0; MONTHS]), |unit| unit.to_string()).unwrap();
        for bound in &bounds {
            assert!(bound.distance(&cube) < 1e-4, "{:?}", bound.months);
        }
        assert!((cube.sum(&[0, 1], &[0], &(5..6)) - 25.0).abs() < 1e-6);
        let steps = cube.series(0, 1).windows(2).map(|pair| (pair[1] - pair[0]).abs());
        assert!(steps.fold(0.0, f64::max) < 1.0, "no jump at the edges of a window");
    }

    #[test]
    fn bounds_that_contradict_each_other_are_named() {
        let mut cube = Cube::new(1);
        cube.series_mut(0, 2).fill(10.0);
        let mut bounds =
            vec![Bound::new(vec![0], vec![2], 0..12, 20.0, 21.0), Bound::new(vec![0], vec![2], 0..6, 60.0, 61.0)];
        let error = settle(&mut bounds, &mut cube, |_| (), |_| "Falun".to_owned()).unwrap_err().to_string();
        assert!(error.contains("contradict each other: Falun, 2014M01 to 2014M"), "{error}");
    }
}
