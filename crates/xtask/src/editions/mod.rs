//! `cargo xtask editions`: the published figures of `data/anchors/` to the
//! editions that the page reads, everything else below `data/`.
//!
//! The same figures give the same bytes; `publish` writes them.

mod boundaries;
mod definition;
mod events;
mod figures;
mod files;
mod places;
mod sweref;

use crate::{project, publish};
use anyhow::Result;

/// Where the published figures lie, below `data/`.
pub(crate) const ANCHORS: &str = "anchors";

/// Writes the editions below `data/` of the project.
///
/// # Errors
///
/// If a figure does not read, or if what would be written does not pass
/// `check-data`; the old files are then left as they are.
pub(crate) fn run() -> Result<()> {
    let data = project::root().join("data");
    let files = files::build(&data, &data.join(ANCHORS))?;
    publish::into(&data, &files)?;
    println!("{} files are up to date", files.len());
    Ok(())
}
