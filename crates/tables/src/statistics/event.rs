//! What happened outside of the figures, for those who read them over time.

use super::{Label, Period};
use serde::{Deserialize, Serialize};

/// Something that happened, or a rule that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// A name of ours: `pandemin`.
    pub id: String,
    /// The month in which it began.
    pub from: Period,
    /// The month in which it ended, if it is over a while and not at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Period>,
    /// What it is called, as short as may be: "Pandemin".
    pub name: Label,
    /// What happened, in a sentence or two.
    pub text: Label,
    /// Who says so.
    pub source: Label,
    /// Where; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
}
