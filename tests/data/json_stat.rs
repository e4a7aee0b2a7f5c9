//! JSON-stat 2.0: everything that the standard allows reads the same; the
//! rest is refused with the place in the JSON.

use crate::catalogue::{catalogue, contents};
use faktabank_tables::json_stat::{Dataset, read_table, write_table};
use faktabank_tables::statistics::{
    Age, AreaCode, AreaNote, Cell, Exactness, Forecast, Label, Missing, Period, Provenance, Sex, Source, Table, TableId,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

/// Two areas by three periods, as plainly as the standard allows.
fn plain() -> Value {
    json!({
        "version": "2.0", "class": "dataset", "label": "Prov", "id": ["A", "T"], "size": [2, 3],
        "dimension": {
            "A": {"category": {"index": ["00", "20"], "label": {"00": "Riket", "20": "Dalarnas län"}}},
            "T": {"category": {"index": ["2021", "2022", "2023"]}},
        },
        "value": [1, 2, null, 4, 5.5, 6],
    })
}

fn with(change: impl FnOnce(&mut Value)) -> Value {
    let mut json = plain();
    change(&mut json);
    json
}

#[test]
fn whatever_the_standard_allows_reads_the_same() {
    let expected = Dataset::read(&plain().to_string()).unwrap();
    assert_eq!(expected.values, [Some(1.0), Some(2.0), None, Some(4.0), Some(5.5), Some(6.0)]);
    assert_eq!(expected.dimensions[0].labels, ["Riket", "Dalarnas län"]);
    let check = |name: &str, change: fn(&mut Value)| {
        assert_eq!(Dataset::read(&with(change).to_string()).as_ref(), Ok(&expected), "{name}");
    };
    check("index as an object", |json| {
        json["dimension"]["T"]["category"]["index"] = json!({"2023": 2, "2021": 0, "2022": 1});
    });
    check("sparse values", |json| json["value"] = json!({"0": 1, "1": 2, "3": 4, "4": 5.5, "5": 6}));
    check("sparse values with a null", |json| {
        json["value"] = json!({"5": 6, "0": 1, "2": null, "1": 2, "3": 4, "4": 5.5});
    });
    check("no roles of any kind", |json| json["role"] = json!({}));
    check("no status of any kind", |json| json["status"] = json!({}));
    check("status as nulls", |json| json["status"] = json!([null, null, null, null, null, null]));
    check("labels for some", |json| json["dimension"]["T"]["category"]["label"] = json!({"2021": "2021"}));
    check("links and updates of others", |json| json["link"] = json!({"alternate": []}));
}

#[test]
fn a_single_category_needs_no_index() {
    let json = json!({
        "version": "2.0", "class": "dataset", "id": ["A"], "size": [1],
        "dimension": {"A": {"label": "Region", "category": {"label": {"20": "Dalarnas län"}}}},
        "value": [7],
    });
    let data = Dataset::read(&json.to_string()).unwrap();
    assert_eq!((data.dimensions[0].codes[0].as_str(), data.values[0]), ("20", Some(7.0)));
}

#[test]
fn status_may_be_one_string_a_list_or_an_object() {
    let check = |status: Value, expected: &[usize]| {
        let data = Dataset::read(&with(|json| json["status"] = status.clone()).to_string()).unwrap();
        let is_p = |&at: &usize| data.status[at].as_deref() == Some("p");
        let found: Vec<_> = (0..6).filter(is_p).collect();
        assert_eq!(found, expected, "{status}");
    };
    check(json!("p"), &[0, 1, 2, 3, 4, 5]);
    check(json!(["p"]), &[0, 1, 2, 3, 4, 5]);
    check(json!([null, "p", null, "e", "p", null]), &[1, 4]);
    check(json!({"2": "p", "3": "e", "5": null}), &[2]);
}

#[test]
fn roles_units_and_notes_are_kept() {
    let data = Dataset::read(
        &with(|json| {
            json["role"] = json!({"time": ["T"], "geo": ["A"]});
            json["note"] = json!(["Obs"]);
            json["dimension"]["A"]["category"]["unit"] = json!({"20": {"base": "antal", "decimals": 1}});
            json["extension"] = json!({"px": {"tableid": "TAB1"}});
        })
        .to_string(),
    )
    .unwrap();
    insta::assert_debug_snapshot!(data);
}

#[test]
fn the_rest_is_refused_with_its_place() {
    let mut refusals = String::new();
    let mut refuse = |name: &str, change: fn(&mut Value)| {
        let error = Dataset::read(&with(change).to_string()).expect_err(name);
        refusals.push_str(&format!("{name} → {error}\n"));
    };
    refuse("no version", |json| drop(json.as_object_mut().unwrap().remove("version")));
    refuse("version 1", |json| json["version"] = json!("1.0"));
    refuse("a collection", |json| json["class"] = json!("collection"));
    refuse("no id", |json| drop(json.as_object_mut().unwrap().remove("id")));
    refuse("ids of other kinds", |json| json["id"] = json!(["A", 2]));
    refuse("an id twice", |json| json["id"] = json!(["A", "A"]));
    refuse("fewer sizes than ids", |json| json["size"] = json!([6]));
    refuse("a negative size", |json| json["size"] = json!([2, -3]));
    refuse("a cube that fills the memory", |json| json["size"] = json!([2_000_000_000_u64, 3_000_000_000_u64]));
    refuse("no such dimension", |json| json["id"] = json!(["A", "Tid"]));
    refuse("a dimension too many", |json| json["dimension"]["X"] = json!({}));
    refuse("no category", |json| json["dimension"]["T"] = json!({"href": "x"}));
    refuse("no index of several", |json| json["dimension"]["A"]["category"]["index"] = Value::Null);
    refuse("an index of numbers", |json| json["dimension"]["T"]["category"]["index"] = json!([2021, 2022, 2023]));
    refuse("a code twice", |json| json["dimension"]["T"]["category"]["index"] = json!(["2021", "2022", "2021"]));
    refuse("a position twice", |json| {
        json["dimension"]["T"]["category"]["index"] = json!({"2021": 0, "2022": 1, "2023": 1});
    });
    refuse("a position out of range", |json| {
        json["dimension"]["T"]["category"]["index"] = json!({"2021": 0, "2022": 1, "2023": 3});
    });
    refuse("fewer codes than the size", |json| json["dimension"]["T"]["category"]["index"] = json!(["2021"]));
    refuse("a label of another kind", |json| json["dimension"]["A"]["category"]["label"]["20"] = json!(20));
    refuse("a role of no dimension", |json| json["role"] = json!({"time": ["Tid"]}));
    refuse("no value", |json| drop(json.as_object_mut().unwrap().remove("value")));
    refuse("a value too few", |json| json["value"] = json!([1, 2, 3, 4, 5]));
    refuse("a value in words", |json| json["value"][3] = json!("NaN"));
    refuse("a sparse value out of range", |json| json["value"] = json!({"6": 1}));
    refuse("a sparse value at a word", |json| json["value"] = json!({"x": 1}));
    refuse("a status too few", |json| json["status"] = json!(["p", "p"]));
    refuse("a status out of range", |json| json["status"] = json!({"17": "p"}));
    refuse("a status of another kind", |json| json["status"] = json!({"1": 4}));
    refuse("a note of another kind", |json| json["note"] = json!("Obs"));
    let not_json = |text: &str| Dataset::read(text).expect_err(text).to_string();
    refusals.push_str(&format!("cut short → {}\n", not_json("{\"version\": \"2.0\", ")));
    refusals.push_str(&format!("infinite → {}\n", not_json("{\"value\": [1e999]}")));
    refusals.push_str(&format!("not an object → {}\n", not_json("[]")));
    refusals.push_str(&format!("something after it → {}\n", not_json(&format!("{} {{}}", plain()))));
    refusals.push_str(&format!("a name twice → {}\n", not_json("{\"version\": \"2.0\", \"version\": \"2.0\"}")));
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    let nested = not_json(&plain().to_string().replacen('{', &format!("{{\"extension\":{deep},"), 1));
    assert!(nested.contains("not JSON: recursion limit exceeded"), "{nested}");
    insta::assert_snapshot!(refusals);
}

/// A small table with everything that a snapshot can say.
fn table() -> Table {
    Table {
        id: TableId("prov".into()),
        label: Label::new("Prov", "Trial"),
        source: Source {
            agency: "SCB".into(),
            statistic: Label::new("Helårsekvivalenter", "Full-year equivalents"),
            table: "TAB1386".into(),
            read_from: Label::new("ett diagram", "a chart"),
            url: "https://example.org/".into(),
            licence: "CC0 1.0".into(),
            updated: "2026-03-23".into(),
        },
        provenance: Provenance::Digitised,
        exactness: Exactness { label: Label::new("±10", "±10"), part: 10.0, total: 6.5 },
        preliminary_from: Period::from_code("2025M02"),
        perturbed_from: Period::from_code("2025M01"),
        area_notes: vec![AreaNote { areas: vec![AreaCode::Country], text: Label::new("Här", "Here") }],
        forecast: Period::from_code("2025M04").map(|from| Forecast {
            from,
            vintage: "2024-06".to_owned(),
            maker: Label::new("Göteborgs Stad", "the City of Gothenburg"),
            basis: Label::new("SCB:s framskrivning", "Statistics Sweden’s projection"),
        }),
        notes: vec![Label::new("Obs", "Note")],
        areas: vec![AreaCode::Country, AreaCode::Municipality(2080)],
        contents: vec![contents("sjukpenning"), contents("summa"), contents("andel")],
        sexes: vec![Sex::Both, Sex::Women],
        ages: vec![Age::FROM_20_TO_64, Age::FROM_20_TO_65],
        periods: ["2025M01", "2025M02", "2025M04"].into_iter().filter_map(Period::from_code).collect(),
        cells: (0..72).map(|at| Ok(f64::from(at) / 4.0)).collect(),
    }
}

fn written(table: &Table) -> String {
    write_table(table, |area| format!("Område {area}")).unwrap()
}

#[test]
fn a_snapshot_is_one_line_that_others_can_read() {
    let mut table = table();
    table.cells[3] = Err(Missing::NotReported);
    let text = written(&table);
    assert!(!text.contains('\n'));
    let json: Value = serde_json::from_str(&text).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&json["dimension"]).unwrap());
    assert_eq!(json["value"][3], Value::Null);
    assert_eq!(json["status"], json!({"3": "not_reported"}));
    assert!(text.contains("\"value\":[0,0.25,0.5,null,1,1.25"), "{text}");
}

