//! `decode(encode(s)) == s` for every selection, and no query string at all
//! that decoding fails on.

use super::super::{Backdrop, Embedding};
use super::*;
use crate::statistics::Sex;
use proptest::prelude::*;
use proptest::sample::select;

fn area() -> impl Strategy<Value = AreaCode> {
    prop_oneof![
        Just(AreaCode::Country),
        (1_u8..26).prop_map(AreaCode::County),
        (114_u16..2585).prop_map(AreaCode::Municipality)
    ]
}

fn choice() -> impl Strategy<Value = AreaChoice> {
    prop_oneof![
        area().prop_map(AreaChoice::Area),
        "[a-z][a-z0-9-]{0,20}".prop_map(AreaChoice::Association),
        ("\\PC{1,30}", prop::collection::vec(area(), 1..5)).prop_filter_map("a name is left", |(name, members)| {
            let name = group_name(&name);
            (!name.is_empty()).then_some(AreaChoice::Group { name, members })
        }),
    ]
}

/// Areas, and all of `omrade=` where names are among them.
fn areas() -> impl Strategy<Value = (Vec<AreaChoice>, String)> {
    let name = prop::option::weighted(0.2, "[A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö +.-]{0,19}[a-zåäö]");
    (prop::collection::vec(choice(), 0..6), name).prop_map(|(areas, name)| {
        let areas = unique(areas);
        let named = name.map(|name| areas.iter().map(area_value).chain([name]).collect::<Vec<_>>().join(","));
        (areas, named.unwrap_or_default())
    })
}

fn age() -> impl Strategy<Value = Age> {
    prop_oneof![
        Just(Age::EVERYBODY),
        (0_u8..120, 0_u8..120).prop_filter_map("an order", |(from, to)| Age::between(from, to)),
        (1_u8..120).prop_filter_map("an age", Age::at_least),
    ]
}

fn period() -> impl Strategy<Value = Period> {
    (select(&Resolution::ALL[..]), 2000_i32..2030, 1_i32..13)
        .prop_map(|(resolution, year, part)| Period::month(year, part).expect("a month").at(resolution))
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        Just(Span::All),
        (1_u16..999).prop_map(Span::Last),
        (prop::option::of(period()), prop::option::of(period())).prop_map(|(from, to)| match (from, to) {
            (None, None) => Span::All,
            (from, to) => Span::Range { from, to },
        }),
    ]
}

fn sexes() -> impl Strategy<Value = Sexes> {
    prop_oneof![select(&Sex::ALL[..]).prop_map(Sexes::Of), Just(Sexes::Apart)]
}

fn unique<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    items.into_iter().fold(Vec::new(), |mut kept, item| {
        if !kept.contains(&item) {
            kept.push(item);
        }
        kept
    })
}

