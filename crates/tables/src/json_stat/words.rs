//! The words of a JSON-stat 2.0 dataset, as `serde` reads them; a page needs none.

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// What a dataset says beside its cube.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Words {
    pub(super) label: Option<String>,
    pub(super) source: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) note: Option<Vec<String>>,
    pub(super) role: Option<Roles>,
    pub(super) dimension: BTreeMap<String, DimensionWords>,
    #[serde(default)]
    pub(super) extension: Value,
}

/// The ids of the dimensions that have a role.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct Roles {
    pub(super) time: Option<Vec<String>>,
    pub(super) metric: Option<Vec<String>>,
    pub(super) geo: Option<Vec<String>>,
}

/// What is said of a dimension.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct DimensionWords {
    pub(super) label: Option<String>,
    pub(super) note: Option<Vec<String>>,
    pub(super) category: CategoryWords,
}

/// What is said of the categories of a dimension.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
pub(super) struct CategoryWords {
    pub(super) label: Option<BTreeMap<String, String>>,
    /// PxWeb's own words, so nothing is called for.
    #[serde(default)]
    pub(super) unit: Value,
}