#[test]
fn the_order_of_dimensions_does_not_matter() {
    let table = table();
    let mut json: Value = serde_json::from_str(&written(&table)).unwrap();
    // The cube turned round: Tid outermost, Region innermost.
    let old: Vec<_> = json["size"].as_array().unwrap().iter().map(|size| size.as_u64().unwrap() as usize).collect();
    let values = json["value"].as_array().unwrap().clone();
    let mut turned = vec![Value::Null; values.len()];
    for (position, value) in values.into_iter().enumerate() {
        let (mut rest, mut at, mut step) = (position, 0, values_len(&old));
        let mut index = [0; 5];
        for dimension in (0..5).rev() {
            index[dimension] = rest % old[dimension];
            rest /= old[dimension];
        }
        for dimension in (0..5).rev() {
            step /= old[dimension];
            at += index[dimension] * step;
        }
        turned[at] = value;
    }
    json["value"] = turned.into();
    json["id"] = json!(["Tid", "Aldersgrupp", "Kon", "ContentsCode", "Region"]);
    json["size"] = old.iter().rev().copied().collect::<Vec<_>>().into();
    assert_eq!(read_table(&json.to_string(), catalogue()).unwrap(), table);
}

fn values_len(sizes: &[usize]) -> usize {
    sizes.iter().product()
}

