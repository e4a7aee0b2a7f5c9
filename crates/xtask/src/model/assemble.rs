//! Whole numbers by kommun and group to the table, in the shape of SCB's
//! TAB1386: riket and sums by addition, shares from what they are shares of.

use super::benefit::{Benefit, REST};
use super::delivery::{ASSISTANCE, is_missing};
use super::facts::{BENEFITS, Facts};
use super::people::{GROUPS, MEN, OLDER, People, WOMEN};
use super::persons::Cells;
use super::time::{MONTHS, months};
use super::words;
use faktabank_tables::statistics::{
    Age, AreaCode, Catalogue, Cell, Content, Missing, Period, Provenance, Sex, Table, TableId,
};

/// The first preliminary month: as in SCB's table, the newest year is.
const PRELIMINARY: Period = Period::calendar_year(2025).first_month();

/// The spans that the table has, one within the other.
const AGES: [Age; 2] = [Age::FROM_20_TO_64, Age::FROM_20_TO_65];

/// What is counted of one area: the benefits, then persons.
type Area = [[Vec<i64>; BENEFITS + 1]; GROUPS];

/// Puts the table together.
pub(super) fn table(facts: &Facts, people: &People, counts: &[Cells<i64>], catalogue: &'static Catalogue) -> Table {
    let mut riket: Area = std::array::from_fn(|_| std::array::from_fn(|_| vec![0; MONTHS]));
    let mut cells = Vec::new();
    for (kommun, counts) in counts.iter().enumerate() {
        let area: Area = std::array::from_fn(|group| {
            std::array::from_fn(|row| match counts[group].get(row) {
                Some(benefit) => benefit.clone(),
                None => people.of(kommun, group).to_vec(),
            })
        });
        for (sums, parts) in riket.iter_mut().flatten().zip(area.iter().flatten()) {
            sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
        }
        append(&mut cells, &area, Some(facts.kommuner[kommun]));
    }
    let mut all = Vec::new();
    append(&mut all, &riket, None);
    all.append(&mut cells);
    let mut areas = vec![AreaCode::Country];
    areas.extend(&facts.kommuner);
    Table {
        id: TableId(words::TABLE.to_owned()),
        label: words::label(),
        source: words::source(),
        provenance: Provenance::Modelled,
        exactness: words::exactness(),
        preliminary_from: Some(PRELIMINARY),
        perturbed_from: None,
        forecast: None,
        area_notes: Vec::new(),
        notes: words::notes(),
        areas,
        contents: contents(catalogue),
        sexes: Sex::ALL.to_vec(),
        ages: AGES.to_vec(),
        periods: months(),
        cells: all,
    }
}

/// The contents of the table; a table lacks what the catalogue does not define.
fn contents(catalogue: &'static Catalogue) -> Vec<Content> {
    let codes = Benefit::ALL.into_iter().map(Benefit::code).chain(REST);
    codes.filter_map(|code| catalogue.content(code)).collect()
}

/// One area's cells in the order of the table.
fn append(cells: &mut Vec<Cell>, area: &Area, kommun: Option<AreaCode>) {
    let missing = |month: usize| kommun.is_some_and(|kommun| is_missing(kommun, month));
    let persons = Sex::ALL.into_iter().flat_map(|sex| AGES.map(|age| groups(sex, age)));
    let sums: Vec<Sums> = persons.map(|groups| Sums::of(area, &groups)).collect();
    for row in 0..BENEFITS {
        for sums in &sums {
            cells.extend(sums.rows[row].iter().enumerate().map(|(month, count)| match row {
                ASSISTANCE if missing(month) => Err(Missing::NotReported),
                _ => Ok(*count as f64),
            }));
        }
    }
    for sums in &sums {
        cells.extend(sums.total.iter().map(|count| Ok(*count as f64)));
    }
    for sums in &sums {
        cells.extend(sums.rows[BENEFITS].iter().map(|count| Ok(*count as f64)));
    }
    for sums in &sums {
        cells.extend(sums.total.iter().zip(&sums.rows[BENEFITS]).map(|(count, persons)| Ok(share(*count, *persons))));
    }
}

/// What is counted of some groups together.
struct Sums {
    /// The benefits, then persons.
    rows: Vec<Vec<i64>>,
    /// The benefits together.
    total: Vec<i64>,
}

impl Sums {
    fn of(area: &Area, groups: &[usize]) -> Self {
        let rows: Vec<Vec<i64>> =
            (0..=BENEFITS).map(|row| add(groups.iter().map(|group| area[*group][row].as_slice()))).collect();
        let total = add(rows[..BENEFITS].iter().map(Vec::as_slice));
        Self { rows, total }
    }
}

fn add<'a>(series: impl Iterator<Item = &'a [i64]>) -> Vec<i64> {
    let mut sums = vec![0; MONTHS];
    for series in series {
        sums.iter_mut().zip(series).for_each(|(sum, part)| *sum += part);
    }
    sums
}

fn groups(sex: Sex, age: Age) -> Vec<usize> {
    let mut groups = match sex {
        Sex::Both => vec![MEN, WOMEN],
        Sex::Men => vec![MEN],
        Sex::Women => vec![WOMEN],
    };
    if age == Age::FROM_20_TO_65 {
        groups.extend(groups.clone().into_iter().map(|group| group + OLDER));
    }
    groups
}

/// Per cent to one decimal, a half rounded up: in whole numbers, so that no
/// machine rounds otherwise.
fn share(count: i64, population: i64) -> f64 {
    ((2000 * count + population) / (2 * population)) as f64 / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_half_up() {
        for (count, population, expected) in [(1, 8, 12.5), (1, 16, 6.3), (0, 7, 0.0), (2, 3, 66.7), (1, 3, 33.3)] {
            assert!((share(count, population) - expected).abs() < 1e-12, "{count} of {population}");
        }
    }

    #[test]
    fn groups_add_up_to_both_sexes_and_ages() {
        assert_eq!(groups(Sex::Both, Age::FROM_20_TO_65), [MEN, WOMEN, MEN + OLDER, WOMEN + OLDER]);
        assert_eq!(groups(Sex::Women, Age::FROM_20_TO_64), [WOMEN]);
    }
}
