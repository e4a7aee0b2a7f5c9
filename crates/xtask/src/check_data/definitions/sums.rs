//! Sums and their parts: each part can be summed, none is counted twice, and no
//! sum is a part of itself.

use super::super::finding::{Finding, Rule};
use super::contents::{is_counted, say};
use super::known::{Contents, Known};
use super::place::Place;
use crate::definition::ContentDefinition;
use std::collections::BTreeSet;

/// Remarks on every sum.
pub(super) fn check(known: &Known<'_>, findings: &mut Vec<Finding>) {
    for contents in known.all() {
        let Some(sum) = contents.definition else { continue };
        check_parts(contents, sum, known, findings);
        check_number(&contents.place, sum, findings);
        check_cycle(contents, sum, known, findings);
        check_overlap(contents, sum, known, findings);
    }
}

fn check_parts(contents: &Contents<'_>, sum: &ContentDefinition, known: &Known<'_>, findings: &mut Vec<Finding>) {
    let list = contents.place.key("sum_of");
    for (at, code) in sum.sum_of.iter().enumerate() {
        let place = list.item(at);
        let Some(part) = known.named(&place, code, findings).and_then(|part| part.definition) else { continue };
        let detail = if !is_counted(part.kind) || part.kind != sum.kind {
            format!("{code} is {}, and the sum {}", say(part.kind), say(sum.kind))
        } else if is_additive(sum) && !is_additive(part) {
            format!("{code} does not sum over areas, and so its sum does not either: additive = false")
        } else if part.derived {
            format!("{code} is derived: no table holds it; name its parts instead")
        } else if known.get(&part.code).is_some_and(|it| it.file == contents.file) && part.unit != sum.unit {
            format!("{code} is in {}, and the sum in {}", part.unit, sum.unit)
        } else {
            continue;
        };
        findings.push(place.remark(Rule::Parts, detail));
    }
}

fn is_additive(contents: &ContentDefinition) -> bool {
    contents.additive.unwrap_or(is_counted(contents.kind))
}

/// A sum has parts, and a group of one says what it is made of.
fn check_number(place: &Place<'_>, sum: &ContentDefinition, findings: &mut Vec<Finding>) {
    let says_its_parts = sum.words.as_ref().is_some_and(|words| words.parts.is_some());
    match sum.sum_of.len() {
        0 if sum.derived => {
            findings.push(
                place.key("derived").remark(Rule::Parts, "a derived contents is the sum of others: it needs sum_of"),
            );
        }
        1 if !sum.derived || !says_its_parts => {
            let detail = "a sum of one is that one; a group may be, where words.parts says what it is made of";
            findings.push(place.key("sum_of").remark(Rule::Parts, detail));
        }
        _ => {}
    }
}

/// No contents is a part of itself, or computed from itself.
fn check_cycle(contents: &Contents<'_>, of: &ContentDefinition, known: &Known<'_>, findings: &mut Vec<Finding>) {
    let mut path = vec![of];
    if let Some(found) = way_back(&mut path, of, known) {
        // Each of them would tell of the same circle: the first by its code does.
        let codes: Vec<&str> = found.iter().map(|it| it.code.as_str()).collect();
        if codes.iter().all(|code| *code >= of.code.as_str()) {
            let detail = format!("is made of itself: {} of {}", codes.join(" of "), of.code);
            findings.push(contents.place.key("code").remark(Rule::Parts, detail));
        }
    }
}

/// The contents on the way from one back to it.
fn way_back<'a>(
    path: &mut Vec<&'a ContentDefinition>,
    to: &ContentDefinition,
    known: &'a Known<'a>,
) -> Option<Vec<&'a ContentDefinition>> {
    let from = *path.last()?;
    // What a count’s share is reckoned by does not make the count.
    let divides = from.denominator.as_ref().filter(|_| from.numerator.is_some());
    for code in from.sum_of.iter().chain(&from.numerator).chain(divides) {
        if *code == to.code {
            return Some(path.clone());
        }
        let Some(next) = known.get(code).and_then(|next| next.definition) else { continue };
        if path.iter().any(|seen| seen.code == next.code) {
            continue;
        }
        path.push(next);
        if let Some(found) = way_back(path, to, known) {
            return Some(found);
        }
        path.pop();
    }
    None
}

/// Two groups share a part only where one lies within the other: both beside each
/// other would count it twice.
fn check_overlap(contents: &Contents<'_>, group: &ContentDefinition, known: &Known<'_>, findings: &mut Vec<Finding>) {
    if !group.derived {
        return;
    }
    let parts: BTreeSet<&String> = group.sum_of.iter().collect();
    // Each pair once.
    let others =
        known.all().filter_map(|other| other.definition).filter(|other| other.derived && other.code < group.code);
    for other in others {
        let others: BTreeSet<&String> = other.sum_of.iter().collect();
        let shared: Vec<&str> = parts.intersection(&others).map(|code| code.as_str()).collect();
        if !shared.is_empty() && !parts.is_subset(&others) && !others.is_subset(&parts) {
            let detail = format!(
                "{} is a part of the group {} too, and neither lies within the other",
                shared.join(", "),
                other.code
            );
            findings.push(contents.place.key("sum_of").remark(Rule::Parts, detail));
        }
    }
}
