//! What rustup and Cargo install: the wasm target, and programs in Rust.

use super::{lock, step};
use crate::project;
use anyhow::{Context, Result, bail};
use std::fs;
use xshell::{Shell, cmd};

const TARGET: &str = "wasm32-unknown-unknown";

/// Newer ones need a newer rustc than `rust-toolchain.toml` pins.
const TRUNK: &str = "0.21.14";

/// Any version that drives an installed Firefox would do.
const GECKODRIVER: &str = "0.37.1";

/// Any version that reads `deny.toml` would do.
const DENY: &str = "0.20.2";

/// The target that the page is compiled for.
pub(super) fn wasm_target(shell: &Shell) -> Result<()> {
    let libraries = cmd!(shell, "rustc --print target-libdir --target {TARGET}").quiet().ignore_stderr().read();
    if libraries.is_ok_and(|folder| fs::exists(folder.trim()).unwrap_or(false)) {
        return Ok(());
    }
    if project::find_program(shell, &["rustup"]).is_none() {
        bail!("the Rust target {TARGET} is missing, and rustup to install it with; install rustup, or the target");
    }
    step("Rust target wasm32-unknown-unknown (seconds)");
    cmd!(shell, "rustup target add {TARGET}").quiet().run().with_context(|| format!("rustup target add {TARGET}"))
}

/// Trunk, which puts the page together.
pub(super) fn trunk(shell: &Shell) -> Result<()> {
    let options = ["--no-default-features", "--features", "rustls"];
    Tool { package: "trunk", program: "trunk", version: TRUNK, options: &options, builds_the: "page", minutes: "3" }
        .install(shell)
}

/// wasm-bindgen, which must have the version of the crate to the digit, and
/// with it the runner of the component tests.
pub(super) fn wasm_bindgen(shell: &Shell) -> Result<()> {
    let version = lock::version_of(&shell.read_file("Cargo.lock")?, "wasm-bindgen")?;
    Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: &version,
        options: &[],
        builds_the: "bridge between the page's Rust and the browser",
        minutes: "1 to 2",
    }
    .install(shell)
}

/// The driver of Firefox; Debian has none as a package of its own.
pub(super) fn geckodriver(shell: &Shell) -> Result<()> {
    Tool {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER,
        options: &[],
        builds_the: "tests in Firefox",
        minutes: "1 to 2",
    }
    .install_unless_any(shell)
}

/// `cargo deny`, which reads licences and sources of what the page is made of.
pub(super) fn deny(shell: &Shell) -> Result<()> {
    Tool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: DENY,
        options: &["--no-default-features"],
        builds_the: "check of licences",
        minutes: "3",
    }
    .install_unless_any(shell)
}

/// A program in Rust, and what is said of it while it is installed.
struct Tool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    /// How `cargo install` builds it.
    options: &'a [&'a str],
    /// What it is for: "page".
    builds_the: &'a str,
    /// How long that takes on two cores.
    minutes: &'a str,
}

impl Tool<'_> {
    /// Installs it, unless any version of it is there.
    fn install_unless_any(&self, shell: &Shell) -> Result<()> {
        if project::find_program(shell, &[self.program]).is_some() { Ok(()) } else { self.install(shell) }
    }

    /// Installs it, unless this version of it is there: as its makers built it
    /// where `cargo binstall` is installed and has it, else from source.
    fn install(&self, shell: &Shell) -> Result<()> {
        let Self { package, program, version, options, builds_the, minutes } = *self;
        let installed = cmd!(shell, "{program} --version").quiet().ignore_stderr().read();
        if installed.is_ok_and(|text| text.split_whitespace().any(|word| word == version)) {
            return Ok(());
        }
        if project::find_program(shell, &["cargo-binstall"]).is_some() {
            step(&format!("{package} {version}, for the {builds_the}: as it is published"));
            let done =
                cmd!(shell, "cargo binstall --no-confirm --disable-strategies compile {package}@{version}").quiet();
            if done.ignore_stderr().run().is_ok() {
                return Ok(());
            }
        }
        step(&format!(
            "{package} {version}, for the {builds_the}: compiling it, about {minutes} minutes on two cores, once"
        ));
        // These programs run for seconds: compiled without care for speed they do
        // their work as well, and Trunk is there in a third of the time.
        cmd!(shell, "cargo install {package} --version {version} --locked {options...}")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .quiet()
            .run()
            .with_context(|| format!("{package} {version} could not be installed: install that version by hand"))
    }
}
