//! A cell is a value or a reason why there is none.

/// Why a cell has no value. Never the same as zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Missing {
    /// A kommun did not deliver the figure (SCB prints it as 0).
    NotReported,
    /// The source has no figure, or none was published.
    NotAvailable,
    /// The combination cannot occur.
    CannotOccur,
    /// Withheld so that nobody can be recognised.
    Suppressed,
    /// A share whose population is not known.
    NoDenominator,
    /// Of several areas or months, of what cannot be summed.
    NotAdditive,
}

impl Missing {
    /// Every reason.
    pub const ALL: [Self; 6] = [
        Self::NotReported,
        Self::NotAvailable,
        Self::CannotOccur,
        Self::Suppressed,
        Self::NoDenominator,
        Self::NotAdditive,
    ];

    /// The stable key, as in `data-missing` and JSON-stat's `status`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotReported => "not_reported",
            Self::NotAvailable => "not_available",
            Self::CannotOccur => "cannot_occur",
            Self::Suppressed => "suppressed",
            Self::NoDenominator => "no_denominator",
            Self::NotAdditive => "not_additive",
        }
    }

    /// The reason of a key; `None` for an unknown one.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == key)
    }

    /// SCB's symbol: `.` cannot occur, `..` not available or too uncertain.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::CannotOccur => ".",
            _ => "..",
        }
    }
}

/// One number of a table: `Ok(value)`, or the reason it is missing.
pub type Cell = Result<f64, Missing>;
