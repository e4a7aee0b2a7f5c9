//! How figures are drawn when nobody has said how: rankings by rank, which they say; small
//! charts each on a scale of its own where one scale would make most of them flat; an
//! event with the figures around it.

use super::{cell_or_mean, plain};
use crate::library::Library;
use faktabank_figures::figure::{Chart, Figure, build, with_events};
use faktabank_tables::query::{Resolved, Scales};
use faktabank_tables::snapshot::read_events;
use faktabank_tables::statistics::{Period, Table};
use std::fs;
use std::path::Path;

fn figure(library: &Library, link: &str) -> (Resolved, Vec<Table>, Figure) {
    let (resolved, _, tables) = library.load(link);
    let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
    (resolved, tables, figure)
}

#[test]
fn rankings_are_in_order_of_rank_and_say_so() {
    let library = Library::open();
    for (link, ranked) in [
        ("vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=stapel&omrade=2080,2081", true),
        ("omrade=2081&vy=utforska&tabell=ekonomiskt-bistand-kronor&diagram=stapel", true),
        ("vy=utforska&amne=ohalsa&diagram=stapel&omrade=00", true),
        ("vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=stapel&ordning=namn", false),
    ] {
        let (_, _, figure) = figure(&library, link);
        let Some(Chart::Bars(chart)) = figure.chart.as_deref() else { panic!("{link} has no bars") };
        let values: Vec<f64> = chart.bars.iter().filter_map(|bar| bar.point.value.ok()).collect();
        assert!(values.len() > 14, "{link} has {} bars", values.len());
        assert_eq!(values.is_sorted_by(|one, other| one >= other), ranked, "{link}");
        let says = figure.caption.notes.iter().any(|note| note == "Ordnat från högst till lägst.");
        assert_eq!(says, ranked, "{link}: {:?}", figure.caption.notes);
        // Those without a number come last.
        assert!(chart.bars.iter().skip(values.len()).all(|bar| bar.point.value.is_err()) || !ranked, "{link}");
    }
}

#[test]
fn small_charts_open_on_the_scale_that_shows_how_each_moves() {
    let library = Library::open();
    let mut own = 0;
    for link in [
        "vy=utforska&diagram=smadiagram",
        "vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=smadiagram&upplosning=ar",
        "tabell=bas&omrade=2080,2081,2084,00&innehall=sjuka&matt=andel&diagram=smadiagram",
        "omrade=2062,2080&tabell=ohalsotal&diagram=smadiagram",
        "omrade=2062,2080&tabell=bas&innehall=sysselsatta&diagram=smadiagram",
    ] {
        let charts = |link: &str| match figure(&library, link).2.chart.as_deref() {
            Some(Chart::Small(charts)) => charts.clone(),
            _ => panic!("{link} has no small charts"),
        };
        let shared = charts(&format!("{link}&skala=gemensam"));
        assert_eq!(shared.scales, Scales::Shared, "{link}: what is asked for is shown");
        assert_eq!(charts(&format!("{link}&skala=egen")).scales, Scales::Own, "{link}");
        let axis = &shared.panels[0].axis;
        assert!(shared.panels.iter().all(|panel| panel.axis.max == axis.max && panel.axis.min == axis.min), "{link}");
        // How many of them move over less than 15 per cent of the height.
        let moves = |points: &[f64]| {
            let (mut low, mut high) = (points[0], points[0]);
            for &point in points {
                low = low.min(point);
                high = high.max(point);
            }
            (high - low) / (axis.max - axis.min)
        };
        let flat = shared.panels.iter().filter(|panel| {
            let points: Vec<f64> = panel.points.iter().filter_map(|point| point.value.ok()).collect();
            points.is_empty() || moves(&points) < 0.15
        });
        let is_flat = flat.count() * 2 > shared.panels.len();
        assert_eq!(charts(link).scales == Scales::Own, is_flat, "{link}");
        own += usize::from(is_flat);
    }
    assert!((1..5).contains(&own), "{own} of 5 open on scales of their own");
}

#[test]
fn an_event_is_told_with_the_figures_around_it() {
    let library = Library::open();
    let file = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/handelser.json")).expect("a committed file");
    let events = read_events(&file).expect("sound events");
    let link = "vy=utforska&tabell=bas&omrade=2081&innehall=arbetsloshet&upplosning=manad";
    let (resolved, tables, figure) = figure(&library, link);
    let told = with_events(&figure, &events, resolved.language);
    let note = told.caption.notes.iter().map(|note| plain(note)).find(|note| note.contains("WHO")).expect("a note");
    let rate = |month: &str| {
        let month = Period::from_code(month).expect("a month");
        let area = resolved.places[0].code().expect("a kommun");
        cell_or_mean(&tables[0], area, resolved.what.contents[0], month).expect("a rate")
    };
    let said = |value: f64| format!("{value:.1} %").replace('.', ",");
    let (before, after) = (said(rate("2020M02")), said(rate("2021M02")));
    let expected = format!("Arbetslöshet: {before} i februari 2020 och {after} i februari 2021.");
    assert!(note.ends_with(&expected), "{note:?} does not end with {expected:?}");
}
