//! `changes.json` of an edition to [`Changes`]: what the agency revised since a
//! former edition, and which periods came. Tools compute it from the tables of
//! both; nothing in it is written by hand.

use super::reading::read_file;
use super::{EditionId, Failure, SCHEMA, SnapshotError};
use crate::json_stat::Node;
use crate::statistics::{AreaCode, Content, Period, TableId};
use serde::Serialize;

/// What the file is called in the folder of its edition.
pub const CHANGES_FILE: &str = "changes.json";

/// What changed in an edition since a former one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Changes {
    /// Version of this layout; [`SCHEMA`].
    pub schema: u32,
    /// The tables that could be compared.
    pub tables: Vec<TableChanges>,
}

impl Changes {
    /// The changes of these tables.
    pub fn of(tables: Vec<TableChanges>) -> Self {
        Self { schema: SCHEMA, tables }
    }
}

/// What changed in one table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TableChanges {
    /// The table.
    pub table: TableId,
    /// The edition that it was compared with.
    pub former_edition: EditionId,
    /// What it was compared with there: the same table, or the one it follows.
    pub former_table: TableId,
    /// Periods that only the new table has.
    #[serde(serialize_with = "codes")]
    pub new: Vec<Period>,
    /// Periods that only the former one has.
    #[serde(serialize_with = "codes")]
    pub gone: Vec<Period>,
    /// Each contents that both have.
    pub contents: Vec<ContentChanges>,
}

/// What changed in one contents of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContentChanges {
    /// The contents.
    #[serde(serialize_with = "content_code")]
    pub content: Content,
    /// Values that both tables have.
    pub compared: usize,
    /// Those that differ by more than the errors of both.
    pub changed: usize,
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

/// The largest change of a contents, and from when to when there are any.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LargestChange {
    /// The first period of any change.
    #[serde(serialize_with = "code")]
    pub first: Period,
    /// The last period of any change.
    #[serde(serialize_with = "code")]
    pub last: Period,
    /// Where the largest is.
    #[serde(serialize_with = "code")]
    pub area: AreaCode,
    /// When.
    #[serde(serialize_with = "code")]
    pub period: Period,
    /// What the value was.
    pub was: f64,
    /// What it is.
    pub is: f64,
}

/// Periods in a row that changed the same way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Run {
    /// Where.
    #[serde(serialize_with = "code")]
    pub area: AreaCode,
    /// The first of them.
    #[serde(serialize_with = "code")]
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
pub fn read_changes(file: &str, bytes: &[u8]) -> Result<Changes, SnapshotError> {
    parse(bytes).map_err(|failure| failure.of(file))
}

fn parse(bytes: &[u8]) -> Result<Changes, Failure> {
    read_file(bytes, |root| root.field("tables").items().iter().map(table).collect()).map(Changes::of)
}

fn table(found: &Node<'_>) -> TableChanges {
    let periods = |key: &str| {
        let list = found.field(key);
        list.codes(&list.texts(), "period", Period::from_code)
    };
    TableChanges {
        table: TableId(found.text_of("table")),
        former_edition: EditionId(found.text_of("formerEdition")),
        former_table: TableId(found.text_of("formerTable")),
        new: periods("new"),
        gone: periods("gone"),
        contents: found.field("contents").items().iter().filter_map(content).collect(),
    }
}

/// `None` once a problem is noted.
fn content(found: &Node<'_>) -> Option<ContentChanges> {
    let name = found.field("content");
    Some(ContentChanges {
        content: name.code(name.text(), "contents", Content::from_code)?,
        compared: found.field("compared").whole(),
        changed: found.field("changed").whole(),
        within: found.field("within").number(),
        largest: found.optional("largest").and_then(|largest| {
            Some(LargestChange {
                first: period(&largest, "first")?,
                last: period(&largest, "last")?,
                area: area(&largest)?,
                period: period(&largest, "period")?,
                was: largest.field("was").number(),
                is: largest.field("is").number(),
            })
        }),
        run: found.optional("run").and_then(|run| {
            Some(Run {
                area: area(&run)?,
                from: period(&run, "from")?,
                least: run.field("least").number(),
                most: run.field("most").number(),
            })
        }),
    })
}

fn period(of: &Node<'_>, key: &str) -> Option<Period> {
    let found = of.field(key);
    found.code(found.text(), "period", Period::from_code)
}

fn area(of: &Node<'_>) -> Option<AreaCode> {
    let found = of.field("area");
    found.code(found.text(), "area", AreaCode::from_code)
}

fn codes<S: serde::Serializer>(items: &[Period], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(items.iter().map(ToString::to_string))
}

fn code<S: serde::Serializer>(item: &impl ToString, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&item.to_string())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn content_code<S: serde::Serializer>(item: &Content, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(item.code())
}
