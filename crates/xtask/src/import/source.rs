//! Where a table comes from, a service or a file on disk, to what is said of it
//! and to its cells.

use super::arguments::Arguments;
use super::assemble::Assembly;
use super::cache::Cache;
use super::client::{Client, Refusal, Request, check_json};
use super::definition::Definition;
use super::fetch::{self, Place};
use super::marks::Marks;
use super::metadata::Metadata;
use super::moved::without_mark;
use super::pace::Pace;
use super::resolve::Selection;
use super::service::Service;
use anyhow::{Context, Result};
use faktabank_tables::json_stat::Dataset;
use faktabank_tables::statistics::Cell;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// A table to be had.
pub(super) struct Source {
    /// What is said of it.
    pub(super) metadata: Metadata,
    from: From,
}

enum From {
    Service {
        client: Client,
        most_cells: usize,
        /// Answers that are kept until the edition is written, once any is.
        cache: Option<Cache>,
    },
    File(Dataset),
}

impl Source {
    /// Asks a service what it allows, and what it says of the table.
    ///
    /// # Errors
    ///
    /// If it is not to be had, or answers what it should not.
    pub(super) fn of_service(arguments: &Arguments, definition: &Definition) -> Result<Self> {
        let mut client = Client::new(&arguments.base_url, Duration::from_secs_f64(arguments.pause));
        let service = client.call(Request::Get("/config"), |answer| {
            check_json(answer)?;
            Service::read(answer).map_err(Refusal::Wrong)
        })?;
        let language = &arguments.lang;
        service.check_language(language)?;
        client.keep_to(Pace::new(service.calls(), service.window()));
        let path = format!("/tables/{}/metadata?lang={language}&outputFormat=json-stat2", definition.source_id);
        let metadata = client.call(Request::Get(&path), |answer| {
            check_json(answer)?;
            Metadata::read(answer).map_err(Refusal::Wrong)
        });
        let id = &definition.source_id;
        let metadata =
            metadata.with_context(|| format!("what the service says of {id}, the source_id of tables.toml"))?;
        Ok(Self { metadata, from: From::Service { client, most_cells: service.max_data_cells, cache: None } })
    }

    /// Reads a JSON-stat 2.0 file, as PxWeb saves a table.
    ///
    /// # Errors
    ///
    /// If it is not there, is not JSON-stat, or nobody says from when it is.
    pub(super) fn of_file(file: &Path, definition: &Definition) -> Result<Self> {
        let name = || file.display().to_string();
        let bytes = fs::read(file).with_context(name)?;
        let bytes = without_mark(&bytes);
        let metadata = Metadata::of_file(bytes, &definition.source.updated).with_context(name)?;
        let cells = Dataset::read(bytes).with_context(name)?;
        Ok(Self { metadata, from: From::File(cells) })
    }

    /// The cells of a selection, and what is said of them; `keep` is where answers are kept on the way.
    ///
    /// # Errors
    ///
    /// If a call fails for good, or a cell does not arrive.
    pub(super) fn cells(
        &mut self,
        arguments: &Arguments,
        definition: &Definition,
        selection: &Selection,
        keep: &Path,
    ) -> Result<(Vec<Cell>, Marks)> {
        match &mut self.from {
            From::Service { client, most_cells, cache } => {
                let place = Place {
                    table: &definition.source_id,
                    language: &arguments.lang,
                    updated: &self.metadata.updated,
                    most_cells: *most_cells,
                };
                let cache = cache.insert(Cache::open(keep, &arguments.base_url, place.table, place.updated)?);
                let cells = fetch::fetch(client, &place, selection, cache)?;
                println!("{} calls made", client.calls());
                Ok(cells)
            }
            From::File(all) => {
                let mut assembly = Assembly::new(selection);
                assembly.add(selection, all)?;
                assembly.finish(&selection.shape)
            }
        }
    }

    /// Forgets what was kept, once the edition is written.
    ///
    /// # Errors
    ///
    /// If it cannot be removed.
    pub(super) fn forget(self) -> Result<()> {
        match self.from {
            From::Service { cache: Some(cache), .. } => cache.remove(),
            _ => Ok(()),
        }
    }
}
