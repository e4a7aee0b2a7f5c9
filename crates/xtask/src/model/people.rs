//! Folkmängd, 20–64 years and the one year of age above, by kommun and sex.
//!
//! Riket is SCB's, and so are Dalarna's kommuner from 2020. The others are an
//! estimate: all ages less those to 19 and from 65, of whom those from 75 are
//! known by kommun and those of 65–74 for riket alone.

use super::chance::Chance;
use super::facts::{BySex, Facts, Labour, year};
use super::time::{MONTHS, lines, place};
use anyhow::{Context, Result};
use faktabank_tables::statistics::{AreaCode, Sex};
use std::ops::Range;

/// Groups of persons that are counted apart; all others are sums of them.
pub(super) const GROUPS: usize = 4;

/// The group of a sex (0 men, 1 women), 20–64 years; the 65-year-olds follow.
pub(super) const MEN: usize = 0;
/// See [`MEN`].
pub(super) const WOMEN: usize = 1;
/// From a group to the 65-year-olds of the same sex.
pub(super) const OLDER: usize = 2;

/// The last years of which ages are known by kommun.
const YEARS: [i32; 3] = [2013, 2017, 2021];
/// Men among persons of 20–64 years; an assumption, as are the next two.
const MEN_SHARE: f64 = 0.511;
/// Men among the 65-year-olds.
const OLDER_MEN_SHARE: f64 = 0.495;
/// 65-year-olds among those of 65–74 years: a little more than a tenth, since
/// the years of age above are thinner.
const OLDER_SHARE: f64 = 0.107;

/// How far a month lies from the line between two years, in square roots of
/// the persons: about as far as in BAS for Dalarna's kommuner.
const UNREST: f64 = 0.2;

/// Counts by kommun, group and month.
pub(super) struct People {
    counts: Vec<[Vec<i64>; GROUPS]>,
}

impl People {
    /// One group of one kommun.
    pub(super) fn of(&self, kommun: usize, group: usize) -> &[i64] {
        &self.counts[kommun][group]
    }

    /// Persons of 20–64 years in some kommuner together, by month.
    pub(super) fn adults(&self, kommuner: &[usize]) -> Vec<f64> {
        let sum = |month: usize| -> i64 {
            kommuner.iter().map(|&kommun| self.of(kommun, MEN)[month] + self.of(kommun, WOMEN)[month]).sum()
        };
        (0..MONTHS).map(|month| sum(month) as f64).collect()
    }

    /// 65-year-olds by persons of 20–64 years, against the same in riket.
    pub(super) fn older(&self, kommun: usize) -> f64 {
        let rate = |kommuner: &mut dyn Iterator<Item = usize>| {
            let (mut adults, mut older) = (0, 0);
            for kommun in kommuner {
                for sex in [MEN, WOMEN] {
                    adults += self.of(kommun, sex).iter().sum::<i64>();
                    older += self.of(kommun, sex + OLDER).iter().sum::<i64>();
                }
            }
            older as f64 / adults as f64
        };
        rate(&mut [kommun].into_iter()) / rate(&mut (0..self.counts.len()))
    }
}

/// A kommun before rounding.
struct Estimate {
    adults: Vec<f64>,
    older: Vec<f64>,
    men: f64,
}

/// Counts the persons.
///
/// # Errors
///
/// If a figure that it needs is not there.
pub(super) fn count(facts: &Facts) -> Result<People> {
    let riket = riket(facts)?;
    let mut estimates = estimates(facts, &riket)?;
    let known: Vec<Option<&Labour>> = facts.kommuner.iter().map(|kommun| facts.labour.get(kommun)).collect();
    for (estimate, labour) in estimates.iter_mut().zip(&known) {
        if let Some(labour) = labour {
            let scale = labour.population[0] / estimate.adults[Labour::FROM];
            estimate.adults.iter_mut().for_each(|adults| *adults *= scale);
            estimate.adults[Labour::FROM..].copy_from_slice(&labour.population);
        }
    }
    for share in &facts.shares {
        if let Some(count) = share.count {
            let estimate = &mut estimates[facts.place_of(share.area)?];
            let scale = 100.0 * count / share.share / mean(&estimate.adults, &share.months);
            estimate.adults.iter_mut().for_each(|adults| *adults *= scale);
        }
    }
    for pair in facts.uppsala.chunks(2) {
        fit_sexes(&mut estimates[facts.place_of(pair[0].area)?], pair);
    }
    for (month, riket) in riket.iter().enumerate() {
        round(&mut estimates, &known, month, *riket);
    }
    Ok(People { counts: estimates.iter().map(Estimate::groups).collect() })
}

/// Riket by month: SCB's years (31 December) on straight lines, BAS from 2020.
fn riket(facts: &Facts) -> Result<Vec<f64>> {
    let mut knots = Vec::new();
    for at in 2013..2020 {
        let population = facts.years.get(&at).and_then(|counts| counts.population);
        knots.push((
            december(at),
            population.with_context(|| format!("helarsekvivalenter-riket.csv: no folkmängd of riket in {at}"))?,
        ));
    }
    let labour = facts.labour.get(&AreaCode::Country).context("bas.csv: no riket")?;
    let mut riket = lines(&knots);
    riket[Labour::FROM..].copy_from_slice(&labour.population);
    Ok(riket)
}

fn december(at: i32) -> f64 {
    f64::from(place(year(at).last_month()))
}

