//! Folkmängd against SCB's populations.

use crate::anchors::rows;
use crate::catalogue::contents;
use crate::edition::{ADULTS, model, months, place};
use faktabank_tables::statistics::{Age, AreaCode, Period, Sex};

#[test]
fn riket_and_dalarnas_kommuner_are_those_of_bas_from_2020() {
    let model = model();
    let mut compared = 0;
    for row in rows("bas.csv") {
        let (area, period) = (row.area(), Period::from_code(row.text("period")).unwrap());
        // Dalarna itself is the sum of its kommuner; SCB's noise makes it differ by a few.
        if area == AreaCode::DALARNA || place(period) >= 144 {
            continue;
        }
        let found = model.printed(area, contents("folkmangd"), ADULTS)[place(period)];
        assert_eq!(Some(found), row.number("folkmangd"), "{area} {period}");
        compared += 1;
    }
    assert_eq!(compared, 16 * 72);
}

#[test]
fn dalarna_is_bas_but_for_the_noise_of_a_few_persons() {
    for row in rows("bas.csv").iter().filter(|row| row.area() == AreaCode::DALARNA) {
        let period = Period::from_code(row.text("period")).unwrap();
        if place(period) < 144 {
            let month = place(period)..place(period) + 1;
            let found = model().mean(AreaCode::DALARNA, contents("folkmangd"), &month);
            let distance = (found - row.number("folkmangd").unwrap()).abs();
            assert!(distance <= 15.0, "{period}: {distance}");
        }
    }
}

#[test]
fn riket_is_scbs_at_the_end_of_each_year_before() {
    for row in rows("helarsekvivalenter-riket.csv") {
        let year: i32 = row.text("period").parse().unwrap();
        if (2014..2020).contains(&year) {
            let december = place(Period::month(year, 12).unwrap());
            let found = model().printed(AreaCode::Country, contents("folkmangd"), ADULTS)[december];
            assert_eq!(Some(found), row.number("folkmangd"), "{year}");
        }
    }
}

/// The estimate keeps between what is known of a kommun: more than all ages
/// less those to 19 and from 75 would need no one of 65–74 years.
#[test]
fn every_kommun_keeps_within_its_known_ages() {
    let mut compared = 0;
    for row in rows("folkmangd-kommuner.csv") {
        let year: i32 = row.text("period").parse().unwrap();
        let (Some(all), Some(young), Some(old)) = (row.number("alla"), row.number("till-19"), row.number("fran-75"))
        else {
            continue;
        };
        if year < 2014 {
            continue;
        }
        let december = place(Period::month(year, 12).unwrap());
        let found = model().printed(row.area(), contents("folkmangd"), ADULTS)[december];
        let most = all - young - old;
        assert!(found < 0.95 * most && found > 0.68 * most, "{} {year}: {found} of {most}", row.area());
        compared += 1;
    }
    assert_eq!(compared, 2 * 290);
}

#[test]
fn uppsala_lans_kommuner_give_the_printed_shares_by_sex() {
    let window = months("2025M06R");
    for row in rows("helarsekvivalenter-uppsala.csv").iter().filter(|row| row.text("sex") != "1+2") {
        let who = (Sex::from_code(row.text("sex")).unwrap(), Age::FROM_20_TO_65);
        let mean = |content| model().printed(row.area(), content, who)[window.clone()].iter().sum::<f64>();
        let share = 100.0 * mean(contents("summa")) / mean(contents("folkmangd"));
        let printed = row.number("andel").unwrap();
        assert!((share - printed).abs() <= 0.05 + 1e-9, "{} {who:?}: {share} is not {printed}", row.area());
    }
}
