//! Imports that are ended from outside, as by a power cut: what was fetched is
//! not fetched again, and the data are as they were or whole.

use crate::edition::{check_cells, current};
use crate::server::{Fault, Faults, Kind, Limits, Server, Setup, When};
use crate::tables::Helarsekvivalenter;
use crate::tool::{Files, Place};
use std::time::Duration;

const SHAPE: Helarsekvivalenter = Helarsekvivalenter::HALF_YEAR;
const FOUR_CALLS: Limits = Limits { cells: 30_000, ..Limits::ROOMY };

#[test]
fn what_was_fetched_is_not_fetched_again() {
    let table = SHAPE.table();
    let place = Place::new();
    let before = place.files();
    // The third answer never comes: by then two have been kept.
    let silent = Faults::default().and(When::From(2), Fault::Silence);
    let server = Server::start(Setup::of([table.clone()]).limited(FOUR_CALLS).failing(silent));
    let running = place.start(&server, &SHAPE.arguments());
    assert!(server.record().wait_for(Kind::Data, 3, Duration::from_secs(60)));
    running.kill();
    assert!(place.files() == before);

    // The address tells whose answers they are, so the same service must go on.
    server.change(|setup| setup.failing(Faults::default()));
    let outcome = place.import(&server, &SHAPE.arguments());
    outcome.must_succeed();
    assert_eq!(server.record().of(Kind::Data).len(), 3 + 2);
    assert!(outcome.said.contains("kept from before"), "{}", outcome.said);
    check_cells(&place, "prov", &SHAPE);
}

#[test]
fn answers_of_another_day_are_not_mixed_with_those_of_today() {
    let place = Place::new();
    let silent = Faults::default().and(When::From(2), Fault::Silence);
    let former = Helarsekvivalenter { former: Some(("2025M08", 50)), ..SHAPE };
    let mut table = former.table();
    table.updated = "2025-09-24T07:00:00Z".to_owned();
    let server = Server::start(Setup::of([table]).limited(FOUR_CALLS).failing(silent));
    let running = place.start(&server, &SHAPE.arguments());
    assert!(server.record().wait_for(Kind::Data, 3, Duration::from_secs(60)));
    running.kill();

    server.change(|setup| Setup { tables: vec![SHAPE.table()], faults: Faults::default(), ..setup });
    place.import(&server, &SHAPE.arguments()).must_succeed();
    assert_eq!(server.record().of(Kind::Data).len(), 3 + 4);
    check_cells(&place, "prov", &SHAPE);
}

/// Ended at any moment after the last answer: checking, writing, renaming.
#[test]
fn an_edition_is_there_whole_or_not_at_all() {
    let server = Server::start(Setup::of([SHAPE.table()]));
    let arguments = SHAPE.arguments();
    let whole = Place::new();
    let outcome = whole.import(&server, &arguments);
    outcome.must_succeed();
    assert_eq!(whole.findings(), "");
    let after = whole.files();
    let last = server.record().of(Kind::Data).last().map(|call| call.at).unwrap();
    let writing = outcome.ended.duration_since(last);
    let mut ended = 0;
    for step in 0..10 {
        let place = Place::new();
        let before = place.files();
        let calls = server.record().of(Kind::Data).len();
        let running = place.start(&server, &arguments);
        assert!(server.record().wait_for(Kind::Data, calls + 1, Duration::from_secs(60)));
        std::thread::sleep(writing * step / 8);
        running.kill();
        let found = place.files();
        if current(&place) == "prov" {
            assert!(found == after, "step {step}: the edition is there but not whole");
            continue;
        }
        ended += 1;
        for (name, bytes) in &before {
            assert!(found.get(name) == Some(bytes), "step {step}: {name} has changed");
        }
        // What is not yet named by the manifest is whole, or bears another name.
        let more = found.iter().filter(|(name, _)| !before.contains_key(*name));
        for (name, bytes) in more.filter(|(name, _)| !name.starts_with("prov.new/") && *name != "manifest.json.new") {
            assert!(after.get(name) == Some(bytes), "step {step}: {name} is there, and not as it should be");
        }
    }
    assert!(ended > 0, "every run was too fast to be ended");
}

/// What a run that was ended has left is no hindrance to the next.
#[test]
fn the_next_run_clears_up() {
    let server = Server::start(Setup::of([SHAPE.table()]));
    let whole = Place::new();
    whole.import(&server, &SHAPE.arguments()).must_succeed();
    let after = whole.files();
    let of_edition = || after.iter().filter(|(name, _)| name.starts_with("prov/"));
    let cases: [(&str, Files); 3] = [
        (
            "ended while writing",
            of_edition()
                .take(40)
                .map(|(name, bytes)| (name.replace("prov/", "prov.new/"), bytes[..9].to_vec()))
                .collect(),
        ),
        ("ended before the manifest", of_edition().map(|(name, bytes)| (name.clone(), bytes.clone())).collect()),
        ("ended in the manifest", [("manifest.json.new".to_owned(), b"{\"schema\":".to_vec())].into()),
    ];
    for (name, left) in cases {
        let place = Place::new();
        place.add(&left);
        let outcome = place.import(&server, &SHAPE.arguments());
        assert!(outcome.succeeded, "{name}: {}{}", outcome.said, outcome.complained);
        assert!(place.files() == after, "{name}: the edition is another");
    }
}
