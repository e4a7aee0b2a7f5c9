//! What a link means where an edition holds SCB's whole table, and the way
//! from modelled figures to real ones.

use crate::edition::HandMade;
use crate::library::Library;
use faktabank_tables::query::{
    Notice, Parameter, Place, View, decode, encode, needs, reaching, real_for, resolve, simplify,
};
use faktabank_tables::snapshot::{EditionId, Manifest};
use faktabank_tables::statistics::{Areas, Period};

/// The committed editions with the one made by hand beside them: modelled, or
/// real and the newest.
fn with_whole_table(modelled: bool) -> (Manifest, Areas) {
    let library = Library::open();
    let hand_made = HandMade::new(&library.areas, modelled).edition();
    let (mut manifest, areas) = (library.manifest, library.areas);
    if !modelled {
        manifest.current = hand_made.id.clone();
    }
    manifest.editions.insert(0, hand_made);
    (manifest, areas)
}

#[track_caller]
fn check(modelled: bool, link: &str, expected: &str) {
    let (manifest, areas) = with_whole_table(modelled);
    let resolved = resolve(&decode(link).0, &manifest, &areas).expect("an edition with tables");
    let edition = manifest.edition(&resolved.edition.id).expect("the resolved edition");
    let members: Vec<usize> = resolved.places.iter().map(|place| place.members.len()).collect();
    let files = needs(&resolved, edition).len();
    let found = format!("{} {} {members:?} {files}", resolved.view.code(), resolved.table.id);
    assert_eq!(found, expected, "{link}");
}

#[test]
fn the_whole_table_is_what_an_edition_that_holds_it_opens() {
    check(false, "", "oversikt helarsekvivalenter [1] 1");
    check(false, "omrade=10", "oversikt helarsekvivalenter [5] 1");
    check(false, "vy=jamfor", "jamfor helarsekvivalenter [1, 1, 1] 1");
    check(false, "omrade=forbund:falun-borlange,2080,00&kon=2", "utforska helarsekvivalenter [2, 1, 1] 1");
    // What is real stays what opens, where the whole table is only modelled.
    check(true, "", "oversikt helarsekvivalenter-dalarna [1] 6");
    check(true, "utgava=prov&omrade=10", "oversikt helarsekvivalenter [5] 1");
    check(true, "utgava=prov&omrade=grupp:Alla(10+1060+2080)", "oversikt helarsekvivalenter [6] 1");
}

#[test]
fn several_areas_open_the_explorer_and_one_the_overview() {
    for (link, view) in [
        ("", View::Overview),
        ("omrade=2080", View::Overview),
        ("omrade=2080,2081", View::Explore),
        ("vy=oversikt&omrade=2080,2081", View::Overview),
        ("vy=jamfor&omrade=2080", View::Compare),
    ] {
        assert_eq!(decode(link).0.view(), view, "{link}");
    }
}

#[test]
fn links_say_only_what_differs() {
    let (manifest, areas) = with_whole_table(true);
    for (link, shortest) in [
        ("vy=oversikt", ""),
        ("vy=utforska&omrade=2080,2081,00&tabell=bas", "omrade=2080,2081,00"),
        ("vy=utforska&omrade=2080", "vy=utforska&omrade=2080"),
        ("vy=oversikt&omrade=20,2080", ""),
        (
            "vy=utforska&omrade=forbund:falun-borlange,2080,00&matt=andel&kon=2&alder=20-64&utgava=prov",
            "omrade=forbund:falun-borlange,2080,00&matt=andel&kon=2&utgava=prov",
        ),
    ] {
        let selection = simplify(&decode(link).0, &manifest, &areas);
        assert_eq!(encode(&selection), shortest, "{link}");
        assert_eq!(decode(shortest).0, selection, "{link}");
    }
}

#[test]
fn what_is_held_in_part_is_refused_with_what_is_missing() {
    let (manifest, areas) = with_whole_table(true);
    let notices = |link: &str| resolve(&decode(link).0, &manifest, &areas).expect("an edition").notices;
    let [Notice::PartlyInTable(name, missing)] = &notices("utgava=prov&omrade=20,10")[..] else {
        panic!("one notice");
    };
    assert_eq!((name.as_str(), missing.len(), missing[0].as_str()), ("Dalarnas län", 13, "Vansbro"));
    let nothing = Notice::NotInTable(Parameter::Areas, "Skåne län".to_owned());
    assert_eq!(notices("utgava=prov&omrade=12,10"), [nothing]);
}

#[test]
fn the_model_is_left_for_the_same_of_real_figures() {
    let (manifest, _) = with_whole_table(true);
    let real = |link: &str| real_for(&decode(link).0, &manifest).map(|it| encode(&it));
    assert_eq!(real("omrade=2080&kon=2&utgava=prov").as_deref(), Some("omrade=2080&kon=2"));
    assert_eq!(real("tabell=helarsekvivalenter&omrade=2080&utgava=prov").as_deref(), Some("omrade=2080"));
    assert_eq!(real("omrade=2080&utgava=2024-12"), None);
    assert_eq!(real("omrade=2080"), None);
    assert_eq!(
        manifest.editions.iter().filter(|it| it.modelled).map(|it| &it.id).collect::<Vec<_>>(),
        [&EditionId("prov".into())]
    );
}

