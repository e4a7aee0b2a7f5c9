//! What an import does beside other imports and former editions: names, what is new
//! and what is lost, definitions that are wrong, and two at once.

use crate::edition::{current, edition};
use crate::server::{Fault, Faults, Kind, NONE, Server, Setup, Table, When};
use crate::tables::{DEFINITION, Helarsekvivalenter, foreign};
use crate::tool::Place;
use std::fs;
use std::time::Duration;

const SHAPE: Helarsekvivalenter = Helarsekvivalenter::HALF_YEAR;

fn updated(table: Table, at: &str) -> Table {
    Table { updated: at.to_owned(), ..table }
}

fn with_foreign() -> Place {
    let place = Place::new();
    add(&place, DEFINITION);
    place
}

/// Adds to `tables.toml`.
fn add(place: &Place, definition: &str) {
    let file = place.data().join("tables.toml");
    let tables = fs::read_to_string(&file).unwrap();
    fs::write(file, tables + definition).unwrap();
}

fn edit(place: &Place, from: &str, to: &str) {
    let file = place.data().join("tables.toml");
    let tables = fs::read_to_string(&file).unwrap();
    assert!(tables.contains(from), "tables.toml has {from}");
    fs::write(file, tables.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_kommun_or_a_period_that_comes_back_empty_is_a_finding() {
    let none = |_: i32| NONE;
    let rows: [(&str, Table, &str); 4] = [
        ("a kommun", SHAPE.table().all_changed("Region", "2080", none), "empty: 2080 (Falun) has no value at all"),
        ("a month", SHAPE.table().all_changed("Tid", "2025M12", none), "empty: 2025M12 has no value, of any area"),
        (
            "a contents",
            SHAPE.table().all_changed("ContentsCode", "0000018K", none),
            "empty: sjukpenning has no value, anywhere",
        ),
        (
            "all of it",
            ["1", "2", "1+2"].iter().fold(SHAPE.table(), |table, sex| table.all_changed("Kon", sex, none)),
            "empty: no cell of the table has a value",
        ),
    ];
    for (case, table, words) in rows {
        let place = Place::new();
        let before = place.files();
        let outcome = place.import(&Server::start(Setup::of([table])), &SHAPE.arguments());
        outcome.must_fail_with(case, &[words, "--accept-warnings"]);
        assert!(!outcome.said.contains("everything adds up"), "{case}: {}", outcome.said);
        assert!(place.files() == before, "{case}");
    }
    // A check that lacks a cell is not one that was passed.
    let table = SHAPE.table().changed(&["2080", "2", "20-65", "0000018I", "2025M09"], none);
    let outcome = Place::new().import(&Server::start(Setup::of([table])), &SHAPE.arguments());
    outcome.must_succeed();
    for words in [
        "checks: what could be checked adds up",
        "sum: 1 checks could not be made, each for want of a cell; the first is 2080 summa 2 20-65 2025M09",
        "sexes: 1 checks could not be made",
        "country: 1 checks could not be made",
    ] {
        assert!(outcome.said.contains(words), "{words} is not in {}", outcome.said);
    }
}

#[test]
fn what_came_late_and_what_was_lost_are_changes() {
    let cell = ["2080", "2", "20-65", "0000018I", "2025M09"];
    let (lacking, whole) = (SHAPE.table().changed(&cell, |_| NONE), SHAPE.table());
    let import = |place: &Place, table: &Table, name: &str| {
        let outcome =
            place.import(&Server::start(Setup::of([table.clone()])), &["--from", SHAPE.first, "--edition", name]);
        outcome.must_succeed();
        outcome.said
    };
    let place = Place::new();
    import(&place, &lacking, "prov");
    let said = import(&place, &whole, "prov2");
    assert!(said.contains("1 were missing and have come, 2025M09"), "{said}");
    let changes = String::from_utf8(place.files()["prov2/changes.json"].clone()).unwrap();
    assert!(changes.contains("\"changed\":0,\"delivered\":1,"), "{changes}");
    let said = import(&place, &lacking, "prov3");
    assert!(said.contains("1 are no longer there, 2025M09"), "{said}");
    assert_eq!(place.findings(), "");
}

#[test]
fn two_tables_of_one_source_are_both_reached() {
    let place = with_foreign();
    let second = DEFINITION.replace("id = \"prov\"", "id = \"prov-annat\"").replace("\"Folkmängd\"", "\"Något annat\"");
    add(&place, &second);
    let server = Server::start(Setup::of([foreign()]));
    place
        .import(&server, &["--table", "TABX"])
        .must_fail_with("which", &["TABX is the source_id of prov and prov-annat"]);
    place.import(&server, &["--table", "prov", "--edition", "prov"]).must_succeed();
    place.import(&server, &["--table", "prov-annat", "--edition", "prov2"]).must_succeed();
    assert_eq!(place.findings(), "");
    let files = place.files();
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    assert!(text("prov/prov/20.json").contains("20005") && text("prov2/prov-annat/20.json").contains("20505"));
}

#[test]
fn a_wrong_definition_is_told_with_its_line_and_stops_that_table_alone() {
    let server = Server::start(Setup::of([SHAPE.table(), foreign()]));
    for (case, from, to, words) in [
        ("a key that is none", "id = \"prov\"", "idd = \"prov\"", "TABX idd: keys: is no key here; is id meant?"),
        ("a rule that is none", "rules = []", "rules = [\"sums\"]", "TABX rules 1: known: \"sums\" is not one of"),
        ("a rule with nothing to check", "rules = []", "rules = [\"sexes\"]", "TABX rules 1: table: \"sexes\" needs"),
    ] {
        let place = with_foreign();
        edit(&place, from, to);
        let text = fs::read_to_string(place.data().join("tables.toml")).unwrap();
        let line = text.lines().position(|line| line == to).map(|at| format!("tables.toml:{}: ", at + 1)).unwrap();
        let calls = server.record().calls().len();
        place
            .import(&server, &["--table", "TABX", "--edition", "prov"])
            .must_fail_with(case, &[&line, words, "nothing was fetched"]);
        assert_eq!(server.record().calls().len(), calls, "{case}");
        // The others are imported, and the fault is said.
        let outcome = place.import(&server, &SHAPE.arguments());
        outcome.must_succeed();
        for words in [&line, words, "are of other tables than helarsekvivalenter, and stop those alone"] {
            assert!(outcome.said.contains(words), "{case}: {words} is not in {}", outcome.said);
        }
    }
}

#[test]
fn two_imports_at_once_are_refused_in_one_sentence() {
    let silent = Faults::default().and(When::From(0), Fault::Silence);
    let server = Server::start(Setup::of([SHAPE.table()]).failing(silent));
    let place = Place::new();
    let first = place.start(&server, &SHAPE.arguments());
    assert!(server.record().wait_for(Kind::Data, 1, Duration::from_secs(60)));
    let calls = server.record().calls().len();
    let second = place.import(&server, &SHAPE.arguments());
    second.must_fail_with("the second", &["another import", "wait until it has ended"]);
    assert_eq!(second.complained.trim().lines().count(), 1, "{}", second.complained);
    assert_eq!(server.record().calls().len(), calls, "the second asks nothing");
    // One that was ended leaves no hindrance.
    first.kill();
    server.change(|setup| setup.failing(Faults::default()));
    place.import(&server, &SHAPE.arguments()).must_succeed();
}

#[test]
fn fewer_months_never_follow_more_without_a_word() {
    let place = Place::new();
    let table = SHAPE.table();
    place.import(&Server::start(Setup::of([table.clone()])), &["--from", SHAPE.first]).must_succeed();
    let newer = Server::start(Setup::of([updated(table, "2026-04-01T07:00:00Z")]));
    let before = (place.files(), current(&place));
    for arguments in [["--keep-months", "2"], ["--from", "2025M11"]] {
        let words = ["gone: 2025M07–2025M10", "not asked for: 2025M07–2025M10", "that were not asked for 4"];
        place.import(&newer, &arguments).must_fail_with("fewer months", &words);
    }
    assert!((place.files(), current(&place)) == before);
    let outcome = place.import(&newer, &["--keep-months", "2", "--accept-warnings"]);
    outcome.must_succeed();
    assert!(outcome.said.contains("gone: 2025M07–2025M10"), "{}", outcome.said);
}

#[test]
fn names_sort_by_time_and_what_is_not_new_is_not_imported() {
    let place = Place::new();
    let server = Server::start(Setup::of([SHAPE.table()]));
    let newest = current(&place);
    for name in ["2025-H2", "2026-01", "1"] {
        let words = ["would look older than", newest.as_str(), "--edition"];
        place.import(&server, &["--from", SHAPE.first, "--edition", name]).must_fail_with(name, &words);
    }
    assert_eq!(server.record().of(Kind::Data).len(), 0);
    place.import(&server, &["--from", SHAPE.first]).must_succeed();
    let first = current(&place);
    assert!(first > newest && first.starts_with(&newest), "{first} is of the month of {newest}");
    let words = [first.as_str(), "nothing is new, and nothing was fetched", "--edition"];
    place.import(&server, &["--from", SHAPE.first]).must_fail_with("the same again", &words);
    let newer = Server::start(Setup::of([updated(SHAPE.table(), "2027-03-02T07:00:00Z")]));
    place.import(&newer, &["--from", SHAPE.first]).must_succeed();
    assert_eq!(current(&place), "2027-03");
}

/// Somebody else publishes while an import runs.
#[test]
fn data_that_change_meanwhile_are_not_written_over() {
    let slow = Faults::default().and(When::Call(0), Fault::Slow(Duration::from_secs(2)));
    let server = Server::start(Setup::of([foreign()]).failing(slow));
    let place = with_foreign();
    let running = place.start(&server, &["--table", "prov", "--edition", "prov"]);
    assert!(server.record().wait_for(Kind::Data, 1, Duration::from_secs(60)));
    let manifest = place.data().join("manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, format!("{text}\n")).unwrap();
    let words = ["has changed while this import ran", "run the same command again"];
    running.end().must_fail_with("another writer", &words);
    assert!(edition(&place, "prov").is_none());
    assert_eq!(place.kept(), 1, "what was fetched is kept");
}
