//! A figure's table to a cube: area × contents × sex × age × period, as far as
//! its rows and columns are of those; else rows × columns. Where women and men are
//! apart, sex comes before contents. No code stands twice in a dimension, and each has
//! its time. What PX, JSON-stat and the CSV for programs are written from.

use super::{Subject, words};
use crate::figure::{Column, ColumnKey, ContentKey, Point, Row, label_of, part_name, unit_of};
use crate::text::{self, number, ui};
use faktabank_tables::query::{AreaKey, FigureKind, PlaceKey, Resolved, Sexes};
use faktabank_tables::statistics::{Period, Phrase, Sex};

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

impl Dimension {
    /// Whether its categories say what their numbers are in.
    pub(super) fn has_units(&self) -> bool {
        self.categories.iter().any(|category| !category.unit.is_empty())
    }
}

/// One place on a dimension.
#[derive(Clone, Debug)]
pub(super) struct Category {
    pub(super) code: String,
    pub(super) label: String,
    /// Decimals that its numbers are shown with.
    pub(super) decimals: usize,
    /// What its numbers are in; empty where another dimension says it.
    pub(super) unit: String,
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
    let mut cube = over_time(subject).or_else(|| of_areas(subject)).unwrap_or_else(|| of_rows(subject));
    cube.dimensions.iter_mut().for_each(|dimension| tell_apart(&mut dimension.categories));
    cube
}

/// Numbers the codes that would stand twice: readers name their own groups.
fn tell_apart(categories: &mut [Category]) {
    for at in 0..categories.len() {
        let code = categories[at].code.clone();
        let is_known = |code: &str| categories[..at].iter().any(|other| other.code == code);
        let numbered = (2..).map(|nth| [&code, " (", &number::count(nth), ")"].concat());
        if let Some(code) = [code.clone()].into_iter().chain(numbered).find(|code| !is_known(code)) {
            categories[at].code = code;
        }
    }
}

/// Rows of periods, columns of areas × contents.
fn over_time<'a>(subject: &Subject<'a>) -> Option<Cube<'a>> {
    let table = &subject.figure.table;
    let periods: Vec<Period> = table.rows.iter().map(|row| row.key.period()).collect::<Option<_>>()?;
    let key = |column: &'a Column| match &column.key {
        ColumnKey::Series(key, part) => Some((&key.place, ContentKey { content: key.content, part: *part })),
        _ => None,
    };
    let keys: Vec<Key<'_>> = table.columns.iter().map(key).collect::<Option<_>>()?;
    let Product { areas, contents, order } = product(&keys, subject)?;
    // Oldest first, as cubes have it; the table begins with the newest.
    let mut rows: Vec<usize> = (0..periods.len()).collect();
    if periods.first() > periods.last() {
        rows.reverse();
    }
    let cells = order.iter().flat_map(|&column| rows.iter().map(move |&row| &table.rows[row].cells[column]));
    let alone = areas.len() == 1;
    let contents = contents.iter().zip(&table.columns);
    let contents =
        contents.map(|(key, column)| contents_of(*key, (&column.name, column.decimals), alone, subject)).collect();
    let time = rows.iter().map(|&row| category(&periods[row].to_string(), &periods[row].to_string()));
    Some(Cube { cells: cells.collect(), dimensions: with_persons(subject, &areas, contents, time.collect()) })
}

/// Rows of areas × contents, one column: that of a period, or of a change.
fn of_areas<'a>(subject: &Subject<'a>) -> Option<Cube<'a>> {
    let table = &subject.figure.table;
    let [column] = table.columns.as_slice() else { return None };
    let key = |row: &'a Row| row.key.series().map(|key| (&key.place, ContentKey { content: key.content, part: None }));
    let keys: Vec<Key<'_>> = table.rows.iter().map(key).collect::<Option<_>>()?;
    let Product { areas, contents, order } = product(&keys, subject)?;
    let alone = areas.len() == 1;
    let contents = contents.iter().zip(&table.rows);
    let contents = contents.map(|(key, row)| contents_of(*key, (&row.name, column.decimals), alone, subject)).collect();
    let time = time_of(subject);
    Some(Cube {
        cells: order.iter().filter_map(|&row| table.rows[row].cells.first()).collect(),
        dimensions: with_persons(subject, &areas, contents, vec![time]),
    })
}

/// Any table: its rows and its columns.
fn of_rows<'a>(subject: &Subject<'a>) -> Cube<'a> {
    let table = &subject.figure.table;
    let rows = table.rows.iter().map(|row| category(&row.key.code(), &row.name)).collect();
    let lead = subject.resolved.what.contents.first().copied();
    let column = |column: &Column| Category {
        decimals: column.decimals,
        unit: match (&column.key, lead) {
            (ColumnKey::Content(content), _) => unit(ContentKey { content: *content, part: None }, subject),
            (ColumnKey::Measure(_), Some(content)) => unit(ContentKey { content, part: None }, subject),
            // A change beside the numbers that changed says what it is in.
            (ColumnKey::Change, _) => column.name.clone(),
            _ => table.units.clone(),
        },
        ..category(&column.key.code(), &column.name)
    };
    let columns = table.columns.iter().map(column).collect();
    let mut dimensions = vec![("Rad", ui::ROW, rows), ("Serie", ui::SERIES, columns)];
    let mut dimensions: Vec<Dimension> = dimensions
        .drain(..)
        .map(|(id, phrase, categories)| Dimension { id, label: subject.say(phrase), kind: Kind::Other, categories })
        .collect();
    // Rows of periods have their time by themselves.
    if table.rows.iter().all(|row| row.key.period().is_none()) {
        let categories = vec![time_of(subject)];
        dimensions.push(Dimension { id: "Tid", label: subject.say(ui::PERIOD), kind: Kind::Period, categories });
    }
    Cube { dimensions, cells: table.rows.iter().flat_map(|row| &row.cells).collect() }
}

