//! `changes.json` of an edition to [`Changes`]: what the agency revised since a
//! former edition, and which periods came. Tools compute it from the tables of
//! both; nothing in it is written by hand.

use super::reading::read_file;
use super::{EditionId, Failure, SCHEMA, SnapshotError};
use crate::json_stat::Problem;
use crate::statistics::{Age, AreaCode, Catalogue, Content, ContentCode, Period, Sex, TableId};
use serde::{Deserialize, Serialize};

/// What the file is called in the folder of its edition.
pub const CHANGES_FILE: &str = "changes.json";

/// What changed in an edition since a former one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Changes<C = Content> {
    /// Version of this layout; [`SCHEMA`].
    pub schema: u32,
    /// The tables that could be compared.
    pub tables: Vec<TableChanges<C>>,
}

impl Changes {
    /// The changes of these tables.
    pub fn of(tables: Vec<TableChanges>) -> Self {
        Self { schema: SCHEMA, tables }
    }
}

/// What changed in one table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TableChanges<C = Content> {
    /// The table.
    pub table: TableId,
    /// The edition that it was compared with.
    pub former_edition: EditionId,
    /// What it was compared with there: the same table, or the one it follows.
    pub former_table: TableId,
    /// Periods that only the new table has.
    pub new: Vec<Period>,
    /// Periods that only the former one has.
    pub gone: Vec<Period>,
    /// Each contents that both have.
    pub contents: Vec<ContentChanges<C>>,
}

/// What changed in one contents of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContentChanges<C = Content> {
    /// The contents.
    pub content: C,
    /// Values that both tables have.
    pub compared: usize,
    /// Those that differ by more than the errors of both.
    pub changed: usize,
    /// Values that the former table lacked: delivered late.
    #[serde(default, skip_serializing_if = "is_none")]
    pub delivered: usize,
    /// Values of the former table that are no longer there.
    #[serde(default, skip_serializing_if = "is_none")]
    pub lost: usize,
    /// The largest difference that the errors of both tables explain.
    pub within: f64,
    /// The largest change; `None` where nothing changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest: Option<LargestChange>,
    /// Periods in a row up to the newest one compared that were all lowered, or
    /// all raised, in the largest area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run: Option<Run>,
}

impl<C> ContentChanges<C> {
    /// Whether nothing of it came, went or changed.
    pub const fn is_unchanged(&self) -> bool {
        self.changed == 0 && self.delivered == 0 && self.lost == 0
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
const fn is_none(count: &usize) -> bool {
    *count == 0
}

/// The largest change of a contents, and from when to when there are any.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LargestChange {
    /// The first period of any change.
    pub first: Period,
    /// The last period of any change.
    pub last: Period,
    /// Where the largest is.
    pub area: AreaCode,
    /// Of whom, where that is not everybody together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Of which ages, where the table has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Age>,
    /// When.
    pub period: Period,
    /// What the value was.
    pub was: f64,
    /// What it is.
    pub is: f64,
}

/// Periods in a row that changed the same way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Where.
    pub area: AreaCode,
    /// The first of them.
    pub from: Period,
    /// The smallest change, with its sign.
    pub least: f64,
    /// The largest change, with its sign.
    pub most: f64,
}

/// Reads the `changes.json` that lies at `file`.
///
/// # Errors
/// [`SnapshotError`] if it is not JSON of that form, of an unknown schema, or
/// speaks of an unknown contents, area or period.
pub fn read_changes(file: &str, bytes: &[u8], catalogue: &'static Catalogue) -> Result<Changes, SnapshotError> {
    read_file(bytes).and_then(|changes| known(changes, catalogue)).map_err(|failure| failure.of(file))
}

/// The same of contents rather than of their codes.
fn known(changes: Changes<ContentCode>, catalogue: &'static Catalogue) -> Result<Changes, Failure> {
    let mut tables = Vec::new();
    for (at, table) in changes.tables.into_iter().enumerate() {
        let TableChanges { table, former_edition, former_table, new, gone, contents: codes } = table;
        let mut contents = Vec::new();
        for (content_at, changed) in codes.into_iter().enumerate() {
            let ContentChanges { content, compared, changed, delivered, lost, within, largest, run } = changed;
            let Some(content) = catalogue.content(&content.0) else {
                let unknown = Problem::Unknown { what: "contents", found: content.0 };
                return Err(unknown.at(format!("tables[{at}].contents[{content_at}].content")).into());
            };
            contents.push(ContentChanges { content, compared, changed, delivered, lost, within, largest, run });
        }
        tables.push(TableChanges { table, former_edition, former_table, new, gone, contents });
    }
    Ok(Changes::of(tables))
}
