//! What a contents says of itself and of others: its unit, what it is a rate of,
//! its printed share, and its words.

use super::super::finding::{Finding, Rule};
use super::known::{Known, Topic, check_once};
use super::place::Place;
use super::shape::instead;
use crate::definition::{ContentDefinition, TopicDefinition};
use faktabank_tables::statistics::Kind;

/// Remarks on every contents.
pub(super) fn check(topics: &[Topic<'_>], known: &Known<'_>, findings: &mut Vec<Finding>) {
    for topic in topics {
        let Some(definition) = topic.definition else { continue };
        for (place, contents) in topic.source.root().key("contents").items().zip(&definition.contents) {
            let check = Check { place, contents, known };
            check.check_unit(definition, findings);
            check.check_ratio(findings);
            check.check_kind(findings);
            check.check_share(findings);
            check.check_words(definition, findings);
            for (key, codes) in [("sum_of", &contents.sum_of), ("includes", &contents.includes)] {
                check_once(&check.place.key(key), codes.iter().map(String::as_str), findings);
            }
            for code in &contents.includes {
                known.named(&check.place.key("includes"), code, findings);
            }
        }
    }
}

struct Check<'a> {
    place: Place<'a>,
    contents: &'a ContentDefinition,
    known: &'a Known<'a>,
}

impl Check<'_> {
    fn remark(&self, key: &str, rule: Rule, detail: impl Into<String>, findings: &mut Vec<Finding>) {
        findings.push(self.place.key(key).remark(rule, detail));
    }

    fn check_unit(&self, topic: &TopicDefinition, findings: &mut Vec<Finding>) {
        let unit = &self.contents.unit;
        if !topic.units.contains_key(unit) {
            let all: Vec<&str> = topic.units.keys().map(String::as_str).collect();
            self.remark(
                "unit",
                Rule::Known,
                format!("{unit:?} is no unit of the topic{}", instead(unit, &all)),
                findings,
            );
        }
    }

    /// What is divided by what: both, or neither and why.
    fn check_ratio(&self, findings: &mut Vec<Finding>) {
        let ContentDefinition { kind, numerator, denominator, per, not_computed, .. } = self.contents;
        for (key, code) in [("numerator", numerator), ("denominator", denominator)] {
            let Some(code) = code else { continue };
            let found = self.known.named(&self.place.key(key), code, findings).and_then(|found| found.definition);
            if let Some(found) = found.filter(|found| !is_counted(found.kind)) {
                let detail =
                    format!("{code} is {}: what is divided or divides is a count or an amount", say(found.kind));
                self.remark(key, Rule::Rate, detail, findings);
            }
        }
        match (kind, numerator, denominator) {
            (Kind::Count, Some(_), _) => {
                self.remark(
                    "numerator",
                    Rule::Rate,
                    "a count is counted, not computed; its kind may be rate",
                    findings,
                );
            }
            (_, Some(_), None) => self.remark("numerator", Rule::Rate, "has no denominator beside it", findings),
            (Kind::Rate, None, Some(_)) => {
                self.remark("denominator", Rule::Rate, "has no numerator beside it", findings);
            }
            (Kind::Rate, None, None) if not_computed.is_none() => {
                let detail = "a rate has a numerator and a denominator, or says in not_computed why not";
                self.remark("kind", Rule::Rate, detail, findings);
            }
            _ => {}
        }
        if numerator.is_none() && per.is_some() {
            self.remark("per", Rule::Rate, "has no numerator that it could multiply", findings);
        }
        if not_computed.is_some() && (numerator.is_some() || *kind == Kind::Count) {
            self.remark("not_computed", Rule::Rate, "is for what could be computed, and is not", findings);
        }
    }

    /// What its kind of number cannot be.
    fn check_kind(&self, findings: &mut Vec<Finding>) {
        let ContentDefinition { kind, additive, population, zero_may_be_unreported, .. } = self.contents;
        if *additive == Some(true) && !is_counted(*kind) {
            self.remark("additive", Rule::Parts, format!("{} is never summed over areas", say(*kind)), findings);
        }
        if *population && *kind != Kind::Count {
            self.remark("population", Rule::Parts, "everybody of an age is a count", findings);
        }
        if *zero_may_be_unreported && !is_counted(*kind) {
            let detail = "what was not reported is a count or an amount";
            self.remark("zero_may_be_unreported", Rule::Parts, detail, findings);
        }
    }

    /// The contents that holds its share as printed is a rate of it.
    fn check_share(&self, findings: &mut Vec<Finding>) {
        let Some(code) = &self.contents.share else { return };
        let found = self.known.named(&self.place.key("share"), code, findings).and_then(|found| found.definition);
        let Some(share) = found else { return };
        let is_its = share.kind == Kind::Rate
            && share.numerator.as_ref() == Some(&self.contents.code)
            && share.denominator == self.contents.denominator;
        if !is_its {
            let detail = format!("{code} is not the rate of {} by the same denominator", self.contents.code);
            self.remark("share", Rule::Rate, detail, findings);
        }
    }

    /// A printed share has the words of its count; all others have their own.
    fn check_words(&self, topic: &TopicDefinition, findings: &mut Vec<Finding>) {
        if let Some(words) = &self.contents.words {
            let unit = topic.units.get(&self.contents.unit);
            let has_verbs = words.verb.is_some() && words.verb_then.is_some()
                || unit.is_some_and(|unit| unit.verb.is_some() && unit.verb_then.is_some());
            if words.people.is_some() && !has_verbs {
                let detail = "says what people do without a verb: it or its unit needs verb and verb_then";
                self.remark("words", Rule::Words, detail, findings);
            }
            if words.people.is_none() && (words.definite.is_none() || words.article.is_none()) {
                let detail = "needs definite and article, or people";
                self.remark("words", Rule::Words, detail, findings);
            }
        }
        let code = &self.contents.code;
        let is_share =
            || self.known.all().any(|other| other.definition.is_some_and(|it| it.share.as_ref() == Some(code)));
        if self.contents.words.is_none() && !is_share() {
            let detail = "has no [contents.words], and is no count’s printed share, which could lend it some";
            findings.push(self.place.remark(Rule::Words, detail));
        }
    }
}

/// Whether numbers of a kind are summed where nothing else is said.
pub(super) const fn is_counted(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::Amount)
}

/// A kind of number in words.
pub(super) const fn say(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "a count",
        Kind::Rate => "a rate",
        Kind::Amount => "an amount",
        Kind::Days => "days for each person",
        Kind::Index => "an index",
    }
}
