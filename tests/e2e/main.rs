//! End-to-end tests: the production files behind the production headers, in
//! Chromium and Firefox, as a reader meets them.
//!
//! `cargo xtask test e2e` builds what they need and runs them all; a part of a
//! name runs some: `cargo test --test e2e -- firefox::keyboard`.
//! `FAKTABANK_DIST` names another folder than `dist/`. A failed scenario leaves
//! a picture and what the browser printed in `CARGO_TARGET_TMPDIR`.

mod compressed;
mod copies;
mod harness;
mod published;
mod scenarios;

use anyhow::{Context, Result, ensure};
use harness::{Engine, Page, Site};
use libtest_mimic::{Arguments, Trial};
use scenarios::Scenario;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> Result<ExitCode> {
    let mut arguments = Arguments::from_args();
    // One browser at a time: they would only take the machine from each other.
    arguments.test_threads.get_or_insert(1);
    let site = if arguments.list { None } else { Some(Arc::new(Site::production()?)) };
    let trials = Engine::ALL.into_iter().flat_map(|engine| {
        let site = site.clone();
        let here = move |scenario: &&Scenario| scenario.only.is_none_or(|only| only == engine);
        scenarios::ALL.iter().filter(here).map(move |scenario| {
            let site = site.clone();
            Trial::test(format!("{}::{}", engine.name(), scenario.name), move || {
                let site = site.context("no site while listing")?;
                run(engine, scenario, &site).map_err(|error| format!("{error:#}").into())
            })
            .with_ignored_flag(scenario.measures())
        })
    });
    let conclusion =
        libtest_mimic::run(&arguments, trials.chain(copies::trials()).chain(compressed::trials()).collect());
    // Stops the server before the process ends.
    drop(site);
    Ok(conclusion.exit_code())
}

/// Plays one scenario in a fresh browser; its console must be empty afterwards.
fn run(engine: Engine, scenario: &Scenario, site: &Site) -> Result<()> {
    let name = format!("e2e-{}-{}", engine.name(), scenario.name.replace("::", "-"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let picture = folder.join(format!("{name}.png"));
    let _ = std::fs::remove_file(&picture);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        let page = Page::start(engine, site, &folder.join(format!("{name}.log"))).await?;
        let mut outcome = (scenario.play)(&page).await;
        if outcome.is_ok() {
            outcome = quiet(&page).await;
        }
        if outcome.is_err()
            && let Ok(png) = page.picture().await
        {
            std::fs::write(&picture, png)?;
        }
        page.close().await?;
        outcome
    })
}

async fn quiet(page: &Page) -> Result<()> {
    let lines = page.console().await?;
    ensure!(lines.is_empty(), "the console says:\n{}", lines.join("\n"));
    Ok(())
}
