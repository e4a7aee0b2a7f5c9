//! The workflows of a public forge: that they run what is run by hand, and nothing else.

use std::fs;
use std::path::Path;

/// The text of a workflow.
fn workflow(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.github/workflows");
    fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The lines of a text that call a program of ours.
fn calls(text: &str) -> Vec<&str> {
    let ours = |line: &&str| [".ci/", "cargo "].iter().any(|start| line.starts_with(start));
    let lines = text.lines().map(|line| line.trim().trim_start_matches("- ").trim_start_matches("run: "));
    lines.filter(ours).collect()
}

#[test]
fn the_forge_checks_what_is_checked_by_hand() {
    assert_eq!(calls(&workflow("check.yml")), [".ci/run", "cargo xtask test hosts"]);
}

#[test]
fn the_forge_publishes_what_has_passed_with_its_address_and_its_policy() {
    let text = workflow("publish.yml");
    assert_eq!(calls(&text), ["cargo xtask build --site-url \"$ADDRESS\" --host pages"]);
    let jobs = ["uses: ./.github/workflows/check.yml", "needs: check", "needs: build"];
    assert!(jobs.iter().all(|line| text.contains(line)), "{text}");
    // Invented figures are no part of a publication.
    assert!(!text.contains("allow-modelled"), "{text}");
}

#[test]
fn the_program_knows_the_command_that_publishes() {
    let program = env!("CARGO_BIN_EXE_xtask");
    let help = std::process::Command::new(program).args(["build", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for option in ["--site-url", "--host", "apache", "iis", "netlify", "pages"] {
        assert!(help.contains(option), "{option} is not in:\n{help}");
    }
}
