//! Which module may use which: data flows one way, and only the last two
//! modules know that there is a browser.

use crate::files::{File, none, read, sources, tools};

/// Each module of the library with the modules of ours that it may use.
const MAY_USE: [(&str, &[&str]); 10] = [
    ("statistics", &[]),
    ("text", &["statistics"]),
    ("json_stat", &["statistics"]),
    ("snapshot", &["statistics", "json_stat"]),
    ("measure", &["statistics"]),
    ("query", &["statistics", "snapshot"]),
    // `snapshot` for the manifest's entries alone, which a resolved selection holds.
    ("figure", &["statistics", "snapshot", "measure", "query", "text"]),
    ("export", &["statistics", "figure", "query", "text"]),
    ("browser", &[]),
    ("app", &["statistics", "text", "json_stat", "snapshot", "measure", "query", "figure", "export", "browser"]),
];

/// The tools read and write data; they draw nothing.
const TOOLS_MAY_USE: [&str; 3] = ["statistics", "json_stat", "snapshot"];
/// But for what readers without scripts see, which is what the page would show.
const FALLBACK_MAY_USE: [&str; 5] = ["statistics", "snapshot", "query", "figure", "text"];

/// And for what checks the definitions, which name figures, measures and colours.
const DEFINITIONS_MAY_USE: [&str; 4] = ["statistics", "snapshot", "query", "figure"];
/// And for what counts places, of the numbers as they are shown.
const NEWEST_MAY_USE: [&str; 5] = ["statistics", "snapshot", "query", "measure", "text"];

/// Crates that only some places may name.
const FOREIGN: [(&str, &[&str]); 6] = [
    ("leptos", &["src/app"]),
    ("charming", &["src/figure/options"]),
    ("web_sys", &["src/browser"]),
    ("js_sys", &["src/browser"]),
    ("wasm_bindgen", &["src/browser"]),
    ("wasm_bindgen_futures", &["src/browser", "src/app"]),
];

#[test]
fn every_module_uses_only_what_it_may() {
    let modules: Vec<_> = MAY_USE.iter().map(|(name, _)| *name).collect();
    let mut broken = Vec::new();
    let mut seen = 0;
    for file in sources() {
        let Some(module) = modules.iter().position(|name| file.within(&format!("src/{name}"))) else { continue };
        let (name, may_use) = MAY_USE[module];
        for line in file.code() {
            for used in roots(&file, line.text) {
                seen += 1;
                let known = modules.contains(&used.as_str());
                if known && used != name && !may_use.contains(&used.as_str()) {
                    broken.push(file.says(line));
                }
            }
        }
    }
    assert!(seen > 20, "only {seen} uses were found");
    none("modules may use only what ARCHITECTURE.md allows them", &broken);
}

#[test]
fn every_module_is_known() {
    let library = read("src/lib.rs");
    let unknown: Vec<_> = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .filter(|module| !MAY_USE.iter().any(|(name, _)| name == module))
        .map(str::to_owned)
        .collect();
    none("a module of src/lib.rs has no rule in tests/architecture/boundaries.rs", &unknown);
}

#[test]
fn the_tools_use_the_domain_alone() {
    let mut broken = Vec::new();
    for file in tools() {
        // The budget asks which files the start page needs.
        let asks = file.within("crates/xtask/src/fallback") || file.path == "crates/xtask/src/budget.rs";
        let may_use: &[&str] = match file {
            _ if asks => &FALLBACK_MAY_USE,
            _ if file.within("crates/xtask/src/check_data/definitions") => &DEFINITIONS_MAY_USE,
            _ if file.path.ends_with("src/newest.rs") || file.path.ends_with("check_data/newest.rs") => &NEWEST_MAY_USE,
            _ => &TOOLS_MAY_USE,
        };
        for line in file.code() {
            let used = names_after(line.text, "faktabank::");
            if used.iter().any(|name| !may_use.contains(&name.as_str())) {
                broken.push(file.says(line));
            }
        }
    }
    none("xtask may use what ARCHITECTURE.md allows it", &broken);
}

