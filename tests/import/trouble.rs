//! What goes wrong on the way: the tool gets over what passes, gives up in
//! words on what does not, and leaves the data whole either way.

use crate::edition::check_cells;
use crate::server::{Fault, Faults, Kind, Limits, Server, Setup, When};
use crate::tables::Helarsekvivalenter;
use crate::tool::Place;
use std::time::Duration;

const SHAPE: Helarsekvivalenter = Helarsekvivalenter::HALF_YEAR;
/// The half-year in four calls.
const FOUR_CALLS: Limits = Limits { cells: 30_000, ..Limits::ROOMY };

/// What passes: the edition is the same as when nothing goes wrong, byte for
/// byte, after so many calls for cells.
#[test]
fn what_passes_is_got_over() {
    let retry_after = |text: &str| Fault::TooManyCalls(Some(text.to_owned()));
    let data = |when, fault| Faults::default().and(when, fault);
    let once = |fault| data(When::Call(1), fault);
    let rows = [
        ("429 with Retry-After", once(retry_after("1")), 5),
        ("429 with a date that is past", once(retry_after("Fri, 06 Mar 2026 09:00:00 GMT")), 5),
        ("429 without Retry-After", once(Fault::TooManyCalls(None)), 5),
        ("500 for two calls", data(When::First(2), Fault::Status(500)), 6),
        ("503 for two calls", data(When::First(2), Fault::Status(503)), 6),
        ("a connection that is cut", once(Fault::Cut), 5),
        ("a slow answer", once(Fault::Slow(Duration::from_millis(700))), 4),
        ("an answer that ends too soon", once(Fault::Truncated), 5),
        ("a page in place of an answer", once(Fault::Html), 5),
        ("/config fails once", Faults::default().and_on(Kind::Config, When::First(1), Fault::Status(502)), 4),
        ("/metadata is cut once", Faults::default().and_on(Kind::Metadata, When::First(1), Fault::Cut), 4),
        (
            "all at once",
            data(When::Call(0), Fault::Cut).and(When::Call(1), Fault::Status(503)).and(When::Call(3), Fault::Truncated),
            7,
        ),
    ];
    let setup = Setup::of([SHAPE.table()]).limited(FOUR_CALLS);
    let untroubled = Place::new();
    untroubled.import(&Server::start(setup.clone()), &SHAPE.arguments()).must_succeed();
    check_cells(&untroubled, "prov", &SHAPE);
    assert_eq!(untroubled.findings(), "");
    for (name, faults, calls) in rows {
        let server = Server::start(setup.clone().failing(faults));
        let place = Place::new();
        let outcome = place.import(&server, &SHAPE.arguments());
        assert!(outcome.succeeded, "{name}: {}", outcome.complained);
        assert_eq!(server.record().of(Kind::Data).len(), calls, "{name}: calls");
        assert!(place.files() == untroubled.files(), "{name}: another edition");
        assert_eq!(place.kept(), 0, "{name}");
    }
}

/// A service that lets fewer calls through than it says.
#[test]
fn a_window_that_is_smaller_than_it_says_is_borne_with() {
    let limits = Limits { calls: 1000, window: 1, calls_in_truth: Some(3), ..FOUR_CALLS };
    let server = Server::start(Setup::of([SHAPE.table()]).limited(limits));
    let place = Place::new();
    place.import(&server, &SHAPE.arguments()).must_succeed();
    assert!(server.record().refused() > 0);
    check_cells(&place, "prov", &SHAPE);
}

/// A service that allows few cells is asked more often, and no more often than needed.
#[test]
fn small_answers_are_put_together() {
    let limits = Limits { cells: 5000, ..Limits::ROOMY };
    let server = Server::start(Setup::of([SHAPE.table()]).limited(limits));
    let place = Place::new();
    place.import(&server, &SHAPE.arguments()).must_succeed();
    // 94 284 cells need 19 calls at least, but 291 areas by 3, 2, 9 and 6 cannot be cut so.
    assert_eq!(server.record().of(Kind::Data).len(), 20);
    check_cells(&place, "prov", &SHAPE);
}

