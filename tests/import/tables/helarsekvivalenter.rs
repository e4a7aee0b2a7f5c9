//! A table in the shape of TAB1386: riket and every kommun by sex, age span,
//! contents and month, with kommuner that did not deliver ekonomiskt bistånd.

use super::chance::below;
use super::{months, municipalities};
use crate::server::{Elimination, Table, Variable};

/// The contents, in an order that is not ours; SCB's misspelling is SCB's.
const CONTENTS: [(&str, &str, &str, usize); 9] = [
    ("0000018G", "Andel av befolkningen", "procent", 1),
    ("0000018H", "Arbetsmarknadsåtgärder", "antal", 0),
    ("0000018I", "Etableringsersättning", "antal", 0),
    ("0000018J", "Arbetslöshetsersättning", "antal", 0),
    ("0000018K", "Sjukpenning", "antal", 0),
    ("0000018L", "Ekonomiskt bistånd", "antal", 0),
    ("0000018M", "Sjuk- och aktivitetsersersättning", "antal", 0),
    ("0000018N", "Summa helårsekvivalenter", "antal", 0),
    ("0000018O", "Folkmängd", "antal", 0),
];
const SHARE: usize = 0;
const PROGRAMMES: usize = 1;
const INTRODUCTION: usize = 2;
const UNEMPLOYMENT: usize = 3;
const ASSISTANCE: usize = 5;
const SUM: usize = 7;
const POPULATION: usize = 8;
/// The six benefits.
const BENEFITS: std::ops::RangeInclusive<usize> = 1..=6;

/// Full-year equivalents per 10 000 inhabitants, by contents.
const RATE: [u64; 9] = [0, 190, 55, 120, 230, 210, 330, 0, 0];
/// How each month of the year stands to the year's mean, per thousand.
const SEASON: [u64; 12] = [1040, 1035, 1030, 1015, 1005, 990, 960, 955, 975, 990, 1000, 1005];

/// The first month of SCB's table.
const START: &str = "2014M01";
/// The smallest kommun of all, where nobody had ekonomiskt bistånd at times.
const TINY: &str = "2403";

/// Such a table, of some of its months.
#[derive(Clone, Debug)]
pub(crate) struct Helarsekvivalenter {
    /// Its first month.
    pub(crate) first: &'static str,
    /// How many months.
    pub(crate) months: usize,
    /// The newest months that SCB has as yet: a former state of the table
    /// has arbetsmarknadsåtgärder higher by so many per thousand from a month on.
    pub(crate) former: Option<(&'static str, u64)>,
    /// Each cell rounded by itself, as figures are that people make; sums of
    /// what is printed then differ a little from the sums that are printed.
    pub(crate) rounded: bool,
}

impl Helarsekvivalenter {
    /// The whole table.
    pub(crate) const FULL: Self = Self { first: START, months: 144, former: None, rounded: false };
    /// The newest half-year.
    pub(crate) const HALF_YEAR: Self = Self { first: "2025M07", months: 6, former: None, rounded: false };
    /// Two of its years.
    pub(crate) const TWO_YEARS: Self = Self { first: "2024M01", months: 24, former: None, rounded: false };

    /// The arguments of an import of it: a table that begins later than a former
    /// edition would else be one of which months are gone.
    pub(crate) const fn arguments(&self) -> [&'static str; 4] {
        ["--from", self.first, "--edition", "prov"]
    }

    /// The table.
    pub(crate) fn table(&self) -> Table {
        let kommuner = municipalities();
        let periods = months(self.first, self.months);
        let mut regions = vec![("00", "Riket")];
        regions.extend(kommuner.iter().map(|(code, name)| (code.as_str(), name.as_str())));
        let variables = vec![
            Variable::new("Region", "region", &regions).eliminated_by(Elimination::Total("00")),
            Variable::new("Kon", "kön", &[("1", "män"), ("2", "kvinnor"), ("1+2", "män och kvinnor totalt")])
                .eliminated_by(Elimination::Total("1+2")),
            Variable::new("Aldersgrupp", "åldersgrupp", &[("20-64", "20–64 år"), ("20-65", "20–65 år")]),
            Variable::contents(&CONTENTS),
            Variable::time("månad", &periods),
        ];
        let mut riket = vec![0; self.hundredths_per_area()];
        let mut cells = Vec::new();
        for (index, (code, _)) in kommuner.iter().enumerate() {
            let area = self.area(index as u64, code);
            riket.iter_mut().zip(&area).for_each(|(sum, part)| *sum += part);
            cells.extend(self.printed(&area));
        }
        cells.splice(..0, self.printed(&riket));
        Table {
            id: "TAB1386",
            label: "Helårsekvivalenter efter region, kön, åldersgrupp, tabellinnehåll och månad",
            matrix: "HE0000T02N2",
            updated: "2026-03-24T07:00:00Z".to_owned(),
            notes: vec![
                ("Uppgifterna för det senaste året är preliminära.", true),
                ("För kommuner som inte levererat uppgifter om ekonomiskt bistånd redovisas värdet 0.", true),
                ("Personer som saknar kommuntillhörighet ingår inte.", false),
            ],
            variables,
            cells,
        }
    }

