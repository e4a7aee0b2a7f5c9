//! The newest numbers of an edition against the files of its tables, as these are
//! read: nothing is read twice.

use super::finding::{Finding, Rule};
use crate::newest::{is_told, number_of, periods};
use faktabank_tables::query::told_of;
use faktabank_tables::snapshot::{Edition, Newest, NewestNumbers, TableEntry};
use faktabank_tables::statistics::{Sex, Table};

/// Whether the file tells of the tables that it should, each of its own contents.
pub(super) fn check_tables(file: &str, newest: &Newest, edition: &Edition, findings: &mut Vec<Finding>) {
    for numbers in &newest.tables {
        let entry = edition.table(&numbers.table).filter(|entry| is_told(entry));
        if entry.is_none_or(|entry| told_of(entry).0.code() != numbers.content.0) {
            let detail = format!("tells of {} in {}, which is not told", numbers.content.0, numbers.table);
            findings.push(Finding::of_file(file, Rule::Published, detail));
        }
        if numbers.areas.len() != numbers.values.len() {
            let detail =
                format!("{}: {} areas and {} values", numbers.table, numbers.areas.len(), numbers.values.len());
            findings.push(Finding::of_file(file, Rule::Published, detail));
        }
    }
}

/// Whether the numbers are those of a part of their table, and none is newer.
pub(super) fn check_part(
    file: &str,
    numbers: &NewestNumbers,
    entry: &TableEntry,
    part: &Table,
    findings: &mut Vec<Finding>,
) {
    if !part.counts(Sex::default(), entry.usual_age) {
        return;
    }
    let later: Vec<_> = periods(entry).into_iter().filter(|period| *period > numbers.period).collect();
    for &code in part.areas.iter().filter(|code| code.is_municipality()) {
        let at = numbers.areas.iter().position(|area| *area == code);
        let told = at.and_then(|at| numbers.values.get(at).copied());
        let is = number_of(entry, part, code, numbers.period);
        let newer = later.iter().any(|period| number_of(entry, part, code, *period).is_some());
        if told != is || newer {
            let cell = [numbers.table.to_string(), code.to_string(), numbers.period.to_string()];
            let detail = if newer {
                "is not the newest".to_owned()
            } else {
                format!("is {is:?} in the table and {told:?} here")
            };
            findings.push(Finding::of_cell(file, &cell, Rule::Published, detail));
        }
    }
}
