//! `handelser.json` to [`Event`]s.

use super::reading::{distinct, read_file};
use super::{Failure, SnapshotError};
use crate::json_stat::Problem;
use crate::statistics::{Event, Period, Resolution};
use serde::Deserialize;

/// Where the events are, below `data/`; the manifest says so too.
pub const EVENTS_FILE: &str = "handelser.json";

/// The file as it is read.
#[derive(Deserialize)]
struct EventsJson {
    events: Vec<Event>,
}

/// Reads `handelser.json`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, has
/// a period that is no month, or names an event twice.
pub fn read_events(bytes: &[u8]) -> Result<Vec<Event>, SnapshotError> {
    parse(bytes).map_err(|failure| failure.of(EVENTS_FILE))
}

fn parse(bytes: &[u8]) -> Result<Vec<Event>, Failure> {
    let EventsJson { events } = read_file(bytes)?;
    distinct(events.iter().map(|event| &event.id), |at| format!("events[{at}].id"))?;
    for (at, event) in events.iter().enumerate() {
        is_month(event.from, || format!("events[{at}].from"))?;
        event.to.map_or(Ok(()), |to| is_month(to, || format!("events[{at}].to")))?;
    }
    Ok(events)
}

fn is_month(period: Period, path: impl Fn() -> String) -> Result<(), Failure> {
    if period.resolution() == Resolution::Month {
        return Ok(());
    }
    Err(Problem::Unknown { what: "month", found: period.to_string() }.at(path()).into())
}
