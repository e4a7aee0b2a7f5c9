//! Two contents of two tables against each other: what is shown of them, what of
//! them does not match, and that every choice that is offered can be drawn.

use crate::describe::figure_of;
use crate::library::Library;
use faktabank_figures::export::{Format, Subject, citation, file};
use faktabank_figures::figure::{Chart, build};
use faktabank_tables::query::{
    FigureKind, Notice, Resolved, Selection, Unmatched, decode, encode, needs, pairable, paired, resolve, simplify,
};
use faktabank_tables::snapshot::Edition;
use faktabank_tables::statistics::Table;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// What links show of the committed data.
#[test]
fn contents_of_two_tables() {
    let library = Library::open();
    for (name, link) in [
        ("par-ohalsotal-forsorjningskvot", "omrade=2062,00&diagram=spridning&innehall=ohalsotal,forsorjningskvot"),
        ("par-aldrar", "omrade=20&diagram=spridning&innehall=forvarvsarbetande,arbetsloshet-av-befolkningen"),
        ("par-manad-mot-ar-en", "omrade=2080&diagram=spridning&tabell=bas&innehall=arbetsloshet,ohalsotal&sprak=en"),
        ("par-arsmedel", "omrade=2080&diagram=spridning&innehall=ohalsotal,sysselsatta&tabell=ohalsotal&tid=2021"),
        ("par-kvinnor", "omrade=20&diagram=spridning&innehall=ohalsotal,forsorjningskvot&kon=2"),
        (
            "par-senaste",
            "omrade=00&diagram=spridning&innehall=forsorjningskvot,invanare&tid=2025&tabell=forsorjningskvot",
        ),
        ("par-oppnar", "omrade=20&diagram=spridning&tabell=ohalsotal"),
        ("par-utan-period", "omrade=20&diagram=spridning&tabell=ohalsotal-2026&innehall=ohalsotal,forsorjningskvot"),
        ("par-inte-da", "omrade=20&diagram=spridning&tabell=bas&innehall=arbetsloshet,ohalsotal&tid=2024M01..2026M04"),
        ("par-inte-dar", "omrade=20&diagram=spridning&innehall=arbetsloshet,ohalsotal&utgava=2026-06"),
    ] {
        let (resolved, _, tables) = library.load(link);
        insta::assert_snapshot!(name, figure_of(link, &resolved, &tables, &library.areas));
    }
}

/// As it will be once SCB's table of every kommun is in an edition with the others:
/// here the example figures are.
#[test]
fn support_against_unemployment() {
    let library = Library::with_model();
    let model = library.manifest.editions.iter().find(|edition| edition.modelled).expect("the example figures");
    let mut manifest = library.manifest.clone();
    let current = manifest.current.clone();
    let edition = manifest.editions.iter_mut().find(|edition| edition.id == current).expect("an edition");
    edition.tables.extend(model.tables.iter().cloned());
    let link = "omrade=20,2081&diagram=spridning&tabell=helarsekvivalenter&innehall=summa,arbetsloshet-av-befolkningen";
    let (selection, _) = decode(link);
    let resolved = resolve(&selection, &manifest, &library.areas).expect("an edition with tables");
    let edition = manifest.edition(&resolved.edition.id).expect("the resolved edition");
    let resolved = paired(resolved, edition);
    let tables = library.tables(needs(&resolved, edition));
    insta::assert_snapshot!("par-stod-arbetsloshet", figure_of(link, &resolved, &tables, &library.areas));
}

/// A contents of every kommun in a year, of both sexes, straight from the files.
fn published(table: &str, content: &str, year: &str) -> BTreeMap<String, f64> {
    let folder = format!("{}/data/2026-11/{table}", env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a committed folder").flatten() {
        let text = fs::read_to_string(entry.path()).expect("a committed file");
        let json: Value = serde_json::from_str(&text).expect("JSON");
        let ids: Vec<&str> = json["id"].as_array().expect("ids").iter().filter_map(Value::as_str).collect();
        let codes = |id: &str| -> Vec<&str> {
            let index = &json["dimension"][id]["category"]["index"];
            index.as_array().expect("codes").iter().filter_map(Value::as_str).collect()
        };
        let sizes: Vec<usize> = ids.iter().map(|id| codes(id).len()).collect();
        for (at, value) in json["value"].as_array().expect("values").iter().enumerate() {
            let mut rest = at;
            let mut place = BTreeMap::new();
            for (id, size) in ids.iter().zip(&sizes).rev() {
                place.insert(*id, codes_at(&codes(id), rest % size));
                rest /= size;
            }
            let is_it = place["ContentsCode"] == content && place["Tid"] == year && place["Kon"] == "1+2";
            if let Some(value) = value.as_f64().filter(|_| is_it && place["Region"].len() == 4) {
                found.insert(place["Region"].clone(), value);
            }
        }
    }
    found
}

fn codes_at(codes: &[&str], at: usize) -> String {
    codes[at].to_owned()
}

/// Pearson's correlation from ranks of nothing: by sums of products, in one go.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let sum = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let (x, y, xy, xx, yy) = (sum(|p| p.0), sum(|p| p.1), sum(|p| p.0 * p.1), sum(|p| p.0 * p.0), sum(|p| p.1 * p.1));
    (n * xy - x * y) / ((n * xx - x * x).sqrt() * (n * yy - y * y).sqrt())
}

