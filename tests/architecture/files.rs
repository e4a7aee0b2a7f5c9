//! Turns the project's folder into its own texts: no third-party code, nothing
//! that was built, nothing that is not text.

use std::fs;
use std::path::{Path, PathBuf};

/// A text of the project.
#[derive(Debug)]
pub(crate) struct File {
    /// Path from the project's root, with `/`.
    pub(crate) path: String,
    /// What it says.
    pub(crate) text: String,
}

/// One line of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    pub(crate) number: usize,
    pub(crate) text: &'a str,
}

impl File {
    /// Whether its name ends in one of these.
    pub(crate) fn is(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    /// Whether it lies in a folder, or is the module of that name.
    pub(crate) fn within(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
    }

    /// The lines of Rust that are compiled into the product: no comments, no
    /// tests (which stand last in a file, under `#[cfg(test)]`, or in a file
    /// of their own).
    pub(crate) fn code(&self) -> impl Iterator<Item = Line<'_>> {
        let tests = if self.is(&["_tests.rs", "/tests.rs"]) {
            0
        } else {
            self.text.find("#[cfg(test)]\nmod tests {").unwrap_or(self.text.len())
        };
        lines(&self.text[..tests]).filter(|line| !line.text.trim_start().starts_with("//"))
    }

    /// Every line.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        lines(&self.text)
    }

    /// What is said of a line that breaks a rule.
    pub(crate) fn says(&self, line: Line<'_>) -> String {
        format!("{}:{}: {}", self.path, line.number, line.text.trim())
    }
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    text.lines().enumerate().map(|(index, text)| Line { number: index + 1, text })
}

/// Every text of the project, by path.
pub(crate) fn all() -> Vec<File> {
    let root = root();
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 30, "only {} files were found", files.len());
    files
}

/// The Rust files of what a reader gets: the page and its two libraries.
pub(crate) fn sources() -> Vec<File> {
    ["crates/figures/src/", "crates/tables/src/", "src/"].into_iter().flat_map(rust).collect()
}

/// The Rust files of the tools, in `crates/xtask/src/`.
pub(crate) fn tools() -> Vec<File> {
    rust("crates/xtask/src/")
}

fn rust(folder: &str) -> Vec<File> {
    all().into_iter().filter(|file| file.path.starts_with(folder) && file.is(&[".rs"])).collect()
}

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A text by path.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<File>) {
    const BUILT: [&str; 5] = [".git", "dist", "dist-offline", "node_modules", "target"];
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !BUILT.contains(&name.as_str()) {
                collect(root, &path, files);
            }
        } else if folder == root && name.starts_with("faktabank-") {
            // A copy that `cargo xtask offline` has built.
        } else if let Ok(text) = fs::read_to_string(&path) {
            let path = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(File { path, text });
        }
    }
}

/// Fails with the rule and everything that breaks it.
#[track_caller]
pub(crate) fn none(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}:\n{}", broken.join("\n"));
}
