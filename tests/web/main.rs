//! Components in a real browser: what they show for given view models, and
//! what they tell when pressed. Data and drawing library are stand-ins.
#![cfg(target_arch = "wasm32")]

mod area_picker;
mod binding;
mod figure;
mod navigation;
mod stage;
mod table;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
