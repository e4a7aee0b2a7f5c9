//! Everything adds up, as it does in SCB's table.

use crate::anchors::benefits;
use crate::catalogue::contents;
use crate::edition::{MONTHS, model};
use faktabank_tables::statistics::{Age, AreaCode, Content, Missing, Sex, not_reported};

const ASSISTANCE: &str = "ekonomiskt-bistand";

const AGES: [Age; 2] = [Age::FROM_20_TO_64, Age::FROM_20_TO_65];

/// The counts: all contents but the share.
fn counts() -> impl Iterator<Item = Content> {
    benefits().into_iter().chain([contents("summa"), contents("folkmangd")])
}

fn whos() -> impl Iterator<Item = (Sex, Age)> {
    Sex::ALL.into_iter().flat_map(|sex| AGES.map(|age| (sex, age)))
}

#[test]
fn counts_are_whole_and_never_below_zero() {
    let model = model();
    for area in model.entry.areas() {
        for (content, who) in counts().flat_map(|content| whos().map(move |who| (content, who))) {
            for value in model.printed(area, content, who) {
                assert!(value >= 0.0 && value.fract() == 0.0, "{area} {content:?} {who:?}: {value}");
            }
        }
    }
}

#[test]
fn benefits_add_up_to_the_total_and_shares_are_of_it() {
    let model = model();
    for (area, who) in model.entry.areas().into_iter().flat_map(|area| whos().map(move |who| (area, who))) {
        let parts: Vec<Vec<f64>> = benefits().iter().map(|content| model.printed(area, *content, who)).collect();
        let total = model.printed(area, contents("summa"), who);
        let population = model.printed(area, contents("folkmangd"), who);
        let share = model.printed(area, contents("andel"), who);
        for month in 0..MONTHS {
            assert_eq!(parts.iter().map(|part| part[month]).sum::<f64>(), total[month], "{area} {who:?} {month}");
            let exact = 100.0 * total[month] / population[month];
            assert!((exact - share[month]).abs() <= 0.05 + 1e-9, "{area} {who:?} {month}: {exact} {}", share[month]);
        }
    }
}

#[test]
fn women_and_men_add_up_and_nobody_of_20_to_64_is_missing_from_20_to_65() {
    let model = model();
    for (area, content) in model.entry.areas().into_iter().flat_map(|area| counts().map(move |content| (area, content)))
    {
        for age in AGES {
            let of = |sex| model.printed(area, content, (sex, age));
            let (both, men, women) = (of(Sex::Both), of(Sex::Men), of(Sex::Women));
            let sum: Vec<f64> = men.iter().zip(&women).map(|(men, women)| men + women).collect();
            assert_eq!(sum, both, "{area} {content:?} {age:?}");
        }
        for sex in Sex::ALL {
            let younger = model.printed(area, content, (sex, Age::FROM_20_TO_64));
            let all = model.printed(area, content, (sex, Age::FROM_20_TO_65));
            assert!(younger.iter().zip(&all).all(|(younger, all)| younger <= all), "{area} {content:?} {sex:?}");
        }
    }
}

#[test]
fn kommuner_add_up_to_riket() {
    let model = model();
    for (content, who) in counts().flat_map(|content| whos().map(move |who| (content, who))) {
        let mut sum = vec![0.0; MONTHS];
        for area in model.municipalities() {
            sum.iter_mut().zip(model.printed(area, content, who)).for_each(|(sum, value)| *sum += value);
        }
        assert_eq!(sum, model.printed(AreaCode::Country, content, who), "{content:?} {who:?}");
    }
}

#[test]
fn what_was_not_reported_is_missing_for_everybody_and_found_again_in_zeros() {
    let model = model();
    let mut stretches = 0;
    for area in model.entry.areas() {
        let both = model.cells(area, contents(ASSISTANCE), (Sex::Both, Age::FROM_20_TO_64));
        let missing: Vec<bool> = both.iter().map(|cell| *cell == Err(Missing::NotReported)).collect();
        assert!(both.iter().all(|cell| cell.is_ok() || *cell == Err(Missing::NotReported)), "{area}");
        stretches += missing.windows(2).filter(|pair| !pair[0] && pair[1]).count();
        for who in whos() {
            let found: Vec<bool> = model.cells(area, contents(ASSISTANCE), who).iter().map(Result::is_err).collect();
            assert_eq!(found, missing, "{area} {who:?}");
            for content in counts().filter(|content| content.code() != ASSISTANCE) {
                assert!(model.cells(area, content, who).iter().all(Result::is_ok), "{area} {content:?}");
            }
        }
        // Printed as SCB does, as zeros, the same months would be found.
        let printed = model.printed(area, contents(ASSISTANCE), (Sex::Both, Age::FROM_20_TO_64));
        assert_eq!(not_reported(&printed), missing, "{area}");
    }
    assert!((10..=20).contains(&stretches), "{stretches}");
}
