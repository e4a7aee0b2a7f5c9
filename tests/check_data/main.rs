//! `cargo xtask check-data`, run on copies of the committed data that are broken
//! on purpose.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a failing test may panic")]

mod broken;
mod copy;
mod definitions;

use std::path::{Path, PathBuf};

/// The committed data.
fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}
