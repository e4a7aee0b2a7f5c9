//! What an import found, in words for the steward: printed, and kept beside the
//! figures.

use super::definition::Definition;
use super::delivery::Silence;
use super::finding::{Finding, NotMade, Verified, say};
use super::marks::Marks;
use super::metadata::Metadata;
use super::resolve::{Selection, Shape};
use crate::changes::{Change, Comparison, Revision};
use faktabank_tables::snapshot::EditionId;
use faktabank_tables::statistics::{Areas, Cell, Content, Missing, Period, Table, TableId};
use std::fmt::Write;

/// The file of the report, in the folder of its edition.
pub(crate) const FILE: &str = "report.txt";

/// Findings of one rule that are listed while none is accepted.
const LISTED: usize = 20;

/// A report, line by line.
#[derive(Default)]
pub(super) struct Report {
    text: String,
}

impl Report {
    fn line(&mut self, line: impl AsRef<str>) {
        self.text.push_str(line.as_ref());
        self.text.push('\n');
    }

    /// The whole text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What was imported, and what of it may still change.
    pub(super) fn table(&mut self, id: &EditionId, definition: &Definition, metadata: &Metadata, table: &Table) {
        let (first, last) = (table.periods.first(), table.periods.last());
        self.line(format!("{}: {}", definition.source_id, metadata.title));
        self.line(format!("updated at the agency: {}", metadata.updated));
        self.line(format!(
            "edition {id}, table {}: {} areas, {} contents, {} sexes, {} age spans, {}: {} cells",
            table.id,
            table.areas.len(),
            table.contents.len(),
            table.sexes.len(),
            table.ages.len(),
            span(first.zip(last)),
            table.cells.len()
        ));
        let preliminary = table.preliminary_from.zip(last.copied());
        self.line(match preliminary {
            Some((from, to)) => format!("preliminary: {}", span(Some((&from, &to)))),
            None => "preliminary: nothing, as far as tables.toml knows".to_owned(),
        });
    }

    /// What is not there: contents that are not taken, figures not delivered,
    /// cells that the agency leaves empty.
    pub(super) fn gaps(&mut self, selection: &Selection, silences: &[Silence], cells: &[Cell], areas: &Areas) {
        if !selection.not_taken.is_empty() {
            self.line(format!(
                "contents of the table that tables.toml does not take: {}",
                selection.not_taken.join(", ")
            ));
        }
        if !selection.left_out.is_empty() {
            self.line(format!("areas of the table that are none of ours, left out: {}", selection.left_out.join(", ")));
        }
        if !selection.not_asked.is_empty() {
            self.line(format!("periods of the table that were not asked for: {}", runs(&selection.not_asked)));
        }
        let months: usize = silences.iter().map(|silence| silence.periods.len()).sum();
        self.line(format!("not reported (printed as 0): {months} months of {} kommuner", silences.len()));
        for silence in silences {
            let Silence { area, content, periods } = silence;
            let label = selection.label(*content);
            self.line(format!("  {label}, {area} {}: {}", areas.name(*area), runs(periods)));
        }
        let is_empty = |cell: &&Cell| cell.is_err_and(|reason| reason != Missing::NotReported);
        self.line(format!("left empty by the agency: {} cells", cells.iter().filter(is_empty).count()));
    }

    /// What the agency says beside its values.
    pub(super) fn marks(&mut self, marks: &Marks, periods: &[Period]) {
        if marks.zeros > 0 {
            self.line(format!(
                "exactly nothing, by the agency's symbol \"-\": {} cells, which are 0 here",
                marks.zeros
            ));
        }
        for (symbol, values, of) in marks.each(periods) {
            self.line(format!("marked with {symbol:?} by the agency: {values} values, {}", runs(&of)));
        }
    }

