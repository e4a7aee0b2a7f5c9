//! The sentences that were published, and what the newer figures say.

use crate::library::Library;
use faktabank_figures::figure::{Headline, build};

#[track_caller]
fn check(link: &str, title: &str, said: &[&str]) {
    let library = Library::open();
    let (resolved, _, tables) = library.load(link);
    let Headline { title: is, lead } = build(&resolved, &tables, &library.areas).expect("its table is loaded").headline;
    // No-break spaces are the text's business, not the sentence's.
    let plain = |text: &str| text.replace('\u{a0}', " ");
    assert_eq!(plain(&is), title, "{link}");
    for said in said {
        assert!(plain(&lead).contains(said), "{link}: {lead:?} says {said:?}");
    }
}

#[test]
fn edition_2024_12_says_what_was_published() {
    check(
        "utgava=2024-12",
        "Samhällsstödet i Dalarna har minskat med 22 procent sedan första halvåret 2014",
        &["19 260 helårspersoner", "cirka 5 500 färre"],
    );
    check(
        "utgava=2024-12&tid=..2023H2",
        "Samhällsstödet i Dalarna var andra halvåret 2023 det lägsta sedan mätningarna startade 2014",
        &["minskat med 21 procent, cirka 5 000 färre helårspersoner"],
    );
}

#[test]
fn edition_2026_06_says_what_the_newer_figures_say() {
    check(
        "",
        "Samhällsstödet i Dalarna är det lägsta sedan mätningarna startade 2014",
        &["17 450 helårspersoner", "preliminärt", "minskat med 26 procent, drygt 6 000 färre helårspersoner"],
    );
    check(
        "sprak=en",
        "Public support in Dalarna is the lowest since measurements began in 2014",
        &["17,450 full-year equivalents", "fallen by 26 per cent, just over 6,000 fewer full-year equivalents"],
    );
}
