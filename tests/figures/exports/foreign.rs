//! Every figure of the other tests as PX and JSON-stat, read by readers that
//! others made (`tests/readers`) and compared with the figure's table, cell by
//! cell.

use super::read_back::{by_codes, called, each, row_and_column};
use faktabank_figures::export::{Format, file};
use faktabank_figures::figure::{DataTable, Point};
use faktabank_figures::text::number;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// A file that was written, and the table that must be found in it.
struct Written {
    name: String,
    link: String,
    format: Format,
    table: DataTable,
}

#[test]
fn readers_of_others_find_every_number() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    for package in ["jsonstat-toolkit", "px"] {
        let installed = project.join("node_modules").join(package).is_dir();
        assert!(installed, "the reader {package} is not installed: run `npm ci`, or `cargo xtask test native`");
    }
    let folder = tempfile::tempdir().expect("a place to write");
    let mut written = Vec::new();
    each(|subject, link| {
        for (format, ending) in [(Format::JsonStat, "json"), (Format::Px, "px")] {
            // In the order in which they are read.
            let name = format!("{:04}.{ending}", written.len());
            std::fs::write(folder.path().join(&name), file(format, subject).text).expect("a place to write");
            written.push(Written { name, link: link.to_owned(), format, table: (*subject.figure.table).clone() });
        }
    });
    let mut node = Command::new("node");
    let found = node.arg(project.join("tests/readers/read.mjs")).arg(folder.path()).output();
    let found = found.expect("Node cannot be started: install Node 18 or newer");
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
    let lines: Vec<Value> =
        String::from_utf8(found.stdout).expect("text").lines().map(|line| line.parse().expect("JSON")).collect();
    assert_eq!(lines.len(), written.len());
    assert!(written.len() > 200, "{} files", written.len());
    for (written, found) in written.iter().zip(&lines) {
        assert_eq!(found["file"], written.name.as_str());
        compare(written, found);
    }
}

fn compare(written: &Written, found: &Value) {
    let link = &written.link;
    let dimensions: Vec<(&str, Vec<&str>)> = list(&found["dimensions"])
        .iter()
        .map(|it| (text(&it["name"]), list(&it["codes"]).iter().map(text).collect()))
        .collect();
    let expected = by_codes(&written.table);
    let cells = list(&found["cells"]);
    assert_eq!(cells.len(), expected.len(), "{link} {}", written.name);
    for (at, cell) in cells.iter().enumerate() {
        let mut rest = at;
        let mut place = BTreeMap::new();
        for (name, codes) in dimensions.iter().rev() {
            let id = if written.format == Format::Px { called(name) } else { Some(*name) };
            if let Some(id) = id {
                place.insert(id, codes[rest % codes.len()]);
            }
            rest /= codes.len();
        }
        let key = row_and_column(&place, &written.table);
        let decimals =
            written.table.columns.iter().find(|column| column.key.code() == key[1]).map_or(0, |it| it.decimals);
        assert!(is_same(cell, &expected[&key], written.format, decimals), "{link} {key:?}: {cell}");
    }
}

/// PX has numbers as they are shown and dots for what is missing, JSON-stat
/// numbers as they are and the reason.
fn is_same(found: &Value, cell: &Point, format: Format, decimals: usize) -> bool {
    match (format, cell.value) {
        (Format::Px, Ok(value)) => {
            let shown = number::in_file(value, decimals).replace(',', ".");
            found.as_f64() == shown.parse().ok()
        }
        (Format::Px, Err(reason)) => found == reason.symbol(),
        (_, Ok(value)) => found.as_f64().is_some_and(|it| (it - value).abs() <= f64::EPSILON * value.abs()),
        (_, Err(reason)) => found == reason.key(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}
