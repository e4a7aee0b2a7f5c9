//! Both sexes together, 20–64 years, to women and men and the 65-year-olds.
//!
//! Women's part of each benefit is that of Uppsala läns kommuner, of which it
//! was published; the 65-year-olds follow the rules of each benefit.

use super::benefit::Benefit;
use super::chance::{Chance, factor};
use super::facts::{BENEFITS, Facts};
use super::fitting::Cube;
use super::people::{GROUPS, People, WOMEN};
use super::time::{MONTHS, lines, window};
use anyhow::Result;
use faktabank_tables::statistics::Sex;

/// Numbers of one kommun by group, benefit and month.
pub(super) type Cells<T> = [[Vec<T>; BENEFITS]; GROUPS];

/// Women's part of etableringsersättning against that of 2025, by year: more
/// men came in 2014–2016. An assumption.
const WOMEN_INTRODUCED: [(f64, f64); 5] = [(6.0, 0.70), (30.0, 0.65), (54.0, 0.80), (90.0, 0.92), (132.0, 1.0)];

/// How far a kommun's women lie from the mean in each benefit, as a part.
const SPREAD: f64 = 0.04;

/// The year of age above by those of 20–64 years before and after the age
/// limits rose from 65 to 66 years in 2023 (sjukersättning and the unemployment
/// insurance), in the order of the benefits. Assumptions.
const OLDER_BEFORE: [f64; BENEFITS] = [0.0, 0.012, 0.002, 0.0, 0.002, 0.006];
const OLDER_AFTER: [f64; BENEFITS] = [0.068, 0.034, 0.026, 0.028, 0.006, 0.013];

/// 65-year-olds by those of 20–64 years in riket, for a benefit and month.
pub(super) fn older_rate(benefit: usize, month: usize) -> f64 {
    // Those who turned 65 in 2023 were the first to stay, month by month.
    let first = window(super::facts::year(2023)).start;
    let after = (month + 1).saturating_sub(first).min(12) as f64 / 12.0;
    OLDER_BEFORE[benefit] + (OLDER_AFTER[benefit] - OLDER_BEFORE[benefit]) * after
}

/// Divides every kommun.
///
/// # Errors
///
/// If an area is not known.
pub(super) fn divide(facts: &Facts, people: &People, cube: &Cube) -> Result<Vec<Cells<f64>>> {
    let women = women_of_uppsala(facts);
    let introduced = lines(&WOMEN_INTRODUCED);
    let mut divided = Vec::new();
    for kommun in 0..facts.kommuner.len() {
        let older = people.older(kommun);
        let mut cells: Cells<f64> = Default::default();
        for benefit in 0..BENEFITS {
            let mut chance = Chance::of("women", kommun, benefit);
            let level = women[benefit] * factor(SPREAD * chance.bell());
            let unrest = chance.series(MONTHS, 0.95);
            for (month, both) in cube.series(kommun, benefit).iter().enumerate() {
                let moved = match Benefit::ALL[benefit] {
                    Benefit::Introduction => introduced[month],
                    _ => 1.0,
                };
                let spread = (0.3 / both.max(1.0).sqrt()).min(0.15);
                let share = (level * moved * factor(spread * unrest[month])).clamp(0.1, 0.9);
                cells[WOMEN][benefit].push(both * share);
            }
        }
        for by_sex in facts.uppsala.iter().filter(|by_sex| by_sex.sex == Sex::Women) {
            if facts.place_of(by_sex.area)? == kommun {
                for (benefit, wanted) in by_sex.exact().into_iter().enumerate() {
                    let series = &mut cells[WOMEN][benefit];
                    let months = by_sex.months.clone();
                    let found: f64 =
                        months.clone().map(|at| series[at] * (1.0 + older_rate(benefit, at) * older)).sum();
                    series.iter_mut().for_each(|value| *value *= wanted * months.len() as f64 / found);
                }
            }
        }
        let [men, women, older_men, older_women] = &mut cells;
        for (benefit, women) in women.iter_mut().enumerate() {
            for (month, both) in cube.series(kommun, benefit).iter().enumerate() {
                women[month] = women[month].min(both * 0.95);
                let rate = older_rate(benefit, month) * older;
                men[benefit].push(both - women[month]);
                older_women[benefit].push(women[month] * rate);
                older_men[benefit].push((both - women[month]) * rate);
            }
        }
        divided.push(cells);
    }
    Ok(divided)
}

fn women_of_uppsala(facts: &Facts) -> [f64; BENEFITS] {
    let mut shares = [0.0; BENEFITS];
    for (benefit, share) in shares.iter_mut().enumerate() {
        let sum = |sex: Sex| -> f64 {
            facts.uppsala.iter().filter(|row| row.sex == sex).map(|row| row.exact()[benefit]).sum()
        };
        *share = sum(Sex::Women) / (sum(Sex::Women) + sum(Sex::Men));
    }
    shares
}
