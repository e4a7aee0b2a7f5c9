//! Each rule of `measure` on a small table: three kommuner, a year of months.

use super::*;
use crate::measure::{Change, Coverage, change, difference, index, per_cent_change};
use crate::statistics::{Catalogue, Exactness, Label, Provenance, Source, TableId};

const FALUN: AreaCode = AreaCode::Municipality(2080);
const BORLANGE: AreaCode = AreaCode::Municipality(2081);
const VANSBRO: AreaCode = AreaCode::Municipality(2021);
const ALL: [AreaCode; 3] = [FALUN, BORLANGE, VANSBRO];
const NOT_REPORTED: Cell = Err(Missing::NotReported);

fn contents(code: &str) -> Content {
    Catalogue::committed().content(code).expect("a contents")
}

fn period(code: &str) -> Period {
    Period::from_code(code).expect("a code")
}

/// Falun's sickness benefit is the number of the month, Borlänge's and
/// Vansbro's ten and twenty times that; disability benefit is 100, 200 and 20,
/// assistance 50, 80 and 10, populations 1 000, 3 000 and 500. Vansbro's
/// assistance of March is not reported; its total of March stands as printed.
fn table() -> Table {
    let periods: Vec<Period> = period("2024M01").through(period("2024M12")).collect();
    let rows = [(1.0, 100.0, 50.0, 1000.0), (10.0, 200.0, 80.0, 3000.0), (20.0, 20.0, 10.0, 500.0)];
    let mut cells = Vec::new();
    for (sick, disabled, assisted, population) in rows {
        let months = || (1..=12).map(f64::from);
        cells.extend(months().map(|month| Ok(month * sick)));
        cells.extend([Ok(disabled); 12]);
        cells.extend([Ok(assisted); 12]);
        cells.extend(months().map(|month| Ok(month * sick + disabled + assisted)));
        cells.extend([Ok(population); 12]);
    }
    let march_of_vansbro = 2 * 60 + 2;
    cells[march_of_vansbro + 24] = NOT_REPORTED;
    cells[march_of_vansbro + 36] = Ok(60.0 + 20.0);
    Table {
        id: TableId("prov".to_owned()),
        label: Label::default(),
        source: Source::default(),
        provenance: Provenance::Official,
        exactness: Exactness::default(),
        preliminary_from: None,
        perturbed_from: None,
        forecast: None,
        area_notes: Vec::new(),
        notes: Vec::new(),
        areas: ALL.to_vec(),
        contents: vec![
            contents("sjukpenning"),
            contents("sjuk-och-aktivitetsersattning"),
            contents("ekonomiskt-bistand"),
            contents("summa"),
            contents("folkmangd"),
        ],
        sexes: vec![Sex::Both],
        ages: vec![Age::FROM_20_TO_64],
        periods,
        cells,
    }
}

/// A number in short: its value, how many of its areas delivered, `<` if too low.
fn short(number: Number) -> String {
    let value = match number.cell {
        Ok(value) => value.to_string(),
        Err(reason) => reason.key().to_owned(),
    };
    let Coverage { delivered, members } = number.coverage;
    format!("{value} {delivered}/{members}{}", if number.understated { " <" } else { "" })
}

#[test]
fn means_are_over_all_months_of_the_period() {
    let table = table();
    let numbers = Numbers::of(&table);
    for (code, expected) in [("2024M03", 3.0), ("2024H1", 3.5), ("2024H2", 9.5), ("2024", 6.5), ("2024M12R", 6.5)] {
        assert_eq!(numbers.level(contents("sjukpenning"), &[FALUN], period(code)).cell, Ok(expected), "{code}");
    }
    for code in ["2025H1", "2024M06R", "2025M01", "2023"] {
        assert_eq!(
            numbers.level(contents("sjukpenning"), &[FALUN], period(code)).cell,
            Err(Missing::NotAvailable),
            "{code}"
        );
    }
}

/// Half-years that were printed here and there leave gaps: what lies after one is
/// not as far along as it is late.
#[test]
fn periods_are_found_beside_gaps() {
    let mut table = table();
    table.periods = ["2014H1", "2014H2", "2017H1", "2020H2"].map(period).to_vec();
    for (at, period) in table.periods.iter().enumerate() {
        assert_eq!(table.place_of(*period), Some(at), "{period}");
    }
    for code in ["2013H2", "2015H1", "2016H2", "2020H1", "2021H1", "2014M01", "2014"] {
        assert_eq!(table.place_of(period(code)), None, "{code}");
    }
}

#[test]
fn a_count_is_missing_where_a_month_or_a_member_is() {
    let table = table();
    let numbers = Numbers::of(&table);
    let level = |content, members: &[AreaCode], code| short(numbers.level(content, members, period(code)));
    assert_eq!(level(contents("ekonomiskt-bistand"), &[VANSBRO], "2024M03"), "not_reported 0/1");
    assert_eq!(level(contents("ekonomiskt-bistand"), &[VANSBRO], "2024H1"), "not_reported 0/1");
    assert_eq!(level(contents("ekonomiskt-bistand"), &[VANSBRO], "2024H2"), "10 1/1");
    assert_eq!(level(contents("ekonomiskt-bistand"), &ALL, "2024M03"), "not_reported 2/3");
    assert_eq!(level(contents("ekonomiskt-bistand"), &ALL, "2024H1"), "not_reported 2/3");
    assert_eq!(level(contents("ekonomiskt-bistand"), &ALL, "2024M04"), "140 3/3");
    assert_eq!(level(contents("grupp-ekonomiskt-bistand"), &ALL, "2024M03"), "not_reported 2/3");
    assert_eq!(level(contents("grupp-ohalsa"), &ALL, "2024M03"), "413 3/3");
    assert_eq!(level(contents("sjukpenning"), &[], "2024M03"), "not_available 0/0");
}

