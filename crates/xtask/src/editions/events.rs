//! `anchors/events.csv` to `handelser.json`: what happened outside of the
//! figures, each with its source.

use anyhow::{Context, Result, ensure};
use faktabank_tables::snapshot::{SCHEMA, read_events};
use faktabank_tables::statistics::{Event, Label, Period};
use serde::{Deserialize, Serialize};
use std::path::Path;

#[derive(Deserialize)]
struct EventRow {
    id: String,
    from: Period,
    to: Option<Period>,
    name_sv: String,
    name_en: String,
    text_sv: String,
    text_en: String,
    source_sv: String,
    source_en: String,
    url: String,
}

#[derive(Serialize)]
struct FileJson {
    schema: u32,
    events: Vec<Event>,
}

/// The text of the file.
///
/// # Errors
///
/// If the anchor is not there, does not read, or is not in the order of time.
pub(super) fn build(anchors: &Path) -> Result<String> {
    let file = anchors.join("events.csv");
    let name = || file.display().to_string();
    let mut events: Vec<Event> = Vec::new();
    for row in csv::Reader::from_path(&file).with_context(name)?.deserialize() {
        let row: EventRow = row.with_context(name)?;
        let in_order = events.last().is_none_or(|former| former.from <= row.from);
        ensure!(in_order, "{}: {} is not in the order of time", name(), row.id);
        events.push(Event {
            id: row.id,
            from: row.from,
            to: row.to,
            name: Label::new(row.name_sv, row.name_en),
            text: Label::new(row.text_sv, row.text_en),
            source: Label::new(row.source_sv, row.source_en),
            url: row.url,
        });
    }
    let text = serde_json::to_string(&FileJson { schema: SCHEMA, events })?;
    read_events(text.as_bytes()).with_context(name)?;
    Ok(text)
}
