//! The page: turns the sources into the production files in `dist/`, and into
//! the files that `serve` shows while they are worked on, by way of Trunk and
//! its hooks (`Trunk.toml`, `web/`).

use crate::hosts::{self, Host};
use crate::pages::Settings;
use crate::{compress, machine, pages, program, project, setup, split};
use anyhow::{Context, Result};
use std::ffi::OsStr;
use std::process::{Child, Command};
use xshell::{Shell, cmd};

/// The folder of the production files, below the project's.
pub(crate) const FOLDER: &str = "dist";

/// The folder of the files that are worked on, below the project's.
pub(crate) const WORKED_ON: &str = "target/serve";

/// What tells Trunk's hooks to put the editions of invented figures beside the page.
const ALLOW_MODELLED: &str = "FAKTABANK_ALLOW_MODELLED";

/// What tells them the area that the site opens on.
const HOME: &str = "FAKTABANK_HOME";

/// Builds `dist/`, after installing what the build needs; with what its host reads there.
///
/// # Errors
///
/// If a tool cannot be installed or the build fails; the tool has said why.
pub(crate) fn build(allow_modelled: bool, site_url: Option<&str>, host: Option<Host>) -> Result<()> {
    let shell = ready()?;
    let home = home()?;
    println!("build: {FOLDER}/ (about 2 minutes the first time, less than one afterwards)");
    let folders = machine::folders(&shell)?;
    let given = shell.var_os(machine::FLAGS).unwrap_or_default();
    let flags = [given, machine::flags(&folders).into()].join(OsStr::new(" "));
    cmd!(shell, "trunk build --release --quiet")
        .env(ALLOW_MODELLED, flag(allow_modelled))
        .env(HOME, &home)
        // Of these builds alone: others go on with what they have compiled.
        .env(machine::FLAGS, flags)
        .env(split::PROGRAM, program::file()?)
        // Trunk reads it as its own and accepts nothing but true and false.
        .env_remove("NO_COLOR")
        .quiet()
        .run()
        .context("the page could not be built")?;
    let built = project::root().join(FOLDER);
    pages::write(&built, site_url)?;
    if let Some(host) = host {
        hosts::prepare(&built, host)?;
    }
    machine::ensure_unnamed(&built, &folders)?;
    compress::run(&built)
}

/// Builds the files that are worked on, and goes on building them whenever a
/// source is saved, for as long as what is returned runs.
///
/// # Errors
///
/// If a tool cannot be installed or Trunk does not start. A source that does not
/// compile is no error: the compiler has said what is wrong with it, and the
/// next save is built.
pub(crate) fn watch(allow_modelled: bool) -> Result<Child> {
    let shell = ready()?;
    let home = home()?;
    println!("serve: building {WORKED_ON}/ for development (about 2 minutes the first time, seconds afterwards)");
    // In the order of a build and a watch, so that the page can be opened when the address is printed.
    let options = ["--cargo-profile", "page", "--dist", WORKED_ON];
    let built = cmd!(shell, "trunk build {options...}")
        .env(ALLOW_MODELLED, flag(allow_modelled))
        .env(HOME, &home)
        .env_remove("NO_COLOR")
        .quiet()
        .run();
    if built.is_err() {
        println!("serve: the page could not be built; mend what the compiler names, and save");
    }
    Command::new("trunk")
        .arg("watch")
        .args(options)
        .current_dir(project::root())
        .env("PATH", shell.var_os("PATH").unwrap_or_default())
        .env(ALLOW_MODELLED, flag(allow_modelled))
        .env(HOME, &home)
        .env_remove("NO_COLOR")
        .spawn()
        .context("trunk watch")
}

/// A shell, once everything is there that a build needs.
fn ready() -> Result<Shell> {
    setup::build_tools()?;
    let shell = project::shell()?;
    // Trunk works without a network: the sources must be there.
    println!("build: the sources of the libraries (under a minute, once)");
    cmd!(shell, "cargo fetch --locked --quiet").quiet().run().context("cargo fetch")?;
    Ok(shell)
}

fn home() -> Result<String> {
    Ok(Settings::read()?.home.to_string())
}

const fn flag(yes: bool) -> &'static str {
    if yes { "1" } else { "0" }
}

/// Adds the editions whose figures are modelled to a `dist/` that was built
/// without them.
///
/// # Errors
///
/// If the page has not been built, or the files cannot be copied.
pub(crate) fn add_modelled() -> Result<()> {
    let shell = project::shell()?;
    cmd!(shell, "node web/data.mjs {FOLDER}")
        .env(HOME, home()?)
        .quiet()
        .run()
        .context("the modelled editions could not be added")?;
    compress::run(&project::root().join(FOLDER))
}
