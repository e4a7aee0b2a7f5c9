//! What the page about the figures says of tables and editions, held as
//! snapshots in both languages, from the committed data.

use crate::catalogue::catalogue;
use crate::library::Library;
use faktabank_figures::figure::{about_tables, edition_changes};
use faktabank_tables::snapshot::{Changes, Edition, read_changes};
use faktabank_tables::statistics::Language;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

fn changes(edition: &Edition) -> Option<Changes> {
    let entry = edition.changes.as_ref()?;
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data").join(&entry.file);
    Some(read_changes(&entry.file, &fs::read(file).expect("a committed file"), catalogue()).expect("sound changes"))
}

fn tables(library: &Library, link: &str) -> String {
    let (resolved, edition, parts) = library.load(link);
    let mut text = format!("?{link}\n");
    for table in about_tables(edition, &parts, &library.areas, resolved.language) {
        writeln!(text, "\n# {} [{}]\n{} <{}>", table.title, table.id, table.source, table.source_url).expect("text");
        for (head, words) in &table.facts {
            writeln!(text, "{head}: {words}").expect("text");
        }
        for note in &table.notes {
            writeln!(text, "- {note}").expect("text");
        }
        for (name, meaning) in &table.meanings {
            writeln!(text, "  {name}: {meaning}").expect("text");
        }
    }
    text
}

fn editions(library: &Library, link: &str) -> String {
    let (resolved, ..) = library.load(link);
    let all = &library.manifest.editions;
    let mut text = String::new();
    for edition in all {
        writeln!(text, "\n# {}", edition.id).expect("text");
        let told = edition_changes(edition, changes(edition).as_ref(), all, &library.areas, resolved.language);
        let told = told.expect("a real edition");
        for sentence in &told.sentences {
            writeln!(text, "{sentence}").expect("text");
        }
        for table in &told.tables {
            writeln!(text, "## {}", table.title).expect("text");
            for (head, words) in &table.points {
                writeln!(text, "{head}: {words}").expect("text");
            }
        }
    }
    text
}

#[test]
fn tables_and_editions_are_told_from_what_they_hold() {
    let library = Library::open();
    for (name, link) in [("om", "vy=om"), ("om-en", "vy=om&sprak=en")] {
        insta::assert_snapshot!(name, [tables(&library, link), editions(&library, link)].concat());
    }
}

/// A copy of one edition's files, or one whose changes did not come.
#[test]
fn without_the_file_of_changes_nothing_is_said_to_be_the_same() {
    let library = Library::open();
    let all = &library.manifest.editions;
    let edition = all.iter().find(|edition| edition.changes.is_some()).expect("an edition that says what changed");
    let told = edition_changes(edition, None, all, &library.areas, Default::default()).expect("a real edition");
    assert_eq!(told.tables, []);
    assert!(told.sentences.iter().all(|sentence| !sentence.contains("Samma")), "{:?}", told.sentences);
}

/// What came late, and what is gone, is never "not changed".
#[test]
fn late_and_lost_values_are_told_as_changes() {
    let library = Library::open();
    let all = &library.manifest.editions;
    let edition = all.iter().find(|edition| edition.changes.is_some()).expect("an edition that says what changed");
    let mut changed = changes(edition).expect("its changes");
    let first = changed.tables.iter_mut().flat_map(|table| &mut table.contents).find(|it| it.changed == 0);
    let first = first.expect("a contents that is as it was");
    (first.delivered, first.lost) = (1, 1200);
    let name = first.content;
    for (language, expected) in [
        (Language::Swedish, "Ett värde som saknades har kommit in. 1 200 värden finns inte längre."),
        (Language::English, "One value that was missing has come in. 1,200 values are no longer there."),
    ] {
        let told = edition_changes(edition, Some(&changed), all, &library.areas, language).expect("a real edition");
        let points: Vec<_> = told.tables.iter().flat_map(|table| &table.points).collect();
        let head = name.definition().phrase("name").expect("a name").get(language);
        let words = points.iter().find(|(of, _)| of == head).map(|(_, words)| words.replace('\u{a0}', " "));
        assert_eq!(words.as_deref(), Some(expected));
        assert!(points.iter().all(|(of, words)| !of.contains("ndrat") || !words.contains(head)), "{points:?}");
    }
}