    /// The kommuner and months whose ekonomiskt bistånd was not delivered.
    pub(crate) fn undelivered(&self) -> Vec<(String, String)> {
        let mut missing = Vec::new();
        for (index, (code, _)) in municipalities().into_iter().enumerate() {
            for (at, period) in months(self.first, self.months).into_iter().enumerate() {
                if self.is_undelivered(index as u64, &code, at) {
                    missing.push((code.clone(), period));
                }
            }
        }
        missing
    }

    /// One kommun in fifteen has a gap of one to three months: the first of
    /// them at the very beginning, the second at the very end.
    fn is_undelivered(&self, kommun: u64, code: &str, month: usize) -> bool {
        let start = match kommun {
            4 => 0,
            19 => self.months as u64 - 1,
            _ => below(self.months as u64, &[kommun, 71]),
        };
        let gap = start..start + 1 + below(3, &[kommun, 72]);
        kommun % 15 == 4 && code != TINY && gap.contains(&(month as u64))
    }

    const fn hundredths_per_area(&self) -> usize {
        3 * 2 * CONTENTS.len() * self.months
    }

    const fn position(&self, sex: usize, age: usize, content: usize, month: usize) -> usize {
        ((sex * 2 + age) * CONTENTS.len() + content) * self.months + month
    }

    /// All counts of a kommun in hundredths of a person; no shares.
    fn area(&self, kommun: u64, code: &str) -> Vec<u64> {
        let since_start = faktabank_tables::statistics::Period::from_code(self.first)
            .zip(faktabank_tables::statistics::Period::from_code(START))
            .map_or(0, |(first, start)| u64::try_from(first.since(start)).unwrap_or_default());
        let former = self.former.and_then(|(from, more)| {
            Some((months(self.first, self.months).iter().position(|month| month == from)?, more))
        });
        let mut cells = vec![0; self.hundredths_per_area()];
        for month in 0..self.months {
            let absolute = since_start + month as u64;
            for sex in 0..2 {
                let mut sums = [0; 2];
                for content in BENEFITS {
                    let mut count = hundredths(kommun, code, sex as u64, content, absolute);
                    if let Some((from, more)) = former
                        && content == PROGRAMMES
                        && month >= from
                    {
                        count = count * (1000 + more) / 1000;
                    }
                    if content == ASSISTANCE && self.is_undelivered(kommun, code, month) {
                        count = 0;
                    }
                    // Those of 65 years: fewer for each benefit than of other ages.
                    for (age, mut count) in [count, count + count * 15 / 1000].into_iter().enumerate() {
                        if !self.rounded {
                            count -= count % 100;
                        }
                        cells[self.position(sex, age, content, month)] = count;
                        sums[age] += count;
                    }
                }
                let people = population(kommun, code, sex as u64, absolute);
                for (age, people) in [people, people + people * 22 / 1000].into_iter().enumerate() {
                    cells[self.position(sex, age, SUM, month)] = sums[age];
                    cells[self.position(sex, age, POPULATION, month)] = people * 100;
                }
            }
        }
        let (of_a_sex, both) = cells.split_at_mut(self.position(2, 0, 0, 0));
        let (men, women) = of_a_sex.split_at(of_a_sex.len() / 2);
        both.iter_mut().zip(men.iter().zip(women)).for_each(|(both, (men, women))| *both = men + women);
        cells
    }

