//! The project's tools: `cargo xtask`.
//!
//! Turns the sources into a page, into a server on this computer, and into a
//! yes or no: does it all hold? The tools know nothing of figures; what the
//! numbers mean is for the library.

#![allow(clippy::print_stdout, reason = "the tools speak to people at a terminal")]

mod bench;
mod budget;
mod changes;
mod check_data;
mod compress;
mod definition;
mod editions;
mod fuzz;
mod headers;
mod hosts;
mod import;
mod library;
mod machine;
mod model;
mod newest;
mod offline;
mod pages;
mod preview;
mod program;
mod project;
mod publish;
mod serve;
mod setup;
mod site;
mod split;
mod suite;
mod topics;
mod walk;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// The tools of Faktabank.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing: build tools, npm packages, and browsers for the tests.
    Setup {
        /// Also what the tests need: Chromium, Firefox, their drivers, nginx.
        #[arg(long)]
        tests: bool,
    },
    /// Serve the page on this computer while it is worked on, with the headers of production.
    Serve {
        /// The port on 127.0.0.1.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The production files instead, built once.
        #[arg(long)]
        release: bool,
        #[command(flatten)]
        build: BuildArguments,
    },
    /// Build the production files in `dist/`.
    Build(BuildArguments),
    /// Build copies that need no network: a folder, the same as a zip file, and a single file.
    Offline {
        /// The län that comes with women, men and all ages, and has the single file.
        #[arg(long, default_value = offline::AREA)]
        area: String,
        #[command(flatten)]
        build: BuildArguments,
    },
    /// Run all tests, or one part of them.
    Test {
        /// The part; all of them when left out.
        #[arg(value_enum)]
        part: Option<suite::Part>,
    },
    /// Check licences and sources of all that the project is made of.
    Licences,
    /// Make the editions of `data/` from the published figures in `data/anchors/`.
    Editions(editions::Arguments),
    /// Make the edition `modell`: invented example figures of every kommun.
    Model {
        /// Another folder of the same form.
        folder: Option<PathBuf>,
    },
    /// Fetch a table from SCB (or another PxWebApi 2 service) into a new edition.
    Import(import::Arguments),
    /// Check that all of `data/` is what it says; name file, cell and rule where it is not.
    CheckData {
        /// Another folder of the same form.
        folder: Option<PathBuf>,
    },
    /// Tell the other servers of `deploy/` what nginx is told there.
    Hosts,
    /// Feed the readers of all that comes from outside with spoilt input.
    Fuzz(fuzz::Arguments),
    /// Open links that nobody has thought of, and press anything, in both browsers.
    Walk(walk::Arguments),
    /// Split the page's wasm in two: what the first view draws with, and the rest. Trunk's hook calls it.
    Split(split::Arguments),
    /// Print the size of every file against its limit; fail above it.
    Budget,
    /// Print how soon the page is seen and answers on a slow phone, in Chromium; more on demand.
    Bench {
        /// The part; all of it when left out.
        #[arg(value_enum)]
        part: Option<bench::Part>,
        /// The `dist/` of another commit, to be measured beside this one.
        #[arg(long)]
        before: Option<PathBuf>,
    },
}

#[derive(clap::Args)]
struct BuildArguments {
    /// Keep editions of invented example figures.
    #[arg(long)]
    allow_modelled: bool,
    /// The address that the site will have: https://example.se/faktabank/.
    #[arg(long)]
    site_url: Option<String>,
    /// Also what this kind of host reads from the site itself: headers, or the policy in each page.
    #[arg(long, value_enum)]
    host: Option<hosts::Host>,
}

impl BuildArguments {
    /// Makes the editions of invented figures, where they are to be kept.
    fn prepare(&self) -> Result<()> {
        if self.allow_modelled { model::ensure() } else { Ok(()) }
    }

    /// Builds the production files.
    fn run(&self) -> Result<()> {
        site::build(self.allow_modelled, self.site_url.as_deref(), self.host)
    }
}

fn main() -> ExitCode {
    match program::remember().and_then(|()| run(Arguments::parse().command)) {
        Ok(()) => ExitCode::SUCCESS,
        // What to do, in words; a backtrace would hide them.
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Setup { tests } => {
            setup::build_tools()?;
            if tests { setup::test_tools() } else { Ok(()) }
        }
        Command::Serve { port, release, build } => {
            build.prepare()?;
            if release {
                build.run()?;
                serve::run(port, site::FOLDER)
            } else {
                serve::while_working(port, build.allow_modelled)
            }
        }
        Command::Build(build) => {
            build.prepare()?;
            build.run()
        }
        Command::Offline { area, build } => offline::run(&area, build.allow_modelled),
        Command::Test { part } => suite::run(part),
        Command::Licences => suite::licences(),
        Command::Editions(arguments) => editions::run(arguments),
        Command::Model { folder } => model::run(folder),
        Command::Import(arguments) => import::run(&arguments),
        Command::CheckData { folder } => check_data::run(folder),
        Command::Hosts => hosts::run(),
        Command::Fuzz(arguments) => fuzz::run(&arguments),
        Command::Walk(arguments) => walk::run(&arguments),
        Command::Split(arguments) => split::run(&arguments),
        Command::Budget => {
            site::build(false, None, None)?;
            budget::run()
        }
        Command::Bench { part, before } => bench::run(part, before.as_deref()),
    }
}
