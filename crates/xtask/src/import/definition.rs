//! `data/tables.toml` to typed definitions: which variables of a table at the
//! agency mean what, how its categories are called, and what is said and
//! checked of it.

use crate::check_data::Finding;
use crate::publish::Layout;
use anyhow::{Context, Result, bail, ensure};
use faktabank_tables::statistics::{Age, AreaKind, Label, Resolution, Sex, Source, TableId};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The file of the definitions, below the folder of the data.
pub(crate) const FILE: &str = "tables.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    table: Vec<Definition>,
}

/// The file, whatever its tables say.
#[derive(Deserialize)]
struct Tables {
    table: Vec<toml::Table>,
}

/// One table at the agency, and what becomes of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Definition {
    /// Its id at the agency: `TAB1386`.
    pub(crate) source_id: String,
    /// Its id here: `helarsekvivalenter`.
    pub(crate) id: TableId,
    pub(crate) label: Label,
    /// What its figures are about, within a sentence.
    pub(crate) subject: Label,
    /// The code of the resolution at which it opens.
    pub(crate) opens_at: String,
    /// Whether an edition that gains it opens on it.
    #[serde(default)]
    pub(crate) first: bool,
    /// Which of its newest periods may still change.
    pub(crate) preliminary: Preliminary,
    /// Whether the agency alters its figures at random, so that nobody can be recognised.
    #[serde(default)]
    pub(crate) perturbed: bool,
    /// Who made it and from what, where all of it is a forecast.
    #[serde(default)]
    pub(crate) forecast: Option<Projection>,
    /// Which areas are taken.
    pub(crate) areas: Vec<Kind>,
    /// Whether the table may lack some of them.
    #[serde(default)]
    pub(crate) some_areas: bool,
    /// Codes or labels of areas of the table that are none of ours.
    #[serde(default)]
    pub(crate) other_areas: Vec<String>,
    /// Contents whose zero can mean that a kommun did not report.
    #[serde(default)]
    pub(crate) not_reported: Vec<String>,
    /// What must add up.
    pub(crate) rules: Vec<Rule>,
    /// Sums that hold in this table alone.
    #[serde(default)]
    pub(crate) sums: Vec<Sum>,
    /// The standard deviation of what the agency changes a figure by at random.
    #[serde(default)]
    pub(crate) noise: f64,
    /// How much of riket may belong to no kommun, in per cent, as the table's
    /// footnotes explain it.
    #[serde(default)]
    pub(crate) without_municipality: f64,
    /// The table to report against where no former edition has this one.
    #[serde(default)]
    pub(crate) compare_with: Option<TableId>,
    /// The table whose population is the denominator of its shares, where it has none.
    #[serde(default)]
    pub(crate) population: Option<TableId>,
    /// How its files are divided.
    #[serde(default = "by_county_and_person")]
    pub(crate) layout: Layout,
    pub(crate) source: Source,
    pub(crate) exactness: Label,
    pub(crate) notes: Vec<Label>,
    pub(crate) variables: Variables,
    /// Other variables, each with the label of the one category that is taken.
    #[serde(default)]
    pub(crate) fixed: BTreeMap<String, Vec<String>>,
    /// Variables that are left out of the selection, so that the agency sums over them.
    #[serde(default)]
    pub(crate) eliminated: Vec<String>,
    pub(crate) contents: Vec<Wanted>,
    /// Without them, women and men together.
    #[serde(default = "both_sexes")]
    pub(crate) sexes: Vec<Wanted>,
    /// Whether both sexes are the sum of women and men, for want of a total.
    #[serde(default)]
    pub(crate) sum_sexes: bool,
    pub(crate) ages: Vec<Wanted>,
    /// Whether age spans are sums of single years of age.
    #[serde(default)]
    pub(crate) sum_ages: bool,
}

/// The layout of tables of many months, sexes and ages, as most are that are imported.
const fn by_county_and_person() -> Layout {
    Layout::ByCountyAndPerson
}

