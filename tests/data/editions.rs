//! The committed editions say what was published.

use crate::catalogue::{catalogue, contents};
use crate::data_folder;
use faktabank_tables::snapshot::{
    EditionId, Manifest, read_areas, read_boundaries, read_changes, read_events, read_manifest, read_shard, verify,
};
use faktabank_tables::statistics::{Age, AreaCode, Missing, Period, Provenance, Sex, Table, TableId};
use std::fs;

pub(crate) fn manifest() -> Manifest {
    read_manifest(&fs::read(data_folder().join("manifest.json")).unwrap(), catalogue()).unwrap()
}

/// The parts of a table, as it is divided by sex and ages.
pub(crate) fn parts(edition: &str, id: &str) -> Vec<Table> {
    let manifest = manifest();
    let entry = manifest.edition(&EditionId(edition.into())).and_then(|each| each.table(&TableId(id.into()))).unwrap();
    let parts = entry.shards.iter().map(|shard| {
        let bytes = fs::read(data_folder().join(&shard.file.file)).unwrap();
        read_shard(entry, shard, &bytes).unwrap()
    });
    Table::join(parts).unwrap()
}

fn table(edition: &str, id: &str) -> Table {
    parts(edition, id).remove(0)
}

fn cell(table: &Table, area: &str, content: &str, period: &str) -> Result<f64, Missing> {
    let (area, content) = (AreaCode::from_code(area).unwrap(), contents(content));
    table.cell(area, content, Sex::Both, Age::FROM_20_TO_64, Period::from_code(period).unwrap())
}

/// The mean of the total's months.
fn mean(table: &Table, half_year: &str) -> f64 {
    let months: Vec<_> = Period::from_code(half_year).unwrap().months().collect();
    let sum: f64 = months.iter().map(|month| cell(table, "20", "summa", &month.to_string()).unwrap()).sum();
    sum / 6.0
}

#[test]
fn the_half_years_of_dalarna_are_those_of_each_vintage() {
    // Published as whole numbers; one of the means lies just between two.
    let check = |table: &Table, half_year: &str, expected: f64| {
        let found = mean(table, half_year);
        assert!((found - expected).abs() <= 0.5, "{half_year}: {found} is not {expected}");
    };
    let newer = table("2026-06", "helarsekvivalenter-dalarna");
    for (half_year, expected) in [
        ("2014H1", 24739.0),
        ("2014H2", 23594.0),
        ("2019H2", 19889.0),
        ("2021H1", 21627.0),
        ("2023H2", 18367.0),
        ("2024H2", 18427.0),
        ("2025H1", 18715.0),
        ("2025H2", 17452.0),
    ] {
        check(&newer, half_year, expected);
    }
    let older = table("2024-12", "helarsekvivalenter-dalarna");
    for (half_year, expected) in [("2014H1", 24742.0), ("2024H1", 19260.0), ("2014H2", 23597.0), ("2023H2", 18676.0)] {
        check(&older, half_year, expected);
    }
}

#[test]
fn what_was_not_published_is_missing_and_not_zero() {
    let riket = table("2026-06", "helarsekvivalenter-riket");
    assert_eq!(cell(&riket, "00", "sjukpenning", "2001"), Ok(252_270.0));
    for content in ["summa", "folkmangd", "andel"] {
        assert_eq!(cell(&riket, "00", content, "2001"), Err(Missing::NotAvailable), "{content}");
    }
    assert_eq!(cell(&riket, "00", "summa", "2023"), Ok(701_953.0));
    assert_eq!(cell(&riket, "00", "sjukpenning", "2023"), Err(Missing::NotAvailable));
    let printed = table("2026-06", "helarsekvivalenter-publicerat");
    assert_eq!(cell(&printed, "20", "andel", "2025H1"), Ok(12.9));
    assert_eq!(cell(&printed, "20", "summa", "2025H1"), Err(Missing::NotAvailable));
    assert_eq!(cell(&printed, "2034", "summa", "2024H2"), Ok(507.0));
    assert_eq!(cell(&printed, "2034", "summa", "2025H1"), Err(Missing::NotAvailable));
}

