//! The kommuner by benefit and month, 20–64 years, before rounding: levels and
//! the months of riket and Dalarna, with the unrest of small numbers, moved
//! until everything published is kept.

use super::chance::{Chance, factor};
use super::delivery::{ASSISTANCE, is_missing};
use super::facts::{BENEFITS, Facts, Usage, year};
use super::fitting::{Bound, Cube, settle};
use super::levels;
use super::people::{People, mean};
use super::persons::older_rate;
use super::printed::{self, Target};
use super::riket::HALF_TENTH;
use super::time::{MONTHS, lines, window};
use anyhow::Result;
use faktabank_tables::statistics::AreaCode;
use std::collections::BTreeSet;
use std::ops::Range;

/// How much of one month's unrest is left in the next: the part of those
/// supported who still are. Next to all with sjukersättning, fewest with
/// sjukpenning and arbetslöshetsersättning. Assumptions.
const MEMORY: [f64; BENEFITS] = [0.985, 0.80, 0.90, 0.80, 0.93, 0.87];

/// How far a kommun drifts from riket over the years, as a part.
const DRIFT: f64 = 0.035;

/// Months between the turns of a drift.
const TURN: usize = 18;

/// All kommuner; riket is by benefit and month.
///
/// # Errors
///
/// If a figure that it needs is not there, or not all bounds can be kept.
pub(super) fn fit(facts: &Facts, people: &People, riket: &[Vec<f64>]) -> Result<Cube> {
    let everybody: Vec<usize> = (0..facts.kommuner.len()).collect();
    let dalarna = facts.members(AreaCode::DALARNA);
    let others: Vec<usize> = everybody.iter().copied().filter(|kommun| !dalarna.contains(kommun)).collect();
    let of_dalarna = dalarna_sums(facts);
    let printed = printed::targets(facts, people)?;
    let mut cube = prior(facts, people, &printed, riket, &of_dalarna)?;
    let of_others = others_sums(facts, &mut cube, riket, &of_dalarna, &others);
    let mut bounds = bounds(facts, people, &printed, riket)?;
    let rake = |cube: &mut Cube| {
        for benefit in 0..BENEFITS {
            cube.rake(&dalarna, benefit, &of_dalarna[benefit]);
            cube.rake(&others, benefit, &of_others[benefit]);
        }
    };
    settle(&mut bounds, &mut cube, rake, |kommun| facts.kommuner[kommun].to_string())?;
    Ok(cube)
}

/// Dalarna's months: what was read off for each benefit, moved by an equal
/// part of what the total differs from their sum.
fn dalarna_sums(facts: &Facts) -> Vec<Vec<f64>> {
    let parts = &facts.dalarna[..BENEFITS];
    let total = &facts.dalarna[BENEFITS];
    let rest = |month: usize| total[month] - parts.iter().map(|part| part[month]).sum::<f64>();
    parts.iter().map(|part| (0..MONTHS).map(|month| part[month] + rest(month) / BENEFITS as f64).collect()).collect()
}

/// What is left of riket, without what was not delivered; that is then taken
/// out of the cube.
fn others_sums(
    facts: &Facts,
    cube: &mut Cube,
    riket: &[Vec<f64>],
    dalarna: &[Vec<f64>],
    others: &[usize],
) -> Vec<Vec<f64>> {
    let mut sums: Vec<Vec<f64>> = riket
        .iter()
        .zip(dalarna)
        .map(|(riket, dalarna)| riket.iter().zip(dalarna).map(|(riket, dalarna)| riket - dalarna).collect())
        .collect();
    for (kommun, code) in facts.kommuner.iter().enumerate() {
        for month in (0..MONTHS).filter(|month| is_missing(*code, *month)) {
            let value = &mut cube.series_mut(kommun, ASSISTANCE)[month];
            if others.contains(&kommun) {
                sums[ASSISTANCE][month] -= *value;
            }
            *value = 0.0;
        }
    }
    sums
}

fn prior(facts: &Facts, people: &People, printed: &[Target], riket: &[Vec<f64>], dalarna: &[Vec<f64>]) -> Result<Cube> {
    let everybody: Vec<usize> = (0..facts.kommuner.len()).collect();
    let (adults, adults_of_dalarna) = (people.adults(&everybody), people.adults(&facts.members(AreaCode::DALARNA)));
    let levels = levels::of_all(facts, riket)?;
    let mut cube = Cube::new(facts.kommuner.len());
    for kommun in everybody {
        let own = people.adults(&[kommun]);
        let common = drift(kommun, BENEFITS);
        let in_dalarna = facts.kommuner[kommun].county() == Some(AreaCode::DALARNA);
        let (shape, of) = if in_dalarna { (dalarna, &adults_of_dalarna) } else { (riket, &adults) };
        let level = match printed_level(facts, people, printed, kommun, (shape, of))? {
            Some(level) => level,
            None if in_dalarna => levels::of_dalarna(facts, kommun)?,
            None => levels[kommun],
        };
        for benefit in 0..BENEFITS {
            let own_drift = drift(kommun, benefit);
            let unrest = Chance::of("unrest", kommun, benefit).series(MONTHS, MEMORY[benefit]);
            for (month, value) in cube.series_mut(kommun, benefit).iter_mut().enumerate() {
                let drift = factor(common[month] + own_drift[month]);
                let smooth = shape[benefit][month] * own[month] / of[month] * level[benefit] * drift;
                // A count of people who come and go varies by its square root.
                let spread = (1.0 / smooth.max(1.0).sqrt()).min(0.5);
                *value = smooth * factor(spread * unrest[month]);
            }
        }
    }
    Ok(cube)
}

