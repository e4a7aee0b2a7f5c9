//! The limits of a server to its `/config`, in the words of SCB's.

use super::limits::Limits;
use serde_json::json;

/// The answer to `/config`.
pub(crate) fn answer(limits: &Limits) -> String {
    let config = json!({
        "apiVersion": "2.3.2",
        "appVersion": "2.5.0",
        "languages": [{ "id": "sv", "label": "Svenska" }, { "id": "en", "label": "English" }],
        "defaultLanguage": "sv",
        "maxDataCells": limits.cells,
        "maxCallsPerTimeWindow": limits.calls,
        "timeWindow": limits.window,
        "license": "https://creativecommons.org/share-your-work/public-domain/cc0/",
        "sourceReferences": [
            { "language": "en", "text": "Source: Statistics Sweden" },
            { "language": "sv", "text": "Källa: SCB" },
        ],
        "defaultDataFormat": "json-stat2",
        "dataFormats": ["json-stat2", "csv", "px", "xlsx", "html", "json-px"],
        "features": [{ "id": "CORS", "params": [{ "key": "enabled", "value": "True" }] }],
    });
    config.to_string()
}
