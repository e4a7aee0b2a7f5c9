//! JSON on the page: rare numbers are the browser's to read there.

#[path = "../data/parser.rs"]
mod texts;

use faktabank::json::{self, Json};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn odd_texts_are_read_as_serde_json_reads_them() {
    assert_eq!(texts::differences(), Vec::<String>::new());
    assert_eq!(texts::difference(b"<!doctype html>"), None);
}

#[wasm_bindgen_test]
fn rare_numbers_are_read_to_their_last_bit() {
    for text in ["0.30000000000000004", "-1.7976931348623157e308", "5E-324", "123456789012345678901234567890", "1e-7"] {
        assert_eq!(json::parse(text.as_bytes()), Ok(Json::Number(text.parse().expect("a number"))), "{text}");
    }
}