#[test]
fn what_is_not_our_form_is_refused_with_its_place() {
    let mut refusals = String::new();
    let mut refuse = |name: &str, change: fn(&mut Value)| {
        let mut json: Value = serde_json::from_str(&written(&table())).unwrap();
        change(&mut json);
        let error = read_table(&json.to_string(), catalogue()).expect_err(name);
        refusals.push_str(&format!("{name} → {error}\n"));
    };
    refuse("no extension", |json| json["extension"] = Value::Null);
    refuse("no provenance", |json| {
        drop(json["extension"]["faktabank"].as_object_mut().unwrap().remove("provenance"));
    });
    refuse("an unknown provenance", |json| json["extension"]["faktabank"]["provenance"] = json!("guessed"));
    refuse("an unknown period", |json| json["extension"]["faktabank"]["preliminaryFrom"] = json!("2025X"));
    refuse("an unknown area", |json| json["dimension"]["Region"]["category"]["index"][1] = json!("208"));
    refuse("an unknown contents", |json| json["dimension"]["ContentsCode"]["category"]["index"][1] = json!("x"));
    refuse("an unknown sex", |json| json["dimension"]["Kon"]["category"]["index"][1] = json!("3"));
    refuse("an unknown age", |json| json["dimension"]["Aldersgrupp"]["category"]["index"][1] = json!("64-20"));
    refuse("falling periods", |json| json["dimension"]["Tid"]["category"]["index"][0] = json!("2025M03"));
    refuse("mixed periods", |json| json["dimension"]["Tid"]["category"]["index"][2] = json!("2026"));
    refuse("a value and a reason", |json| json["status"] = json!({"5": "not_reported"}));
    insta::assert_snapshot!(refusals);
}

