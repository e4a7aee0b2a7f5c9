//! The files that a reader takes along: what stands in them, and their names.

use crate::edition::HandMade;
use crate::library::Library;
use faktabank::export::csv;
use faktabank::figure::build;

#[test]
fn csv_has_the_numbers_the_symbols_and_the_notes_of_the_figure() {
    let library = Library::open();
    let edition = HandMade::new(&library.areas, true);
    for (name, link) in [
        ("csv-lan-bistand", "omrade=10&vy=utforska&innehall=ekonomiskt-bistand&upplosning=manad&tid=2024M01..2024M04"),
        ("csv-kvinnor-andel", "omrade=forbund:falun-borlange,1060,00&matt=andel&kon=2&tid=2024H1.."),
        ("csv-forandring-en", "omrade=1060&vy=utforska&innehall=summa&matt=forandring&tid=2025H1..&sprak=en"),
        ("csv-grupp", "omrade=grupp:=1;2(1060+1080)&vy=utforska&innehall=summa&upplosning=ar"),
    ] {
        let (resolved, _, tables) = edition.load(link);
        let figure = build(&resolved, tables, edition.areas()).expect("its table is loaded");
        let file = csv(&figure, &resolved, edition.areas());
        assert!(file.text.starts_with('\u{feff}') && file.text.ends_with("\r\n"), "{link}");
        insta::assert_snapshot!(name, format!("{}\n{}", file.name, file.text.replace("\r\n", "⏎\n")));
    }
}

#[test]
fn csv_of_what_was_published_names_its_source() {
    let library = Library::open();
    let link = "vy=utforska&tabell=helarsekvivalenter-publicerat&matt=andel&omrade=20,00,2034";
    let (resolved, _, tables) = library.load(link);
    let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
    let file = csv(&figure, &resolved, &library.areas);
    insta::assert_snapshot!("csv-publicerat", format!("{}\n{}", file.name, file.text.replace("\r\n", "⏎\n")));
}
