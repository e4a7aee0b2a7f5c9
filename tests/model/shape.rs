//! The edition has TAB1386's shape, says what it is, is small and always the same.

use crate::anchors::benefits;
use crate::catalogue::contents;
use crate::edition::{MONTHS, made, model};
use faktabank_tables::statistics::{Age, AreaCode, Content, Period, Provenance, Sex};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

#[test]
fn it_has_the_areas_sexes_ages_contents_and_months_of_the_real_table() {
    let model = model();
    assert_eq!(model.entry.areas().len(), 291);
    assert_eq!(model.entry.areas().first(), Some(&AreaCode::Country));
    assert_eq!(model.entry.sexes(), Sex::ALL);
    assert_eq!(model.entry.ages(), [Age::FROM_20_TO_64, Age::FROM_20_TO_65]);
    let mut held: Vec<Content> = benefits();
    held.extend([contents("summa"), contents("folkmangd"), contents("andel")]);
    assert_eq!(model.entry.contents, held);
    assert_eq!(model.entry.periods.len(), MONTHS);
    assert_eq!(model.entry.periods[0].to_string(), "2014M01");
    assert_eq!(model.entry.periods[MONTHS - 1].to_string(), "2025M12");
    let cells: usize = model.entry.shards.iter().map(|shard| shard.areas.len() * 9 * MONTHS).sum();
    assert_eq!(cells, 291 * 3 * 2 * 9 * 144);
}

#[test]
fn it_says_that_it_is_invented() {
    let model = model();
    assert_eq!(model.entry.provenance, Provenance::Modelled);
    assert!(model.notes[0].contains("påhittade exempel"), "{}", model.notes[0]);
    assert_eq!(model.preliminary_from, Period::month(2025, 1));
    // The committed manifest never mentions it.
    let committed = fs::read_to_string(model.folder().join("manifest.json")).unwrap();
    assert!(!committed.contains("modell/") && !committed.contains("\"modell\""));
}

#[test]
fn a_second_run_makes_the_same_bytes() {
    let again = made();
    let first = bytes(&model().folder().join("modell"));
    assert!(first.len() > 100, "{} files", first.len());
    let second = bytes(&again.path().join("modell"));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (name, bytes) in first {
        assert!(bytes == second[&name], "{name} differs");
    }
}

fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(bytes(&path));
        } else {
            found.insert(
                path.display().to_string().split("modell/").last().unwrap().to_owned(),
                fs::read(&path).unwrap(),
            );
        }
    }
    found
}

#[test]
fn files_are_as_small_as_the_budget_wants() {
    let model = model();
    // Unoptimised brotli takes minutes for all of it: the largest file stands
    // for the others, and gzip, which brotli stays below, for the sum.
    let totals = |name: &str| !name.contains("20-6");
    let (largest, text) = model
        .files()
        .filter(|(file, _)| totals(&file.file))
        .max_by_key(|(file, _)| file.bytes)
        .expect("there are files of totals");
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    brotli.write_all(&text).unwrap();
    let size = brotli.into_inner().len();
    assert!(size <= 35 * 1024, "{}: {size} bytes in brotli", largest.file);
    let all: usize = model
        .files()
        .map(|(_, bytes)| {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
            gzip.write_all(&bytes).unwrap();
            gzip.finish().unwrap().len()
        })
        .sum();
    assert!(all <= 6_000_000, "{all} bytes in gzip");
}
