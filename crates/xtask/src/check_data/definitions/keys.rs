//! The keys of `data/topics/*.toml` and `data/tables.toml`. What each means is
//! said in docs/data.md, and where they are read: `statistics::TopicDefinition`
//! and `import::Definition`.

use super::shape::{Key, Shape, may, needed};
use crate::import::TableRule;
use faktabank_figures::drawing::Style;
use faktabank_tables::query::{FigureKind, Measure};
use faktabank_tables::statistics::Resolution;

/// Decimals that a number is ever shown with.
const DECIMALS: i64 = 3;

/// Words in which nothing is filled in.
const WORDS: Shape = Shape::Words(&[], &[]);
/// Of those of the sex and ages chosen, whom a sentence may name.
const OF_WHOM: Shape = Shape::Words(&[0], &[]);
/// When, the subject and the number.
const LEVEL: Shape = Shape::Words(&[0, 1, 2], &[0, 2]);

/// A file of `data/topics`.
pub(super) const TOPIC: Shape = Shape::Table(&[
    needed("code", Shape::Code),
    needed("order", Shape::Whole(1, 255)),
    needed("title", WORDS),
    needed("question", WORDS),
    needed("subject_area", WORDS),
    needed("citation", WORDS),
    needed("tables", Shape::List(1, &Shape::Code)),
    may("components", CODES),
    may("whole", Shape::Code),
    may("pair", Shape::List(2, &Shape::Code)),
    needed("ranked_by", Shape::Code),
    may("beside", CODES),
    may("facts", CODES),
    may(
        "alike",
        Shape::List(0, &Shape::Table(&[needed("contents", Shape::Code), may("apart", Shape::Whole(1, 1000))])),
    ),
    needed("opens", Shape::Table(&OPENS)),
    may("words", Shape::Table(&TOPIC_WORDS)),
    needed("units", Shape::Named(&Shape::Table(&UNIT))),
    may("terms", Shape::List(0, &Shape::Table(&[needed("word", WORDS), needed("meaning", WORDS)]))),
    may("method", Shape::List(0, &WORDS)),
    may("notes", Shape::List(0, &WORDS)),
    may("quotes", Shape::List(0, &Shape::Table(&QUOTES))),
    needed("contents", Shape::List(1, &Shape::Table(&CONTENTS))),
]);

const QUOTES: [Key; 5] = [
    needed("title", WORDS),
    needed("unit", WORDS),
    needed("note", WORDS),
    needed("sources", Shape::List(1, &Shape::Table(&[needed("name", WORDS), needed("url", Shape::Text)]))),
    needed(
        "said",
        Shape::List(
            1,
            &Shape::Table(&[needed("area", Shape::Text), needed("period", Shape::Text), needed("words", WORDS)]),
        ),
    ),
];

const CODES: Shape = Shape::List(0, &Shape::Code);

const OPENS: [Key; 3] = [
    needed("contents", Shape::Code),
    needed("figure", Shape::OneOf(|| FigureKind::ALL.map(FigureKind::code).to_vec())),
    needed("measure", Shape::OneOf(|| Measure::ALL.map(Measure::code).to_vec())),
];

const TOPIC_WORDS: [Key; 4] =
    [may("by_component", WORDS), may("component", WORDS), may("groups", WORDS), may("aim", WORDS)];

const UNIT: [Key; 7] = [
    needed("base", Shape::Text),
    needed("words", OF_WHOM),
    needed("decimals", Shape::Whole(0, DECIMALS)),
    may("said", Shape::Flag),
    may("verb", WORDS),
    may("verb_then", WORDS),
    may("level", LEVEL),
];

const CONTENTS: [Key; 21] = [
    needed("code", Shape::Code),
    needed("name", WORDS),
    may("short_name", WORDS),
    may("label", Shape::Text),
    needed("kind", Shape::OneOf(|| vec!["count", "rate", "amount", "days", "index"])),
    needed("unit", Shape::Code),
    may("numerator", Shape::Code),
    may("denominator", Shape::Code),
    may("per", Shape::Whole(1, 65_535)),
    may("not_computed", Shape::Text),
    may("share", Shape::Code),
    may("sum_of", CODES),
    may("includes", CODES),
    may("derived", Shape::Flag),
    may("population", Shape::Flag),
    may("additive", Shape::Flag),
    may("zero_may_be_unreported", Shape::Flag),
    may("more_is", Shape::OneOf(|| vec!["better", "worse", "neither"])),
    may("colour", Shape::Whole(1, Style::COLOURS as i64)),
    needed("meaning", WORDS),
    may("words", Shape::Table(&CONTENTS_WORDS)),
];