#[test]
fn foreign_crates_stay_where_they_belong() {
    let mut broken = Vec::new();
    for file in sources() {
        for line in file.code() {
            for (name, places) in FOREIGN {
                if names(line.text, name) && !places.iter().any(|place| file.within(place)) {
                    broken.push(file.says(line));
                }
            }
        }
    }
    none("charming is figure::options's, leptos app's, and JavaScript browser's alone", &broken);
}

#[test]
fn native_code_cannot_name_the_browser() {
    let manifest = read("Cargo.toml");
    let mut section = "";
    let mut broken = Vec::new();
    let mut found = 0;
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        }
        let name = line.split([' ', '=']).next().unwrap_or_default();
        if ["leptos", "wasm-bindgen", "web-sys", "js-sys"].contains(&name) {
            found += 1;
            if section != "[target.'cfg(target_arch = \"wasm32\")'.dependencies]" {
                broken.push(format!("{section}: {line}"));
            }
        }
    }
    assert_eq!(found, 4, "Cargo.toml names the browser's crates once each");
    none("the browser's crates are dependencies of wasm32 alone", &broken);
}

#[test]
fn only_one_module_writes_the_address() {
    let mut broken = Vec::new();
    for file in sources().iter().filter(|file| file.within("src/app") || file.within("src/browser")) {
        let may = file.within("src/app/navigation") || file.within("src/browser/history");
        for line in file.code() {
            let writes = ["history::push", "history::replace", "push_state", "replace_state"];
            if !may && writes.iter().any(|call| line.text.contains(call)) {
                broken.push(file.says(line));
            }
        }
    }
    none("app::navigation is the only writer of the address", &broken);
}

#[test]
fn figures_and_numbers_know_no_clock_and_no_chance() {
    let mut broken = Vec::new();
    for file in sources().iter().filter(|file| !file.within("src/browser")) {
        for line in file.code() {
            if ["SystemTime", "Instant::now", "std::env", "std::fs", "rand::"]
                .iter()
                .any(|name| line.text.contains(name))
            {
                broken.push(file.says(line));
            }
        }
    }
    none("everything left of app is a pure function", &broken);
}

/// The modules of the crate's root that a line names, by `crate::` or by
/// enough `super::` to get there.
fn roots(file: &File, line: &str) -> Vec<String> {
    let mut found = names_after(line, "crate::");
    let folders = file.path.trim_end_matches("/mod.rs").matches('/').count();
    let chain = "super::".repeat(folders);
    found.extend(names_after(line, &chain));
    found
}

/// The names that follow a prefix in a line, those in braces too.
fn names_after(line: &str, prefix: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices(prefix) {
        let rest = &line[at + prefix.len()..];
        let list = rest.strip_prefix('{').and_then(|rest| rest.split('}').next()).unwrap_or(rest);
        let parts = if rest.starts_with('{') { list.split(',').collect() } else { vec![list] };
        for part in parts {
            let name: String = part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.push(name);
        }
    }
    found
}

/// Whether a line names a crate: as the start of a path, or after `use`.
fn names(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + name.len()..];
        let whole = !before.is_some_and(|c| c.is_alphanumeric() || c == '_');
        whole && (after.starts_with("::") || (line.trim_start().starts_with("use ") && after.starts_with([';', ','])))
    })
}

#[test]
fn uses_are_found() {
    let file = File { path: "src/figure/line.rs".to_owned(), text: String::new() };
    let check = |line: &str, expected: &[&str]| assert_eq!(roots(&file, line), expected, "{line}");
    check("use crate::text::number;", &["text"]);
    check("use crate::{browser, text::list};", &["browser", "text"]);
    check("let x = crate::app::start();", &["app"]);
    check("use super::model::Figure;", &[]);
    check("use super::super::measure;", &["measure"]);
    assert!(names("use leptos::prelude::*;", "leptos"));
    assert!(names("    leptos::mount::mount_to_body(App);", "leptos"));
    assert!(!names("let leptospira = 1;", "leptos"));
    assert!(names("use wasm_bindgen_futures::spawn_local;", "wasm_bindgen_futures"));
    assert!(!names("use wasm_bindgen_futures::spawn_local;", "wasm_bindgen"));
}
