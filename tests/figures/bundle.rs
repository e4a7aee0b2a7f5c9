//! The page's bundle of ECharts: every chart of a link that is held as a
//! snapshot, in every style, is drawn as by the whole library, part by part of
//! what `web/echarts.mjs` hands to it.

use crate::describe::options;
use crate::library::Library;
use faktabank_figures::drawing::Style;
use faktabank_figures::figure::gallery::figures;
use faktabank_figures::figure::{Chart, build};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What follows the second line of a snapshot's heading.
fn snapshot(text: &str) -> &str {
    text.splitn(3, "---\n").nth(2).expect("a snapshot with a heading")
}

#[test]
fn the_bundle_draws_what_the_whole_library_draws() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    for package in ["echarts", "esbuild", "terser"] {
        let installed = project.join("node_modules").join(package).is_dir();
        assert!(installed, "{package} is not installed: run `npm ci`, or `cargo xtask test native`");
    }
    let library = Library::open();
    let folder = tempfile::tempdir().expect("a place to write");
    let mut written = 0;
    let mut write = |name: &str, option: &str| {
        fs::write(folder.path().join(format!("{name}.json")), option).expect("a place to write");
        written += 1;
    };
    for (name, link) in figures() {
        let (resolved, _, tables) = library.load(link);
        let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
        if !matches!(figure.chart.as_deref(), Some(Chart::Lines(_) | Chart::Stack(_) | Chart::Bars(_))) {
            continue;
        }
        for (at, (dark, compact, patterns)) in
            [(false, false, false), (true, false, true), (false, true, true)].into_iter().enumerate()
        {
            let style = Style { dark, compact, height: 396, patterns };
            write(&format!("{name}-{at}"), &options(&library, link, style));
        }
    }
    for file in fs::read_dir(project.join("tests/figures/snapshots")).expect("the snapshots") {
        let path = file.expect("a snapshot").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if name.contains("__val-") || name.contains("__hel-val-") {
            write(&name, snapshot(&fs::read_to_string(&path).expect("a snapshot")));
        }
    }
    assert!(written > 100, "{written} options");
    let mut node = Command::new("node");
    let compared = node.arg("tests/drawing/compare.mjs").arg(folder.path()).current_dir(project).output();
    let compared = compared.expect("Node");
    let said = String::from_utf8_lossy(&compared.stdout);
    assert!(compared.status.success(), "{said}{}", String::from_utf8_lossy(&compared.stderr));
    assert!(said.starts_with(&format!("{written} options, ")), "{said}");
}
