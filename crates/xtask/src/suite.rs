//! All tests: turns the sources into a yes or no, part by part. What a part
//! tests is for the part to say; this knows only how to start it.

use crate::{budget, check_data, model, offline, project, setup, site};
use anyhow::{Context, Result};
use clap::ValueEnum;
use std::env;
use std::time::Instant;
use xshell::{Shell, cmd};

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// What runs without a browser, and the data.
    Native,
    /// Components, in Chromium.
    Web,
    /// The production files, in Chromium and Firefox, and their sizes.
    E2e,
    /// What nginx, Apache and Caddy send by the files of `deploy/`; on demand alone.
    Hosts,
}

impl Part {
    /// What is run when nothing is named.
    const ALL: [Self; 3] = [Self::Native, Self::Web, Self::E2e];
}

/// Runs a part, or all of them, after installing what it needs.
///
/// # Errors
///
/// If a test fails or something that it needs cannot be installed.
pub(crate) fn run(part: Option<Part>) -> Result<()> {
    let shell = project::shell()?;
    let parts = part.map_or_else(|| Part::ALL.to_vec(), |part| vec![part]);
    if parts.iter().any(|part| matches!(part, Part::Web | Part::E2e)) {
        setup::build_tools()?;
        setup::test_tools()?;
    }
    for part in parts {
        let start = Instant::now();
        match part {
            Part::Native => native(&shell)?,
            Part::Web => web(&shell)?,
            Part::E2e => end_to_end(&shell)?,
            Part::Hosts => hosts(&shell)?,
        }
        println!("test: {part:?} passed in {} s", start.elapsed().as_secs());
    }
    Ok(())
}

fn native(shell: &Shell) -> Result<()> {
    setup::readers()?;
    model::ensure()?;
    check_data::run(None)?;
    cmd!(shell, "cargo test").run().context("native tests")
}

fn web(shell: &Shell) -> Result<()> {
    let driver = project::find_program(shell, &["chromedriver"]).context("chromedriver is not installed")?;
    cmd!(shell, "cargo test --package faktabank --target wasm32-unknown-unknown --test web")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", driver)
        // The default of 20 seconds is short for two busy cores.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
        .run()
        .context("component tests")
}

/// Builds the production files with every kommun in them, and installs what tests them.
///
/// # Errors
///
/// If something cannot be installed or built.
pub(crate) fn modelled_site() -> Result<()> {
    setup::build_tools()?;
    setup::test_tools()?;
    model::ensure()?;
    site::build(true, None, None)
}

fn hosts(shell: &Shell) -> Result<()> {
    let programs = setup::servers()?;
    let path = shell.var_os("PATH").unwrap_or_default();
    let path = env::join_paths(env::split_paths(&path).chain([programs])).context("PATH")?;
    let _there = shell.push_env("PATH", path);
    cmd!(shell, "cargo test --package xtask --test hosts -- --skip load::").run().context("hosts")
}

/// Checks the licences and sources of all crates against `deny.toml`.
///
/// # Errors
///
/// If one is not allowed, or the tool cannot be installed.
pub(crate) fn licences() -> Result<()> {
    setup::licence_tools()?;
    let shell = project::shell()?;
    cmd!(shell, "cargo deny --locked check licenses bans sources").run().context("licences and sources")
}

fn end_to_end(shell: &Shell) -> Result<()> {
    model::ensure()?;
    site::build(false, None, None)?;
    // What is published has its sizes; what is tested has every kommun.
    budget::run()?;
    cmd!(shell, "node web/validate.mjs").run().context("pages that are no valid HTML")?;
    site::add_modelled()?;
    offline::pack(offline::AREA)?;
    cmd!(shell, "cargo test --package faktabank --test e2e").run().context("end-to-end tests")
}
