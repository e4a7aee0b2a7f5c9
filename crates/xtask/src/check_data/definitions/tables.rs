//! What `data/tables.toml` says of each table: that what it asks for exists, and
//! that what it has checked can be.

use super::super::finding::{Finding, Rule};
use super::known::Known;
use super::place::Place;
use crate::definition::ContentDefinition;
use crate::import::{Definition, TableRule, Wanted};
use faktabank_tables::snapshot::Manifest;
use faktabank_tables::statistics::{Age, AreaKind, Kind, Sex, TableId};
use std::collections::BTreeSet;

/// Remarks on every table definition; `manifest` says which tables there are beside them.
pub(super) fn check(
    root: &Place<'_>,
    tables: &[Definition],
    known: &Known<'_>,
    manifest: Option<&Manifest>,
    findings: &mut Vec<Finding>,
) {
    for (at, (place, table)) in root.key("table").items().zip(tables).enumerate() {
        let before = &tables[..at];
        if let Some(other) = before.iter().find(|other| other.id == table.id) {
            let detail = format!("{} is what {} becomes too", table.id, other.source_id);
            findings.push(place.key("id").remark(Rule::Once, detail));
        }
        let check = Check { place, table, known };
        check.check_contents(findings);
        check.check_persons(findings);
        check.check_sums(findings);
        check.check_rules(findings);
        for (key, other) in [("compare_with", &table.compare_with), ("population", &table.population)] {
            let (Some(other), Some(manifest)) = (other, manifest) else { continue };
            if !is_there(other, tables, manifest) {
                let detail = format!("{other} is in no edition, and not defined here");
                findings.push(check.place.key(key).remark(Rule::Known, detail));
            }
        }
    }
}

/// Whether a table is in an edition, or may be imported.
pub(super) fn is_there(id: &TableId, tables: &[Definition], manifest: &Manifest) -> bool {
    tables.iter().any(|table| table.id == *id) || manifest.editions.iter().any(|edition| edition.table(id).is_some())
}

struct Check<'a> {
    place: Place<'a>,
    table: &'a Definition,
    known: &'a Known<'a>,
}

