//! What two contents against each other are said to be: every pair of the labour market
//! table under every measure and resolution, from its cells.

use super::{cell_or_mean, plain};
use crate::library::Library;
use faktabank_figures::figure::build;
use faktabank_tables::query::{Measure, contents_of, measures_of};
use faktabank_tables::statistics::{AreaCode, Content, Period, Table};

/// A number under a measure: its cell, a mean or a quotient of means, and what became
/// of that since an earlier period.
fn number(table: &Table, content: Content, area: AreaCode, measure: Measure, [now, then]: [Period; 2]) -> Option<f64> {
    let own = |content, period| cell_or_mean(table, area, content, period);
    let share = |content: Content, period| {
        let population = content.denominator()?;
        Some(100.0 * own(content, period)? / own(population, period)?)
    };
    let plain = |period: Period| match content.ratio() {
        Some((part, whole)) if !table.periods.contains(&period) => {
            Some(100.0 * own(part, period)? / own(whole, period)?)
        }
        None if measure == Measure::Share => share(content, period),
        _ => own(content, period),
    };
    Some(match measure {
        Measure::Count | Measure::Share => plain(now)?,
        Measure::Index => 100.0 * plain(now)? / plain(then)?,
        Measure::Change if content.is_rate() => plain(now)? - plain(then)?,
        Measure::Change => 100.0 * (plain(now)? - plain(then)?) / plain(then)?,
    })
}

/// Pearson's correlation, from the products of the raw sums.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let sum = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let (x, y, xy, xx, yy) = (sum(|p| p.0), sum(|p| p.1), sum(|p| p.0 * p.1), sum(|p| p.0 * p.0), sum(|p| p.1 * p.1));
    (n * xy - x * y) / ((n * xx - x * x).sqrt() * (n * yy - y * y).sqrt())
}

/// The words of a change in a title, in order.
fn changes(title: &str) -> Vec<&'static str> {
    let words = ["ökat mer", "ökat mindre", "minskat mer", "minskat mindre"];
    let mut found: Vec<(usize, &str)> =
        words.iter().flat_map(|word| title.match_indices(word).map(|(at, _)| (at, *word))).collect();
    found.sort_unstable();
    found.into_iter().map(|it| it.1).collect()
}

#[test]
fn what_two_contents_are_to_each_other_is_told_of_what_is_drawn() {
    let library = Library::open();
    let (whole, ..) = library.load("vy=utforska&tabell=bas&omrade=20");
    let contents = contents_of(&whole.table);
    let mut held = [0; 3];
    for resolution in ["manad", "halvar", "ar", "rullande12"] {
        for measure in Measure::ALL {
            let offered: Vec<Content> =
                contents.iter().copied().filter(|it| measures_of(&whole.table, *it).contains(&measure)).collect();
            for (at, x) in offered.iter().enumerate() {
                for y in offered.iter().skip(at + 1).step_by(2) {
                    let link = format!(
                        "tabell=bas&omrade=20&diagram=spridning&innehall={},{}&matt={}&upplosning={resolution}",
                        x.code(),
                        y.code(),
                        measure.code()
                    );
                    let (resolved, _, tables) = library.load(&link);
                    if resolved.what.contents != [*x, *y] || resolved.what.measure != measure {
                        continue;
                    }
                    let figure = build(&resolved, &tables, &library.areas).expect("its table");
                    let title = plain(&figure.headline.title);
                    let table = tables.iter().find(|table| table.id == resolved.table.id).expect("loaded");
                    let now = *resolved.time.periods.last().expect("a period");
                    let then = if measure == Measure::Change {
                        now.years_before(1)
                    } else {
                        *resolved.time.periods.first().expect("a period")
                    };
                    let of = |area: &AreaCode| {
                        let number = |content| number(table, content, *area, measure, [now, then]);
                        Some((number(*x)?, number(*y)?))
                    };
                    let kommuner = table.areas.iter().filter(|area| area.is_municipality());
                    let pairs: Vec<(f64, f64)> = kommuner.filter_map(of).collect();
                    let r = correlation(&pairs);
                    if title.contains("Inget starkt samband") {
                        assert!(r.abs() < 0.5, "{link}: {title}, but {r}");
                        held[0] += 1;
                    } else if title.contains("oftast också") || title.contains("oftast lägre") {
                        assert!(matches!(measure, Measure::Count | Measure::Share), "{link}: {title}, of changes");
                        let together = title.contains("oftast också");
                        assert!(if together { r >= 0.5 } else { r <= -0.5 }, "{link}: {title}, but {r}");
                        held[1] += 1;
                    } else if let [one, other] = changes(&title)[..] {
                        let zero = if measure == Measure::Index { 100.0 } else { 0.0 };
                        let half = pairs.len() / 2;
                        let fell = [
                            pairs.iter().filter(|it| it.0 < zero).count() > half,
                            pairs.iter().filter(|it| it.1 < zero).count() > half,
                        ];
                        assert_eq!([one, other].map(|word| word.starts_with("minskat")), fell, "{link}: {title}");
                        // Upwards is more of a rise and less of a fall.
                        let up = |word: &str| word.starts_with("ökat") == word.ends_with("mer");
                        assert!(if up(one) == up(other) { r >= 0.5 } else { r <= -0.5 }, "{link}: {title}, but {r}");
                        held[2] += 1;
                    } else {
                        assert!(title.contains("i kommunerna"), "{link}: {title}");
                        assert!(measure == Measure::Count, "{link}: {title}");
                    }
                }
            }
        }
    }
    assert!(held.iter().all(|held| *held >= 20), "{held:?} claims were held");
}

#[test]
fn changes_are_not_told_as_levels() {
    let library = Library::open();
    let link = "tabell=bas&diagram=spridning&innehall=arbetslosa,arbetskraftsdeltagande&matt=forandring&upplosning=manad&omrade=20";
    let (resolved, _, tables) = library.load(link);
    let figure = build(&resolved, &tables, &library.areas).expect("its table");
    assert!(!figure.headline.title.contains("högre"), "{}", figure.headline.title);
}

#[test]
fn a_sum_and_its_own_part_are_said_to_be() {
    let library = Library::open();
    for (pair, said) in [
        ("arbetskraften,sysselsatta", "sysselsatta räknas in i arbetskraften"),
        ("arbetsloshet,arbetslosa", "arbetslösa räknas in i arbetslöshet"),
        ("arbetskraftsdeltagande,sysselsatta", "sysselsatta räknas in i arbetskraftsdeltagande"),
    ] {
        let link = format!("tabell=bas&omrade=20&diagram=spridning&innehall={pair}&matt=andel");
        let (resolved, _, tables) = library.load(&link);
        let figure = build(&resolved, &tables, &library.areas).expect("its table");
        assert!(figure.headline.lead.contains(said), "{link}: {}", figure.headline.lead);
    }
}
