//! What the tool says of an import against what came before it: what is new,
//! what SCB revised, what is preliminary, and who did not report.

use crate::edition::current;
use crate::server::{Server, Setup};
use crate::tables::{Helarsekvivalenter, municipalities};
use crate::tool::Place;

#[test]
fn a_revision_is_named_with_its_size_and_beginning() {
    let now = Helarsekvivalenter::TWO_YEARS;
    // As in life: half a year ago arbetsmarknadsåtgärder were higher, and the table shorter.
    let then = Helarsekvivalenter { months: 18, former: Some(("2024M09", 60)), ..now.clone() };
    let place = Place::new();
    let mut former = then.table();
    former.updated = "2025-09-24T07:00:00Z".to_owned();
    place.import(&Server::start(Setup::of([former.clone()])), &["--from", then.first]).must_succeed();

    let former_edition = current(&place);

    let table = now.table();
    let outcome = place.import(&Server::start(Setup::of([table.clone()])), &["--from", now.first]);
    outcome.must_succeed();
    let said = &outcome.said;
    let months: Vec<_> = (9..=12).map(|month| format!("2024M{month:02}")).collect();
    let change = |month: &String| {
        let cell = ["00", "1+2", "20-64", "0000018H", month.as_str()];
        table.cell(&cell) - former.cell(&cell)
    };
    assert!(months.iter().all(|month| change(month) < -1000));
    for words in [former_edition.as_str(), &current(&place), "arbetsmarknadsåtgärder", "2024M09", "2025M07", "2025M12"]
    {
        assert!(said.to_lowercase().contains(&words.to_lowercase()), "{words} is not in:\n{said}");
    }
    for contents in ["sjukpenning", "etableringsersättning", "folkmängd"] {
        let line = said.lines().find(|line| line.to_lowercase().contains(contents) && line.contains("2024M09"));
        assert_eq!(line, None, "{contents} was not revised");
    }
}

#[test]
fn it_is_said_who_did_not_report_and_when() {
    let shape = Helarsekvivalenter::HALF_YEAR;
    let outcome = Place::new().import(&Server::start(Setup::of([shape.table()])), &["--from", shape.first]);
    outcome.must_succeed();
    let names = municipalities();
    let undelivered = shape.undelivered();
    assert!(!undelivered.is_empty());
    for (code, month) in undelivered {
        let name = &names.iter().find(|(known, _)| *known == code).unwrap().1;
        assert!(
            outcome.said.lines().any(|line| line.contains(name.as_str())),
            "{name} {month} is not in:\n{}",
            outcome.said
        );
    }
    // A kommun where nobody had ekonomiskt bistånd did report.
    assert!(!outcome.said.contains("Bjurholm"), "{}", outcome.said);
    assert!(outcome.said.contains("preliminary") && outcome.said.contains("2025M07"), "{}", outcome.said);
}
