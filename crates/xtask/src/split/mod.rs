//! One module as two files: what the first view draws with, and the rest, which
//! is loaded later (`public/boot.js`).
//!
//! The rest is whatever can be reached through the entries alone
//! (`src/app/lazy/entries.rs`). To find it, the relocations that the linker left
//! are followed from function to function and to the data that they name
//! (`linked`); the module that wasm-bindgen made of the same functions is taken
//! apart (`module`), a plan says what goes where (`plan`), and both files are
//! written (`write`). What could lead to the rest unseen is refused by its name.

#[cfg(test)]
mod fixture;
mod linked;
mod module;
mod plan;
mod relocations;
mod sections;
#[cfg(test)]
mod tests;
mod write;

use anyhow::{Context, Result};
use plan::Roles;
use std::fs;
use std::path::PathBuf;

/// Where Trunk's hook finds this program, to split the page's wasm.
pub(crate) const PROGRAM: &str = "FAKTABANK_XTASK";

/// Functions of this module of the page, in Rust's mangled names.
const ENTRIES: &str = "9faktabank3app4lazy7entries";
/// Exports that nobody calls: of Leptos' server functions, and of wasm-bindgen for
/// tools of its own.
const UNCALLED: [&str; 4] = ["intounderlying", "__abort_handler", "__instance_terminated", "_WASM_SPLIT_MARKER"];

/// Which module is split, and into which files.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The module as wasm-bindgen left it.
    module: PathBuf,
    /// The same as the linker left it, with its relocations.
    linked: PathBuf,
    /// The file of what the first view draws with; may be that of the module.
    first: PathBuf,
    /// The file of the rest.
    second: PathBuf,
}

/// Splits a module.
///
/// # Errors
///
/// If a file cannot be read or written, or the module cannot be split safely.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let read = |file: &PathBuf| fs::read(file).with_context(|| file.display().to_string());
    let roles = Roles {
        is_entry: |name| name.contains(ENTRIES),
        is_uncalled: |name| UNCALLED.iter().any(|part| name.contains(part)),
    };
    let (first, second) =
        split(&read(&arguments.module)?, &read(&arguments.linked)?, &roles).context("the wasm cannot be split")?;
    for (file, bytes) in [(&arguments.first, first), (&arguments.second, second)] {
        fs::write(file, bytes).with_context(|| file.display().to_string())?;
    }
    Ok(())
}

/// The two files of a module, given also as the linker left it.
fn split(module: &[u8], linked: &[u8], roles: &Roles) -> Result<(Vec<u8>, Vec<u8>)> {
    let graph = linked::Graph::of(linked)?;
    let module = module::Module::of(module)?;
    let plan = plan::Plan::of(&module, &graph, roles)?;
    write::modules(&module, &plan)
}