#[test]
fn the_labour_market_is_whole_for_every_kommun_of_dalarna() {
    let bas = table("2026-06", "bas");
    assert_eq!((bas.areas.len(), bas.contents.len(), bas.periods.len()), (17, 11, 76));
    assert!(bas.cells.iter().all(Result::is_ok));
    assert_eq!(cell(&bas, "00", "sysselsatta", "2020M01"), Ok(4_648_035.0));
    assert_eq!(cell(&bas, "20", "sysselsattningsgrad", "2020M01"), Ok(80.8));
    let dalarna = read_areas(&fs::read(data_folder().join("areas.json")).unwrap()).unwrap();
    for area in dalarna.municipalities_of(AreaCode::DALARNA) {
        assert!(bas.areas.contains(&area.code), "{}", area.name);
    }
}

#[test]
fn every_edition_is_real_and_says_how_exact_it_is() {
    let manifest = manifest();
    let menu = |id: &str| -> Vec<String> {
        let edition = manifest.edition(&EditionId(id.into())).unwrap();
        edition.tables.iter().map(|table| table.id.to_string()).collect()
    };
    assert_eq!(manifest.current.to_string(), "2026-11");
    let taken_over = [
        "helarsekvivalenter-dalarna",
        "helarsekvivalenter-riket",
        "helarsekvivalenter-publicerat",
        "helarsekvivalenter-uppsala",
        "bas",
    ];
    assert_eq!(menu("2026-06"), taken_over);
    assert_eq!(menu("2026-11")[..5], taken_over);
    let file_of = |id: &str| manifest.edition(&EditionId(id.into())).unwrap().tables[4].shards[0].file.clone();
    assert_eq!(file_of("2026-11"), file_of("2026-06"), "a table that is taken over has its files where they were");
    assert_eq!(menu("2024-12"), ["helarsekvivalenter-dalarna"]);
    assert!(manifest.editions.iter().all(|edition| !edition.modelled));
    for (edition, part, total, preliminary) in [("2026-06", 10.0, 6.0, "2025M01"), ("2024-12", 22.0, 11.0, "2024M01")] {
        let table = table(edition, "helarsekvivalenter-dalarna");
        assert_eq!(table.provenance, Provenance::Digitised);
        assert_eq!(table.error_of(contents("sjukpenning")), part);
        assert_eq!(table.error_of(contents("summa")), total);
        assert_eq!(table.preliminary_from, Period::from_code(preliminary));
    }
}

#[test]
fn dalarnas_forbund_stand_with_their_dates() {
    let areas = read_areas(&fs::read(data_folder().join("areas.json")).unwrap()).unwrap();
    let list: Vec<String> = areas
        .associations
        .iter()
        .map(|association| {
            let members: Vec<_> = association
                .members
                .iter()
                .map(|member| {
                    let (from, to) = (member.from.as_deref(), member.to.as_deref());
                    format!("{} {}–{}", areas.name(member.code), from.unwrap_or_default(), to.unwrap_or_default())
                })
                .collect();
            let sourced = if association.sourced { "" } else { " (inferred)" };
            format!("{}{sourced}: {}", association.slug, members.join(", "))
        })
        .collect();
    insta::assert_snapshot!(list.join("\n"));
}

#[test]
fn outlines_lie_where_the_kommuner_are() {
    let boundaries = read_boundaries(&fs::read(data_folder().join("geo/kommuner.json")).unwrap()).unwrap();
    assert_eq!(boundaries.kommuner.len(), 290);
    // Falun's Stora torget, 60°36'25" N 15°37'52" E, is at 534 500 E 6 719 200 N.
    let [left, top, width, height] = boundaries.of(AreaCode::Municipality(2080)).unwrap().frame;
    let (across, down) = ((534_500 - 277_200) / 100, (7_669_900 - 6_719_200) / 100);
    assert!((left..left + width).contains(&across) && (top..top + height).contains(&down));
    // Kiruna is the northernmost, Trelleborg the southernmost.
    let northernmost = boundaries.kommuner.iter().min_by_key(|it| it.frame[1]).unwrap();
    let southernmost = boundaries.kommuner.iter().max_by_key(|it| it.frame[1] + it.frame[3]).unwrap();
    assert_eq!((northernmost.code, southernmost.code), (AreaCode::Municipality(2584), AreaCode::Municipality(1287)));
}

