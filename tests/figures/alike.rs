//! Kommuner that are told to be alike: the rule and the list as snapshots, found
//! again by other arithmetic over the files, and never by what is compared.

use crate::library::Library;
use faktabank_figures::figure::{Alike, Unlike, likeness};
use faktabank_tables::query::{AreaChoice, Resolved, contents_of, decode, for_likeness, needs, resolve};
use faktabank_tables::statistics::{AreaCode, Table};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// What a link shows, and what is loaded to tell who is like its first kommun.
fn load(library: &Library, link: &str) -> (Resolved, Option<(Resolved, Vec<Table>)>) {
    let (selection, notices) = decode(link);
    assert_eq!(notices, [], "{link} is a good link");
    let shown = resolve(&selection, &library.manifest, &library.areas).expect("an edition with tables");
    let edition = library.manifest.edition(&shown.edition.id).expect("the resolved edition");
    let of = for_likeness(&shown, edition).map(|of| {
        let tables = library.tables(needs(&of, edition));
        (of, tables)
    });
    (shown, of)
}

fn alike(library: &Library, link: &str) -> Result<Alike, Unlike> {
    let (shown, of) = load(library, link);
    let (of, tables) = of.ok_or(Unlike::NoFigures)?;
    likeness(&shown, &of, &tables, &library.areas)
}

fn said(alike: &Alike) -> String {
    let kommuner: Vec<String> = alike.kommuner.iter().map(|it| format!("{}: {}", it.name, it.note)).collect();
    format!("{}\n{}\n\n{}", alike.of, kommuner.join("\n"), alike.rule.join("\n"))
}

fn codes(alike: &Alike) -> Vec<String> {
    let code = |choice: &AreaChoice| match choice {
        AreaChoice::Area(code) => code.to_string(),
        other => panic!("{other:?} is no kommun"),
    };
    alike.kommuner.iter().map(|it| code(&it.choice)).collect()
}

#[test]
fn kommuner_alike() {
    let library = Library::open();
    for (name, link) in [
        ("lika-mora", "vy=jamfor&tabell=ohalsotal&omrade=2062,00"),
        ("lika-falun-bas", "vy=jamfor&tabell=bas&omrade=2080,2081"),
        ("lika-vansbro-en", "vy=jamfor&tabell=arbetsloshet&omrade=20,2021&sprak=en"),
        ("lika-mora-forsorjningskvot", "vy=jamfor&tabell=forsorjningskvot&omrade=2062,00"),
        ("lika-mora-aldre", "vy=utforska&tabell=befolkning&omrade=2062&innehall=alder-80"),
    ] {
        insta::assert_snapshot!(name, said(&alike(&library, link).expect("a kommun")));
    }
}

#[test]
fn what_cannot_be_told() {
    let library = Library::open();
    for (link, why) in [
        ("vy=utforska&omrade=20,00&tabell=ohalsotal", Unlike::NoKommun),
        ("vy=jamfor&omrade=2080,2081&utgava=2026-06", Unlike::NoFigures),
        (
            "vy=utforska&tabell=befolkning&omrade=2062&innehall=invanare,alder-0-5,alder-20-64,alder-80",
            Unlike::AllCompared,
        ),
    ] {
        assert_eq!(alike(&library, link), Err(why), "{link}");
    }
}

/// Population, share under 20, share from 65 on, and both to a hundred of the others,
/// of every kommun, straight from the files.
fn counted(year: &str) -> BTreeMap<String, [f64; 4]> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/2026-11/befolkning");
    let mut found = BTreeMap::new();
    for file in fs::read_dir(folder).expect("a committed folder").flatten() {
        let text = fs::read_to_string(file.path()).expect("a committed file");
        let json: Value = serde_json::from_str(&text).expect("JSON");
        let codes = |id: &str| {
            let index = &json["dimension"][id]["category"]["index"];
            index.as_array().expect("codes").iter().map(|it| it.as_str().unwrap_or_default()).collect::<Vec<_>>()
        };
        let (areas, contents, years) = (codes("Region"), codes("ContentsCode"), codes("Tid"));
        let year = years.iter().position(|it| *it == year).expect("a year");
        for (at, area) in areas.iter().enumerate().filter(|(_, area)| area.len() == 4) {
            let cell = |code: &str| {
                let content = contents.iter().position(|it| *it == code).expect("a contents");
                json["value"][(at * contents.len() + content) * years.len() + year].as_f64().expect("a number")
            };
            let young = cell("alder-0-5") + cell("alder-6-15") + cell("alder-16-19");
            let old = cell("alder-65-79") + cell("alder-80");
            let all = cell("invanare");
            let numbers = [all, young / all * 100.0, old / all * 100.0, (young + old) / cell("alder-20-64") * 100.0];
            found.insert((*area).to_owned(), numbers);
        }
    }
    found
}

