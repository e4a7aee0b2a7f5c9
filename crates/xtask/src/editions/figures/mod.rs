//! A file of published figures to a [`Table`]. An empty cell was not published,
//! which is not zero.
//!
//! A file has one row a period and one column a contents, or, as a long series of
//! hundreds of areas is shorter and easier to look through so, one row a series
//! and one column a period.

mod head;
mod rows;
mod series;

use super::definition::TableDefinition;
use anyhow::{Context, Result, ensure};
use faktabank_tables::statistics::{Age, AreaCode, Catalogue, Cell, Content, Missing, Period, Sex, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

/// Reads the figures of a table; `sources` are the keys that a row may name.
///
/// # Errors
///
/// If a code is unknown, a cell comes twice, a number does not read, or a
/// source is not listed. The error names file and line.
pub(super) fn read(
    anchors: &Path,
    table: &TableDefinition,
    (sources, catalogue): (&BTreeSet<String>, &'static Catalogue),
) -> Result<Table> {
    let file = anchors.join(&table.figures);
    let said = Said { age: table.age()?, source: &table.figures_from, sources, catalogue };
    let figures = csv::Reader::from_path(&file).map_err(Into::into).and_then(|reader| Figures::read(reader, &said));
    let figures = figures.with_context(|| file.display().to_string())?;
    ensure!(!figures.cells.is_empty(), "{}: no figures", file.display());
    figures.into_table(table)
}

/// Where in a row its parts stand, in a file of either form.
enum Columns {
    Rows(rows::Columns),
    Series(series::Columns),
}

impl Columns {
    fn of(head: &csv::StringRecord, catalogue: &'static Catalogue) -> Result<Self> {
        Ok(if series::is_of(head) {
            Self::Series(series::Columns::of(head)?)
        } else {
            Self::Rows(rows::Columns::of(head, catalogue)?)
        })
    }

    fn read(&self, record: &csv::StringRecord, said: &Said<'_>, figures: &mut Figures) -> Result<()> {
        match self {
            Self::Rows(columns) => columns.read(record, said, figures),
            Self::Series(columns) => columns.read(record, said, figures),
        }
    }
}

/// What holds of every row that does not say otherwise.
struct Said<'a> {
    age: Age,
    source: &'a str,
    sources: &'a BTreeSet<String>,
    catalogue: &'static Catalogue,
}

impl Said<'_> {
    fn check_source(&self, source: &str) -> Result<()> {
        ensure!(self.sources.contains(source), "source {source:?} is not in sources.csv");
        Ok(())
    }
}

/// Whom a row is about.
#[derive(Clone, Copy)]
struct Persons {
    area: AreaCode,
    sex: Sex,
    age: Age,
}

/// The figures of a file, each in its place.
#[derive(Default)]
struct Figures {
    /// In the order of the file, as are contents and ages.
    areas: Vec<AreaCode>,
    contents: Vec<Content>,
    ages: Vec<Age>,
    sexes: BTreeSet<Sex>,
    periods: BTreeSet<Period>,
    /// By area, contents, sex, age and period; the first by their places.
    cells: BTreeMap<(usize, usize, Sex, Age, Period), Cell>,
}

impl Figures {
    fn read(mut reader: csv::Reader<impl io::Read>, said: &Said<'_>) -> Result<Self> {
        let columns = Columns::of(reader.headers()?, said.catalogue)?;
        let mut figures = Self::default();
        for record in reader.records() {
            let record = record?;
            let line = record.position().map_or(0, csv::Position::line);
            columns.read(&record, said, &mut figures).with_context(|| format!("line {line}"))?;
        }
        Ok(figures)
    }

    fn add(&mut self, persons: Persons, content: Content, period: Period, cell: Cell) -> Result<()> {
        let Persons { area, sex, age } = persons;
        let place = (place_of(&mut self.areas, area), place_of(&mut self.contents, content), sex, age, period);
        place_of(&mut self.ages, age);
        self.sexes.insert(sex);
        self.periods.insert(period);
        ensure!(self.cells.insert(place, cell).is_none(), "{} {period}: the same once more", content.code());
        Ok(())
    }

