//! Where this program's file is.
//!
//! Asked as it starts: the tests that it runs may build it anew, and what the
//! system then says of a running program is a file that was removed.

use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

static FILE: OnceLock<PathBuf> = OnceLock::new();

/// Keeps where the program's file is; called first of all.
///
/// # Errors
///
/// If the system does not say where it is.
pub(crate) fn remember() -> Result<()> {
    let file = env::current_exe().context("where this program is")?;
    // One that is kept already is the same.
    let _ = FILE.set(file);
    Ok(())
}

/// The program's file: this program, or the same that was built since.
///
/// # Errors
///
/// If [`remember`] was not called.
pub(crate) fn file() -> Result<&'static Path> {
    FILE.get().map(PathBuf::as_path).context("the program has not kept where it is")
}
