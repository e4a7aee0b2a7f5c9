//! Numbers to classes: where one ends and the next begins, at plain numbers
//! that the data themselves suggest.

use faktabank_tables::measure::descending_order;
use faktabank_tables::query::Classes;
use faktabank_tables::statistics::Cell;

/// Most classes that an eye tells apart by colour.
pub(super) const MOST: usize = 5;
/// Most classes on either side of zero.
const MOST_A_SIDE: usize = 3;
/// Fewer numbers than this make no class of their own.
const FEWEST_IN_CLASS: usize = 3;

/// Where classes begin: the lowest has no beginning. In units of the last
/// decimal shown, so that a number is in the class that its words are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Breaks {
    starts: Vec<i64>,
    lowest: i64,
    highest: i64,
    decimals: usize,
}

impl Breaks {
    /// The breaks of numbers shown with so many decimals.
    pub(super) fn of(values: &[f64], decimals: usize, rule: Classes) -> Self {
        let rising = rising(values, decimals);
        let classes = (rising.len() / FEWEST_IN_CLASS).clamp(1, MOST);
        let starts = match rule {
            Classes::Quantiles => by_quantiles(&rising, classes),
            Classes::Equal => by_equal_steps(&rising, classes),
        };
        Self::starting(starts, &rising, decimals)
    }

    /// The same of changes: no class has both rises and falls.
    pub(super) fn around_zero(values: &[f64], decimals: usize, rule: Classes) -> Self {
        let rising = rising(values, decimals);
        let (falls, rises) = rising.split_at(rising.partition_point(|&value| value < 0));
        let side = |values: &[i64]| by_quantiles(values, (values.len() / FEWEST_IN_CLASS).clamp(1, MOST_A_SIDE));
        let zero = (!falls.is_empty() && !rises.is_empty()).then_some(0);
        let starts = match rule {
            Classes::Quantiles => side(falls).into_iter().chain(zero).chain(side(rises)).collect(),
            Classes::Equal => by_steps_from_zero(&rising),
        };
        Self::starting(starts, &rising, decimals)
    }

    fn starting(starts: Vec<i64>, rising: &[i64], decimals: usize) -> Self {
        let (lowest, highest) = (rising.first().copied().unwrap_or(0), rising.last().copied().unwrap_or(0));
        Self { starts, lowest, highest, decimals }
    }

    /// How many classes are of numbers below zero, where none lies across it.
    pub(super) fn below_zero(&self) -> usize {
        if self.highest < 0 { self.count() } else { self.starts.iter().filter(|&&start| start <= 0).count() }
    }

    /// How many classes there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len() + 1
    }

    /// The class of a number, from 0 for the lowest.
    pub(super) fn class_of(&self, value: f64) -> usize {
        let value = units(value, self.decimals);
        self.starts.iter().filter(|&&start| start <= value).count()
    }

    /// The lowest and highest number that a class can have: `None` at the ends.
    pub(super) fn range(&self, class: usize) -> (Option<f64>, Option<f64>) {
        let value = |units: i64| units as f64 / scale(self.decimals);
        let start = class.checked_sub(1).and_then(|at| self.starts.get(at)).map(|&start| value(start));
        let end = self.starts.get(class).map(|&start| value(start - 1));
        // All in one class: from the lowest to the highest there is.
        if self.starts.is_empty() {
            return (Some(value(self.lowest)), Some(value(self.highest)));
        }
        (start, end)
    }
}

/// The numbers in units, the lowest first.
fn rising(values: &[f64], decimals: usize) -> Vec<i64> {
    let cells: Vec<Cell> = values.iter().map(|&value| Ok(value)).collect();
    descending_order(&cells).into_iter().rev().map(|at| units(values[at], decimals)).collect()
}

fn scale(decimals: usize) -> f64 {
    (0..decimals).fold(1.0, |scale, _| scale * 10.0)
}

/// Larger numbers are all as large as this: differences of two, and steps of ten times
/// that, can still be counted.
const LARGEST: f64 = 1e17;

