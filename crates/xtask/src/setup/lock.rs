//! The version that `Cargo.lock` pins for a package.

use anyhow::{Context, Result};

/// The version of the first package of that name in the text of a `Cargo.lock`.
///
/// # Errors
///
/// If there is none.
pub(super) fn version_of(lock: &str, package: &str) -> Result<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).with_context(|| format!("Cargo.lock has no package {package}"))
}

#[cfg(test)]
mod tests {
    use super::version_of;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-test\"\nversion = \"0.3.79\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";

    #[test]
    fn names_are_compared_whole() {
        assert_eq!(version_of(LOCK, "wasm-bindgen").unwrap(), "0.2.129");
    }

    #[test]
    fn an_absent_package_is_named() {
        assert_eq!(version_of(LOCK, "wasm").unwrap_err().to_string(), "Cargo.lock has no package wasm");
    }
}
