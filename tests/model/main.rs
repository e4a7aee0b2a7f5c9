//! The model's edition, made by `cargo xtask model` from a copy of `data/`:
//! does it add up, keep every published figure, and look like life?

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a failing test may panic")]

mod anchors;
#[path = "../catalogue.rs"]
mod catalogue;
mod edition;
mod people;
mod published;
mod series;
mod shape;
mod sums;
