//! A selection to the cells of a table: the fewest calls, answers kept on the
//! way, progress on one line.

use super::answer::Question;
use super::assemble::Assembly;
use super::cache::Cache;
use super::client::{Client, Request};
use super::marks::Marks;
use super::plan::{Call, plan};
use super::progress::Progress;
use super::resolve::Selection;
use anyhow::{Context, Result};
use faktabank_tables::json_stat::Dataset;
use faktabank_tables::statistics::Cell;

/// Where a table is and how it was found there.
pub(super) struct Place<'a> {
    /// Its id at the agency.
    pub(super) table: &'a str,
    /// The language of the answers.
    pub(super) language: &'a str,
    /// When it was last updated, as the agency writes it.
    pub(super) updated: &'a str,
    /// The most cells of a call.
    pub(super) most_cells: usize,
}

/// Fetches all cells of a selection.
///
/// # Errors
///
/// If a call fails for good, or a cell does not arrive; what has been fetched
/// is kept for the next run.
pub(super) fn fetch(
    client: &mut Client,
    place: &Place<'_>,
    selection: &Selection,
    cache: &Cache,
) -> Result<(Vec<Cell>, Marks)> {
    let sizes: Vec<usize> = selection.axes.iter().map(|axis| axis.codes.len()).collect();
    let calls = plan(&sizes, place.most_cells);
    let questions: Vec<Question> = calls.iter().map(|call| question(selection, call)).collect();
    let mut progress = Progress::new(&questions, client.least(calls.len()));
    let mut assembly = Assembly::new(selection);
    for question in &questions {
        let (answer, was_kept) = one(client, place, cache, question)?;
        assembly.add(selection, &answer)?;
        progress.step(question, was_kept);
    }
    progress.end();
    assembly.finish(&selection.shape)
}

fn question(selection: &Selection, call: &Call) -> Question {
    let variables = selection.axes.iter().zip(call);
    Question {
        variables: variables.map(|(axis, run)| (axis.variable.clone(), axis.codes[run.clone()].to_vec())).collect(),
    }
}

/// One answer, and whether it was kept from a run before.
fn one(client: &mut Client, place: &Place<'_>, cache: &Cache, question: &Question) -> Result<(Dataset, bool)> {
    let text = question.to_json();
    if let Some(kept) = cache.read(&text)?
        && let Ok(answer) = question.read(&kept, place.updated)
    {
        return Ok((answer, true));
    }
    let path = format!("/tables/{}/data?lang={}&outputFormat=json-stat2", place.table, place.language);
    let (answer, bytes) = client.call(Request::Post(&path, &text), |bytes| {
        question.read(bytes, place.updated).map(|answer| (answer, bytes.to_vec()))
    })?;
    cache.keep(&text, &bytes).context("keeping an answer")?;
    Ok((answer, false))
}
