//! Which file holds which cells, and whether what arrived is what was published.
//!
//! Turns `manifest.json` and `areas.json` into [`Manifest`] and
//! [`Areas`](crate::statistics::Areas), and verified shard bytes into
//! [`Table`](crate::statistics::Table)s. It fetches nothing itself.

mod areas;
mod error;
mod manifest;
mod verify;

pub use areas::{AREAS_FILE, read_areas, write_areas};
pub use error::{Failure, SnapshotError};
pub use manifest::{Edition, EditionId, FileEntry, Manifest, SCHEMA, Shard, TableEntry};
pub use verify::{MANIFEST_FILE, read_manifest, read_shard, sha256, verify};
