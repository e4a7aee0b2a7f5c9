//! What is wrong with the table itself: the tool says which cell or label, by
//! which rule and with both numbers, and writes nothing.

use crate::edition::{check_cells, edition};
use crate::server::{Kind, Server, Setup, Table};
use crate::tables::Helarsekvivalenter;
use crate::tool::Place;

/// What is done to a table.
type Change = fn(Table) -> Table;

const SHAPE: Helarsekvivalenter = Helarsekvivalenter::HALF_YEAR;

/// Labels that are written otherwise are the same labels.
#[test]
fn spelling_dashes_and_case_do_not_matter() {
    let rows: [(&str, Change); 5] = [
        ("a hyphen", |table| table.respelled("Aldersgrupp", "–", "-")),
        ("a minus", |table| table.respelled("Aldersgrupp", "–", "\u{2212}")),
        ("the right spelling", |table| {
            table.respelled("ContentsCode", "aktivitetsersersättning", "aktivitetsersättning")
        }),
        ("capitals", |table| table.respelled("Kon", "män och", "MÄN OCH")),
        ("a space that does not break", |table| {
            table.respelled("ContentsCode", "Ekonomiskt bistånd", "Ekonomiskt\u{a0}bistånd ")
        }),
    ];
    for (name, change) in rows {
        let server = Server::start(Setup::of([change(SHAPE.table())]));
        let place = Place::new();
        let outcome = place.import(&server, &SHAPE.arguments());
        assert!(outcome.succeeded, "{name}: {}", outcome.complained);
        check_cells(&place, "prov", &SHAPE);
    }
}

/// Codes and order are SCB's to change.
#[test]
fn codes_and_their_order_do_not_matter() {
    let table = SHAPE.table().recoded("ContentsCode", "0000018L", "HE0000X9").recoded("Kon", "1+2", "T");
    let server = Server::start(Setup::of([table]));
    let place = Place::new();
    place.import(&server, &SHAPE.arguments()).must_succeed();
    check_cells(&place, "prov", &SHAPE);
}

/// Cells are named as area, contents, sex, age and period.
#[test]
fn what_cannot_be_so_is_refused_with_its_place() {
    let rows: [(&str, Change, &[&str]); 15] = [
        (
            "another contents",
            |table| table.renamed("ContentsCode", "0000018K", "Dagersättning"),
            &["Sjukpenning", "Dagersättning", "tables.toml"],
        ),
        ("another sex", |table| table.renamed("Kon", "2", "övriga"), &["kvinnor", "övriga", "tables.toml"]),
        ("another age", |table| table.renamed("Aldersgrupp", "20-65", "20–66 år"), &["20", "65", "66"]),
        (
            "two contents of one name",
            |table| table.with_copy("ContentsCode", "0000018K", "0000018X", "sjukpenning"),
            &["Sjukpenning", "sjukpenning", "tables.toml"],
        ),
        ("no contents", |table| table.without("ContentsCode", "0000018J"), &["Arbetslöshetsersättning"]),
        ("a missing kommun", |table| table.without("Region", "2080"), &["2080 Falun"]),
        (
            "an unknown kommun",
            |table| table.with_copy("Region", "2080", "2099", "Nyfalun"),
            &["2099 Nyfalun", "areas.csv"],
        ),
        ("a missing month", |table| table.without("Tid", "2025M09"), &["2025M09", "2025M10"]),
        (
            "a component that was changed",
            |table| table.changed(&["2080", "1+2", "20-64", "0000018K", "2025M10"], |cell| cell + 9),
            &["sum: 2080 summa 1+2 20-64 2025M10 (Falun)", "sexes: 2080 sjukpenning 1+2 20-64 2025M10 (Falun)"],
        ),
        (
            "a total that was changed",
            |table| table.changed(&["2080", "1", "20-65", "0000018N", "2025M10"], |cell| cell - 50),
            &["sum: 2080 summa 1 20-65 2025M10"],
        ),
        (
            "women and men are not both",
            |table| table.changed(&["0180", "1+2", "20-64", "0000018O", "2025M11"], |cell| cell + 3),
            &["sexes: 0180 folkmangd 1+2 20-64 2025M11 (Stockholm)"],
        ),
        (
            "a share that was changed",
            |table| table.changed(&["2081", "2", "20-64", "0000018G", "2025M07"], |cell| cell + 2),
            &["share: 2081 andel 2 20-64 2025M07 (Borlänge)"],
        ),
        (
            "a riket that is not its kommuner",
            |table| table.changed(&["00", "1", "20-64", "0000018J", "2025M08"], |cell| cell * 11 / 10),
            &["country: 00 arbetsloshetsersattning 1 20-64 2025M08 (Riket)"],
        ),
        (
            "fewer in the wider span of ages",
            |table| table.changed(&["2080", "1", "20-65", "0000018O", "2025M10"], |cell| cell * 9 / 10),
            &["ages: 2080 folkmangd 1 20-65 2025M10 (Falun)"],
        ),
        (
            "fewer than nobody",
            |table| table.changed(&["2080", "1", "20-65", "0000018I", "2025M10"], |_| -40),
            &["range: 2080 etableringsersattning 1 20-65 2025M10 (Falun): -40"],
        ),
    ];
    for (name, change, words) in rows {
        let server = Server::start(Setup::of([change(SHAPE.table())]));
        let place = Place::new();
        let before = place.files();
        let outcome = place.import(&server, &SHAPE.arguments());
        outcome.must_fail_with(name, words);
        assert!(place.files() == before, "{name}: the data have changed");
    }
}

