//! The tables of an edition to its `newest.json`: the newest number of every
//! kommun, for tables whose areas lie in many files.

use crate::publish::{self, Files};
use anyhow::{Context, Result};
use faktabank::measure::Numbers;
use faktabank::query::{Measure, periods_at, told_of};
use faktabank::snapshot::{EditionId, FileEntry, NEWEST_FILE, Newest, NewestNumbers, TableEntry, read_shard};
use faktabank::statistics::{Sex, Table};
use faktabank::text::number;
use std::fs;
use std::path::Path;

/// Adds the `newest.json` of an edition, if any of its tables lies in many files.
/// Files that are not among those to be written lie in `data` already.
///
/// # Errors
///
/// If a file of a table is not what its entry says.
pub(crate) fn add(
    files: &mut Files,
    data: &Path,
    edition: &EditionId,
    entries: &[TableEntry],
) -> Result<Option<FileEntry>> {
    let mut tables = Vec::new();
    for entry in entries {
        tables.extend(of_table(files, data, entry)?);
    }
    if tables.is_empty() {
        return Ok(None);
    }
    let text = serde_json::to_string(&Newest::of(tables))?;
    Ok(Some(publish::add(files, format!("{edition}/{NEWEST_FILE}"), text)))
}

/// What a table says of its kommuner; `None` where one file holds them all, where
/// it tells no level, or where none has a number.
fn of_table(files: &Files, data: &Path, entry: &TableEntry) -> Result<Option<NewestNumbers>> {
    let kommuner: Vec<_> = entry.areas().into_iter().filter(|code| code.is_municipality()).collect();
    let shards = entry.shards_of(&kommuner, &[Sex::default()], entry.usual_age);
    let (content, measure) = told_of(entry);
    if shards.len() < 2 || measure != Measure::Share && !content.is_level() {
        return Ok(None);
    }
    let mut parts = Vec::new();
    for shard in shards {
        let file = &shard.file.file;
        let bytes = files.get(file).map_or_else(|| fs::read(data.join(file)), |bytes| Ok(bytes.clone()));
        parts.push(read_shard(entry, shard, &bytes.with_context(|| file.clone())?)?);
    }
    let tables = Table::join(parts.into_iter())?;
    let Some(table) = tables.first() else { return Ok(None) };
    let numbers = Numbers { age: entry.usual_age, ..Numbers::of(table) };
    let decimals = if measure == Measure::Share { 1 } else { content.decimals() };
    let periods = periods_at(entry, entry.opens_at);
    for &period in periods.iter().rev().filter(|period| !table.is_forecast(**period)) {
        let value = |code| {
            let number = match measure {
                Measure::Share => numbers.share(content, &[code], period),
                Measure::Count | Measure::Index | Measure::Change => numbers.level(content, &[code], period),
            };
            Some((code, number::round(number.whole()?, decimals)))
        };
        let (areas, values): (Vec<_>, Vec<_>) = kommuner.iter().copied().filter_map(value).unzip();
        if !areas.is_empty() {
            return Ok(Some(NewestNumbers {
                table: entry.id.clone(),
                content: content.to_code(),
                period,
                areas,
                values,
            }));
        }
    }
    Ok(None)
}
