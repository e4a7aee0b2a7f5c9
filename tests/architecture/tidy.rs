//! The habits of the code, as rules.

use crate::boundaries::modules;
use crate::files::{File, all, none, read, root, sources};

/// Texts that people write and read; data and locks are longer.
fn written() -> impl Iterator<Item = File> {
    all().into_iter().filter(|file| file.is(&[".rs", ".css", ".js", ".mjs", ".html", ".md", ".toml", ".conf", "/run"]))
}

#[test]
fn files_hold_one_idea() {
    let long: Vec<_> = written()
        .filter(|file| !file.is(&["CHANGELOG.md"]))
        .map(|file| (file.lines().count(), file.path))
        .filter(|(lines, _)| *lines > 500)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    none("a file of more than 500 lines holds two ideas", &long);
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<_> = all()
        .into_iter()
        .filter(|file| file.is(&[".rs"]) && !file.text.starts_with("//! "))
        .map(|file| file.path)
        .collect();
    none("a module starts with //! and what it turns into what", &silent);
}

#[test]
fn names_say_something() {
    let vague: Vec<_> = written()
        .map(|file| file.path)
        .filter(|path| {
            let words = ["util", "utils", "helper", "helpers", "manager", "common", "misc"];
            path.split(['/', '.', '_', '-']).any(|word| words.contains(&word))
        })
        .collect();
    none("a name that fits everything says nothing", &vague);
}

#[test]
fn nothing_panics_on_data_links_or_clicks() {
    let mut broken = Vec::new();
    // A test's own panic is the one that is asked for.
    for file in sources().iter().filter(|file| file.path != "src/app/drill.rs") {
        for line in file.code() {
            let panics = [".unwrap()", ".expect(", "panic!(", "unreachable!("];
            if panics.iter().any(|call| line.text.contains(call)) {
                broken.push(file.says(line));
            }
        }
    }
    none("return the error or show it; do not panic", &broken);
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not break its own rule.
    let marks = [["TO", "DO"], ["FIX", "ME"], ["XX", "X:"], ["to", "do!("], ["unimpl", "emented!("], ["db", "g!("]];
    let marks = marks.map(|parts| parts.concat());
    let mut broken = Vec::new();
    for file in written() {
        for line in file.lines() {
            if marks.iter().any(|mark| line.text.contains(mark.as_str())) {
                broken.push(file.says(line));
            }
        }
    }
    none("unfinished work belongs in an issue", &broken);
}

#[test]
fn no_test_is_switched_off() {
    let mark = ["#[ign", "ore"].concat();
    let broken: Vec<_> = all()
        .iter()
        .filter(|file| file.is(&[".rs"]))
        .flat_map(|file| {
            file.lines().filter(|line| line.text.contains(&mark)).map(|line| file.says(line)).collect::<Vec<_>>()
        })
        .collect();
    none("a test that does not run proves nothing", &broken);
}

#[test]
fn no_file_knows_the_machine() {
    let places = ["work", "root", "tmp", "home"].map(|place| format!("/{place}/"));
    let mut broken = Vec::new();
    for file in written() {
        for line in file.lines() {
            if places.iter().any(|place| starts_path(line.text, place)) {
                broken.push(file.says(line));
            }
        }
    }
    none("paths of one machine do not exist on the next", &broken);
    assert!(!read("package-lock.json").contains("\"resolved\""), "package-lock.json names the host of a registry");
}

/// Whether a path that begins with `place` stands in a line.
fn starts_path(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        !line[..at].ends_with(|before: char| before.is_alphanumeric() || ['.', '}', '_', '-', '*'].contains(&before))
    })
}

#[test]
fn the_map_is_short_and_whole() {
    let map = read("ARCHITECTURE.md");
    let lines = map.lines().count();
    assert!(lines <= 150, "ARCHITECTURE.md has {lines} lines; 150 are read");
    let mut missing = Vec::new();
    for folder in ["src", "crates/tables/src", "crates/figures/src"] {
        let library = read(&format!("{folder}/lib.rs"));
        let named = modules(&library).map(|module| format!("`{folder}/{module}`"));
        missing.extend(named.filter(|module| !map.contains(module)));
    }
    none("ARCHITECTURE.md does not name a module", &missing);
}

#[test]
fn documents_name_files_that_are_there() {
    let paths: Vec<_> = all().into_iter().map(|file| file.path).collect();
    let starts = ["src/", "crates/", "data/", "tests/", "public/", "web/"];
    let mut broken = Vec::new();
    let mut seen = 0;
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/tour.md"] {
        let text = read(document);
        for named in text.split('`').skip(1).step_by(2).filter(|name| starts.iter().any(|it| name.starts_with(it))) {
            if named.contains(['*', ' ', '{', '<']) {
                continue;
            }
            seen += 1;
            let inside = [named.trim_end_matches('/'), "/"].concat();
            let is_there = |path: &String| path == named || path.starts_with(&inside) || *path == format!("{named}.rs");
            if !paths.iter().any(is_there) {
                broken.push(format!("{document}: {named}"));
            }
        }
    }
    assert!(seen > 50, "only {seen} files are named");
    none("a document names a file that is not there", &broken);
}

#[test]
fn the_documents_are_there() {
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", ".ci/run"] {
        assert!(root().join(document).is_file(), "{document} is missing");
    }
}

#[test]
fn machine_paths_are_told_from_others() {
    let place = ["/tm", "p/"].concat();
    assert!(starts_path(&format!("open(\"{place}x\")"), &place));
    assert!(!starts_path(&format!("target{place}"), &place));
}
