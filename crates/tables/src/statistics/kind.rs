//! The words of definitions that stand for one of a few things, to those.

use serde::{Deserialize, Serialize};

/// What kind of number a contents is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number of persons or things.
    Count,
    /// Per cent of something; computed anew after every aggregation where
    /// numerator and denominator are known, else as published.
    Rate,
    /// Money.
    Amount,
    /// Days, or another quantity, for each person.
    Days,
    /// An index or a ratio.
    Index,
}

impl Kind {
    /// The kind that a definition names; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "count" => Some(Self::Count),
            "rate" => Some(Self::Rate),
            "amount" => Some(Self::Amount),
            "days" => Some(Self::Days),
            "index" => Some(Self::Index),
            _ => None,
        }
    }

    /// Whether the number of several areas is the sum of theirs, where the
    /// definition does not say.
    pub const fn is_additive(self) -> bool {
        matches!(self, Self::Count | Self::Amount)
    }
}

/// The Swedish article of a superlative: "den lägsta", "det lägsta", "de lägsta".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Article {
    /// Of words such as "sjukpenningen", and where a definition does not say.
    #[default]
    Den,
    /// Of words such as "antalet".
    Det,
    /// Of several.
    De,
}

impl Article {
    /// The article of a word; that of most for an unknown one.
    pub fn from_word(word: &str) -> Self {
        match word {
            "det" => Self::Det,
            "de" => Self::De,
            _ => Self::Den,
        }
    }

    /// The word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Den => "den",
            Self::Det => "det",
            Self::De => "de",
        }
    }
}
