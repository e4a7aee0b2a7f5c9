//! One run → `docs/benchmark.md`: its medians and ratios, with the words that stand beside
//! them in `tests/bench/words.md`. Nothing in the document is written by hand but those.

use crate::project;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The document, and the words around its tables, below the project's folder.
const DOCUMENT: &str = "docs/benchmark.md";
const WORDS: &str = "tests/bench/words.md";

/// How soon a page is there, in milliseconds.
#[derive(Deserialize)]
struct Seen {
    name: String,
    seen: f64,
    answers: f64,
}

/// What `engine.mjs` has written.
#[derive(Deserialize)]
struct Engines {
    node: String,
    versions: BTreeMap<String, String>,
    sizes: Vec<Size>,
}

/// A cube, and what each contestant took for it.
#[derive(Deserialize)]
struct Size {
    times: u32,
    cells: u64,
    megabytes: f64,
    parse: f64,
    contestants: Vec<Contestant>,
}

/// Milliseconds, and megabytes.
#[derive(Deserialize)]
struct Contestant {
    name: String,
    load: f64,
    kept: f64,
    ranked: f64,
    rolling: f64,
    whole: f64,
    grown: Option<f64>,
}

/// Writes the document.
///
/// # Errors
///
/// If a file of the run is not as known, or the words have no place for a table.
pub(super) fn write(first: &Path, engine: &Path) -> Result<()> {
    let read = |file: &Path| fs::read_to_string(file).with_context(|| file.display().to_string());
    let seen: Vec<Seen> = serde_json::from_str(&read(first)?).context("the times of pages")?;
    let engines: Engines = serde_json::from_str(&read(engine)?).context("the times of engines")?;
    let words = read(&project::root().join(WORDS))?;
    fs::write(project::root().join(DOCUMENT), filled(&words, &seen, &engines)?).context(DOCUMENT)?;
    println!("bench: {DOCUMENT}");
    Ok(())
}

/// The words with a table for each `{name}`.
fn filled(words: &str, seen: &[Seen], engines: &Engines) -> Result<String> {
    let base = engines.sizes.first().context("no cube")?;
    let versions: Vec<String> = engines.versions.iter().map(|(name, version)| format!("{name} {version}")).collect();
    let mut text = words.to_owned();
    for (place, table) in [
        ("{seen}", pages(seen)?),
        ("{versions}", format!("{}; Node {}", versions.join(", "), engines.node)),
        ("{cells}", base.cells.to_string()),
        ("{megabytes}", format!("{:.1}", base.megabytes)),
        ("{answers}", answers(base)?),
        ("{reading}", reading(&engines.sizes)?),
        ("{growth}", growth(&engines.sizes)),
        ("{memory}", memory(base)),
    ] {
        ensure!(text.matches(place).count() == 1, "{WORDS}: not one {place}");
        text = text.replace(place, table.trim_end());
    }
    Ok(text)
}

/// A number of milliseconds or megabytes with as many decimals as say something.
fn short(number: f64) -> String {
    let decimals = if number.abs() < 0.1 {
        3
    } else if number.abs() < 10.0 {
        2
    } else {
        0
    };
    format!("{number:.decimals$}")
}

fn pages(seen: &[Seen]) -> Result<String> {
    let plain = seen.iter().find(|it| it.name.starts_with("ECharts")).context("no plain page was measured")?;
    let mut table =
        "| page | headline and chart, ms | by the plain page | answers, ms |\n|---|---:|---:|---:|\n".to_owned();
    for it in seen {
        writeln!(table, "| {} | {:.0} | {:.2} | {:.0} |", it.name, it.seen, it.seen / plain.seen, it.answers)?;
    }
    Ok(table)
}

fn answers(base: &Size) -> Result<String> {
    let hand = base.contestants.iter().find(|it| it.name.contains("by hand")).context("nothing by hand")?;
    let mut table =
        "| | ranked | by hand | rolling twelve | by hand | one area | by hand |\n|---|---:|---:|---:|---:|---:|---:|\n"
            .to_owned();
    for it in &base.contestants {
        let pairs = [(it.ranked, hand.ranked), (it.rolling, hand.rolling), (it.whole, hand.whole)];
        let cells = pairs.map(|(time, hand)| format!("{} | {}", short(time), short(time / hand)));
        writeln!(table, "| {} | {} |", it.name, cells.join(" | "))?;
    }
    Ok(table)
}

