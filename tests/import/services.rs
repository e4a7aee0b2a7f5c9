//! What services do, and the tool must take: odd forms of an answer, each of which
//! says what a plain one says; and what is at fault where it cannot.

use crate::catalogue::{catalogue, contents};
use crate::server::{Fault, Faults, Form, Kind, NOTHING, Server, Setup, When};
use crate::tables::{DEFINITION, foreign, number};
use crate::tool::{Outcome, Place};
use faktabank_tables::json_stat::read_table;
use faktabank_tables::statistics::{Age, AreaCode, Cell, Period, Sex, Table as Figures};
use std::fs;

/// The data, with a table of a foreign service defined.
fn place() -> Place {
    let place = Place::new();
    let file = place.data().join("tables.toml");
    let tables = fs::read_to_string(&file).unwrap();
    fs::write(file, tables + DEFINITION).unwrap();
    place
}

fn import(place: &Place, server: &Server) -> Outcome {
    place.import(server, &["--table", "TABX", "--edition", "prov"])
}

/// Runs an import and gives what the edition has.
fn taken(setup: Setup) -> (Outcome, Vec<Figures>) {
    let (place, server) = (place(), Server::start(setup));
    let outcome = import(&place, &server);
    outcome.must_succeed();
    assert_eq!(place.findings(), "");
    let files = place.files();
    let parts = files.iter().filter(|(name, _)| name.starts_with("prov/prov/"));
    let parts = parts.map(|(_, bytes)| read_table(bytes, catalogue()).unwrap()).collect();
    (outcome, parts)
}

fn cell(parts: &[Figures], area: &str, year: i32) -> Cell {
    let area = AreaCode::from_code(area).unwrap();
    let part = parts.iter().find(|part| part.areas.contains(&area)).expect("its file");
    part.cell(area, contents("folkmangd"), Sex::Both, Age::default(), Period::calendar_year(year))
}

#[track_caller]
fn check_numbers(case: &str, parts: &[Figures]) {
    for (area, year) in [("01", 2019), ("09", 2020), ("20", 2024), ("25", 2021)] {
        assert_eq!(cell(parts, area, year), Ok(f64::from(number(area, 0, year))), "{case}: {area} {year}");
    }
}

#[test]
fn every_odd_form_says_what_a_plain_one_says() {
    let plain = Setup::of([foreign()]);
    let data = |when, fault| plain.clone().failing(Faults::default().and(when, fault));
    let silent = Form { without_roles: true, ..Form::default() };
    let sparse = Form { sparse: true, reversed: true, index_as_list: true, ..Form::default() };
    let rows = [
        ("plain", plain.clone()),
        // The answer's is that of the contents that were asked for.
        ("updated before the metadata were", data(When::From(0), Fault::Updated("2026-02-20T07:00:00Z"))),
        ("a byte order mark", Setup { marks_order: true, ..plain.clone() }),
        ("no roles", Setup { metadata: silent.clone(), data: silent, ..plain.clone() }),
        ("sparse, and a status that says nothing", Setup { data: sparse, ..plain.clone() }),
        ("a page with 404 among good answers", data(When::Call(0), Fault::Page(404))),
        ("a page with 503 among good answers", data(When::First(2), Fault::Page(503))),
        (
            "a page with 404 instead of the metadata",
            plain.clone().failing(Faults::default().and_on(Kind::Metadata, When::Call(0), Fault::Page(404))),
        ),
    ];
    for (case, setup) in rows {
        let (_, parts) = taken(setup);
        check_numbers(case, &parts);
        assert!(parts.iter().all(|part| part.preliminary_from.is_none() && part.notes.is_empty()), "{case}");
    }
}

#[test]
fn a_service_that_has_moved_is_asked_where_it_is_with_the_whole_question() {
    for (status, for_good) in [(301, true), (308, true), (302, false), (307, false)] {
        let setup = Setup { moved: Some(status), ..Setup::of([foreign()]) };
        let (outcome, parts) = taken(setup);
        check_numbers(&status.to_string(), &parts);
        let said = outcome.complained.lines().filter(|line| line.contains("the service has moved to")).count();
        assert_eq!(said, usize::from(for_good), "{status}: {}", outcome.complained);
        assert!(!for_good || outcome.complained.contains("/ny/v2: give that as --base-url"), "{}", outcome.complained);
    }
}

#[test]
fn nothing_without_a_value_is_an_exact_zero() {
    let table = foreign().changed(&["09", "X1", "2020"], |_| NOTHING);
    let (outcome, parts) = taken(Setup::of([table]));
    assert_eq!(cell(&parts, "09", 2020), Ok(0.0));
    assert!(outcome.said.contains("exactly nothing, by the agency's symbol \"-\": 1 cells"), "{}", outcome.said);
}

#[test]
fn a_mark_beside_values_is_kept_as_a_note() {
    let marked = |symbol| Form { mark: Some(("2024", symbol)), ..Form::default() };
    let (outcome, parts) = taken(Setup { data: marked("e"), ..Setup::of([foreign()]) });
    assert!(outcome.said.contains("marked with \"e\" by the agency: 21 values, 2024"), "{}", outcome.said);
    let notes: Vec<&str> = parts[0].notes.iter().map(|note| note.sv.as_str()).collect();
    assert_eq!(notes, ["Prov har märkt 21 värden med ”e” i sin tabell (2024)."]);
    check_numbers("marked", &parts);
    // What the agency calls preliminary is so here.
    let (outcome, parts) = taken(Setup { data: marked("p"), ..Setup::of([foreign()]) });
    assert_eq!(parts[0].preliminary_from, Some(Period::calendar_year(2024)));
    assert!(outcome.said.contains("preliminary: 2024"), "{}", outcome.said);
}

#[test]
fn a_rest_that_is_no_area_is_left_out_and_named() {
    let table = foreign().with_copy("Region", "25", "99", "okänt län");
    let (outcome, parts) = taken(Setup::of([table]));
    check_numbers("a rest", &parts);
    assert!(
        outcome.said.contains("areas of the table that are none of ours, left out: 99 okänt län"),
        "{}",
        outcome.said
    );
}

/// Each is said with who is at fault, and nothing is written.
#[test]
fn messages_blame_what_is_at_fault() {
    let data = |fault| Setup::of([foreign()]).failing(Faults::default().and(When::From(0), fault));
    let config = |fault| Setup::of([]).failing(Faults::default().and_on(Kind::Config, When::From(0), fault));
    let rows: [(&str, Setup, &[&str]); 6] = [
        ("NaN", data(Fault::NotANumber), &["the service's answer is no JSON", "failed 3 times"]),
        ("404 in a page for ever", data(Fault::Page(404)), &["404 Not Found, in a page", "--base-url"]),
        ("a page for ever", config(Fault::Html), &["config", "a page came instead of an answer", "--base-url"]),
        ("a table that is not there", Setup::of([]), &["404", "TABX, the source_id of tables.toml"]),
        (
            "newer than the metadata",
            data(Fault::Updated("2026-09-01T07:00:00Z")),
            &["was updated (2026-09-01T07:00:00Z)", "run the same command again"],
        ),
        ("no län", Setup::of([foreign().without("Region", "20")]), &["the table lacks 20 Dalarna"]),
    ];
    for (case, setup, words) in rows {
        let place = place();
        let before = place.files();
        let outcome = import(&place, &Server::start(setup));
        outcome.must_fail_with(case, words);
        assert!(!outcome.complained.contains("cut short"), "{case}: {}", outcome.complained);
        assert!(place.files() == before, "{case}: the data have changed");
    }
}
