//! No subject in the code: what the contents, tables and topics are, and what
//! they are called, is in `data/topics` alone.

#![allow(clippy::expect_used, reason = "a test that meets the impossible should stop")]

use crate::files::{none, read, sources};
use serde_json::Value;

/// Codes that are also words of the explorer: a measure, a figure, the key of
/// a row of sums.
const OF_THE_EXPLORER: [&str; 2] = ["andel", "summa"];

/// Names that say something else too: of a number, of a way to look, of the
/// people that anything is reckoned by.
const OF_EVERYDAY: [&str; 11] = [
    "Summa",
    "Total",
    "Others",
    "Övriga",
    "Andel av befolkningen",
    "Share of the population",
    "befolkningen",
    "the population",
    "Folkmängd",
    "folkmängden",
    "Population",
];

/// Stems of identifiers that a subject would leave.
const STEMS: [&str; 9] =
    ["Sick", "Unemploy", "helårs", "sysselsätt", "ohälso", "FullYear", "Benefit", "Assistance", "bistånd"];

#[test]
fn no_module_names_a_contents_a_table_or_a_topic() {
    let (codes, names) = said();
    assert!(codes.len() > 30 && names.len() > 60, "{} codes, {} names", codes.len(), names.len());
    let mut broken = Vec::new();
    for file in sources() {
        for line in file.code() {
            let quoted = |code: &String| line.text.contains(&format!("\"{code}\""));
            let by_name = names.iter().any(|name| literals(line.text).any(|text| holds(text, name)));
            if codes.iter().any(quoted) || by_name || STEMS.iter().any(|stem| line.text.contains(stem)) {
                broken.push(file.says(line));
            }
        }
    }
    none("a contents, a table or a topic is named in src/; ask its definition (data/topics)", &broken);
}

/// The codes and the names of `data/topics.json`.
fn said() -> (Vec<String>, Vec<String>) {
    let file: Value = serde_json::from_str(&read("data/topics.json")).expect("JSON");
    let (mut codes, mut names) = (Vec::new(), Vec::new());
    for topic in list(&file["topics"]) {
        let contents = list(&topic["contents"]);
        let coded = [topic].into_iter().chain(contents).filter_map(|it| it["code"].as_str());
        codes.extend(coded.chain(list(&topic["tables"]).iter().filter_map(Value::as_str)).map(str::to_owned));
        for content in contents {
            let labels = [&content["name"], &content["short_name"], &content["words"]["definite"]];
            let words = labels.into_iter().flat_map(|label| [&label["sv"], &label["en"]]);
            names.extend(words.filter_map(Value::as_str).map(str::to_owned));
        }
    }
    codes.retain(|code| !OF_THE_EXPLORER.contains(&code.as_str()));
    names.retain(|name| !OF_EVERYDAY.contains(&name.as_str()));
    (codes, names)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The strings of a line, as far as they begin and end in it.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

/// Whether a text says a name as words of its own, in whatever letters.
fn holds(text: &str, name: &str) -> bool {
    let (text, name) = (text.to_lowercase(), name.to_lowercase());
    text.match_indices(&name).any(|(at, _)| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(text[..at].chars().next_back()) && !letter(text[at + name.len()..].chars().next())
    })
}

#[test]
fn names_are_found_as_words() {
    assert!(holds("Antalet sjuka i Falun", "sjuka") && !holds("sjukare", "sjuka") && !holds("osjuka", "sjuka"));
    assert_eq!(literals("say(\"a\", \"b\")").collect::<Vec<_>>(), ["a", "b"]);
}
