//! Each rule of `measure` on a small table: two areas, a year of months.

use super::*;
use crate::statistics::{Benefit, BenefitGroup, Exactness, Label, Provenance, Source, TableId};

const FALUN: AreaCode = AreaCode::Municipality(2080);
const BORLANGE: AreaCode = AreaCode::Municipality(2081);
const SICK: Content = Content::Benefit(Benefit::SicknessBenefit);
const DISABLED: Content = Content::Benefit(Benefit::DisabilityBenefit);

fn period(code: &str) -> Period {
    Period::from_code(code).expect("a code")
}

/// Falun's sickness benefit is the number of the month, Borlänge's ten times
/// that; disability benefit is 100 and 200; populations 1 000 and 3 000.
fn table() -> Table {
    let contents = vec![SICK, DISABLED, Content::Population];
    let periods: Vec<Period> = period("2024M01").through(period("2024M12")).collect();
    let rows = [(1.0, 100.0, 1000.0), (10.0, 200.0, 3000.0)];
    let mut cells = Vec::new();
    for (sick, disabled, population) in rows {
        cells.extend((1..=12).map(|month| Ok(f64::from(month) * sick)));
        cells.extend([Ok(disabled); 12]);
        cells.extend([Ok(population); 12]);
    }
    Table {
        id: TableId("prov".to_owned()),
        label: Label::default(),
        source: Source::default(),
        provenance: Provenance::Official,
        exactness: Exactness::default(),
        preliminary_from: None,
        notes: Vec::new(),
        areas: vec![FALUN, BORLANGE],
        contents,
        sexes: vec![Sex::Both],
        ages: vec![Age::From20To64],
        periods,
        cells,
    }
}

#[test]
fn means_are_over_all_months_of_the_period() {
    let table = table();
    let numbers = Numbers::of(&table);
    for (code, expected) in [("2024M03", 3.0), ("2024H1", 3.5), ("2024H2", 9.5), ("2024", 6.5), ("2024M12R", 6.5)] {
        assert_eq!(numbers.level(SICK, &[FALUN], period(code)), Ok(expected), "{code}");
    }
    assert_eq!(numbers.level(SICK, &[FALUN], period("2025H1")), Err(Missing::NotAvailable));
    assert_eq!(numbers.level(SICK, &[FALUN], period("2024M06R")), Err(Missing::NotAvailable));
}

#[test]
fn a_missing_month_leaves_no_mean_and_a_missing_member_no_sum() {
    let mut table = table();
    table.cells[2] = Err(Missing::NotReported);
    let numbers = Numbers::of(&table);
    assert_eq!(numbers.level(SICK, &[FALUN], period("2024H1")), Err(Missing::NotReported));
    assert_eq!(numbers.level(SICK, &[FALUN], period("2024H2")), Ok(9.5));
    assert_eq!(numbers.level(SICK, &[FALUN, BORLANGE], period("2024M03")), Err(Missing::NotReported));
    assert_eq!(numbers.level(SICK, &[FALUN, BORLANGE], period("2024M04")), Ok(44.0));
    let group = Content::Group(BenefitGroup::IllHealth);
    assert_eq!(numbers.level(group, &[FALUN], period("2024M03")), Err(Missing::NotReported));
    assert_eq!(numbers.level(group, &[FALUN], period("2024M04")), Ok(104.0));
}

#[test]
fn shares_are_recomputed_after_sums_and_means() {
    let table = table();
    let numbers = Numbers::of(&table);
    assert_eq!(numbers.share(DISABLED, &[FALUN], period("2024H1")), Ok(10.0));
    // 300 of 4 000, not the mean of 10 and 6.67 per cent.
    assert_eq!(numbers.share(DISABLED, &[FALUN, BORLANGE], period("2024M01")), Ok(7.5));
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
    population.contents = vec![Content::Population];
    population.cells = vec![Ok(1000.0); 12];
    let alone = Numbers::of(&counts);
    assert_eq!(alone.share(DISABLED, &[FALUN], period("2024M08")), Err(Missing::NoDenominator));
    let borrowing = alone.with_population(Some(&population));
    assert!(borrowing.borrows_population());
    assert_eq!(borrowing.share(DISABLED, &[FALUN], period("2024M08")), Ok(10.0));
    assert_eq!(borrowing.share(DISABLED, &[FALUN], period("2024M06")), Err(Missing::NoDenominator));
    assert_eq!(borrowing.share(DISABLED, &[FALUN], period("2024")), Err(Missing::NoDenominator));
}

#[test]
fn changes_and_indices_need_their_base() {
    let check = |now, before, difference, per_cent| {
        assert_eq!(change(Ok(now), Ok(before)), Ok(Change { difference, per_cent }));
    };
    check(90.0, 100.0, -10.0, Some(-10.0));
    check(5.0, 0.0, 5.0, None);
    assert_eq!(change(Ok(1.0), Err(Missing::NotReported)), Err(Missing::NotReported));
    assert_eq!(index(Ok(50.0), Ok(200.0)), Ok(25.0));
    assert_eq!(index(Ok(50.0), Ok(0.0)), Err(Missing::NotAvailable));
    assert_eq!(per_cent_change(Ok(50.0), Ok(0.0)), Err(Missing::NotAvailable));
}
