//! Ten cells and more of every table of the whole country against what was
//! published. `printed.csv` was taken from the sources, not from the anchors:
//! unrounded where they give it so, a share where they give a share.

use crate::catalogue::contents;
use crate::data_folder;
use crate::editions::{manifest, parts};
use faktabank_tables::measure::Numbers;
use faktabank_tables::statistics::{Age, AreaCode, Period, Sex, Table};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;

/// The edition that the figures are of.
const EDITION: &str = "2026-11";

#[derive(Deserialize)]
struct Row {
    table: String,
    area: String,
    sex: String,
    age: String,
    contents: String,
    period: String,
    published: f64,
    /// Where a share was published and we hold counts: what it is per cent of.
    per_cent_of: Option<String>,
}

#[test]
fn every_table_says_what_was_published() {
    let file = data_folder().join("../tests/data/printed.csv");
    let rows = csv::Reader::from_reader(fs::File::open(file).unwrap()).into_deserialize::<Row>();
    let mut tables: BTreeMap<String, Vec<Table>> = BTreeMap::new();
    let mut checked: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let row = row.unwrap();
        let parts = tables.entry(row.table.clone()).or_insert_with(|| parts(EDITION, &row.table));
        let (found, room) = found(&row, parts);
        let place =
            [&row.table, &row.area, &row.sex, &row.age, &row.contents, &row.period].map(String::as_str).join(" ");
        assert!((found - row.published).abs() <= room, "{place}: {found} is not {}", row.published);
        *checked.entry(row.table).or_default() += 1;
    }
    let manifest = manifest();
    let edition = manifest.editions.iter().find(|edition| edition.id.0 == EDITION).unwrap();
    let of_here = |file: &str| file.starts_with(EDITION);
    for entry in edition.tables.iter().filter(|entry| of_here(&entry.shards[0].file.file)) {
        let cells = checked.get(&entry.id.0).copied().unwrap_or(0);
        assert!(cells >= 10, "{}: {cells} cells were compared", entry.id);
    }
}

/// What a table has for a row, and how far off it may be.
fn found(row: &Row, parts: &[Table]) -> (f64, f64) {
    let area = AreaCode::from_code(&row.area).unwrap();
    let (sex, age) = (Sex::from_code(&row.sex).unwrap(), Age::from_code(&row.age).unwrap());
    let period = Period::from_code(&row.period).unwrap();
    let part = parts.iter().find(|part| part.areas.contains(&area) && part.counts(sex, age)).unwrap();
    let value = |content: &str| {
        let content = contents(content);
        (part.cell(area, content, sex, age, period).unwrap(), content.decimals())
    };
    let content = contents(&row.contents);
    if !part.has(content) {
        // A ratio that no table holds: from the counts, which must be exact.
        let numbers = Numbers { sex, age, ..Numbers::of(part) };
        return (numbers.level(content, &[area], period).cell.unwrap(), 1e-5);
    }
    let (number, decimals) = value(&row.contents);
    match &row.per_cent_of {
        // The sources give six decimals, so that the counts must be exact.
        Some(whole) => (100.0 * number / value(whole).0, 1e-6),
        None => (number, 0.5 * 0.1_f64.powi(i32::try_from(decimals).unwrap()) + 1e-9),
    }
}
