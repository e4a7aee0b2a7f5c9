//! A small table that adds up, changed one cell at a time: each rule finds its
//! own, with the cell and both numbers, and nothing else.

use super::*;
use crate::import::definition::FILE;
use crate::{project, topics};
use faktabank_tables::statistics::{Age, Area, Areas, Period};

const AREAS: [AreaCode; 3] = [AreaCode::Country, AreaCode::Municipality(2080), AreaCode::Municipality(2081)];

fn shape() -> Shape {
    let contents = |code| topics::committed().content(code).unwrap();
    let total = contents("summa");
    Shape {
        areas: AREAS.to_vec(),
        contents: total.parts().chain([total, contents("folkmangd"), contents("andel")]).collect(),
        sexes: Sex::ALL.to_vec(),
        ages: vec![Age::FROM_20_TO_64, Age::FROM_20_TO_65],
        periods: Period::month(2025, 1).into_iter().collect(),
    }
}

/// Women and men of two kommuner alike, twice as many in riket.
fn cells() -> Vec<Cell> {
    let shape = shape();
    let mut cells = Vec::new();
    for area in 0..shape.areas.len() {
        for content in &shape.contents {
            for sex in 0..shape.sexes.len() {
                for age in 0..shape.ages.len() {
                    let times = (if area == 0 { 2 } else { 1 } * if sex == 0 { 2 } else { 1 }) as f64;
                    let aged = 1.0 + age as f64 / 10.0;
                    cells.push(Ok(match content.code() {
                        "andel" => 12.0,
                        "summa" => 600.0 * times * aged,
                        "folkmangd" => 5000.0 * times * aged,
                        _ => 100.0 * times * aged,
                    }));
                }
            }
        }
    }
    cells
}

/// The position of a cell, given as it is named.
fn at(name: &str) -> usize {
    let shape = shape();
    (0..shape.cells()).find(|cell| shape.name(*cell) == name).unwrap_or_else(|| panic!("{name} is a cell"))
}

#[track_caller]
fn check(change: &str, to: Cell, expected: &[&str]) {
    let text = std::fs::read_to_string(project::root().join("data").join(FILE)).unwrap();
    let definition = crate::import::definition::parse(&text).unwrap().remove(0);
    let (shape, mut cells) = (shape(), cells());
    cells[at(change)] = to;
    let named = |code: AreaCode| Area { code, name: format!("name of {code}") };
    let areas = Areas { areas: AREAS.map(named).to_vec(), associations: Vec::new(), home: None };
    let found = verify(&definition, &shape, &cells);
    let said: Vec<String> = found.findings.iter().map(|finding| finding.say(&shape, &areas)).collect();
    assert_eq!(said, expected, "{change}");
}

#[test]
fn what_adds_up_is_no_finding() {
    check("2080 summa 1 20-64 2025M01", Ok(600.0), &[]);
    // Rounded one by one.
    check("2080 sjukpenning 1 20-64 2025M01", Ok(101.0), &[]);
}

#[test]
fn each_rule_names_the_cell_and_both_numbers() {
    check(
        "2080 summa 1 20-65 2025M01",
        Ok(668.0),
        &[
            "sum: 2080 summa 1 20-65 2025M01 (name of 2080): 668 where the parts add up to 660 (±3.5)",
            "share: 2080 andel 1 20-65 2025M01 (name of 2080): 12 where count by population is 12.15 (±0.06)",
            "sexes: 2080 summa 1+2 20-65 2025M01 (name of 2080): 1320 where women and men add up to 1328 (±1.5)",
            "country: 00 summa 1 20-65 2025M01 (name of 00): 1320 where the kommuner add up to 1328 (±2.5)",
        ],
    );
    check(
        "2081 folkmangd 1+2 20-65 2025M01",
        Ok(9990.0),
        &[
            "share: 2081 andel 1+2 20-65 2025M01 (name of 2081): 12 where count by population is 13.21 (±0.06)",
            "sexes: 2081 folkmangd 1+2 20-65 2025M01 (name of 2081): 9990 where women and men add up to 11000 (±1.5)",
            "ages: 2081 folkmangd 1+2 20-65 2025M01 (name of 2081): 9990 where the narrower span of ages has 10000 (±1)",
            "country: 00 folkmangd 1+2 20-65 2025M01 (name of 00): 22000 where the kommuner add up to 20990 (±112.5)",
        ],
    );
    check(
        "2080 etableringsersattning 1 20-65 2025M01",
        Ok(-1.0),
        &[
            "range: 2080 etableringsersattning 1 20-65 2025M01 (name of 2080): -1 is below 0",
            "sum: 2080 summa 1 20-65 2025M01 (name of 2080): 660 where the parts add up to 549 (±3.5)",
            "sexes: 2080 etableringsersattning 1+2 20-65 2025M01 (name of 2080): 220 where women and men add up to 109 (±1.5)",
            "ages: 2080 etableringsersattning 1 20-65 2025M01 (name of 2080): -1 where the narrower span of ages has 100 (±1)",
            "country: 00 etableringsersattning 1 20-65 2025M01 (name of 00): 220 where the kommuner add up to 109 (±3.6)",
        ],
    );
}

#[test]
fn what_is_lacking_is_not_compared_but_what_was_not_reported_counts_as_printed() {
    check("2080 sjukpenning 1 20-65 2025M01", Err(Missing::NotAvailable), &[]);
    check(
        "2080 ekonomiskt-bistand 1 20-65 2025M01",
        Err(Missing::NotReported),
        &[
            "sum: 2080 summa 1 20-65 2025M01 (name of 2080): 660 where the parts add up to 550 (±3.5)",
            "country: 00 ekonomiskt-bistand 1 20-65 2025M01 (name of 00): 220 where the kommuner add up to 110 (±3.6)",
        ],
    );
}
