//! Where the project lies and how its tools are run: turns a command line into
//! a running program in the project's folder, with the tools that `setup`
//! installed in reach. It knows no single tool.

use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};
use xshell::Shell;

/// The folder that holds `Cargo.lock`.
pub(crate) fn root() -> PathBuf {
    // Cargo sets it when it runs us; the fallback serves a binary run by hand.
    let package = env::var_os("CARGO_MANIFEST_DIR");
    let package = package.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    // This package lies in `crates/xtask`.
    package.ancestors().nth(2).map_or_else(|| package.clone(), Path::to_path_buf)
}

/// A shell in the project's folder that also finds what Cargo has installed.
///
/// # Errors
///
/// If the folder cannot be entered.
pub(crate) fn shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(root());
    let installed = cargo_home().map(|home| home.join("bin"));
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain(installed).chain([PathBuf::from("/usr/sbin")]);
    shell.set_var("PATH", env::join_paths(folders).context("PATH")?);
    Ok(shell)
}

/// Where Cargo keeps what it has fetched and installed.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

/// The first of these programs that is installed.
pub(crate) fn find_program(shell: &Shell, names: &[&str]) -> Option<PathBuf> {
    let path = shell.var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.into_iter().map(|file| file.with_extension(env::consts::EXE_EXTENSION)).find(|file| is_file(file))
}

fn is_file(path: &Path) -> bool {
    path.metadata().is_ok_and(|data| data.is_file())
}