    /// The counts as whole numbers, and the shares in tenths of a per cent.
    fn printed(&self, hundredths: &[u64]) -> Vec<i32> {
        let whole = |number: u64| i32::try_from(number).expect("a number of people");
        let mut cells: Vec<i32> = hundredths.iter().map(|count| whole((count + 50) / 100)).collect();
        for sex in 0..3 {
            for age in 0..2 {
                for month in 0..self.months {
                    let sum = hundredths[self.position(sex, age, SUM, month)];
                    let people = hundredths[self.position(sex, age, POPULATION, month)];
                    cells[self.position(sex, age, SHARE, month)] = whole((2000 * sum / people).div_ceil(2));
                }
            }
        }
        cells
    }
}

/// Inhabitants of 20–64 years of one sex.
fn population(kommun: u64, code: &str, sex: u64, month: u64) -> u64 {
    if code == TINY {
        return 560 + sex * 20 + month / 12;
    }
    // Many small kommuner and a few large ones.
    let chance = below(1000, &[kommun, 1]) as f64 / 1000.0;
    let size = 900.0 + 260_000.0 * chance.powi(24);
    let growth = below(160, &[kommun, 2]) * month / 144;
    (size as u64) * (960 + growth) * (1010 - 20 * sex) / 1_000_000
}

/// Full-year equivalents of one benefit, 20–64 years, one sex, in hundredths.
fn hundredths(kommun: u64, code: &str, sex: u64, content: usize, month: u64) -> u64 {
    let benefit = content as u64;
    if code == TINY && content == ASSISTANCE {
        // Nobody, or one or two: a zero that is one.
        return 100 * below(3, &[sex, month, 3]);
    }
    let (year, of_year) = (2014 + month / 12, usize::try_from(month % 12).unwrap_or_default());
    let bent = match (content, year, of_year) {
        // Those who came in 2015 were introduced until 2017.
        (INTRODUCTION, 2015, _) => 1500,
        (INTRODUCTION, 2016..=2017, _) => 2400,
        (INTRODUCTION, 2018, _) => 1600,
        (UNEMPLOYMENT, 2020, 3..) | (UNEMPLOYMENT, 2021, ..6) => 1500,
        _ => 1000,
    };
    let level = 700 + below(600, &[kommun, benefit, 4]);
    let jitter = 985 + below(31, &[kommun, benefit, sex, month]);
    let drift = 1100 - month;
    let rate = RATE[content] * level * SEASON[of_year] / 1000 * bent / 1000 * jitter / 1000 * drift / 1000;
    population(kommun, code, sex, month) * rate / 100_000
}

#[test]
fn all_of_it_adds_up() {
    let table = Helarsekvivalenter::TWO_YEARS.table();
    assert_eq!(table.cells.len(), table.size());
    let regions: Vec<_> = table.variables[0].values.iter().map(|value| value.code.clone()).collect();
    let benefits = &CONTENTS[1..=6];
    for month in ["2024M01", "2025M12"] {
        for (code, ..) in CONTENTS.iter().skip(1) {
            let cell = |region: &str, sex| table.cell(&[region, sex, "20-65", code, month]);
            for region in &regions {
                assert_eq!(cell(region, "1") + cell(region, "2"), cell(region, "1+2"), "{region} {code}");
            }
            let sum: i32 = regions[1..].iter().map(|region| cell(region, "1+2")).sum();
            assert_eq!(sum, cell("00", "1+2"), "{code}");
        }
        for region in &regions {
            let cell = |code| table.cell(&[region, "2", "20-64", code, month]);
            let (sum, people) = (cell("0000018N"), cell("0000018O"));
            assert_eq!(benefits.iter().map(|(code, ..)| cell(code)).sum::<i32>(), sum, "{region}");
            let share = 1000.0 * f64::from(sum) / f64::from(people);
            assert!((f64::from(cell("0000018G")) - share).abs() <= 0.5, "{region}");
            assert!((20..400).contains(&cell("0000018G")), "{region}: {}", cell("0000018G"));
        }
    }
    // Sweden has about six million inhabitants of these ages.
    let riket = table.cell(&["00", "1+2", "20-64", "0000018O", "2024M01"]);
    assert!((5_000_000..7_000_000).contains(&riket), "{riket}");
}

#[test]
fn what_was_not_delivered_is_printed_as_zero_and_some_zeros_are_genuine() {
    let shape = Helarsekvivalenter::TWO_YEARS;
    let table = shape.table();
    let missing = shape.undelivered();
    assert!((20..100).contains(&missing.len()), "{}", missing.len());
    assert!(missing.iter().any(|(_, month)| month == "2024M01") && missing.iter().any(|(_, month)| month == "2025M12"));
    for (region, month) in &missing {
        for (sex, age) in [("1", "20-64"), ("2", "20-65"), ("1+2", "20-64")] {
            assert_eq!(table.cell(&[region, sex, age, "0000018L", month]), 0, "{region} {month}");
        }
    }
    let tiny = months("2024M01", 24).into_iter().map(|month| table.cell(&[TINY, "1+2", "20-64", "0000018L", &month]));
    assert!(tiny.clone().any(|cell| cell == 0) && tiny.clone().any(|cell| cell > 0), "{:?}", tiny.collect::<Vec<_>>());
    let zeros = |region: &&str| {
        let is_zero = |month: &String| table.cell(&[region, "1+2", "20-64", "0000018L", month]) == 0;
        months("2024M01", 24).iter().any(is_zero)
    };
    let regions = table.variables[0].values.iter().map(|value| value.code.as_str());
    let with_zeros: Vec<_> = regions.filter(zeros).filter(|region| *region != TINY).collect();
    assert!(with_zeros.iter().all(|region| missing.iter().any(|(code, _)| code == region)), "{with_zeros:?}");
}

#[test]
fn figures_rounded_by_themselves_add_up_nearly() {
    let rounded = Helarsekvivalenter { rounded: true, ..Helarsekvivalenter::TWO_YEARS }.table();
    let cell = |region, code| rounded.cell(&[region, "1", "20-64", code, "2024M05"]);
    let off: Vec<_> = ["00", "2080", "0180", "2403", "1480"]
        .map(|region| {
            CONTENTS[1..=6].iter().map(|(code, ..)| cell(region, code)).sum::<i32>() - cell(region, "0000018N")
        })
        .into_iter()
        .collect();
    assert!(off.iter().any(|off| *off != 0) && off.iter().all(|off| off.abs() <= 3), "{off:?}");
}