fn units(value: f64, decimals: usize) -> i64 {
    (value * scale(decimals)).round().clamp(-LARGEST, LARGEST) as i64
}

/// The plain steps from the widest that could part these numbers to one unit.
fn steps(range: i64) -> Vec<i64> {
    let mut steps = vec![1];
    let mut power = 1;
    while power <= range {
        steps.extend([2 * power, 5 * power, 10 * power]);
        power *= 10;
    }
    steps.reverse();
    steps
}

/// About as many numbers in each class: each break at the plainest number that
/// moves no more than a third of a class across it.
fn by_quantiles(rising: &[i64], classes: usize) -> Vec<i64> {
    let (Some(&lowest), Some(&highest)) = (rising.first(), rising.last()) else { return Vec::new() };
    let below = |start: i64| rising.partition_point(|&value| value < start);
    let steps = steps(highest - lowest);
    let moved = (rising.len() / classes / 3).max(1);
    let mut starts: Vec<i64> = Vec::new();
    for ideal in (1..classes).map(|class| rising.len() * class / classes) {
        let (first, last) =
            (rising[ideal.saturating_sub(moved + 1)] + 1, rising[(ideal + moved).min(rising.len() - 1)]);
        let used = starts.last().map_or(0, |&start| below(start));
        let fits = |start: &i64| (first..=last).contains(start) && below(*start) > used;
        let nearest = |step: i64| {
            let down = rising[ideal].div_euclid(step) * step;
            [down, down + step, down - step].into_iter().find(fits)
        };
        // Numbers that tie fall into one class, however many they are.
        starts.extend(steps.iter().find_map(|&step| nearest(step)));
    }
    starts
}

/// As wide as each other, of the narrowest plain step that makes no more
/// classes than asked for.
fn by_equal_steps(rising: &[i64], classes: usize) -> Vec<i64> {
    let (Some(&lowest), Some(&highest)) = (rising.first(), rising.last()) else { return Vec::new() };
    // Counted before they are made: of huge numbers the narrowest step has too many.
    let few = |step: &i64| highest.div_euclid(*step) - lowest.div_euclid(*step) < classes as i64;
    let Some(step) = steps(highest - lowest).into_iter().rev().find(few) else { return Vec::new() };
    (lowest.div_euclid(step) + 1..=highest.div_euclid(step)).map(|at| at * step).collect()
}

