//! `handelser.json` to [`Event`]s.

use super::reading::read_file;
use super::{Failure, SnapshotError};
use crate::json_stat::{self, Seen};
use crate::statistics::{Event, Period, Resolution};

/// Where the events are, below `data/`; the manifest says so too.
pub const EVENTS_FILE: &str = "handelser.json";

/// Reads `handelser.json`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, has
/// a period that is no month, or names an event twice.
pub fn read_events(bytes: &[u8]) -> Result<Vec<Event>, SnapshotError> {
    parse(bytes).map_err(|failure| failure.of(EVENTS_FILE))
}

fn parse(bytes: &[u8]) -> Result<Vec<Event>, Failure> {
    read_file(bytes, |root| {
        let mut ids = Seen::default();
        let mut events = Vec::new();
        for each in root.field("events").items() {
            let id = each.field("id");
            ids.once(id.text(), &id);
            let from = each.field("from");
            let Some(from) = from.code(from.text(), "month", month) else { continue };
            let to = each.optional("to").and_then(|to| to.code(to.text(), "month", month));
            let label = |key| json_stat::label(&each.field(key));
            let (name, text, source) = (label("name"), label("text"), label("source"));
            events.push(Event {
                id: id.text().to_owned(),
                from,
                to,
                name,
                text,
                source,
                url: each.text_or_empty("url"),
            });
        }
        events
    })
}

fn month(code: &str) -> Option<Period> {
    Period::from_code(code).filter(|period| period.resolution() == Resolution::Month)
}
