//! `anchors/exceptions.csv`: irregularities of a source that are kept as
//! published, each with its reason. One that no longer applies is a finding.

use super::finding::{Finding, Rule};
use crate::editions::ANCHORS;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::Path;

/// The list's file, below the anchors.
pub(crate) const EXCEPTIONS: &str = "exceptions.csv";

#[derive(Deserialize)]
struct Exception {
    edition: String,
    table: String,
    area: String,
    period: String,
    rule: String,
    reason: String,
}

impl Exception {
    fn covers(&self, finding: &Finding) -> bool {
        finding.rule.name() == self.rule
            && finding.file.starts_with(&format!("{}/{}/", self.edition, self.table))
            && finding.cell.contains(&self.area)
            && finding.cell.contains(&self.period)
    }
}

/// Takes away the findings that are listed, and adds one for each entry of the
/// list that covers nothing. A folder without a list has no exceptions.
pub(super) fn apply(folder: &Path, findings: &mut Vec<Finding>) -> Result<()> {
    let list = folder.join(ANCHORS).join(EXCEPTIONS);
    if !list.exists() {
        return Ok(());
    }
    let file = format!("{ANCHORS}/{EXCEPTIONS}");
    let mut reader = csv::Reader::from_path(&list).with_context(|| file.clone())?;
    for exception in reader.deserialize() {
        let exception: Exception = exception.with_context(|| file.clone())?;
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
    Ok(())
}
