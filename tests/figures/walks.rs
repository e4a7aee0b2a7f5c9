//! Every figure walked by its keys: every place is reached, what is said there is short
//! and whole, and docs/accessibility.md says the same.

use crate::library::Library;
use faktabank_figures::figure::gallery::figures;
use faktabank_figures::figure::walk::{Key, MOST, Spot, Step, Walk};
use faktabank_figures::figure::{Chart, Figure, Point, build};
use faktabank_figures::text::walking;
use faktabank_tables::snapshot::read_boundaries;
use faktabank_tables::statistics::{Boundaries, Language};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn outlines() -> Boundaries {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/geo/kommuner.json");
    read_boundaries(&fs::read(file).expect("a committed file")).expect("sound outlines")
}

fn figure(library: &Library, link: &str) -> (Figure, Language) {
    let (resolved, _, tables) = library.load(link);
    (build(&resolved, &tables, &library.areas).expect("its table is loaded"), resolved.language)
}

/// All numbers of a chart, with its kind.
fn points(chart: &Chart) -> (&'static str, Vec<&Point>) {
    match chart {
        Chart::Lines(chart) => ("lines", chart.named().flat_map(|series| &series.points).collect()),
        Chart::Stack(chart) => ("stack", chart.named().flat_map(|series| &series.points).collect()),
        Chart::Bars(chart) => ("bars", chart.bars.iter().map(|bar| &bar.point).collect()),
        Chart::Map(chart) => ("map", chart.regions.iter().map(|region| &region.point).collect()),
        Chart::Scatter(chart) => ("points", chart.dots.iter().map(|dot| &dot.region.point).collect()),
        Chart::Small(chart) => ("small", chart.panels.iter().flat_map(|panel| &panel.points).collect()),
    }
}

/// Every place that keys lead to, with what is said there.
fn walked(walk: &Walk<'_>) -> Vec<String> {
    let mut said = Vec::new();
    let mut seen = BTreeSet::new();
    let mut next: Vec<Spot> = walk.start().into_iter().collect();
    while let Some(spot) = next.pop() {
        if !seen.insert((spot.line, spot.at)) {
            continue;
        }
        said.push(walk.said(spot).expect("words at every place"));
        for key in Key::ALL {
            match walk.step(Some(spot), key).expect("a chart with numbers") {
                Step::To(other) => {
                    assert_ne!(other, spot, "{key:?} leads to where one is");
                    next.push(other);
                }
                Step::Nowhere(phrase) => assert!(!phrase.sv.is_empty() && !phrase.en.is_empty()),
            }
        }
    }
    said
}

