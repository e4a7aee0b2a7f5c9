//! How high a kommun's share lies, and of which benefits it is made up, before
//! anything binds it: what was printed of it, else its place among the 290.

use super::benefit::Benefit;
use super::chance::{Chance, factor};
use super::facts::{BENEFITS, Facts, Labour, Usage, year};
use super::people::mean;
use super::time::window;
use anyhow::{Context, Result};
use faktabank_tables::statistics::AreaCode;

/// The share of riket about 2022, which the shares below are of.
const RIKET: f64 = 11.95;

/// Shares by place among the 290 kommuner about 2022, per cent. Published: the
/// places 23, 31, 62 and 245, and the ends (2023; the outer ten of 2017).
const PLACES: [(f64, f64); 9] = [
    (1.0, 20.3),
    (10.0, 18.1),
    (23.0, 16.5),
    (31.0, 15.9),
    (62.0, 15.0),
    (150.0, 12.9),
    (245.0, 9.8),
    (281.0, 7.0),
    (290.0, 5.9),
];

/// How much chance, against growth in two decades, decides a kommun's place:
/// so much that the kommuner's shares make up about riket's, as they must.
const UNLIKE: f64 = 1.9;

/// How much of a kommun's distance from riket is in each benefit: an
/// assumption. Sickness lies closest to the same everywhere.
const SLOPES: [f64; BENEFITS] = [1.1, 0.6, 1.2, 0.8, 0.8, 1.4];

/// How much kommuner of the same share differ in each benefit: an assumption.
const SPREADS: [f64; BENEFITS] = [0.14, 0.11, 0.17, 0.17, 0.40, 0.28];

/// The size of each benefit in each kommun against riket's, 1 being the same
/// share of the population.
///
/// # Errors
///
/// If a figure that it needs is not there.
pub(super) fn of_all(facts: &Facts, riket: &[Vec<f64>]) -> Result<Vec<[f64; BENEFITS]>> {
    let shares = shares(facts)?;
    let months = window(year(2022));
    let total: f64 = riket.iter().map(|series| mean(series, &months)).sum();
    let parts: Vec<f64> = riket.iter().map(|series| mean(series, &months) / total).collect();
    let mut levels = Vec::new();
    for (index, share) in shares.into_iter().enumerate() {
        let apart = share / RIKET - 1.0;
        let mut level = [0.0; BENEFITS];
        for (benefit, level) in level.iter_mut().enumerate() {
            let mix = SPREADS[benefit] * Chance::of("mix", index, benefit).bell();
            *level = (1.0 + SLOPES[benefit] * apart).max(0.2) * factor(mix);
        }
        let together: f64 = level.iter().zip(&parts).map(|(level, part)| level * part).sum();
        level.iter_mut().for_each(|level| *level *= share / RIKET / together);
        levels.push(level);
    }
    Ok(levels)
}

/// The same for a kommun of Dalarna, 1 being the share of Dalarna: of its
/// unemployed and sick (BAS), and of those with ekonomiskt bistånd in 2021.
///
/// # Errors
///
/// If a figure of the kommun is not there.
pub(super) fn of_dalarna(facts: &Facts, kommun: usize) -> Result<[f64; BENEFITS]> {
    let code = facts.kommuner[kommun];
    let rate = |area: AreaCode, status: fn(&Labour) -> &Vec<f64>| {
        facts.labour.get(&area).map(|labour| labour.rate(status)).with_context(|| format!("bas.csv: no {area}"))
    };
    let assistance = |area| {
        let share = facts.assistance.get(&area).copied();
        share.with_context(|| format!("ekonomiskt-bistand-2021.csv: no {area}"))
    };
    let dalarna = AreaCode::DALARNA;
    let unemployed = rate(code, |labour| &labour.unemployed)? / rate(dalarna, |labour| &labour.unemployed)?;
    let sick = rate(code, |labour| &labour.sick)? / rate(dalarna, |labour| &labour.sick)?;
    let assisted = assistance(code)? / assistance(dalarna)?;
    Ok(Benefit::ALL.map(|benefit| match benefit {
        Benefit::Disability | Benefit::Sickness => sick,
        Benefit::Programme | Benefit::Unemployment => unemployed,
        Benefit::Introduction => f64::midpoint(unemployed, assisted),
        Benefit::Assistance => assisted,
    }))
}

/// A share about 2022 for each kommun: known, or by its place.
fn shares(facts: &Facts) -> Result<Vec<f64>> {
    let mut known: Vec<Option<f64>> = vec![None; facts.kommuner.len()];
    for pair in facts.uppsala.chunks(2) {
        let population: f64 = pair.iter().map(|by_sex| by_sex.total / by_sex.share).sum();
        let total: f64 = pair.iter().map(|by_sex| by_sex.total).sum();
        known[facts.place_of(pair[0].area)?] = Some(total / population);
    }
    for printed in &facts.printed {
        if let (Ok(kommun), Some(share)) = (facts.place_of(printed.area), printed.shares.total) {
            known[kommun] = Some(share);
        }
    }
    // The oldest first, so that the newest of a kommun stays.
    for share in &facts.shares {
        if let Ok(kommun) = facts.place_of(share.area) {
            // Riket was 13.3 per cent in the same list of 2017.
            let then = if share.usage == Usage::Floor { 13.3 } else { RIKET };
            known[kommun] = Some(share.share * RIKET / then);
        }
    }
    let mut free: Vec<(f64, usize)> = Vec::new();
    for (kommun, code) in facts.kommuner.iter().enumerate().filter(|(kommun, _)| known[*kommun].is_none()) {
        let all = |year: i32| facts.population[&(*code, year)][0].context("folkmangd-kommuner.csv: alla");
        // Where fewer live than twenty years ago the share is mostly higher.
        let growth = all(2024)? / all(2005)? - 1.0;
        free.push((growth / 0.18 + UNLIKE * Chance::of("share", kommun, 0).bell(), kommun));
    }
    free.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let mut places = free_places(&known);
    for (_, kommun) in free {
        known[kommun] = places.next();
    }
    known.into_iter().map(|share| share.context("a kommun has no place")).collect()
}

/// The shares of the places that no known kommun takes, highest first.
fn free_places(known: &[Option<f64>]) -> impl Iterator<Item = f64> + use<> {
    let mut shares: Vec<Option<f64>> = (1..=known.len()).map(|place| Some(share_at(place as f64))).collect();
    for share in known.iter().flatten() {
        let distance = |place: &Option<f64>| place.map_or(f64::INFINITY, |at| (at - share).abs());
        let nearest =
            (0..shares.len()).min_by(|one, other| distance(&shares[*one]).total_cmp(&distance(&shares[*other])));
        if let Some(nearest) = nearest {
            shares[nearest] = None;
        }
    }
    shares.into_iter().flatten()
}

fn share_at(place: f64) -> f64 {
    let pair = PLACES.windows(2).find(|pair| place <= pair[1].0);
    pair.map_or(PLACES[0].1, |pair| {
        let ((from, high), (to, low)) = (pair[0], pair[1]);
        high + (low - high) * (place - from) / (to - from)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_the_published_shares_and_are_given_once() {
        for (place, share) in PLACES {
            assert!((share_at(place) - share).abs() < 1e-9, "{place}");
        }
        let mut known = vec![None; 290];
        known[7] = Some(15.0);
        let free: Vec<f64> = free_places(&known).collect();
        assert_eq!(free.len(), 289);
        assert!(free.windows(2).all(|pair| pair[0] > pair[1]));
        assert!(!free.contains(&15.0));
    }
}