impl Check<'_> {
    /// What is said of each contents that the table holds.
    fn definitions(&self) -> impl Iterator<Item = &ContentDefinition> {
        self.table.contents.iter().filter_map(|wanted| self.known.get(&wanted.is)?.definition)
    }

    fn holds(&self, code: &str) -> bool {
        self.table.contents.iter().any(|wanted| wanted.is == code)
    }

    fn check_contents(&self, findings: &mut Vec<Finding>) {
        let list = self.place.key("contents");
        for (item, wanted) in list.items().zip(&self.table.contents) {
            let place = item.key("is");
            let found = self.known.named(&place, &wanted.is, findings);
            if found.and_then(|found| found.definition).is_some_and(|definition| definition.derived) {
                findings.push(place.remark(Rule::Table, "is derived: no table holds it, and none can be asked for it"));
            }
        }
        check_wanted(&list, &self.table.contents, true, findings);
        let place = self.place.key("not_reported");
        for (at, code) in self.table.not_reported.iter().enumerate() {
            let Some(found) = self.known.named(&place.item(at), code, findings) else { continue };
            let may_lack = found.definition.is_none_or(|definition| definition.zero_may_be_unreported);
            if !self.holds(code) || !may_lack {
                let detail = format!("{code} is not a contents of the table with zero_may_be_unreported");
                findings.push(place.item(at).remark(Rule::Table, detail));
            }
        }
    }

    fn check_persons(&self, findings: &mut Vec<Finding>) {
        let Definition { variables, sexes, ages, sum_ages, .. } = self.table;
        let list = self.place.key("sexes");
        check_codes(&list, sexes, "sex (1+2, 1, 2)", |code| Sex::from_code(code).is_some(), findings);
        check_wanted(&list, sexes, variables.sex.is_some(), findings);
        let list = self.place.key("ages");
        check_codes(&list, ages, "span of ages (as 20-64, 80+, alla)", |code| Age::from_code(code).is_some(), findings);
        check_wanted(&list, ages, variables.age.is_some() && !sum_ages, findings);
        for (key, several, named) in
            [("sex", sexes.len() > 1, variables.sex.is_some()), ("age", ages.len() > 1, variables.age.is_some())]
        {
            if several && !named {
                let detail = format!("has no {key}, of which the table is to have several");
                findings.push(self.place.key("variables").remark(Rule::Table, detail));
            }
        }
    }

    /// Sums of this table alone, of what it holds and in one unit.
    fn check_sums(&self, findings: &mut Vec<Finding>) {
        let unit = |code: &str| Some(&self.known.get(code)?.definition?.unit);
        for (item, sum) in self.place.key("sums").items().zip(&self.table.sums) {
            let total = [(item.key("total"), &sum.total)];
            let parts = sum.parts.iter().enumerate().map(|(at, part)| (item.key("parts").item(at), part));
            for (place, code) in total.into_iter().chain(parts) {
                let Some(found) = self.known.named(&place, code, findings) else { continue };
                if !self.holds(code) {
                    findings.push(place.remark(Rule::Table, format!("{code} is not a contents of the table")));
                } else if found.definition.is_some_and(|found| unit(&sum.total).is_some_and(|it| *it != found.unit)) {
                    findings.push(place.remark(Rule::Table, format!("{code} is not in the unit of {}", sum.total)));
                }
            }
        }
    }

    /// A rule that could check nothing is a promise that is not kept, and one that
    /// is left out where it could check something lets gross errors through.
    fn check_rules(&self, findings: &mut Vec<Finding>) {
        let list = self.place.key("rules");
        // Of contents that are not known, nobody knows what they are to others.
        let all_known = self.definitions().count() == self.table.contents.len();
        for (at, rule) in self.table.rules.iter().enumerate() {
            let by_contents = matches!(rule, TableRule::Sum | TableRule::Share);
            if let Some(lacks) = self.lacks(*rule).filter(|_| all_known || !by_contents) {
                let detail = format!("{:?} needs {lacks}", rule.name());
                findings.push(list.item(at).remark(Rule::Table, detail));
            }
        }
        for rule in TableRule::ALL.into_iter().filter(|rule| all_known && !self.table.rules.contains(rule)) {
            if self.is_due(rule) && self.lacks(rule).is_none() {
                let name = rule.name();
                let detail =
                    format!("lacks {name:?}, which could check this table; noise says how nearly things add up");
                findings.push(list.remark(Rule::Table, detail));
            }
        }
    }

    /// What a table must have for a rule, and has not.
    fn lacks(&self, rule: TableRule) -> Option<&'static str> {
        let (has, lacks) = match rule {
            TableRule::Sum => {
                let is_any = !self.table.sums.is_empty() || self.definitions().any(|it| self.is_total(it));
                (is_any, "a total and all its parts")
            }
            TableRule::Share => {
                (self.definitions().any(|it| self.is_computed(it)), "a rate with its numerator and denominator")
            }
            TableRule::Sexes => {
                (Sex::ALL.iter().all(|sex| has(&self.table.sexes, sex.code())), "women, men and both (1+2, 1, 2)")
            }
            TableRule::Ages => (self.has_wider_ages(), "a span of ages within another"),
            TableRule::Counties => {
                (self.has(AreaKind::County) && self.has(AreaKind::Municipality), "counties and municipalities")
            }
            TableRule::Country => {
                let parts = self.has(AreaKind::Municipality) || self.has(AreaKind::County);
                (self.has(AreaKind::Country) && parts, "country and municipalities, or counties")
            }
        };
        (!has).then_some(lacks)
    }

    /// Whether a rule that could be checked must be: it would find something.
    fn is_due(&self, rule: TableRule) -> bool {
        let counts = self.definitions().any(|it| matches!(it.kind, Kind::Count | Kind::Amount));
        match rule {
            TableRule::Sum | TableRule::Share => true,
            TableRule::Sexes => counts && !self.table.sum_sexes,
            TableRule::Ages => counts && !self.table.sum_ages,
            TableRule::Counties | TableRule::Country => counts && !self.table.some_areas,
        }
    }

    fn is_total(&self, contents: &ContentDefinition) -> bool {
        !contents.sum_of.is_empty() && contents.sum_of.iter().all(|part| self.holds(part))
    }

    fn is_computed(&self, contents: &ContentDefinition) -> bool {
        [&contents.numerator, &contents.denominator]
            .into_iter()
            .all(|code| code.as_ref().is_some_and(|it| self.holds(it)))
    }

    fn has_wider_ages(&self) -> bool {
        let ages: Vec<Age> = self.table.ages.iter().filter_map(|wanted| Age::from_code(&wanted.is)).collect();
        ages.iter().any(|wide| ages.iter().any(|narrow| wide != narrow && wide.contains(*narrow)))
    }

    /// Whether areas of a kind are taken.
    fn has(&self, kind: AreaKind) -> bool {
        self.table.areas.iter().any(|area| area.area() == kind)
    }
}

fn has(wanted: &[Wanted], code: &str) -> bool {
    wanted.iter().any(|wanted| wanted.is == code)
}

/// Codes that are none of the kind.
fn check_codes(
    list: &Place<'_>,
    wanted: &[Wanted],
    what: &str,
    is_one: impl Fn(&str) -> bool,
    findings: &mut Vec<Finding>,
) {
    for (item, wanted) in list.items().zip(wanted).filter(|(_, wanted)| !is_one(&wanted.is)) {
        findings.push(item.key("is").remark(Rule::Known, format!("{:?} is no {what}", wanted.is)));
    }
}

/// Each category is asked for once, by labels that no other has.
fn check_wanted(list: &Place<'_>, wanted: &[Wanted], is_called: bool, findings: &mut Vec<Finding>) {
    let (mut codes, mut labels) = (BTreeSet::new(), BTreeSet::new());
    for (item, wanted) in list.items().zip(wanted) {
        if !codes.insert(wanted.is.as_str()) {
            findings.push(item.key("is").remark(Rule::Once, format!("{} is asked for twice", wanted.is)));
        }
        if is_called && wanted.called.is_empty() {
            findings.push(item.remark(Rule::Table, "is called nothing: its labels at the agency belong under called"));
        }
        for (at, label) in wanted.called.iter().enumerate() {
            if !labels.insert(label.to_lowercase()) {
                let detail = format!("{label:?} is a label of another category too, or of this one twice");
                findings.push(item.key("called").item(at).remark(Rule::Once, detail));
            }
        }
    }
}
