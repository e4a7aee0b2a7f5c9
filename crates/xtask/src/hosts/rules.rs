//! nginx's files to the rules that every server follows.

use crate::{compress, headers};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// What is said of answers.
pub(super) struct Rules {
    /// Headers of every answer, errors too.
    pub(super) headers: Vec<(String, String)>,
    /// `Cache-Control` of files whose names change with their contents.
    pub(super) hashed: String,
    /// That of all others.
    pub(super) others: String,
    /// What the path of the former matches.
    pub(super) pattern: String,
}

/// The kinds of file of a site by the end of their names, and whether they are words,
/// which are in UTF-8. nginx has them from its own list.
pub(super) const TYPES: [(&str, &str, bool); 10] = [
    ("css", "text/css", true),
    ("html", "text/html", true),
    ("js", "text/javascript", true),
    ("json", "application/json", true),
    ("png", "image/png", false),
    ("svg", "image/svg+xml", true),
    ("txt", "text/plain", true),
    ("wasm", "application/wasm", false),
    ("xml", "application/xml", true),
    ("zip", "application/zip", false),
];

/// The codings of the files beside others, the one that is preferred first: what
/// browsers call it, and what ends its name.
pub(super) const CODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

impl Rules {
    /// Those of the folder `deploy/`.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, or is not as known.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let text = |name: &str| fs::read_to_string(folder.join(name)).with_context(|| format!("deploy/{name}"));
        Self::of(&text("headers.conf")?, &text("nginx.conf")?)
    }

    fn of(headers: &str, nginx: &str) -> Result<Self> {
        let (_, map) = nginx.split_once("$faktabank_cache {").context("nginx.conf: no map of $faktabank_cache")?;
        let (map, _) = map.split_once("\n}").context("nginx.conf: the map has no end")?;
        let lines: Vec<_> = map.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let [others, hashed] = lines.as_slice() else {
            anyhow::bail!("nginx.conf: the map has {} lines, not a default and a pattern", lines.len())
        };
        let quoted = |line: &str, place: usize| {
            line.split('"').nth(place).map(str::to_owned).with_context(|| format!("nginx.conf: {line}"))
        };
        ensure!(others.starts_with("default "), "nginx.conf: the map begins with {others}");
        let pattern = quoted(hashed, 1)?;
        let pattern = pattern.strip_prefix('~').with_context(|| format!("nginx.conf: {pattern} is no pattern"))?;
        Ok(Self {
            headers: headers::read(headers)?,
            hashed: quoted(hashed, 3)?,
            others: quoted(others, 1)?,
            pattern: pattern.to_owned(),
        })
    }
}

/// The ends of the names of files that have compressed ones beside them, for a pattern.
pub(super) fn texts() -> String {
    compress::TEXTS.join("|")
}

/// What a file that is written begins with.
pub(super) fn head(start: &str) -> String {
    [
        "Written by `cargo xtask hosts` from headers.conf and nginx.conf: change those.",
        "docs/operations.md says how it is used.",
    ]
    .map(|line| format!("{start}{line}\n"))
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADERS: &str = "add_header A \"b\" always;\nadd_header Cache-Control $faktabank_cache;";

    #[test]
    fn the_rules_are_those_of_nginx() {
        let nginx = "map $uri $faktabank_cache {\n    default \"no-cache\";\n    \"~-x\\.css$\" \"immutable\";\n}\n";
        let rules = Rules::of(HEADERS, nginx).unwrap();
        assert_eq!(rules.headers, [("A".to_owned(), "b".to_owned())]);
        assert_eq!((rules.others.as_str(), rules.hashed.as_str()), ("no-cache", "immutable"));
        assert_eq!(rules.pattern, "-x\\.css$");
    }

    #[test]
    fn a_rule_more_is_not_overlooked() {
        let nginx = "map $uri $faktabank_cache {\n    default \"a\";\n    \"~b\" \"c\";\n    \"~d\" \"e\";\n}\n";
        assert!(Rules::of(HEADERS, nginx).is_err_and(|error| error.to_string().contains("3 lines")));
    }
}
