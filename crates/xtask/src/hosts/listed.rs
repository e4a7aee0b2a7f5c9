//! The rules for hosts that read a list of headers from the site.

use super::rules::{Rules, head};
use anyhow::{Context, Result};
use regex::Regex;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The file `_headers`. These hosts keep nothing without asking again by themselves,
/// and would join a second `Cache-Control` to the first.
pub(super) fn file(rules: &Rules) -> String {
    let mut text = head("# ");
    text.push_str(
        "#
# `cargo xtask build --host netlify` puts it into dist/, with a rule for each file of
# that build whose name changes with its contents: these lists know no patterns. Types
# and compression are the host's own.

/*
",
    );
    for (name, value) in &rules.headers {
        let _ = writeln!(text, "  {name}: {value}");
    }
    text
}

/// The same with the hashed files of a built site, all of which lie beside its first page.
///
/// # Errors
///
/// If the site cannot be read.
pub(super) fn of_site(rules: &Rules, site: &Path) -> Result<String> {
    let is_hashed = Regex::new(&rules.pattern).context("nginx.conf: the pattern of hashed files")?;
    let mut names = Vec::new();
    for entry in fs::read_dir(site).with_context(|| site.display().to_string())? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| is_hashed.is_match(name));
    names.sort();
    let mut text = file(rules);
    for name in names {
        let _ = write!(text, "/{name}\n  Cache-Control: {}\n", rules.hashed);
    }
    Ok(text)
}
