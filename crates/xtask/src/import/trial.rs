//! Metadata of any service, tried against every definition, for `fuzz`: what a table
//! says of itself is read and resolved, and nothing comes of it.

use super::definition::{Definition, FILE, parse};
use super::metadata::Metadata;
use super::resolve::resolve;
use super::times::Times;
use crate::topics;
use anyhow::{Context, Result};
use faktabank_tables::statistics::{Areas, Catalogue};
use std::fs;
use std::path::Path;

/// The definitions to try.
pub(crate) struct Trial {
    definitions: Vec<Definition>,
    catalogue: &'static Catalogue,
}

impl Trial {
    /// Those of a folder of data.
    ///
    /// # Errors
    ///
    /// If they do not read.
    pub(crate) fn read(data: &Path) -> Result<Self> {
        let file = data.join(FILE);
        let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        Ok(Self { definitions: parse(&text)?, catalogue: topics::published(data)? })
    }

    /// Reads an answer about metadata and resolves each definition by it; whether any
    /// table could be asked for.
    pub(crate) fn metadata(&self, answer: &[u8], areas: &Areas) -> bool {
        let Ok(metadata) = Metadata::read(answer) else { return false };
        let can_be = |definition: &Definition| {
            resolve(definition, &metadata, (areas, self.catalogue), &Times::default()).is_ok()
        };
        self.definitions.iter().filter(|definition| can_be(definition)).count() > 0
    }
}
