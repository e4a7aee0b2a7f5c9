//! Every table that can be imported, with figures of the test's own that add up as
//! the agency's do, and a gross error in one cell at a time: each is found.

use super::*;
use crate::import::definition::{FILE, all, parse};
use crate::{project, topics};
use faktabank_tables::statistics::{Age, AreaCode, Period};

/// Kommuner of two län; riket is these alone.
const KOMMUNER: [u16; 6] = [2080, 2081, 2084, 2101, 2104, 2180];

/// Numbers that look like chance and are the same on every run (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((word ^ (word >> 31)) % limit as u64).unwrap()
    }
}

fn shape(definition: &Definition) -> Shape {
    let is_taken = |area: &AreaCode| definition.areas.iter().any(|kind| kind.area() == area.kind());
    let kommuner = KOMMUNER.map(AreaCode::Municipality);
    let above = ["00", "20", "21"].into_iter().filter_map(AreaCode::from_code);
    Shape {
        areas: above.chain(kommuner).filter(is_taken).collect(),
        contents: all(&definition.contents, "contents", |code| topics::committed().content(code)).unwrap(),
        sexes: all(&definition.sexes, "sex", Sex::from_code).unwrap(),
        ages: all(&definition.ages, "age", Age::from_code).unwrap(),
        periods: (1..=3).filter_map(|month| Period::month(2026, month)).collect(),
    }
}

/// What each contents is the sum of, if it is one, in this table.
fn parts(definition: &Definition, shape: &Shape, content: Content) -> Vec<Content> {
    let here = definition.sums.iter().find(|sum| sum.total == content.code());
    let named = |code: &String| shape.contents.iter().copied().find(|known| known.code() == code).unwrap();
    here.map_or_else(|| content.parts().collect(), |sum| sum.parts.iter().map(named).collect())
}

/// How many persons a contents counts in some kommuner, for one sex and a span of ages.
fn persons(definition: &Definition, shape: &Shape, content: Content, kommun: usize, sex: usize, age: usize) -> f64 {
    let parts = parts(definition, shape, content);
    if !parts.is_empty() {
        return parts.iter().map(|part| persons(definition, shape, *part, kommun, sex, age)).sum();
    }
    let place = shape.contents.iter().position(|known| *known == content).unwrap();
    let most = if content.is_population() { 90_000 } else { 3_000 };
    let people = most / 2 + Chance((kommun * 100 + place * 10 + sex) as u64).below(most);
    (people + age * people / 50) as f64
}

fn cells(definition: &Definition, shape: &Shape) -> Vec<Cell> {
    let mut chance = Chance(7);
    let mut cells = vec![Ok(0.0); shape.cells()];
    let [per_area, per_content, per_sex, per_age, _] = shape.strides();
    let members = |area: AreaCode| {
        let is_in = move |kommun: &usize| {
            let code = AreaCode::Municipality(KOMMUNER[*kommun]);
            area == code || area.kind() == AreaKind::Country || code.county() == Some(area)
        };
        (0..KOMMUNER.len()).filter(is_in).collect::<Vec<_>>()
    };
    for (area_at, area) in shape.areas.iter().enumerate() {
        for (sex_at, sex) in shape.sexes.iter().enumerate() {
            let sexes: Vec<usize> = if *sex == Sex::Both { vec![1, 2] } else { vec![*sex as usize] };
            for (age, period) in (0..shape.ages.len()).flat_map(|age| (0..3).map(move |period| (age, period))) {
                let row = area_at * per_area + sex_at * per_sex + age * per_age + period;
                for (at, content) in shape.contents.iter().enumerate().filter(|(_, content)| !content.is_rate()) {
                    let one = |kommun: &usize| -> f64 {
                        sexes.iter().map(|sex| persons(definition, shape, *content, *kommun, *sex, age)).sum()
                    };
                    // What keeps persons secret, of the size that the definition gives.
                    let altered = (chance.below(7) as f64 - 3.0) / 2.0 * definition.noise;
                    cells[row + at * per_content] = Ok(members(*area).iter().map(one).sum::<f64>() + altered.round());
                }
                for (at, content) in shape.contents.iter().enumerate() {
                    let Some((of, by)) = content.ratio() else { continue };
                    let to = |content: Content| shape.contents.iter().position(|known| *known == content).unwrap();
                    let count = |content| cells[row + to(content) * per_content].unwrap();
                    let share = (1000.0 * count(of) / count(by)).round() / 10.0;
                    cells[row + at * per_content] = Ok(share);
                }
            }
        }
    }
    cells
}

#[test]
fn a_gross_error_in_any_table_is_found() {
    let text = std::fs::read_to_string(project::root().join("data").join(FILE)).unwrap();
    for definition in parse(&text).unwrap() {
        let shape = shape(&definition);
        let whole = cells(&definition, &shape);
        let found = verify(&definition, &shape, &whole);
        assert!(found.findings.is_empty() && found.not_made.is_empty(), "{}: {found:?}", definition.id);
        let mut chance = Chance(60);
        let mut missed = Vec::new();
        for round in 0..60 {
            let cell = chance.below(whole.len());
            let was = whole[cell].unwrap();
            let is = match round % 5 {
                0 => was * 10.0,
                1 => (was / 10.0).round(),
                2 => 0.0,
                3 => was + 3000.0,
                _ => was * 1.5,
            };
            let mut cells = whole.clone();
            cells[cell] = Ok(is);
            if verify(&definition, &shape, &cells).findings.is_empty() {
                missed.push(format!("{}: {was} as {is}", shape.name(cell)));
            }
        }
        assert!(missed.is_empty(), "{}: {missed:#?}", definition.id);
    }
}
