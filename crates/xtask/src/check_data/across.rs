//! The files of a table against each other: women and men against both, and the
//! kommuner against riket, where it holds them all. Numbers that the agency alters
//! at random, so that nobody can be recognised, need not add up.

use super::finding::{Finding, Rule};
use faktabank_tables::statistics::{Age, AreaCode, Cell, Content, Missing, Period, Sex, Table};
use std::collections::BTreeMap;

/// Sweden's kommuner, since 2003.
const KOMMUNER: usize = 290;

/// A number rounded to a whole one lies this far off (standard deviation); the
/// roundings of many numbers are independent, and six deviations never occur.
const ROUNDING: f64 = 0.29 * 6.0;

/// Persons without a kommun may be in riket: a part of it.
const WITHOUT_KOMMUN: f64 = 0.005;

/// The counts of a table, file by file.
#[derive(Default)]
pub(super) struct Across {
    series: BTreeMap<(Content, Age, Sex), BTreeMap<AreaCode, Series>>,
    periods: Vec<Period>,
}

struct Series {
    file: String,
    cells: Vec<Cell>,
    /// The expected error of each value.
    error: f64,
}

/// The cells of a series, without those that the agency has altered at random.
fn unaltered(table: &Table, cells: &[Cell]) -> Vec<Cell> {
    let keep =
        |(cell, period): (&Cell, &Period)| if table.is_perturbed(*period) { Err(Missing::NotAvailable) } else { *cell };
    cells.iter().zip(&table.periods).map(keep).collect()
}

impl Across {
    /// Adds the counts of one file.
    pub(super) fn add(&mut self, file: &str, table: &Table) {
        self.periods.clone_from(&table.periods);
        let mut cells = table.cells.chunks(table.periods.len().max(1));
        for &area in &table.areas {
            for &content in &table.contents {
                for &sex in &table.sexes {
                    for &age in &table.ages {
                        let Some(cells) = cells.next() else { return };
                        if content.is_additive() {
                            let (file, error) = (file.to_owned(), table.error_of(content));
                            let series = Series { file, cells: unaltered(table, cells), error };
                            self.series.entry((content, age, sex)).or_default().insert(area, series);
                        }
                    }
                }
            }
        }
    }

    /// Remarks on what does not add up.
    pub(super) fn check(&self, findings: &mut Vec<Finding>) {
        self.check_sexes(findings);
        self.check_country(KOMMUNER, findings);
    }

    fn check_sexes(&self, findings: &mut Vec<Finding>) {
        for ((content, age, sex), both) in &self.series {
            let of = |sex| self.series.get(&(*content, *age, sex));
            let (Sex::Both, Some(men), Some(women)) = (sex, of(Sex::Men), of(Sex::Women)) else { continue };
            for (area, both) in both {
                let (Some(men), Some(women)) = (men.get(area), women.get(area)) else { continue };
                let room = 1.5 + both.error + men.error + women.error;
                for (at, found) in both.cells.iter().enumerate() {
                    let (Ok(found), Ok(men), Ok(women)) = (found, men.cells[at], women.cells[at]) else { continue };
                    if (men + women - found).abs() > room {
                        let detail = format!("{found} where women and men add up to {} (±{room})", men + women);
                        findings.push(self.remark(both, (*area, *content, *age), at, Rule::Sexes, detail));
                    }
                }
            }
        }
    }

    /// What a kommun did not report counts as nothing in riket too.
    fn check_country(&self, kommuner: usize, findings: &mut Vec<Finding>) {
        for ((content, age, _), areas) in &self.series {
            let Some(country) = areas.get(&AreaCode::Country) else { continue };
            let parts: Vec<&Series> =
                areas.iter().filter(|(area, _)| area.is_municipality()).map(|(_, series)| series).collect();
            if parts.len() != kommuner {
                continue;
            }
            let count = (kommuner + 1) as f64;
            let room = ROUNDING * count.sqrt() + country.error * count;
            for (at, found) in country.cells.iter().enumerate() {
                let printed = |series: &&Series| match series.cells[at] {
                    Err(Missing::NotReported) => Some(0.0),
                    cell => cell.ok(),
                };
                let (Ok(found), Some(sum)) = (found, parts.iter().map(printed).sum::<Option<f64>>()) else { continue };
                if !(-room..=room + WITHOUT_KOMMUN * found).contains(&(found - sum)) {
                    let detail = format!("{found} where the kommuner add up to {sum} (±{room:.0})");
                    let cell = (AreaCode::Country, *content, *age);
                    findings.push(self.remark(country, cell, at, Rule::Country, detail));
                }
            }
        }
    }

    fn remark(
        &self,
        series: &Series,
        (area, content, age): (AreaCode, Content, Age),
        at: usize,
        rule: Rule,
        detail: String,
    ) -> Finding {
        let period = self.periods.get(at).map(ToString::to_string).unwrap_or_default();
        let cell = [area.to_string(), content.code().to_owned(), period, age.to_string()];
        Finding::of_cell(&series.file, &cell, rule, detail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topics;

    /// One month of an area, by sex and area: the findings.
    #[track_caller]
    fn check(cells: &[(Sex, AreaCode, Cell)], expected: &[&str]) {
        let content = topics::committed().content("ekonomiskt-bistand").unwrap();
        let mut across = Across { periods: Period::month(2025, 1).into_iter().collect(), ..Across::default() };
        for (sex, area, cell) in cells {
            let series = Series { file: "x.json".to_owned(), cells: vec![*cell], error: 0.0 };
            across.series.entry((content, Age::FROM_20_TO_64, *sex)).or_default().insert(*area, series);
        }
        let mut findings = Vec::new();
        across.check_sexes(&mut findings);
        across.check_country(2, &mut findings);
        let found: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }

    const FALUN: AreaCode = AreaCode::Municipality(2080);
    const MORA: AreaCode = AreaCode::Municipality(2062);

    #[test]
    fn women_and_men_make_both() {
        let cells = |both| [(Sex::Both, FALUN, Ok(both)), (Sex::Men, FALUN, Ok(40.0)), (Sex::Women, FALUN, Ok(50.0))];
        check(&cells(90.0), &[]);
        check(&cells(91.0), &[]);
        let place = "x.json: 2080 ekonomiskt-bistand 2025M01 20-64: sexes: ";
        check(&cells(93.0), &[&(place.to_owned() + "93 where women and men add up to 90 (±1.5)")]);
        check(&[(Sex::Both, FALUN, Ok(93.0)), (Sex::Men, FALUN, Ok(40.0))], &[]);
    }

    #[test]
    fn kommuner_make_riket_and_what_was_not_reported_counts_as_nothing() {
        let cells = |falun: Cell, riket: f64| {
            [(Sex::Both, AreaCode::Country, Ok(riket)), (Sex::Both, FALUN, falun), (Sex::Both, MORA, Ok(500.0))]
        };
        check(&cells(Ok(700.0), 1200.0), &[]);
        check(&cells(Err(Missing::NotReported), 500.0), &[]);
        let place = "x.json: 00 ekonomiskt-bistand 2025M01 20-64: country: ";
        let said = "1200 where the kommuner add up to 500 (±3)";
        check(&cells(Err(Missing::NotReported), 1200.0), &[&(place.to_owned() + said)]);
        // Not published is not known: there is nothing to compare.
        check(&cells(Err(Missing::NotAvailable), 1200.0), &[]);
    }
}
