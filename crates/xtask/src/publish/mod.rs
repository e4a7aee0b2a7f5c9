//! Tables to published editions: shards, manifest entries and `manifest.json`,
//! for whoever makes them (`editions`, `import`, `model`).
//!
//! The same tables give the same bytes. Nothing is replaced before all of it
//! has been written beside and checked; the manifest, which names the rest, is
//! replaced last. Knows no source and no figure.

mod alone;
mod manifest;
mod place;
mod shards;

use std::collections::BTreeMap;

pub(crate) use alone::alone;
pub(crate) use manifest::{compose, generated, manifests, read};
pub(crate) use place::{check, clear, edition, into};
pub(crate) use shards::{Layout, Said, add, table};

/// Files by path below `data/`.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;
