//! Women and men apart: their places and files, and that what lies between them is
//! what a reader gets who subtracts the published numbers.

use crate::edition::HandMade;
use crate::library::Library;
use faktabank_figures::figure::{Chart, LineKey, build};
use faktabank_tables::query::{
    AreaChoice, Notice, Parameter, Resolved, View, decode, encode, needs, resolve, simplify,
};
use faktabank_tables::statistics::{AreaCode, Sex};
use serde_json::Value;
use std::collections::BTreeMap;

const MORA: AreaCode = AreaCode::Municipality(2062);

fn resolved(library: &Library, link: &str) -> Resolved {
    resolve(&decode(link).0, &library.manifest, &library.areas).expect("an edition with tables")
}

#[test]
fn each_area_has_a_place_of_women_and_one_of_men() {
    let library = Library::open();
    let resolved = resolved(&library, "tabell=ohalsotal&omrade=2062,00&kon=man,kvinnor");
    let places: Vec<_> = resolved.places.iter().map(|place| (place.code(), place.sex)).collect();
    let (mora, riket) = (Some(MORA), Some(AreaCode::Country));
    let (women, men) = (Some(Sex::Women), Some(Sex::Men));
    assert_eq!(places, [(mora, women), (mora, men), (riket, women), (riket, men)]);
    // A choice stays one choice.
    assert_eq!(resolved.choices(), [MORA, AreaCode::Country].map(AreaChoice::Area));
    assert_eq!((resolved.what.sex, resolved.notices), (Sex::Both, Vec::new()));
}

#[test]
fn links_to_both_open_the_explorer_and_say_only_what_differs() {
    let library = Library::open();
    for (link, shortest) in [
        ("vy=utforska&tabell=ohalsotal&omrade=2062&kon=2,1", "tabell=ohalsotal&omrade=2062&kon=kvinnor,man"),
        (
            "vy=jamfor&tabell=ohalsotal&omrade=2062,00&kon=kvinnor,man",
            "vy=jamfor&tabell=ohalsotal&omrade=2062,00&kon=kvinnor,man",
        ),
        ("vy=utforska&tabell=bas&omrade=2062&kon=kvinnor,man", "vy=utforska&omrade=2062"),
    ] {
        let selection = simplify(&decode(link).0, &library.manifest, &library.areas);
        assert_eq!(encode(&selection), shortest, "{link}");
    }
    assert_eq!(decode("omrade=2062&kon=kvinnor,man").0.view(), View::Explore);
    assert_eq!(decode("omrade=2062&kon=kvinnor").0.view(), View::Overview);
}

#[test]
fn what_cannot_be_apart_is_said_and_shown_together() {
    let library = Library::open();
    let not_told = Notice::NotInTable(Parameter::Sex, "kvinnor,man".to_owned());
    for (link, expected) in [
        ("tabell=bas&omrade=2062", &not_told),
        ("tabell=bas&omrade=2062&diagram=yta", &not_told),
        ("tabell=ohalsotal&omrade=2062&diagram=karta", &Notice::NotApart),
        ("tabell=ohalsotal&omrade=2062&vy=oversikt", &Notice::NotApart),
    ] {
        let resolved = resolved(&library, &format!("{link}&kon=kvinnor,man"));
        assert_eq!(resolved.notices.as_slice(), std::slice::from_ref(expected), "{link}");
        assert!(!resolved.is_apart() && resolved.what.sex == Sex::Both, "{link}");
    }
    let edition = HandMade::new(&library.areas, false);
    let (resolved, ..) = edition.load("omrade=1080&diagram=yta&kon=kvinnor,man");
    assert_eq!((resolved.notices.as_slice(), resolved.is_apart()), (&[Notice::NotApart][..], false));
}

#[test]
fn the_files_of_both_are_loaded_only_for_both() {
    let library = Library::open();
    let files = |link: &str| {
        let resolved = resolved(&library, link);
        let edition = library.manifest.edition(&resolved.edition.id).expect("the resolved edition");
        let mut files: Vec<&str> =
            needs(&resolved, edition).iter().map(|(_, shard)| shard.file.file.as_str()).collect();
        files.sort_unstable();
        files
    };
    assert_eq!(files("vy=utforska&tabell=sjukpenningtal&omrade=2062"), ["2026-11/sjukpenningtal/alla.json"]);
    // One file holds women and men: it is asked for once.
    assert_eq!(files("tabell=sjukpenningtal&omrade=2062&kon=kvinnor,man"), ["2026-11/sjukpenningtal/alla-kon.json"]);
    let both = files("tabell=forvarvsarbetande&omrade=2062&matt=andel&kon=kvinnor,man");
    assert_eq!(both, ["2026-11/forvarvsarbetande/00-kon.json", "2026-11/forvarvsarbetande/20-kon.json"]);
}

