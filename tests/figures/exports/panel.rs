//! What the panel hands over besides tables: codes for other pages, links that
//! last, lines for lists of references, and pictures.

use super::{ADDRESS, of_hand_made, of_library};
use crate::edition::HandMade;
use crate::library::Library;
use faktabank_figures::drawing::Style;
use faktabank_figures::export::{Drawing, Embed, citation, embed_title, picture};
use faktabank_tables::query::{Controls, Embedding, Selection, decode, encode, frozen, live, resolve};

const PLACE: &str = "https://faktabank.example/";

#[test]
fn codes_for_other_pages() {
    let link = "vy=utforska&diagram=yta&omrade=grupp:\"A\" & <B>(2080+2081)&tid=senaste-10";
    let (selection, _) = decode(
        &link
            .replace('&', "%26")
            .replace("%26diagram", "&diagram")
            .replace("%26omrade", "&omrade")
            .replace("%26tid", "&tid"),
    );
    let (title, says) = ("Stödet i \"A\" & <B> minskar", "År 2025: <färre> & fler.");
    let plain = Embed { place: PLACE, selection: &selection, title, says, height: 560 };
    let embedding = Embedding {
        untitled: true,
        table: true,
        controls: Controls::Time,
        frameless: true,
        noteless: true,
        embedded: false,
    };
    let chosen = Selection { embedding, ..selection.clone() };
    let chosen =
        Embed { place: "https://region.example/fakta/index.html", selection: &chosen, title, says, height: 900 };
    let shown: Vec<String> = [&plain, &chosen]
        .into_iter()
        .flat_map(|embed| [embed.frame(), embed.whole(), embed.with_script(), embed.plain()])
        .collect();
    insta::assert_snapshot!("inbaddningskoder", shown.join("\n"));
    // As a browser reads the codes: nothing of the title or the name gets out of its place.
    for code in &shown[2..4] {
        let page = format!(
            "<page>{}</page>",
            code.replace(" async>", " async=\"\">").replace(" data-faktabank ", " data-faktabank=\"\" ")
        );
        let page = roxmltree::Document::parse(&page).expect("well-formed");
        let link = page.descendants().find(|it| it.has_tag_name("a")).expect("a link");
        assert_eq!((link.text(), link.attribute("href")), (Some(title), Some(shown[1].as_str())));
        let text: String = page.descendants().filter(|it| it.is_text()).filter_map(|it| it.text()).collect();
        assert!(text.contains(&format!("{title}. {says}")), "{text:?}");
        assert!(page.descendants().all(|it| !it.has_tag_name("B") && !it.has_tag_name("färre")));
    }
}

#[test]
fn links_that_follow_and_links_that_stay() {
    let library = Library::open();
    let mut shown = Vec::new();
    for link in [
        "vy=utforska&diagram=yta",
        "vy=utforska&tid=2020H1..2025H2",
        "vy=utforska&tid=2020H1..",
        "vy=utforska&tid=2020H1..2021H2",
        "vy=utforska&tid=senaste-6",
        "vy=utforska&utgava=2024-12&innehall=summa",
        "vy=jamfor&tabell=bas&omrade=2080,2081&upplosning=ar",
    ] {
        let (selection, notices) = decode(link);
        assert_eq!(notices, []);
        let resolved = resolve(&selection, &library.manifest, &library.areas).expect("an edition");
        let (follows, stays) = (live(&selection, &resolved), frozen(&selection, &resolved));
        shown.push(format!("{link}\n  nyaste {}\n  fryst  {}", encode(&follows), encode(&stays)));
        // What stays shows what was shown; what follows does not stop at a period that was the newest.
        let again = resolve(&stays, &library.manifest, &library.areas).expect("an edition");
        assert_eq!((again.edition.id, again.time.periods), (resolved.edition.id, resolved.time.periods), "{link}");
        assert_eq!(
            (again.table.id.clone(), again.form.figure, again.notices),
            (resolved.table.id.clone(), resolved.form.figure, Vec::new()),
            "{link}"
        );
    }
    insta::assert_snapshot!("lankar-som-varar", shown.join("\n"));
}