#[test]
fn what_happened_is_told_with_its_source() {
    let manifest = read_manifest(&fs::read(data_folder().join("manifest.json")).unwrap(), catalogue()).unwrap();
    let bytes = fs::read(data_folder().join("handelser.json")).unwrap();
    verify(manifest.events.as_ref().unwrap(), &bytes).unwrap();
    let told = read_events(&bytes).unwrap().into_iter().map(|event| {
        let to = event.to.map_or_else(String::new, |to| to.to_string());
        format!("{}–{to} {}: {} ({})", event.from, event.name.sv, event.text.sv, event.source.sv)
    });
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn uppsala_tells_women_and_men_apart_and_both_are_their_sum() {
    let table = table("2026-06", "helarsekvivalenter-uppsala");
    let period = Period::from_code("2025M06R").unwrap();
    let cell = |area, content, sex| table.cell(area, content, sex, Age::FROM_20_TO_65, period);
    let uppsala = AreaCode::Municipality(380);
    assert_eq!(cell(uppsala, contents("summa"), Sex::Women), Ok(8568.0));
    assert_eq!(cell(uppsala, contents("andel"), Sex::Men), Ok(9.2));
    assert_eq!(cell(uppsala, contents("andel"), Sex::Both), Err(Missing::NotAvailable));
    let counts = table.contents.iter().filter(|content| **content != contents("andel"));
    for (&content, &area) in counts.flat_map(|content| table.areas.iter().map(move |area| (content, area))) {
        let sum = cell(area, content, Sex::Women).unwrap() + cell(area, content, Sex::Men).unwrap();
        assert_eq!(cell(area, content, Sex::Both), Ok(sum), "{area} {content:?}");
    }
}

/// Counted here from the published values alone, in another way than the tool does.
#[test]
fn what_an_edition_says_that_changed_is_what_its_tables_give() {
    let manifest = manifest();
    let edition = manifest.edition(&EditionId("2026-06".into())).unwrap();
    let entry = edition.changes.as_ref().unwrap();
    let bytes = fs::read(data_folder().join(&entry.file)).unwrap();
    let changes = read_changes(&entry.file, &bytes, catalogue()).unwrap();
    let [told] = &changes.tables[..] else { panic!("one table is in both editions") };
    let (now, then) = (table("2026-06", &told.table.0), table(&told.former_edition.0, &told.former_table.0));
    let new: Vec<&Period> = now.periods.iter().filter(|period| !then.periods.contains(period)).collect();
    assert_eq!(new, told.new.iter().collect::<Vec<_>>());
    for of in &told.contents {
        let both = |period: &Period| {
            let value = |table: &Table| cell(table, "20", of.content.code(), &period.to_string()).unwrap();
            (value(&then), value(&now), period.to_string())
        };
        let months: Vec<(f64, f64, String)> = then.periods.iter().map(both).collect();
        let by = |month: &(f64, f64, String)| month.1 - month.0;
        let changed: Vec<&(f64, f64, String)> = months.iter().filter(|month| by(month).abs() > of.within).collect();
        assert_eq!((of.compared, of.changed), (months.len(), changed.len()), "{:?}", of.content);
        let largest = changed.iter().max_by(|one, other| by(one).abs().total_cmp(&by(other).abs()));
        let found = of.largest.as_ref().map(|it| (it.was, it.is, it.period.to_string()));
        assert_eq!(found.as_ref(), largest.copied(), "{:?}", of.content);
        if let Some(run) = &of.run {
            let from = months.iter().position(|month| month.2 == run.from.to_string()).unwrap();
            assert!(months[from..].iter().all(|month| by(month) < -of.within), "{:?}", of.content);
            assert!(by(&months[from - 1]) >= -of.within, "{:?}", of.content);
        }
    }
}
