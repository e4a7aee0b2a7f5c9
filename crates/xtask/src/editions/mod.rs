//! `cargo xtask editions`: the published figures of `data/anchors/` to the
//! editions that the page reads, everything else below `data/`.
//!
//! The same figures give the same bytes; `publish` writes them. An edition that the
//! manifest has is published, and stays byte for byte what it was: figures that would
//! make another of it are refused (`published`), and belong in a new one.

mod boundaries;
mod definition;
mod events;
mod figures;
mod files;
mod places;
mod published;
mod sweref;

use crate::{project, publish};
use anyhow::Result;
use faktabank_tables::snapshot::EditionId;
use std::path::PathBuf;

/// Where the published figures lie, below `data/`.
pub(crate) const ANCHORS: &str = "anchors";

/// The command line of `cargo xtask editions`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Another folder of the same form as `data/`.
    folder: Option<PathBuf>,
    /// An edition that is in the manifest and that no reader has seen yet: write it anew.
    /// One that is published never changes.
    #[arg(long, value_name = "EDITION")]
    unpublished: Vec<String>,
}

/// Writes the editions below `data/` of the project, or another folder.
///
/// # Errors
///
/// If a figure does not read, if an edition that is published would change, or if
/// what would be written does not pass `check-data`; the old files are then left as
/// they are.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let data = arguments.folder.unwrap_or_else(|| project::root().join("data"));
    let _alone = publish::alone(&data)?;
    let unpublished: Vec<EditionId> = arguments.unpublished.into_iter().map(EditionId).collect();
    let files = files::build(&data, &data.join(ANCHORS), &unpublished)?;
    publish::into(&data, &files)?;
    println!("{} files are up to date", files.len());
    Ok(())
}
