//! `anchors/exceptions.csv`, and the list of the same name that an imported
//! edition has: irregularities of a source that are kept as published, each
//! with its reason. One that no longer applies is a finding.

use super::finding::{Finding, Rule};
use crate::editions::ANCHORS;
use anyhow::{Context, Result};
use faktabank_tables::snapshot::{EditionId, Manifest};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The list's file, below the anchors or an edition.
pub(crate) const EXCEPTIONS: &str = "exceptions.csv";

/// An irregularity that is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) struct Exception {
    pub(crate) edition: String,
    pub(crate) table: String,
    /// The area; `*` where it is so in many.
    pub(crate) area: String,
    pub(crate) period: String,
    pub(crate) rule: String,
    pub(crate) reason: String,
}

/// The area of an irregularity that is in many.
const EVERYWHERE: &str = "*";

impl Exception {
    fn covers(&self, finding: &Finding) -> bool {
        finding.rule.name() == self.rule
            && finding.file.starts_with(&format!("{}/{}/", self.edition, self.table))
            && (self.area == EVERYWHERE || finding.cell.contains(&self.area))
            && finding.cell.contains(&self.period)
    }
}

/// Takes away the findings that are listed, and adds one for each entry of a
/// list that covers nothing. A folder without a list has no exceptions.
pub(super) fn apply(folder: &Path, manifests: &[(String, Manifest)], findings: &mut Vec<Finding>) -> Result<()> {
    let editions = manifests.iter().flat_map(|(_, manifest)| &manifest.editions);
    let lists = editions.map(|edition| list_of(&edition.id));
    for file in [of_anchors()].into_iter().chain(lists) {
        for exception in read(folder, &file)? {
            let before = findings.len();
            findings.retain(|finding| !exception.covers(finding));
            let cell = [&exception.edition, &exception.table, &exception.area, &exception.period].map(String::clone);
            if findings.len() == before {
                let detail = format!("the rule {} holds here without it", exception.rule);
                findings.push(Finding::of_cell(&file, &cell, Rule::Exception, detail));
            }
            if exception.reason.trim().is_empty() {
                findings.push(Finding::of_cell(&file, &cell, Rule::Exception, "has no reason"));
            }
        }
    }
    Ok(())
}

fn of_anchors() -> String {
    format!("{ANCHORS}/{EXCEPTIONS}")
}

fn list_of(edition: &EditionId) -> String {
    format!("{edition}/{EXCEPTIONS}")
}

fn read(folder: &Path, file: &str) -> Result<Vec<Exception>> {
    let list = folder.join(file);
    if !list.exists() {
        return Ok(Vec::new());
    }
    let mut reader = csv::Reader::from_path(&list).with_context(|| file.to_owned())?;
    reader.deserialize().collect::<Result<_, _>>().with_context(|| file.to_owned())
}
