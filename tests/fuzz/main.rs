//! `cargo xtask fuzz` in short: the whole committed corpus, and as many seeded cases as
//! take seconds. No reader may panic, or take time or memory without end.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a failing test may panic")]

use std::process::Command;

#[track_caller]
fn check(parser: &str, cases: u32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(["fuzz", "--seed", "20261130", "--parser", parser, "--cases", &cases.to_string()]);
    let output = command.output().expect("xtask");
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{complained}");
    assert!(said.contains(&format!("and {cases} of seed 20261130")) && said.contains(" 0 findings"), "{said}");
}

#[test]
fn json_stat_is_bounded() {
    check("json-stat", 1500);
}

#[test]
fn a_manifest_is_bounded() {
    check("manifest", 300);
}

#[test]
fn areas_are_bounded() {
    check("areas", 1500);
}

#[test]
fn geometry_is_bounded() {
    check("geometry", 1500);
}

#[test]
fn links_are_bounded() {
    check("link", 1500);
}

#[test]
fn metadata_are_bounded() {
    check("metadata", 600);
}