#[test]
fn a_forbund_has_the_members_of_the_month_or_its_first_or_last() {
    let areas = Library::open().areas;
    let members = |slug: &str, month: Option<&str>| -> Vec<String> {
        let month = month.and_then(Period::from_code);
        let association = areas.association(slug).expect("a known förbund");
        association.members_at(month).iter().map(ToString::to_string).collect()
    };
    assert_eq!(members("falun-borlange", Some("2025M12")), ["2080", "2081"]);
    assert_eq!(members("falun-borlange", None), ["2080", "2081"]);
    // It was not there yet; its kommuner were.
    assert_eq!(members("falun-borlange", Some("2014M06")), ["2080", "2081"]);
    assert_eq!(members("falun", Some("2022M12")), ["2080"]);
    assert_eq!(members("falun", Some("2025M12")), ["2080"]);
    assert_eq!(members("falun", None), ["2080"]);
    assert_eq!(members("sodra-dalarna", Some("2014M06")), ["2082", "2083", "2084"]);
}

#[test]
fn a_table_names_the_edition_that_has_other_figures_of_it() {
    let library = Library::open();
    for (link, expected) in [
        ("", Some("2024-12")),
        ("utgava=2026-06", Some("2024-12")),
        ("utgava=2024-12", None),
        ("tabell=bas", None),
        ("amne=befolkning&omrade=1440", None),
    ] {
        let (resolved, ..) = library.load(link);
        assert_eq!(resolved.edition.former.as_ref().map(|it| it.0.as_str()), expected, "{link}");
    }
}

/// Where a choice of areas leads from the table shown: to which table, with how many places.
#[track_caller]
fn leads(link: &str, expected: Option<(&str, usize)>) {
    let library = Library::open();
    let (manifest, areas) = (&library.manifest, &library.areas);
    let reached = reaching(&decode(link).0, manifest, areas);
    let shown = reached.as_ref().and_then(|it| resolve(it, manifest, areas));
    let shown = shown.as_ref().map(|it| (it.table.id.0.as_str(), it.places.len()));
    assert_eq!(shown, expected, "{link}");
}

#[test]
fn an_area_that_the_table_lacks_leads_to_one_that_has_it() {
    // As it is, where it has it.
    leads("vy=utforska&tabell=bas&omrade=20,2080", Some(("bas", 2)));
    // With all areas that were chosen, where a table has them.
    leads("vy=utforska&tabell=helarsekvivalenter-dalarna&omrade=20,1280", Some(("forvarvsarbetande", 2)));
    // Within its topic first.
    leads("vy=utforska&tabell=bas&innehall=sysselsatta&omrade=2080,2180", Some(("forvarvsarbetande", 2)));
    leads("vy=utforska&tabell=ohalsotal&innehall=ohalsotal&omrade=1280", Some(("ohalsotal", 1)));
    leads("vy=utforska&tabell=bas&omrade=20,forbund:falun-borlange", Some(("bas", 2)));
    // An old edition has one table alone.
    leads("utgava=2024-12&vy=utforska&omrade=20,1280", None);
}

#[test]
fn every_area_is_reached_from_every_table() {
    let library = Library::open();
    let (manifest, areas) = (&library.manifest, &library.areas);
    let edition = manifest.edition(&manifest.current).expect("the current edition");
    for table in &edition.tables {
        for area in &areas.areas {
            let link = format!("vy=utforska&tabell={}&omrade={}", table.id, area.code);
            let reached = reaching(&decode(&link).0, manifest, areas).unwrap_or_else(|| panic!("{link}"));
            let shown = resolve(&reached, manifest, areas).expect("an edition with tables");
            assert_eq!(shown.places.last().and_then(Place::code), Some(area.code), "{link}");
            assert_eq!(shown.notices, [], "{link}");
        }
    }
}

#[test]
fn a_figure_without_a_drawing_says_why() {
    let library = Library::open();
    let mut undrawn = 0;
    for table in ["bas", "helarsekvivalenter-dalarna", "helarsekvivalenter-riket", "ohalsotal", "folkmangd-senaste"] {
        for diagram in ["linje", "yta", "andel", "stapel", "forandring", "karta", "spridning", "smadiagram"] {
            for rest in ["", "&omrade=00", "&tid=senaste-1", "&omrade=2080&matt=forandring&tid=senaste-1"] {
                let link = format!("vy=utforska&tabell={table}&diagram={diagram}{rest}");
                let (resolved, _, tables) = library.load(&link);
                let figure = faktabank_figures::figure::build(&resolved, &tables, &library.areas).expect("its table");
                let is_table = figure.kind == faktabank_tables::query::FigureKind::Table;
                assert!(figure.chart.is_some() || figure.empty.is_some() || is_table, "{link}");
                undrawn += usize::from(figure.chart.is_none() && !is_table);
            }
        }
    }
    assert!(undrawn > 0, "no such figure was met");
}
