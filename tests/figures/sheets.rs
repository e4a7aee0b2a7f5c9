//! Fact sheets of areas, held as snapshots in both languages, from the
//! committed data and from the model.

use crate::describe;
use crate::edition::HandMade;
use crate::library::Library;
use faktabank_figures::figure::{KeyNumber, SeriesKey, Sheet, sheet};
use faktabank_tables::statistics::{AreaCode, Cell};
use std::fmt::Write as _;

/// Everything that a reader would meet on a sheet.
fn words(link: &str, sheet: &Sheet) -> String {
    let mut text = format!("?{link}\n{} ({})\n{}\n", sheet.place, sheet.kind, sheet.status);
    describe::write_figure(&mut text, &sheet.figure);
    let keys = |text: &mut String, keys: &[KeyNumber]| {
        for key in keys {
            writeln!(text, "{} | {} | {}", key.number, key.label, key.note).expect("text");
        }
    };
    text.push_str("\n# Nyckeltal\n");
    keys(&mut text, &sheet.keys);
    text.push_str("\n# Plats\n");
    keys(&mut text, &sheet.standings);
    if let Some(support) = &sheet.support {
        write!(text, "\n# {}\n{}\n{}", support.title, support.lead, support.source).expect("text");
        describe::write_table(&mut text, &support.table);
    }
    if let Some(plan) = &sheet.plan {
        writeln!(text, "\n# Plan {} {:?}\n{}\n{:?}", plan.base, plan.per_cent, plan.sentence, plan.years)
            .expect("text");
        describe::write_chart(&mut text, &faktabank_figures::figure::Chart::Lines(plan.chart.clone()));
    }
    for member in &sheet.members {
        writeln!(text, "{} ?{}", member.name, member.link).expect("text");
    }
    writeln!(text, "{}", sheet.imprint).expect("text");
    text
}

fn of(library: &Library, link: &str) -> Sheet {
    let (resolved, edition, tables) = library.load(link);
    sheet(&resolved, edition, &tables, &library.areas).expect("its table is loaded")
}

#[test]
fn the_fact_sheet_of_an_area() {
    let library = Library::open();
    for (name, link) in [
        ("omrade-dalarna", "vy=omrade"),
        ("omrade-2081", "vy=omrade&omrade=2081"),
        ("omrade-2080", "vy=omrade&omrade=2080"),
        ("omrade-riket", "vy=omrade&omrade=00"),
        ("omrade-forbund", "vy=omrade&omrade=forbund:falun-borlange"),
        ("omrade-uppsala-kvinnor", "vy=omrade&omrade=0380&kon=2"),
        ("omrade-dalarna-mal", "vy=omrade&basar=2019&mal=15"),
    ] {
        insta::assert_snapshot!(name, words(link, &of(&library, link)));
        let english = format!("{link}&sprak=en");
        insta::assert_snapshot!(format!("{name}-en"), words(&english, &of(&library, &english)));
    }
}

#[test]
fn the_fact_sheet_of_a_whole_table() {
    let edition = HandMade::new(&Library::open().areas, true);
    for (name, link) in [
        ("omrade-hel-2081", "vy=omrade&omrade=2081&utgava=prov"),
        ("omrade-hel-grupp", "vy=omrade&omrade=grupp:Mina(2080+2081)&mal=5&basar=2023&utgava=prov"),
    ] {
        let (resolved, entry, tables) = edition.load(link);
        let sheet = sheet(&resolved, entry, tables, edition.areas()).expect("its table is loaded");
        insta::assert_snapshot!(name, words(link, &sheet));
    }
}

/// In the model every kommun is there, so that the place among all of them can
/// be counted here in another way.
#[test]
fn the_place_among_all_kommuner_is_what_their_shares_give() {
    let library = Library::with_model();
    let (resolved, edition, tables) = library.load_as("vy=omrade&omrade=2081&utgava=modell", true);
    let all = sheet(&resolved, edition, &tables, &library.areas).expect("its table is loaded");
    // What a sheet shows at first is of its own län, and says that there is more.
    let first = of(&library, "vy=omrade&omrade=2081&utgava=modell");
    assert!(first.more_places && !all.more_places);
    assert_eq!(first.standings, all.standings[..1]);
    let sheet = all;
    let ranking = "vy=utforska&diagram=stapel&innehall=summa&matt=andel&omrade=2081&utgava=modell";
    let (resolved, _, tables) = library.load(ranking);
    let figure = faktabank_figures::figure::build(&resolved, &tables, &library.areas).expect("its table is loaded");
    let shown = |code: &str| -> Cell {
        let row = figure.table.rows.iter().find(|row| row.key.code().starts_with(code)).expect("the kommun");
        row.cells[0].value.map(|value| (value * 10.0).round())
    };
    let own = shown("2081").expect("a share");
    let place = |within: &str| {
        let kommuner = figure
            .table
            .rows
            .iter()
            .filter(|row| row.key.series().and_then(SeriesKey::area).is_some_and(AreaCode::is_municipality));
        let others = kommuner.filter(|row| row.key.code().starts_with(within) && row.cells[0].mark.key().is_none());
        let values: Vec<f64> = others.filter_map(|row| shown(&row.key.code()).ok()).collect();
        format!("{} av {}", values.iter().filter(|value| **value > own).count() + 1, values.len())
    };
    let numbers: Vec<&str> = sheet.standings.iter().map(|standing| standing.number.as_str()).collect();
    assert_eq!(numbers, [place("20"), place("")]);
    let [in_county, in_country] = &sheet.standings[..] else { panic!("two places") };
    assert!(in_county.label.contains("Dalarna") && in_country.label.contains("i landet"), "{:?}", sheet.standings);
}
