//! The table of a figure: raw values, reasons, and sorting.

use crate::stage::{mount, settle};
use faktabank::app::figure::table_view;
use faktabank::app::memo::Memo;
use faktabank_figures::figure::{Column, ColumnKey, DataTable, Mark, Point, Row, RowKey, Status};
use faktabank_tables::query::Place;
use faktabank_tables::statistics::{AreaCode, Missing};
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test;

fn row(key: &str, name: &str, value: Result<f64, Missing>, text: &str) -> Row {
    let cell = Point::plain(value, text.into());
    let key = AreaCode::from_code(key).map_or(RowKey::All, |code| RowKey::Place(Place::of(code).key()));
    Row { key, name: name.into(), cells: vec![cell] }
}

fn table() -> Arc<DataTable> {
    Arc::new(DataTable {
        caption: "Andel i arbete".into(),
        units: "procent".into(),
        period: None,
        stub: "Kommun".into(),
        columns: vec![Column { key: ColumnKey::Share, name: "Grad".into(), decimals: 1 }],
        rows: vec![
            row("2080", "Falun", Ok(85.4), "85,4 %"),
            row("2021", "Vansbro", Err(Missing::NotReported), ".."),
            row("2081", "Borlänge", Ok(0.0), "0,0 %"),
            row("2039", "Älvdalen", Ok(86.0), "86,0 %"),
        ],
        total: Some(row("summa", "Alla 4 kommuner", Ok(83.1), "83,1 %")),
        unreported: String::new(),
    })
}

#[wasm_bindgen_test]
async fn a_missing_cell_is_never_zero() {
    let stage = mount(|context| table_view(Memo::new(|_| table()), context).into_fragment());
    settle().await;
    let value = |row: &str| stage.attribute(&format!("[data-row='{row}'] td"), "data-value");
    assert_eq!(value("2080").as_deref(), Some("85.4"));
    assert_eq!(value("2081").as_deref(), Some("0"));
    assert_eq!(value("2021").as_deref(), Some(""));
    assert_eq!(stage.attribute("[data-row='2021'] td", "data-missing").as_deref(), Some("not_reported"));
    assert_eq!(stage.attribute("[data-row='2081'] td", "data-missing"), None);
    assert_eq!(stage.texts("caption"), ["Andel i arbete"]);
    assert_eq!(stage.texts("thead th[scope=col]"), ["Kommun", "Grad"]);
    assert_eq!(stage.texts("tbody th[scope=row]"), ["Falun", "Vansbro", "Borlänge", "Älvdalen"]);
}

#[wasm_bindgen_test]
async fn a_column_sorts_both_ways_with_what_is_missing_last() {
    let stage = mount(|context| table_view(Memo::new(|_| table()), context).into_fragment());
    settle().await;
    let head = "thead th:nth-child(2)";
    assert_eq!(stage.attribute(head, "aria-sort").as_deref(), Some("none"));
    stage.click("thead th:nth-child(2) button");
    settle().await;
    assert_eq!(stage.texts("tbody th"), ["Älvdalen", "Falun", "Borlänge", "Vansbro"]);
    assert_eq!(stage.attribute(head, "aria-sort").as_deref(), Some("descending"));
    stage.click("thead th:nth-child(2) button");
    settle().await;
    assert_eq!(stage.texts("tbody th"), ["Borlänge", "Falun", "Älvdalen", "Vansbro"]);
    assert_eq!(stage.attribute(head, "aria-sort").as_deref(), Some("ascending"));
}

#[wasm_bindgen_test]
async fn heads_sort_by_name_with_å_ä_and_ö_last() {
    let stage = mount(|context| table_view(Memo::new(|_| table()), context).into_fragment());
    settle().await;
    stage.click("thead th:nth-child(1) button");
    settle().await;
    assert_eq!(stage.texts("tbody th"), ["Borlänge", "Falun", "Vansbro", "Älvdalen"]);
    stage.click("thead th:nth-child(1) button");
    settle().await;
    assert_eq!(stage.texts("tbody th"), ["Älvdalen", "Vansbro", "Falun", "Borlänge"]);
}

#[wasm_bindgen_test]
async fn a_long_table_is_filtered_and_its_total_stays() {
    let mut long = (*table()).clone();
    for code in 0..12 {
        long.rows.push(row(&code.to_string(), &["Ort ", &code.to_string()].concat(), Ok(f64::from(code)), "0"));
    }
    let long = Arc::new(long);
    let stage = mount(move |context| table_view(Memo::new(move |_| long.clone()), context).into_fragment());
    settle().await;
    assert_eq!(stage.texts("tbody tr").len(), 16);
    stage.write("input[type=search]", "älv");
    settle().await;
    assert_eq!(stage.texts("tbody th"), ["Älvdalen"]);
    assert_eq!(stage.texts("[data-filtered]"), ["1 av 16 rader"]);
    assert_eq!(stage.texts("tfoot th, tfoot td"), ["Alla 4 kommuner", "83,1 %"]);
    stage.write("input[type=search]", "finns inte");
    settle().await;
    assert!(stage.texts("tbody th").is_empty());
    assert_eq!(stage.texts("[data-filtered]"), ["0 av 16 rader"]);
}

#[wasm_bindgen_test]
async fn a_short_table_has_no_filter() {
    let stage = mount(|context| table_view(Memo::new(|_| table()), context).into_fragment());
    settle().await;
    assert!(stage.texts("input[type=search]").is_empty());
}

#[wasm_bindgen_test]
async fn what_is_lacking_is_said_in_words_and_in_a_legend() {
    let mut marked = (*table()).clone();
    marked.rows[0].cells[0].status = Status::Preliminary;
    marked.rows[1].cells[0].note = "ej rapporterat".into();
    marked.rows[2].cells[0].mark = Mark::Understated;
    marked.rows[2].cells[0].note = "för låg".into();
    marked.rows[3].cells[0].mark = Mark::Partial;
    marked.rows[3].cells[0].note = "2 av 3 kommuner".into();
    let marked = Arc::new(marked);
    let stage = mount(move |context| table_view(Memo::new(move |_| marked.clone()), context).into_fragment());
    settle().await;
    assert_eq!(
        stage.texts("tbody td"),
        ["85,4 %", "..: ej rapporterat", "0,0 %▲: för låg", "86,0 %○: 2 av 3 kommuner"]
    );
    let mark = |row: &str| stage.attribute(&format!("[data-row='{row}'] td"), "data-mark");
    assert_eq!(mark("2080"), None);
    assert_eq!(mark("2081").as_deref(), Some("understated"));
    assert_eq!(mark("2039").as_deref(), Some("partial"));
    assert_eq!(stage.texts("[data-legend] dt"), ["..", "▲", "○", "Kursiv"]);
    // By keyboard and by touch, which gives focus.
    assert_eq!(stage.attribute("[data-row='2021'] .why", "tabindex").as_deref(), Some("0"));
    assert!(stage.texts("[data-row='2080'] .why").is_empty());
}

#[wasm_bindgen_test]
async fn a_table_of_whole_numbers_has_no_legend() {
    let mut whole = (*table()).clone();
    whole.rows.remove(1);
    let whole = Arc::new(whole);
    let stage = mount(move |context| table_view(Memo::new(move |_| whole.clone()), context).into_fragment());
    settle().await;
    assert!(stage.texts("[data-legend]").is_empty());
}
