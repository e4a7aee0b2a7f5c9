//! What an agency says beside its values, symbol by symbol, to a line of the report,
//! a note to readers, and the first period that it calls preliminary.

use super::assemble::NOTHING;
use faktabank_tables::json_stat::Dataset;
use faktabank_tables::statistics::{Label, Period};
use std::collections::{BTreeMap, BTreeSet};

/// The symbol by which agencies mark what may still change.
const PRELIMINARY: &str = "p";

/// Everything that was said beside values.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// By symbol: of how many values, and in which periods, by their places.
    of_values: BTreeMap<String, (usize, BTreeSet<usize>)>,
    /// Cells without a value that the agency says are exactly nothing.
    pub(super) zeros: usize,
}

impl Marks {
    /// Notes what an answer says of one of its cells, which counts in a period.
    pub(super) fn note(&mut self, answer: &Dataset, at: usize, period: usize) {
        let Some(symbol) = answer.status[at].as_deref().map(str::trim).filter(|symbol| !symbol.is_empty()) else {
            return;
        };
        if symbol == NOTHING {
            self.zeros += usize::from(answer.values[at].is_none());
        } else if answer.values[at].is_some() {
            // Looked up first: a mark may stand at each of a million values.
            if !self.of_values.contains_key(symbol) {
                self.of_values.insert(symbol.to_owned(), Default::default());
            }
            if let Some((values, periods)) = self.of_values.get_mut(symbol) {
                *values += 1;
                periods.insert(period);
            }
        }
    }

    /// Each mark: its symbol, the values that bear it, and their periods.
    pub(super) fn each(&self, all: &[Period]) -> Vec<(&str, usize, Vec<Period>)> {
        let periods = |of: &BTreeSet<usize>| of.iter().filter_map(|at| all.get(*at).copied()).collect();
        self.of_values.iter().map(|(symbol, (values, of))| (symbol.as_str(), *values, periods(of))).collect()
    }

    /// The first of the newest periods in a row that are all marked as preliminary.
    pub(super) fn preliminary_from(&self, all: &[Period]) -> Option<Period> {
        let of = |symbol: &String| symbol.eq_ignore_ascii_case(PRELIMINARY);
        let (_, (_, marked)) = self.of_values.iter().find(|(symbol, _)| of(symbol))?;
        let first = (0..all.len()).rev().take_while(|at| marked.contains(at)).last()?;
        all.get(first).copied()
    }

    /// What readers are told of the marks, as they are in the table.
    pub(super) fn notes(&self, all: &[Period], agency: &str) -> Vec<Label> {
        let note = |(symbol, values, periods): (&str, usize, Vec<Period>)| {
            let (first, last) = (periods.first()?, periods.last()?);
            let span = if first == last { first.to_string() } else { format!("{first}–{last}") };
            Some(Label::new(
                format!("{agency} har märkt {values} värden med ”{symbol}” i sin tabell ({span})."),
                format!("{agency} has marked {values} values with “{symbol}” in its table ({span})."),
            ))
        };
        self.each(all).into_iter().filter_map(note).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(values: &str, status: &str) -> Marks {
        let text = format!(
            r#"{{"version":"2.0","class":"dataset","id":["Tid"],"size":[4],"value":{values},"status":{status},
            "dimension":{{"Tid":{{"category":{{"index":["2021","2022","2023","2024"]}}}}}}}}"#
        );
        let answer = Dataset::read(&text).unwrap();
        let mut marks = Marks::default();
        (0..4).for_each(|at| marks.note(&answer, at, at));
        marks
    }

    #[test]
    fn marks_are_kept_with_their_periods() {
        let all: Vec<Period> = (2021..=2024).map(Period::calendar_year).collect();
        let found = marks("[1,2,null,4]", r#"{"0":"e","2":"-","1":"p","3":"p"}"#);
        assert_eq!(found.zeros, 1);
        assert_eq!(found.preliminary_from(&all), Some(all[3]));
        let said: Vec<String> = found.notes(&all, "SCB").into_iter().map(|note| note.sv).collect();
        assert_eq!(
            said,
            [
                "SCB har märkt 1 värden med ”e” i sin tabell (2021).",
                "SCB har märkt 2 värden med ”p” i sin tabell (2022–2024)."
            ]
        );
        let run = marks("[1,2,3,4]", r#"{"2":"p","3":"p"}"#);
        assert_eq!(run.preliminary_from(&all), Some(all[2]));
        // What is marked in the middle is no end that may still change.
        assert_eq!(marks("[1,2,3,4]", r#"{"1":"p"}"#).preliminary_from(&all), None);
        assert_eq!(marks("[1,2,null,4]", r#"{"2":".."}"#).each(&all), []);
    }
}
