//! What a snapshot says of its table beyond the standard, to and from
//! `extension.faktabank`; and those of its parts that the manifest has too.

use super::node::Node;
use crate::json::Object;
use crate::statistics::{Exactness, Label, Period, Provenance, Source, TableId};
use serde::Serialize;

/// `extension.faktabank`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Extension {
    pub(super) table: TableId,
    pub(super) label: Label,
    pub(super) provenance: Provenance,
    pub(super) exactness: Exactness,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_code")]
    pub(super) preliminary_from: Option<Period>,
    pub(super) notes: Vec<Label>,
    pub(super) source: Source,
}

fn as_code<S: serde::Serializer>(period: &Option<Period>, serializer: S) -> Result<S::Ok, S::Error> {
    period.map(|period| period.to_string()).serialize(serializer)
}

const FIELDS: [&str; 7] = ["table", "label", "provenance", "exactness", "preliminaryFrom", "notes", "source"];

impl Extension {
    /// Reads what a dataset has beyond the standard.
    pub(super) fn read(extension: &Node<'_>) -> Self {
        let ours = extension.member("faktabank").unwrap_or_else(|| extension.missing("faktabank"));
        for key in ours.object().into_iter().flat_map(Object::names) {
            if !FIELDS.contains(&key) {
                ours.unknown("field", key);
            }
        }
        let mut notes = Vec::new();
        for note in ours.field("notes").items() {
            notes.push(label(&note));
        }
        let preliminary = ours.optional("preliminaryFrom");
        let exactness = ours.field("exactness");
        Self {
            table: TableId(ours.text_of("table")),
            label: label(&ours.field("label")),
            provenance: provenance(&ours),
            exactness: Exactness {
                label: label(&exactness.field("label")),
                part: exactness.field("part").number(),
                total: exactness.field("total").number(),
            },
            preliminary_from: preliminary.and_then(|from| from.code(from.text(), "period", Period::from_code)),
            notes,
            source: source(&ours.field("source")),
        }
    }
}

fn source(found: &Node<'_>) -> Source {
    Source {
        agency: found.text_of("agency"),
        statistic: label(&found.field("statistic")),
        table: found.text_of("table"),
        read_from: label(&found.field("read_from")),
        url: found.text_of("url"),
        licence: found.text_of("licence"),
        updated: found.text_of("updated"),
    }
}

/// Words in both languages.
pub(crate) fn label(found: &Node<'_>) -> Label {
    Label { sv: found.text_of("sv"), en: found.text_of("en") }
}

/// The `provenance` of an object.
pub(crate) fn provenance(of: &Node<'_>) -> Provenance {
    let found = of.field("provenance");
    found.code(found.text(), "provenance", Provenance::from_key).unwrap_or(Provenance::Modelled)
}
