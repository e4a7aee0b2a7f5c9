//! The cells of a table that has arrived to what does not add up in it, by the
//! rules that its definition gives: each finding with the rule, the cell and
//! both numbers. A check that lacks a cell is counted as one that was not made.

use super::definition::{Definition, Rule};
use super::empty;
use super::finding::{Finding, NotMade, Value, Verified, What};
use super::resolve::Shape;
use faktabank_tables::statistics::{AreaCode, AreaKind, Cell, Content, Missing, Sex};

/// Roundings are independent of each other, as is what an agency changes at
/// random: the sum of many lies this many standard deviations off once in a
/// million times at most.
const DEVIATIONS: f64 = 5.0;

/// The standard deviation of rounding to whole numbers.
const ROUNDING: f64 = 0.288_675;

/// Checks a table by every rule of its definition.
pub(super) fn verify(definition: &Definition, shape: &Shape, cells: &[Cell]) -> Verified {
    let mut check = Check { shape, cells, noise: definition.noise, found: Verified::default() };
    for empty in empty::find(shape, cells) {
        check.found.findings.push(Finding { rule: "empty", is_error: false, what: What::Empty(empty) });
    }
    check.ranges();
    if definition.has(Rule::Sum) {
        for total in check.totals(definition) {
            check.each(|check, row| check.sum(row, &total));
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
    if definition.has(Rule::Counties) {
        check.counties();
    }
    if definition.has(Rule::Country) {
        check.country(definition.without_municipality / 100.0);
    }
    check.found
}

/// A total with its parts, as distances from the first contents of a row.
struct Total {
    total: usize,
    parts: Vec<usize>,
    /// What rounding takes of each.
    half: f64,
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
    /// The standard deviation of what the agency changes a figure by at random.
    noise: f64,
    found: Verified,
}

impl Check<'_> {
    fn remark(&mut self, rule: Rule, cell: usize, found: f64, because: &'static str, expected: f64, tolerance: f64) {
        let value = Value { cell, found, expected, because, tolerance };
        self.found.findings.push(Finding { rule: rule.name(), is_error: false, what: What::Value(value) });
    }

    /// A check that could not be made.
    fn leave(&mut self, rule: Rule, cell: usize) {
        let left = &mut self.found.not_made;
        match left.iter_mut().find(|left| left.rule == rule.name()) {
            Some(left) => left.checks += 1,
            None => left.push(NotMade { rule: rule.name(), checks: 1, first: cell }),
        }
    }

    /// A cell and the sum of those that it is made of. Where one of them is missing
    /// the check is not made; where all are, there is nothing to check.
    fn sums(&mut self, rule: Rule, whole: usize, parts: impl Iterator<Item = usize>) -> Option<(f64, f64)> {
        // What was not reported was so of women and of men: nothing is the sum of one.
        let is_printed = rule != Rule::Sexes;
        let (mut sum, mut is_any, mut is_all) = (0.0, self.cells[whole].is_ok(), self.cells[whole].is_ok());
        for part in parts {
            is_any |= self.cells[part].is_ok();
            match if is_printed { self.as_printed(part) } else { self.cells[part].ok() } {
                Some(value) => sum += value,
                None => is_all = false,
            }
        }
        if is_any && !is_all {
            self.leave(rule, whole);
        }
        self.cells[whole].ok().filter(|_| is_all).map(|found| (found, sum))
    }

    /// How far the sum of so many figures may lie off for what was changed at random.
    fn random(&self, figures: usize) -> f64 {
        DEVIATIONS * self.noise * (figures as f64).sqrt()
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
                let what = What::Value(Value { cell, found: value, expected, because, tolerance: 0.0 });
                self.found.findings.push(Finding { rule: "range", is_error: true, what });
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

    /// The totals that the table holds with all their parts: those that are so
    /// everywhere, and those of this table.
    fn totals(&self, definition: &Definition) -> Vec<Total> {
        let contents = |code: &String| self.shape.contents.iter().copied().find(|known| known.code() == code);
        let everywhere = self.shape.contents.iter().filter(|content| content.is_total());
        let everywhere = everywhere.map(|total| (Some(*total), total.parts().map(Some).collect::<Vec<_>>()));
        let here = definition.sums.iter().map(|sum| (contents(&sum.total), sum.parts.iter().map(contents).collect()));
        let place = |(total, parts): (Option<Content>, Vec<Option<Content>>)| {
            let parts: Option<Vec<usize>> = parts.into_iter().map(|part| self.to(part?)).collect();
            Some(Total { total: self.to(total?)?, parts: parts?, half: half_step(total?) })
        };
        everywhere.chain(here).filter_map(place).collect()
    }

    fn sum(&mut self, row: usize, total: &Total) {
        let whole = row + total.total;
        let Some((found, parts)) = self.sums(Rule::Sum, whole, total.parts.iter().map(|part| row + part)) else {
            return;
        };
        // Parts and total, each rounded by itself.
        let figures = total.parts.len() + 1;
        let tolerance = figures as f64 * total.half + self.random(figures);
        if (parts - found).abs() > tolerance {
            self.remark(Rule::Sum, whole, found, "where the parts add up to", parts, tolerance);
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
        let three = [self.cells[cell], self.cells[row + ratio.of], self.cells[row + ratio.by]];
        let [Ok(found), Ok(count), Ok(population)] = three else {
            if three.iter().any(Result::is_ok) {
                self.leave(Rule::Share, cell);
            }
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
                let whole = cell + both * per_sex;
                let parts = [men, women].map(|sex| cell + sex * per_sex);
                let Some((found, sum)) = self.sums(Rule::Sexes, whole, parts.into_iter()) else { continue };
                let tolerance = 1.5 + self.random(3);
                if (sum - found).abs() > tolerance {
                    self.remark(Rule::Sexes, whole, found, "where women and men add up to", sum, tolerance);
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
                    let cells = [cell + narrow * per_age, cell + wide * per_age];
                    let (Ok(fewer), Ok(found)) = (self.cells[cells[0]], self.cells[cells[1]]) else {
                        if cells.iter().any(|cell| self.cells[*cell].is_ok()) {
                            self.leave(Rule::Ages, cells[1]);
                        }
                        continue;
                    };
                    let tolerance = 1.0 + self.random(2);
                    if found < fewer - tolerance {
                        let because = "where the narrower span of ages has";
                        self.remark(Rule::Ages, cells[1], found, because, fewer, tolerance);
                    }
                }
            }
        }
    }

    /// Each län against its kommuner.
    fn counties(&mut self) {
        for county in 0..self.shape.areas.len() {
            let area = self.shape.areas[county];
            if area.kind() == AreaKind::County {
                let members = self.places(|known| known.is_municipality() && known.county() == Some(area));
                self.areas(Rule::Counties, county, &members, "where its kommuner add up to", 0.0);
            }
        }
    }

    /// Riket against its kommuner, or its län; `without` is how much of it may belong to none.
    fn country(&mut self, without: f64) {
        let mut members = self.places(|area| area.is_municipality());
        let mut because = "where the kommuner add up to";
        if members.is_empty() {
            members = self.places(|area| area.kind() == AreaKind::County);
            because = "where the län add up to";
        }
        for country in self.places(|area| area.kind() == AreaKind::Country) {
            self.areas(Rule::Country, country, &members, because, without);
        }
    }

    /// The places of some of the areas.
    fn places(&self, is_one: impl Fn(AreaCode) -> bool) -> Vec<usize> {
        (0..self.shape.areas.len()).filter(|at| is_one(self.shape.areas[*at])).collect()
    }

    /// An area against those that it consists of, `without` what may belong to none of them.
    fn areas(&mut self, rule: Rule, whole: usize, members: &[usize], because: &'static str, without: f64) {
        if members.is_empty() {
            return;
        }
        let [per_area, per_content, ..] = self.shape.strides();
        let figures = members.len() + 1;
        let rounding = DEVIATIONS * ROUNDING * (figures as f64).sqrt() + self.random(figures);
        for (at, content) in self.shape.contents.iter().enumerate() {
            if !content.is_additive() {
                continue;
            }
            for cell in at * per_content..(at + 1) * per_content {
                let place = whole * per_area + cell;
                let parts = members.iter().map(|area| area * per_area + cell);
                let Some((found, sum)) = self.sums(rule, place, parts) else { continue };
                let beyond = found - sum;
                if !(-rounding..=rounding + without * found).contains(&beyond) {
                    let tolerance = if beyond < 0.0 { rounding } else { rounding + without * found };
                    self.remark(rule, place, found, because, sum, tolerance);
                }
            }
        }
    }
}

/// Half of the last decimal that a contents is published with: what rounding takes.
fn half_step(content: Content) -> f64 {
    0.5 * 0.1_f64.powi(i32::try_from(content.decimals()).unwrap_or(0))
}

#[cfg(test)]
#[path = "verify_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "gross_tests.rs"]
mod gross_tests;
