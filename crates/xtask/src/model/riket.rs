//! Riket by benefit and month: the months of Dalarna, lifted to what SCB has
//! published of riket's years and half-years.

use super::benefit::Benefit;
use super::facts::{BENEFITS, Counts, Facts, Usage, year};
use super::fitting::{Bound, Cube, settle};
use super::people::mean;
use super::time::{MONTHS, window};
use anyhow::{Context, Result};
use faktabank_tables::statistics::AreaCode;

/// The monthly table leaves out persons without a kommun, so that it lies
/// slightly below the annual publication; by how much is not known.
const BELOW_ANNUAL: f64 = 0.998;

/// How far from that a year may lie, as a part of it.
const ROOM: f64 = 0.001;

/// Half a tenth of a per cent, the rounding of a printed share, and a little less.
pub(super) const HALF_TENTH: f64 = 0.045;

/// The last year of which every benefit is known in riket.
const LEVEL_OF: i32 = 2021;

/// Riket by benefit and month; `adults` are its persons of 20–64 years.
///
/// # Errors
///
/// If the published figures cannot all be kept.
pub(super) fn fit(facts: &Facts, adults: &[f64]) -> Result<Vec<Vec<f64>>> {
    let mut cube = Cube::new(1);
    for benefit in 0..BENEFITS {
        let mut shape = facts.dalarna[benefit].clone();
        if Benefit::ALL[benefit] == Benefit::Introduction {
            // Few enough in Dalarna for the error of reading to show in riket.
            shape = smooth(&smooth(&shape));
        }
        // From Dalarna's size to riket's; what is left to move is little.
        let known = facts.years.get(&LEVEL_OF).and_then(|counts| counts.benefits[benefit]);
        let scale = known.context("helarsekvivalenter-riket.csv: a benefit is missing")?
            / mean(&shape, &window(year(LEVEL_OF)));
        cube.series_mut(0, benefit).iter_mut().zip(shape).for_each(|(value, shape)| *value = shape * scale);
    }
    let mut bounds = bounds(facts, adults);
    settle(&mut bounds, &mut cube, |_| (), |_| "riket".to_owned())?;
    Ok((0..BENEFITS).map(|benefit| cube.series(0, benefit).to_vec()).collect())
}

fn bounds(facts: &Facts, adults: &[f64]) -> Vec<Bound> {
    let mut bounds = Vec::new();
    let all = || (0..BENEFITS).collect::<Vec<_>>();
    for (at, counts) in facts.years.iter().filter(|(at, _)| **at >= 2014) {
        let mut bind = |benefits: Vec<usize>, count: f64| {
            let middle = count * BELOW_ANNUAL;
            let months = window(year(*at));
            bounds.push(Bound::new(vec![0], benefits, months, middle * (1.0 - ROOM), middle * (1.0 + ROOM)));
        };
        counts.each(|benefit, count| bind(vec![benefit], count));
        if let (None, Some(total)) = (counts.benefits[0], counts.total) {
            bind(all(), total);
        }
    }
    let mut bind = |benefits: Vec<usize>, months: &std::ops::Range<usize>, share: f64| {
        let of = |share: f64| share / 100.0 * mean(adults, months);
        bounds.push(Bound::new(vec![0], benefits, months.clone(), of(share - HALF_TENTH), of(share + HALF_TENTH)));
    };
    for printed in facts.printed.iter().filter(|printed| printed.area == AreaCode::Country) {
        printed.shares.each(|benefit, share| bind(vec![benefit], &printed.months, share));
        if let Some(share) = printed.shares.total {
            bind(all(), &printed.months, share);
        }
    }
    for share in facts.shares.iter().filter(|share| share.area == AreaCode::Country && share.usage == Usage::Bound) {
        bind(all(), &share.months, share.share);
    }
    bounds
}

impl Counts {
    fn each(&self, mut see: impl FnMut(usize, f64)) {
        for (benefit, count) in self.benefits.iter().enumerate() {
            if let Some(count) = count {
                see(benefit, *count);
            }
        }
    }
}

/// The mean of each month and its neighbours, the month counted twice.
fn smooth(series: &[f64]) -> Vec<f64> {
    let at = |month: usize| series[month.min(MONTHS - 1)];
    (0..MONTHS).map(|month| (at(month.saturating_sub(1)) + 2.0 * at(month) + at(month + 1)) / 4.0).collect()
}
