//! A table: cells by area, contents, sex, age and period, with where they
//! come from and how exact they are.

use super::{Age, AreaCode, Cell, Content, Label, Missing, Period, Resolution, Sex};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The name of a table in links and folders: `bas`, `helarsekvivalenter-dalarna`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TableId(pub String);

impl fmt::Display for TableId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where numbers come from, from the most to the least to be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// The agency's own figures.
    Official,
    /// As printed elsewhere, exact as printed.
    Published,
    /// Read off a published chart, with its error.
    Digitised,
    /// Made by our model: an example, not a statistic.
    Modelled,
}

impl Provenance {
    /// Every provenance, from the most to the least to be relied on.
    pub const ALL: [Self; 4] = [Self::Official, Self::Published, Self::Digitised, Self::Modelled];

    /// The provenance of a key; `None` for an unknown one.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|provenance| provenance.key() == key)
    }

    /// The stable key, as in snapshots.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Published => "published",
            Self::Digitised => "digitised",
            Self::Modelled => "modelled",
        }
    }
}

/// Who made the figures and where they can be had.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The statistical agency: "SCB".
    pub agency: String,
    /// The statistic: "Helårsekvivalenter".
    pub statistic: Label,
    /// The agency's id of the table: "TAB1386". Empty where there is none.
    pub table: String,
    /// Where the figures were read, in words, if not from the agency itself.
    pub read_from: Label,
    /// An address to go on to.
    pub url: String,
    /// The licence: "CC0 1.0".
    pub licence: String,
    /// When the source last changed, `YYYY-MM-DD`, as the source says.
    pub updated: String,
}

/// How far a number may lie from the agency's own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Exactness {
    /// In words, for the caption: "avläst ur diagram, ±10".
    pub label: Label,
    /// Largest expected error of a component, in its unit.
    pub part: f64,
    /// Largest expected error of the total, in its unit.
    pub total: f64,
}

/// A footnote that is about some areas alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaNote {
    /// The areas with whose figures it is shown.
    pub areas: Vec<AreaCode>,
    /// What it says.
    pub text: Label,
}

/// The end of a table that tells what is to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forecast {
    /// The first period of it.
    pub from: Period,
    /// When what it was made from was made, `YYYY-MM`; a later one says something else.
    pub vintage: String,
    /// Who made it: "Göteborgs Stad".
    pub maker: Label,
    /// What it was made from, in the form after "ur" and "from": "SCB:s framskrivning 2024".
    pub basis: Label,
}

/// What is said of a table beside its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its name in links.
    pub id: TableId,
    /// Its title.
    pub label: Label,
    /// Who made the figures.
    pub source: Source,
    /// Where they come from.
    pub provenance: Provenance,
    /// How exact they are.
    pub exactness: Exactness,
    /// The first month, half-year or year that is preliminary, if any is.
    pub preliminary_from: Option<Period>,
    /// The first period whose figures the agency alters at random, so that nobody can
    /// be recognised, if any is: from there on the sum of areas may differ from
    /// what the agency publishes for them together.
    pub perturbed_from: Option<Period>,
    /// What is a forecast of it, if anything is.
    pub forecast: Option<Forecast>,
    /// Footnotes, each to be shown with every figure of the table.
    pub notes: Vec<Label>,
    /// Footnotes about some areas, each to be shown with their figures.
    pub area_notes: Vec<AreaNote>,
    /// The areas, in order.
    pub areas: Vec<AreaCode>,
    /// The contents, in order.
    pub contents: Vec<Content>,
    /// The sexes, in order.
    pub sexes: Vec<Sex>,
    /// The age spans, in order.
    pub ages: Vec<Age>,
    /// The periods: one resolution, rising; there may be gaps.
    pub periods: Vec<Period>,
    /// Cells by area, contents, sex, age, period; the last varies fastest.
    pub cells: Vec<Cell>,
}

/// Two parts of a table do not fit together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("table {table}: the parts differ in {what}")]
pub struct TableShapeError {
    /// The table.
    pub table: TableId,
    /// What differs: "contents", "periods".
    pub what: &'static str,
}

impl Table {
    /// The resolution that the table is published at.
    pub fn resolution(&self) -> Resolution {
        self.periods.first().map_or(Resolution::Month, |period| period.resolution())
    }

    /// Cells of one area.
    pub fn cells_per_area(&self) -> usize {
        self.contents.len() * self.sexes.len() * self.ages.len() * self.periods.len()
    }

    /// The cell as published; `NotAvailable` for what the table does not hold.
    pub fn cell(&self, area: AreaCode, content: Content, sex: Sex, age: Age, period: Period) -> Cell {
        let found = self.series(area, content, sex, age).and_then(|series| Some((series, self.place_of(period)?)));
        found.and_then(|(series, at)| series.get(at).copied()).unwrap_or(Err(Missing::NotAvailable))
    }