prop_compose! {
    fn selection()(
        view in prop::option::of(select(&View::ALL[..])),
        topic in prop::option::of("[a-z][a-z0-9-]{0,30}".prop_map(TopicCode)),
        table in prop::option::of("[a-z][a-z0-9-]{0,30}"),
        edition in prop::option::of("[a-z0-9][a-z0-9-]{0,10}"),
        (areas, named) in areas(),
        contents in prop::collection::vec("[a-z][a-z0-9-]{0,30}".prop_map(ContentCode), 0..5),
        span in span(),
        resolution in prop::option::of(select(&Resolution::ALL[..])),
        measure in prop::option::of(select(&Measure::ALL[..])),
        (figure, axis, (classes, scales), sex, age, theme, language) in (
            prop::option::of(select(&FigureKind::ALL[..])),
            prop::option::of(select(&[AxisStart::Zero, AxisStart::Fitted][..])),
            (prop::option::of(select(&Classes::ALL[..])), prop::option::of(select(&Scales::ALL[..]))),
            prop::option::of(sexes()),
            prop::option::of(age()),
            prop::option::of(select(&[Theme::Light, Theme::Dark][..])),
            select(&[Language::Swedish, Language::English][..]),
        ),
        (embedded, untitled, table_shown, frameless, noteless) in any::<(bool, bool, bool, bool, bool)>(),
        controls in select(&Controls::ALL[..]),
        ((country, events), slides) in (any::<(bool, bool)>(), "([1-9];[a-z0-9=&%;:+ ]{0,60})?"),
        order in prop::option::of(select(&Order::ALL[..])),
        aim in (prop::option::of(1990_u16..2100), prop::option::of(1_u8..91)).prop_map(|(base, per_cent)| Aim { base, per_cent }),
    ) -> Selection {
        Selection {
            view,
            topic,
            table: table.map(TableId),
            edition: edition.map(EditionId),
            areas,
            named,
            contents: unique(contents),
            span, resolution, measure, figure, axis, classes, scales, sex, age, language, theme, aim, order,
            backdrop: Backdrop { country, events },
            embedding: Embedding { embedded, untitled, table: table_shown, controls, frameless, noteless },
            slides,
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_back(selection in selection()) {
        let query = encode(&selection);
        prop_assert_eq!(decode(&query), (selection, Vec::new()), "{}", query);
    }

    #[test]
    fn any_text_decodes_and_settles(query in "\\PC{0,120}") {
        let (selection, _) = decode(&query);
        prop_assert_eq!(decode(&encode(&selection)).0, selection);
    }
}

#[track_caller]
fn check(query: &str, expected: &str) {
    let (selection, notices) = decode(query);
    assert_eq!(format!("{} {notices:?}", encode(&selection)), expected);
}

#[test]
fn links_as_people_write_them() {
    check("", " []");
    check("?vy=oversikt", "vy=oversikt []");
    check("?omrade=1440&amne=befolkning", "amne=befolkning&omrade=1440 []");
    check("?vy=jamfor&tabell=bas&omrade=2080,2081,00", "vy=jamfor&tabell=bas&omrade=2080,2081,00 []");
    check("omrade=2080%2C2080%2C20", "omrade=2080,20 []");
    check("omrade=grupp:Mina%20kommuner(2080+2081)", "omrade=grupp:Mina%20kommuner(2080+2081%29 []");
    check("omrade=Falun,2081,%20Falu%20kommun%20", "omrade=Falun,2081,%20Falu%20kommun%20 []");
    check("tid=senaste-10&utm_source=brev", "tid=senaste-10 []");
    check("tid=2023H2&diagram=karta", "tid=2023H2..2023H2&diagram=karta []");
    check("tid=2023H2&matt=andel", "tid=2023H2..2023H2&matt=andel []");
    check("kon=1%202", "kon=1+2 []");
    check("kon=kvinnor", "kon=2 []");
    check("kon=man", "kon=1 []");
    check("kon=bada", "kon=1+2 []");
    for both in ["kvinnor,man", "man,kvinnor", "2,1", "1%2C2", "kvinnor%2cman", "2,man"] {
        check(&format!("kon={both}"), "kon=kvinnor,man []");
    }
    check("alder=80%20", "alder=80+ []");
    check("alder=80%2B", "alder=80+ []");
    check("?inbaddning=1&noter=0", "inbaddning=1&noter=0 []");
    check("?vy=visa&bilder=2;omrade%3D20;omrade%3D00", "vy=visa&bilder=2;omrade%3D20;omrade%3D00 []");
    check("?inbaddning=1&rubrik=0&ram=1&kontroller=tid&vy=jamfor", "vy=jamfor&inbaddning=1&rubrik=0&kontroller=tid []");
}

#[test]
fn what_is_wrong_is_said_and_the_rest_is_kept() {
    check("vy=karta&matt=andel", "matt=andel [InvalidValue(View, \"karta\")]");
    check("farg=bl%C3%A5", " [UnknownParameter(\"farg\")]");
    check("tid=i+fjol", " [InvalidValue(Span, \"i+fjol\")]");
    check("innehall=sjukpenning,l_cka", "innehall=sjukpenning [InvalidValue(Contents, \"l_cka\")]");
    check("inbaddning=ja&kontroller=en", " [InvalidValue(Embedded, \"ja\"), InvalidValue(Controls, \"en\")]");
    check("kon=1+2,2", " [InvalidValue(Sex, \"1+2,2\")]");
    check("kon=kvinnor,man,1", " [InvalidValue(Sex, \"kvinnor,man,1\")]");
    check("tabell=%3Cscript%3E", " [InvalidValue(Table, \"<script>\")]");
}

#[test]
fn no_address_ends_like_a_sentence() {
    check("tid=2020H1..", "tid=2020H1.%2E []");
    check("tid=2020H1..&diagram=linje", "tid=2020H1..&diagram=linje []");
    check("omrade=20,grupp:Norra%20Dalarna(2039+2062)", "omrade=20,grupp:Norra%20Dalarna(2039+2062%29 []");
    check("omrade=Mora!", "omrade=Mora%21 []");
    check("alder=80+", "alder=80+ []");
}

/// Read as another address is, which is as it was written.
#[track_caller]
fn is_meant(arrives: &str, meant: &str) {
    let (meant, notices) = decode(meant);
    assert_eq!(notices, [], "{arrives}");
    assert_eq!(decode(arrives), (meant, notices), "{arrives}");
}

#[test]
fn signs_of_the_sentence_around_a_link_are_none_of_it() {
    for end in
        [".", ",", ")", ";", ":", "!", "?", ").", "...", "%22", "%3E", "%E2%80%9D", "%C2%BB", "%20", "*", "/", "]"]
    {
        is_meant(&format!("vy=utforska&diagram=linje{end}"), "vy=utforska&diagram=linje");
        is_meant(&format!("omrade=2080,2081{end}"), "omrade=2080,2081");
        is_meant(&format!("tid=2020H1..2022H2{end}"), "tid=2020H1..2022H2");
        is_meant(&format!("tid=2020H1..{end}"), "tid=2020H1..");
        is_meant(
            &format!("omrade=20,grupp:Norra%20Dalarna(2039+2062{end}"),
            "omrade=20,grupp:Norra%20Dalarna(2039+2062)",
        );
        is_meant(&format!("alder=80+{}", end.replace("%20", "")), "alder=80+");
    }
    is_meant("tid=2020H1.", "tid=2020H1..");
    is_meant("tid=2020H1%E2%80%A6", "tid=2020H1..");
    is_meant("tid=2020H1.%2E", "tid=2020H1..");
    is_meant("omrade=20,grupp:Norra%20Dalarna(2039+2062", "omrade=20,grupp:Norra%20Dalarna(2039+2062)");
    is_meant("omrade=grupp:Norr(2039+,2080", "omrade=grupp:Norr(2039),2080");
    is_meant("kon=kvinnor,", "kon=kvinnor");
}

#[test]
fn what_may_have_lost_its_dots_is_said() {
    let only = Period::half_year(2020, 1).expect("a half-year");
    for link in ["vy=utforska&tid=2020H1", "vy=utforska&tid=2020h1,&fbclid=abc", "vy=utforska&amp;tid=2020H1"] {
        let (selection, notices) = decode_arrived(link);
        assert_eq!(encode(&selection), "vy=utforska&tid=2020H1..2020H1");
        assert_eq!(notices, [Notice::OnlyPeriod(only)], "{link}");
        assert_eq!(decode(link), (selection, Vec::new()), "{link}");
    }
    for link in ["tid=2020H1..2020H1", "diagram=karta&tid=2020H1", "tid=2020H1&matt=andel", "tid=senaste-3", ""] {
        assert_eq!(decode_arrived(link), decode(link), "{link}");
    }
}

#[test]
fn signs_escaped_once_too_often_are_read() {
    for and in ["&amp;", "&amp;amp;", "&amp;amp;amp;", "&#38;", "&#038;", "&AMP;", "?", "%26", "%26amp%3B", "%2526"] {
        is_meant(&format!("vy=utforska{and}omrade=2080{and}diagram=linje"), "vy=utforska&omrade=2080&diagram=linje");
    }
    is_meant("vy%3Dutforska%26omrade%3D2080%252C2081", "vy=utforska&omrade=2080,2081");
    is_meant("omrade=2080%252C2081", "omrade=2080,2081");
    is_meant("omrade=2080%25252C2081", "omrade=2080,2081");
    is_meant("omrade=grupp:V%25C3%25A4sterdalarna(2021+2023)", "omrade=grupp:V%C3%A4sterdalarna(2021+2023)");
    is_meant("omrade=grupp:Norra%20Dalarna(2039%202062)", "omrade=grupp:Norra%20Dalarna(2039+2062)");
    is_meant("omrade=grupp:Norra+Dalarna(2039%2B2062)", "omrade=grupp:Norra%20Dalarna(2039+2062)");
    is_meant("vy=3Dutforska&omrade=3D2080", "vy=utforska&omrade=2080");
    is_meant("vy=utforska&quot;", "vy=utforska");
    is_meant("tid=2014H1%2E%2E2022H2", "tid=2014H1..2022H2");
}

#[test]
fn what_keyboards_and_editors_make_of_letters_is_read() {
    is_meant("Vy=Utforska&OMRADE=2080&SPRAK=EN", "vy=utforska&omrade=2080&sprak=en");
    is_meant("tid=2014h1..2022h2", "tid=2014H1..2022H2");
    is_meant("tid=2014m01r..2022m12r", "tid=2014M01R..2022M12R");
    is_meant("tid=2014H1%E2%80%A62022H2", "tid=2014H1..2022H2");
    is_meant("tid=Senaste%E2%80%9310", "tid=senaste-10");
    is_meant("tabell=helarsekvivalenter%E2%80%93dalarna", "tabell=helarsekvivalenter-dalarna");
    is_meant("omrade=2080,%202081", "omrade=2080,2081");
    is_meant("omrade=2080%E2%80%8B,%C2%AD2081&vy=%20utforska", "omrade=2080,2081&vy=utforska");
}

#[test]
fn a_group_keeps_the_signs_of_its_name() {
    for name in ["A & B", "A;B", "20 % eller mer", "A=B", "A?B", "Falun – Borlänge", "A.B: C!"] {
        let areas = vec![AreaChoice::Group { name: group_name(name), members: vec![AreaCode::DALARNA] }];
        assert_eq!(group_name(name), name);
        let selection = Selection { areas, ..Selection::default() };
        assert_eq!(decode(&encode(&selection)), (selection, Vec::new()), "{name}");
    }
    // What would be read as an escape is none.
    assert_eq!(group_name("100%25 av A%20B"), "100% av A B");
}

#[test]
fn what_counts_who_follows_a_link_is_no_fault_of_it() {
    for tracker in [
        "utm_source=brev",
        "_gl=1*abc*_ga*MTIz",
        "gclid=a",
        "gclsrc=a",
        "gbraid=a",
        "wbraid=a",
        "gad_source=1",
        "gad_campaignid=1",
        "dclid=a",
        "msclkid=a",
        "fbclid=a",
        "fb_action_ids=1",
        "srsltid=a",
        "mkt_tok=a",
        "_hsenc=a",
        "_hsmi=1",
        "__hstc=1",
        "hsCtaTracking=a",
        "hsa_acc=1",
        "_x_tr_sl=sv",
        "_x_tr_tl=ar",
        "mc_cid=1",
        "mc_eid=1",
        "mtm_campaign=1",
        "pk_campaign=1",
        "matomo_campaign=1",
        "piwik_kwd=1",
        "yclid=1",
        "ysclid=1",
        "twclid=1",
        "ttclid=1",
        "li_fat_id=1",
        "igshid=1",
        "igsh=1",
        "mibextid=1",
        "epik=1",
        "rdt_cid=1",
        "ScCid=1",
        "sc_cid=1",
        "s_kwcid=1",
        "s_cid=1",
        "ef_id=1",
        "vero_id=1",
        "oly_enc_id=1",
        "elqTrackId=1",
        "ml_subscriber=1",
        "nr_email_referer=1",
        "at_medium=1",
        "wt_mc=1",
        "spm=1",
        "trk=1",
        "_openstat=1",
        "_kx=1",
        "_branch_match_id=1",
    ] {
        is_meant(&format!("vy=utforska&omrade=2080&{tracker}"), "vy=utforska&omrade=2080");
        is_meant(&format!("inbaddning=1&amp;{tracker}&amp;vy=utforska"), "inbaddning=1&vy=utforska");
    }
    for parameter in Parameter::ALL {
        assert!(!mended::is_of_others(parameter.name()), "{}", parameter.name());
    }
}

#[test]
fn the_page_knows_the_same_trackers_before_it_is_drawn() {
    let script = include_str!("../../../../public/asked.js");
    assert!(script.contains(&format!("\"{}\"", mended::OF_OTHERS)), "asked.js has another list");
}
