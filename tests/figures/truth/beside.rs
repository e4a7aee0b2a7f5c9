//! What stands beside each other is of one period, or says of which each is: the
//! overview, rankings and fact sheets of areas of every kind.

use super::plain;
use crate::library::Library;
use faktabank_figures::drawing::{Style, option};
use faktabank_figures::figure::{Chart, build, overview, sheet};
use faktabank_tables::statistics::AreaCode;
use std::collections::BTreeSet;

const AREAS: [&str; 9] = [
    "omrade=20",
    "omrade=2081",
    "omrade=2080",
    "omrade=00",
    "omrade=03",
    "omrade=0380",
    "omrade=1440",
    "omrade=2584",
    "omrade=forbund:norra-dalarna",
];

/// The years that a text names.
fn years(text: &str) -> BTreeSet<&str> {
    let words = text.split(|letter: char| !letter.is_ascii_digit());
    words.filter(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))).collect()
}

#[test]
fn riket_stands_beside_an_area_in_one_period() {
    let library = Library::open();
    let mut told = 0;
    for link in AREAS {
        let (resolved, edition, tables) = library.load(link);
        let overview = overview(&resolved, edition, &tables, &library.areas).expect("its table");
        let Some(country) = overview.country else { continue };
        let sentence = plain(&country.sentence);
        assert_eq!(years(&sentence).len(), 1, "{link}: {sentence}");
        told += 1;
    }
    assert!(told > 0, "no area has riket beside it");
}

/// By the cells: 12,9 and 12,4 per cent are those of one half-year.
#[test]
fn the_shares_of_dalarna_and_of_riket_are_of_one_half_year() {
    let library = Library::open();
    let (resolved, edition, tables) = library.load("");
    let country = overview(&resolved, edition, &tables, &library.areas).expect("its table").country.expect("riket");
    let table = tables.iter().find(|it| it.id.0 == "helarsekvivalenter-publicerat").expect("loaded");
    let content = *table.contents.iter().find(|it| it.code() == "andel").expect("shares");
    let share = |area, at: usize| super::cell_or_mean(table, area, content, table.periods[at]);
    let both = |at: &usize| Some((share(AreaCode::County(20), *at)?, share(AreaCode::Country, *at)?));
    let newest = (0..table.periods.len()).rev().find_map(|at| both(&at)).expect("a half-year of both");
    let words = |value: f64| format!("{value:.1} procent").replace('.', ",");
    let sentence = plain(&country.sentence);
    assert!(sentence.contains(&words(newest.0)) && sentence.contains(&words(newest.1)), "{sentence}, not {newest:?}");
}

#[test]
fn kommuner_of_several_periods_say_that_they_cannot_be_compared() {
    let library = Library::open();
    let (mut one, mut several) = (0, 0);
    for link in AREAS {
        let (resolved, edition, tables) = library.load(link);
        let Some(list) = overview(&resolved, edition, &tables, &library.areas).expect("its table").kommuner else {
            continue;
        };
        let shares = || list.rows.iter().filter_map(|row| row.share.as_ref());
        let periods: BTreeSet<&String> = shares().map(|it| &it.1).collect();
        let says = list.caption.contains("av olika perioder");
        assert_eq!(says, periods.len() > 1, "{link}: {periods:?} under {}", list.caption);
        assert!(shares().all(|it| !it.1.is_empty()), "{link}: each number has its period");
        *(if says { &mut several } else { &mut one }) += 1;
    }
    assert!(one + several > 2, "{one} and {several}");
}

#[test]
fn key_numbers_and_places_say_their_period_where_it_is_another() {
    let library = Library::open();
    for link in AREAS {
        let (resolved, edition, tables) = library.load(&format!("{link}&vy=omrade"));
        let sheet = sheet(&resolved, edition, &tables, &library.areas).expect("its table");
        let newest = years(&plain(&sheet.status)).into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
        for place in &sheet.standings {
            assert!(!years(&plain(&place.note)).is_empty(), "{link}: {place:?} of no period");
            assert!(place.label.contains("högst först") || place.label.contains("lägst först"), "{link}: {place:?}");
        }
        // Numbers of other tables stand after those of the figure.
        let told = |key: &faktabank_figures::figure::KeyNumber| plain(&[key.label.as_str(), " ", &key.note].concat());
        for key in sheet.keys.iter().skip(1).filter(|key| key.number.contains('%')) {
            let said = told(key);
            let of_figure = said.contains("på ett år") || said.contains("procentenheter");
            assert!(of_figure || !years(&said).is_empty() || newest.is_empty(), "{link}: {said}");
        }
        if let Some(support) = &sheet.support {
            assert!(!years(&plain(&support.title)).is_empty(), "{link}: {}", support.title);
        }
    }
}

#[test]
fn superseded_figures_say_so_with_the_newer_one() {
    let library = Library::open();
    let (resolved, edition, tables) = library.load("omrade=2081&vy=omrade");
    let sheet = sheet(&resolved, edition, &tables, &library.areas).expect("its table");
    let lead = plain(&sheet.support.expect("what was printed").lead);
    assert!(lead.contains("äldre version av tabellen") && lead.contains("från 12,9 till 12,6 procent"), "{lead}");
    assert!(sheet.keys.iter().any(|key| key.note.contains("andra halvåret 2022, äldre version")), "{:?}", sheet.keys);
}

/// A bar without a number has `..` and the reason in its place.
#[test]
fn bars_without_a_number_are_never_blank() {
    let library = Library::open();
    let link = "vy=utforska&tabell=helarsekvivalenter-publicerat&diagram=stapel&matt=andel&omrade=2081,2062,20";
    let (resolved, _, tables) = library.load(link);
    let figure = build(&resolved, &tables, &library.areas).expect("its table");
    let Some(chart) = figure.chart else { panic!("no bars") };
    let Chart::Bars(bars) = &*chart else { panic!("no bars") };
    let blank = bars.bars.iter().filter(|bar| bar.point.value.is_err()).count();
    assert!(blank > 0, "all have a number");
    let drawn = option(&chart, Style { dark: false, compact: false, height: 396, patterns: false });
    assert_eq!(drawn.matches("\".. ").count(), blank, "{drawn}");
}

/// What was printed is shown: riket in 2020.
#[test]
fn a_published_share_stands_as_published() {
    let library = Library::open();
    let (resolved, _, tables) =
        library.load("vy=utforska&tabell=helarsekvivalenter-riket&omrade=00&innehall=summa&matt=andel");
    let figure = build(&resolved, &tables, &library.areas).expect("its table");
    let table = tables.iter().find(|it| it.id == resolved.table.id).expect("loaded");
    let printed = *table.contents.iter().find(|it| it.code() == "andel").expect("shares");
    let mut held = 0;
    for row in &figure.table.rows {
        let year = row.key.code();
        let period = faktabank_tables::statistics::Period::from_code(&year).expect("a year");
        let Some(share) = super::cell_or_mean(table, AreaCode::Country, printed, period) else { continue };
        assert_eq!(row.cells[0].value, Ok(share), "{year}");
        held += usize::from(year == "2020" && plain(&row.cells[0].text) == "13,5 %");
    }
    assert_eq!(held, 1);
}
