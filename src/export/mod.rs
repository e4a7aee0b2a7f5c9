//! Figures to files that a reader takes along: the same numbers, symbols and
//! notes as on the page, with source, provenance and edition.
//!
//! Knows no page and no browser: it makes a name and text; to save them is
//! for others.

mod csv;
mod name;

pub use csv::csv;

/// A file for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it is called: area, measure, period and edition.
    pub name: String,
    /// What is in it, as UTF-8.
    pub text: String,
}