#[test]
fn a_total_without_assistance_is_too_low_and_says_so() {
    let table = table();
    let numbers = Numbers::of(&table);
    let level = |members: &[AreaCode], code| short(numbers.level(contents("summa"), members, period(code)));
    assert_eq!(level(&[VANSBRO], "2024M03"), "80 0/1 <");
    assert_eq!(level(&[VANSBRO], "2024M04"), "110 1/1");
    // A mean is too low if one of its months is, a sum if one of its members is.
    assert!(level(&[VANSBRO], "2024").ends_with("0/1 <"));
    assert_eq!(level(&[VANSBRO], "2024H2"), "220 1/1");
    assert!(level(&ALL, "2024H1").ends_with("2/3 <"));
    assert_eq!(level(&[FALUN, BORLANGE], "2024M03"), "463 2/2");
    assert_eq!(short(numbers.share(contents("summa"), &[VANSBRO], period("2024M03"))), "16 0/1 <");
}

#[test]
fn shares_are_recomputed_after_sums_and_means() {
    let table = table();
    let numbers = Numbers::of(&table);
    assert_eq!(numbers.share(contents("sjuk-och-aktivitetsersattning"), &[FALUN], period("2024H1")).cell, Ok(10.0));
    // 300 of 4 000, not the mean of 10 and 6.67 per cent.
    assert_eq!(
        numbers.share(contents("sjuk-och-aktivitetsersattning"), &[FALUN, BORLANGE], period("2024M01")).cell,
        Ok(7.5)
    );
}

#[test]
fn a_share_of_several_areas_is_of_those_that_have_both_parts() {
    let mut table = table();
    let numbers = Numbers::of(&table);
    // 130 of 4 000: neither Vansbro's assistance nor its population.
    assert_eq!(short(numbers.share(contents("ekonomiskt-bistand"), &ALL, period("2024M03"))), "3.25 2/3");
    assert_eq!(short(numbers.share(contents("ekonomiskt-bistand"), &[VANSBRO], period("2024M03"))), "not_reported 0/1");
    // Borlänge's population of May is lost: 50 and 10 of 1 500.
    table.cells[60 + 48 + 4] = Err(Missing::NotAvailable);
    let numbers = Numbers::of(&table);
    assert_eq!(short(numbers.share(contents("ekonomiskt-bistand"), &ALL, period("2024M05"))), "4 2/3");
    assert_eq!(
        short(numbers.share(contents("ekonomiskt-bistand"), &[BORLANGE], period("2024M05"))),
        "no_denominator 0/1"
    );
}

#[test]
fn a_borrowed_population_is_a_denominator_where_it_reaches() {
    let whole = table();
    let mut counts = table();
    counts.contents.truncate(2);
    counts.cells = whole.cells[..24].to_vec();
    counts.areas.truncate(1);
    let mut population = whole.clone();
    population.periods = period("2024M07").through(period("2024M12")).collect();
    population.contents = vec![contents("folkmangd")];
    population.cells = vec![Ok(1000.0); 18];
    let alone = Numbers::of(&counts);
    let share = |numbers: Numbers<'_>, code| {
        numbers.share(contents("sjuk-och-aktivitetsersattning"), &[FALUN], period(code)).cell
    };
    assert_eq!(share(alone, "2024M08"), Err(Missing::NoDenominator));
    let borrowing = Numbers { population: Some(&population), ..alone };
    assert!(borrowing.borrows_population(contents("summa")));
    assert_eq!(share(borrowing, "2024M08"), Ok(10.0));
    assert_eq!(share(borrowing, "2024M06"), Err(Missing::NoDenominator));
    assert_eq!(share(borrowing, "2024"), Err(Missing::NoDenominator));
    // Of women alone it knows nothing.
    let women = Numbers { sex: Sex::Women, ..borrowing };
    assert_eq!(share(women, "2024M08"), Err(Missing::NotAvailable));
}

#[test]
fn changes_and_indices_need_their_base() {
    let check = |now, before, difference, per_cent| {
        assert_eq!(change(Ok(now), Ok(before)), Ok(Change { difference, per_cent }));
    };
    check(90.0, 100.0, -10.0, Some(-10.0));
    check(5.0, 0.0, 5.0, None);
    assert_eq!(change(Ok(1.0), NOT_REPORTED), Err(Missing::NotReported));
    assert_eq!(index(Ok(50.0), Ok(200.0)), Ok(25.0));
    assert_eq!(index(Ok(50.0), Ok(0.0)), Err(Missing::NotAvailable));
    assert_eq!(per_cent_change(Ok(50.0), Ok(0.0)), Err(Missing::NotAvailable));
}

#[test]
fn a_change_is_as_uncertain_as_the_worse_of_its_ends() {
    let table = table();
    let numbers = Numbers::of(&table);
    let of = |content, members: &[AreaCode], now, before, compare| {
        let at = |code| numbers.level(content, members, period(code));
        short(at(now).against(at(before), compare))
    };
    let total = contents("summa");
    assert_eq!(of(total, &[VANSBRO], "2024M04", "2024M03", difference), "30 0/1 <");
    assert_eq!(of(total, &[VANSBRO], "2024M03", "2024M04", per_cent_change), "-27.272727272727273 0/1 <");
    assert_eq!(of(total, &ALL, "2024M05", "2024M03", index).split_once(' ').map(|it| it.1), Some("2/3 <"));
    assert_eq!(of(total, &[VANSBRO], "2024M05", "2024M04", difference), "20 1/1");
    assert_eq!(of(contents("ekonomiskt-bistand"), &ALL, "2024M04", "2024M03", per_cent_change), "not_reported 2/3");
}