    /// The cells of one area and contents over the table's periods, in order;
    /// `None` for what the table does not hold.
    pub fn series(&self, area: AreaCode, content: Content, sex: Sex, age: Age) -> Option<&[Cell]> {
        // Numbers first: hundreds are looked through for each cell of a ranking.
        let area = self.areas.iter().position(|each| each.number() == area.number() && *each == area)?;
        let content = self.contents.iter().position(|&each| each == content)?;
        let sex = self.sexes.iter().position(|&each| each == sex)?;
        let age = self.ages.iter().position(|&each| each == age)?;
        let position = area * self.contents.len() + content;
        let position = position * self.sexes.len() + sex;
        let start = (position * self.ages.len() + age) * self.periods.len();
        self.cells.get(start..start + self.periods.len())
    }

    /// Where a period of the table's own resolution lies among its periods.
    pub fn place_of(&self, period: Period) -> Option<usize> {
        // Most tables have no gaps: there a period lies as far along as it is late.
        let along = period.since(*self.periods.first()?);
        match usize::try_from(along).ok().and_then(|at| Some((at, *self.periods.get(at)?))) {
            Some((at, found)) if found == period => Some(at),
            _ => self.periods.binary_search(&period).ok(),
        }
    }

    /// Whether the table holds this contents.
    pub fn has(&self, content: Content) -> bool {
        self.contents.contains(&content)
    }

    /// Every footnote, those about some areas last.
    pub fn all_notes(&self) -> impl Iterator<Item = &Label> {
        self.notes.iter().chain(self.area_notes.iter().map(|note| &note.text))
    }

    /// Whether a period is preliminary: any month of it is.
    pub fn is_preliminary(&self, period: Period) -> bool {
        self.preliminary_from.is_some_and(|from| period.last_month() >= from.first_month())
    }

    /// Whether a period is still to come: it lies in the table's forecast.
    pub fn is_forecast(&self, period: Period) -> bool {
        self.forecast.as_ref().is_some_and(|forecast| period.last_month() >= forecast.from.first_month())
    }

    /// Whether the agency has altered the figures of a period at random.
    pub fn is_perturbed(&self, period: Period) -> bool {
        self.perturbed_from.is_some_and(|from| period.last_month() >= from.first_month())
    }

    /// Whether a total, or its share, is too low: a part of it was not reported.
    pub fn is_understated(&self, area: AreaCode, content: Content, sex: Sex, age: Age, period: Period) -> bool {
        let lacks = |part| self.cell(area, part, sex, age, period) == Err(Missing::NotReported);
        content.parts_that_may_lack().any(lacks)
    }

    /// The expected error of a contents' values, in its unit.
    pub fn error_of(&self, content: Content) -> f64 {
        if content.is_total() { self.exactness.total } else { self.exactness.part }
    }

    /// Whether it counts these persons.
    pub fn counts(&self, sex: Sex, age: Age) -> bool {
        self.sexes.contains(&sex) && self.ages.contains(&age)
    }

    /// Takes over the areas of another part (shard) of the same table, for the
    /// same sexes and age spans.
    ///
    /// # Errors
    /// [`TableShapeError`] if contents, sexes, ages or periods differ.
    pub fn extend(&mut self, part: Self) -> Result<(), TableShapeError> {
        let differs = |what| Err(TableShapeError { table: self.id.clone(), what });
        if part.contents != self.contents {
            return differs("contents");
        }
        if (&part.sexes, &part.ages) != (&self.sexes, &self.ages) {
            return differs("sexes or ages");
        }
        if part.periods != self.periods {
            return differs("periods");
        }
        let size = part.cells_per_area();
        for (position, area) in part.areas.iter().enumerate() {
            if !self.areas.contains(area) {
                self.areas.push(*area);
                self.cells.extend_from_slice(&part.cells[position * size..(position + 1) * size]);
            }
        }
        Ok(())
    }

    /// Parts (shards) of several tables, joined as far as they belong together:
    /// one table for each id with the same sexes and age spans.
    ///
    /// # Errors
    /// [`TableShapeError`] if parts that belong together differ in shape.
    pub fn join(parts: impl Iterator<Item = Self>) -> Result<Vec<Self>, TableShapeError> {
        let mut joined: Vec<Self> = Vec::new();
        for part in parts {
            let same = |it: &&mut Self| it.id == part.id && it.sexes == part.sexes && it.ages == part.ages;
            match joined.iter_mut().find(same) {
                Some(table) => table.extend(part)?,
                None => joined.push(part),
            }
        }
        Ok(joined)
    }
}