#[test]
fn every_number_of_every_figure_is_walked_to_and_said_in_short() {
    let library = Library::open();
    let outlines = outlines();
    let mut kinds = BTreeSet::new();
    for (name, link) in figures() {
        for link in [link.to_owned(), format!("{link}&sprak=en")] {
            let (figure, language) = figure(&library, &link);
            let Some(chart) = figure.chart.as_deref() else { continue };
            let walk = Walk::of(chart, Some(&outlines), language);
            let said = walked(&walk);
            let (kind, points) = points(chart);
            assert_eq!(said.len(), points.len(), "{name}: a place a number");
            for sentence in &said {
                let signs = sentence.chars().count();
                assert!(signs <= MOST, "{name}: {signs} signs: {sentence}");
                assert!(!sentence.ends_with('…'), "{name} is cut: {sentence}");
            }
            for point in points {
                let own = if point.value.is_ok() || point.note.is_empty() { &point.text } else { &point.note };
                assert!(said.iter().any(|it| it.contains(own.as_str())), "{name}: nobody says {own:?}");
                let whole = |it: &&String| it.contains(&point.text) && it.contains(&point.note);
                assert!(
                    point.value.is_err() || said.iter().any(|it| whole(&it)),
                    "{name}: {:?} is said without {:?}",
                    point.text,
                    point.note
                );
            }
            let keys = walk.keys();
            assert!(keys.contains("Escape") && keys.contains("Page Up"), "{keys}");
            kinds.insert(kind);
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["bars", "lines", "map", "points", "small", "stack"]);
}

/// A map whose outlines have not come is walked by rank.
#[test]
fn a_map_without_outlines_is_walked_by_rank() {
    let library = Library::open();
    let (figure, language) = figure(&library, "diagram=karta&omrade=20,2080");
    let chart = figure.chart.as_deref().expect("a map");
    assert_eq!(walked(&Walk::of(chart, None, language)).len(), 15);
}

/// What is walked for the document: a heading, a link, and keys.
const WALKS: [(&str, &str, &[Option<Key>]); 7] = {
    use Key::{Down, End, Home, Left, PageDown, PageUp, Right, Up};
    [
        (
            "Lines",
            "vy=jamfor&tabell=bas&omrade=2080,2081,00&innehall=sysselsattningsgrad",
            &[
                Some(Left),
                Some(Left),
                Some(Down),
                Some(Down),
                Some(Down),
                Some(PageDown),
                Some(Home),
                Some(Left),
                Some(End),
                None,
            ],
        ),
        (
            "A stack",
            "vy=utforska&diagram=yta",
            &[Some(Left), Some(Down), Some(Down), Some(Left), Some(PageDown), Some(PageUp), Some(Home), None],
        ),
        (
            "Parts of a whole",
            "vy=utforska&diagram=andel&upplosning=halvar",
            &[Some(Left), Some(Down), Some(Down), Some(PageDown), None],
        ),
        (
            "A ranking",
            "vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=stapel&omrade=2080,2081",
            &[Some(Down), Some(Down), Some(Up), Some(Home), Some(Up), Some(PageDown), Some(End), Some(Down), None],
        ),
        (
            "Changes",
            "vy=utforska&tabell=bas&diagram=forandring&omrade=2034",
            &[Some(Down), Some(Home), Some(Down), Some(End), None],
        ),
        (
            "A map",
            "diagram=karta&omrade=20,2080",
            &[
                Some(Left),
                Some(Up),
                Some(Right),
                Some(Down),
                Some(Left),
                Some(PageUp),
                Some(Home),
                Some(PageUp),
                Some(End),
                None,
            ],
        ),
        (
            "Points",
            "diagram=spridning&tabell=bas&omrade=2080,2081&innehall=arbetsloshet,sysselsattningsgrad",
            &[Some(Left), Some(Right), Some(Up), Some(Down), Some(PageDown), Some(End), Some(Right), None],
        ),
    ]
};

/// What small charts say, as the last part.
const SMALL: (&str, &str, &[Option<Key>]) = (
    "Small charts",
    "vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=smadiagram&upplosning=halvar",
    &[
        Some(Key::Left),
        Some(Key::Left),
        Some(Key::Down),
        Some(Key::PageDown),
        Some(Key::Home),
        Some(Key::Up),
        Some(Key::Up),
        None,
    ],
);

const HEAD: &str = "# Charts by keyboard, and by ear

Every chart is one stop of the tab key, in the site, in an embed and in a copy without a
network. A screen reader hears its headline as its name, and the line of its keys; the line
is seen as soon as the chart has the focus. Each key says one sentence of at most 140 signs:
what, when, the number, what it lacks, its change or its place. A key that leads nowhere says
so. Enter chooses a kommun of a map or of points, where the page offers to choose; T, or the
button beside the chart, plays the line that one is at as tones, one a period, and says its
first and its last number.

`tests/figures/walks.rs` writes this document (`INSTA_UPDATE=always cargo test --test figures
walks`) and fails when it is not what is said. `tests/e2e/scenarios/walks.rs` presses the same
keys in two browsers.
";

#[test]
fn the_document_says_what_is_said() {
    let library = Library::open();
    let outlines = outlines();
    let mut document = HEAD.to_owned();
    for (title, link, keys) in WALKS.into_iter().chain([SMALL]) {
        let (figure, language) = figure(&library, link);
        let chart = figure.chart.as_deref().expect("a chart");
        let walk = Walk::of(chart, Some(&outlines), language);
        let name = &figure.headline.title;
        let _ = write!(
            document,
            "\n## {title}\n\nLink: `?{link}`  \nName: {name}  \nKeys: {}\n\n| key | is said |\n|---|---|\n",
            walk.keys()
        );
        let mut at = None;
        for key in keys {
            let (pressed, said) = match key {
                None => ("Escape", walking::LEFT.get(language).to_owned()),
                Some(key) => match walk.step(at, *key).expect("a chart with numbers") {
                    Step::To(spot) => {
                        at = Some(spot);
                        (key.name(), walk.said(spot).expect("words"))
                    }
                    Step::Nowhere(phrase) => (key.name(), phrase.get(language).to_owned()),
                },
            };
            let _ = writeln!(document, "| {pressed} | {said} |");
        }
    }
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/accessibility.md");
    if std::env::var("INSTA_UPDATE").is_ok_and(|it| it == "always") {
        fs::write(&file, &document).expect("the document can be written");
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == document, "docs/accessibility.md is not what is said: write it anew");
}
