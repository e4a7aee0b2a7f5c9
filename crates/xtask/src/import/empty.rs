//! The cells of a table to what came back empty in it: a contents, a period or an
//! area of which nothing is there, and what of an area or a contents broke off.
//!
//! What only begins later than the rest, as the figures of a kommun that is new,
//! is no gap. What was not reported has been printed, and is told as that.

use super::resolve::Shape;
use faktabank_tables::statistics::{Areas, Cell, Missing, Period};

/// Something without a value, by its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Empty {
    /// All of it.
    Table,
    /// A contents, everywhere.
    Content(usize),
    /// A period, of everything.
    Period(usize),
    /// An area, of everything.
    Area(usize),
    /// An area from one period to another, which had values before.
    AreaFrom(usize, usize, usize),
    /// A contents in an area that has others.
    ContentOf(usize, usize),
    /// A contents in a period, of which periods before have values.
    ContentIn(usize, usize),
}

impl Empty {
    /// What has no value, in words.
    pub(super) fn say(&self, shape: &Shape, areas: &Areas) -> String {
        let area = |at: &usize| format!("{} ({})", shape.areas[*at], areas.name(shape.areas[*at]));
        let content = |at: &usize| shape.contents[*at].code();
        let period = |at: &usize| -> Period { shape.periods[*at] };
        match self {
            Self::Table => "no cell of the table has a value".to_owned(),
            Self::Content(at) => format!("{} has no value, anywhere", content(at)),
            Self::Period(at) => format!("{} has no value, of any area", period(at)),
            Self::Area(at) => format!("{} has no value at all", area(at)),
            Self::AreaFrom(at, from, to) if from == to => format!("{} has no value for {}", area(at), period(from)),
            Self::AreaFrom(at, from, to) => {
                format!("{} has no value for {}–{}", area(at), period(from), period(to))
            }
            Self::ContentOf(at, of) => format!("{} has no value of {} in any period", area(at), content(of)),
            Self::ContentIn(at, of) => format!("{} has no value for {}, of any area", content(of), period(at)),
        }
    }
}

/// Whether anything is there of each area, contents and period.
struct There {
    any: Vec<bool>,
    contents: usize,
    periods: usize,
}

impl There {
    fn of(shape: &Shape, cells: &[Cell]) -> Self {
        let (contents, periods) = (shape.contents.len(), shape.periods.len());
        let mut any = vec![false; shape.areas.len() * contents * periods];
        let per_content = shape.strides()[1];
        let is_there = |cell: &Cell| matches!(cell, Ok(_) | Err(Missing::NotReported));
        for (place, _) in cells.iter().enumerate().filter(|(_, cell)| is_there(cell)) {
            any[place / per_content * periods + place % periods] = true;
        }
        Self { any, contents, periods }
    }

    fn at(&self, area: usize, content: usize, period: usize) -> bool {
        self.any[(area * self.contents + content) * self.periods + period]
    }
}

/// Everything that is empty, each told once and in its largest form.
pub(super) fn find(shape: &Shape, cells: &[Cell]) -> Vec<Empty> {
    let there = There::of(shape, cells);
    if !there.any.contains(&true) {
        return vec![Empty::Table];
    }
    let (areas, contents, periods) = (0..shape.areas.len(), 0..there.contents, 0..there.periods);
    let of_content: Vec<bool> = contents
        .clone()
        .map(|content| areas.clone().any(|area| periods.clone().any(|period| there.at(area, content, period))))
        .collect();
    let of_period: Vec<bool> = periods
        .clone()
        .map(|period| areas.clone().any(|area| contents.clone().any(|content| there.at(area, content, period))))
        .collect();
    let mut found: Vec<Empty> = contents.clone().filter(|at| !of_content[*at]).map(Empty::Content).collect();
    found.extend(periods.clone().filter(|at| !of_period[*at]).map(Empty::Period));
    for content in contents.clone().filter(|at| of_content[*at]) {
        let is_there = |period: &usize| areas.clone().any(|area| there.at(area, content, *period));
        let begun = periods.clone().skip_while(|period| !is_there(period));
        let gaps = begun.filter(|period| of_period[*period] && !is_there(period));
        found.extend(gaps.map(|period| Empty::ContentIn(period, content)));
    }
    for area in areas {
        let is_there = |period: &usize| contents.clone().any(|content| there.at(area, content, *period));
        if !periods.clone().any(|period| is_there(&period)) {
            found.push(Empty::Area(area));
            continue;
        }
        found.extend(
            gaps(periods.clone().map(|period| is_there(&period) || !of_period[period]))
                .map(|(from, to)| Empty::AreaFrom(area, from, to)),
        );
        let of_area = |content: &usize| periods.clone().any(|period| there.at(area, *content, period));
        let lacking = contents.clone().filter(|content| of_content[*content] && !of_area(content));
        found.extend(lacking.map(|content| Empty::ContentOf(area, content)));
    }
    found
}

