//! What has to be installed: turns a machine with rustup, Node and apt into one
//! that builds and tests the page, one printed line a step. What is there is
//! left alone, so that it can run before every build.

mod cargo;
mod lock;
mod npm;
mod system;

use crate::project;
use anyhow::Result;
use std::path::PathBuf;

/// Installs what `build` and `serve` need.
///
/// # Errors
///
/// If something cannot be installed; the message says what to install.
pub(crate) fn build_tools() -> Result<()> {
    let shell = project::shell()?;
    cargo::wasm_target(&shell)?;
    cargo::trunk(&shell)?;
    cargo::wasm_bindgen(&shell)?;
    npm::packages(&shell)
}

/// Installs what tests need that start no browser: readers of the files that
/// the page makes.
///
/// # Errors
///
/// If something cannot be installed; the message says what to install.
pub(crate) fn readers() -> Result<()> {
    npm::packages(&project::shell()?)
}

/// Installs what tests need beyond that: browsers, their drivers, nginx.
///
/// # Errors
///
/// If something cannot be installed; the message says what to install.
pub(crate) fn test_tools() -> Result<()> {
    let shell = project::shell()?;
    system::packages(&shell)?;
    cargo::geckodriver(&shell)
}

/// Installs the servers that the files of `deploy/` are for; says where those are that
/// lie outside of the system.
///
/// # Errors
///
/// If one cannot be installed; the message says what to install.
pub(crate) fn servers() -> Result<PathBuf> {
    system::servers(&project::shell()?)
}

/// Installs what loads a server.
///
/// # Errors
///
/// If it cannot be installed; the message says what to install.
pub(crate) fn load_tools() -> Result<()> {
    system::load(&project::shell()?)
}

/// Installs what reads the licences and sources of all that the page is made of.
///
/// # Errors
///
/// If it cannot be installed; the message says what to install.
pub(crate) fn licence_tools() -> Result<()> {
    cargo::deny(&project::shell()?)
}

/// Prints that a step starts, and what it takes.
fn step(text: &str) {
    println!("setup: {text}");
}
