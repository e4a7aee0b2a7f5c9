//! What a topic says of itself: its code and order, its own contents, and what
//! its figures open on.

use super::super::finding::{Finding, Rule};
use super::known::{Known, Topic, check_once};
use super::place::Place;
use crate::definition::TopicDefinition;
use faktabank_tables::query::{FigureKind, Measure};
use faktabank_tables::statistics::Kind;
use std::collections::BTreeSet;
use std::path::Path;

/// Remarks on every topic.
pub(super) fn check(topics: &[Topic<'_>], known: &Known<'_>, findings: &mut Vec<Finding>) {
    for (at, topic) in topics.iter().enumerate() {
        let Some(definition) = topic.definition else { continue };
        check_itself(topic, definition, &topics[..at], findings);
        let check = Check { root: topic.source.root(), file: topic.source.file(), definition, known };
        check.check_lists(findings);
        check.check_whole(findings);
        check.check_alike(findings);
        check.check_opens(findings);
    }
    check_one_is_alike(topics, findings);
}

/// One topic alone says what areas are alike by.
fn check_one_is_alike(topics: &[Topic<'_>], findings: &mut Vec<Finding>) {
    let says = |topic: &&Topic<'_>| topic.definition.is_some_and(|definition| !definition.alike.is_empty());
    let mut saying = topics.iter().filter(says);
    let Some(first) = saying.next() else { return };
    for other in saying {
        let detail = format!("{} says too what areas are alike by", first.source.file());
        findings.push(other.source.root().key("alike").remark(Rule::Once, detail));
    }
}

/// Its code, which is the name of its file, and its place among the topics before it.
fn check_itself(topic: &Topic<'_>, definition: &TopicDefinition, before: &[Topic<'_>], findings: &mut Vec<Finding>) {
    let root = topic.source.root();
    let stem = Path::new(topic.source.file()).file_stem();
    if stem.is_some_and(|stem| stem != definition.code.as_str()) {
        let detail =
            format!("the topic {} belongs in a file {}.toml", definition.code.as_str(), definition.code.as_str());
        findings.push(root.key("code").remark(Rule::Code, detail));
    }
    for other in before.iter().filter_map(|other| other.definition) {
        if other.order == definition.order {
            let detail = format!("{} is the place of {} too", definition.order, other.code);
            findings.push(root.key("order").remark(Rule::Once, detail));
        }
    }
}

struct Check<'a> {
    root: Place<'a>,
    file: &'a str,
    definition: &'a TopicDefinition,
    known: &'a Known<'a>,
}

impl Check<'_> {
    /// Remarks on a contents that must be one of the topic's own.
    fn check_own(&self, place: &Place<'_>, code: &str, findings: &mut Vec<Finding>) {
        if let Some(found) = self.known.named(place, code, findings)
            && found.file != self.file
        {
            let detail = format!("{code} is defined in {}, and not in this topic", found.file);
            findings.push(place.remark(Rule::Topic, detail));
        }
    }

    fn check_lists(&self, findings: &mut Vec<Finding>) {
        let topic = self.definition;
        let pair = topic.pair.as_ref().map_or(&[][..], |pair| pair);
        for (key, codes, own) in [
            ("components", &topic.components[..], true),
            ("pair", pair, true),
            ("beside", &topic.beside, false),
            ("facts", &topic.facts, false),
        ] {
            let list = self.root.key(key);
            check_once(&list, codes.iter().map(String::as_str), findings);
            for (at, code) in codes.iter().enumerate() {
                if own {
                    self.check_own(&list.item(at), code, findings);
                } else {
                    self.known.named(&list.item(at), code, findings);
                }
            }
        }
        self.check_own(&self.root.key("ranked_by"), &topic.ranked_by, findings);
        self.check_own(&self.root.key("opens").key("contents"), &topic.opens.contents, findings);
    }

    /// The components are the parts of the whole, where that is a contents.
    fn check_whole(&self, findings: &mut Vec<Finding>) {
        let Some(code) = &self.definition.whole else { return };
        let place = self.root.key("whole");
        self.check_own(&place, code, findings);
        let Some(whole) = self.known.get(code).and_then(|whole| whole.definition) else { return };
        fn of(codes: &[String]) -> BTreeSet<&str> {
            codes.iter().map(String::as_str).collect()
        }
        let (parts, components) = (of(&whole.sum_of), of(&self.definition.components));
        if components.is_empty() {
            findings.push(place.remark(Rule::Topic, "the topic has no components that it could be the whole of"));
        // Without parts it is as the agency prints it, and they need not add up.
        } else if !parts.is_empty() && parts != components {
            let differ: Vec<&str> = parts.symmetric_difference(&components).copied().collect();
            let detail = format!("{code} is not the sum of the components: they differ in {}", differ.join(", "));
            findings.push(place.remark(Rule::Topic, detail));
        }
    }

    /// What areas are alike by are contents of the topic: counts by which they are
    /// large or small, and all else by how far apart.
    fn check_alike(&self, findings: &mut Vec<Finding>) {
        let list = self.root.key("alike");
        check_once(&list, self.definition.alike.iter().map(|it| it.contents.as_str()), findings);
        for (at, criterion) in self.definition.alike.iter().enumerate() {
            let (place, code) = (list.item(at), &criterion.contents);
            self.check_own(&place.key("contents"), code, findings);
            let Some(found) = self.known.get(code).and_then(|found| found.definition) else { continue };
            let is_count = found.kind == Kind::Count;
            let detail = match criterion.apart {
                Some(_) if is_count && found.denominator.is_none() => {
                    format!("{code} has no denominator, and so no share: without apart it is compared by its size")
                }
                None if !is_count => format!("{code} is no count and no size: apart says how much of it is far"),
                _ => continue,
            };
            findings.push(place.key("apart").remark(Rule::Topic, detail));
        }
    }

    /// The figure and the measure that it opens on can be made of its contents.
    fn check_opens(&self, findings: &mut Vec<Finding>) {
        let (place, opens) = (self.root.key("opens"), &self.definition.opens);
        let figure = FigureKind::from_code(&opens.figure);
        if figure.is_some_and(FigureKind::is_stack) && self.definition.components.is_empty() {
            let detail = format!("{:?} stacks the components, and the topic has none", opens.figure);
            findings.push(place.key("figure").remark(Rule::Topic, detail));
        }
        let Some(lead) = self.known.get(&opens.contents).and_then(|lead| lead.definition) else { return };
        let has_share = lead.denominator.is_some() || lead.kind == Kind::Rate;
        if Measure::from_code(&opens.measure) == Some(Measure::Share) && !has_share {
            let detail = format!("{} has no denominator, and so no share", opens.contents);
            findings.push(place.key("measure").remark(Rule::Topic, detail));
        }
    }
}
