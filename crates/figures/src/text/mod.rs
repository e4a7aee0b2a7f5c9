//! Every word and number format that a reader meets, in both languages.
//!
//! Static words are [`Phrase`](faktabank_tables::statistics::Phrase)s: a missing
//! translation does not compile. Numbers reach the screen through [`number`]
//! alone, periods through [`period`], areas through [`area`]. This module
//! knows how to say things, not what is worth saying: that is `figure`'s.

pub mod about;
pub mod about_rules;
pub mod alike;
pub mod area;
pub mod backdrop;
pub mod contents;
pub(crate) mod doing;
pub mod finding;
pub(crate) mod json;
pub mod lack;
pub mod letters;
pub mod list;
pub mod modelled;
pub mod number;
pub mod ordinal;
pub mod pair;
pub mod period;
pub mod person;
pub mod plain;
pub mod present;
pub mod provenance;
pub mod rank;
pub mod share;
pub mod ui;
pub mod walking;