/// A finding tells the rule, the cell and both numbers.
#[test]
fn a_finding_has_both_numbers() {
    let cell = ["2080", "1", "20-64", "0000018N", "2025M10"];
    let table = SHAPE.table();
    let right = table.cell(&cell);
    let server = Server::start(Setup::of([table.changed(&cell, |sum| sum + 100)]));
    let outcome = Place::new().import(&server, &["--from", SHAPE.first]);
    let numbers = [(right + 100).to_string(), right.to_string()];
    outcome.must_fail_with("a changed total", &["sum: 2080 summa 1 20-64 2025M10", &numbers[0], &numbers[1]]);
}

/// What may be SCB's own doing can be accepted, and is then written down; what
/// cannot be is never accepted.
#[test]
fn warnings_are_accepted_on_request_and_recorded() {
    let wrong = SHAPE.table().changed(&["2080", "1", "20-64", "0000018N", "2025M10"], |sum| sum + 100);
    let place = Place::new();
    let arguments = [SHAPE.arguments().as_slice(), &["--accept-warnings"]].concat();
    let outcome = place.import(&Server::start(Setup::of([wrong])), &arguments);
    outcome.must_succeed();
    assert!(outcome.said.contains("sum: 2080 summa 1 20-64 2025M10"), "{}", outcome.said);
    assert_eq!(place.findings(), "");
    let recorded = place.files()["prov/exceptions.csv"].clone();
    assert!(String::from_utf8(recorded).unwrap().contains("2080,2025M10,sum"));
    assert!(edition(&place, "prov").is_some());

    let impossible = SHAPE.table().changed(&["2080", "1", "20-64", "0000018I", "2025M10"], |_| -40);
    let place = Place::new();
    let before = place.files();
    place.import(&Server::start(Setup::of([impossible])), &arguments).must_fail_with("fewer than nobody", &["range"]);
    assert!(place.files() == before);
}

/// Cells that SCB rounds each by itself add up but nearly; that is no finding.
#[test]
fn roundings_are_no_findings() {
    let shape = Helarsekvivalenter { rounded: true, ..SHAPE };
    let place = Place::new();
    place.import(&Server::start(Setup::of([shape.table()])), &shape.arguments()).must_succeed();
    check_cells(&place, "prov", &shape);
}

/// An edition that is there is never changed, not even by the same figures.
#[test]
fn an_edition_is_never_written_again() {
    let server = Server::start(Setup::of([SHAPE.table()]));
    let place = Place::new();
    place.import(&server, &["--from", SHAPE.first]).must_succeed();
    let (before, calls) = (place.files(), server.record().of(Kind::Data).len());
    place
        .import(&server, &["--from", SHAPE.first])
        .must_fail_with("by its default name", &["nothing is new", "--edition"]);
    place.import(&server, &["--edition", "2024-12"]).must_fail_with("a former one", &["2024-12", "--edition"]);
    for name in ["modell", "../x", "anchors", "topics", ""] {
        place.import(&server, &["--edition", name]).must_fail_with(name, &["name"]);
    }
    assert!(place.files() == before);
    assert_eq!(server.record().of(Kind::Data).len(), calls, "nothing is fetched for nothing");
}

/// A dry run fetches, checks and reports, and writes nothing.
#[test]
fn a_dry_run_writes_nothing() {
    let server = Server::start(Setup::of([SHAPE.table()]));
    let place = Place::new();
    let before = place.files();
    let outcome = place.import(&server, &["--from", SHAPE.first, "--dry-run"]);
    outcome.must_succeed();
    assert!(outcome.said.contains("dry run") && place.files() == before, "{}", outcome.said);
    // What was fetched is kept for the run that is not dry.
    place.import(&server, &["--from", SHAPE.first]).must_succeed();
    assert_eq!(server.record().of(Kind::Data).len(), 1);
}
