//! Whose work the page holds is said: every library that the manifests and the
//! page's scripts name stands in the text of licences, with its terms.

use crate::files::{all, none, root};
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;

/// The text, as Trunk's hook makes it.
const SCRIPT: &str = r#"
import { charts, workbooks } from "./web/bundles.mjs";
import { licences } from "./web/licences.mjs";
const [{ packages: of_charts }, { packages: of_workbooks }] = await Promise.all([charts(false), workbooks()]);
process.stdout.write(licences([...of_charts, ...of_workbooks]));
"#;

fn printed(program: &str, arguments: &[&str]) -> String {
    let ended = Command::new(program).args(arguments).current_dir(root()).output();
    let ended = ended.unwrap_or_else(|error| panic!("{program} is needed: {error}"));
    assert!(ended.status.success(), "{program}: {}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8(ended.stdout).unwrap_or_else(|error| panic!("{program}: {error}"))
}

/// The crates that the page and its libraries ask for.
fn crates() -> Vec<String> {
    let told = printed("cargo", &["metadata", "--format-version=1", "--no-deps", "--locked"]);
    let told: Value = told.parse().unwrap_or_else(|error| panic!("{error}"));
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let is_shown = |it: &Value| it["name"].as_str().is_some_and(|name| name.starts_with("faktabank"));
    let asked = list(&told["packages"]).into_iter().filter(is_shown).flat_map(|it| list(&it["dependencies"]));
    let for_page = |it: &Value| it["kind"].is_null() && it["target"] != "cfg(not(target_arch = \"wasm32\"))";
    // One with a path is of ours.
    let names = asked.filter(for_page).filter(|it| it["path"].is_null());
    let names: BTreeSet<_> = names.filter_map(|it| it["name"].as_str().map(str::to_owned)).collect();
    names.into_iter().collect()
}

/// The npm packages that the page's scripts import.
fn packages() -> BTreeSet<String> {
    let scripts = all().into_iter().filter(|file| ["web/echarts.mjs", "web/xlsx.mjs"].contains(&file.path.as_str()));
    let mut names = BTreeSet::new();
    for file in scripts {
        for from in file.text.split(" from \"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let name = from.rsplit("node_modules/").next().and_then(|it| it.split('/').next());
            names.extend(name.filter(|it| !it.starts_with('.')).map(str::to_owned));
        }
    }
    names
}

#[test]
fn every_library_is_named_with_its_terms() {
    assert!(root().join("node_modules/esbuild").is_dir(), "run `npm ci`, or `cargo xtask test native`");
    let text = printed("node", &["--input-type=module", "--eval", SCRIPT]);
    assert_eq!(text, printed("node", &["--input-type=module", "--eval", SCRIPT]), "another time gives another text");
    let (crates, packages) = (crates(), packages());
    assert!(crates.len() > 8 && packages.contains("echarts") && packages.contains("write-excel-file"));
    let missing: Vec<_> = crates
        .iter()
        .chain(&packages)
        .filter(|name| !text.lines().any(|line| line.split(' ').next() == Some(name) && line.ends_with(']')))
        .map(|name| format!("{name}: not in the text of licences"))
        .collect();
    none("what ships is named, with its licence", &missing);

    // The list, then each text under its number.
    let mut parts = text.split("\n\n[");
    let list = parts.next().unwrap_or_default();
    let numbered: BTreeSet<String> =
        parts.filter_map(|part| part.split_once("] --")).map(|(number, _)| number.to_owned()).collect();
    let named: BTreeSet<String> =
        list.split('[').skip(1).filter_map(|part| part.split(']').next()).map(str::to_owned).collect();
    assert_eq!(named, numbered);
    assert!(text.contains("Permission is hereby granted") && text.contains("Apache License"));

    let here = root().to_string_lossy().into_owned();
    let places = [here.as_str(), ".cargo", "/registry/", "node_modules"];
    let of_machine = |line: &&str| places.iter().any(|place| line.contains(place));
    let broken: Vec<_> = text.lines().filter(of_machine).map(str::to_owned).collect();
    none("nothing is said of the machine", &broken);
}
