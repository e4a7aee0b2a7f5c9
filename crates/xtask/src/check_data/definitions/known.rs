//! All definitions of topics together: which contents there are, so that what
//! one names another by can be looked up.

use super::super::finding::{Finding, Rule};
use super::place::{Place, Source};
use super::shape::instead;
use crate::definition::{ContentDefinition, TopicDefinition};
use std::collections::BTreeMap;

/// One file of `data/topics`.
pub(super) struct Topic<'a> {
    pub(super) source: &'a Source<'a>,
    /// What it defines; nothing if it does not read.
    pub(super) definition: Option<&'a TopicDefinition>,
}

/// A contents, where it is defined.
pub(super) struct Contents<'a> {
    pub(super) place: Place<'a>,
    /// The file of its topic.
    pub(super) file: &'a str,
    /// What it is; nothing if its file does not read.
    pub(super) definition: Option<&'a ContentDefinition>,
}

/// Every contents by its code.
pub(super) struct Known<'a> {
    contents: BTreeMap<&'a str, Contents<'a>>,
}

impl<'a> Known<'a> {
    /// The contents of all topics; a code that comes again is a finding.
    pub(super) fn of(topics: &'a [Topic<'a>], findings: &mut Vec<Finding>) -> Self {
        let mut contents: BTreeMap<&str, Contents<'_>> = BTreeMap::new();
        for topic in topics {
            for (at, place) in topic.source.root().key("contents").items().enumerate() {
                let Some(code) = place.key("code").text() else { continue };
                if let Some(first) = contents.get(code) {
                    let detail = format!("{code} is defined in {} too", first.place.key("code").stands_at());
                    findings.push(place.key("code").remark(Rule::Once, detail));
                    continue;
                }
                let definition = topic.definition.and_then(|definition| definition.contents.get(at));
                contents.insert(code, Contents { place, file: topic.source.file(), definition });
            }
        }
        Self { contents }
    }

    /// A contents by its code.
    pub(super) fn get(&self, code: &str) -> Option<&Contents<'a>> {
        self.contents.get(code)
    }

    /// Every contents.
    pub(super) fn all(&self) -> impl Iterator<Item = &Contents<'a>> {
        self.contents.values()
    }

    /// The contents that a place names; a finding if there is none.
    pub(super) fn named(&self, place: &Place<'_>, code: &str, findings: &mut Vec<Finding>) -> Option<&Contents<'a>> {
        let found = self.get(code);
        if found.is_none() {
            let all: Vec<&str> = self.contents.keys().copied().collect();
            let detail = format!("{code:?} is no contents of any topic{}", instead(code, &all));
            findings.push(place.remark(Rule::Known, detail));
        }
        found
    }
}

/// Remarks on what a list names more than once.
pub(super) fn check_once<'b>(list: &Place<'_>, codes: impl Iterator<Item = &'b str>, findings: &mut Vec<Finding>) {
    let mut seen = Vec::new();
    for (at, code) in codes.enumerate() {
        if seen.contains(&code) {
            findings.push(list.item(at).remark(Rule::Once, format!("{code} is in the list twice")));
        }
        seen.push(code);
    }
}
