//! What npm installs: ECharts, esbuild, binaryen, axe-core and the tests' readers
//! of files, in the versions of `package-lock.json`.

use super::step;
use crate::project;
use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

/// A copy of the lock file that the installed packages come from.
const STAMP: &str = "node_modules/.faktabank-lock.json";

/// The oldest Node that the hooks in `web/` and the packages run on.
const NODE: u32 = 18;

/// Installs the packages, unless those of this very lock file are there.
pub(super) fn packages(shell: &Shell) -> Result<()> {
    let version = cmd!(shell, "node --version").quiet().ignore_stderr().read().unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|digits| digits.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) || project::find_program(shell, &["npm", "npm.cmd"]).is_none() {
        bail!("Node {NODE} or newer and npm are needed (found: {version:?}): install them, then run this again");
    }
    let lock = shell.read_file("package-lock.json")?;
    if shell.read_file(STAMP).is_ok_and(|stamp| stamp == lock) {
        return Ok(());
    }
    step("npm packages (seconds)");
    // No package needs its install script; without them the result is the same everywhere.
    cmd!(shell, "npm ci --ignore-scripts --loglevel=error").quiet().run().context("npm ci")?;
    Ok(shell.write_file(STAMP, lock)?)
}
