//! Areas side by side, held as snapshots.

use crate::edition::HandMade;
use crate::library::Library;
use faktabank_figures::figure::{Comparison, comparison};
use std::fmt::Write as _;

fn words(link: &str, comparison: &Comparison) -> String {
    let mut text = format!("?{link}\n{}\n{}\n", comparison.title, comparison.more_places);
    for area in &comparison.areas {
        writeln!(text, "{:?} {} ?{}", area.tone, area.name, area.link).expect("text");
    }
    for row in &comparison.rows {
        let points: Vec<String> = row
            .points
            .iter()
            .map(|point| format!("{}{}", point.text, point.mark.key().map(|key| format!(" {key}")).unwrap_or_default()))
            .collect();
        writeln!(text, "{} {} {:?} | {}", row.key, row.name, row.scale, points.join(" | ")).expect("text");
    }
    text
}

#[test]
fn areas_side_by_side() {
    let library = Library::open();
    for (name, link) in [
        ("sida-vid-sida", "vy=jamfor"),
        ("sida-vid-sida-antal", "vy=jamfor&omrade=2080,2081,forbund:norra-dalarna&innehall=arbetslosa&upplosning=ar"),
        ("sida-vid-sida-uppsala", "vy=jamfor&omrade=0380,0331&kon=2"),
        ("sida-vid-sida-en", "vy=jamfor&omrade=2081,2084,20&innehall=arbetsloshet&sprak=en"),
    ] {
        let (resolved, _, tables) = library.load(link);
        let comparison = comparison(&resolved, &tables, &library.areas).expect("two areas");
        insta::assert_snapshot!(name, words(link, &comparison));
    }
    let (resolved, _, tables) = library.load("vy=utforska&omrade=2080");
    assert_eq!(comparison(&resolved, &tables, &library.areas), None);
}

#[test]
fn benefits_side_by_side() {
    let edition = HandMade::new(&Library::open().areas, true);
    let link = "vy=jamfor&omrade=2080,2081,1060,00&utgava=prov";
    let (resolved, _, tables) = edition.load(link);
    let comparison = comparison(&resolved, tables, edition.areas()).expect("four areas");
    insta::assert_snapshot!("sida-vid-sida-hel", words(link, &comparison));
}
