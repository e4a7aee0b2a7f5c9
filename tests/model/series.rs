//! The series look like life: no jumps, a season, the introduction of those who
//! came in 2015, the pandemic.

use crate::anchors::counts;
use crate::catalogue::contents;
use crate::edition::{ADULTS, MONTHS, model, months};
use faktabank_tables::statistics::{AreaCode, Content};

/// How far a kommun may move against riket from one month to another: a few
/// square roots of its size, since persons come and go by chance, and a part of
/// it, since no kommun moves as riket does.
fn room(size: f64, roots: f64, part: f64) -> f64 {
    roots * size.max(1.0).sqrt() + part * size + 3.0
}

#[test]
fn no_kommun_jumps_from_one_month_to_the_next() {
    let worst = furthest(1, 3.5, 0.06);
    assert!(worst.0 <= 1.0, "{worst:?}");
}

#[test]
fn no_kommun_jumps_from_one_year_to_the_next() {
    let worst = furthest(12, 4.0, 0.2);
    assert!(worst.0 <= 1.0, "{worst:?}");
}

/// The largest part of its room that any kommun's change takes, and where.
fn furthest(step: usize, roots: f64, part: f64) -> (f64, String) {
    let model = model();
    let mut worst = (0.0, String::new());
    for content in counts() {
        let riket = model.printed(AreaCode::Country, content, ADULTS);
        for area in model.municipalities() {
            let series = model.printed(area, content, ADULTS);
            // A month that was not reported is no fall, and its total too low.
            let reported: Vec<bool> =
                model.cells(area, contents("ekonomiskt-bistand"), ADULTS).iter().map(Result::is_ok).collect();
            for (month, next) in (0..MONTHS - step).map(|month| (month, month + step)) {
                if !(reported[month] && reported[next]) {
                    continue;
                }
                let expected = series[month] * riket[next] / riket[month];
                let taken = (series[next] - expected).abs() / room(expected.max(series[next]), roots, part);
                if taken > worst.0 {
                    let moved = format!("{area} {content:?} {month}: {} to {}", series[month], series[next]);
                    worst = (taken, moved);
                }
            }
        }
    }
    worst
}

#[test]
fn the_noise_of_a_kommun_grows_with_its_size_and_is_there() {
    let model = model();
    let content = contents("sjukpenning");
    let riket = model.printed(AreaCode::Country, content, ADULTS);
    for area in model.municipalities() {
        let series = model.printed(area, content, ADULTS);
        let size = series.iter().sum::<f64>() / MONTHS as f64;
        let changes = (1..MONTHS).map(|at| (series[at] - series[at - 1] * riket[at] / riket[at - 1]).powi(2));
        let spread = (changes.sum::<f64>() / (MONTHS - 1) as f64).sqrt() / size.sqrt();
        // √(2 (1 − 0.8)) = 0.6, as of a count of whom a fifth leave each month.
        assert!((0.3..2.0).contains(&spread), "{area}: {spread} of {size}");
    }
}

#[test]
fn the_season_the_introduction_and_the_pandemic_are_there() {
    let model = model();
    let of = |content: Content, period: &str| model.mean(AreaCode::Country, content, &months(period));
    for year in 2014..=2025 {
        let (first, second) =
            (of(contents("summa"), &format!("{year}H1")), of(contents("summa"), &format!("{year}H2")));
        // The pandemic turned the season of 2020 round, and riket's printed
        // shares of 2024 (11.7 in June, 12.1 in the second half) that of 2024.
        assert!(first > second || [2020, 2024].contains(&year), "{year}: {first} {second}");
    }
    let introduction = contents("etableringsersattning");
    let peak = (2014..=2025)
        .max_by(|one, other| of(introduction, &one.to_string()).total_cmp(&of(introduction, &other.to_string())));
    assert_eq!(peak, Some(2017));
    assert!(of(introduction, "2017") > 1.8 * of(introduction, "2014"));
    assert!(of(introduction, "2017") > 5.0 * of(introduction, "2023"));
    let unemployed = contents("arbetsloshetsersattning");
    assert!(of(unemployed, "2020H2") > 1.4 * of(unemployed, "2019H2"));
    assert!(of(contents("summa"), "2020H2") > of(contents("summa"), "2019H2"));
}
