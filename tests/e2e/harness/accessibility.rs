//! Runs axe-core in the page and turns its findings into lines.

use super::page::Page;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::path::Path;

/// The rules that the site must keep: WCAG 2.0, 2.1 and 2.2, A and AA.
const STANDARD: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

impl Page {
    /// What axe-core finds wrong, one line for each rule and place.
    ///
    /// # Errors
    /// If axe-core is not installed, does not run, or checks nothing at all.
    pub(crate) async fn accessibility_faults(&self) -> Result<Vec<String>> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&file)
            .with_context(|| format!("{} is missing: run `cargo xtask setup --tests`", file.display()))?;
        // WebDriver's scripts are not the page's, so its policy need not let them in.
        let script = format!(
            "{axe}; const done = arguments[1];
             axe.run(document, {{ runOnly: {{ type: 'tag', values: arguments[0] }}, preload: false }})
                .then(({{ passes, violations }}) => done([passes.length, violations.flatMap(rule => rule.nodes
                    .map(node => rule.id + ': ' + node.target.join(' ') + ': ' + node.failureSummary))]),
                      error => done([0, [String(error)]]))"
        );
        let (passed, faults): (usize, Vec<String>) = self.eval_later(&script, vec![json!(STANDARD)]).await?;
        ensure!(passed > 5 || !faults.is_empty(), "axe-core checked only {passed} rules");
        Ok(faults)
    }
}