/// Women and men together, for tables that do not tell them apart.
fn both_sexes() -> Vec<Wanted> {
    vec![Wanted { is: Sex::Both.code().to_owned(), called: Vec::new() }]
}

/// A forecast; its vintage is when the agency last changed the table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Projection {
    pub(crate) maker: Label,
    pub(crate) basis: Label,
}

/// The variables by role, each by code or label. Contents and time need not be
/// named where the agency gives them their roles.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Variables {
    pub(crate) region: String,
    /// A table of one contents may be without.
    #[serde(default)]
    pub(crate) contents: Option<String>,
    #[serde(default)]
    pub(crate) time: Option<String>,
    #[serde(default)]
    pub(crate) sex: Option<String>,
    #[serde(default)]
    pub(crate) age: Option<String>,
}

/// A category of ours and the labels that the agency may give it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// Our code: `sjukpenning`, `1+2`, `20-64`.
    pub(crate) is: String,
    #[serde(default)]
    pub(crate) called: Vec<String>,
}

/// A contents that is the sum of others in one table, and need not be elsewhere.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sum {
    pub(crate) total: String,
    pub(crate) parts: Vec<String>,
}

/// A kind of area.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Country,
    Counties,
    Municipalities,
}

impl Kind {
    /// The same as the domain says it.
    pub(crate) const fn area(self) -> AreaKind {
        match self {
            Self::Country => AreaKind::Country,
            Self::Counties => AreaKind::County,
            Self::Municipalities => AreaKind::Municipality,
        }
    }
}

/// Which of the newest periods may still change.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Preliminary {
    /// None.
    None,
    /// Those of the newest calendar year.
    NewestYear,
    /// All, where the agency calls the whole table preliminary.
    All,
}

/// What must add up.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Rule {
    /// Parts to their total.
    Sum,
    /// A share as its count by its population.
    Share,
    /// Women and men to both.
    Sexes,
    /// No fewer persons in a span of ages than in one within it.
    Ages,
    /// The kommuner of each län to it.
    Counties,
    /// The kommuner, or the län, to riket.
    Country,
}

impl Rule {
    /// Every rule.
    pub(crate) const ALL: [Self; 6] = [Self::Sum, Self::Share, Self::Sexes, Self::Ages, Self::Counties, Self::Country];

    /// The rule's name, as in a finding.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Share => "share",
            Self::Sexes => "sexes",
            Self::Ages => "ages",
            Self::Counties => "counties",
            Self::Country => "country",
        }
    }
}

/// The definition that `--table` names: by our id, or by the agency's where one
/// definition alone has it.
///
/// # Errors
///
/// If the file does not read, or not one definition is meant.
pub(super) fn read(data: &Path, table: &str) -> Result<Definition> {
    let file = data.join(FILE);
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let (mut tables, faults) = each(&text).with_context(|| file.display().to_string())?;
    let named = |known: &Definition| known.id.0 == table;
    let of_source = |known: &Definition| known.source_id.eq_ignore_ascii_case(table);
    let found: Vec<usize> = (0..tables.len()).filter(|at| of_source(&tables[*at])).collect();
    if let Some(at) = tables.iter().position(named).or_else(|| found.first().copied().filter(|_| found.len() == 1)) {
        return Ok(tables.swap_remove(at));
    }
    let ids: Vec<&str> = found.iter().map(|at| tables[*at].id.0.as_str()).collect();
    ensure!(ids.is_empty(), "{table} is the source_id of {}: say by --table which is meant", ids.join(" and "));
    for fault in faults {
        if fault.is_of(table) {
            return Err(fault.error).with_context(|| file.display().to_string());
        }
    }
    let known = tables.iter().map(|table| table.source_id.clone()).collect::<Vec<_>>().join(", ");
    bail!("{} defines no {table}; it defines {known}", file.display())
}

/// A definition that does not read.
pub(crate) struct Fault {
    names: [Option<String>; 2],
    pub(crate) error: toml::de::Error,
}

impl Fault {
    /// Whether it is the definition that a name means.
    fn is_of(&self, name: &str) -> bool {
        self.names.iter().flatten().any(|known| known.eq_ignore_ascii_case(name))
    }
}

