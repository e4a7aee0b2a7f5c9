//! Which module may use which, where no compiler sees it: that the libraries
//! know no browser is in their manifests; inside of a crate data flows one way.

use crate::files::{File, none, read, sources, tools};

/// Each module of the libraries with the modules of its own crate that it may use.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("crates/tables/src/statistics", &[]),
    ("crates/tables/src/json_stat", &["statistics"]),
    ("crates/tables/src/snapshot", &["statistics", "json_stat"]),
    ("crates/tables/src/measure", &["statistics"]),
    ("crates/tables/src/query", &["statistics", "snapshot"]),
    ("crates/figures/src/text", &[]),
    ("crates/figures/src/figure", &["text"]),
    ("crates/figures/src/drawing", &["figure", "text"]),
    ("crates/figures/src/export", &["figure", "drawing", "text"]),
];

/// And what the libraries' modules may use of the tables, if not all.
const OF_TABLES: [(&str, &[&str]); 3] = [
    ("crates/figures/src/text", &["statistics"]),
    ("crates/figures/src/drawing", &["statistics", "measure"]),
    ("crates/figures/src/export", &["statistics", "query"]),
];

/// The tools read and write data; they draw nothing.
const TOOLS_MAY_USE: [&str; 3] = ["statistics", "json_stat", "snapshot"];
/// But for what readers without scripts see, which is what the page would show.
const PAGES_MAY_USE: [&str; 6] = ["statistics", "snapshot", "query", "figure", "drawing", "text"];

/// And for previews of links, which hold what the page draws; their tests ask for real figures.
const PREVIEWS_MAY_USE: [&str; 6] = ["statistics", "snapshot", "query", "figure", "drawing", "text"];

/// The readers that are fed with spoilt input; addresses are read in `query`.
const FUZZ_MAY_USE: [&str; 4] = ["json_stat", "query", "snapshot", "statistics"];

/// And for what checks the definitions, which name figures, measures and colours.
const DEFINITIONS_MAY_USE: [&str; 5] = ["statistics", "snapshot", "query", "figure", "drawing"];
/// And for what counts places, of the numbers as they are shown.
const NEWEST_MAY_USE: [&str; 5] = ["statistics", "snapshot", "query", "measure", "text"];

/// Crates that only some places may name.
const FOREIGN: [(&str, &[&str]); 6] = [
    ("leptos", &["src/app"]),
    ("charming", &["crates/figures/src/drawing/options"]),
    ("web_sys", &["src/browser"]),
    ("js_sys", &["src/browser"]),
    ("wasm_bindgen", &["src/browser"]),
    ("wasm_bindgen_futures", &["src/browser", "src/app"]),
];

#[test]
fn every_module_uses_only_what_it_may() {
    let mut broken = Vec::new();
    let mut seen = 0;
    for file in sources() {
        let rule = |rules: &'static [(&str, &[&str])]| rules.iter().find(|(place, _)| file.within(place));
        for line in file.code() {
            if let Some((place, may_use)) = rule(&MAY_USE) {
                let of_the_crate = MAY_USE.iter().filter(|(other, _)| folder(other) == folder(place));
                let known: Vec<_> = of_the_crate.map(|(other, _)| last(other)).collect();
                let used = roots(&file, line.text);
                seen += used.len();
                if used
                    .iter()
                    .map(String::as_str)
                    .any(|it| known.contains(&it) && it != last(place) && !may_use.contains(&it))
                {
                    broken.push(file.says(line));
                }
            }
            if let Some((_, may_use)) = rule(&OF_TABLES) {
                let used = names_after(line.text, "faktabank_tables::");
                seen += used.len();
                if used.iter().any(|it| !may_use.contains(&it.as_str())) {
                    broken.push(file.says(line));
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} uses were found");
    none("modules may use only what ARCHITECTURE.md allows them", &broken);
}

#[test]
fn every_module_is_known() {
    let mut unknown = Vec::new();
    for library in ["crates/tables/src", "crates/figures/src"] {
        for module in modules(&read(&format!("{library}/lib.rs"))) {
            let path = format!("{library}/{module}");
            if !MAY_USE.iter().any(|(place, _)| *place == path) {
                unknown.push(path);
            }
        }
    }
    none("a module of a library has no rule in tests/architecture/boundaries.rs", &unknown);
}

/// The public modules that a `lib.rs` names.
pub(crate) fn modules(library: &str) -> impl Iterator<Item = &str> {
    library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
}

/// The folder that a module lies in.
fn folder(module: &str) -> &str {
    module.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A module's own name.
fn last(module: &str) -> &str {
    module.rsplit_once('/').map_or(module, |(_, name)| name)
}

#[test]
fn the_tools_use_the_domain_alone() {
    let mut broken = Vec::new();
    for file in tools() {
        // The budget asks which files the start page needs.
        let asks = file.path == "crates/xtask/src/library.rs" || file.path == "crates/xtask/src/budget.rs";
        let may_use: &[&str] = match file {
            _ if asks || file.within("crates/xtask/src/pages") => &PAGES_MAY_USE,
            _ if file.within("crates/xtask/src/preview") => &PREVIEWS_MAY_USE,
            _ if file.within("crates/xtask/src/check_data/definitions") => &DEFINITIONS_MAY_USE,
            _ if file.path.ends_with("src/newest.rs") || file.path.ends_with("check_data/newest.rs") => &NEWEST_MAY_USE,
            _ if file.within("crates/xtask/src/fuzz") => &FUZZ_MAY_USE,
            _ => &TOOLS_MAY_USE,
        };
        for line in file.code() {
            let used = ["faktabank_tables::", "faktabank_figures::"].map(|library| names_after(line.text, library));
            if used.iter().flatten().any(|name| !may_use.contains(&name.as_str())) {
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
    none("charming is drawing::options's, leptos app's, and JavaScript browser's alone", &broken);
}

#[test]
fn the_libraries_cannot_name_the_browser() {
    let mut broken = Vec::new();
    for manifest in ["crates/tables/Cargo.toml", "crates/figures/Cargo.toml"] {
        let text = read(manifest);
        let named = |name: &&str| text.lines().any(|line| line.starts_with(*name));
        let of_the_browser = ["leptos", "wasm-bindgen", "web-sys", "js-sys", "gloo"];
        broken.extend(of_the_browser.iter().filter(|name| named(name)).map(|name| format!("{manifest}: {name}")));
    }
    none("the browser's crates are the page's alone", &broken);
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
    let inside = file.path.split_once("src/").map_or("", |(_, inside)| inside);
    // One `super` from a module of the root, two from one inside of it.
    let folders = inside.trim_end_matches("/mod.rs").matches('/').count() + 1;
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
    let file = File { path: "crates/figures/src/figure/line.rs".to_owned(), text: String::new() };
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
