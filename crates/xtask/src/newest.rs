//! The tables of an edition to its `newest.json`: the newest number of every
//! kommun, for tables whose areas lie in many files.

use crate::publish::{self, Files};
use anyhow::{Context, Result};
use faktabank_figures::text::number;
use faktabank_tables::measure::Numbers;
use faktabank_tables::query::{Measure, periods_at, told_of};
use faktabank_tables::snapshot::{
    Edition, EditionId, FileEntry, NEWEST_FILE, Newest, NewestNumbers, TableEntry, read_newest, verify,
};
use faktabank_tables::statistics::{AreaCode, Period, Sex, Table};
use std::fs;
use std::path::Path;

/// Adds the `newest.json` of an edition, if any of its tables lies in many files.
/// What is told of tables that are not `known` is taken over from a `former` edition.
///
/// # Errors
///
/// None that plain data cause; those of serialising are passed on.
pub(crate) fn add(
    files: &mut Files,
    edition: &EditionId,
    entries: &[TableEntry],
    known: &[&Table],
    former: &[NewestNumbers],
) -> Result<Option<FileEntry>> {
    let mut tables = Vec::new();
    for entry in entries.iter().filter(|entry| is_told(entry)) {
        match known.iter().find(|table| table.id == entry.id) {
            Some(table) => tables.extend(of_table(entry, table)),
            None => tables.extend(former.iter().find(|numbers| numbers.table == entry.id).cloned()),
        }
    }
    if tables.is_empty() {
        return Ok(None);
    }
    let text = serde_json::to_string(&Newest::of(tables))?;
    Ok(Some(publish::add(files, format!("{edition}/{NEWEST_FILE}"), text)))
}

/// What an edition that is published tells; nothing where it has no such file.
///
/// # Errors
///
/// If the file is not what the manifest says.
pub(crate) fn read(data: &Path, edition: &Edition) -> Result<Vec<NewestNumbers>> {
    let Some(entry) = &edition.newest else { return Ok(Vec::new()) };
    let file = data.join(&entry.file);
    let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
    verify(entry, &bytes)?;
    Ok(read_newest(&entry.file, &bytes)?.tables)
}

/// Whether the page would have to fetch more than one file to count a place by a
/// number that can be set beside those of other areas.
pub(crate) fn is_told(entry: &TableEntry) -> bool {
    let kommuner: Vec<_> = entry.areas().into_iter().filter(|code| code.is_municipality()).collect();
    let (content, measure) = told_of(entry);
    let is_level = measure == Measure::Share || content.is_level();
    is_level && entry.shards_of(&kommuner, &[Sex::default()], entry.usual_age).len() > 1
}

/// The periods that may be the newest, at the resolution at which a table opens.
pub(crate) fn periods(entry: &TableEntry) -> Vec<Period> {
    let mut periods = periods_at(entry, entry.opens_at);
    let from = entry.forecast_from.map(|from| from.first_month());
    periods.retain(|period| from.is_none_or(|from| period.last_month() < from));
    periods
}

/// The number of a kommun, rounded as it is shown; `None` where it is not whole.
pub(crate) fn number_of(entry: &TableEntry, table: &Table, code: AreaCode, period: Period) -> Option<f64> {
    let (content, measure) = told_of(entry);
    let numbers = Numbers { age: entry.usual_age, ..Numbers::of(table) };
    let (found, decimals) = match measure {
        Measure::Share => (numbers.share(content, &[code], period), 1),
        Measure::Count | Measure::Index | Measure::Change => {
            (numbers.level(content, &[code], period), content.decimals())
        }
    };
    Some(number::round(found.whole()?, decimals))
}

/// What a table says of its kommuner; `None` where none has a number.
fn of_table(entry: &TableEntry, table: &Table) -> Option<NewestNumbers> {
    let kommuner: Vec<_> = table.areas.iter().copied().filter(|code| code.is_municipality()).collect();
    periods(entry).into_iter().rev().find_map(|period| {
        let value = |&code: &AreaCode| Some((code, number_of(entry, table, code, period)?));
        let (areas, values): (Vec<_>, Vec<_>) = kommuner.iter().filter_map(value).unzip();
        let content = told_of(entry).0.to_code();
        (!areas.is_empty()).then(|| NewestNumbers { table: entry.id.clone(), content, period, areas, values })
    })
}
