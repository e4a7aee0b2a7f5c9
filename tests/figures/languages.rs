//! Two languages, whole: what a figure and its file say has no word that only the other
//! language has. Told by the small words that no sentence does without; what a figure
//! quotes as a title in its own language (a source, a förbund) is left out.

use crate::exports::subject;
use crate::library::Library;
use crate::links::COMMITTED;
use faktabank_figures::export::{Format, file};
use faktabank_figures::figure::{Figure, build};

/// Words of Swedish that are none of English.
const SWEDISH: [&str; 26] = [
    "och",
    "är",
    "för",
    "inte",
    "som",
    "av",
    "till",
    "från",
    "med",
    "på",
    "vid",
    "har",
    "eller",
    "det",
    "ett",
    "i",
    "kommuner",
    "procent",
    "riket",
    "helårspersoner",
    "år",
    "siffrorna",
    "andel",
    "antal",
    "halvåret",
    "månader",
];

/// Words of English that are none of Swedish.
const ENGLISH: [&str; 22] = [
    "the",
    "of",
    "and",
    "is",
    "are",
    "was",
    "were",
    "by",
    "not",
    "which",
    "with",
    "from",
    "than",
    "have",
    "share",
    "number",
    "year",
    "years",
    "figures",
    "half",
    "municipalities",
    "sweden",
];

/// Titles that are said as they are in both languages.
const TITLES: [&str; 3] = ["Läget i Dalarna", "Kolada (öppna data, open data)", "Finsam i Sverige"];

/// All that a figure and its file say, in one text.
fn said(library: &Library, link: &str) -> String {
    let (resolved, _, tables) = library.load(link);
    let figure: Figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
    let subject = subject(&figure, &resolved, &tables, &library.areas);
    let table = file(Format::Csv, &subject).text;
    let notes = figure.caption.notes.join(" ");
    let caption = [&figure.caption.what, &figure.caption.provenance_text, &figure.caption.edition].map(String::as_str);
    let mut text = [&figure.headline.title, &figure.headline.lead, &caption.join(" "), &notes, &table]
        .map(String::as_str)
        .join(" ");
    let names = library.areas.associations.iter().map(|it| it.name.as_str());
    for title in TITLES.into_iter().chain(names) {
        text = text.replace(title, " ");
    }
    text
}

fn foreign(text: &str, words: &[&'static str]) -> Vec<&'static str> {
    let text: Vec<&str> = text.split_whitespace().filter(|word| !word.contains("://")).collect();
    let text = text.join(" ").to_lowercase();
    let said: Vec<&str> = text.split(|it: char| !it.is_alphabetic()).collect();
    words.iter().filter(|word| said.contains(*word)).copied().collect()
}

#[test]
fn a_figure_says_nothing_in_the_other_language() {
    let library = Library::open();
    let mut wrong = Vec::new();
    let links = COMMITTED.iter().flat_map(|(_, links)| links.iter());
    for link in links {
        for (asked, words) in [("", &ENGLISH[..]), ("&sprak=en", &SWEDISH[..])] {
            let link = format!("{link}{asked}");
            let text = said(&library, &link);
            let found = foreign(&text, words);
            if !found.is_empty() {
                wrong.push(format!("?{link}: {found:?}\n{text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} figures, as {}", wrong.len(), wrong[0]);
}

#[test]
fn a_foreign_word_is_found() {
    assert_eq!(foreign("I april 2026 var andelen 4 procent", &SWEDISH), ["i", "procent"]);
    assert_eq!(foreign("In April the share was 4 per cent", &ENGLISH), ["the", "was", "share"]);
}