#[test]
fn the_correlation_by_other_arithmetic() {
    let library = Library::open();
    let (resolved, _, tables) = library.load("omrade=00&diagram=spridning&innehall=ohalsotal,forsorjningskvot");
    let figure = build(&resolved, &tables, &library.areas).expect("its tables are loaded");
    let Some(Chart::Scatter(points)) = figure.chart.as_deref() else { panic!("no points") };
    let (one, other) =
        (published("ohalsotal", "ohalsotal", "2022"), published("forsorjningskvot", "forsorjningskvot", "2022"));
    let pairs: Vec<(f64, f64)> = one.iter().filter_map(|(code, x)| Some((*x, *other.get(code)?))).collect();
    assert!(pairs.len() > 280, "{}", pairs.len());
    assert_eq!(points.dots.iter().filter(|dot| dot.place.is_some()).count(), pairs.len());
    for dot in &points.dots {
        let code = dot.region.code.to_string();
        assert_eq!(dot.place, one.get(&code).copied().zip(other.get(&code).copied()), "{code}");
    }
    let told = points.correlation.expect("enough kommuner");
    assert!((told - correlation(&pairs)).abs() < 1e-9, "{told}, but {}", correlation(&pairs));
}

fn choice<'a>(library: &'a Library, selection: &Selection) -> (Resolved, &'a Edition) {
    let resolved = resolve(selection, &library.manifest, &library.areas).expect("an edition with tables");
    let edition = library.manifest.edition(&resolved.edition.id).expect("the resolved edition");
    (paired(resolved, edition), edition)
}

/// Whatever a box offers is had, without a notice, and with the other one kept.
#[test]
fn every_choice_that_is_offered_can_be_had() {
    let library = Library::open();
    let edition = library.manifest.edition(&library.manifest.current).expect("an edition");
    let mut choices = 0;
    for table in &edition.tables {
        let Some(kommun) = table.areas().into_iter().find(|code| code.is_municipality()) else { continue };
        let (selection, _) = decode(&format!("omrade={kommun}&diagram=spridning&tabell={}", table.id));
        let (opened, edition) = choice(&library, &selection);
        if opened.form.figure != FigureKind::Scatter {
            continue;
        }
        assert_eq!((opened.what.contents.len(), &opened.notices), (2, &Vec::new()), "{}", table.id);
        for at in [0, 1] {
            for (content, of) in pairable(&opened, at, edition) {
                let mut contents = opened.what.contents.clone();
                if contents[1 - at] == content {
                    continue;
                }
                contents[at] = content;
                let across = if at == 0 { &of.id } else { &opened.table.id };
                let codes: Vec<&str> = contents.iter().map(|content| content.code()).collect();
                let link = format!("omrade={kommun}&diagram=spridning&tabell={across}&innehall={}", codes.join(","));
                let (selection, _) = decode(&link);
                let (had, _) = choice(&library, &selection);
                assert_eq!((&had.what.contents, &had.notices), (&contents, &Vec::new()), "{link}");
                assert_eq!(had.form.figure, FigureKind::Scatter, "{link}");
                if let Some(other) = &had.other {
                    assert_eq!(other.time.periods.len(), had.time.periods.len(), "{link}");
                }
                // A link says it in as few words, and means the same.
                let plain = simplify(&selection, &library.manifest, &library.areas);
                let (again, _) = choice(&library, &decode(&encode(&plain)).0);
                assert_eq!(again, had, "{link} as {}", encode(&plain));
                choices += 1;
            }
        }
    }
    assert!(choices > 500, "{choices}");
}

/// Why something cannot be set against something else.
#[test]
fn what_cannot_be_matched_says_why() {
    let library = Library::open();
    for (link, why) in [
        ("omrade=20&diagram=spridning&tabell=ohalsotal-2026&innehall=ohalsotal,forsorjningskvot", Unmatched::NoPeriod),
        (
            "omrade=20&diagram=spridning&tabell=bas&innehall=arbetsloshet,ohalsotal&tid=2024M01..2026M04",
            Unmatched::NotThen,
        ),
        ("omrade=20&diagram=spridning&innehall=arbetsloshet,ohalsotal&utgava=2026-06", Unmatched::Nowhere),
    ] {
        let (resolved, ..) = library.load(link);
        assert!(matches!(resolved.notices[..], [Notice::NotBeside(_, told)] if told == why), "{:?}", resolved.notices);
        assert_eq!(resolved.what.contents.len(), 2, "{link} has something to show");
    }
}

/// Files name both tables and both sources.
#[test]
fn files_tell_of_both() {
    let library = Library::open();
    let (resolved, edition, tables) = library.load("omrade=20&diagram=spridning&innehall=ohalsotal,forsorjningskvot");
    let figure = build(&resolved, &tables, &library.areas).expect("its tables are loaded");
    let subject = Subject {
        figure: &figure,
        resolved: &resolved,
        tables: &tables,
        areas: &library.areas,
        published: &edition.published,
        today: "2026-12-01",
        address: "https://example.org/?x",
    };
    let of_both = |text: &str| text.contains("Försäkringskassan") && text.contains("SCB");
    for format in Format::ALL {
        let text = file(format, &subject).text;
        assert!(of_both(&text), "{format:?}:\n{text}");
        assert!(
            format == Format::LongCsv || text.contains("Åldrarna skiljer sig") || format == Format::PlainCsv,
            "{text}"
        );
    }
    insta::assert_snapshot!("par-hanvisning", citation(&subject));
    insta::assert_snapshot!("par-json-stat", file(Format::JsonStat, &subject).text);
    let ids: Vec<&str> = tables.iter().map(|table: &Table| table.id.0.as_str()).collect();
    assert_eq!(ids, ["ohalsotal", "forsorjningskvot"]);
}