fn drift(kommun: usize, benefit: usize) -> Vec<f64> {
    let mut chance = Chance::of("drift", kommun, benefit);
    let turns = (0..=MONTHS).step_by(TURN).map(|month| (month as f64, DRIFT * chance.bell()));
    lines(&turns.collect::<Vec<_>>())
}

/// The level of a kommun whose benefits were printed, against riket or the län
/// in the same months; the mean where that was more than once.
fn printed_level(
    facts: &Facts,
    people: &People,
    printed: &[Target],
    kommun: usize,
    (shape, adults): (&[Vec<f64>], &[f64]),
) -> Result<Option<[f64; BENEFITS]>> {
    let own = people.adults(&[kommun]);
    let against = |months: &Range<usize>, counts: [f64; BENEFITS]| {
        let size = mean(&own, months) / mean(adults, months);
        std::array::from_fn::<f64, BENEFITS, _>(|benefit| counts[benefit] / size / mean(&shape[benefit], months))
    };
    let mut levels = Vec::new();
    for row in printed.iter().filter(|row| row.kommun == kommun) {
        levels.push(against(&row.months, row.benefits));
    }
    for pair in facts.uppsala.chunks(2) {
        if facts.place_of(pair[0].area)? == kommun {
            let months = &pair[0].months;
            let counts = std::array::from_fn(|benefit| {
                let count: f64 = pair.iter().map(|by_sex| by_sex.exact()[benefit]).sum();
                count / (1.0 + older_rate(benefit, months.start) * people.older(kommun))
            });
            levels.push(against(months, counts));
        }
    }
    let mean = |benefit: usize| levels.iter().map(|level| level[benefit]).sum::<f64>() / levels.len() as f64;
    Ok((!levels.is_empty()).then(|| std::array::from_fn(mean)))
}

fn bounds(facts: &Facts, people: &People, printed: &[Target], riket: &[Vec<f64>]) -> Result<Vec<Bound>> {
    let all = || (0..BENEFITS).collect::<Vec<_>>();
    let mut bounds = Vec::new();
    for row in printed {
        for (benefit, target) in row.benefits.iter().enumerate() {
            bounds.push(Bound::new(vec![row.kommun], vec![benefit], row.months.clone(), *target, *target));
        }
    }
    for pair in facts.uppsala.chunks(2) {
        let kommun = facts.place_of(pair[0].area)?;
        for benefit in 0..BENEFITS {
            let target: f64 = pair.iter().map(|by_sex| by_sex.exact()[benefit]).sum();
            let mut bound = Bound::new(vec![kommun], vec![benefit], pair[0].months.clone(), target, target);
            bound.counts = Some((0..MONTHS).map(|at| 1.0 + older_rate(benefit, at) * people.older(kommun)).collect());
            bounds.push(bound);
        }
    }
    let share_of = |area: AreaCode, months: &Range<usize>, low: f64, high: f64| {
        let units = facts.members(area);
        let adults = mean(&people.adults(&units), months) / 100.0;
        Bound::new(units, all(), months.clone(), low * adults, high * adults)
    };
    for share in facts.shares.iter().filter(|share| is_fitted(share.area)) {
        let (low, high) = match share.usage {
            Usage::Bound => (share.share - HALF_TENTH, share.share + HALF_TENTH),
            Usage::Floor => (share.share, share.share + ABOVE_FLOOR),
            Usage::Relative => {
                let then = share_of_riket(facts, people, riket, &share.months);
                let wanted = share.share / RIKET_IN_2015 * then;
                (wanted - HALF_TENTH, wanted + HALF_TENTH)
            }
            Usage::No => continue,
        };
        let mut bound = share_of(share.area, &share.months, low, high);
        for row in printed {
            if bound.units == [row.kommun] {
                bound.leave_out(&row.months, row.benefits.iter().sum());
            }
        }
        bounds.push(bound);
    }
    // None was lower or higher than those that the source of 2023 names; whose
    // year or the one before is known is left alone.
    let months = window(year(2023));
    let near = |area: AreaCode| {
        facts.shares.iter().any(|share| share.area == area && share.usage == Usage::Bound)
            || facts.uppsala.iter().any(|by_sex| by_sex.area == area)
    };
    let counties: BTreeSet<_> = facts.kommuner.iter().filter_map(|kommun| kommun.county()).collect();
    for county in counties.into_iter().filter(|county| is_fitted(*county) && !near(*county)) {
        bounds.push(share_of(county, &months, 9.5, 15.9));
    }
    let elsewhere = facts.kommuner.iter().filter(|kommun| kommun.county() != Some(AreaCode::DALARNA));
    for kommun in elsewhere.filter(|kommun| !near(**kommun)) {
        bounds.push(share_of(*kommun, &months, 5.9, 20.4));
    }
    Ok(bounds)
}

/// What the list of 2015 gives for riket, per cent.
const RIKET_IN_2015: f64 = 14.3;

/// How far above a share that lacks most etableringsersättning the whole may lie.
const ABOVE_FLOOR: f64 = 2.0;

/// Riket and Dalarna have series of their own.
fn is_fitted(area: AreaCode) -> bool {
    area != AreaCode::Country && area != AreaCode::DALARNA
}

fn share_of_riket(facts: &Facts, people: &People, riket: &[Vec<f64>], months: &Range<usize>) -> f64 {
    let total: f64 = riket.iter().map(|series| mean(series, months)).sum();
    100.0 * total / mean(&people.adults(&facts.members(AreaCode::Country)), months)
}
