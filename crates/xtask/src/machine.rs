//! The folders of this machine, to flags by which rustc names them otherwise, and
//! to a yes or no: is any of them named in a file that is published?

use crate::project;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// Where Cargo reads flags for the page, beside those of `.cargo/config.toml`.
pub(crate) const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// A folder of this machine, and what it is called in what is published.
pub(crate) struct Folder {
    path: String,
    name: &'static str,
}

/// The folders where sources lie: a panic tells its place in one of them.
///
/// # Errors
///
/// If rustc does not say where it is installed.
pub(crate) fn folders(shell: &Shell) -> Result<Vec<Folder>> {
    let toolchain = PathBuf::from(cmd!(shell, "rustc --print sysroot").quiet().read().context("rustc")?);
    let mut folders = vec![(project::root(), "faktabank"), (toolchain, "rust")];
    if let Some(home) = project::cargo_home() {
        // The sources of one registry lie in a folder of its name.
        let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
        folders.push((home.clone(), "cargo"));
        folders.extend(registries.map(|registry| (registry.path(), "crates")));
    }
    let folders = folders.into_iter().filter_map(|(path, name)| Some(Folder { path: path.to_str()?.to_owned(), name }));
    // Flags are told apart by spaces.
    Ok(folders.filter(|folder| !folder.path.contains(char::is_whitespace)).collect())
}

/// The flags by which these folders are called by their names; where one lies in
/// another, the later counts.
pub(crate) fn flags(folders: &[Folder]) -> String {
    let flags = folders.iter().map(|Folder { path, name }| format!("--remap-path-prefix={path}={name}"));
    flags.collect::<Vec<_>>().join(" ")
}

/// That no wasm in a folder names a folder of this machine.
///
/// # Errors
///
/// If one does, or cannot be read.
pub(crate) fn ensure_unnamed(published: &Path, folders: &[Folder]) -> Result<()> {
    for entry in fs::read_dir(published).with_context(|| published.display().to_string())? {
        let file = entry?.path();
        if file.extension().is_some_and(|kind| kind == "wasm") {
            let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
            let named = folders.iter().find(|folder| is_in(folder.path.as_bytes(), &bytes));
            let path = named.map_or("", |folder| &folder.path);
            ensure!(named.is_none(), "{} names a folder of this machine: {path}", file.display());
        }
    }
    Ok(())
}

fn is_in(part: &[u8], whole: &[u8]) -> bool {
    whole.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::{Folder, ensure_unnamed, flags};
    use std::fs;

    #[test]
    fn a_folder_of_the_machine_is_called_otherwise_or_found() {
        let machine = [("/folder/page", "faktabank"), ("/folder/cargo", "cargo")];
        let machine = machine.map(|(path, name)| Folder { path: path.to_owned(), name });
        let asked = "--remap-path-prefix=/folder/page=faktabank --remap-path-prefix=/folder/cargo=cargo";
        assert_eq!(flags(&machine), asked);

        let published = tempfile::tempdir().unwrap();
        fs::write(published.path().join("a.wasm"), b"\0asm cargo/leptos/src/lib.rs").unwrap();
        ensure_unnamed(published.path(), &machine).unwrap();
        fs::write(published.path().join("b.wasm"), b"\0asm /folder/cargo/leptos/src/lib.rs").unwrap();
        let error = ensure_unnamed(published.path(), &machine).unwrap_err().to_string();
        assert!(error.contains("b.wasm names a folder of this machine: /folder/cargo"), "{error}");
    }
}
