//! Numbers of files, as the page reads them: without what natively reads longer
//! ones to their last bit.

use faktabank_tables::json_stat::read_table;
use faktabank_tables::snapshot::read_topics;
use faktabank_tables::statistics::Table;
use wasm_bindgen_test::wasm_bindgen_test;

/// A table of one cell.
fn table(number: &str) -> Table {
    let dimension = |code: &str| [r#"{"category":{"index":[""#, code, r#""]}}"#].concat();
    let text = [
        r#"{"version":"2.0","class":"dataset","id":["Region","ContentsCode","Kon","Aldersgrupp","Tid"],"size":[1,1,1,1,1],"#,
        r#""dimension":{"Region":"#,
        &dimension("20"),
        r#","ContentsCode":"#,
        &dimension("summa"),
        r#","Kon":"#,
        &dimension("1+2"),
        r#","Aldersgrupp":"#,
        &dimension("20-64"),
        r#","Tid":"#,
        &dimension("2025"),
        r#"},"value":["#,
        number,
        r#"],"extension":{"faktabank":{"table":"prov","label":{"sv":"Prov","en":"Trial"},"provenance":"official","exactness":{"label":{"sv":"","en":""},"part":0,"total":0},"notes":[],"source":{"agency":"","statistic":{"sv":"","en":""},"table":"","read_from":{"sv":"","en":""},"url":"","licence":"","updated":""}}}}"#,
    ]
    .concat();
    let catalogue = read_topics(include_bytes!("../../data/topics.json")).expect("the committed topics");
    read_table(&text, catalogue).expect("a snapshot")
}

#[wasm_bindgen_test]
fn numbers_of_up_to_15_digits_are_read_to_their_last_bit() {
    for text in ["0", "-3", "17.45", "0.1", "225.833333333333", "-999999999999.999", "0.000000000000123", "1e-7"] {
        assert_eq!(table(text).cells, [Ok(text.parse().expect("a number"))], "{text}");
    }
}

#[wasm_bindgen_test]
fn a_mistake_is_told_by_line_and_column() {
    let error =
        faktabank_tables::snapshot::read_areas(br#"{"schema":1,"areas":[{"code":"x","name":""}],"associations":[]}"#);
    let expected = r#"areas.json: $: unknown area "x" at line 1 column 32"#;
    assert_eq!(error.expect_err("no such area").to_string(), expected);
}
