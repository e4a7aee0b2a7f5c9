//! The files of an edition: what the manifest promises is what is read.

use faktabank::json_stat::write_table;
use faktabank::snapshot::{
    Edition, EditionId, Failure, FileEntry, Manifest, Shard, TableEntry, read_areas, read_manifest, read_shard, sha256,
    verify, write_areas,
};
use faktabank::statistics::{
    Age, Area, AreaCode, Areas, Association, Content, Exactness, Label, Member, Period, Provenance, Resolution, Sex,
    Source, Table, TableId,
};

fn table() -> Table {
    Table {
        id: TableId("prov".into()),
        label: Label::new("Prov", "Trial"),
        source: Source::default(),
        provenance: Provenance::Official,
        exactness: Exactness::default(),
        preliminary_from: None,
        notes: Vec::new(),
        areas: vec![AreaCode::Country, AreaCode::DALARNA],
        contents: vec![Content::Total],
        sexes: vec![Sex::Both],
        ages: vec![Age::From20To64],
        periods: vec![Period::calendar_year(2024), Period::calendar_year(2025)],
        cells: vec![Ok(1.0), Ok(2.0), Ok(3.0), Ok(4.0)],
    }
}

fn file(name: &str, bytes: &[u8]) -> FileEntry {
    FileEntry { file: name.into(), bytes: bytes.len(), sha256: sha256(bytes) }
}

fn entry(table: &Table, bytes: &[u8]) -> TableEntry {
    TableEntry {
        id: table.id.clone(),
        label: table.label.clone(),
        provenance: table.provenance,
        opens_at: Resolution::Year,
        contents: table.contents.clone(),
        periods: table.periods.clone(),
        population: None,
        shards: vec![Shard { file: file("2026-06/prov/20.json", bytes), areas: table.areas.clone() }],
    }
}

fn manifest() -> Manifest {
    let table = table();
    let text = write_table(&table, |area| area.to_string()).unwrap();
    Manifest {
        schema: 1,
        current: EditionId("2026-06".into()),
        areas: file("areas.json", b"{}"),
        editions: vec![Edition {
            id: EditionId("2026-06".into()),
            published: "2026-06-29".into(),
            label: Label::new("Juni 2026", "June 2026"),
            modelled: false,
            tables: vec![entry(&table, text.as_bytes())],
        }],
    }
}

#[test]
fn the_checksum_is_sha_256() {
    let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(sha256(b"abc"), known);
}

#[test]
fn bytes_are_believed_only_as_published() {
    let entry = file("a.json", b"abc");
    assert_eq!(verify(&entry, b"abc"), Ok(()));
    let failure = |bytes: &[u8]| verify(&entry, bytes).unwrap_err().failure;
    assert_eq!(failure(b"ab"), Failure::WrongSize { expected: 3, found: 2 });
    assert!(matches!(failure(b"abd"), Failure::WrongChecksum { .. }));
}

#[test]
fn a_manifest_reads_back() {
    let json = serde_json::to_vec(&manifest()).unwrap();
    assert_eq!(read_manifest(&json).unwrap(), manifest());
}

#[test]
fn a_manifest_that_contradicts_itself_is_refused() {
    let check = |change: fn(&mut Manifest), expected: &str| {
        let mut manifest = manifest();
        change(&mut manifest);
        let json = serde_json::to_vec(&manifest).unwrap();
        assert_eq!(read_manifest(&json).unwrap_err().to_string(), expected);
    };
    check(|manifest| manifest.schema = 2, "manifest.json: schema version 2 is not known here");
    check(
        |manifest| manifest.current = EditionId("2030-01".into()),
        "manifest.json: current edition: 2030-01 is not listed",
    );
    check(
        |manifest| manifest.editions.push(manifest.editions[0].clone()),
        "manifest.json: edition: 2026-06 appears twice",
    );
    check(
        |manifest| {
            let tables = &mut manifest.editions[0].tables;
            tables.push(tables[0].clone());
        },
        "manifest.json: table: prov appears twice",
    );
    check(
        |manifest| {
            let shards = &mut manifest.editions[0].tables[0].shards;
            shards.push(shards[0].clone());
        },
        "manifest.json: area: 00 appears twice",
    );
    let error = read_manifest(b"<!doctype html>").unwrap_err();
    assert!(matches!(error.failure, Failure::NotJson(_)), "{error}");
}

#[test]
fn a_shard_must_hold_what_the_manifest_promises() {
    let check = |change: fn(&mut Table), expected: &str| {
        let promised = table();
        let mut found = table();
        change(&mut found);
        let text = write_table(&found, |area| area.to_string()).unwrap();
        let entry = entry(&promised, text.as_bytes());
        let result = read_shard(&entry, &entry.shards[0], text.as_bytes());
        let message = result.map_or_else(|error| error.to_string(), |table| format!("{} cells", table.cells.len()));
        assert_eq!(message, expected);
    };
    check(|_| {}, "4 cells");
    check(|table| table.id = TableId("bas".into()), "2026-06/prov/20.json: table: bas instead of prov");
    check(
        |table| table.provenance = Provenance::Modelled,
        "2026-06/prov/20.json: provenance: another than in the manifest",
    );
    check(|table| table.areas.reverse(), "2026-06/prov/20.json: areas: 20 instead of 00 at position 0");
    check(
        |table| table.contents[0] = Content::Population,
        "2026-06/prov/20.json: contents: folkmangd instead of summa at position 0",
    );
    check(
        |table| {
            table.periods.truncate(1);
            table.cells.truncate(2);
        },
        "2026-06/prov/20.json: periods: nothing instead of 2025 at position 1",
    );
}

#[test]
fn areas_read_back_and_contradictions_are_refused() {
    let areas = Areas {
        areas: vec![
            Area { code: AreaCode::Country, name: "Riket".into() },
            Area { code: AreaCode::DALARNA, name: "Dalarnas län".into() },
            Area { code: AreaCode::Municipality(2080), name: "Falun".into() },
        ],
        associations: vec![Association {
            slug: "falun".into(),
            name: "Finsam Falun".into(),
            county: AreaCode::DALARNA,
            members: vec![Member { code: AreaCode::Municipality(2080), from: None, to: Some("2022-12-31".into()) }],
            ended: Some("2022-12-31".into()),
            source: String::new(),
            sourced: true,
        }],
    };
    let check = |change: fn(&mut Areas), expected: &str| {
        let mut areas = areas.clone();
        change(&mut areas);
        let error = read_areas(write_areas(&areas).unwrap().as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), expected);
    };
    assert_eq!(read_areas(write_areas(&areas).unwrap().as_bytes()).unwrap(), areas);
    check(|areas| areas.areas.push(areas.areas[0].clone()), "areas.json: area: 00 appears twice");
    check(|areas| areas.associations.push(areas.associations[0].clone()), "areas.json: förbund: falun appears twice");
    check(
        |areas| areas.associations[0].members[0].code = AreaCode::Municipality(2081),
        "areas.json: förbund: falun: 2081 is no area of this file",
    );
}