#[test]
fn the_nearest_are_found_by_other_arithmetic() {
    let library = Library::open();
    let counted = counted("2022");
    assert_eq!(counted.len(), 290);
    for own in ["2062", "0180", "2506", "1281", "0162"] {
        let here = counted[own];
        let far = |numbers: &[f64; 4]| {
            // A doubling is the same however it is counted: ln 2 of natural logarithms.
            let size = (numbers[0].ln() - here[0].ln()).abs() / std::f64::consts::LN_2;
            size + (numbers[1] - here[1]).abs() / 2.0
                + (numbers[2] - here[2]).abs() / 3.0
                + (numbers[3] - here[3]).abs() / 8.0
        };
        let mut nearest: Vec<(&String, f64)> =
            counted.iter().filter(|(code, _)| *code != own).map(|(code, it)| (code, far(it))).collect();
        nearest.sort_by(|one, other| one.1.total_cmp(&other.1));
        let nearest: Vec<&String> = nearest.into_iter().take(5).map(|(code, _)| code).collect();
        let told = alike(&library, &format!("vy=jamfor&tabell=sjukpenningtal&omrade={own},00")).expect("a kommun");
        assert_eq!(codes(&told).iter().collect::<Vec<_>>(), nearest, "{own}");
    }
}

/// Whatever the figures compared are, the same kommuner are alike: another table's
/// are not even read, and of this one's those are left out that tell them.
#[test]
fn never_by_what_is_compared() {
    let library = Library::open();
    let edition = library.manifest.edition(&library.manifest.current).expect("an edition");
    let mora = AreaCode::Municipality(2062);
    let mut usual = None;
    for entry in edition.tables.iter().filter(|it| it.areas().iter().filter(|it| it.is_municipality()).count() == 290) {
        for content in contents_of(entry) {
            let link = format!("vy=jamfor&tabell={}&innehall={}&omrade={mora},00", entry.id, content.code());
            let (shown, of) = load(&library, &link);
            assert_eq!(shown.what.contents, [content], "{link}");
            let (of, mut tables) = of.expect("figures of the population");
            let before = likeness(&shown, &of, &tables, &library.areas);
            assert!(tables.iter().all(|table| table.id.0 == "befolkning"), "{link} reads more than it says");
            // The parts of what is compared become anything, differently everywhere.
            let told = [Some(content), content.ratio().map(|it| it.0), content.ratio().map(|it| it.1)];
            // All people together tell of nothing but their number.
            let told = told.into_iter().flatten().filter(|it| !it.is_population());
            let parts: Vec<_> =
                told.flat_map(|it| if it.parts().next().is_some() { it.parts().collect() } else { vec![it] }).collect();
            let table = &mut tables[0];
            for (at, cell) in table.cells.iter_mut().enumerate() {
                let of_contents = table.sexes.len() * table.ages.len() * table.periods.len();
                let part = table.contents[at / of_contents % table.contents.len()];
                if parts.contains(&part) {
                    *cell = Ok((at * 7919 % 10_007) as f64);
                }
            }
            let after = likeness(&shown, &of, &tables, &library.areas);
            let lists = [&before, &after].map(|it| it.as_ref().map(codes));
            assert_eq!(lists[0], lists[1], "{link}");
            if content.topic() != of.table.topic {
                let list = codes(before.as_ref().expect("a list"));
                assert_eq!(*usual.get_or_insert_with(|| list.clone()), list, "{link}");
            }
        }
    }
    assert!(usual.is_some());
}
