//! What a snapshot says of its table beyond the standard, to and from
//! `extension`.

use crate::statistics::{AreaNote, Exactness, Forecast, Label, Period, Provenance, Source, TableId};
use serde::{Deserialize, Serialize};

/// What the publisher adds to the standard.
#[derive(Deserialize)]
pub(super) struct Extension {
    pub(super) faktabank: Ours,
}

/// What we add. Fields that we do not know may change what the rest means.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Ours {
    pub(super) table: TableId,
    pub(super) label: Label,
    pub(super) provenance: Provenance,
    pub(super) exactness: Exactness,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) preliminary_from: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) perturbed_from: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) forecast: Option<Forecast>,
    pub(super) notes: Vec<Label>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) area_notes: Vec<AreaNote>,
    pub(super) source: Source,
}