/// As wide as each other, counted from zero, of the narrowest plain step that
/// makes no more classes than an eye tells apart on either side.
fn by_steps_from_zero(rising: &[i64]) -> Vec<i64> {
    let (Some(&lowest), Some(&highest)) = (rising.first(), rising.last()) else { return Vec::new() };
    let most = MOST_A_SIDE as i64;
    let fits = |step: &i64| -lowest <= most * step && highest < most * step;
    let Some(step) = steps(highest.max(-lowest)).into_iter().rev().find(fits) else { return Vec::new() };
    (lowest.div_euclid(step) + 1..=highest.div_euclid(step)).map(|at| at * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The legend: where classes begin and how many numbers each has.
    #[track_caller]
    fn check(values: &[f64], decimals: usize, rule: Classes, starts: &[f64], counts: &[usize]) {
        let breaks = Breaks::of(values, decimals, rule);
        let found: Vec<f64> = (1..breaks.count()).filter_map(|class| breaks.range(class).0).collect();
        let mut held = vec![0; breaks.count()];
        values.iter().for_each(|&value| held[breaks.class_of(value)] += 1);
        assert_eq!((found.as_slice(), held.as_slice()), (starts, counts), "{values:?}");
    }

    /// Unemployment in Dalarna's kommuner in April 2026.
    const RATES: [f64; 15] = [6.0, 5.9, 5.2, 5.0, 3.9, 3.7, 3.5, 3.1, 3.1, 3.0, 3.0, 2.8, 2.8, 2.4, 2.2];

    #[test]
    fn quantiles_hold_about_as_many_each_at_plain_numbers() {
        check(&RATES, 1, Classes::Quantiles, &[3.0, 3.1, 3.5, 5.0], &[4, 2, 2, 3, 4]);
        let counts = [120.0, 480.0, 510.0, 690.0, 1010.0, 1190.0, 2300.0, 4100.0, 8800.0];
        check(&counts, 0, Classes::Quantiles, &[1000.0, 2000.0], &[4, 2, 3]);
    }

    #[test]
    fn equal_steps_are_round_and_may_be_empty() {
        check(&RATES, 1, Classes::Equal, &[3.0, 4.0, 5.0, 6.0], &[4, 7, 0, 3, 1]);
        check(&[1.0, 2.0, 3.0, 4.0, 5.0, 98.0], 0, Classes::Equal, &[50.0], &[5, 1]);
        check(&[-4.2, -3.0, -0.4, 0.3, 1.2, 2.9], 1, Classes::Equal, &[0.0], &[3, 3]);
    }

    #[track_caller]
    fn check_changes(values: &[f64], rule: Classes, starts: &[f64], below_zero: usize) {
        let breaks = Breaks::around_zero(values, 1, rule);
        let found: Vec<f64> = (1..breaks.count()).filter_map(|class| breaks.range(class).0).collect();
        assert_eq!((found.as_slice(), breaks.below_zero()), (starts, below_zero), "{values:?}");
    }

    #[test]
    fn no_class_of_changes_has_both_rises_and_falls() {
        let changes = [-4.2, -3.0, -2.5, -2.4, -0.4, -0.3, 0.0, 0.3, 1.2, 2.9];
        check_changes(&changes, Classes::Quantiles, &[-2.0, 0.0], 2);
        check_changes(&changes, Classes::Equal, &[-4.0, -2.0, 0.0, 2.0], 3);
        check_changes(&[-4.2, -3.0, -2.5], Classes::Quantiles, &[], 1);
        check_changes(&[0.0, 0.3, 1.2, 2.9, 3.0, 3.1], Classes::Quantiles, &[2.0], 0);
        check_changes(&[0.5, 1.2], Classes::Equal, &[1.0], 0);
        check_changes(&[-0.04, 0.0], Classes::Quantiles, &[], 0);
        check_changes(&[], Classes::Equal, &[], 0);
    }

    #[test]
    fn ties_and_small_bases_make_fewer_classes() {
        check(&[3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0], 1, Classes::Quantiles, &[], &[7]);
        check(&[3.0, 4.0], 1, Classes::Quantiles, &[], &[2]);
        check(&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0], 0, Classes::Quantiles, &[], &[9]);
        check(&[], 1, Classes::Equal, &[], &[0]);
    }

    #[test]
    fn huge_numbers_have_few_classes_too() {
        for rule in [Classes::Equal, Classes::Quantiles] {
            for values in [[f64::MAX, -f64::MAX, 1.0, 2.0], [1e12, 2e12, 5e15, 9e15], [1e300, 1e300, 0.0, 3.0]] {
                for breaks in [Breaks::of(&values, 1, rule), Breaks::around_zero(&values, 1, rule)] {
                    assert!(breaks.count() <= 2 * MOST_A_SIDE, "{values:?}: {}", breaks.count());
                    assert!(values.iter().all(|&value| breaks.class_of(value) < breaks.count()), "{values:?}");
                }
            }
        }
    }

    #[test]
    fn a_number_is_in_the_class_of_its_words() {
        let breaks = Breaks::of(&RATES, 1, Classes::Equal);
        assert_eq!([2.949, 2.95, 3.96].map(|value| breaks.class_of(value)), [0, 1, 2]);
        assert_eq!(breaks.range(1), (Some(3.0), Some(3.9)));
        assert_eq!((breaks.range(0), breaks.range(4)), ((None, Some(2.9)), (Some(6.0), None)));
    }
}
