//! The files of an edition: what the manifest promises is what is read.

use crate::catalogue::{catalogue, contents};
use faktabank_tables::json_stat::write_table;
use faktabank_tables::snapshot::{
    Edition, EditionId, Failure, FileEntry, Manifest, Shard, TableEntry, read_areas, read_manifest, read_shard, sha256,
    verify, write_areas,
};
use faktabank_tables::statistics::{
    Age, Area, AreaCode, Areas, Association, Exactness, Label, Member, Period, Provenance, Resolution, Sex, Source,
    Table, TableId,
};
use serde_json::{Value, json};
use std::sync::Arc;

fn table() -> Table {
    Table {
        id: TableId("prov".into()),
        label: Label::new("Prov", "Trial"),
        source: Source::default(),
        provenance: Provenance::Official,
        exactness: Exactness::default(),
        preliminary_from: None,
        perturbed_from: None,
        forecast: None,
        area_notes: Vec::new(),
        notes: Vec::new(),
        areas: vec![AreaCode::Country, AreaCode::DALARNA],
        contents: vec![contents("summa")],
        sexes: vec![Sex::Both],
        ages: vec![Age::FROM_20_TO_64],
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
        forecast_from: None,
        usual_age: Age::default(),
        shards: vec![Shard {
            file: file("2026-06/prov/20.json", bytes),
            areas: table.areas.clone(),
            sexes: table.sexes.clone(),
            ages: table.ages.clone(),
        }],
        topic: catalogue().topic_of(&table.id, &table.contents),
    }
}