fn estimates(facts: &Facts, riket: &[f64]) -> Result<Vec<Estimate>> {
    let sum = |at: i32, column: usize| -> f64 {
        facts.kommuner.iter().filter_map(|kommun| facts.population[&(*kommun, at)][column]).sum()
    };
    let adults_of = |at: i32| facts.years.get(&at).and_then(|counts| counts.population).context("folkmängd of riket");
    // Those of 65–74 years by those from 75, in riket.
    let mut elderly = Vec::new();
    for at in YEARS {
        let rest = sum(at, 0) - sum(at, 1) - sum(at, 2) - adults_of(at)?;
        elderly.push(rest / sum(at, 2));
    }
    let share_in_2021 = adults_of(2021)? / sum(2021, 0);
    let mut estimates = Vec::new();
    for (index, kommun) in facts.kommuner.iter().enumerate() {
        let (mut adults, mut older) = (Vec::new(), Vec::new());
        for (at, rate) in YEARS.into_iter().zip(&elderly) {
            let [all, young, old] = facts.population[&(*kommun, at)];
            let missing = || format!("folkmangd-kommuner.csv: ages of {kommun} in {at}");
            let (all, young, old) =
                (all.with_context(missing)?, young.with_context(missing)?, old.with_context(missing)?);
            adults.push((december(at), all - young - old * (1.0 + rate)));
            older.push((december(at), old * rate * OLDER_SHARE));
        }
        let all_of = |at: i32| facts.population[&(*kommun, at)][0].context("folkmangd-kommuner.csv: alla");
        let share = adults[2].1 / all_of(2021)?;
        for at in [2024, 2025] {
            // The share of these ages moves in a kommun as it does in riket.
            let moved = riket[december(at) as usize] / sum(at, 0) / share_in_2021;
            adults.push((december(at), all_of(at)? * share * moved));
        }
        let older_rate = older[2].1 / adults[2].1;
        let mut estimate = Estimate {
            adults: lines(&adults),
            older: lines(&older),
            // Where the young have moved away, more women than men have.
            men: MEN_SHARE + 0.3 * (older_rate - 0.02) + 0.004 * Chance::of("men", index, 0).bell(),
        };
        let unrest = Chance::of("moves", index, 0).series(MONTHS, 0.85);
        for (adults, unrest) in estimate.adults.iter_mut().zip(unrest) {
            *adults += UNREST * adults.sqrt() * unrest;
        }
        estimates.push(estimate);
    }
    Ok(estimates)
}

/// Moves an estimate so that the printed counts by sex give the printed shares.
fn fit_sexes(estimate: &mut Estimate, pair: &[BySex]) {
    let mut fitted = [0.0; 2];
    let (adults, older) = (mean(&estimate.adults, &pair[0].months), mean(&estimate.older, &pair[0].months));
    for by_sex in pair {
        let (group, share, older_share) = match by_sex.sex {
            Sex::Women => (WOMEN, 1.0 - estimate.men, 1.0 - OLDER_MEN_SHARE),
            _ => (MEN, estimate.men, OLDER_MEN_SHARE),
        };
        // Rounded up by a half on average; well within the rounding of the share.
        let of_share = |share: f64| 100.0 * (by_sex.total - 0.5) / share;
        fitted[group] =
            (adults * share + older * older_share).clamp(of_share(by_sex.share + 0.03), of_share(by_sex.share - 0.03));
    }
    let scale = (fitted[MEN] + fitted[WOMEN]) / (adults + older);
    estimate.men = (fitted[MEN] - scale * older * OLDER_MEN_SHARE) / (scale * adults);
    estimate.adults.iter_mut().chain(&mut estimate.older).for_each(|count| *count *= scale);
}

/// One month to whole persons who add up to riket; known kommuner stay.
fn round(estimates: &mut [Estimate], known: &[Option<&Labour>], month: usize, riket: f64) {
    let stays = |kommun: usize| known[kommun].is_some() && month >= Labour::FROM;
    let (mut fixed, mut free) = (0.0, 0.0);
    for (kommun, estimate) in estimates.iter_mut().enumerate() {
        let adults = &mut estimate.adults[month];
        if stays(kommun) {
            fixed += *adults;
        } else {
            free += *adults;
        }
    }
    let scale = (riket.round() - fixed) / free;
    let mut remainders = Vec::new();
    let mut rest = riket.round() - fixed;
    for (kommun, estimate) in estimates.iter_mut().enumerate().filter(|(kommun, _)| !stays(*kommun)) {
        let exact = estimate.adults[month] * scale;
        estimate.adults[month] = exact.floor();
        rest -= exact.floor();
        remainders.push((exact - exact.floor(), kommun));
    }
    remainders.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    for (_, kommun) in remainders.into_iter().take(rest as usize) {
        estimates[kommun].adults[month] += 1.0;
    }
}

impl Estimate {
    fn groups(&self) -> [Vec<i64>; GROUPS] {
        let whole = |share: f64, counts: &[f64]| counts.iter().map(|count| (count * share).round() as i64).collect();
        let men: Vec<i64> = whole(self.men, &self.adults);
        let women = self.adults.iter().zip(&men).map(|(adults, men)| *adults as i64 - men).collect();
        [men, women, whole(OLDER_MEN_SHARE, &self.older), whole(1.0 - OLDER_MEN_SHARE, &self.older)]
    }
}

/// The mean of some months.
pub(super) fn mean(values: &[f64], months: &Range<usize>) -> f64 {
    values[months.clone()].iter().sum::<f64>() / months.len() as f64
}