    /// What was revised since a former table.
    pub(super) fn comparison(
        &mut self,
        former: Option<(&EditionId, &TableId)>,
        found: Option<&Comparison>,
        selection: &Selection,
        areas: &Areas,
    ) {
        let (Some((edition, table)), Some(found)) = (former, found) else {
            self.line("no former edition to compare with");
            return;
        };
        self.line(format!("against edition {edition}, table {table}:"));
        self.line(format!("  new: {}", runs(&found.new)));
        self.line(format!("  gone: {}", runs(&found.gone)));
        for (content, revision) in found.revisions.iter().filter(|(_, it)| it.compared > 0 || it.is_any()) {
            self.line(format!("  {}: {}", selection.label(*content), counted(*content, revision)));
            let Some(area) = found.area else { continue };
            if let Some((from, least, most)) = revision.run(&selection.shape.periods) {
                let verb = if most < 0.0 { "lowered" } else { "raised" };
                let by = format!("by {}–{}", say(least.abs()), say(most.abs()));
                self.line(format!("    {area} {}: {verb} in every period from {from}, {by}", areas.name(area)));
            }
        }
    }

    /// What is not as it should be, the first of each rule or `all` of it; and what
    /// could not be checked.
    pub(super) fn findings(&mut self, verified: &Verified, all: bool, shape: &Shape, areas: &Areas) {
        let Verified { findings, not_made } = verified;
        let listed = if all { usize::MAX } else { LISTED };
        self.line(match (findings.len(), not_made.is_empty()) {
            (0, true) => "checks: everything adds up".to_owned(),
            (0, false) => "checks: what could be checked adds up".to_owned(),
            (count, _) => format!("checks: {count} findings"),
        });
        let mut rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
        rules.dedup();
        for rule in rules {
            let of_rule: Vec<&Finding> = findings.iter().filter(|finding| finding.rule == rule).collect();
            for finding in of_rule.iter().take(listed) {
                self.line(format!("  {}", finding.say(shape, areas)));
            }
            if of_rule.len() > listed {
                self.line(format!("  {rule}: and {} more", of_rule.len() - listed));
            }
        }
        for NotMade { rule, checks, first } in not_made {
            let first = shape.name(*first);
            self.line(format!(
                "  {rule}: {checks} checks could not be made, each for want of a cell; the first is {first}"
            ));
        }
    }

    /// The agency's own footnotes, which the notes of tables.toml must agree with.
    pub(super) fn footnotes(&mut self, footnotes: &[String]) {
        self.line(format!("the table's own footnotes ({}):", footnotes.len()));
        for note in footnotes {
            self.line(format!("  {}", note.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
}

/// How much of one contents changed.
fn counted(content: Content, revision: &Revision) -> String {
    let mut text = format!("{} of {} cells changed", revision.changed, revision.compared);
    if let (Some((first, last)), Some(largest)) = (revision.periods, &revision.largest) {
        let Change { area, sex, age, period, was, is } = largest;
        let cell = format!("{area} {} {} {age} {period}", content.code(), sex.code());
        let largest = format!("{cell}: {} is now {}", say(*was), say(*is));
        let _ = write!(text, ", {}; the most at {largest}", span(Some((&first, &last))));
    }
    for (moved, words) in [(&revision.delivered, "were missing and have come"), (&revision.lost, "are no longer there")]
    {
        if let Some((first, last)) = moved.periods {
            let _ = write!(text, "; {} {words}, {}", moved.cells, span(Some((&first, &last))));
        }
    }
    text
}

fn span(periods: Option<(&Period, &Period)>) -> String {
    match periods {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}–{last}"),
        None => "no period".to_owned(),
    }
}

/// Periods, those in a row as from and to.
fn runs(periods: &[Period]) -> String {
    let mut runs: Vec<(Period, Period)> = Vec::new();
    for &period in periods {
        match runs.last_mut() {
            Some((_, last)) if period == last.step(1) => *last = period,
            _ => runs.push((period, period)),
        }
    }
    let words: Vec<String> = runs.iter().map(|(first, last)| span(Some((first, last)))).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_in_a_row_are_one_span() {
        let months = |codes: &[&str]| codes.iter().filter_map(|code| Period::from_code(code)).collect::<Vec<_>>();
        assert_eq!(runs(&months(&["2019M03", "2019M12", "2020M01", "2020M02"])), "2019M03, 2019M12–2020M02");
        assert_eq!(runs(&[]), "nothing");
    }
}
