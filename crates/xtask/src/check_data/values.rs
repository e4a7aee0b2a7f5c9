//! The cells of a table against each other: ranges, decimals, sums, shares.

use super::finding::{Finding, Rule};
use faktabank_tables::statistics::{AreaCode, Cell, Content, Table};

/// Remarks on the cells of one file.
pub(super) fn check(file: &str, table: &Table, findings: &mut Vec<Finding>) {
    let rules = Rules::of(table);
    let per_content = table.sexes.len() * table.ages.len() * table.periods.len();
    for (area, cells) in table.areas.iter().zip(table.cells.chunks(table.cells_per_area())) {
        for start in 0..per_content {
            let row = Row { file, table, area: *area, cells, start, per_content };
            row.check(&rules, findings);
        }
    }
}

/// What holds for a table's contents, by their positions; found once, since a
/// table has millions of cells.
struct Rules {
    /// The most that each can be, and the last decimal that it is published with.
    each: Vec<(f64, f64)>,
    /// Parts and their total.
    sums: Vec<(Vec<usize>, usize)>,
    /// Shares with their counts, or what their counts are the sum of, and populations.
    shares: Vec<(usize, Vec<usize>, usize)>,
}

impl Rules {
    fn of(table: &Table) -> Self {
        let at = |content: Content| table.contents.iter().position(|known| *known == content);
        // A total and its parts; or their printed shares.
        let sum = |total: &Content, of: fn(Content) -> Option<Content>| {
            let parts: Option<Vec<usize>> = total.parts().map(|part| at(of(part)?)).collect();
            Some((parts?, at(of(*total)?)?))
        };
        let totals = || table.contents.iter().filter(|content| content.is_total());
        let share = |content: &Content| {
            let (numerator, denominator) = content.ratio()?;
            let parts = || numerator.parts().map(at).collect::<Option<Vec<_>>>().filter(|parts| !parts.is_empty());
            Some((at(*content)?, at(numerator).map(|at| vec![at]).or_else(parts)?, at(denominator)?))
        };
        let most = |content: &Content| if content.is_rate() { 100.0 } else { f64::INFINITY };
        Self {
            each: table.contents.iter().map(|content| (most(content), step(*content))).collect(),
            sums: totals()
                .filter_map(|total| sum(total, Some))
                .chain(totals().filter_map(|it| sum(it, Content::share)))
                .collect(),
            shares: table.contents.iter().filter_map(share).collect(),
        }
    }
}

/// All contents of one area, sex, age and period.
struct Row<'a> {
    file: &'a str,
    table: &'a Table,
    area: AreaCode,
    /// The cells of the area, the first of the row, and how far apart they lie.
    cells: &'a [Cell],
    start: usize,
    per_content: usize,
}

impl Row<'_> {
    fn check(&self, rules: &Rules, findings: &mut Vec<Finding>) {
        for (content, (most, step)) in rules.each.iter().enumerate() {
            self.check_value(content, *most, *step, findings);
        }
        for (parts, total) in &rules.sums {
            self.check_sum(parts, *total, findings);
        }
        for share in &rules.shares {
            self.check_share(share, findings);
        }
    }

    fn value(&self, content: usize) -> Option<f64> {
        self.cells[self.start + content * self.per_content].ok()
    }

    fn remark(&self, content: Content, rule: Rule, detail: String, findings: &mut Vec<Finding>) {
        let (ages, periods) = (self.table.ages.len(), self.table.periods.len());
        let period = self.table.periods[self.start % periods];
        let mut cell = vec![self.area.to_string(), content.code().to_owned(), period.to_string()];
        // Said only where the table has more than one, as the totals' files have not.
        if self.table.sexes.len() > 1 {
            cell.push(self.table.sexes[self.start / (ages * periods)].code().to_owned());
        }
        if ages > 1 {
            cell.push(self.table.ages[self.start / periods % ages].to_string());
        }
        findings.push(Finding::of_cell(self.file, &cell, rule, detail));
    }

    fn check_value(&self, at: usize, most: f64, step: f64, findings: &mut Vec<Finding>) {
        let (Some(value), content) = (self.value(at), self.table.contents[at]) else { return };
        if !(0.0..=most).contains(&value) {
            self.remark(content, Rule::Range, format!("{value} cannot be"), findings);
        }
        let scaled = value / step;
        if (scaled - scaled.round()).abs() > 1e-6 {
            let detail = format!("{value} has more than {} decimals", content.decimals());
            self.remark(content, Rule::Decimals, detail, findings);
        }
    }

    /// The parts against the total, where all of them are there.
    fn check_sum(&self, parts: &[usize], total: usize, findings: &mut Vec<Finding>) {
        let sum: Option<f64> = parts.iter().map(|part| self.value(*part)).sum();
        let (Some(sum), Some(found)) = (sum, self.value(total)) else { return };
        let (part, total) = (self.table.contents[parts[0]], self.table.contents[total]);
        // Each of the values is rounded by itself; errors of reading off are independent.
        let count = parts.len() as f64;
        let rounding = (count + 1.0) * step(total) / 2.0;
        let reading = self.error(part) * count.sqrt() + self.error(total);
        let tolerance = rounding + reading;
        if (sum - found).abs() > tolerance + 1e-9 {
            let detail = format!("{} where the parts add up to {} (±{})", say(found), say(sum), say(tolerance));
            self.remark(total, Rule::Sum, detail, findings);
        }
    }

    /// A share against its count and population, where all are there.
    fn check_share(&self, (share, counts, population): &(usize, Vec<usize>, usize), findings: &mut Vec<Finding>) {
        let content = self.table.contents[*share];
        let count: Option<f64> = counts.iter().map(|count| self.value(*count)).sum();
        let (Some(share), Some(count), Some(population)) = (self.value(*share), count, self.value(*population)) else {
            return;
        };
        let unsure = |count: &usize| step(self.table.contents[*count]) / 2.0 + self.error(self.table.contents[*count]);
        let unsure: f64 = counts.iter().map(unsure).sum();
        let computed = content.per() * count / population;
        let rounding = step(content) / 2.0 + content.per() * unsure / population;
        // A population of zero gives no finite share and so no agreement.
        if (computed - share).abs().partial_cmp(&(rounding + 1e-6)).is_none_or(|order| order.is_gt()) {
            let detail = format!("{share} where the counts give {} (±{})", say(computed), say(rounding));
            self.remark(content, Rule::Share, detail, findings);
        }
    }

    /// The error of reading off, which is given in the unit of the first contents.
    fn error(&self, content: Content) -> f64 {
        let is_in_unit = self.table.contents.first().is_some_and(|first| first.unit() == content.unit());
        if is_in_unit { self.table.error_of(content) } else { 0.0 }
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
