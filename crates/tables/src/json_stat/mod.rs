//! JSON-stat 2.0 text to and from [`Table`](crate::statistics::Table).
//!
//! [`Dataset`] reads any JSON-stat 2.0 dataset, SCB's answers included, into a
//! checked cube; [`read_table`] takes one in the form of our own snapshots on
//! to a table, and [`write_table`] writes that form. Labels in a file are for
//! other clients: reading relies on codes alone. Nothing here knows files,
//! editions, checksums or the words of the page.

mod cells;
mod cube;
mod dataset;
mod dimension;
mod error;
mod extension;
mod fields;
mod labels;
mod objects;
mod parse;
mod read;
mod root;
mod words;
mod write;

pub use dataset::Dataset;
pub use dimension::{CategoryUnit, Dimension, Role};
pub use error::{Error, Problem};
pub(crate) use fields::Fields;
pub(crate) use parse::parse;
pub use read::read_table;
pub use write::write_table;

/// The dimensions of a snapshot, in the order in which they are written.
const REGION: &str = "Region";
const CONTENTS: &str = "ContentsCode";
const SEX: &str = "Kon";
const AGE: &str = "Aldersgrupp";
const PERIOD: &str = "Tid";
