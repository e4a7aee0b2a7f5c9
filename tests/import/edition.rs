//! What an import left behind, against what the server has: each cell, by
//! arithmetic of the test's own.

use crate::catalogue::catalogue;
use crate::server::Table;
use crate::tables::Helarsekvivalenter;
use crate::tool::Place;
use faktabank_tables::json_stat::read_table;
use faktabank_tables::snapshot::{Edition, EditionId, read_manifest};
use faktabank_tables::statistics::{Missing, TableId};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// SCB's contents in our codes.
pub(crate) const OURS: [(&str, &str); 9] = [
    ("0000018G", "andel"),
    ("0000018H", "arbetsmarknadsatgarder"),
    ("0000018I", "etableringsersattning"),
    ("0000018J", "arbetsloshetsersattning"),
    ("0000018K", "sjukpenning"),
    ("0000018L", "ekonomiskt-bistand"),
    ("0000018M", "sjuk-och-aktivitetsersattning"),
    ("0000018N", "summa"),
    ("0000018O", "folkmangd"),
];

/// An edition of the data.
pub(crate) fn edition(place: &Place, id: &str) -> Option<Edition> {
    let manifest = read_manifest(&fs::read(place.data().join("manifest.json")).unwrap(), catalogue()).unwrap();
    manifest.edition(&EditionId(id.to_owned())).cloned()
}

/// The edition that the explorer opens on.
pub(crate) fn current(place: &Place) -> String {
    read_manifest(&fs::read(place.data().join("manifest.json")).unwrap(), catalogue()).unwrap().current.to_string()
}

/// Compares every cell of a table in an edition with the server's, both ways.
/// What was not delivered must be missing, and nothing else.
pub(crate) fn check_cells(place: &Place, id: &str, shape: &Helarsekvivalenter) {
    let table = shape.table();
    let undelivered: BTreeSet<_> = shape.undelivered().into_iter().collect();
    let edition = edition(place, id).expect("the edition");
    let entry = edition.table(&TableId("helarsekvivalenter".to_owned())).expect("the table");
    let rows = rows(&table);
    let mut seen = 0;
    for shard in &entry.shards {
        let part = read_table(&fs::read(place.data().join(&shard.file.file)).unwrap(), catalogue()).unwrap();
        let mut cells = part.cells.iter();
        for area in &part.areas {
            for content in &part.contents {
                for sex in &part.sexes {
                    for age in &part.ages {
                        let (area, code) = (area.to_string(), content.code());
                        let key = (area.clone(), sex.code().to_owned(), age.to_string(), code.to_owned());
                        let row = rows.get(&key).unwrap_or_else(|| panic!("{key:?} is not the server's"));
                        for (period, printed) in part.periods.iter().zip(*row) {
                            let month = period.to_string();
                            let is_missing =
                                code == "ekonomiskt-bistand" && undelivered.contains(&(area.clone(), month.clone()));
                            let expected = match code {
                                _ if is_missing => Err(Missing::NotReported),
                                "andel" => Ok(f64::from(*printed) / 10.0),
                                _ => Ok(f64::from(*printed)),
                            };
                            assert_eq!(cells.next(), Some(&expected), "{}: {key:?} {month}", shard.file.file);
                            seen += 1;
                        }
                    }
                }
            }
        }
        let periods: Vec<_> = part.periods.iter().map(ToString::to_string).collect();
        let months: Vec<_> = table.variables[4].values.iter().map(|value| value.code.clone()).collect();
        assert_eq!(periods, months, "{}", shard.file.file);
    }
    assert_eq!(seen, table.size(), "cells");
}

/// The months of each area, sex, age span and contents of ours.
fn rows(table: &Table) -> BTreeMap<(String, String, String, String), &[i32]> {
    let [regions, sexes, ages, contents, months] = table.variables.as_slice() else { panic!("five variables") };
    let mut chunks = table.cells.chunks(months.values.len());
    let mut rows = BTreeMap::new();
    for region in &regions.values {
        for sex in &sexes.values {
            for age in &ages.values {
                for content in &contents.values {
                    let ours = OURS.iter().find(|(code, _)| *code == content.code).expect("contents").1;
                    let key = (region.code.clone(), sex.code.clone(), age.code.clone(), ours.to_owned());
                    rows.insert(key, chunks.next().expect("months"));
                }
            }
        }
    }
    rows
}
