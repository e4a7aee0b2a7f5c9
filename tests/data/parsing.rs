//! JSON: whatever is written is read back, and nothing else passes.

use crate::parser::{difference, differences};
use faktabank::json::{self, Json};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Value;

#[test]
fn odd_texts_are_read_as_serde_json_reads_them() {
    assert_eq!(differences(), Vec::<String>::new());
}

#[test]
fn the_place_of_a_mistake_is_told() {
    let check = |text: &str, expected: &str| assert_eq!(json::parse(text.as_bytes()), Err(expected.to_owned()));
    check("<!doctype html>", "a mistake at line 1 column 1");
    check("{\n  \"a\": 01\n}", "a mistake at line 2 column 8");
    check("[1,\n2", "cut short at line 2 column 1");
    check("", "cut short at line 1 column 0");
}

/// The same cases in every run.
fn fixed() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(20), failure_persistence: None, ..ProptestConfig::default() }
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        (-9_999_999..9_999_999).prop_map(|number: i32| Value::from(f64::from(number) / 100.0)),
        "\\PC{0,6}|[\"\\\\\u{0}-\u{1f}]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec(("\\PC{0,3}", inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(fixed())]

    #[test]
    fn whatever_is_written_is_read_back(value in value()) {
        prop_assert_eq!(difference(value.to_string().as_bytes()), None);
        prop_assert_eq!(difference(serde_json::to_string_pretty(&value).unwrap().as_bytes()), None);
    }

    #[test]
    fn every_number_is_read_to_its_last_bit(bits in any::<u64>(), scaled in any::<i64>(), decimals in 0_u8..20) {
        let number = f64::from_bits(bits);
        if number.is_finite() {
            for text in [number.to_string(), format!("{number:e}")] {
                prop_assert_eq!(json::parse(text.as_bytes()), Ok(Json::Number(number)));
            }
        }
        let text = format!("{}.{:0>width$}", scaled / 1000, decimals, width = usize::from(decimals) + 1);
        prop_assert_eq!(json::parse(text.as_bytes()), Ok(Json::Number(text.parse().unwrap())));
    }

    #[test]
    fn what_is_no_json_is_refused(text in r#"[-+0-9.eE,:"{}\[\]\\untrfalse \n]{0,12}"#) {
        prop_assert_eq!(difference(text.as_bytes()), None);
    }

    #[test]
    fn no_bytes_make_the_parser_panic(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        prop_assert_eq!(difference(&bytes), None);
    }
}
