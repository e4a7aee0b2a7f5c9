//! A figure's table to a cube: area × contents × sex × age × period, as far as
//! its rows and columns are of those; else rows × columns. Where women and men are
//! apart, sex comes before contents. What PX and
//! JSON-stat are written from.

use super::Subject;
use crate::figure::{Column, Point, area_name};
use crate::text::{self, letters, ui};
use faktabank_tables::query::{AreaChoice, Sexes};
use faktabank_tables::statistics::{AreaCode, Content, Period, Phrase, Sex};

/// What the categories of a dimension are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Area,
    Contents,
    Sex,
    Age,
    Period,
    /// Whatever the table has in its rows or columns.
    Other,
}

/// A dimension.
#[derive(Debug)]
pub(super) struct Dimension {
    /// The stable name, that of the snapshots where they have it.
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) kind: Kind,
    pub(super) categories: Vec<Category>,
}

/// One place on a dimension.
#[derive(Clone, Debug)]
pub(super) struct Category {
    pub(super) code: String,
    pub(super) label: String,
    /// Decimals that its numbers are shown with.
    pub(super) decimals: usize,
}

/// The numbers of a table by dimensions, the last varying fastest.
pub(super) struct Cube<'a> {
    pub(super) dimensions: Vec<Dimension>,
    pub(super) cells: Vec<&'a Point>,
}

impl Cube<'_> {
    /// The categories of a cell, one for each dimension.
    pub(super) fn place(&self, mut at: usize) -> Vec<&Category> {
        let mut place = Vec::new();
        for dimension in self.dimensions.iter().rev() {
            let size = dimension.categories.len();
            place.push(&dimension.categories[at % size]);
            at /= size;
        }
        place.reverse();
        place
    }

    /// Decimals that a cell is shown with: those of its contents or column.
    pub(super) fn decimals(&self, at: usize) -> usize {
        self.place(at).iter().map(|category| category.decimals).max().unwrap_or(0)
    }
}

/// The table of a figure as a cube.
pub(super) fn of<'a>(subject: &Subject<'a>) -> Cube<'a> {
    over_time(subject).or_else(|| of_areas(subject)).unwrap_or_else(|| of_rows(subject))
}

/// Rows of periods, columns of areas × contents.
fn over_time<'a>(subject: &Subject<'a>) -> Option<Cube<'a>> {
    let table = &subject.figure.table;
    let periods: Vec<Period> = table.rows.iter().map(|row| Period::from_code(&row.key)).collect::<Option<_>>()?;
    let keys: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
    let (areas, contents, order) = product(&keys, subject)?;
    // Oldest first, as cubes have it; the table begins with the newest.
    let mut rows: Vec<usize> = (0..periods.len()).collect();
    if periods.first() > periods.last() {
        rows.reverse();
    }
    let cells = order.iter().flat_map(|&column| rows.iter().map(move |&row| &table.rows[row].cells[column]));
    let alone = areas.len() == 1;
    let contents = contents.iter().zip(&table.columns).map(|(code, column)| contents_of(code, column, alone, subject));
    let time = rows.iter().map(|&row| category(&periods[row].to_string(), &periods[row].to_string()));
    Some(Cube { cells: cells.collect(), dimensions: with_persons(subject, &areas, contents.collect(), time.collect()) })
}

/// Rows of areas × contents, one column: that of a period, or of a change.
fn of_areas<'a>(subject: &Subject<'a>) -> Option<Cube<'a>> {
    let table = &subject.figure.table;
    let [column] = table.columns.as_slice() else { return None };
    let keys: Vec<&str> = table.rows.iter().map(|row| row.key.as_str()).collect();
    let (areas, contents, order) = product(&keys, subject)?;
    let name = |row: &crate::figure::Row| Column { key: row.key.clone(), name: row.name.clone(), decimals: 0 };
    let alone = areas.len() == 1;
    let contents = contents
        .iter()
        .zip(&table.rows)
        .map(|(code, row)| Category { decimals: column.decimals, ..contents_of(code, &name(row), alone, subject) });
    // A change is from one period to another, and told by its words alone.
    let called =
        |period: &&Period| letters::capitalised(&text::period::name(**period, subject.language())) == column.name;
    let period = subject.resolved.periods.iter().find(called).map(ToString::to_string);
    let time = period.map_or_else(|| category(&column.key, &column.name), |code| category(&code, &code));
    Some(Cube {
        cells: order.iter().filter_map(|&row| table.rows[row].cells.first()).collect(),
        dimensions: with_persons(subject, &areas, contents.collect(), vec![time]),
    })
}

/// Any table: its rows and its columns.
fn of_rows<'a>(subject: &Subject<'a>) -> Cube<'a> {
    let table = &subject.figure.table;
    let rows = table.rows.iter().map(|row| category(&row.key, &row.name)).collect();
    let column = |column: &Column| Category { decimals: column.decimals, ..category(&column.key, &column.name) };
    let columns = table.columns.iter().map(column).collect();
    let other = |id, phrase, categories| Dimension { id, label: subject.say(phrase), kind: Kind::Other, categories };
    Cube {
        dimensions: vec![other("Rad", ui::ROW, rows), other("Serie", ui::SERIES, columns)],
        cells: table.rows.iter().flat_map(|row| &row.cells).collect(),
    }
}