#[test]
fn a_missing_cell_keeps_its_reason_and_is_never_zero() {
    let mut json: Value = serde_json::from_str(&written(&table())).unwrap();
    for position in 0..3 {
        json["value"][position] = Value::Null;
    }
    json["status"] = json!({"1": "suppressed", "2": "q"});
    let cells = read_table(&json.to_string(), catalogue()).unwrap().cells;
    let expected: [Cell; 3] = [Err(Missing::NotAvailable), Err(Missing::Suppressed), Err(Missing::NotAvailable)];
    assert_eq!(cells[..3], expected);
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        4 => (-1e9..1e9).prop_map(|value: f64| Ok((value * 10.0).round() / 10.0)),
        4 => (0..9_000_000_i32).prop_map(|value| Ok(f64::from(value))),
        1 => prop::sample::select(Missing::ALL.to_vec()).prop_map(Err),
    ]
}

/// The same cases in every run.
fn fixed() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(20), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(fixed())]

    #[test]
    fn every_table_reads_back_as_it_was_written(cells in prop::collection::vec(cell(), 72)) {
        let table = Table { cells, ..table() };
        prop_assert_eq!(read_table(&written(&table), catalogue()).unwrap(), table);
    }

    #[test]
    fn every_number_is_read_to_its_last_bit(bits in any::<u64>(), digits in any::<i64>(), decimals in 0..25) {
        let number = f64::from_bits(bits);
        let mut texts = vec![format!("{digits}e-{decimals}"), format!("{}.{:020}", digits, digits.unsigned_abs())];
        if number.is_finite() {
            texts.extend([number.to_string(), format!("{number:e}")]);
        }
        for text in texts {
            let json = json!({
                "version": "2.0", "class": "dataset", "id": ["A"], "size": [1], "value": ["here"],
                "dimension": {"A": {"category": {"index": ["00"]}}},
            });
            let data = Dataset::read(&json.to_string().replace("\"here\"", &text)).unwrap();
            prop_assert_eq!(data.values[0].map(f64::to_bits), text.parse().ok().map(f64::to_bits), "{}", text);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        let _ = (read_table(&text, catalogue()), read_table(&bytes, catalogue()));
    }

    #[test]
    fn no_change_of_a_snapshot_makes_the_reader_panic(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = written(&table()).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = (read_table(&bytes, catalogue()), Dataset::read(&bytes), read_table(&bytes[..at], catalogue()));
    }
}
