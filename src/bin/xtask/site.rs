//! The page: turns the sources into the production files in `dist/`, by way of
//! Trunk and its hooks (`Trunk.toml`, `web/`).

use crate::{fallback, project, setup};
use anyhow::{Context, Result};
use std::fs;
use xshell::cmd;

/// The folder of the production files, below the project's.
pub(crate) const FOLDER: &str = "dist";

/// What readers without scripts see, as Trunk's hook finds it; below the project's folder.
const FALLBACK: &str = "target/web/fallback.html";

/// Builds `dist/`, after installing what the build needs.
///
/// # Errors
///
/// If a tool cannot be installed or the build fails; the tool has said why.
pub(crate) fn build(allow_modelled: bool) -> Result<()> {
    setup::build_tools()?;
    let shell = project::shell()?;
    println!("build: {FOLDER}/");
    let plain = project::root().join(FALLBACK);
    fs::create_dir_all(plain.with_file_name(""))?;
    fs::write(&plain, fallback::page()?).context(FALLBACK)?;
    let allow = if allow_modelled { "1" } else { "0" };
    cmd!(shell, "trunk build --release --quiet")
        .env("FAKTABANK_ALLOW_MODELLED", allow)
        .env("FAKTABANK_FALLBACK", &plain)
        // Trunk reads it as its own and accepts nothing but true and false.
        .env_remove("NO_COLOR")
        .quiet()
        .run()
        .context("the page could not be built")
}
