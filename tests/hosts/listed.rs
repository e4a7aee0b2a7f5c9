//! `_headers` as its hosts follow it: every rule whose path matches adds its headers.

use crate::answer::Answer;
use crate::expected::{Says, check};
use crate::site::{BELOW, FILES, Site, deployed};
use std::collections::BTreeMap;

/// The rules of a list: paths, and the headers of each.
fn rules(text: &str) -> Vec<(&str, Vec<(&str, &str)>)> {
    let mut rules: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            Some(header) => rules.last_mut().unwrap().1.push(header.split_once(": ").unwrap()),
            None => {
                assert!(line.starts_with('/') && !line.contains(' '), "{line:?} is no path");
                rules.push((line, Vec::new()));
            }
        }
    }
    rules
}

/// Headers of a path; those said twice are joined, as these hosts do.
fn answer(rules: &[(&str, Vec<(&str, &str)>)], path: &str) -> Answer {
    let path = path.strip_prefix(BELOW).unwrap_or(path);
    let path = path.split('?').next().unwrap();
    let mut headers: BTreeMap<String, String> = BTreeMap::new();
    for (rule, said) in rules {
        let matches = rule.strip_suffix('*').map_or(*rule == path, |start| path.starts_with(start));
        for (name, value) in said.iter().filter(|_| matches) {
            let header = headers.entry(name.to_lowercase()).or_default();
            *header = if header.is_empty() { (*value).to_owned() } else { format!("{header}, {value}") };
        }
    }
    Answer { status: 200, headers, body: Vec::new() }
}

#[test]
fn a_list_of_headers_says_what_is_expected() {
    let site = Site::new(&[]);
    let hashed = xtask_pattern();
    // As the build appends them.
    let mut text = deployed("_headers");
    for (name, _) in FILES.iter().filter(|(name, _)| hashed.is_match(name)) {
        text.push_str(&format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    let rules = rules(&text);
    assert!(rules.len() <= 100, "Cloudflare follows a hundred rules");
    check("_headers", &site, Says::Headers, |path, _| answer(&rules, path));
}

/// The pattern of hashed files that nginx has.
fn xtask_pattern() -> regex::Regex {
    let nginx = deployed("nginx.conf");
    let pattern = nginx.split('"').find_map(|part| part.strip_prefix('~')).unwrap();
    regex::Regex::new(pattern).unwrap()
}