/// What does not pass: said, with what to do, and nothing is changed.
#[test]
fn what_does_not_pass_is_said_and_changes_nothing() {
    let data = |when, fault| Faults::default().and(when, fault);
    let rows: [(&str, Faults, &[&str]); 8] = [
        ("500 for ever", data(When::From(2), Fault::Status(500)), &["500", "run the same command"]),
        (
            "429 for ever",
            data(When::From(2), Fault::TooManyCalls(Some("0".to_owned()))),
            &["429", "run the same command"],
        ),
        (
            "a wait of hours",
            data(When::From(2), Fault::TooManyCalls(Some("7200".to_owned()))),
            &["7200", "run the same command"],
        ),
        ("cut for ever", data(When::From(2), Fault::Cut), &["run the same command"]),
        (
            "JSON that always ends too soon",
            data(When::From(2), Fault::Truncated),
            &["cut short", "run the same command"],
        ),
        (
            "a list of values of another length than the cube",
            data(When::From(2), Fault::ShortValues),
            &["value", "expected 23652", "23651"],
        ),
        (
            "an answer about fewer areas than asked",
            data(When::From(2), Fault::Fewer("Region")),
            &["Region: the answer lacks"],
        ),
        (
            "a table that is updated meanwhile",
            data(When::From(2), Fault::Updated("2026-09-01T07:00:00Z")),
            &["2026-09-01", "updated"],
        ),
    ];
    let table = SHAPE.table();
    for (name, faults, words) in rows {
        let server = Server::start(Setup::of([table.clone()]).limited(FOUR_CALLS).failing(faults));
        let place = Place::new();
        let before = place.files();
        let outcome = place.import(&server, &SHAPE.arguments());
        outcome.must_fail_with(name, words);
        assert!(place.files() == before, "{name}: the data have changed");
        assert_eq!(place.kept(), 2, "{name}: what has been fetched is kept");
    }
}

/// Pauses are as long as the service asks, or grow from try to try.
#[test]
fn pauses_are_as_asked_or_grow() {
    let faults = Faults::default()
        .and(When::Call(0), Fault::TooManyCalls(Some("2".to_owned())))
        .and(When::From(2), Fault::Status(503));
    let server = Server::start(Setup::of([SHAPE.table()]).limited(FOUR_CALLS).failing(faults));
    let place = Place::new();
    place.import(&server, &["--from", SHAPE.first]).must_fail_with("503 for ever", &["503"]);
    let calls = server.record().of(Kind::Data);
    let pauses: Vec<_> = calls.windows(2).map(|pair| pair[1].at.duration_since(pair[0].at)).collect();
    assert!(pauses[0] >= Duration::from_secs(2), "{pauses:?}");
    // The command line of these tests asks for 20 ms at first.
    for (tries, pause) in pauses[2..].iter().enumerate() {
        assert!(*pause >= Duration::from_millis(20 << tries), "{pauses:?}");
    }
    assert!((5..12).contains(&pauses.len()), "{pauses:?}");
}

/// What is wrong with the service itself.
#[test]
fn another_service_or_table_is_said_at_once() {
    let config = |fault| Faults::default().and_on(Kind::Config, When::From(0), fault);
    let only_said = Setup { truth: Some(SHAPE.table().without("Region", "2080")), ..Setup::of([SHAPE.table()]) };
    let rows: [(&str, Setup, &[&str], &[&str]); 5] = [
        ("a kommun that only the metadata have", only_said, &[], &["400", "Non-existent value"]),
        ("no such table", Setup::of([]), &[], &["404", "TAB1386"]),
        ("no such definition", Setup::of([]), &["--table", "TAB1"], &["TAB1", "TAB1386", "TAB6260"]),
        ("no such language", Setup::of([SHAPE.table()]), &["--lang", "fi"], &["fi", "sv"]),
        ("a page for ever", Setup::of([]).failing(config(Fault::Html)), &[], &["config"]),
    ];
    for (name, setup, arguments, words) in rows {
        let server = Server::start(setup);
        let place = Place::new();
        let before = place.files();
        place.import(&server, arguments).must_fail_with(name, words);
        assert!(place.files() == before, "{name}: the data have changed");
    }
}
