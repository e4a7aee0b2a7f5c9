//! The topics of a start page, held as snapshots in both languages; their numbers
//! and places counted again from the files.

use crate::describe;
use crate::library::Library;
use faktabank_figures::figure::{TopicSection, indicators, topic};
use faktabank_tables::query::{needs, sections};
use faktabank_tables::statistics::{AreaCode, Sex};
use std::fmt::Write as _;

fn all(library: &Library, link: &str) -> Vec<TopicSection> {
    let (resolved, edition, _) = library.load(link);
    let newest = library.newest(edition);
    let asked = &resolved.places[0];
    let sections = sections(&resolved, &library.manifest, &library.areas).into_iter();
    // The start page tells of the topic that it opens on in another way.
    let told = sections.filter(|section| section.topic != resolved.table.topic).map(|section| {
        let tables = library.tables(needs(&section.resolved, edition));
        topic(&section, asked, (&tables, &library.areas), newest.as_ref()).expect("its tables are loaded")
    });
    told.collect()
}

/// Everything that a reader would meet in a section.
fn words(link: &str, sections: &[TopicSection]) -> String {
    let mut text = format!("?{link}\n");
    for section in sections {
        writeln!(text, "\n# {} ({})\n{}", section.title, section.code, section.question).expect("text");
        for said in [&section.lack, &section.sentence, &section.lead].into_iter().filter(|said| !said.is_empty()) {
            writeln!(text, "{said}").expect("text");
        }
        for key in &section.keys {
            writeln!(text, "{} | {} | {}", key.number, key.label, key.note).expect("text");
        }
        if let Some(chart) = &section.chart {
            describe::write_chart(&mut text, chart);
        }
        for (name, to) in &section.members {
            writeln!(text, "{name} ?{to}").expect("text");
        }
        writeln!(text, "{}\n?{}", section.caption, section.link).expect("text");
    }
    text
}

#[test]
fn every_topic_of_an_area() {
    let library = Library::open();
    for (name, link) in [
        ("amnen-dalarna", ""),
        ("amnen-riket", "omrade=00"),
        ("amnen-ale", "omrade=1440"),
        ("amnen-ale-befolkning", "amne=befolkning&omrade=1440"),
        ("amnen-mora", "omrade=2062"),
        ("amnen-forbund", "omrade=forbund:falun-borlange"),
        ("amnen-grupp", "omrade=grupp:Vi(1440+2062)"),
    ] {
        insta::assert_snapshot!(name, words(link, &all(&library, link)));
        let english = [link, "&sprak=en"].concat();
        insta::assert_snapshot!(format!("{name}-en"), words(&english, &all(&library, english.trim_start_matches('&'))));
    }
}

#[test]
fn no_topic_is_left_out_of_any_kommun() {
    let library = Library::open();
    for area in library.areas.areas.iter().filter(|area| area.code.is_municipality()) {
        let link = format!("omrade={}", area.code);
        let (resolved, ..) = library.load(&link);
        let found = sections(&resolved, &library.manifest, &library.areas);
        let shown: Vec<&str> = found.iter().map(|section| section.topic.code()).collect();
        let every: Vec<&str> = library.manifest.catalogue.topics().map(|topic| topic.code()).collect();
        assert_eq!(shown, every, "{link}");
        for section in found.iter().filter(|section| section.is_held) {
            assert_eq!(section.resolved.places[0].code(), Some(area.code), "{link}: {}", section.topic.code());
        }
    }
}

