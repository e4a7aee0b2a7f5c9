//! The cells of a table that has arrived to what does not add up in it, by the
//! rules that its definition gives: each finding with the rule, the cell and
//! both numbers.

use super::definition::{Definition, Rule};
use super::resolve::Shape;
use faktabank_tables::statistics::{AreaKind, Areas, Cell, Content, Missing, Sex};

/// Roundings are independent of each other: the sum of many lies this many
/// standard deviations off once in a million times at most.
const DEVIATIONS: f64 = 5.0;

/// The standard deviation of rounding to whole numbers.
const ROUNDING: f64 = 0.288_675;

/// Something that does not add up.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    pub(super) rule: &'static str,
    /// Whether nobody may accept it.
    pub(super) is_error: bool,
    cell: usize,
    found: f64,
    /// What should be there, and in words by what it should.
    expected: f64,
    because: &'static str,
    tolerance: f64,
}

impl Finding {
    /// The finding in one line.
    pub(super) fn say(&self, shape: &Shape, areas: &Areas) -> String {
        let area = shape.areas[self.cell / shape.strides()[0]];
        let mut line = format!("{}: {} ({}): {} ", self.rule, shape.name(self.cell), areas.name(area), say(self.found));
        let (expected, tolerance) = (say(self.expected), say(self.tolerance));
        line += &format!("{} {expected}", self.because);
        if self.tolerance > 0.0 {
            line += &format!(" (±{tolerance})");
        }
        line
    }
}

/// Everything that does not add up, in the order of the rules.
pub(super) fn verify(definition: &Definition, shape: &Shape, cells: &[Cell]) -> Vec<Finding> {
    let mut check = Check { shape, cells, findings: Vec::new() };
    check.ranges();
    if definition.has(Rule::Sum) {
        for total in shape.contents.iter().filter(|content| content.is_total()) {
            let half = half_step(*total);
            check.each(|check, row| check.sum(row, *total, half));
        }
    }
    if definition.has(Rule::Share) {
        for ratio in check.ratios() {
            check.each(|check, row| check.share(row, &ratio));
        }
    }
    if definition.has(Rule::Sexes) {
        check.sexes();
    }
    if definition.has(Rule::Ages) {
        check.ages();
    }
    if definition.has(Rule::Country) {
        check.country(definition.without_municipality / 100.0);
    }
    check.findings
}

/// A rate with its counts, as distances from the first contents of a row.
struct Ratio {
    share: usize,
    of: usize,
    by: usize,
    per: f64,
    /// What rounding takes of it, and of what is divided.
    half: f64,
    half_of: f64,
}