/// The period that all of a table is of: of a change the last, in the words of both; of
/// two contents of different times that of the first, in the words of each.
fn time_of(subject: &Subject<'_>) -> Category {
    let last = |resolved: &Resolved| resolved.time.periods.last().map(ToString::to_string).unwrap_or_default();
    let (table, other) = (&subject.figure.table, subject.resolved.other.as_deref());
    let code = table.period.map_or_else(|| last(subject.resolved), |period| period.to_string());
    let label = match (table.columns.first(), other) {
        (Some(column), _) if subject.figure.kind == FigureKind::Change => column.name.clone(),
        (_, Some(other)) if table.period.is_none() => [&code, ", ", &last(other)].concat(),
        _ => code.clone(),
    };
    category(&code, &label)
}

/// What the numbers of a contents are in.
fn unit(key: ContentKey, subject: &Subject<'_>) -> String {
    let holds = |resolved: &&Resolved| resolved.table.contents.contains(&key.content);
    let own = Some(subject.resolved).filter(holds).or(subject.resolved.other.as_deref()).unwrap_or(subject.resolved);
    words::of(&unit_of(own, subject.tables, subject.areas, key))
}

/// What a row or a column is of.
type Key<'a> = (&'a PlaceKey, ContentKey);

/// Keys that are each of some areas with each of some contents.
struct Product<'a> {
    /// The areas, in order. Women and men apart are areas of their own here, those of
    /// one area one after the other.
    areas: Vec<&'a PlaceKey>,
    contents: Vec<ContentKey>,
    /// The keys' order in the cube.
    order: Vec<usize>,
}

/// Keys as such; `None` where some area lacks some contents.
fn product<'a>(keys: &[Key<'a>], subject: &Subject<'_>) -> Option<Product<'a>> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    if subject.resolved.is_apart() {
        // Bars of women and of men stand by their values.
        order.clear();
        for (place, _) in keys {
            let is_known = order.iter().any(|&other: &usize| keys[other].0.area == place.area);
            for &sex in Sexes::EACH.iter().filter(|_| !is_known) {
                let is_it = |at: &usize| keys[*at].0.area == place.area && keys[*at].0.sex == Some(sex);
                order.extend((0..keys.len()).filter(is_it));
            }
        }
    }
    let keys: Vec<Key<'a>> = order.iter().map(|&at| keys[at]).collect();
    let mut areas: Vec<&PlaceKey> = Vec::new();
    let mut contents: Vec<ContentKey> = Vec::new();
    for (area, content) in &keys {
        if !areas.contains(area) {
            areas.push(area);
        }
        if !contents.contains(content) {
            contents.push(*content);
        }
    }
    let is_at = |(at, key): (usize, &Key<'_>)| *key == (areas[at / contents.len()], contents[at % contents.len()]);
    let whole = !keys.is_empty() && keys.len() == areas.len() * contents.len() && keys.iter().enumerate().all(is_at);
    // A cube has women and men of every area.
    let each = !subject.resolved.is_apart() || areas.len() == 2 * areas_alone(&areas).len();
    (whole && each).then_some(Product { areas, contents, order })
}

/// The areas of places, those of women and men apart each once.
fn areas_alone<'a>(places: &[&'a PlaceKey]) -> Vec<&'a AreaKey> {
    let mut alone: Vec<&AreaKey> = places.iter().map(|place| &place.area).collect();
    alone.dedup();
    alone
}

fn category(code: &str, label: &str) -> Category {
    Category { code: code.to_owned(), label: label.to_owned(), decimals: 0, unit: String::new() }
}

fn areas_of(keys: &[&AreaKey], subject: &Subject<'_>) -> Vec<Category> {
    keys.iter().map(|key| category(&key.code(), &label_of(key, subject.areas, subject.language()))).collect()
}

/// What a contents is called: where one area is alone, as the table says.
fn contents_of(key: ContentKey, (name, decimals): (&str, usize), alone: bool, subject: &Subject<'_>) -> Category {
    let label = match (alone, key.part) {
        (true, _) => name.to_owned(),
        (false, None) => text::contents::name(key.content).get(subject.language()).to_owned(),
        (false, Some(part)) => {
            [text::contents::name(key.content).get(subject.language()), ", ", subject.say(part_name(part))].concat()
        }
    };
    Category { code: key.code(), label, decimals, unit: unit(key, subject) }
}

fn with_persons(
    subject: &Subject<'_>,
    areas: &[&PlaceKey],
    contents: Vec<Category>,
    periods: Vec<Category>,
) -> Vec<Dimension> {
    const BOTH: Phrase = Phrase { sv: "kvinnor och män", en: "women and men" };
    let (resolved, age) = (subject.resolved, subject.resolved.what.age);
    let apart = resolved.is_apart();
    let sexes = if apart { &Sexes::EACH[..] } else { &[resolved.what.sex] };
    let sex = |&sex: &Sex| {
        let name = match sex {
            Sex::Both => BOTH,
            Sex::Women => ui::WOMEN,
            Sex::Men => ui::MEN,
        };
        category(sex.code(), subject.say(name))
    };
    let areas = areas_of(&areas_alone(areas), subject);
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
