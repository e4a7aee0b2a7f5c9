//! Components in a real browser: what they show for given view models, and
//! what they tell when pressed. Data and drawing library are stand-ins.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test that meets the impossible should stop")]

mod area_picker;
mod binding;
mod figure;
mod navigation;
mod numbers;
mod stage;
mod table;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
