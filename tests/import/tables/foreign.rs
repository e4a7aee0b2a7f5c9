//! A small table of a service of another making: län by contents and year, with
//! invented numbers that say where they stand.

use super::areas;
use crate::server::{Table, Variable};
use faktabank_tables::statistics::AreaKind;

/// Its definition, as a steward would write it at the end of `tables.toml`.
pub(crate) const DEFINITION: &str = r#"
[[table]]
source_id = "TABX"
id = "prov"
label = { sv = "Prov", en = "Trial" }
subject = { sv = "provet", en = "the trial" }
opens_at = "ar"
preliminary = "none"
areas = ["counties"]
rules = []
exactness = { sv = "som publicerat", en = "as published" }
variables = { region = "Region" }
contents = [{ is = "folkmangd", called = ["Folkmängd"] }]
sexes = [{ is = "1+2", called = ["totalt"] }]
ages = [{ is = "20-64", called = ["20–64 år"] }]
notes = []

[table.source]
agency = "Prov"
statistic = { sv = "Prov", en = "Trial" }
table = "TABX"
read_from = { sv = "", en = "" }
url = "https://example.org/"
licence = "CC0 1.0"
updated = ""
"#;

/// The number of a län, contents (0 or 1) and year.
pub(crate) fn number(code: &str, contents: i32, year: i32) -> i32 {
    1000 * code.parse::<i32>().expect("a number") + 500 * contents + (year - 2019)
}

/// The table.
pub(crate) fn foreign() -> Table {
    let counties = areas(&[AreaKind::County]);
    let regions: Vec<_> = counties.iter().map(|(code, name)| (code.as_str(), name.as_str())).collect();
    let years: Vec<String> = (2019..=2024).map(|year| year.to_string()).collect();
    let mut cells = Vec::new();
    for (code, _) in &regions {
        for contents in 0..2 {
            cells.extend((2019..=2024).map(|year| number(code, contents, year)));
        }
    }
    Table {
        id: "TABX",
        label: "Prov (påhittade siffror)",
        matrix: "TABX",
        updated: "2026-03-06T07:00:00Z".to_owned(),
        notes: Vec::new(),
        variables: vec![
            Variable::new("Region", "region", &regions),
            Variable::contents(&[("X1", "Folkmängd", "antal", 0), ("X2", "Något annat", "antal", 0)]),
            Variable::time("år", &years),
        ],
        cells,
    }
}
