//! A record is one of its time: of the newest figures against all of them, of earlier
//! ones against what was before, and said as over.

use super::{cell_or_mean, plain, rounded};
use crate::library::Library;
use faktabank_figures::figure::build;
use faktabank_tables::query::Resolved;
use faktabank_tables::statistics::{Period, Table};

/// Figures of one place and contents over time that are no shares of counts.
const LINKS: [&str; 14] = [
    "vy=utforska&innehall=summa",
    "vy=utforska&innehall=summa&upplosning=ar",
    "vy=utforska&innehall=summa&upplosning=rullande12",
    "vy=utforska&innehall=sjukpenning",
    "vy=utforska&innehall=sjuk-och-aktivitetsersattning",
    "vy=utforska&innehall=arbetsmarknadsatgarder",
    "vy=utforska&innehall=arbetsloshetsersattning&upplosning=ar",
    "vy=utforska&innehall=etableringsersattning",
    "vy=utforska&tabell=bas&omrade=2061&innehall=folkmangd",
    "vy=utforska&tabell=bas&omrade=2081&innehall=arbetslosa&upplosning=halvar",
    "vy=utforska&tabell=helarsekvivalenter-riket&omrade=00&innehall=sjukpenning",
    "vy=utforska&tabell=forvarvsarbetande&omrade=2039&innehall=forvarvsarbetande&matt=antal",
    "vy=utforska&tabell=ohalsotal&omrade=2062",
    "vy=utforska&tabell=arbetsloshet&omrade=2081",
];

enum Claim {
    /// Of all that is known.
    IsLowest,
    IsHighest,
    /// Of what was before.
    WasLowest,
    WasHighest,
}

fn claim(title: &str) -> Option<Claim> {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let (low, high) = (has(&["lägsta", "Färre", "färre"]), has(&["högsta", "Fler", "fler"]));
    if !has(&["lägsta", "högsta", "än någon gång"]) || low == high {
        return None;
    }
    let over = has(&[" var ", "tidigare"]);
    Some(match (over, low) {
        (false, true) => Claim::IsLowest,
        (false, false) => Claim::IsHighest,
        (true, true) => Claim::WasLowest,
        (true, false) => Claim::WasHighest,
    })
}

/// All numbers of the figure's place and contents, as they are shown.
fn numbers(resolved: &Resolved, table: &Table) -> Vec<(Period, f64)> {
    let content = resolved.what.contents[0];
    let area = resolved.places[0].code().expect("one area");
    let decimals = if content.is_rate() { 1 } else { i32::try_from(content.decimals()).expect("few") };
    let value = |&period: &Period| Some((period, rounded(cell_or_mean(table, area, content, period)?, decimals)));
    resolved.time.all.iter().filter_map(value).collect()
}

#[test]
fn records_are_of_their_time() {
    let library = Library::open();
    let (mut now, mut then) = (0, 0);
    for link in LINKS {
        let (whole, ..) = library.load(link);
        for &to in whole.time.all.iter().skip(whole.time.all.len() / 3) {
            let link = format!("{link}&tid=..{to}");
            let (resolved, _, tables) = library.load(&link);
            assert_eq!(resolved.notices, [], "{link}");
            let title = plain(&build(&resolved, &tables, &library.areas).expect("its table").headline.title);
            let Some(claim) = claim(&title) else { continue };
            let table = tables.iter().find(|table| table.id == resolved.table.id).expect("loaded");
            let all = numbers(&resolved, table);
            let told = resolved.time.periods.last().copied().expect("a period");
            let value = all.iter().find(|it| it.0 == told).expect("its number").1;
            let others = |before: bool| {
                all.iter().filter(move |it| it.0 != told && (!before || it.0 < told)).map(|it| it.1).collect::<Vec<_>>()
            };
            match claim {
                Claim::IsLowest => assert!(others(false).iter().all(|it| *it > value), "{link}: {title}"),
                Claim::IsHighest => assert!(others(false).iter().all(|it| *it < value), "{link}: {title}"),
                Claim::WasLowest => assert!(others(true).iter().all(|it| *it > value), "{link}: {title}"),
                Claim::WasHighest => assert!(others(true).iter().all(|it| *it < value), "{link}: {title}"),
            }
            *(if matches!(claim, Claim::IsLowest | Claim::IsHighest) { &mut now } else { &mut then }) += 1;
        }
    }
    assert!(now >= 5 && then >= 30, "{now} records of now and {then} of then were held");
}