/// Keys that are each of some areas with each of some contents, taken apart: the
/// areas and the contents, in order, and the keys' order in the cube. Women and men
/// apart are areas of their own here, `2584/2` and `2584/1`, those of one area one
/// after the other.
fn product<'a>(keys: &[&'a str], subject: &Subject<'_>) -> Option<(Vec<&'a str>, Vec<&'a str>, Vec<usize>)> {
    let parts: Vec<(&str, &str)> = keys.iter().map(|key| parts(key, subject)).collect::<Option<_>>()?;
    let mut order: Vec<usize> = (0..parts.len()).collect();
    if subject.resolved.is_apart() {
        // Bars of women and of men stand by their values.
        order.clear();
        for at in 0..parts.len() {
            let area = of_whom(parts[at].0).0;
            let is_known = order.iter().any(|&other: &usize| of_whom(parts[other].0).0 == area);
            for sex in Sexes::EACH.iter().filter(|_| !is_known) {
                order.extend((0..parts.len()).filter(|&it| of_whom(parts[it].0) == (area, sex.code())));
            }
        }
    }
    let parts: Vec<(&str, &str)> = order.iter().map(|&at| parts[at]).collect();
    let mut areas: Vec<&str> = Vec::new();
    let mut contents: Vec<&str> = Vec::new();
    for (area, content) in &parts {
        if !areas.contains(area) {
            areas.push(area);
        }
        if !contents.contains(content) {
            contents.push(content);
        }
    }
    let whole = !parts.is_empty()
        && parts.len() == areas.len() * contents.len()
        && parts
            .iter()
            .enumerate()
            .all(|(at, part)| *part == (areas[at / contents.len()], contents[at % contents.len()]));
    // A cube has women and men of every area.
    let each = !subject.resolved.is_apart() || areas.len() == 2 * areas_alone(&areas).len();
    (whole && each).then_some((areas, contents, order))
}

/// "2584/2" as area and sex.
fn of_whom(area: &str) -> (&str, &str) {
    area.rsplit_once('/').unwrap_or((area, ""))
}

/// The areas of women and men apart, each once.
fn areas_alone<'a>(areas: &[&'a str]) -> Vec<&'a str> {
    let mut alone: Vec<&str> = areas.iter().map(|area| of_whom(area).0).collect();
    alone.dedup();
    alone
}

/// "2080/summa/antal" as area and contents; a group's name may hold any sign.
fn parts<'a>(key: &'a str, subject: &Subject<'_>) -> Option<(&'a str, &'a str)> {
    key.match_indices('/')
        .map(|(at, _)| (&key[..at], &key[at + 1..]))
        .find(|(_, content)| known(content.split('/').next().unwrap_or(content), subject).is_some())
}

/// The contents of a code.
fn known(code: &str, subject: &Subject<'_>) -> Option<Content> {
    subject.topic().catalogue().content(code)
}

fn category(code: &str, label: &str) -> Category {
    Category { code: code.to_owned(), label: label.to_owned(), decimals: 0 }
}

/// An area's name: that of a choice with this key, or of an area beside them.
fn areas_of(keys: &[&str], subject: &Subject<'_>) -> Vec<Category> {
    let name = |key: &str| match AreaCode::from_code(key) {
        Some(code) => area_name(&AreaChoice::Area(code), subject.areas, subject.language()),
        None => area_name(&AreaChoice::Association(key.to_owned()), subject.areas, subject.language()),
    };
    keys.iter().map(|key| category(key, &name(key))).collect()
}

/// What a contents is called: where one area is alone, as the table says.
fn contents_of(code: &str, column: &Column, alone: bool, subject: &Subject<'_>) -> Category {
    let (content, part) = code.split_once('/').unwrap_or((code, ""));
    let mut label = match known(content, subject) {
        Some(content) if !alone => text::contents::name(content).get(subject.language()).to_owned(),
        _ => column.name.clone(),
    };
    if !alone && !part.is_empty() {
        label = [&label, ", ", part].concat();
    }
    Category { code: code.to_owned(), label, decimals: column.decimals }
}

fn with_persons(
    subject: &Subject<'_>,
    areas: &[&str],
    contents: Vec<Category>,
    periods: Vec<Category>,
) -> Vec<Dimension> {
    const BOTH: Phrase = Phrase { sv: "kvinnor och män", en: "women and men" };
    let (resolved, age) = (subject.resolved, subject.resolved.age);
    let apart = resolved.is_apart();
    let sexes = if apart { &Sexes::EACH[..] } else { &[resolved.sex] };
    let sex = |&sex: &Sex| {
        let name = match sex {
            Sex::Both => BOTH,
            Sex::Women => ui::WOMEN,
            Sex::Men => ui::MEN,
        };
        category(sex.code(), subject.say(name))
    };
    let areas = if apart { areas_of(&areas_alone(areas), subject) } else { areas_of(areas, subject) };
    let age_name = text::person::age(age, subject.language());
    let dimension = |id, phrase, kind, categories| Dimension { id, label: subject.say(phrase), kind, categories };
    let mut dimensions = vec![
        dimension("Region", ui::AREA_HEAD, Kind::Area, areas),
        dimension("ContentsCode", ui::CONTENTS, Kind::Contents, contents),
        dimension("Kon", ui::SEX, Kind::Sex, sexes.iter().map(sex).collect()),
        dimension("Aldersgrupp", ui::AGE, Kind::Age, vec![category(&age.to_string(), &age_name)]),
        dimension("Tid", ui::PERIOD, Kind::Period, periods),
    ];
    if apart {
        // As the columns of the table lie.
        dimensions.swap(1, 2);
    }
    dimensions
}
