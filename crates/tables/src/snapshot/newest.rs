//! `newest.json` of an edition to [`Newest`]: what each topic's table says of every
//! area in its newest period, where the areas lie in many files. Places in the whole
//! country are counted by it. Tools compute it from the tables; nothing in it is
//! written by hand.

use super::reading::read_file;
use super::{SCHEMA, SnapshotError};
use crate::statistics::{AreaCode, ContentCode, Period, TableId};
use serde::{Deserialize, Serialize};

/// What the file is called in the folder of its edition.
pub const NEWEST_FILE: &str = "newest.json";

/// The newest numbers of tables.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Newest {
    /// Version of this layout; [`SCHEMA`].
    pub schema: u32,
    /// The tables whose areas lie in many files.
    pub tables: Vec<NewestNumbers>,
}

/// One contents of a table in one period, of every area that has a whole number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewestNumbers {
    /// The table.
    pub table: TableId,
    /// The contents: a level, or what is shown as a share.
    pub content: ContentCode,
    /// The newest period that is no forecast.
    pub period: Period,
    /// The kommuner, in the order of the table.
    pub areas: Vec<AreaCode>,
    /// The number of each, rounded as it is shown.
    pub values: Vec<f64>,
}

impl Newest {
    /// The numbers of these tables.
    pub const fn of(tables: Vec<NewestNumbers>) -> Self {
        Self { schema: SCHEMA, tables }
    }
}

/// Reads the `newest.json` that lies at `file`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, or of an unknown schema.
pub fn read_newest(file: &str, bytes: &[u8]) -> Result<Newest, SnapshotError> {
    read_file(bytes).map_err(|failure| failure.of(file))
}
