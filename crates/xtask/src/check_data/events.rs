//! What happened outside of the figures: each in both languages, with a source,
//! in the order of time.

use super::finding::{Finding, Rule};
use faktabank_tables::snapshot::EVENTS_FILE;
use faktabank_tables::statistics::{Event, Label};

/// Longest name that stands beside a line in a chart, in letters.
const LONGEST_NAME: usize = 30;

/// Remarks on the events.
pub(super) fn check(events: &[Event], findings: &mut Vec<Finding>) {
    let mut remark = |event: &Event, rule: Rule, detail: &str| {
        findings.push(Finding::of_cell(EVENTS_FILE, std::slice::from_ref(&event.id), rule, detail));
    };
    for (at, event) in events.iter().enumerate() {
        let Event { name, text, source, .. } = event;
        if [name, text, source].into_iter().any(is_wanting) {
            remark(event, Rule::Said, "lacks name, text or source in one of the languages");
        }
        if name.sv.chars().count().max(name.en.chars().count()) > LONGEST_NAME {
            remark(event, Rule::Said, "has a name too long to stand in a chart");
        }
        if !event.url.is_empty() && !event.url.starts_with("https://") {
            remark(event, Rule::Said, "has an address that is not https");
        }
        if event.to.is_some_and(|to| to <= event.from) || at > 0 && event.from < events[at - 1].from {
            remark(event, Rule::Contiguous, "is not in the order of time");
        }
    }
}

fn is_wanting(label: &Label) -> bool {
    label.sv.trim().is_empty() || label.en.trim().is_empty()
}
