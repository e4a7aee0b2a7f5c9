//! The manifest to the part of the data that goes into a copy.

use anyhow::{Result, bail, ensure};
use faktabank_tables::snapshot::{Edition, Manifest, Shard};
use faktabank_tables::statistics::AreaCode;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The area of a code: a län, or riket.
///
/// # Errors
///
/// If it is none; a kommun's figures lie in the file of its län.
pub(super) fn area(code: &str) -> Result<AreaCode> {
    match AreaCode::from_code(code) {
        Some(area @ (AreaCode::Country | AreaCode::County(_))) => Ok(area),
        Some(AreaCode::Municipality(_)) => {
            bail!("--area {code}: the figures of a kommun go with those of its län; try --area {}", &code[..2])
        }
        None => bail!("--area {code}: a län has two digits, as 20 for Dalarna; 00 is riket"),
    }
}

/// The files of the data that a folder holds: of every table those it opens
/// on, which are its totals, and other sexes and ages of one län and riket; each
/// once, as editions share the files of tables that did not change.
pub(super) fn of_folder(manifest: &Manifest, area: AreaCode) -> Vec<&str> {
    let tables = manifest.editions.iter().flat_map(|edition| &edition.tables);
    let kept = tables.flat_map(|table| {
        let first = table.shards.first();
        let opens = move |shard: &Shard| first.is_some_and(|it| (&it.sexes, &it.ages) == (&shard.sexes, &shard.ages));
        table.shards.iter().filter(move |shard| opens(shard) || is_of(shard, area))
    });
    let mut seen = BTreeSet::new();
    kept.map(|shard| shard.file.file.as_str()).filter(|file| seen.insert(*file)).collect()
}

/// The files of one län and riket, each once.
pub(super) fn of_place(manifest: &Manifest, area: AreaCode) -> BTreeSet<&str> {
    let shards = manifest.editions.iter().flat_map(|edition| &edition.tables).flat_map(|table| &table.shards);
    shards.filter(|shard| is_of(shard, area)).map(|shard| shard.file.file.as_str()).collect()
}

/// What every copy holds beside the figures: topics, areas, their boundaries, and
/// what happened and what changed in each edition.
pub(super) fn beside_figures(manifest: &Manifest) -> impl Iterator<Item = &str> {
    manifest.beside().map(|entry| entry.file.as_str())
}

/// The manifest of a copy that holds one län, and riket beside it: what is not
/// in the copy is not offered either.
///
/// # Errors
///
/// If no table of the current edition holds the area.
pub(super) fn of_area(manifest: &Manifest, area: AreaCode) -> Result<Manifest> {
    let editions: Vec<_> = manifest.editions.iter().filter_map(|edition| edition_of(edition, area)).collect();
    let current = editions.iter().find(|edition| edition.id == manifest.current);
    let shards = current.into_iter().flat_map(|edition| &edition.tables).flat_map(|table| &table.shards);
    let held = shards.flat_map(|shard| &shard.areas).any(|code| *code == area || code.county() == Some(area));
    ensure!(held, "no table of {} holds {area}", manifest.current);
    Ok(Manifest { editions, ..manifest.clone() })
}

fn edition_of(edition: &Edition, area: AreaCode) -> Option<Edition> {
    let mut tables = edition.tables.clone();
    for table in &mut tables {
        Arc::make_mut(table).shards.retain(|shard| is_of(shard, area));
    }
    tables.retain(|table| !table.shards.is_empty());
    let ids: Vec<_> = tables.iter().map(|table| table.id.clone()).collect();
    for table in &mut tables {
        let table = Arc::make_mut(table);
        table.population = table.population.take().filter(|population| ids.contains(population));
    }
    (!tables.is_empty()).then(|| Edition { tables, ..edition.clone() })
}

/// Whether a file holds a län, its kommuner or riket. It may hold others too: all
/// län beside riket, or the whole of a small table.
fn is_of(shard: &Shard, area: AreaCode) -> bool {
    shard.areas.iter().any(|code| *code == AreaCode::Country || code.county() == Some(area))
}

#[cfg(test)]
mod tests {
    use super::*;
    use faktabank_tables::snapshot::{EditionId, MANIFEST_FILE};
    use faktabank_tables::statistics::letters::slug;
    use faktabank_tables::statistics::{Age, Sex};

