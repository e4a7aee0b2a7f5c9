//! Imports in which nothing goes wrong: all of the table, in the fewest calls,
//! at the allowed pace, with modest means.

use crate::catalogue::catalogue;
use crate::edition::{check_cells, current, edition};
use crate::server::{Form, Kind, Limits, NONE, Server, Setup};
use crate::tables::Helarsekvivalenter;
use crate::tool::Place;
use faktabank_tables::statistics::{Provenance, TableId};
use std::time::Duration;

/// The budget of an import, for the whole table; measured in the profile of
/// development, which is many times slower than that of production.
const MEGABYTES: u64 = 300;
const WORK_PER_MILLION_CELLS: Duration = Duration::from_secs(2);
/// What the check of the editions that are there takes beside it, which grows with
/// them and not with what is imported.
const WORK_OF_FORMER_EDITIONS: Duration = Duration::from_secs(1);

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "Linux alone says, in /proc, what a program takes")]
fn the_whole_table_arrives_within_the_budget() {
    let shape = Helarsekvivalenter::FULL;
    let table = shape.table();
    let server = Server::start(Setup::of([table.clone()]));
    let place = Place::new();
    let before = place.files();
    let (outcome, effort) = place.start(&server, &[]).measured_end();
    outcome.must_succeed();

    // The fewest calls that hold it, each cell in one of them alone.
    let calls = server.record().of(Kind::Data);
    assert_eq!(calls.len(), table.size().div_ceil(Limits::ROOMY.cells));
    assert_eq!(calls.iter().map(|call| call.cells).sum::<usize>(), table.size());
    assert_eq!(server.record().calls().len(), calls.len() + 2, "one call each of /config and /metadata");
    assert_eq!(server.record().refused(), 0);

    // Named after its month, and what the explorer opens on.
    let name = current(&place);
    assert!(!before.keys().any(|file| file.starts_with(&format!("{name}/"))), "{name} is new");
    check_cells(&place, &name, &shape);
    assert_eq!(place.findings(), "");
    assert_eq!(place.kept(), 0, "answers that have become an edition are not kept");
    let after = place.files();
    for (name, bytes) in before.iter().filter(|(name, _)| *name != "manifest.json") {
        assert!(after.get(name) == Some(bytes), "{name} is not as it was");
    }

    // What else the computer does makes the same work take longer, so that one
    // slow run says little, and a fast one enough.
    let million = table.size() as f64 / 1e6;
    let allowed = WORK_PER_MILLION_CELLS.mul_f64(million) + WORK_OF_FORMER_EDITIONS;
    let again = || Place::new().start(&server, &[]).measured_end().1.work;
    let work = if effort.work < allowed { effort.work } else { effort.work.min(again()) };
    eprintln!("{} MB, {work:?} of work for {million:.2} million cells, {:?}", effort.megabytes, outcome.took);
    assert!((1..MEGABYTES).contains(&effort.megabytes), "{} MB", effort.megabytes);
    assert!(work < allowed, "{work:?}, allowed are {allowed:?}");
}

#[test]
fn the_edition_says_where_it_is_from_and_keeps_the_other_tables() {
    let shape = Helarsekvivalenter::HALF_YEAR;
    let server = Server::start(Setup::of([shape.table()]));
    let place = Place::new();
    let former = edition(&place, &current(&place)).unwrap();
    place.import(&server, &shape.arguments()).must_succeed();
    let edition = edition(&place, "prov").unwrap();
    assert!(!edition.modelled);
    let entry = edition.table(&TableId("helarsekvivalenter".to_owned())).unwrap();
    assert_eq!(entry.provenance, Provenance::Official);
    assert_eq!((entry.areas().len(), entry.sexes().len(), entry.ages().len()), (291, 3, 2));
    let part =
        faktabank_tables::json_stat::read_table(&place.files()[&entry.shards[0].file.file], catalogue()).unwrap();
    assert_eq!((part.source.agency.as_str(), part.source.table.as_str()), ("SCB", "TAB1386"));
    assert_eq!((part.source.updated.as_str(), part.source.licence.as_str()), ("2026-03-24", "CC0 1.0"));
    assert_eq!(part.preliminary_from.map(|period| period.to_string()).as_deref(), Some("2025M07"));
    for table in &former.tables {
        let kept = edition.table(&table.id).unwrap_or_else(|| panic!("{} is gone", table.id));
        for (was, is) in table.shards.iter().zip(&kept.shards) {
            assert_eq!(was.file.sha256, is.file.sha256, "{}", table.id);
        }
    }
}

#[test]
fn a_tight_window_is_kept_and_used() {
    let shape = Helarsekvivalenter::HALF_YEAR;
    let limits = Limits { cells: 8000, calls: 5, window: 1, ..Limits::ROOMY };
    let server = Server::start(Setup::of([shape.table()]).limited(limits));
    let outcome = Place::new().import(&server, &["--from", shape.first]);
    outcome.must_succeed();
    let calls = server.record().calls();
    assert_eq!((server.record().of(Kind::Data).len(), server.record().refused()), (12, 0));
    // Fourteen calls, five a second: the last cannot come before the third second.
    let fetching = calls[calls.len() - 1].at.duration_since(calls[0].at);
    assert!(fetching >= Duration::from_secs(2) && fetching < Duration::from_secs(6), "{fetching:?}");
}

#[test]
fn every_form_of_the_standard_gives_the_same_edition() {
    let shape = Helarsekvivalenter::HALF_YEAR;
    let plain = Setup::of([shape.table()]);
    let turned = Form { reversed: true, index_as_list: true, ..Form::default() };
    let setups = [
        ("plain", plain.clone()),
        ("the cells in another order than the metadata", Setup { data: turned.clone(), ..plain.clone() }),
        ("both in another order", Setup { data: turned.clone(), metadata: turned, ..plain.clone() }),
        ("compressed", Setup { compresses: true, ..plain.clone() }),
    ];
    let mut first = None;
    for (name, setup) in setups {
        let place = Place::new();
        place.import(&Server::start(setup), &shape.arguments()).must_succeed();
        let files = place.files();
        assert!(*first.get_or_insert_with(|| files.clone()) == files, "{name} gives other files");
    }
}

#[test]
fn a_value_that_is_not_there_is_missing_and_not_zero() {
    let shape = Helarsekvivalenter::HALF_YEAR;
    let codes = ["2080", "2", "20-65", "0000018I", "2025M09"];
    let server = Server::start(Setup::of([shape.table().changed(&codes, |_| NONE)]));
    let place = Place::new();
    place.import(&server, &shape.arguments()).must_succeed();
    let file = &place.files()["prov/helarsekvivalenter/20-kvinnor-20-65.json"];
    let part = faktabank_tables::json_stat::read_table(file, catalogue()).unwrap();
    let missing: Vec<_> = part.cells.iter().filter(|cell| cell.is_err()).collect();
    let undelivered = shape.undelivered().iter().filter(|(kommun, _)| kommun.starts_with("20")).count();
    assert_eq!(missing.len(), 1 + undelivered);
    assert!(missing.contains(&&Err(faktabank_tables::statistics::Missing::NotAvailable)));
}
