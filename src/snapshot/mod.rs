//! Which file holds which cells, and whether what arrived is what was published.
//!
//! Turns `manifest.json` and `areas.json` into [`Manifest`] and
//! [`Areas`](crate::statistics::Areas), and verified shard bytes into
//! [`Table`](crate::statistics::Table)s. It fetches nothing itself.

mod manifest;

pub use manifest::{Edition, EditionId, FileEntry, Manifest, SCHEMA, Shard, TableEntry};
