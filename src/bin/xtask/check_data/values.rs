//! The cells of a table against each other: ranges, decimals, sums, shares.

use super::finding::{Finding, Rule};
use faktabank::statistics::{Age, AreaCode, Benefit, Content, Period, Sex, Table, Unit};

/// Values that a total is the sum of: one for each benefit.
const PARTS: f64 = Benefit::ALL.len() as f64;

/// Remarks on the cells of one file.
pub(super) fn check(file: &str, table: &Table, findings: &mut Vec<Finding>) {
    for &area in &table.areas {
        for &sex in &table.sexes {
            for &age in &table.ages {
                for &period in &table.periods {
                    Row { file, table, area, sex, age, period }.check(findings);
                }
            }
        }
    }
}

/// All contents of one area, sex, age and period.
struct Row<'a> {
    file: &'a str,
    table: &'a Table,
    area: AreaCode,
    sex: Sex,
    age: Age,
    period: Period,
}

impl Row<'_> {
    fn check(&self, findings: &mut Vec<Finding>) {
        for &content in &self.table.contents {
            self.check_value(content, findings);
        }
        self.check_sum(Content::Benefit, Content::Total, findings);
        self.check_sum(Content::BenefitShare, Content::Share, findings);
        for &content in &self.table.contents {
            self.check_share(content, findings);
        }
    }

    fn value(&self, content: Content) -> Option<f64> {
        self.table.cell(self.area, content, self.sex, self.age, self.period).ok()
    }

    fn remark(&self, content: Content, rule: Rule, detail: String, findings: &mut Vec<Finding>) {
        let mut cell = vec![self.area.to_string(), content.code().to_owned(), self.period.to_string()];
        // Said only where the table has more than one, as the totals' files have not.
        if self.table.sexes.len() > 1 {
            cell.push(self.sex.code().to_owned());
        }
        if self.table.ages.len() > 1 {
            cell.push(self.age.code().to_owned());
        }
        findings.push(Finding::of_cell(self.file, &cell, rule, detail));
    }

    fn check_value(&self, content: Content, findings: &mut Vec<Finding>) {
        let Some(value) = self.value(content) else { return };
        let most = if content.unit() == Unit::PerCent { 100.0 } else { f64::INFINITY };
        if !(0.0..=most).contains(&value) {
            self.remark(content, Rule::Range, format!("{value} cannot be"), findings);
        }
        let scaled = value / step(content);
        if (scaled - scaled.round()).abs() > 1e-6 {
            let detail = format!("{value} has more than {} decimals", content.decimals());
            self.remark(content, Rule::Decimals, detail, findings);
        }
    }

    /// The parts against the total, where all of them are there.
    fn check_sum(&self, part: fn(Benefit) -> Content, total: Content, findings: &mut Vec<Finding>) {
        let parts: Option<Vec<f64>> = Benefit::ALL.into_iter().map(|benefit| self.value(part(benefit))).collect();
        let (Some(parts), Some(found)) = (parts, self.value(total)) else { return };
        let sum: f64 = parts.iter().sum();
        // Each of the values is rounded by itself; errors of reading off are independent.
        let rounding = (PARTS + 1.0) * step(total) / 2.0;
        let reading = self.error(part(Benefit::ALL[0])) * PARTS.sqrt() + self.error(total);
        let tolerance = rounding + reading;
        if (sum - found).abs() > tolerance + 1e-9 {
            let detail = format!("{} where the parts add up to {} (±{})", say(found), say(sum), say(tolerance));
            self.remark(total, Rule::Sum, detail, findings);
        }
    }

    /// A share against its count and population, where both are there.
    fn check_share(&self, content: Content, findings: &mut Vec<Finding>) {
        let Some((numerator, denominator)) = content.ratio() else { return };
        let (Some(share), Some(count), Some(population)) =
            (self.value(content), self.value(numerator), self.value(denominator))
        else {
            return;
        };
        let computed = 100.0 * count / population;
        let rounding = step(content) / 2.0 + 100.0 * (step(numerator) / 2.0 + self.error(numerator)) / population;
        // A population of zero gives no finite share and so no agreement.
        if (computed - share).abs().partial_cmp(&(rounding + 1e-6)).is_none_or(|order| order.is_gt()) {
            let detail = format!("{share} where the counts give {} (±{})", say(computed), say(rounding));
            self.remark(content, Rule::Share, detail, findings);
        }
    }

    /// The error of reading off, which is given in helårspersoner.
    fn error(&self, content: Content) -> f64 {
        match content.unit() {
            Unit::FullYearEquivalents => self.table.error_of(content),
            Unit::Persons | Unit::PerCent => 0.0,
        }
    }
}

/// The last decimal that a contents is published with.
fn step(content: Content) -> f64 {
    0.1_f64.powi(i32::try_from(content.decimals()).unwrap_or(0))
}

/// A number for a person at a terminal: two decimals at most.
fn say(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
