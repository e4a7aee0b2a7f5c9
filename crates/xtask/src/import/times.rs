//! The table's time variable to the periods that are taken: in order, of one
//! resolution, without a gap.

use anyhow::{Context, Result, ensure};
use faktabank_tables::json_stat::Dimension;
use faktabank_tables::statistics::Period;

/// Which periods are taken.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Times {
    /// The first, if not the table's.
    pub(super) from: Option<Period>,
    /// How many of the newest, if not all.
    pub(super) newest: Option<usize>,
}

/// The codes of periods, each at its place.
type Places = (String, Vec<(String, Vec<usize>)>);

impl Times {
    /// Whether all that the table has is taken.
    pub(super) fn is_all(&self) -> bool {
        self.from.is_none() && self.newest.is_none()
    }

    /// Chooses among the categories of a time variable: those that are taken, and the
    /// periods that the table has beside them.
    ///
    /// # Errors
    ///
    /// If a code is no period, a period is missing between two others, or none
    /// is left.
    pub(super) fn choose(&self, variable: &Dimension) -> Result<(Places, Vec<Period>, Vec<Period>)> {
        let read = |code: &String| {
            let period = Period::from_code(code);
            let period =
                period.with_context(|| format!("{}: {code:?} is no month, quarter, half-year or year", variable.id))?;
            Ok((period, code.clone()))
        };
        let mut found: Vec<(Period, String)> = variable.codes.iter().map(read).collect::<Result<_>>()?;
        found.sort();
        for pair in found.windows(2) {
            let (one, next) = (pair[0].0, pair[1].0);
            ensure!(one.resolution() == next.resolution(), "{}: {one} and {next} are not of one kind", variable.id);
            ensure!(
                next == one.step(1),
                "{}: {next} follows {one}; the table lacks {}. Wait until the agency has mended it",
                variable.id,
                one.step(1)
            );
        }
        let all: Vec<Period> = found.iter().map(|(period, _)| *period).collect();
        found.retain(|(period, _)| self.from.is_none_or(|from| period.first_month() >= from.first_month()));
        let older = self.newest.map_or(0, |newest| found.len().saturating_sub(newest));
        found.drain(..older);
        ensure!(!found.is_empty(), "{}: no period of the table is as new as that", variable.id);
        let periods: Vec<Period> = found.iter().map(|(period, _)| *period).collect();
        // What is taken has no gap.
        let is_taken = |period: &Period| periods.first() <= Some(period) && Some(period) <= periods.last();
        let others = all.into_iter().filter(|period| !is_taken(period)).collect();
        let places = found.into_iter().enumerate().map(|(at, (_, code))| (code, vec![at])).collect();
        Ok(((variable.id.clone(), places), periods, others))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable(codes: &[&str]) -> Dimension {
        Dimension {
            id: "Tid".to_owned(),
            label: "månad".to_owned(),
            role: None,
            codes: codes.iter().map(|&code| code.to_owned()).collect(),
            labels: Vec::new(),
            units: Vec::new(),
            notes: Vec::new(),
        }
    }

    #[track_caller]
    fn check(times: Times, codes: &[&str], expected: &str) {
        let found = times
            .choose(&variable(codes))
            .map(|(_, periods, _)| periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
        assert_eq!(found.unwrap_or_else(|error| error.to_string()), expected);
    }

    #[test]
    fn periods_are_taken_in_order() {
        let months = ["2025M11", "2025M12", "2025M10"];
        check(Times::default(), &months, "2025M10 2025M11 2025M12");
        check(Times { newest: Some(2), ..Times::default() }, &months, "2025M11 2025M12");
        check(Times { from: Period::from_code("2025M12"), newest: Some(9) }, &months, "2025M12");
        check(Times::default(), &["2021K1", "2020K4"], "2020K4 2021K1");
        check(Times { from: Period::from_code("2025"), newest: None }, &["2024", "2025"], "2025");
    }

    #[test]
    fn gaps_and_other_codes_are_refused() {
        let gap = "Tid: 2025M12 follows 2025M10; the table lacks 2025M11. Wait until the agency has mended it";
        check(Times::default(), &["2025M10", "2025M12"], gap);
        check(Times::default(), &["2025W1"], "Tid: \"2025W1\" is no month, quarter, half-year or year");
        let gap = "Tid: 2021K1 follows 2020K3; the table lacks 2020K4. Wait until the agency has mended it";
        check(Times::default(), &["2020K3", "2021K1"], gap);
        let from = Period::from_code("2026M01");
        check(Times { from, newest: None }, &["2025M12"], "Tid: no period of the table is as new as that");
    }
}
