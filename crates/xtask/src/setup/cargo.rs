//! What rustup and Cargo install: the wasm target, the sources of the standard
//! library, and programs in Rust.

use super::{lock, step};
use crate::project;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use xshell::{Shell, cmd};

const TARGET: &str = "wasm32-unknown-unknown";

/// Newer ones need a newer rustc than `rust-toolchain.toml` pins.
const TRUNK: &str = "0.21.14";

/// Any version that drives an installed Firefox would do.
const GECKODRIVER: &str = "0.37.1";

/// The target that the page is compiled for.
pub(super) fn wasm_target(shell: &Shell) -> Result<()> {
    let libraries = cmd!(shell, "rustc --print target-libdir --target {TARGET}").quiet().ignore_stderr().read();
    if libraries.is_ok_and(|folder| fs::exists(folder.trim()).unwrap_or(false)) {
        return Ok(());
    }
    if project::find_program(shell, &["rustup"]).is_none() {
        bail!("the Rust target {TARGET} is missing, and rustup to install it with; install rustup, or the target");
    }
    step("Rust target wasm32-unknown-unknown (seconds)");
    cmd!(shell, "rustup target add {TARGET}").quiet().run().with_context(|| format!("rustup target add {TARGET}"))
}

/// The sources of the standard library, which is compiled along with the page.
pub(super) fn library_sources(shell: &Shell) -> Result<()> {
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    if Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").exists() {
        return Ok(());
    }
    if project::find_program(shell, &["rustup"]).is_none() {
        bail!(
            "the sources of Rust's library are missing, and rustup to install them with; install rustup, or rust-src"
        );
    }
    step("Rust sources (seconds)");
    cmd!(shell, "rustup component add rust-src").quiet().run().context("rustup component add rust-src")
}

/// Trunk, which puts the page together.
pub(super) fn trunk(shell: &Shell) -> Result<()> {
    let options = ["--no-default-features", "--features", "rustls"];
    install(shell, "trunk", "trunk", TRUNK, &options, "about 9 minutes on 2 cores, once")
}

/// wasm-bindgen, which must have the version of the crate to the digit, and
/// with it the runner of the component tests.
pub(super) fn wasm_bindgen(shell: &Shell) -> Result<()> {
    let version = lock::version_of(&shell.read_file("Cargo.lock")?, "wasm-bindgen")?;
    install(shell, "wasm-bindgen-cli", "wasm-bindgen", &version, &[], "about 2 minutes, once")
}

/// The driver of Firefox; Debian has none as a package of its own.
pub(super) fn geckodriver(shell: &Shell) -> Result<()> {
    if project::find_program(shell, &["geckodriver"]).is_some() {
        return Ok(());
    }
    install(shell, "geckodriver", "geckodriver", GECKODRIVER, &[], "about 2 minutes, once")
}

/// Installs a crate's program, unless this version of it is there.
fn install(shell: &Shell, package: &str, program: &str, version: &str, options: &[&str], time: &str) -> Result<()> {
    let installed = cmd!(shell, "{program} --version").quiet().ignore_stderr().read();
    if installed.is_ok_and(|text| text.split_whitespace().any(|word| word == version)) {
        return Ok(());
    }
    step(&format!("{package} {version} ({time})"));
    cmd!(shell, "cargo install {package} --version {version} --locked {options...}")
        .quiet()
        .run()
        .with_context(|| format!("{package} {version} could not be installed: install that version by hand"))
}
