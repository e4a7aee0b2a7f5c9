//! A file of published figures to a [`Table`]: one row an area and period (and
//! sex and age span, where it tells them apart), one column a contents. An empty cell was not published, which is not zero.

use super::definition::TableDefinition;
use anyhow::{Context, Result, bail, ensure};
use faktabank::statistics::{Age, AreaCode, Cell, Content, Missing, Period, Sex, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Reads the figures of a table; `sources` are the keys that a row may name.
///
/// # Errors
///
/// If a code is unknown, a row appears twice, a number does not read, or a
/// source is not listed. The error names file and line.
pub(super) fn read(anchors: &Path, table: &TableDefinition, sources: &BTreeSet<String>) -> Result<Table> {
    let file = anchors.join(&table.figures);
    let mut reader = csv::Reader::from_path(&file).with_context(|| file.display().to_string())?;
    let columns = Columns::of(reader.headers()?).with_context(|| file.display().to_string())?;
    let mut rows: BTreeMap<Key, Vec<Cell>> = BTreeMap::new();
    let mut areas = Vec::new();
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let place = || format!("{}, line {line}", file.display());
        let (key, cells) = row(&record, &columns, &table.figures_from, sources).with_context(place)?;
        if !areas.contains(&key.area) {
            areas.push(key.area);
        }
        ensure!(rows.insert(key, cells).is_none(), "{}: the same once more", place());
    }
    let sexes: BTreeSet<Sex> = rows.keys().map(|key| key.sex).collect();
    let ages: BTreeSet<Age> = rows.keys().map(|key| key.age).collect();
    let periods: BTreeSet<Period> = rows.keys().map(|key| key.period).collect();
    let mut cells = Vec::with_capacity(areas.len() * columns.contents.len() * periods.len());
    for &area in &areas {
        for column in 0..columns.contents.len() {
            for &sex in &sexes {
                for &age in &ages {
                    for &period in &periods {
                        let cell = rows.get(&Key { area, sex, age, period }).map(|row| row[column]);
                        cells.push(cell.unwrap_or(Err(Missing::NotAvailable)));
                    }
                }
            }
        }
    }
    Ok(Table {
        id: table.id.clone(),
        label: table.label.clone(),
        source: table.source.clone(),
        provenance: table.provenance,
        exactness: table.exactness.clone(),
        preliminary_from: preliminary(table)?,
        notes: table.notes.clone(),
        areas,
        contents: columns.contents,
        sexes: sexes.into_iter().collect(),
        ages: ages.into_iter().collect(),
        periods: periods.into_iter().collect(),
        cells,
    })
}

fn preliminary(table: &TableDefinition) -> Result<Option<Period>> {
    let Some(code) = &table.preliminary_from else { return Ok(None) };
    Period::from_code(code).map(Some).with_context(|| format!("{}: preliminaryFrom {code:?}", table.id))
}

/// What a row is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    area: AreaCode,
    sex: Sex,
    age: Age,
    period: Period,
}

/// Where in a row its parts stand.
struct Columns {
    /// Whether rows are of one sex and age span each, not of all together.
    persons: bool,
    contents: Vec<Content>,
    /// The column of the source, if rows name one; it comes last.
    source: Option<usize>,
}

impl Columns {
    fn of(head: &csv::StringRecord) -> Result<Self> {
        let names: Vec<&str> = head.iter().collect();
        let (persons, rest) = match names.as_slice() {
            ["area", "period", rest @ ..] => (false, rest),
            ["area", "sex", "age", "period", rest @ ..] => (true, rest),
            _ => bail!("the first columns must be area and period, or area, sex, age and period"),
        };
        let (contents, source) = match rest {
            [contents @ .., "source"] => (contents, Some(names.len() - 1)),
            contents => (contents, None),
        };
        let contents = contents
            .iter()
            .map(|code| Content::from_code(code).with_context(|| format!("unknown contents {code:?}")))
            .collect::<Result<_>>()?;
        Ok(Self { persons, contents, source })
    }
}

fn row(
    record: &csv::StringRecord,
    columns: &Columns,
    default_source: &str,
    sources: &BTreeSet<String>,
) -> Result<(Key, Vec<Cell>)> {
    let field = |column: usize| record.get(column).unwrap_or_default();
    let area = AreaCode::from_code(field(0)).with_context(|| format!("unknown area {:?}", field(0)))?;
    let (sex, age) = if columns.persons {
        let sex = Sex::from_code(field(1)).with_context(|| format!("unknown sex {:?}", field(1)))?;
        (sex, Age::from_code(field(2)).with_context(|| format!("unknown age span {:?}", field(2)))?)
    } else {
        Default::default()
    };
    let first = if columns.persons { 4 } else { 2 };
    let period = field(first - 1);
    let period = Period::from_code(period).with_context(|| format!("unknown period {period:?}"))?;
    let source = columns.source.map_or(default_source, field);
    ensure!(sources.contains(source), "source {source:?} is not in sources.csv");
    let cells = (0..columns.contents.len()).map(|column| cell(field(column + first))).collect::<Result<_>>()?;
    Ok((Key { area, sex, age, period }, cells))
}

fn cell(text: &str) -> Result<Cell> {
    if text.is_empty() {
        return Ok(Err(Missing::NotAvailable));
    }
    let value: f64 = text.parse().with_context(|| format!("{text:?} is not a number"))?;
    ensure!(value.is_finite(), "{text:?} is not a number");
    Ok(Ok(value))
}
