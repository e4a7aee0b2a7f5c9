//! The domain: tables of cells by area, contents, sex, age and period.
//!
//! Plain values with no idea of files, addresses, languages' wording or screens.
//! Names follow PxWeb and JSON-stat: table, variable, category, contents, cell.

mod area;
mod boundary;
mod catalogue;
mod cell;
mod code;
mod contents;
mod definition;
mod delivery;
mod event;
mod kind;
mod label;
pub mod letters;
mod period;
mod person;
mod table;

pub use area::{Area, AreaCode, AreaKind, Areas, Association, Member};
pub use boundary::{Boundaries, Boundary};
pub use catalogue::{Catalogue, CatalogueError};
pub use cell::{Cell, Missing};
pub use contents::{Content, ContentCode, Topic, TopicCode};
pub use definition::Definition;
pub use delivery::{NEAREST, not_reported};
pub use event::Event;
pub use kind::{Article, Kind};
pub use label::{Label, Language, Phrase};
pub use period::{Period, Resolution};
pub use person::{Age, Sex};
pub use table::{AreaNote, Exactness, Forecast, Provenance, Source, Table, TableId, TableShapeError};

/// The number of a code that consists of digits; `None` for any other.
fn digits(code: &str) -> Option<u16> {
    code.bytes().all(|byte| byte.is_ascii_digit()).then(|| code.parse().ok())?
}