fn manifest() -> Manifest {
    let table = table();
    let text = write_table(&table, |area| area.to_string()).unwrap();
    Manifest {
        schema: 1,
        home: None,
        current: EditionId("2026-06".into()),
        topics: file("topics.json", b"{}"),
        areas: file("areas.json", b"{}"),
        catalogue: catalogue(),
        explanations: None,
        boundaries: Some(file("geo/kommuner.json", b"{}")),
        events: Some(file("handelser.json", b"{}")),
        editions: vec![Edition {
            id: EditionId("2026-06".into()),
            published: "2026-06-29".into(),
            label: Label::new("Juni 2026", "June 2026"),
            modelled: false,
            changes: None,
            newest: None,
            tables: vec![Arc::new(entry(&table, text.as_bytes()))],
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
    assert_eq!(read_manifest(&json, catalogue()).unwrap(), manifest());
}

#[test]
fn a_manifest_that_contradicts_itself_is_refused() {
    let check = |change: fn(&mut Manifest), expected: &str| {
        let mut manifest = manifest();
        change(&mut manifest);
        let json = serde_json::to_vec(&manifest).unwrap();
        assert_eq!(read_manifest(&json, catalogue()).unwrap_err().to_string(), expected);
    };
    check(|manifest| manifest.schema = 2, "manifest.json: schema version 2 is not known here");
    check(
        |manifest| manifest.current = EditionId("2030-01".into()),
        "manifest.json: current edition: 2030-01 is not listed",
    );
    check(
        |manifest| manifest.editions.push(manifest.editions[0].clone()),
        "manifest.json: editions[1].id: \"2026-06\" appears twice",
    );
    check(
        |manifest| {
            let tables = &mut manifest.editions[0].tables;
            tables.push(tables[0].clone());
        },
        "manifest.json: editions[0].tables[1].id: \"prov\" appears twice",
    );
    check(
        |manifest| {
            let shards = &mut Arc::make_mut(&mut manifest.editions[0].tables[0]).shards;
            shards.push(shards[0].clone());
        },
        "manifest.json: editions[0].tables[0].shards[1].areas: \"00 1+2 20-64\" appears twice",
    );
    check(
        |manifest| {
            let shards = &mut Arc::make_mut(&mut manifest.editions[0].tables[0]).shards;
            shards.push(shards[0].clone());
            shards[1].areas.clear();
        },
        "manifest.json: editions[0].tables[0].shards[1].file: \"2026-06/prov/20.json\" appears twice",
    );
    // A table that is taken over has the files of the edition before.
    let taken_over = |change: fn(&mut Shard)| {
        let mut manifest = manifest();
        let mut copy = manifest.editions[0].clone();
        copy.id = EditionId("2025-12".into());
        change(&mut Arc::make_mut(&mut copy.tables[0]).shards[0]);
        manifest.editions.push(copy);
        read_manifest(&serde_json::to_vec(&manifest).unwrap(), catalogue())
            .map_err(|error| error.to_string())
            .map(|_| ())
    };
    assert_eq!(taken_over(|_| ()), Ok(()));
    let refused = "manifest.json: file: 2026-06/prov/20.json is another thing to each of two editions";
    assert_eq!(taken_over(|shard| shard.areas.clear()), Err(refused.to_owned()));
    assert_eq!(taken_over(|shard| shard.file.bytes = 1), Err(refused.to_owned()));
    check(
        |manifest| {
            let table = Arc::make_mut(&mut manifest.editions[0].tables[0]);
            table.periods = vec![Period::calendar_year(2024); 2];
        },
        "manifest.json: editions[0].tables[0].periods: \"2024\" appears twice",
    );
    let error = read_manifest(b"<!doctype html>", catalogue()).unwrap_err();
    assert!(matches!(error.failure, Failure::NotJson(_)), "{error}");
}

#[test]
fn a_manifest_of_another_form_is_refused_with_its_place() {
    let check = |change: fn(&mut Value), expected: &str| {
        let mut json = serde_json::to_value(manifest()).unwrap();
        change(&mut json);
        let error = read_manifest(json.to_string().as_bytes(), catalogue()).unwrap_err();
        assert_eq!(error.to_string(), format!("manifest.json: {expected}"));
    };
    check(|json| *json = json!([]), "$: invalid type: sequence, expected an object");
    check(|json| json["schema"] = Value::Null, "schema: invalid type: null, expected u32");
    check(|json| json["current"] = json!(2026), "current: not a text");
    check(|json| json["areas"]["bytes"] = json!(-1), "areas.bytes: not a whole number");
    check(|json| json["editions"] = json!({}), "editions: not a list");
    check(|json| json["editions"][0]["modelled"] = json!("no"), "editions[0].modelled: not true or false");
    check(
        |json| drop(json["editions"][0]["label"].as_object_mut().unwrap().remove("en")),
        "editions[0].label.en: missing",
    );
    let table = |change: fn(&mut Value)| -> String {
        let mut json = serde_json::to_value(manifest()).unwrap();
        change(&mut json["editions"][0]["tables"][0]);
        read_manifest(json.to_string().as_bytes(), catalogue()).unwrap_err().to_string()
    };
    let at = |rest: &str| format!("manifest.json: editions[0].tables[0].{rest}");
    assert_eq!(table(|json| json["opensAt"] = json!("vecka")), at("opensAt: unknown resolution \"vecka\""));
    assert_eq!(table(|json| json["provenance"] = json!("guess")), at("provenance: unknown provenance \"guess\""));
    assert_eq!(table(|json| json["contents"][0] = json!("x")), at("contents[0]: unknown contents \"x\""));
    assert_eq!(table(|json| json["periods"][1] = json!("2025W1")), at("periods[1]: unknown period \"2025W1\""));
    assert_eq!(table(|json| json["shards"][0]["areas"][0] = json!(20)), at("shards[0].areas[0]: not a text"));
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
        |table| table.contents[0] = contents("folkmangd"),
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
        home: None,
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
    check(|areas| areas.areas.push(areas.areas[0].clone()), "areas.json: areas[3].code: \"00\" appears twice");
    check(
        |areas| areas.associations.push(areas.associations[0].clone()),
        "areas.json: associations[1].slug: \"falun\" appears twice",
    );
    check(
        |areas| areas.associations[0].members[0].code = AreaCode::Municipality(2081),
        "areas.json: associations[0].members[0].code: unknown area of this file \"2081\"",
    );
}
