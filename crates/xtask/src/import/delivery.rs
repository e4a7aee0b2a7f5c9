//! Ekonomiskt bistånd that a kommun did not deliver: printed by the agency as
//! 0, a reason here. The rule is the domain's; this finds the series to judge.

use super::definition::Definition;
use super::resolve::Shape;
use faktabank_tables::statistics::{AreaCode, Cell, Content, Missing, Period, Sex, not_reported};

/// What one kommun did not report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Silence {
    pub(super) area: AreaCode,
    pub(super) content: Content,
    pub(super) periods: Vec<Period>,
}

/// Replaces zeros that stand for figures never delivered by their reason, for
/// every sex and age span alike, and says which they were.
pub(super) fn mark(definition: &Definition, shape: &Shape, cells: &mut [Cell]) -> Vec<Silence> {
    let mut found = Vec::new();
    let is_judged = |content: &Content| definition.not_reported.iter().any(|code| code == content.code());
    for (content_at, &content) in shape.contents.iter().enumerate().filter(|(_, content)| is_judged(content)) {
        for (area_at, &area) in shape.areas.iter().enumerate() {
            if !area.is_municipality() {
                continue;
            }
            let periods = silent(shape, cells, area_at, content_at);
            for &period in &periods {
                for row in rows(shape, area_at, content_at) {
                    cells[row + period] = Err(Missing::NotReported);
                }
            }
            if !periods.is_empty() {
                let periods = periods.into_iter().map(|at| shape.periods[at]).collect();
                found.push(Silence { area, content, periods });
            }
        }
    }
    found
}

/// The positions of periods that are zero for everybody, and by the months
/// around should not be, in each span of ages.
fn silent(shape: &Shape, cells: &[Cell], area: usize, content: usize) -> Vec<usize> {
    let Some(both) = shape.sexes.iter().position(|sex| *sex == Sex::Both) else { return Vec::new() };
    let mut doubted = vec![true; shape.periods.len()];
    for age in 0..shape.ages.len() {
        let row = row(shape, area, content, both, age);
        // A month without a value says nothing of those around it.
        let known: Vec<(usize, f64)> =
            (0..shape.periods.len()).filter_map(|at| cells[row + at].ok().map(|value| (at, value))).collect();
        let series: Vec<f64> = known.iter().map(|(_, value)| *value).collect();
        let mut of_age = vec![false; shape.periods.len()];
        for ((at, _), doubt) in known.iter().zip(not_reported(&series)) {
            of_age[*at] = doubt;
        }
        doubted.iter_mut().zip(of_age).for_each(|(all, one)| *all &= one);
    }
    let is_zero = |at: &usize| rows(shape, area, content).all(|row| cells[row + at] == Ok(0.0));
    (0..doubted.len()).filter(|at| doubted[*at]).filter(is_zero).collect()
}

fn row(shape: &Shape, area: usize, content: usize, sex: usize, age: usize) -> usize {
    let [of_area, of_content, of_sex, of_age, _] = shape.strides();
    area * of_area + content * of_content + sex * of_sex + age * of_age
}

/// Where the periods of each sex and age span begin.
fn rows(shape: &Shape, area: usize, content: usize) -> impl Iterator<Item = usize> {
    let persons = (0..shape.sexes.len()).flat_map(|sex| (0..shape.ages.len()).map(move |age| (sex, age)));
    persons.map(move |(sex, age)| row(shape, area, content, sex, age))
}
