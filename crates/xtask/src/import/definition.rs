//! `data/tables.toml` to typed definitions: which variables of a table at the
//! agency mean what, how its categories are called, and what is said and
//! checked of it.

use anyhow::{Context, Result, ensure};
use faktabank::statistics::{Age, AreaKind, Catalogue, Label, Resolution, Sex, Source, TableId};
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

/// One table at the agency, and what becomes of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Definition {
    /// Its id at the agency: `TAB1386`.
    pub(super) source_id: String,
    /// Its id here: `helarsekvivalenter`.
    pub(super) id: TableId,
    pub(super) label: Label,
    /// What its figures are about, within a sentence.
    pub(super) subject: Label,
    /// The code of the resolution at which it opens.
    pub(super) opens_at: String,
    /// Whether an edition that gains it opens on it.
    #[serde(default)]
    pub(super) first: bool,
    /// Which of its newest periods may still change.
    pub(super) preliminary: Preliminary,
    /// Whether the agency alters its figures at random, so that nobody can be recognised.
    #[serde(default)]
    pub(super) perturbed: bool,
    /// Who made it and from what, where all of it is a forecast.
    #[serde(default)]
    pub(super) forecast: Option<Projection>,
    /// Which areas are taken.
    pub(super) areas: Vec<Kind>,
    /// Contents whose zero can mean that a kommun did not report.
    #[serde(default)]
    pub(super) not_reported: Vec<String>,
    /// What must add up.
    pub(super) rules: Vec<Rule>,
    /// How much of riket may belong to no kommun, in per cent, as the table's
    /// footnotes explain it.
    #[serde(default)]
    pub(super) without_municipality: f64,
    /// The table to report against where no former edition has this one.
    #[serde(default)]
    pub(super) compare_with: Option<TableId>,
    pub(super) source: Source,
    pub(super) exactness: Label,
    pub(super) notes: Vec<Label>,
    pub(super) variables: Variables,
    /// Other variables, each with the label of the one category that is taken.
    #[serde(default)]
    pub(super) fixed: BTreeMap<String, Vec<String>>,
    /// Variables that are left out of the selection, so that the agency sums over them.
    #[serde(default)]
    pub(super) eliminated: Vec<String>,
    pub(super) contents: Vec<Wanted>,
    pub(super) sexes: Vec<Wanted>,
    /// Whether both sexes are the sum of women and men, for want of a total.
    #[serde(default)]
    pub(super) sum_sexes: bool,
    pub(super) ages: Vec<Wanted>,
    /// Whether age spans are sums of single years of age.
    #[serde(default)]
    pub(super) sum_ages: bool,
}

/// A forecast; its vintage is when the agency last changed the table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Projection {
    pub(super) maker: Label,
    pub(super) basis: Label,
}

/// The variables by role; contents and time are told by the role that the
/// agency gives them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Variables {
    pub(super) region: String,
    #[serde(default)]
    pub(super) sex: Option<String>,
    #[serde(default)]
    pub(super) age: Option<String>,
}

/// A category of ours and the labels that the agency may give it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// Our code: `sjukpenning`, `1+2`, `20-64`.
    pub(super) is: String,
    #[serde(default)]
    pub(super) called: Vec<String>,
}

/// A kind of area.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    Country,
    Counties,
    Municipalities,
}

impl Kind {
    /// The same as the domain says it.
    pub(super) const fn area(self) -> AreaKind {
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
pub(super) enum Preliminary {
    /// None.
    None,
    /// Those of the newest calendar year.
    NewestYear,
}

/// What must add up.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub(super) enum Rule {
    /// The benefits to their total.
    Sum,
    /// A share as its count by its population.
    Share,
    /// Women and men to both.
    Sexes,
    /// No fewer persons in a span of ages than in one within it.
    Ages,
    /// The kommuner to riket.
    Country,
}

impl Rule {
    /// The rule's name, as in a finding.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Share => "share",
            Self::Sexes => "sexes",
            Self::Ages => "ages",
            Self::Country => "country",
        }
    }
}

/// The definition of a table at the agency.
///
/// # Errors
///
/// If the file does not read, a code in it is unknown, or it defines no such table.
pub(super) fn read(data: &Path, table: &str, catalogue: &'static Catalogue) -> Result<Definition> {
    let file = data.join(FILE);
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let mut tables = parse(&text, catalogue).with_context(|| file.display().to_string())?;
    let known = tables.iter().map(|table| table.source_id.clone()).collect::<Vec<_>>().join(", ");
    let at = tables.iter().position(|known| known.source_id.eq_ignore_ascii_case(table));
    let at = at.with_context(|| format!("{} defines no {table}; it defines {known}", file.display()))?;
    Ok(tables.swap_remove(at))
}

/// All definitions of a text.
///
/// # Errors
///
/// If it does not read, or a code in it is unknown.
pub(super) fn parse(text: &str, catalogue: &'static Catalogue) -> Result<Vec<Definition>> {
    let file: File = toml::from_str(text)?;
    for table in &file.table {
        check(table, catalogue).with_context(|| table.source_id.clone())?;
    }
    Ok(file.table)
}

/// Every code is known before anything is fetched by it.
fn check(table: &Definition, catalogue: &'static Catalogue) -> Result<()> {
    table.opens_at()?;
    all(&table.contents, "contents", |code| catalogue.content(code))?;
    all(&table.sexes, "sex", Sex::from_code)?;
    all(&table.ages, "age span", Age::from_code)?;
    for code in &table.not_reported {
        catalogue.content(code).with_context(|| format!("unknown contents {code:?}"))?;
    }
    ensure!(!table.contents.is_empty() && !table.areas.is_empty(), "no contents or no areas");
    Ok(())
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

    /// Whether something must add up in this table.
    pub(super) fn has(&self, rule: Rule) -> bool {
        self.rules.contains(&rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{project, topics};

    #[test]
    fn the_definitions_that_ship_read() {
        let text = fs::read_to_string(project::root().join("data").join(FILE)).unwrap();
        let ids: Vec<String> =
            parse(&text, topics::committed()).unwrap().into_iter().map(|table| table.source_id).collect();
        assert_eq!(ids, ["TAB1386", "TAB6260", "TAB638", "TAB6471", "TAB6008"]);
    }

    #[test]
    fn a_table_that_is_not_defined_is_an_error_that_lists_those_that_are() {
        let error = read(&project::root().join("data"), "TAB1", topics::committed()).unwrap_err().to_string();
        assert!(error.contains("no TAB1;") && error.contains("TAB1386, TAB6260"), "{error}");
    }
}
