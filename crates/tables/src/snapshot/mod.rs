//! Which file holds which cells, and whether what arrived is what was published.
//!
//! Turns `topics.json`, `manifest.json` and `areas.json` into
//! [`Catalogue`](crate::statistics::Catalogue), [`Manifest`] and
//! [`Areas`](crate::statistics::Areas), and verified shard bytes into
//! [`Table`](crate::statistics::Table)s. It fetches nothing itself.

mod areas;
mod boundaries;
mod changes;
mod error;
mod events;
mod listing;
mod manifest;
mod newest;
mod reading;
mod topics;
mod verify;

pub use areas::{AREAS_FILE, read_areas, write_areas};
pub use boundaries::{BOUNDARIES_FILE, read_boundaries};
pub use changes::{CHANGES_FILE, Changes, ContentChanges, LargestChange, Run, TableChanges, read_changes};
pub use error::{Failure, SnapshotError};
pub use events::{EVENTS_FILE, read_events};
pub use listing::Listing;
pub use manifest::{Edition, EditionId, FileEntry, Manifest, SCHEMA, Shard, TableEntry};
pub use newest::{NEWEST_FILE, Newest, NewestNumbers, read_newest};
pub use reading::{MANIFEST_FILE, read_manifest};
pub use topics::{EXPLANATIONS_FILE, TOPICS_FILE, read_explanations, read_topics, write_topics};
pub use verify::{read_shard, sha256, verify};
