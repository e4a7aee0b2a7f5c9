//! The table of a figure: raw values, reasons, and sorting.

use crate::stage::{mount, settle};
use faktabank::app::figure::table_view;
use faktabank::app::memo::Memo;
use faktabank::figure::{Column, DataTable, Point, Row};
use faktabank::statistics::Missing;
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test;

fn row(key: &str, name: &str, value: Result<f64, Missing>, text: &str) -> Row {
    let cell = Point::plain(value, text.into());
    Row { key: key.into(), name: name.into(), cells: vec![cell] }
}

fn table() -> Arc<DataTable> {
    Arc::new(DataTable {
        caption: "Andel i arbete".into(),
        stub: "Kommun".into(),
        columns: vec![Column { key: "grad".into(), name: "Grad".into(), decimals: 1 }],
        rows: vec![
            row("2080", "Falun", Ok(85.4), "85,4 %"),
            row("2021", "Vansbro", Err(Missing::NotReported), ".."),
            row("2081", "Borlänge", Ok(0.0), "0,0 %"),
            row("2039", "Älvdalen", Ok(86.0), "86,0 %"),
        ],
    })
}

#[wasm_bindgen_test]
async fn a_missing_cell_is_never_zero() {
    let stage = mount(|scene| table_view(Memo::new(|_| table()), scene).parts());
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
    let stage = mount(|scene| table_view(Memo::new(|_| table()), scene).parts());
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
