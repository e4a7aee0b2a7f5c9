//! Which file holds which cells, and whether what arrived is what was published.
//!
//! Turns `manifest.json` and `areas.json` into [`Manifest`] and
//! [`Areas`](crate::statistics::Areas), and verified shard bytes into
//! [`Table`](crate::statistics::Table)s. It fetches nothing itself.

mod areas;
mod boundaries;
mod changes;
mod error;
mod events;
mod manifest;
mod reading;
mod verify;

pub use areas::{AREAS_FILE, read_areas, write_areas};
pub use boundaries::{BOUNDARIES_FILE, read_boundaries};
pub use changes::{CHANGES_FILE, Changes, ContentChanges, LargestChange, Run, TableChanges, read_changes};
pub use error::{Failure, SnapshotError};
pub use events::{EVENTS_FILE, read_events};
pub use manifest::{Edition, EditionId, FileEntry, Manifest, SCHEMA, Shard, TableEntry};
pub use reading::{MANIFEST_FILE, read_manifest};
pub use verify::{read_shard, sha256, verify};