/// Every definition of a text that reads, and those that do not: a slip in one is no
/// hindrance to the others.
///
/// # Errors
///
/// If the text is not TOML; the error names the line.
pub(crate) fn each(text: &str) -> Result<(Vec<Definition>, Vec<Fault>), toml::de::Error> {
    let file: Tables = toml::from_str(text)?;
    let (mut read, mut faults) = (Vec::new(), Vec::new());
    for table in file.table {
        let name = |key| table.get(key).and_then(toml::Value::as_str).map(str::to_owned);
        let names = [name("source_id"), name("id")];
        match Definition::deserialize(table) {
            Ok(definition) => read.push(definition),
            Err(error) => faults.push(Fault { names, error }),
        }
    }
    Ok((read, faults))
}

/// Whether a finding is about the definition of another table than `name` means, by
/// our id or the agency's.
pub(crate) fn is_of_another(data: &Path, finding: &Finding, name: &str) -> bool {
    let Some(line) = finding.line_in(FILE) else { return false };
    let Ok(text) = fs::read_to_string(data.join(FILE)) else { return false };
    let lines: Vec<&str> = text.lines().collect();
    let is_head = |line: &&str| line.trim_start().starts_with("[[table]]");
    let Some(from) = (0..line.min(lines.len())).rev().find(|at| is_head(&lines[*at])) else { return false };
    let own = lines[from + 1..].iter().take_while(|line| !is_head(line));
    let said: Vec<&str> = own
        .filter_map(|line| line.split_once('='))
        .filter(|(key, _)| matches!(key.trim(), "id" | "source_id"))
        .filter_map(|(_, value)| value.split('"').nth(1))
        .collect();
    // One that does not say who it is may be the one that is meant.
    !said.is_empty() && !said.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// All definitions of a text. Whether there is what they name is for `check_data`.
///
/// # Errors
///
/// If it does not read; the error names the line.
pub(crate) fn parse(text: &str) -> Result<Vec<Definition>, toml::de::Error> {
    Ok(toml::from_str::<File>(text)?.table)
}

/// What the codes of wanted categories stand for.
///
/// # Errors
///
/// If one is unknown.
pub(super) fn all<T>(wanted: &[Wanted], what: &str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>> {
    let one = |wanted: &Wanted| read(&wanted.is).with_context(|| format!("unknown {what} {:?}", wanted.is));
    wanted.iter().map(one).collect()
}

impl Definition {
    /// The resolution at which the table opens.
    ///
    /// # Errors
    ///
    /// If its code is unknown.
    pub(super) fn opens_at(&self) -> Result<Resolution> {
        Resolution::from_code(&self.opens_at).with_context(|| format!("unknown resolution {:?}", self.opens_at))
    }

    /// The age span that figures of the table need not say: the usual one, or else its first.
    ///
    /// # Errors
    ///
    /// If one of its codes is none.
    pub(super) fn usual_age(&self) -> Result<Age> {
        let ages = all(&self.ages, "age span", Age::from_code)?;
        let usual = ages.iter().copied().find(|age| *age == Age::default());
        Ok(usual.or(ages.first().copied()).unwrap_or_default())
    }

    /// Whether something must add up in this table.
    pub(super) fn has(&self, rule: Rule) -> bool {
        self.rules.contains(&rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn the_definitions_that_ship_read() {
        let text = fs::read_to_string(project::root().join("data").join(FILE)).unwrap();
        let ids: Vec<String> = parse(&text).unwrap().into_iter().map(|table| table.source_id).collect();
        assert_eq!(ids, ["TAB1386", "TAB6260", "TAB638", "TAB6471", "TAB6008"]);
    }

    #[test]
    fn a_table_that_is_not_defined_is_an_error_that_lists_those_that_are() {
        let error = read(&project::root().join("data"), "TAB1").unwrap_err().to_string();
        assert!(error.contains("no TAB1;") && error.contains("TAB1386, TAB6260"), "{error}");
    }
}
