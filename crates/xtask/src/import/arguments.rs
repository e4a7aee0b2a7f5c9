//! The command line of `cargo xtask import`, as typed values.

use clap::Args;
use faktabank_tables::statistics::Period;
use std::path::PathBuf;

/// What to import, from where, and into what.
#[derive(Args, Clone, Debug)]
pub(crate) struct Arguments {
    /// The table's id in PxWebApi 2; one of those that `data/tables.toml` defines.
    #[arg(long, default_value = "TAB1386")]
    pub(super) table: String,
    /// A JSON-stat 2.0 file that holds the table, instead of a service.
    #[arg(long, value_name = "PATH")]
    pub(super) file: Option<PathBuf>,
    /// The address of the PxWebApi 2 service.
    #[arg(long, default_value = "https://statistikdatabasen.scb.se/api/v2")]
    pub(super) base_url: String,
    /// The name of the new edition; the newest complete half-year when left out.
    #[arg(long)]
    pub(super) edition: Option<String>,
    /// The language of the labels that `data/tables.toml` gives.
    #[arg(long, default_value = "sv")]
    pub(super) lang: String,
    /// The folder of the data; the project's when left out.
    #[arg(long)]
    pub(super) data: Option<PathBuf>,
    /// Where answers are kept until the edition is written; `target/import` when left out.
    #[arg(long)]
    pub(super) cache: Option<PathBuf>,
    /// Take the newest N months only (years, where the table has years).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) keep_months: Option<u32>,
    /// The first period to take.
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    pub(super) from: Option<Period>,
    /// Accept what the checks warn of, and record it in the edition.
    #[arg(long)]
    pub(super) accept_warnings: bool,
    /// Fetch, check and report, but write no edition.
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Seconds before the first retry of a call; each further pause is twice as long.
    #[arg(long, value_name = "SECONDS", default_value_t = 1.0, value_parser = seconds)]
    pub(super) pause: f64,
}

fn period(text: &str) -> Result<Period, String> {
    Period::from_code(text).ok_or_else(|| "expected a period such as 2014M01 or 2014".to_owned())
}

fn seconds(text: &str) -> Result<f64, String> {
    let most = 3600.0;
    text.parse().ok().filter(|seconds| (0.0..=most).contains(seconds)).ok_or_else(|| format!("expected 0 to {most}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;
    use clap::Command;

    #[test]
    fn both_guides_say_what_every_option_is_for() {
        let options = Arguments::augment_args(Command::new("import"));
        for guide in ["data.md", "data.sv.md"] {
            let text = std::fs::read_to_string(project::root().join("docs").join(guide)).unwrap();
            let names = options.get_arguments().filter_map(clap::Arg::get_long);
            let missing: Vec<&str> = names.filter(|name| !text.contains(&format!("`--{name}"))).collect();
            assert!(missing.is_empty(), "{guide} does not say what these are: {missing:?}");
        }
    }
}