    /// The committed manifest, with a modelled edition as `cargo xtask model`
    /// publishes it: totals and detail of three län files.
    fn manifest() -> Manifest {
        let mut manifest =
            crate::publish::read(&crate::project::root().join("data"), MANIFEST_FILE, crate::topics::committed())
                .unwrap();
        let mut modelled = manifest.editions[0].clone();
        modelled.id = EditionId("modell".to_owned());
        modelled.modelled = true;
        modelled.tables.truncate(1);
        let pattern = modelled.tables[0].shards[0].clone();
        let mut shards = Vec::new();
        for (person, sex, age) in
            [("", Sex::Both, Age::FROM_20_TO_64), ("-kvinnor-20-65", Sex::Women, Age::FROM_20_TO_65)]
        {
            for (county, areas) in [("00", &["00"][..]), ("03", &["0305", "0319"]), ("20", &["2080", "2081"])] {
                let mut shard = pattern.clone();
                shard.file.file = format!("modell/t/{county}{person}.json");
                shard.areas = areas.iter().filter_map(|code| AreaCode::from_code(code)).collect();
                (shard.sexes, shard.ages) = (vec![sex], vec![age]);
                shards.push(shard);
            }
        }
        Arc::make_mut(&mut modelled.tables[0]).shards = shards;
        manifest.editions.push(modelled);
        manifest
    }

    #[test]
    fn a_folder_holds_all_totals_and_one_area_in_full() {
        let manifest = manifest();
        let files = of_folder(&manifest, AreaCode::DALARNA);
        let of = |edition: &str| files.iter().copied().filter(|file| file.starts_with(edition)).collect::<Vec<_>>();
        assert_eq!(
            of("modell/"),
            [
                "modell/t/00.json",
                "modell/t/03.json",
                "modell/t/20.json",
                "modell/t/00-kvinnor-20-65.json",
                "modell/t/20-kvinnor-20-65.json"
            ]
        );
        let all = |id: &str| {
            let edition = manifest.editions.iter().find(|edition| edition.id.0 == id).unwrap();
            edition.tables.iter().map(|table| table.shards.len()).sum::<usize>()
        };
        assert_eq!(of("2026-06/").len(), all("2026-06"), "a real edition is not whole");
        assert_eq!(of("2024-12/").len(), all("2024-12"));
    }

    #[test]
    fn a_file_offers_what_it_holds() {
        let kept = of_area(&manifest(), AreaCode::DALARNA).unwrap();
        assert_eq!(
            kept.editions.iter().map(|edition| edition.id.0.as_str()).collect::<Vec<_>>(),
            ["2026-11", "2026-06", "2024-12", "modell"]
        );
        for edition in &kept.editions {
            for shard in edition.tables.iter().flat_map(|table| &table.shards) {
                let of_others = |area: &AreaCode| area.is_municipality() && area.county() != Some(AreaCode::DALARNA);
                let (name, whole) = (&shard.file.file, shard.areas.len() > 100);
                assert!(whole || !shard.areas.iter().any(of_others), "{name} is of another län");
            }
            let ids: Vec<_> = edition.tables.iter().map(|table| &table.id).collect();
            assert!(edition.tables.iter().flat_map(|table| &table.population).all(|id| ids.contains(&id)));
        }
        assert!(kept.editions[1].tables.iter().all(|table| table.id.0 != "helarsekvivalenter-uppsala"));
        assert_eq!(of_area(&manifest(), AreaCode::Country).unwrap().editions[1].tables.len(), 3);
    }

    #[test]
    fn what_is_no_area_is_said() {
        let check = |code: &str, expected: &str| assert_eq!(area(code).unwrap_err().to_string(), expected);
        check("2080", "--area 2080: the figures of a kommun go with those of its län; try --area 20");
        check("dalarna", "--area dalarna: a län has two digits, as 20 for Dalarna; 00 is riket");
        assert_eq!(area("20").unwrap(), AreaCode::DALARNA);
        let error = of_area(&manifest(), AreaCode::County(2)).unwrap_err();
        assert_eq!(error.to_string(), "no table of 2026-11 holds 02");
    }

    #[test]
    fn names_of_files_are_plain() {
        assert_eq!(["Dalarnas län", "Örebro län", "Riket"].map(slug), ["dalarnas-lan", "orebro-lan", "riket"]);
    }
}
