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
    check("omrade=grupp:Mina%20kommuner(2080+2081)", "omrade=grupp:Mina%20kommuner(2080+2081) []");
    check("omrade=Falun,2081,%20Falu%20kommun%20", "omrade=Falun,2081,%20Falu%20kommun%20 []");
    check("tid=senaste-10&utm_source=brev", "tid=senaste-10 []");
    check("tid=2023H2", "tid=2023H2..2023H2 []");
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
    check("innehall=sjukpenning,Lycka", "innehall=sjukpenning [InvalidValue(Contents, \"Lycka\")]");
    check("inbaddning=ja&kontroller=en", " [InvalidValue(Embedded, \"ja\"), InvalidValue(Controls, \"en\")]");
    check("kon=1+2,2", " [InvalidValue(Sex, \"1+2,2\")]");
    check("kon=kvinnor,man,1", " [InvalidValue(Sex, \"kvinnor,man,1\")]");
    check("kon=kvinnor,", " [InvalidValue(Sex, \"kvinnor,\")]");
    check("tabell=%3Cscript%3E", " [InvalidValue(Table, \"<script>\")]");
}
