//! What was printed, as rounded, to the numbers that give it: means of months
//! that round to the printed count and, where both can be kept, share.

use super::facts::{BENEFITS, BySex, Facts};
use super::people::{People, mean};
use anyhow::Result;
use std::ops::Range;

/// A printed half-year of a kommun.
pub(super) struct Target {
    pub(super) kommun: usize,
    pub(super) months: Range<usize>,
    /// Means in the middle of what is allowed.
    pub(super) benefits: [f64; BENEFITS],
    /// The least and the largest sums of the months, by benefit.
    pub(super) sums: [(i64, i64); BENEFITS],
    /// The same for the total.
    pub(super) total: (i64, i64),
}

/// Every printed half-year of a kommun.
///
/// # Errors
///
/// If an area is not known.
pub(super) fn targets(facts: &Facts, people: &People) -> Result<Vec<Target>> {
    let mut targets = Vec::new();
    for printed in &facts.printed {
        let Some(total) = printed.counts.total else { continue };
        let kommun = facts.place_of(printed.area)?;
        let adults = mean(&people.adults(&[kommun]), &printed.months);
        let months = printed.months.len() as f64;
        let mut target = Target {
            kommun,
            months: printed.months.clone(),
            benefits: [0.0; BENEFITS],
            sums: [(0, 0); BENEFITS],
            total: sums(interval(total, printed.shares.total, adults), months),
        };
        for benefit in 0..BENEFITS {
            let Some(count) = printed.counts.benefits[benefit] else { continue };
            let (low, high) = interval(count, printed.shares.benefits[benefit], adults);
            target.benefits[benefit] = f64::midpoint(low, high);
            target.sums[benefit] = sums((low, high), months);
        }
        targets.push(target);
    }
    Ok(targets)
}

/// The means that round to a count and, if there are any such, to the share.
fn interval(count: f64, share: Option<f64>, adults: f64) -> (f64, f64) {
    let (low, high) = (count - 0.5, count + 0.5);
    let Some(share) = share else { return (low, high) };
    let of = |share: f64| share / 100.0 * adults;
    let (low_share, high_share) = (of(share - 0.05).max(low), of(share + 0.05).min(high));
    // Six means of whole numbers lie in one; fewer than one may lie in less than a sixth.
    if high_share - low_share > 0.17 { (low_share, high_share) } else { (low, high) }
}

/// Whole sums whose means lie inside, not on the edge.
fn sums((low, high): (f64, f64), months: f64) -> (i64, i64) {
    let edge = 1e-9;
    ((low * months + edge).ceil() as i64, (high * months - edge).floor() as i64)
}

impl BySex {
    /// The means before each was rounded up: half a person less, and in such
    /// relation that they add up to the total.
    pub(super) fn exact(&self) -> [f64; BENEFITS] {
        let sum: f64 = self.benefits.iter().map(|count| count - 0.5).sum();
        self.benefits.map(|count| (count - 0.5) * (self.total - 0.5) / sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_count_and_share_leave_few_means() {
        // Orsa, 2024H2: 214 of 3 602 would be 5.9 per cent; printed was 6.0.
        let (low, high) = interval(214.0, Some(6.0), 3602.0);
        assert!(low > 214.3 && high == 214.5, "{low} {high}");
        assert_eq!(sums((low, high), 6.0), (1286, 1286));
        // Borlänge, 2022H2: no mean that rounds to 694 gives 2.3 per cent.
        assert_eq!(interval(694.0, Some(2.3), 28683.0), (693.5, 694.5));
        assert_eq!(sums((693.5, 694.5), 6.0), (4162, 4166));
    }
}
