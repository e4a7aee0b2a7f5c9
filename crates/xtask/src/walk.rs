//! `cargo xtask walk`: links that nobody has thought of and walks over whatever controls
//! they lead to, in both browsers, as many as asked for. The end-to-end tests take a few.

use crate::project;
use crate::suite;
use anyhow::{Context, Result};
use xshell::cmd;

/// The command line of `cargo xtask walk`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// One walk alone: the same seed makes the same walk.
    #[arg(long, value_name = "N", conflicts_with = "seeds")]
    seed: Option<u64>,
    /// So many walks in each browser, of the seeds from 1.
    #[arg(long, value_name = "N", default_value_t = 200)]
    seeds: u64,
    /// One browser alone: `chromium` or `firefox`.
    #[arg(long)]
    browser: Option<String>,
}

/// Walks over the production files, built anew.
///
/// # Errors
///
/// If they cannot be built, or a walk found a fault; each is named by its seed.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    suite::modelled_site()?;
    let shell = project::shell()?;
    let (first, count) = arguments.seed.map_or((1, arguments.seeds), |seed| (seed, 1));
    let browser = arguments.browser.as_deref().map(|it| [it, "::"].concat()).unwrap_or_default();
    let filter = [&browser, "walk::"].concat();
    cmd!(shell, "cargo test --quiet --package faktabank --test e2e -- {filter}")
        .env("FAKTABANK_WALK", format!("{first}+{count}"))
        .run()
        .context("walks")
}
