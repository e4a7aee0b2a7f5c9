//! Tables that no service has: JSON-stat files of a shape of their own, whose
//! variables the definition names, and what is said of those that lack something.

use crate::catalogue::{catalogue, contents};
use crate::server::{Server, Setup};
use crate::tool::{Outcome, Place};
use faktabank_tables::json_stat::read_table;
use faktabank_tables::statistics::{Age, AreaCode, Missing, Period, Sex};
use std::fs;

/// Days by area, sex, insurance and year: without roles, without a variable of
/// contents, and with an area that is none of ours.
const FILE: &str = r#"{
    "version": "2.0", "class": "dataset", "label": "Dagar (påhittade siffror)", "updated": "2026-01-15",
    "id": ["Mätår", "Område", "Juridiskt kön", "Försäkring"], "size": [2, 3, 3, 2],
    "dimension": {
        "Mätår": { "category": { "index": ["2023", "2024"] } },
        "Område": { "category": { "index": ["SE12", "20", "2080"], "label": { "SE12": "Östra Mellansverige" } } },
        "Juridiskt kön": { "category": { "index": ["T", "K", "M"], "label": { "T": "Alla", "K": "Kvinnor", "M": "Män" } } },
        "Försäkring": { "category": { "index": ["x", "alla"], "label": { "x": "Frivillig", "alla": "All" } } }
    },
    "value": [
        0, 1.1, 0, 1.2, 0, 1.3, 0, 20.1, 0, 22.5, 0, 18.2, 0, 21.4, 0, null, 0, 19.9,
        0, 1.4, 0, 1.5, 0, 1.6, 0, 20.4, 0, 22.7, 0, 18.3, 0, 21.7, 0, 23.8, 0, 20.0
    ]
}"#;

const DEFINITION: &str = r#"
[[table]]
source_id = "prov"
id = "dagar"
label = { sv = "Dagar, per år", en = "Days, by year" }
subject = { sv = "dagar i Dalarna", en = "days in Dalarna" }
opens_at = "ar"
preliminary = "none"
areas = ["counties", "municipalities"]
some_areas = true
other_areas = ["Östra Mellansverige"]
rules = ["sexes"]
layout = "whole"
exactness = { sv = "påhittade", en = "invented" }
variables = { region = "Område", time = "Mätår", sex = "Juridiskt kön" }
fixed = { "Försäkring" = ["all"] }
contents = [{ is = "ohalsotal", called = ["Dagar"] }]
sexes = [{ is = "1+2", called = ["alla"] }, { is = "1", called = ["män"] }, { is = "2", called = ["kvinnor"] }]
ages = [{ is = "16-64" }]
notes = []

[table.source]
agency = "Exempelverket"
statistic = { sv = "Dagar", en = "Days" }
table = ""
read_from = { sv = "", en = "" }
url = ""
licence = "CC0 1.0"
updated = ""
"#;

fn import(place: &Place, file: &str, definition: &str) -> Outcome {
    let tables = fs::read_to_string(place.data().join("tables.toml")).unwrap();
    fs::write(place.data().join("tables.toml"), tables + definition).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("prov.json");
    fs::write(&path, file).unwrap();
    let arguments = ["--table", "prov", "--edition", "prov", "--file", &path.display().to_string()];
    place.import(&Server::start(Setup::of([])), &arguments)
}

#[test]
fn a_file_of_its_own_shape_is_imported_by_what_the_definition_names() {
    let place = Place::new();
    import(&place, FILE, DEFINITION).must_succeed();
    assert_eq!(place.findings(), "");
    let files = place.files();
    let (both, apart) = (&files["prov/dagar/alla.json"], &files["prov/dagar/alla-kon.json"]);
    let check = |file: &Vec<u8>, area: &str, sex: Sex, year: i32, expected| {
        let table = read_table(file, catalogue()).unwrap();
        let (area, age) = (AreaCode::from_code(area).unwrap(), Age::from_code("16-64").unwrap());
        let cell = table.cell(area, contents("ohalsotal"), sex, age, Period::calendar_year(year));
        assert_eq!(cell, expected, "{area} {sex:?} {year}");
        assert_eq!(table.areas.len(), 2);
    };
    check(both, "20", Sex::Both, 2023, Ok(20.1));
    check(both, "2080", Sex::Both, 2024, Ok(21.7));
    check(apart, "2080", Sex::Women, 2023, Err(Missing::NotAvailable));
    check(apart, "2080", Sex::Men, 2023, Ok(19.9));
    check(apart, "20", Sex::Women, 2024, Ok(22.7));
}

#[test]
fn what_a_file_lacks_is_said_with_what_to_do() {
    let without = |from: &str, to: &str| DEFINITION.replace(from, to);
    for (case, file, definition, words) in [
        (
            "no day",
            FILE.replace("\"updated\": \"2026-01-15\",", ""),
            DEFINITION.to_owned(),
            &["prov.json", "does not say when the table was updated"][..],
        ),
        (
            "no role, and codes that are no periods alone",
            FILE.replace("[\"2023\", \"2024\"]", "[\"2023\", \"senare\"]"),
            without("time = \"Mätår\", ", ""),
            &["name it under variables in tables.toml", "Time"],
        ),
        (
            "another area",
            FILE.to_owned(),
            without("Östra Mellansverige", "Norrland"),
            &["SE12 Östra Mellansverige", "other_areas"],
        ),
        ("all areas", FILE.to_owned(), without("some_areas = true\n", ""), &["the table lacks", "some_areas = true"]),
        (
            "a variable more",
            FILE.to_owned(),
            without("fixed = { \"Försäkring\" = [\"all\"] }\n", ""),
            &["Försäkring: tables.toml does not say what to do", "Frivillig, All"],
        ),
        (
            "a sum that nobody makes",
            FILE.to_owned(),
            without("fixed = { \"Försäkring\" = [\"all\"] }", "eliminated = [\"Försäkring\"]"),
            &["Försäkring: nobody sums over this variable", "fixed"],
        ),
        ("no JSON-stat", "kommun;antal\n2080;7\n".to_owned(), DEFINITION.to_owned(), &["prov.json", "not JSON"]),
        ("more decimals", FILE.replace("21.7", "21.75"), DEFINITION.to_owned(), &["21.75 has more than 1 decimals"]),
    ] {
        let place = Place::new();
        let before = place.files();
        import(&place, &file, &definition).must_fail_with(case, words);
        let mut after = place.files();
        after.insert("tables.toml".to_owned(), before["tables.toml"].clone());
        assert!(before == after, "{case}: something was written");
    }
    // The definition may say what the file does not.
    let dated = DEFINITION.replace("updated = \"\"", "updated = \"2026-01-15\"");
    import(&Place::new(), &FILE.replace("\"updated\": \"2026-01-15\",", ""), &dated).must_succeed();
}