/// The runs of what is not there, after the first that is.
fn gaps(there: impl Iterator<Item = bool>) -> impl Iterator<Item = (usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in there.enumerate().skip_while(|(_, is)| !is).filter(|(_, is)| !is) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == at => *last = at,
            _ => runs.push((at, at)),
        }
    }
    runs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use faktabank_tables::statistics::{Age, Area, AreaCode, Sex};

    /// Two contents of three kommuner over four months; `-` is a cell without a value,
    /// `0` one that is printed as 0 since it was not reported.
    #[track_caller]
    fn check(rows: [[&str; 2]; 3], expected: &[&str]) {
        let contents = |code| crate::topics::committed().content(code).unwrap();
        let codes = [2080, 2081, 2084].map(AreaCode::Municipality);
        let shape = Shape {
            areas: codes.to_vec(),
            contents: vec![contents("sjuka"), contents("studerande")],
            sexes: vec![Sex::Both],
            ages: vec![Age::FROM_20_TO_64],
            periods: (1..=4).filter_map(|month| Period::month(2026, month)).collect(),
        };
        let cell = |letter| match letter {
            '-' => Err(Missing::NotAvailable),
            '0' => Err(Missing::NotReported),
            _ => Ok(7.0),
        };
        let cells: Vec<Cell> = rows.iter().flatten().flat_map(|row| row.chars()).map(cell).collect();
        let named = |code: AreaCode| Area { code, name: format!("name of {code}") };
        let areas = Areas { areas: codes.map(named).to_vec(), associations: Vec::new(), home: None };
        let said: Vec<String> = find(&shape, &cells).iter().map(|empty| empty.say(&shape, &areas)).collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn what_comes_back_empty_is_named_once() {
        let full = ["xxxx", "xxxx"];
        check([full, full, full], &[]);
        check([full, ["----", "----"], full], &["2081 (name of 2081) has no value at all"]);
        check([full, ["xx--", "xx--"], full], &["2081 (name of 2081) has no value for 2026M03–2026M04"]);
        check([["xxx-", "xxx-"]; 3], &["2026M04 has no value, of any area"]);
        check([["xxx-", "xxxx"]; 3], &["sjuka has no value for 2026M04, of any area"]);
        check([["----", "xxxx"]; 3], &["sjuka has no value, anywhere"]);
        check([["----", "----"]; 3], &["no cell of the table has a value"]);
        check([full, ["xxxx", "----"], full], &["2081 (name of 2081) has no value of studerande in any period"]);
    }

    #[test]
    fn what_begins_later_or_was_not_reported_is_not_empty() {
        check([["--xx", "--xx"], ["xxxx", "xxxx"], ["-xxx", "xxxx"]], &[]);
        check([["xxxx", "--xx"]; 3], &[]);
        check(
            [["xxxx", "xxxx"], ["0000", "----"], ["xxxx", "xxxx"]],
            &["2081 (name of 2081) has no value of studerande in any period"],
        );
    }
}
