//! Figures of SCB's whole table: every kommun, month, sex and age, with what was
//! not reported; on an edition made by hand.

use crate::describe::{figure_of, options_of, overview_of};
use crate::edition::HandMade;
use crate::library::Library;
use faktabank_figures::drawing::Style;

/// The links and the names of their snapshots.
const FIGURES: [(&str, &str); 19] = [
    ("hel-lan-antal", "omrade=10&vy=utforska&innehall=summa"),
    ("hel-lan-bistand", "omrade=10&vy=utforska&innehall=ekonomiskt-bistand&upplosning=manad&tid=2024M01..2024M06"),
    ("hel-lan-bistand-andel", "omrade=10&vy=utforska&innehall=ekonomiskt-bistand&matt=andel"),
    ("hel-lan-yta", "omrade=10&vy=utforska&diagram=yta&upplosning=manad&tid=2024M01..2024M06"),
    ("hel-lan-delar", "omrade=10&vy=utforska&diagram=andel&upplosning=manad&tid=2024M01..2024M06"),
    ("hel-kommun-for-lag", "omrade=1060&vy=utforska&innehall=summa&upplosning=manad&tid=2024M01..2024M06"),
    (
        "hel-kommun-forandring",
        "omrade=1060&vy=utforska&innehall=summa&matt=forandring&upplosning=manad&tid=2025M01..2025M04",
    ),
    ("hel-kommun-index", "omrade=1060&vy=utforska&innehall=summa&matt=index&upplosning=manad&tid=2024M03..2024M06"),
    ("hel-forbund-kvinnor", "omrade=forbund:falun-borlange,2080,00&matt=andel&kon=2"),
    ("hel-forbund-fore", "omrade=forbund:falun-borlange&vy=utforska&innehall=summa&tid=..2022H2"),
    ("hel-forbund-upphort", "omrade=forbund:falun,forbund:falun-borlange&innehall=sjukpenning"),
    ("hel-grupp", "omrade=grupp:Kusten(1080+1082+10),00&innehall=ekonomiskt-bistand&matt=andel&upplosning=ar"),
    ("hel-delvis", "omrade=20,10&innehall=summa"),
    ("hel-rangordning", "omrade=10&vy=utforska&diagram=stapel&innehall=summa&matt=andel&tid=2022H1"),
    ("hel-karta", "omrade=10&diagram=karta&innehall=summa&tid=2022H1"),
    ("hel-karta-bortfall", "omrade=10&diagram=karta&innehall=ekonomiskt-bistand&upplosning=manad&tid=2024M03"),
    (
        "hel-spridning-bortfall",
        "omrade=10&diagram=spridning&innehall=ekonomiskt-bistand,summa&upplosning=manad&tid=2024M03",
    ),
    ("hel-smadiagram", "omrade=1060&vy=utforska&diagram=smadiagram&matt=andel&upplosning=manad&tid=2024M01..2024M06"),
    ("hel-man-65", "omrade=2080&vy=utforska&diagram=forandring&innehall=summa&kon=1&alder=20-65"),
];

fn hand_made(modelled: bool) -> HandMade {
    HandMade::new(&Library::open().areas, modelled)
}

#[test]
fn figures_of_the_whole_table() {
    let edition = hand_made(false);
    for (name, link) in FIGURES {
        let (resolved, _, tables) = edition.load(link);
        insta::assert_snapshot!(name, figure_of(link, &resolved, tables, edition.areas()));
    }
}

#[test]
fn charts_show_what_was_not_reported() {
    let edition = hand_made(false);
    let style = Style { dark: false, compact: false, height: 396, patterns: false };
    for (name, link) in [
        ("hel-val-linje", "omrade=1060,10&innehall=ekonomiskt-bistand&upplosning=manad&tid=2024M02..2024M04"),
        ("hel-val-yta", "omrade=10&vy=utforska&diagram=yta&upplosning=manad&tid=2024M02..2024M04"),
        ("hel-val-stapel", "omrade=10&vy=utforska&diagram=stapel&innehall=summa&matt=andel&tid=2022H1"),
    ] {
        let (resolved, _, tables) = edition.load(link);
        insta::assert_snapshot!(name, options_of(&resolved, tables, edition.areas(), style));
    }
}

#[test]
fn overviews_of_the_whole_table() {
    let edition = hand_made(false);
    for (name, link) in [
        ("hel-oversikt-lan", "omrade=10"),
        ("hel-oversikt-kommun-en", "omrade=1081&sprak=en"),
        ("hel-oversikt-man", "omrade=2080&kon=1"),
        ("hel-oversikt-riket", "omrade=00"),
    ] {
        let (resolved, of, tables) = edition.load(link);
        insta::assert_snapshot!(name, overview_of(link, &resolved, of, tables, edition.areas()));
    }
}

#[test]
fn modelled_figures_say_so_everywhere() {
    let edition = hand_made(true);
    for (name, link) in [("modell-linje", "omrade=2080,00&matt=andel"), ("modell-linje-en", "omrade=2080,00&sprak=en")]
    {
        let (resolved, _, tables) = edition.load(link);
        insta::assert_snapshot!(name, figure_of(link, &resolved, tables, edition.areas()));
    }
    let (resolved, of, tables) = edition.load("omrade=2080");
    insta::assert_snapshot!("modell-oversikt", overview_of("omrade=2080", &resolved, of, tables, edition.areas()));
}