/// The place in the country, counted over every file of the table.
#[test]
fn places_in_the_country_are_what_all_files_give() {
    let library = Library::open();
    let mut counted = 0;
    for area in ["1440", "2062", "2584", "0180", "1280"] {
        let link = format!("omrade={area}");
        let (resolved, edition, _) = library.load(&link);
        let found = sections(&resolved, &library.manifest, &library.areas);
        let others = found.iter().filter(|section| section.topic != resolved.table.topic);
        for (section, told) in others.zip(all(&library, &link)) {
            let Some(place) = told.keys.iter().find(|key| key.label.starts_with("kommuner i landet")) else { continue };
            let entry = section.resolved.table.as_ref();
            let shards = entry.shards.iter().filter(|shard| shard.sexes == [Sex::Both]).map(|shard| (entry, shard));
            let tables = library.tables(shards.collect());
            let (content, period) = (section.resolved.what.contents[0], section.resolved.time.periods.last().copied());
            let age = section.resolved.what.age;
            let own_table = tables.iter().find(|table| table.ages.contains(&age)).expect("its table");
            let value = |code: AreaCode| {
                let cell = own_table.cell(code, content, Sex::Both, age, period?);
                cell.ok().map(|value| (value * 10.0).round())
            };
            let own = value(AreaCode::from_code(area).expect("a code")).expect("a number");
            let kommuner = own_table.areas.iter().copied().filter(|code| code.is_municipality());
            let values: Vec<f64> = kommuner.filter_map(value).collect();
            let beyond = |is: fn(f64, f64) -> bool| values.iter().filter(|other| is(**other, own)).count();
            let (higher, lower) = (beyond(|other, own| other > own), beyond(|other, own| other < own));
            let edition = &edition.id;
            // From the nearer end, which is said.
            let end = if higher <= lower { "högst först" } else { "lägst först" };
            assert!(place.label.ends_with(end), "{link} {} {edition}: {}", told.code, place.label);
            let expected = format!("{} av {}", higher.min(lower) + 1, values.len());
            assert_eq!(place.number, expected, "{link} {} {edition}", told.code);
            counted += 1;
        }
    }
    assert!(counted >= 12, "only {counted} places were told");
}

/// The indicators of a plan, and the means of years counted here from the months.
#[test]
fn the_plan_of_a_forbund_for_its_kommuner_together_and_apart() {
    let library = Library::open();
    for (name, link) in [
        ("plan-forbund", "omrade=forbund:falun-borlange"),
        ("plan-forbund-en", "omrade=forbund:falun-borlange&sprak=en"),
    ] {
        let (resolved, edition, tables) = library.load(link);
        let found = sections(&resolved, &library.manifest, &library.areas);
        let others: Vec<_> =
            found.iter().map(|it| (&it.resolved, library.tables(needs(&it.resolved, edition)))).collect();
        let mut parts = vec![(&resolved, tables.as_slice())];
        parts.extend(others.iter().map(|(resolved, tables)| (*resolved, tables.as_slice())));
        let told = indicators(&resolved.places[0], &parts, &library.areas);
        let mut text = format!("?{link}\n");
        for indicator in &told {
            writeln!(text, "\n# {}\n{}\n{}", indicator.title, indicator.sentence, indicator.lack).expect("text");
            describe::write_table(&mut text, &indicator.table);
        }
        insta::assert_snapshot!(name, text);
        // Of Falun and Borlänge together: employed by population, over the twelve months.
        let bas = tables.iter().find(|table| table.id.0 == "bas").expect("BAS");
        let content = |code: &str| library.manifest.catalogue.content(code).expect("a contents");
        let sum = |code: &str, year: i32| -> f64 {
            let months = bas.periods.iter().filter(|period| period.year() == year);
            let cells = months.flat_map(|&month| {
                ["2080", "2081"].map(|area| {
                    let area = AreaCode::from_code(area).expect("a code");
                    bas.cell(area, content(code), Sex::Both, resolved.what.age, month).expect("a number")
                })
            });
            cells.sum()
        };
        let rate = |year| 100.0 * sum("sysselsatta", year) / sum("folkmangd", year);
        let row = &told.iter().find(|it| it.table.rows.len() == 3).expect("three rows").table.rows[0];
        let shown: Vec<f64> = row.cells.iter().map(|cell| cell.value.expect("a number")).collect();
        assert!((shown[0] - rate(2020)).abs() < 0.05 && (shown[1] - rate(2025)).abs() < 0.05, "{shown:?}");
    }
}
