//! Tables of other shapes, by the definitions that ship: BAS, with a variable
//! more, and folkmängd, with single years of age and no totals.

use crate::catalogue::{catalogue, contents};
use crate::edition::edition;
use crate::server::{Kind, Server, Setup, Table};
use crate::tables::{labour_market, population, population_by_month};
use crate::tool::Place;
use faktabank_tables::json_stat::read_table;
use faktabank_tables::statistics::{Age, AreaCode, Period, Sex, TableId};

/// The cell of a table in an edition.
fn cell(place: &Place, table: &str, codes: [&str; 5]) -> Option<f64> {
    let entry = edition(place, "prov").unwrap().table(&TableId(table.to_owned())).unwrap().clone();
    let [area, content, sex, age, period] = codes;
    let (area, content) = (AreaCode::from_code(area).unwrap(), contents(content));
    let (sex, age) = (Sex::from_code(sex).unwrap(), Age::from_code(age).unwrap());
    let holds = |shard: &&faktabank_tables::snapshot::Shard| {
        shard.areas.contains(&area) && shard.sexes.contains(&sex) && shard.ages.contains(&age)
    };
    let shard = entry.shards.iter().find(holds).expect("a file with the cell");
    let part = read_table(&place.files()[&shard.file.file], catalogue()).unwrap();
    part.cell(area, content, sex, age, Period::from_code(period).unwrap()).ok()
}

#[test]
fn bas_is_imported_whole() {
    let table = labour_market(2);
    let server = Server::start(Setup::of([table.clone()]));
    let place = Place::new();
    // The edition that is there has more months than this server.
    let outcome = place.import(&server, &["--table", "TAB6260", "--edition", "prov", "--accept-warnings"]);
    outcome.must_succeed();
    assert!(outcome.said.contains("checks: everything adds up"), "{}", outcome.said);
    // SCB calls all of it preliminary.
    assert!(outcome.said.contains("preliminary: 2020M01–2020M02"), "{}", outcome.said);
    assert_eq!(place.findings(), "");
    let check = |region: &str, (code, ours): (&str, &str), sex: &str, age: &str, tenths: bool| {
        let expected = f64::from(table.cell(&[region, sex, age, "tot", code, "2020M02"]));
        let found = cell(&place, "bas", [region, ours, sex, age, "2020M02"]);
        assert_eq!(found, Some(if tenths { expected / 10.0 } else { expected }), "{region} {ours} {sex} {age}");
    };
    for region in ["00", "20", "0114", "2584"] {
        check(region, ("000006SJ", "folkmangd"), "1+2", "20-64", false);
        check(region, ("000006SK", "sysselsatta"), "1", "20-65", false);
        check(region, ("000006SM", "arbetskraften"), "2", "20-64", false);
        check(region, ("000006SO", "pensionarer"), "1+2", "20-65", false);
        check(region, ("000006SS", "arbetsloshet"), "1+2", "20-64", true);
    }
    // Only the total of countries of birth was asked for: a third of what there is.
    let asked: usize = server.record().of(Kind::Data).iter().map(|call| call.cells).sum();
    assert_eq!(asked, table.size() / 3 / 3 * 2);
}

#[test]
fn folkmangd_is_summed_over_the_ages_of_the_explorer() {
    let table = population(2);
    let server = Server::start(Setup::of([table.clone()]));
    let place = Place::new();
    place.import(&server, &["--table", "TAB638", "--edition", "prov"]).must_succeed();
    assert_eq!(place.findings(), "");
    for (region, sexes) in [("00", ["1", "2"].as_slice()), ("20", &["1"]), ("2080", &["2"]), ("2080", &["1", "2"])] {
        for (last, age) in [(64, "20-64"), (65, "20-65")] {
            let ours = if let [one] = sexes { one } else { "1+2" };
            let found = cell(&place, "folkmangd", [region, "folkmangd", ours, age, "2024"]);
            assert_eq!(found, Some(f64::from(persons(&table, region, sexes, last))), "{region} {ours} {age}");
        }
    }
}

#[test]
fn folkmangd_by_month_is_imported_with_its_random_changes() {
    let table = population_by_month(2);
    let server = Server::start(Setup::of([table.clone()]));
    let place = Place::new();
    let outcome = place.import(&server, &["--table", "TAB6471", "--edition", "prov"]);
    outcome.must_succeed();
    assert!(outcome.said.contains("checks: everything adds up"), "{}", outcome.said);
    assert!(outcome.said.contains("preliminary: nothing"), "{}", outcome.said);
    assert_eq!(place.findings(), "");
    for (region, sex) in [("00", "1+2"), ("20", "1"), ("2080", "2"), ("2584", "1+2")] {
        for (last, age) in [(64, "20-64"), (65, "20-65")] {
            let ages = (20..=last).map(|age| age.to_string());
            let persons: i32 = ages.map(|age| table.cell(&[region, &age, sex, "000007SF", "2025M02"])).sum();
            let found = cell(&place, "folkmangd-manad", [region, "folkmangd", sex, age, "2025M02"]);
            assert_eq!(found, Some(f64::from(persons)), "{region} {sex} {age}");
        }
    }
}

/// Persons from 20 years to an age, in 2024.
fn persons(table: &Table, region: &str, sexes: &[&str], last: usize) -> i32 {
    let mut sum = 0;
    for age in (20..=last).map(|age| age.to_string()) {
        for sex in sexes {
            for status in ["OG", "G"] {
                sum += table.cell(&[region, status, &age, sex, "BE0101N1", "2024"]);
            }
        }
    }
    sum
}
