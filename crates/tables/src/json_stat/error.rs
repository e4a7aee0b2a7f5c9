//! What can be wrong with a JSON-stat text, and where in it.

/// A text that is not the JSON-stat that it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {problem}")]
pub struct Error {
    /// Where, from the root of the JSON: `dimension.Tid.category.index`.
    pub path: String,
    /// What.
    pub problem: Problem,
}

/// What is wrong at a place of the JSON.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Not JSON at all.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// Something that must be there is not.
    #[error("missing")]
    Missing,
    /// Not of the form that is called for there; in the words of `serde`.
    #[error("{0}")]
    Form(String),
    /// A code, version or class that is not known here.
    #[error("unknown {what} \"{found}\"")]
    Unknown {
        /// What it should have been: "version", "area".
        what: &'static str,
        /// What it was.
        found: String,
    },
    /// A code that appears twice.
    #[error("\"{0}\" appears twice")]
    Twice(String),
    /// A list of another length than its dimension or the cube has.
    #[error("expected {expected} entries, found {found}")]
    WrongCount {
        /// How many there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A position outside of the list or the cube.
    #[error("position {found} is not below {size}")]
    OutOfRange {
        /// The position, as written.
        found: String,
        /// The size of the list or the cube.
        size: usize,
    },
    /// More cells than a snapshot may have.
    #[error("more than {0} cells")]
    TooLarge(usize),
    /// Periods that do not rise, or of several resolutions.
    #[error("periods must rise and be of one resolution: \"{0}\"")]
    PeriodOrder(String),
    /// A cell that has both a value and a reason for having none.
    #[error("a value and the status \"{0}\" at once")]
    ValueAndReason(&'static str),
}

impl Problem {
    /// This problem at a place.
    pub(crate) fn at(self, path: String) -> Error {
        Error { path, problem: self }
    }
}
