//! What figures say: link by link, the sentences in both languages, in one
//! readable file for each edition. Read by eye whenever it changes.

use crate::edition::HandMade;
use crate::library::Library;
use crate::links::{COMMITTED, Group, MODELLED, WHOLE_TABLE};
use faktabank_figures::figure::{Headline, build};
use faktabank_tables::query::Resolved;
use faktabank_tables::statistics::{Areas, Language, Table};
use std::fmt::Write as _;

/// The sentences of a link, Swedish first.
fn sentences(link: &str, load: &dyn Fn(&str) -> (Resolved, Vec<Table>), areas: &Areas) -> String {
    let (resolved, tables) = load(link);
    let said = |language: Language| {
        let resolved = Resolved { language, ..resolved.clone() };
        let Headline { title, lead } = build(&resolved, &tables, areas).expect("its table is loaded").headline;
        assert_eq!(title.trim(), title, "{link}: no space around a title");
        assert!(!title.contains("  ") && !lead.contains("  "), "{link}: one space between words");
        assert!(!lead.contains("..") && !title.ends_with('.'), "{link}: one full stop a sentence");
        // A word joiner is not seen; a no-break space is read as a space.
        format!("{title}.\n     {}", lead.trim()).replace('\u{a0}', " ").replace('\u{2060}', "")
    };
    format!("?{link}\n sv: {}\n en: {}\n", said(Language::Swedish), said(Language::English))
}

fn all(groups: &[Group], load: &dyn Fn(&str) -> (Resolved, Vec<Table>), areas: &Areas) -> String {
    let mut text = String::new();
    for (heading, links) in groups {
        writeln!(text, "## {heading}\n").expect("text");
        for link in *links {
            writeln!(text, "{}", sentences(link, load, areas)).expect("text");
        }
    }
    text
}

#[test]
fn of_the_committed_figures() {
    let library = Library::open();
    let load = |link: &str| {
        let (resolved, _, tables) = library.load(link);
        (resolved, tables)
    };
    insta::assert_snapshot!("sentences-published", all(&COMMITTED, &load, &library.areas));
}

#[test]
fn of_the_whole_table_with_what_was_not_reported() {
    let edition = HandMade::new(&Library::open().areas, false);
    let load = |link: &str| {
        let (resolved, _, tables) = edition.load(link);
        (resolved, tables.to_vec())
    };
    insta::assert_snapshot!("sentences-whole-table", all(&WHOLE_TABLE, &load, edition.areas()));
}

#[test]
fn of_the_model() {
    let library = Library::with_model();
    let load = |link: &str| {
        let (resolved, _, tables) = library.load(&format!("{link}&utgava=modell"));
        (resolved, tables)
    };
    insta::assert_snapshot!("sentences-modelled", all(&MODELLED, &load, &library.areas));
}
