//! The sizes of a selection and the most cells of a call to the fewest calls.
//!
//! Each variable is cut into runs of whole values as equal as can be; a call is
//! one run of each. All ways of cutting are compared.

use std::ops::Range;

/// One call: the values of each variable that it asks for.
pub(super) type Call = Vec<Range<usize>>;

/// The fewest calls that hold no more than `most` cells each; of equal ways
/// that which cuts the fewest variables, the last ones first.
pub(super) fn plan(sizes: &[usize], most: usize) -> Vec<Call> {
    let mut best = Best { calls: usize::MAX, cuts: Vec::new() };
    search(sizes, most.max(1), &mut Vec::new(), &mut best);
    let mut calls: Vec<Call> = vec![Vec::new()];
    for (&size, &cuts) in sizes.iter().zip(&best.cuts) {
        let runs = runs(size, cuts);
        calls = calls
            .iter()
            .flat_map(|call| runs.iter().map(|run| [call.as_slice(), std::slice::from_ref(run)].concat()))
            .collect();
    }
    calls
}

/// The best way found so far: runs of each variable.
struct Best {
    calls: usize,
    cuts: Vec<usize>,
}

impl Best {
    /// How good a way is; less is better.
    fn cost(cuts: &[usize]) -> (usize, usize, usize) {
        let cut = cuts.iter().filter(|runs| **runs > 1).count();
        let first = cuts.iter().position(|runs| *runs > 1).map_or(0, |at| cuts.len() - at);
        (cuts.iter().product(), cut, first)
    }
}

/// Tries every number of runs of the next variable; `cuts` are those before it.
fn search(sizes: &[usize], most: usize, cuts: &mut Vec<usize>, best: &mut Best) {
    let so_far: usize = cuts.iter().product();
    if so_far > best.calls {
        return;
    }
    let Some(&size) = sizes.get(cuts.len()) else {
        let cells: usize = sizes.iter().zip(cuts.iter()).map(|(size, runs)| size.div_ceil(*runs)).product();
        if cells <= most && (best.cuts.is_empty() || Best::cost(cuts) < Best::cost(&best.cuts)) {
            *best = Best { calls: so_far, cuts: cuts.clone() };
        }
        return;
    };
    let mut longest = 0;
    for runs in 1..=size.max(1) {
        // More runs that are no shorter are more calls for nothing.
        let run = size.div_ceil(runs);
        if run != longest {
            longest = run;
            cuts.push(runs);
            search(sizes, most, cuts, best);
            cuts.pop();
        }
    }
}

/// A variable in runs that differ by one value at most.
fn runs(size: usize, count: usize) -> Vec<Range<usize>> {
    (0..count).map(|run| size * run / count..size * (run + 1) / count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[track_caller]
    fn check(sizes: &[usize], most: usize, calls: usize) {
        let plan = plan(sizes, most);
        assert_eq!(plan.len(), calls, "{sizes:?} by {most}");
        let cells = |call: &Call| call.iter().map(ExactSizeIterator::len).product::<usize>();
        assert!(plan.iter().all(|call| (1..=most).contains(&cells(call))), "{sizes:?} by {most}");
        let distinct: BTreeSet<String> = plan.iter().map(|call| format!("{call:?}")).collect();
        assert_eq!(distinct.len(), plan.len());
        assert_eq!(plan.iter().map(cells).sum::<usize>(), sizes.iter().product::<usize>(), "{sizes:?} by {most}");
    }

    #[test]
    fn the_table_of_scb_takes_no_more_calls_than_its_cells_need() {
        let sizes = [291, 9, 3, 2, 144];
        let cells: usize = sizes.iter().product();
        check(&sizes, 150_000, cells.div_ceil(150_000));
        assert_eq!(cells.div_ceil(150_000), 16);
        // A year more, two years more.
        check(&[291, 9, 3, 2, 156], 150_000, 18);
        check(&[291, 9, 3, 2, 168], 150_000, 18);
        check(&sizes, usize::MAX, 1);
        check(&sizes, cells, 1);
        check(&sizes, 10_000, 232);
    }

    #[test]
    fn odd_limits_are_kept_to() {
        check(&[4, 3], 1, 12);
        check(&[7], 3, 3);
        check(&[5, 5], 12, 3);
        check(&[1, 1], 10, 1);
    }

    /// Against every way of cutting two variables into runs.
    #[test]
    fn no_other_way_of_cutting_takes_fewer_calls() {
        for (a, b) in (1..=12_usize).flat_map(|a| (1..=12_usize).map(move |b| (a, b))) {
            for most in 1..=40 {
                let ways = (1..=a).flat_map(|x| (1..=b).map(move |y| (x, y)));
                let fewest = ways.filter(|&(x, y)| a.div_ceil(x) * b.div_ceil(y) <= most).map(|(x, y)| x * y).min();
                assert_eq!(Some(plan(&[a, b], most).len()), fewest, "{a} × {b} by {most}");
            }
        }
    }

    #[test]
    fn months_are_cut_before_regions() {
        let plan = plan(&[291, 9, 3, 2, 144], 150_000);
        assert!(plan.iter().all(|call| call[0] == (0..291)));
    }
}
