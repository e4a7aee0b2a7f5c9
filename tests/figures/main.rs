//! Figures, headlines and overviews of links, from the committed data, held
//! as snapshots: what a link shows is what the snapshot of its name says.

#![allow(clippy::expect_used, reason = "a test that meets the impossible should stop")]

mod about;
mod alike;
mod apart;
mod bundle;
#[path = "../catalogue.rs"]
mod catalogue;
mod colours;
mod comparisons;
mod describe;
mod drawings;
mod edition;
mod exports;
mod groups;
mod headlines;
mod languages;
mod library;
mod links;
mod modelled;
mod orders;
mod pairs;
mod questions;
mod selections;
mod sentences;
mod sheets;
mod topics;
mod truth;
mod walks;
mod whole_table;

use describe::{figure, options, overview};
use faktabank_figures::drawing::Style;
use faktabank_figures::figure::gallery::figures;
use faktabank_figures::figure::{build, is_over_time, without_events};
use faktabank_tables::query::{is_of_figure, needs};
use library::Library;

#[test]
fn figures_show_what_their_links_ask_for() {
    let library = Library::open();
    for (name, link) in figures() {
        insta::assert_snapshot!(name, figure(&library, link));
    }
}

#[test]
fn figures_speak_english() {
    let library = Library::open();
    for (name, link) in figures() {
        insta::assert_snapshot!(format!("{name}-en"), figure(&library, &format!("{link}&sprak=en")));
    }
}

/// The page draws it before the rest is here.
#[test]
fn a_figure_over_time_needs_nothing_of_what_stands_around_it() {
    let library = Library::open();
    let starts = ["", "omrade=2081", "omrade=00", "omrade=03&kon=2", "vy=oversikt&tabell=bas&omrade=2062"];
    let mut drawn = 0;
    for link in figures().map(|(_, link)| link).chain(starts) {
        let (resolved, edition, tables) = library.load(link);
        if is_over_time(&resolved) {
            let parts = needs(&resolved, edition);
            let mut own = parts.clone();
            own.retain(|(entry, shard)| is_of_figure(&resolved, entry, shard));
            drawn += usize::from(own.len() < parts.len());
            let figure = build(&resolved, &library.tables(own), &library.areas);
            assert_eq!(figure, build(&resolved, &tables, &library.areas), "{link}");
        }
    }
    assert!(drawn >= 4, "{drawn} figures have something around them");
}

#[test]
fn events_that_did_not_come_are_told() {
    let library = Library::open();
    let (resolved, _, tables) = library.load("vy=utforska&innehall=summa&handelser=1");
    let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
    let told = without_events(&figure, "Filen handelser.json finns inte på servern.", resolved.language);
    let [first, ..] = &told.caption.notes[..] else { panic!("a note") };
    assert_eq!(
        first,
        "Händelserna kunde inte hämtas, så inga är markerade. Filen handelser.json finns inte på servern. Bocka ur rutan och i den igen för att försöka på nytt."
    );
    assert_eq!(told.chart, figure.chart);
}

#[test]
fn the_overview_of_an_area() {
    let library = Library::open();
    for (name, link) in [
        ("oversikt", ""),
        ("oversikt-en", "sprak=en"),
        ("oversikt-2024-12", "utgava=2024-12"),
        ("oversikt-2081", "omrade=2081"),
        ("oversikt-riket", "omrade=00"),
        ("oversikt-uppsala", "omrade=0380"),
        ("oversikt-uppsala-kvinnor", "omrade=03&kon=2"),
        ("oversikt-forbund", "omrade=forbund:norra-dalarna"),
    ] {
        insta::assert_snapshot!(name, overview(&library, link));
    }
}

#[test]
fn the_axis_of_periods_names_those_that_have_words() {
    let library = Library::open();
    let mut named = 0;
    for (name, link) in figures() {
        let (resolved, _, tables) = library.load(link);
        let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
        let Some((time, _)) = figure.chart.as_deref().and_then(|chart| chart.over_time()) else { continue };
        let said = time.period_labels.iter().enumerate().filter(|(_, label)| !label.is_empty());
        let said: Vec<_> = said.map(|(at, _)| serde_json::json!(at)).collect();
        let style = Style { dark: false, compact: false, height: 396, patterns: false };
        let option: serde_json::Value = serde_json::from_str(&options(&library, link, style)).expect("JSON");
        assert_eq!(option["xAxis"][0]["axisLabel"]["customValues"], serde_json::Value::from(said), "{name}");
        named += 1;
    }
    assert!(named >= 10, "{named} charts over time");
}

#[test]
fn chart_options_are_plain_json() {
    let library = Library::open();
    let style = |dark, compact, patterns| Style { dark, compact, height: 396, patterns };
    for (name, link, style) in [
        ("val-linje", "vy=utforska&innehall=summa,sjukpenning&tid=2023H1..", style(false, false, false)),
        ("val-yta-liten", "vy=utforska&diagram=yta&tid=2024H1..", style(true, true, true)),
        ("val-yta", "vy=utforska&diagram=yta&tid=2024H1..", style(false, false, false)),
        ("val-linje-handelser", "vy=utforska&innehall=summa&handelser=1", style(false, false, false)),
        (
            "val-linje-handelser-liten",
            "vy=utforska&innehall=summa&upplosning=manad&handelser=1",
            style(false, true, true),
        ),
        (
            "val-linje-riket",
            "vy=jamfor&omrade=2039,2080&innehall=arbetsloshet&upplosning=ar&riket=1",
            style(false, false, false),
        ),
        ("val-stapel", "vy=jamfor&diagram=stapel&innehall=arbetsloshet", style(false, false, false)),
        ("val-forandring", "vy=jamfor&diagram=forandring&omrade=2031,2085", style(true, false, false)),
    ] {
        insta::assert_snapshot!(name, options(&library, link, style));
    }
}