fn reading(sizes: &[Size]) -> Result<String> {
    let mut table = "| |".to_owned();
    let mut rule = "\n|---|".to_owned();
    for size in sizes {
        write!(table, " {}×, ms | by `JSON.parse` |", size.times)?;
        rule.push_str("---:|---:|");
    }
    table.push_str(&rule);
    write!(table, "\n| `JSON.parse` alone |")?;
    for size in sizes {
        write!(table, " {} | 1 |", short(size.parse))?;
    }
    for (place, it) in sizes.first().map(|size| size.contestants.iter().enumerate()).into_iter().flatten() {
        write!(table, "\n| {} |", it.name)?;
        for size in sizes {
            let load = size.contestants.get(place).context("a contestant is missing")?.load;
            write!(table, " {} | {} |", short(load), short(load / size.parse))?;
        }
    }
    Ok(table)
}

fn growth(sizes: &[Size]) -> String {
    let mut table = "| |".to_owned();
    type Question = (&'static str, fn(&Contestant) -> f64);
    let questions: [Question; 3] =
        [("ranked", |it| it.ranked), ("rolling", |it| it.rolling), ("one area", |it| it.whole)];
    let mut rule = "\n|---|".to_owned();
    for (name, _) in questions {
        for size in sizes.iter().skip(1) {
            let _ = write!(table, " {name}, {}× |", size.times);
            rule.push_str("---:|");
        }
    }
    table.push_str(&rule);
    for (place, it) in sizes.first().map(|size| size.contestants.iter().enumerate()).into_iter().flatten() {
        let _ = write!(table, "\n| {} |", it.name);
        for (_, of) in questions {
            for size in sizes.iter().skip(1) {
                let time = size.contestants.get(place).map_or(f64::NAN, of);
                let _ = write!(table, " {} |", short(time / of(it)));
            }
        }
    }
    table
}

fn memory(base: &Size) -> String {
    let mut table = "| | kept, MB | after 500 answers, MB more |\n|---|---:|---:|\n".to_owned();
    for it in &base.contestants {
        let grown = it.grown.map_or_else(|| "-".to_owned(), |grown| format!("{grown:.1}"));
        let _ = writeln!(table, "| {} | {:.1} | {grown} |", it.name, it.kept);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn engines() -> Engines {
        let contestant = |name: &str, time: f64| serde_json::json!({"name": name, "load": time, "kept": 1.0, "ranked": time, "rolling": time, "whole": time, "grown": 0.1});
        let size = |times: u32| {
            let contestants = [contestant("a", 0.02), contestant("typed arrays by hand", 0.01 * f64::from(times))];
            serde_json::json!({"times": times, "cells": times, "megabytes": 1.0, "parse": 2.0, "contestants": contestants})
        };
        serde_json::from_value(serde_json::json!({"node": "v1", "versions": {"b": "2"}, "sizes": [size(1), size(4)]}))
            .unwrap()
    }

    #[test]
    fn the_document_has_every_median_and_ratio() {
        let seen: Vec<Seen> = serde_json::from_str(
            r#"[{"name": "ECharts as it is published", "seen": 2000, "answers": 2000}, {"name": "Falun", "seen": 500, "answers": 3000}]"#,
        )
        .unwrap();
        let words = fs::read_to_string(project::root().join(WORDS)).unwrap();
        let text = filled(&words, &seen, &engines()).unwrap();
        assert!(text.contains("| Falun | 500 | 0.25 | 3000 |"), "{text}");
        assert!(text.contains("| a | 0.020 | 2.00 | 0.020 | 2.00 | 0.020 | 2.00 |"), "{text}");
        assert!(text.contains("b 2; Node v1") && !text.contains('{'), "{text}");
        // What is not measured is not made up.
        assert!(filled(&words, &seen[1..], &engines()).is_err());
    }
}
