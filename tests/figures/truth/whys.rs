//! What the change of a sum is mainly of: the parts that are named are those that moved
//! most its way, and their sizes are those of the cells.

use super::{cell_or_mean, plain};
use crate::library::Library;
use faktabank_figures::figure::build;
use faktabank_tables::statistics::Period;

/// The sizes in a sentence: the numbers before "fler" and "färre" in brackets.
fn sizes(sentence: &str) -> Vec<(f64, bool)> {
    let inside = sentence.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    let size = |words: &str| {
        let (number, more) = words.rsplit_once(' ')?;
        Some((number.replace(' ', "").parse().ok()?, more == "fler"))
    };
    inside.filter_map(size).collect()
}

#[test]
fn what_changed_is_told_by_the_sums_own_arithmetic() {
    let library = Library::open();
    let mut told = 0;
    for (base, whole) in [
        ("vy=utforska&diagram=yta", "summa"),
        ("vy=utforska&diagram=yta&upplosning=ar", "summa"),
        ("vy=utforska&innehall=summa&upplosning=manad", "summa"),
        ("vy=utforska&tabell=helarsekvivalenter-riket&diagram=yta&omrade=00", "summa"),
    ] {
        let (all, ..) = library.load(base);
        for &to in &all.time.all {
            let link = format!("{base}&tid=..{to}");
            let (resolved, _, tables) = library.load(&link);
            let lead = plain(&build(&resolved, &tables, &library.areas).expect("its table").headline.lead);
            let Some(at) = lead.find("beror främst på") else { continue };
            let table = tables.iter().find(|table| table.id == resolved.table.id).expect("loaded");
            let area = resolved.places[0].code().expect("one area");
            let content = |code: &str| *table.contents.iter().find(|it| it.code() == code).expect("a contents");
            let now = *resolved.time.periods.last().expect("a period");
            let change = |code: &str, now: Period| {
                let at = |period| cell_or_mean(table, area, content(code), period).expect("a number");
                at(now) - at(now.years_before(1))
            };
            let net = change(whole, now);
            let start = lead[..at].rfind(". ").map_or(0, |at| at + 2);
            let sentence = lead[start..].split(". ").next().expect("a sentence");
            assert_eq!(sentence.starts_with("Ökningen"), net > 0.0, "{link}: {sentence}");
            let parts = [
                "sjuk-och-aktivitetsersattning",
                "sjukpenning",
                "arbetsmarknadsatgarder",
                "arbetsloshetsersattning",
                "etableringsersattning",
                "ekonomiskt-bistand",
            ];
            let mut moved: Vec<f64> = parts.iter().map(|part| change(part, now)).collect();
            moved.sort_by(|one, other| if net > 0.0 { other.total_cmp(one) } else { one.total_cmp(other) });
            let named = sizes(sentence);
            let (with, against): (Vec<_>, Vec<_>) = named.iter().partition(|it| it.1 == (net > 0.0));
            // Largest first, each as large as it is, to the ten that the reading bears.
            for ((size, _), moved) in with.iter().zip(&moved) {
                assert!((size - moved.abs()).abs() <= 5.5, "{link}: {sentence}, but {moved}");
            }
            let gross: f64 = moved.iter().filter(|it| (**it > 0.0) == (net > 0.0)).map(|it| it.abs()).sum();
            let sum: f64 = with.iter().map(|it| it.0).sum();
            assert!(!with.is_empty() && sum >= 0.5 * gross - 20.0, "{link}: {sentence}, {sum} of {gross}");
            assert!(with.len() == 1 || sum - with[with.len() - 1].0 <= 0.5 * gross + 20.0, "{link}: {sentence}");
            if let [(size, _)] = against[..] {
                let last = moved[moved.len() - 1];
                assert!((size - last.abs()).abs() <= 5.5 && (last > 0.0) != (net > 0.0), "{link}: {sentence}");
            }
            told += 1;
        }
    }
    assert!(told > 40, "{told} were told");
}

#[test]
fn the_newest_fall_is_mainly_of_two_benefits() {
    let library = Library::open();
    let (resolved, _, tables) = library.load("");
    let lead = plain(&build(&resolved, &tables, &library.areas).expect("its table").headline.lead);
    // 2 970 − 2 420 and 5 195 − 4 714; 1 876 − 1 773 the other way; 18 427 − 17 452.
    assert!(lead.contains("Minskningen på ett år, 970 helårspersoner, beror främst på att färre deltar i arbetsmarknadsåtgärder (550 färre) och färre försörjs av sjukpenning (480 färre), medan fler försörjs av arbetslöshetsersättning (100 fler)."), "{lead}");
}
