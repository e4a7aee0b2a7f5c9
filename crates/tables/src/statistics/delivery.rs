//! Ekonomiskt bistånd by month to the months in which a kommun did not
//! deliver it. Knows no table and no kommun: it judges one series of numbers.
//!
//! SCB prints the month of a kommun that delivered nothing as 0, for women and
//! men alike, exactly as it prints the month of a small kommun in which nobody
//! had ekonomiskt bistånd. The two are told apart by the months around: a
//! kommun that supports eighty people does not support nobody the month after
//! and eighty again the next.
//!
//! A run of zeros is *not reported* if the nearest months with a number are
//! [`FAR_FROM_ZERO`] on each side of it, by the median of at most
//! [`NEAREST`]. At the start or the end of the series the one side there is
//! decides. The length of the run does not matter: some kommuner were silent
//! for a year. Where every month is zero there is nothing to judge by, and the
//! zeros stay.

/// From this mean level on (full-year equivalents in a month) a zero is not
/// believed. Were the persons supported independent of each other, a kommun
/// with ten of them would have a month without any once in 22 000 months
/// (e⁻¹⁰); households stay from month to month, so in life it is rarer still.
/// Below it, zeros come by chance, and a doubtful zero is left as printed.
const FAR_FROM_ZERO: f64 = 10.0;

/// So many months with a number on each side are looked at; the median of them
/// is not moved by one odd month, as when part of a month was delivered.
pub const NEAREST: usize = 3;

/// Whether ekonomiskt bistånd was not reported, month by month.
///
/// `both_sexes` holds women and men together, one number for each month in
/// order. Where it says true, the figure of each sex is not reported either;
/// a zero of one sex alone is genuine, since the other's was delivered.
pub fn not_reported(both_sexes: &[f64]) -> Vec<bool> {
    let mut doubted = vec![false; both_sexes.len()];
    let mut start = 0;
    while start < both_sexes.len() {
        let run = both_sexes[start..].iter().take_while(|value| is_zero(**value)).count();
        if run > 0 {
            let (before, after) = (&both_sexes[..start], &both_sexes[start + run..]);
            let sides = [level(before.iter().rev()), level(after.iter())];
            let far = sides.iter().flatten().all(|level| *level >= FAR_FROM_ZERO);
            let known = sides.iter().any(Option::is_some);
            doubted[start..start + run].fill(far && known);
        }
        start += run + 1;
    }
    doubted
}

/// Printed as 0: SCB's figures are whole numbers.
fn is_zero(value: f64) -> bool {
    value.abs() < 0.5
}

/// The median of the first months that are not zero; of two, the lower.
fn level<'a>(months: impl Iterator<Item = &'a f64>) -> Option<f64> {
    let mut nearest: Vec<f64> = months.copied().filter(|value| !is_zero(*value)).take(NEAREST).collect();
    nearest.sort_by(f64::total_cmp);
    nearest.get(nearest.len().saturating_sub(1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` has a `?` for each month that is not reported.
    #[track_caller]
    fn check(months: &[f64], expected: &str) {
        let found: String = not_reported(months).iter().map(|doubted| if *doubted { '?' } else { '.' }).collect();
        assert_eq!(found, expected, "{months:?}");
    }

    #[test]
    fn a_zero_among_eighties_is_not_reported() {
        check(&[81.0, 79.0, 80.0, 0.0, 82.0, 78.0], "...?..");
        check(&[81.0, 79.0, 0.0, 0.0, 0.0, 82.0, 78.0], "..???..");
        check(&[80.0, 0.0, 82.0, 0.0, 79.0, 0.0, 0.0, 80.0], ".?.?.??.");
        // A whole year of silence, as has happened.
        check(&[[24.0; 6].as_slice(), &[0.0; 12], &[22.0; 6]].concat(), "......????????????......");
    }

    #[test]
    fn the_ends_of_a_series_are_judged_by_the_side_there_is() {
        check(&[0.0, 80.0, 81.0, 79.0], "?...");
        check(&[80.0, 81.0, 79.0, 0.0, 0.0], "...??");
        check(&[0.0, 3.0, 2.0, 0.0], "....");
        check(&[0.0, 12.0], "?.");
    }

    #[test]
    fn a_tiny_kommun_keeps_its_genuine_zeros() {
        check(&[2.0, 1.0, 0.0, 3.0, 0.0, 0.0, 1.0, 2.0], "........");
        check(&[8.0, 9.0, 0.0, 9.0, 9.0], ".....");
        // It faded out: the month before the zeros says so.
        check(&[14.0, 9.0, 4.0, 1.0, 0.0, 0.0], "......");
        check(&[40.0, 30.0, 6.0, 2.0, 0.0, 12.0, 14.0], ".......");
    }

    #[test]
    fn one_odd_month_beside_the_gap_does_not_hide_it() {
        check(&[80.0, 82.0, 4.0, 0.0, 79.0, 81.0], "...?..");
        check(&[80.0, 82.0, 0.0, 11.0, 79.0, 81.0], "..?...");
    }

    #[test]
    fn a_zero_of_one_sex_alone_is_genuine() {
        let (women, men) = ([12.0, 11.0, 0.0, 12.0, 13.0], [13.0, 12.0, 12.0, 0.0, 14.0]);
        let both: Vec<f64> = women.iter().zip(men).map(|(women, men)| women + men).collect();
        check(&both, ".....");
    }

    #[test]
    fn nothing_is_judged_by_nothing() {
        check(&[0.0; 4], "....");
        check(&[], "");
    }
}
