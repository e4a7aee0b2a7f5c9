//! Numbers to whole ones that add up: the finest cells are rounded, everything
//! else is their sum.
//!
//! What rounding leaves over is carried to the next month, and of the cells of
//! a month those are rounded up that are owed most, so that neither a month's
//! total nor a half-year's mean strays from what was fitted.

use super::facts::BENEFITS;
use super::people::{MEN, OLDER, WOMEN};
use super::persons::Cells;
use super::printed::Target;
use super::time::MONTHS;
use anyhow::{Context, Result};

/// Rounds one kommun.
pub(super) fn round(exact: &Cells<f64>) -> Cells<i64> {
    let mut whole: Cells<i64> = Default::default();
    for groups in [[MEN, WOMEN], [MEN + OLDER, WOMEN + OLDER]] {
        let cells: Vec<(usize, usize)> =
            groups.into_iter().flat_map(|group| (0..BENEFITS).map(move |benefit| (group, benefit))).collect();
        let series: Vec<&[f64]> = cells.iter().map(|(group, benefit)| exact[*group][*benefit].as_slice()).collect();
        let mut owed = vec![0.0; cells.len()];
        for month in 0..MONTHS {
            let values: Vec<f64> = series.iter().map(|values| values[month]).collect();
            for (count, &(group, benefit)) in round_month(&values, &mut owed).into_iter().zip(&cells) {
                whole[group][benefit].push(count);
            }
        }
    }
    whole
}

/// Rounds one month; `owed` is what former months left over. An exact zero
/// stays one, as what was not delivered must.
fn round_month(values: &[f64], owed: &mut [f64]) -> Vec<i64> {
    let due = |at: usize, owed: &[f64]| if values[at] > 0.0 { values[at] + owed[at] } else { 0.0 };
    let mut counts: Vec<i64> = (0..values.len()).map(|at| due(at, owed).max(0.0).floor() as i64).collect();
    let total: f64 = (0..values.len()).map(|at| due(at, owed)).sum();
    let rest = (total.round() as i64 - counts.iter().sum::<i64>()).max(0);
    let mut order: Vec<usize> = (0..values.len()).filter(|at| values[*at] > 0.0).collect();
    let remainder = |at: usize| due(at, owed) - counts[at] as f64;
    order.sort_by(|one, other| remainder(*other).total_cmp(&remainder(*one)).then(one.cmp(other)));
    for at in order.into_iter().take(rest as usize) {
        counts[at] += 1;
    }
    for at in (0..values.len()).filter(|at| values[*at] > 0.0) {
        owed[at] += values[at] - counts[at] as f64;
    }
    counts
}

/// Moves single cells of a kommun by one until a printed half-year rounds to
/// what was printed.
///
/// # Errors
///
/// If no whole numbers do.
pub(super) fn repair(target: &Target, exact: &Cells<f64>, whole: &mut Cells<i64>) -> Result<()> {
    let mut room = [(0, 0); BENEFITS];
    for (benefit, room) in room.iter_mut().enumerate() {
        let (low, high) = target.sums[benefit];
        while sum(target, whole, benefit) < low {
            step(target, exact, whole, benefit, 1)?;
        }
        while sum(target, whole, benefit) > high {
            step(target, exact, whole, benefit, -1)?;
        }
        let found = sum(target, whole, benefit);
        *room = (found - low, high - found);
    }
    let total = |whole: &Cells<i64>| (0..BENEFITS).map(|benefit| sum(target, whole, benefit)).sum::<i64>();
    while total(whole) < target.total.0 {
        let most = (0..BENEFITS).filter(|at| room[*at].1 > 0).max_by_key(|at| room[*at].1);
        let benefit = most.context("a printed half-year's benefits cannot reach its total")?;
        step(target, exact, whole, benefit, 1)?;
        room[benefit].1 -= 1;
    }
    while total(whole) > target.total.1 {
        let most = (0..BENEFITS).filter(|at| room[*at].0 > 0).max_by_key(|at| room[*at].0);
        let benefit = most.context("a printed half-year's benefits exceed its total")?;
        step(target, exact, whole, benefit, -1)?;
        room[benefit].0 -= 1;
    }
    Ok(())
}

fn sum(target: &Target, whole: &Cells<i64>, benefit: usize) -> i64 {
    [MEN, WOMEN].into_iter().map(|group| whole[group][benefit][target.months.clone()].iter().sum::<i64>()).sum()
}

/// Moves the cell that is owed most (or least) by one.
fn step(target: &Target, exact: &Cells<f64>, whole: &mut Cells<i64>, benefit: usize, by: i64) -> Result<()> {
    let cells = [MEN, WOMEN].into_iter().flat_map(|group| target.months.clone().map(move |month| (group, month)));
    let owed = |(group, month): (usize, usize)| {
        (exact[group][benefit][month] - whole[group][benefit][month] as f64) * by as f64
    };
    let movable = cells.filter(|&(group, month)| whole[group][benefit][month] + by >= 0);
    let best = movable.max_by(|one, other| owed(*one).total_cmp(&owed(*other)));
    let (group, month) = best.context("no cell of a printed half-year can be lowered")?;
    whole[group][benefit][month] += by;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_and_means_stay_while_cells_are_rounded() {
        let values = [0.4, 0.0, 2.3, 7.45, 0.05];
        let mut owed = [0.0; 5];
        let mut sums = [0; 5];
        for month in 1..=60 {
            let counts = round_month(&values, &mut owed);
            assert_eq!(counts[1], 0);
            counts.iter().zip(&mut sums).for_each(|(count, sum)| *sum += count);
            let total: i64 = sums.iter().sum();
            assert!((total as f64 - 10.2 * f64::from(month)).abs() <= 0.5 + 1e-9, "month {month}: {total}");
        }
        for (sum, value) in sums.iter().zip(values) {
            assert!((*sum as f64 - 60.0 * value).abs() <= 1.0, "{sum} of {value}");
        }
    }

    #[test]
    fn a_printed_half_year_is_met() {
        let exact: Cells<f64> =
            std::array::from_fn(|_| std::array::from_fn(|benefit| vec![3.0 + benefit as f64; MONTHS]));
        let mut whole = round(&exact);
        let sums: [(i64, i64); BENEFITS] =
            std::array::from_fn(|benefit| (38 + 12 * benefit as i64, 40 + 12 * benefit as i64));
        let target = Target { kommun: 0, months: 6..12, benefits: [0.0; BENEFITS], sums, total: (415, 417) };
        repair(&target, &exact, &mut whole).unwrap();
        let found: Vec<i64> = (0..BENEFITS).map(|benefit| sum(&target, &whole, benefit)).collect();
        assert!(found.iter().zip(sums).all(|(found, (low, high))| (low..=high).contains(found)), "{found:?}");
        assert_eq!(found.iter().sum::<i64>(), 415);
    }
}