    fn into_table(self, table: &TableDefinition) -> Result<Table> {
        let mut cells = Vec::with_capacity(self.cells.len());
        for (area, content) in (0..self.areas.len()).flat_map(|area| (0..self.contents.len()).map(move |it| (area, it)))
        {
            for &sex in &self.sexes {
                for &age in &self.ages {
                    let at = |period: &Period| self.cells.get(&(area, content, sex, age, *period)).copied();
                    cells.extend(self.periods.iter().map(|period| at(period).unwrap_or(Err(Missing::NotAvailable))));
                }
            }
        }
        Ok(Table {
            id: table.id.clone(),
            label: table.label.clone(),
            source: table.source.clone(),
            provenance: table.provenance,
            exactness: table.exactness.clone(),
            preliminary_from: table.preliminary_from,
            perturbed_from: table.perturbed_from,
            forecast: table.forecast.clone(),
            notes: table.notes.clone(),
            area_notes: table.area_notes.clone(),
            areas: self.areas,
            contents: self.contents,
            sexes: self.sexes.into_iter().collect(),
            ages: self.ages,
            periods: self.periods.into_iter().collect(),
            cells,
        })
    }
}

/// The place of an item in a list, to which it is added if it is new.
fn place_of<T: PartialEq>(list: &mut Vec<T>, item: T) -> usize {
    list.iter().position(|known| *known == item).unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    })
}

fn content(code: &str, catalogue: &'static Catalogue) -> Result<Content> {
    catalogue.content(code).with_context(|| format!("unknown contents {code:?}"))
}

fn period(code: &str) -> Result<Period> {
    Period::from_code(code).with_context(|| format!("unknown period {code:?}"))
}

fn cell(text: &str) -> Result<Cell> {
    if text.is_empty() {
        return Ok(Err(Missing::NotAvailable));
    }
    let value: f64 = text.parse().with_context(|| format!("{text:?} is not a number"))?;
    ensure!(value.is_finite(), "{text:?} is not a number");
    Ok(Ok(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Figures> {
        let sources = BTreeSet::from(["here".to_owned()]);
        let said =
            Said { age: Age::EVERYBODY, source: "here", sources: &sources, catalogue: crate::topics::committed() };
        Figures::read(csv::Reader::from_reader(text.as_bytes()), &said)
    }

    #[test]
    fn both_forms_say_the_same() {
        let rows = "area,sex,period,sysselsatta,folkmangd,source\n\
            2080,1,2020,1,,here\n2080,1,2021,2,3,here\n2080,2,2020,4,5,here\n2080,2,2021,6,7,here\n";
        let series = "area,sex,contents,2020,2021\n\
            2080,1,sysselsatta,1,2\n2080,1,folkmangd,,3\n2080,2,sysselsatta,4,6\n2080,2,folkmangd,5,7\n";
        let (rows, series) = (read(rows).unwrap(), read(series).unwrap());
        assert_eq!(rows.cells, series.cells);
        assert_eq!(rows.contents, series.contents);
        assert_eq!(
            (series.areas.len(), series.ages, series.sexes.len(), series.periods.len()),
            (1, vec![Age::EVERYBODY], 2, 2)
        );
    }

    #[test]
    fn what_does_not_read_is_said_with_its_line() {
        for (text, expected) in [
            ("period,sysselsatta\n", "the first column must be the area"),
            ("area,sysselsatta\n", "after whom a row is about must come its period, or its contents"),
            (
                "area,contents,2020\n2080,sysselsatta,1\n2080,sysselsatta,1\n",
                "line 3: sysselsatta 2020: the same once more",
            ),
            ("area,age,contents,2020\n2080,64-20,sysselsatta,1\n", "line 2: unknown age span \"64-20\""),
            ("area,contents,2020\n2080,sysselsatta,1 2\n", "line 2: \"1 2\" is not a number: invalid float literal"),
            ("area,period,sysselsatta,source\n2080,2020,1,there\n", "line 2: source \"there\" is not in sources.csv"),
        ] {
            let error = read(text).err().expect("an error");
            assert_eq!(format!("{error:#}"), expected);
        }
    }
}
