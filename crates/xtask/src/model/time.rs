//! The months of the model, and how far from its window a bound is felt.

use faktabank_tables::statistics::Period;
use std::ops::Range;

/// 2014M01–2025M12.
pub(super) const MONTHS: usize = 144;

/// Months over which a bound fades where another window lies close or overlaps.
const FADE: usize = 6;

/// The first month.
pub(super) const fn first() -> Period {
    Period::calendar_year(2014).first_month()
}

/// The months, in order.
pub(super) fn months() -> Vec<Period> {
    first().through(first().step(MONTHS as i32 - 1)).collect()
}

/// How many months after the first one a month lies; below 0 if before.
pub(super) const fn place(month: Period) -> i32 {
    month.since(first())
}

/// The places of the months from one period's first to another's last; those
/// outside of the model are left out.
pub(super) fn span(from: Period, to: Period) -> Range<usize> {
    let inside = |place: i32| usize::try_from(place).unwrap_or(0).min(MONTHS);
    inside(place(from.first_month()))..inside(place(to.last_month()) + 1)
}

/// The places of a period's months.
pub(super) fn window(period: Period) -> Range<usize> {
    span(period, period)
}

/// How strongly a bound on a window moves each month: wholly inside, less and
/// less towards the next window that something is known of, and wholly beyond
/// if nothing is. The weights of all windows make 1 each month, so that what
/// is moved alike in two windows is moved alike between them, and no series
/// jumps at the edge of what is known.
pub(super) fn weights(window: &Range<usize>, all: &[Range<usize>]) -> Vec<f64> {
    (0..MONTHS)
        .map(|month| {
            let together: f64 = all.iter().map(|each| reach(each, all, month)).sum();
            if together > 0.0 { reach(window, all, month) / together } else { 0.0 }
        })
        .collect()
}

fn reach(window: &Range<usize>, all: &[Range<usize>], month: usize) -> f64 {
    let centre = |window: &Range<usize>| window.start + window.end;
    let fade = |distance: usize, known: bool, gap: Option<usize>| {
        if known { (1.0 - distance as f64 / gap.unwrap_or(0).max(FADE) as f64).max(0.0) } else { 1.0 }
    };
    if month < window.start {
        let known = all.iter().any(|other| centre(other) < centre(window));
        let gap = all.iter().filter(|other| other.end <= window.start).map(|other| window.start - other.end).min();
        fade(window.start - month, known, gap)
    } else if month >= window.end {
        let known = all.iter().any(|other| centre(other) > centre(window));
        let gap = all.iter().filter(|other| other.start >= window.end).map(|other| other.start - window.end).min();
        fade(month + 1 - window.end, known, gap)
    } else {
        1.0
    }
}

/// A value at each month on straight lines between knots, the outer ones
/// reaching on. Knots are (place, value), in order.
pub(super) fn lines(knots: &[(f64, f64)]) -> Vec<f64> {
    (0..MONTHS).map(|month| line(knots, month as f64)).collect()
}

fn line(knots: &[(f64, f64)], at: f64) -> f64 {
    let after = knots.iter().position(|(place, _)| *place > at);
    match (after.and_then(|after| after.checked_sub(1)).map(|before| (knots[before], knots[before + 1])), after) {
        (Some(((from, low), (to, high))), _) => low + (high - low) * (at - from) / (to - from),
        (None, Some(_)) => knots.first().map_or(0.0, |knot| knot.1),
        (None, None) => knots.last().map_or(0.0, |knot| knot.1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_have_their_places() {
        let of = |code: &str| window(Period::from_code(code).unwrap());
        assert_eq!(of("2014"), 0..12);
        assert_eq!(of("2025H2"), 138..144);
        assert_eq!(of("2025M06R"), 126..138);
        assert_eq!(months().len(), MONTHS);
        assert_eq!(months()[143].to_string(), "2025M12");
    }

    #[test]
    fn a_bound_is_felt_where_nothing_else_is_known() {
        let (first, second) = (20..26, 46..52);
        let alone = weights(&first, std::slice::from_ref(&first));
        assert!(alone.iter().all(|weight| *weight == 1.0));
        let beside = weights(&first, &[first.clone(), second]);
        assert_eq!((beside[0], beside[25], beside[46], beside[60]), (1.0, 1.0, 0.0, 0.0));
        assert!(beside[26..46].windows(2).all(|pair| pair[0] > pair[1]));
        let close = [20..26, 26..32, 30..34];
        for month in 0..MONTHS {
            let sum: f64 = close.iter().map(|window| weights(window, &close)[month]).sum();
            assert!((sum - 1.0).abs() < 1e-12, "month {month}");
        }
    }

    #[test]
    fn lines_go_through_their_knots_and_on() {
        let values = lines(&[(-1.0, 0.0), (10.0, 11.0), (20.0, 1.0)]);
        assert_eq!((values[0], values[10], values[15], values[143]), (1.0, 11.0, 6.0, 1.0));
    }
}