const CONTENTS_WORDS: [Key; 16] = [
    may("definite", WORDS),
    may("people", WORDS),
    may("verb", WORDS),
    may("verb_then", WORDS),
    may("article", Shape::OneOf(|| vec!["den", "det", "de"])),
    may("plural", Shape::Flag),
    may("share", WORDS),
    may("share_noun", WORDS),
    may("share_of", Shape::Words(&[0], &[0])),
    may("whole", WORDS),
    may("parts", WORDS),
    may("head", WORDS),
    may("noun", WORDS),
    may("noun_definite", WORDS),
    may("sorted", WORDS),
    may("level", LEVEL),
];

/// `data/tables.toml`.
pub(super) const TABLES: Shape = Shape::Table(&[needed("table", Shape::List(1, &Shape::Table(&TABLE)))]);

const TABLE: [Key; 31] = [
    needed("source_id", Shape::Text),
    needed("id", Shape::Code),
    needed("label", WORDS),
    needed("subject", WORDS),
    needed("opens_at", Shape::OneOf(|| Resolution::ALL.map(Resolution::code).to_vec())),
    may("first", Shape::Flag),
    needed("preliminary", Shape::OneOf(|| vec!["none", "newest-year", "all"])),
    may("perturbed", Shape::Flag),
    may("forecast", Shape::Table(&[needed("maker", WORDS), needed("basis", WORDS)])),
    needed("areas", Shape::List(1, &Shape::OneOf(|| vec!["country", "counties", "municipalities"]))),
    may("some_areas", Shape::Flag),
    may("other_areas", Shape::List(0, &Shape::Text)),
    may("not_reported", CODES),
    needed("rules", Shape::List(0, &Shape::OneOf(|| TableRule::ALL.map(TableRule::name).to_vec()))),
    may("sums", Shape::List(1, &Shape::Table(&SUM))),
    may("noise", Shape::Number(0.0, 1e6)),
    may("without_municipality", Shape::Number(0.0, 100.0)),
    may("compare_with", Shape::Code),
    may("population", Shape::Code),
    may("layout", Shape::OneOf(|| vec!["by-county", "by-county-and-sex", "whole", "by-county-and-person"])),
    needed("source", Shape::Table(&SOURCE)),
    needed("exactness", WORDS),
    needed("notes", Shape::List(0, &WORDS)),
    needed("variables", Shape::Table(&VARIABLES)),
    may("fixed", Shape::Named(&Shape::List(1, &Shape::Text))),
    may("eliminated", Shape::List(0, &Shape::Text)),
    needed("contents", Shape::List(1, &Shape::Table(&WANTED))),
    may("sexes", Shape::List(1, &Shape::Table(&WANTED))),
    may("sum_sexes", Shape::Flag),
    needed("ages", Shape::List(1, &Shape::Table(&WANTED))),
    may("sum_ages", Shape::Flag),
];

const SUM: [Key; 2] = [needed("total", Shape::Code), needed("parts", Shape::List(2, &Shape::Code))];

const VARIABLES: [Key; 5] = [
    needed("region", Shape::Text),
    may("contents", Shape::Text),
    may("time", Shape::Text),
    may("sex", Shape::Text),
    may("age", Shape::Text),
];

const WANTED: [Key; 2] = [needed("is", Shape::Text), may("called", Shape::List(0, &Shape::Text))];

const SOURCE: [Key; 7] = [
    needed("agency", Shape::Text),
    needed("statistic", WORDS),
    needed("table", Shape::Blank),
    needed("read_from", Shape::BlankWords),
    needed("url", Shape::Blank),
    needed("licence", Shape::Text),
    needed("updated", Shape::Blank),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;
    use std::collections::BTreeSet;
    use std::fs;

    fn add(shape: &Shape, names: &mut BTreeSet<&'static str>) {
        match shape {
            Shape::List(_, of) | Shape::Named(of) => add(of, names),
            Shape::Table(keys) => {
                for key in *keys {
                    names.insert(key.name);
                    add(&key.shape, names);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn every_key_is_described() {
        let described = fs::read_to_string(project::root().join("docs/data.md")).unwrap();
        for (file, after) in [(&TOPIC, "## Topics"), (&TABLES, "## Tables")] {
            let mut names = BTreeSet::new();
            add(file, &mut names);
            let (_, section) = described.split_once(after).unwrap();
            let section = section.split("\n## ").next().unwrap();
            let is_in = |name: &&str| section.contains(&format!("`{name}`")) || section.contains(&format!("[{name}]"));
            let missing: Vec<_> = names.into_iter().filter(|name| !is_in(name)).collect();
            assert!(missing.is_empty(), "docs/data.md does not say what these are: {missing:?}");
        }
    }
}