/// The numbers of a file in tenths, by area, sex and year; without what is missing.
fn tenths(name: &str) -> BTreeMap<(String, String, String), i64> {
    let file = format!("{}/data/2026-11/{name}/alla-kon.json", env!("CARGO_MANIFEST_DIR"));
    let data: Value = serde_json::from_slice(&std::fs::read(file).expect("a committed file")).expect("JSON");
    let codes = |id: &str| -> Vec<String> {
        let index = data["dimension"][id]["category"]["index"].as_array().expect("codes");
        index.iter().map(|code| code.as_str().expect("a code").to_owned()).collect()
    };
    let mut values = data["value"].as_array().expect("values").iter();
    let mut cells = BTreeMap::new();
    for area in codes("Region") {
        for sex in codes("Kon") {
            for year in codes("Tid") {
                if let Some(value) = values.next().and_then(Value::as_f64) {
                    cells.insert((area.clone(), sex.clone(), year), (value * 10.0).round() as i64);
                }
            }
        }
    }
    cells
}

/// "8,6", of tenths.
fn in_words(tenths: i64) -> String {
    format!("{},{}", tenths.abs() / 10, tenths.abs() % 10)
}

#[test]
fn what_lies_between_is_what_a_reader_gets_who_subtracts() {
    let library = Library::open();
    let published = tenths("sjukpenningtal");
    let at = |area: &str, sex: &str, year: &str| published.get(&(area.into(), sex.into(), year.into())).copied();
    let gap = |area: &str, year: &str| Some(at(area, "2", year)? - at(area, "1", year)?);
    let areas: Vec<&str> =
        ["00", "0114", "0331", "0330", "0604", "1214", "1440", "2062", "2080", "2403", "2506", "2584"].to_vec();
    let mut told = 0;
    for area in areas {
        let (resolved, _, tables) = library.load(&format!("tabell=sjukpenningtal&omrade={area}&kon=kvinnor,man"));
        let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
        let (title, lead) = (&figure.headline.title, &figure.headline.lead);
        let now = gap(area, "2022").expect("both of the newest year");
        let way = if now > 0 { "högre" } else { "lägre" };
        assert!(
            title.contains(&format!(" {} {way} bland kvinnor än bland män år 2022", in_words(now))),
            "{area}: {title}"
        );
        for (sex, name) in [("2", "kvinnor"), ("1", "män")] {
            let level = in_words(at(area, sex, "2022").expect("of the newest year"));
            assert!(lead.contains(&format!("bland {name} {level}")), "{area}: {lead}");
        }
        let first = (1998..2022).map(|year| year.to_string()).find_map(|year| Some((gap(area, &year)?, year)));
        let (before, year) = first.expect("an earlier year");
        let expected = match (before * now).signum() {
            0 => format!("År {year} var det ingen skillnad."),
            -1 => format!("År {year} var det i stället {} ", in_words(before)),
            _ if before == now => format!("Skillnaden var lika stor år {year}."),
            _ => {
                let changed = if before.abs() < now.abs() { "ökat" } else { "minskat" };
                format!("Skillnaden har {changed}: år {year} var den {}.", in_words(before))
            }
        };
        assert!(lead.contains(&expected), "{area}: {expected} {lead}");
        let riket = format!("I riket var skillnaden {} år 2022.", in_words(gap("00", "2022").expect("riket")));
        assert_eq!(lead.contains(&riket), area != "00", "{area}: {lead}");
        told += 1;
    }
    assert_eq!(told, 12);
}

#[test]
fn every_series_has_the_published_numbers_of_its_own() {
    let library = Library::open();
    let published = tenths("ohalsotal");
    let (resolved, _, tables) = library.load("tabell=ohalsotal&omrade=2584,00&kon=kvinnor,man");
    let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
    let Some(Chart::Lines(chart)) = figure.chart.as_deref() else { panic!("lines") };
    let names: Vec<&str> = chart.series.iter().map(|series| series.name.as_str()).collect();
    assert_eq!(names, ["Kiruna, kvinnor", "Kiruna, män", "Riket, kvinnor", "Riket, män"]);
    for series in &chart.series {
        let LineKey::Series(key) = &series.key else { panic!("{:?}", series.key) };
        let (area, sex) = (key.place.area.code(), key.place.sex.expect("women or men").code());
        assert_eq!(key.content.code(), "ohalsotal");
        for (point, period) in series.points.iter().zip(&chart.periods) {
            let of = published.get(&(area.clone(), sex.to_owned(), period.to_string()));
            assert_eq!(point.text, in_words(*of.expect("a published number")), "{} {period}", key.code());
        }
    }
}