struct Check<'a> {
    shape: &'a Shape,
    cells: &'a [Cell],
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn remark(&mut self, rule: Rule, cell: usize, found: f64, because: &'static str, expected: f64, tolerance: f64) {
        self.findings.push(Finding { rule: rule.name(), is_error: false, cell, found, expected, because, tolerance });
    }

    /// The distance from the first contents of a row to another.
    fn to(&self, content: Content) -> Option<usize> {
        Some(self.shape.contents.iter().position(|known| *known == content)? * self.shape.strides()[1])
    }

    /// What is not reported is 0 in the agency's own totals.
    fn as_printed(&self, cell: usize) -> Option<f64> {
        match self.cells[cell] {
            Ok(value) => Some(value),
            Err(Missing::NotReported) => Some(0.0),
            Err(_) => None,
        }
    }

    fn ranges(&mut self) {
        let per_content = self.shape.strides()[1];
        let most = |content: &Content| if content.is_rate() { 100.0 } else { f64::MAX };
        let most: Vec<f64> = self.shape.contents.iter().map(most).collect();
        for (cell, value) in self.cells.iter().enumerate() {
            let Ok(value) = *value else { continue };
            let most = most[cell / per_content % most.len()];
            if !(0.0..=most).contains(&value) {
                let (because, expected) = if value < 0.0 { ("is below", 0.0) } else { ("is above", most) };
                let finding =
                    Finding { rule: "range", is_error: true, cell, found: value, expected, because, tolerance: 0.0 };
                self.findings.push(finding);
            }
        }
    }

    /// Calls a rule with the first cell of each area, sex, age span and period.
    fn each(&mut self, rule: impl Fn(&mut Self, usize)) {
        let [per_area, per_content, ..] = self.shape.strides();
        for area in (0..self.cells.len()).step_by(per_area) {
            for cell in area..area + per_content {
                rule(self, cell);
            }
        }
    }

    fn sum(&mut self, row: usize, content: Content, half: f64) {
        let parts: Option<f64> = content.parts().map(|part| self.as_printed(row + self.to(part)?)).sum();
        let (Some(parts), Some(total)) = (parts, self.to(content)) else { return };
        let Ok(found) = self.cells[row + total] else { return };
        // Parts and total, each rounded by itself.
        let tolerance = (content.parts().count() + 1) as f64 * half;
        if (parts - found).abs() > tolerance {
            self.remark(Rule::Sum, row + total, found, "where the parts add up to", parts, tolerance);
        }
    }

    /// The rates of the table whose counts it holds too.
    fn ratios(&self) -> Vec<Ratio> {
        let ratio = |content: &Content| {
            let (of, by) = content.ratio()?;
            let (half, half_of) = (half_step(*content), half_step(of));
            Some(Ratio {
                share: self.to(*content)?,
                of: self.to(of)?,
                by: self.to(by)?,
                per: content.per(),
                half,
                half_of,
            })
        };
        self.shape.contents.iter().filter_map(ratio).collect()
    }

    fn share(&mut self, row: usize, ratio: &Ratio) {
        let cell = row + ratio.share;
        let (Ok(found), Ok(count), Ok(population)) =
            (self.cells[cell], self.cells[row + ratio.of], self.cells[row + ratio.by])
        else {
            return;
        };
        let expected = ratio.per * count / population;
        let tolerance = ratio.half + ratio.per * ratio.half_of / population;
        // Of nobody there is no share, and so no agreement.
        if population <= 0.0 || (expected - found).abs() > tolerance + 1e-6 {
            self.remark(Rule::Share, cell, found, "where count by population is", expected, tolerance);
        }
    }

    /// Calls a rule with the first cell of each period of each area and of what is
    /// counted: what women and men add up in.
    fn counts(&self) -> impl Iterator<Item = usize> + use<> {
        let [_, per_content, ..] = self.shape.strides();
        let is_counted = |content: &Content| !content.is_level();
        let counts: Vec<bool> = self.shape.contents.iter().map(is_counted).collect();
        let rows = self.cells.len() / per_content;
        (0..rows).filter(move |row| counts[row % counts.len()]).map(move |row| row * per_content)
    }

    fn sexes(&mut self) {
        let at = |sex| self.shape.sexes.iter().position(|known| *known == sex);
        let (Some(both), Some(men), Some(women)) = (at(Sex::Both), at(Sex::Men), at(Sex::Women)) else { return };
        let [_, _, per_sex, ..] = self.shape.strides();
        for row in self.counts() {
            for cell in row..row + per_sex {
                let (Ok(found), Ok(men), Ok(women)) = (
                    self.cells[cell + both * per_sex],
                    self.cells[cell + men * per_sex],
                    self.cells[cell + women * per_sex],
                ) else {
                    continue;
                };
                if (men + women - found).abs() > 1.5 {
                    let cell = cell + both * per_sex;
                    self.remark(Rule::Sexes, cell, found, "where women and men add up to", men + women, 1.5);
                }
            }
        }
    }

    fn ages(&mut self) {
        let ages = self.shape.ages.clone();
        for (narrow, wide) in (0..ages.len()).flat_map(|narrow| (0..ages.len()).map(move |wide| (narrow, wide))) {
            if narrow != wide && ages[wide].contains(ages[narrow]) {
                self.wider(narrow, wide);
            }
        }
    }

    /// No fewer in a span of ages than in one within it, by their places.
    fn wider(&mut self, narrow: usize, wide: usize) {
        let [.., per_sex, per_age, _] = self.shape.strides();
        for row in self.counts() {
            for sex in 0..self.shape.sexes.len() {
                for period in 0..per_age {
                    let cell = row + sex * per_sex + period;
                    let (Ok(fewer), Ok(found)) =
                        (self.cells[cell + narrow * per_age], self.cells[cell + wide * per_age])
                    else {
                        continue;
                    };
                    if found < fewer - 1.0 {
                        let cell = cell + wide * per_age;
                        self.remark(Rule::Ages, cell, found, "where the narrower span of ages has", fewer, 1.0);
                    }
                }
            }
        }
    }

    /// Riket against its kommuner; `without` is how much of it may belong to none.
    fn country(&mut self, without: f64) {
        let areas = &self.shape.areas;
        let municipalities: Vec<usize> = (0..areas.len()).filter(|at| areas[*at].is_municipality()).collect();
        let country = areas.iter().position(|area| area.kind() == AreaKind::Country);
        let Some(country) = country.filter(|_| !municipalities.is_empty()) else { return };
        let [per_area, per_content, ..] = self.shape.strides();
        let rounding = DEVIATIONS * ROUNDING * ((municipalities.len() + 1) as f64).sqrt();
        for (at, content) in self.shape.contents.iter().enumerate() {
            if !content.is_additive() {
                continue;
            }
            for cell in at * per_content..(at + 1) * per_content {
                let sum: Option<f64> = municipalities.iter().map(|area| self.as_printed(area * per_area + cell)).sum();
                let (Some(sum), Ok(found)) = (sum, self.cells[country * per_area + cell]) else { continue };
                let beyond = found - sum;
                if !(-rounding..=rounding + without * found).contains(&beyond) {
                    let tolerance = if beyond < 0.0 { rounding } else { rounding + without * found };
                    let cell = country * per_area + cell;
                    self.remark(Rule::Country, cell, found, "where the kommuner add up to", sum, tolerance);
                }
            }
        }
    }
}

/// Half of the last decimal that a contents is published with: what rounding takes.
fn half_step(content: Content) -> f64 {
    0.5 * 0.1_f64.powi(i32::try_from(content.decimals()).unwrap_or(0))
}

/// A number for a person at a terminal: two decimals at most.
pub(super) fn say(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
#[path = "verify_tests.rs"]
mod tests;
