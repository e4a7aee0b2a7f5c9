//! The data: what is read as JSON-stat, what is refused, and whether the
//! snapshots of `data/` are what they say.

// The data are read natively here; the browser's tests are of another target.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a failing test may panic")]

#[path = "../catalogue.rs"]
mod catalogue;
mod editions;
mod json_stat;
mod printed;
mod snapshot;

use std::path::{Path, PathBuf};

/// The committed data.
fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}
