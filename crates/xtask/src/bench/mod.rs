//! What is measured: turns the site and the engine into times, beside those of others,
//! and one run of both into `docs/benchmark.md` ([`document`]). No test stands on them:
//! they say as much about the machine.

mod document;

use crate::{compress, model, project, setup, site, suite};
use anyhow::{Context, Result};
use clap::ValueEnum;
use std::fs;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// How soon a page is seen, and answers.
    First,
    /// How soon a choice is drawn.
    Choices,
    /// The engine beside typed arrays by hand, jsonstat-toolkit, Arquero and DuckDB; on demand alone.
    Engine,
    /// How many requests a second nginx answers on this computer; on demand alone.
    Load,
    /// First and engine in one run, which is written into docs/benchmark.md; on demand alone.
    Document,
}

/// Where what is measured lies, below the project's folder.
const FOLDER: &str = "target/bench";

/// Where the others are, below the project's folder.
const OTHERS: &str = "tests/bench";

/// Measures a part, or how soon pages are seen and choices drawn; beside it the
/// production files of another commit, where they are given.
///
/// # Errors
///
/// If something cannot be built or measured.
pub(crate) fn run(part: Option<Part>, before: Option<&Path>) -> Result<()> {
    let shell = project::shell()?;
    let folder = project::root().join(FOLDER);
    fs::create_dir_all(&folder)?;
    match part {
        None => page(&shell, "speed::", before),
        Some(Part::First) => page(&shell, "speed::the_first", before),
        Some(Part::Choices) => page(&shell, "speed::any", before),
        Some(Part::Load) => load(&shell),
        Some(Part::Engine) => engine(&shell, &folder).map(|_| ()),
        Some(Part::Document) => {
            page(&shell, "speed::the_first", before)?;
            let engine = engine(&shell, &folder)?;
            document::write(&measured(&folder), &engine)
        }
    }
}

/// Where the times of pages are written.
fn measured(folder: &Path) -> PathBuf {
    folder.join("first.json")
}

/// Pages in Chromium.
fn page(shell: &Shell, filter: &str, before: Option<&Path>) -> Result<()> {
    suite::modelled_site()?;
    let folder = project::root().join(FOLDER);
    let bench = cmd!(shell, "cargo test --quiet --package faktabank --test e2e -- --ignored {filter}")
        .env("FAKTABANK_PLAIN", plain(&folder)?)
        .env("FAKTABANK_MEASURED", measured(&folder));
    let bench = match before.map(fs::canonicalize).transpose().context("--before")? {
        Some(before) => bench.env("FAKTABANK_BEFORE", before),
        None => bench,
    };
    bench.run().context("bench")
}

/// The plain page with its library and its figures, compressed as ours is.
fn plain(folder: &Path) -> Result<PathBuf> {
    let (root, plain) = (project::root(), folder.join("plain"));
    fs::create_dir_all(&plain)?;
    let own = root.join(OTHERS).join("plain");
    let files = ["index.html", "plain.css", "plain.js"].map(|name| own.join(name));
    let taken = ["node_modules/echarts/dist/echarts.min.js", "data/2026-06/bas/20.json"].map(|name| root.join(name));
    for file in files.iter().chain(&taken) {
        let name = file.file_name().context("a file without name")?;
        fs::copy(file, plain.join(name)).with_context(|| file.display().to_string())?;
    }
    compress::within(&plain, &folder.join("compressed"))?;
    Ok(plain)
}

/// The engine and the others, in Node; says where the times are.
fn engine(shell: &Shell, folder: &Path) -> Result<PathBuf> {
    setup::build_tools()?;
    model::ensure()?;
    println!("bench: the others, from npm (a minute, once)");
    {
        let _there = shell.push_dir(project::root().join(OTHERS));
        cmd!(shell, "npm ci --no-audit --no-fund --silent").quiet().run().context("npm ci in tests/bench")?;
    }
    let target = "wasm32-unknown-unknown";
    cmd!(shell, "cargo build --quiet --release --package faktabank --example engine --target {target}").run()?;
    let built = format!("target/{target}/release/examples/engine.wasm");
    cmd!(shell, "wasm-bindgen --target nodejs --out-dir {folder} --out-name engine {built}").run()?;
    let times = folder.join("engine.json");
    let data = project::root().join("data");
    // The largest cube takes much of it as rows.
    let memory = "--max-old-space-size=8000";
    cmd!(shell, "node --expose-gc {memory} tests/bench/engine.mjs {folder} {data} {times}").run().context("bench")?;
    Ok(times)
}

/// Requests a second.
fn load(shell: &Shell) -> Result<()> {
    setup::build_tools()?;
    setup::load_tools()?;
    site::build(false, None, None)?;
    cmd!(shell, "cargo test --quiet --package xtask --test hosts -- --nocapture load::").run().context("load")
}
