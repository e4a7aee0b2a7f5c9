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

/// What makes the page small: how its Rust is compiled, beyond `Cargo.toml`.
///
/// The standard library is compiled along with it, for size, and a panic stops
/// the page at once, without words that only a developer would read (`boot.js`
/// speaks to the reader). The linker leaves its relocations, by which
/// `web/later` splits the wasm. The pinned compiler can do all this and asks, by
/// `RUSTC_BOOTSTRAP`, whether it is meant; `trunk build` without it makes the
/// same page, an eighth larger, and so do the component tests, with words.
const SMALL: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
         -Clink-args=--emit-relocs --cfg=sha2_backend_soft=\"compact\"",
    ),
];

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

    // Trunk works without a network: the sources, those of the standard
    // library's own dependencies too, must be there.
    cmd!(shell, "cargo fetch --locked --quiet").envs(SMALL).quiet().run().context("cargo fetch")?;
    let allow = if allow_modelled { "1" } else { "0" };
    cmd!(shell, "trunk build --release --quiet")
        .envs(SMALL)
        .env("FAKTABANK_ALLOW_MODELLED", allow)
        .env("FAKTABANK_FALLBACK", &plain)
        // Trunk reads it as its own and accepts nothing but true and false.
        .env_remove("NO_COLOR")
        .quiet()
        .run()
        .context("the page could not be built")
}

/// Adds the editions whose figures are modelled to a `dist/` that was built
/// without them.
///
/// # Errors
///
/// If the page has not been built, or the files cannot be copied.
pub(crate) fn add_modelled() -> Result<()> {
    let shell = project::shell()?;
    cmd!(shell, "node web/data.mjs {FOLDER}").quiet().run().context("the modelled editions could not be added")
}
