//! How many requests a second nginx answers on this computer with the shipped
//! configuration, by `wrk`: what `docs/operations.md` reckons from. The figures say as
//! much about the machine as about the site, so they are printed, and no test stands on them.

#![allow(clippy::print_stdout, reason = "what it measures is for people at a terminal")]

use crate::servers::{Server, free_port, nginx};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Seconds for each kind of file, and readers at once: on one thread, since the server has the same machine.
const SECONDS: &str = "5s";
const READERS: &str = "64";

/// The file in the site that answers by a start and an end of its name.
fn named(site: &Path, start: &str, end: &str) -> String {
    let names = std::fs::read_dir(site).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut named: Vec<_> = names.filter(|name| name.starts_with(start) && name.ends_with(end)).collect();
    assert_eq!(named.len(), 1, "{start}*{end}: {named:?}");
    named.remove(0)
}

#[test]
fn requests_a_second() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist").canonicalize();
    let site: PathBuf = site.unwrap_or_else(|error| panic!("dist/: {error}: run `cargo xtask build`"));
    let (state, port) = (tempfile::tempdir().unwrap(), free_port());
    let _server = Server::start(&mut nginx(&site, &state, port), port);
    println!(
        "\n{:<44} {:>12} {:>12}   ({READERS} readers, {SECONDS})",
        "brotli, by nginx on loopback", "requests/s", "MB/s"
    );
    for path in [
        "kommun/falun/".to_owned(),
        "data/manifest.json".to_owned(),
        "data/2026-06/bas/20.json".to_owned(),
        named(&site, "faktabank-", ".css"),
        named(&site, "faktabank-", "_bg.wasm"),
        named(&site, "faktabank-", "_lazy.wasm"),
        named(&site, "echarts-", ".js"),
    ] {
        let output = Command::new("wrk")
            .args(["--threads", "1", "--connections", READERS, "--duration", SECONDS])
            .args(["--header", "Accept-Encoding: gzip, deflate, br", &format!("http://127.0.0.1:{port}/{path}")])
            .output()
            .unwrap_or_else(|error| panic!("wrk: {error}: run `cargo xtask bench load`"));
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && !text.contains("Non-2xx"), "{path}: {text}");
        let said = |name: &str| {
            text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{text}")).trim().to_owned()
        };
        let rate: f64 = said("Requests/sec:").parse().unwrap();
        // wrk says KB, MB or GB, each of 1024.
        let moved = said("Transfer/sec:");
        let (number, unit) = moved.split_at(moved.len() - 2);
        let scale = match unit {
            "KB" => 1.0 / 1024.0,
            "MB" => 1.0,
            "GB" => 1024.0,
            other => panic!("{other}"),
        };
        println!("{path:<44} {rate:>12.0} {:>12.0}", number.parse::<f64>().unwrap() * scale * 1.048_576);
    }
}