#[test]
fn a_frozen_figure_says_that_newer_ones_exist() {
    let library = Library::open();
    let link = "vy=utforska&utgava=2024-12&tabell=helarsekvivalenter-dalarna&tid=2014H1..2024H1";
    of_library(&library, link, |subject| {
        assert!(subject.figure.caption.outdated);
        assert!(subject.figure.caption.edition.contains("Nyare och reviderade siffror finns"));
        let plain = |words: &str| words.replace('\u{a0}', " ").replace('\u{2060}', "");
        let headline = &subject.figure.headline;
        assert_eq!(embed_title(subject, true), (plain(&headline.title), plain(&headline.lead)));
        // Nothing that the next figures could make untrue.
        assert_eq!(
            embed_title(subject, false).0,
            "Dalarna: Samhällets stöd per ersättning: helårspersoner, snitt per månad, halvårsvis"
        );
    });
}

#[test]
fn lines_for_lists_of_references() {
    let library = Library::open();
    let edition = HandMade::new(&library.areas, true);
    let mut lines = Vec::new();
    for link in [
        "vy=utforska&diagram=yta",
        "vy=jamfor&tabell=bas&omrade=2080,2081,00&innehall=sysselsattningsgrad&tid=2026M01..2026M04",
        "vy=utforska&tabell=helarsekvivalenter-publicerat&omrade=2081&tid=2025H1..2025H1",
        "vy=utforska&diagram=yta&sprak=en",
    ] {
        lines.push(of_library(&library, link, citation));
    }
    lines.push(of_hand_made(&edition, "omrade=1060&vy=utforska&innehall=summa", citation));
    lines.push(of_hand_made(&edition, "omrade=1060&vy=utforska&innehall=summa", |subject| {
        citation(&faktabank_figures::export::Subject { address: "", ..*subject })
    }));
    insta::assert_snapshot!("kallhanvisningar", lines.join("\n"));
}

#[test]
fn a_picture_holds_all_that_a_figure_says() {
    let library = Library::open();
    let edition = HandMade::new(&library.areas, true);
    let check = |subject: &faktabank_figures::export::Subject<'_>, dark: bool| {
        let style = Style { dark, compact: false, height: 440, patterns: false };
        let svg = "<svg width=\"936\" height=\"440\" xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0L9 9\"/></svg>";
        let (file, (width, height)) = picture(subject, &Drawing { svg: svg.to_owned(), height: 440, style });
        let document = roxmltree::Document::parse(&file.text).expect("well-formed");
        let root = document.root_element();
        assert_eq!(root.attribute("width"), Some(width.to_string().as_str()));
        assert_eq!(root.attribute("height"), Some(height.to_string().as_str()));
        let of = |tag: &str| root.children().filter(|it| it.has_tag_name(tag)).collect::<Vec<_>>();
        let (figure, squeezed) = (subject.figure, |words: &str| words.replace(['\u{2060}', ' ', '\u{a0}', '\n'], ""));
        assert_eq!(of("title")[0].text().map(squeezed), Some(squeezed(&figure.headline.title)));
        assert!(of("desc")[0].text().is_some_and(|text| text.contains(&figure.caption.source)));
        // Lines are broken between words: put together, they are what the page says.
        let texts = of("text");
        let said: String = texts.iter().filter_map(|it| it.text()).map(squeezed).collect();
        let caption = &figure.caption;
        for words in [&figure.headline.title, &figure.headline.lead, &caption.source, &caption.provenance_text] {
            assert!(said.contains(&squeezed(words)), "{words} is not in {said}");
        }
        for note in &caption.notes {
            assert!(said.contains(&squeezed(note)), "{note} is not in {said}");
        }
        assert!(said.contains(&squeezed(ADDRESS)));
        // Nothing lies over anything else, or outside.
        let places: Vec<u32> =
            texts.iter().map(|it| it.attribute("y").expect("a place").parse().expect("a number")).collect();
        assert!(places.is_sorted_by(|a, b| a + 15 < *b) && places.last() < Some(&height), "{places:?} of {height}");
        assert_eq!(of("rect")[0].attribute("fill"), Some(style.paper()));
        assert!(file.name.ends_with(".svg"));
        said
    };
    for dark in [false, true] {
        of_library(&library, "vy=utforska&diagram=yta", |subject| check(subject, dark));
        let said =
            of_hand_made(&edition, "omrade=10&vy=utforska&upplosning=manad&innehall=summa", |it| check(it, dark));
        assert!(
            said.starts_with("Påhittadeexempelsiffror.Desägeringentingomområdet."),
            "the stamp is not on top: {said}"
        );
    }
}
