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
        "Färre försörjs av samhällets stöd i Dalarna: 22 procent färre än första halvåret 2014",
        &["19 260 helårspersoner", "cirka 5 500 färre"],
    );
    check(
        "utgava=2024-12&tid=..2023H2",
        "Färre försörjdes av samhällets stöd i Dalarna andra halvåret 2023 än någon gång tidigare sedan 2014",
        &["minskat med 21 procent, eller cirka 5 000 helårspersoner"],
    );
}

#[test]
fn edition_2026_06_says_what_the_newer_figures_say() {
    check(
        "",
        "Färre försörjs av samhällets stöd i Dalarna än någon gång sedan 2014",
        &["17 450 helårspersoner", "preliminärt", "minskat med 26 procent, eller drygt 6 000 helårspersoner"],
    );
    check(
        "sprak=en",
        "Fewer people in Dalarna are supported by benefits than at any time since 2014",
        &["17,450 full-year equivalents", "fallen by 26 per cent, or just over 6,000 full-year equivalents"],
    );
}
