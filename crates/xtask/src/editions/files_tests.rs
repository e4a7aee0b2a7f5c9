//! Anchors that are wrong or empty, each told with its file; and editions that are
//! published, which stay as they are.

use super::*;
use crate::editions::ANCHORS;
use crate::project;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder of data with a few real tables: one with a row a period, one with a row a
/// series, and one that a later edition has anew.
struct Place(TempDir);

const TABLES: [&str; 3] = ["helarsekvivalenter-dalarna", "bas", "sjukpenningtal-2024"];
/// The files of anchors that these need.
const FILES: [&str; 9] = [
    "areas.csv",
    "associations.csv",
    "members.csv",
    "sources.csv",
    "boundaries.csv",
    "events.csv",
    "bas.csv",
    "sjukpenningtal-2024.csv",
    "editions.json",
];

impl Place {
    fn new() -> Self {
        let (place, from) = (Self(tempfile::tempdir().unwrap()), project::root().join("data"));
        let copy = |name: &str| {
            let to = place.data().join(name);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(from.join(name), to).unwrap();
        };
        for file in topics::files(&from).unwrap() {
            copy(&format!("topics/{}", file.file_name().unwrap().to_string_lossy()));
        }
        let editions = fs::read_to_string(from.join(ANCHORS).join(definition::FILE)).unwrap();
        let mut editions: Value = serde_json::from_str(&editions).unwrap();
        let is_kept = |id: &Value| TABLES.iter().any(|known| id == known);
        for edition in editions["editions"].as_array_mut().unwrap() {
            edition["tables"].as_array_mut().unwrap().retain(|table| is_kept(&table["id"]));
            for table in edition["tables"].as_array().unwrap() {
                copy(&format!("{ANCHORS}/{}", table["figures"].as_str().unwrap()));
            }
            edition
                .get_mut("takenOver")
                .and_then(Value::as_array_mut)
                .into_iter()
                .for_each(|list| list.retain(is_kept));
        }
        FILES.iter().for_each(|file| copy(&format!("{ANCHORS}/{file}")));
        place.write(definition::FILE, &serde_json::to_string_pretty(&editions).unwrap());
        place
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn read(&self, anchor: &str) -> String {
        fs::read_to_string(self.data().join(ANCHORS).join(anchor)).unwrap()
    }

    fn write(&self, anchor: &str, text: &str) {
        fs::write(self.data().join(ANCHORS).join(anchor), text).unwrap();
    }

    fn build(&self, unpublished: &[&str]) -> Result<Files> {
        let unpublished: Vec<EditionId> = unpublished.iter().map(|id| EditionId((*id).to_owned())).collect();
        build(&self.data(), &self.data().join(ANCHORS), &unpublished)
    }

    /// Puts what is built into the folder, as `cargo xtask editions` does.
    fn publish(&self) -> Files {
        let files = self.build(&[]).unwrap();
        for (name, bytes) in &files {
            let to = self.data().join(name);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
        files
    }

    #[track_caller]
    fn refused(&self) -> String {
        format!("{:#}", self.build(&[]).expect_err("a refusal"))
    }
}

#[test]
fn an_anchor_that_is_empty_or_wrong_is_told_with_its_file() {
    let place = Place::new();
    place.build(&[]).unwrap();
    for file in FILES {
        let whole = place.read(file);
        let head = whole.lines().next().unwrap_or_default();
        for (case, text) in [
            ("empty", String::new()),
            ("a head alone", head.to_owned() + "\n"),
            ("a row of something else", format!("{head}\nhej,hej\n")),
            ("not text", "area,\u{0}\n\u{1}".to_owned()),
        ] {
            // Associations and events may be none at all.
            let may_be = matches!(file, "associations.csv" | "members.csv" | "events.csv") && case != "not text";
            place.write(file, &text);
            match place.build(&[]) {
                Err(error) => {
                    let said = format!("{error:#}");
                    let other = file == "sources.csv" && said.contains("is not in sources.csv");
                    let named =
                        said.contains(file) || other || (file == "associations.csv" && said.contains("members.csv"));
                    assert!(named, "{file}, {case}: {said}");
                }
                Ok(_) => assert!(may_be, "{file}, {case}: was taken"),
            }
        }
        place.write(file, &whole);
    }
    for (file, from, to, expected) in [
        ("areas.csv", "2080,", "2x80,", "areas.csv: unknown area \"2x80\""),
        ("members.csv", "2080", "20800", "members.csv: unknown area \"20800\""),
        ("bas.csv", "2020M02,", "2020M13,", "bas.csv: line 3: unknown period \"2020M13\""),
    ] {
        let whole = place.read(file);
        place.write(file, &whole.replacen(from, to, 1));
        let said = place.refused();
        assert!(said.contains(expected), "{file}: {said}");
        place.write(file, &whole);
    }
}

#[test]
fn an_edition_that_is_published_never_changes() {
    let place = Place::new();
    let published = place.publish();
    // The same again is the same, and leaves the files of editions alone.
    let again = place.build(&[]).unwrap();
    assert_eq!(again["manifest.json"], published["manifest.json"]);
    assert!(!again.keys().any(|name| name.starts_with("2026-")), "{:?}", again.keys());

    let figures = place.read("bas.csv");
    place.write("bas.csv", &figures.replacen("123298", "99999", 1));
    let said = place.refused();
    for words in [
        "2026-06: bas, from bas.csv: 20 sysselsatta 1+2 20-64 2020M01 is 123298 and would be 99999",
        "2026-11: bas, from editions.json",
        "never change",
        "--unpublished",
    ] {
        assert!(said.contains(words), "{words} is not in {said}");
    }
    // What no reader has seen may be written anew, by name, with what takes it over.
    assert!(place.build(&["2026-06"]).is_err());
    let anew = place.build(&["2026-06", "2026-11"]).unwrap();
    assert!(anew.keys().any(|name| name.starts_with("2026-06/bas/")));
    place.write("bas.csv", &figures);

    // Notes are part of what was published; so is the day.
    let editions = place.read(definition::FILE);
    let mut changed: Value = serde_json::from_str(&editions).unwrap();
    let edition = changed["editions"].as_array_mut().unwrap().iter_mut().find(|it| it["id"] == "2026-06").unwrap();
    let bas = edition["tables"].as_array_mut().unwrap().iter_mut().find(|it| it["id"] == "bas").unwrap();
    bas["notes"] = serde_json::json!([{ "sv": "en annan", "en": "another" }]);
    edition["published"] = "2026-06-01".into();
    place.write(definition::FILE, &changed.to_string());
    let said = place.refused();
    assert!(said.contains("its notes would be another") && said.contains("another day"), "{said}");
    place.write(definition::FILE, &editions);
}

#[test]
fn a_changed_anchor_makes_a_new_edition() {
    let place = Place::new();
    let published = place.publish();
    // The figures as they are now, in a file and an edition of their own.
    place.write("bas-2027-01.csv", &place.read("bas.csv").replacen("123298", "123300", 1));
    let mut editions: Value = serde_json::from_str(&place.read(definition::FILE)).unwrap();
    let list = editions["editions"].as_array_mut().unwrap();
    let tables = list.iter().flat_map(|edition| edition["tables"].as_array().unwrap());
    let mut bas = tables.clone().find(|table| table["id"] == "bas").unwrap().clone();
    bas["figures"] = "bas-2027-01.csv".into();
    let new = serde_json::json!({
        "id": "2027-01", "published": "2027-01-15", "label": { "sv": "Januari 2027", "en": "January 2027" },
        "modelled": false, "takenOver": ["helarsekvivalenter-dalarna", "sjukpenningtal-2024"], "tables": [bas],
    });
    list.insert(0, new);
    place.write(definition::FILE, &editions.to_string());
    let files = place.build(&[]).unwrap();
    let manifest = String::from_utf8(files["manifest.json"].clone()).unwrap();
    assert!(manifest.contains("\"current\":\"2027-01\""), "{manifest}");
    assert!(files.keys().any(|name| name.starts_with("2027-01/bas/")));
    assert!(files.contains_key("2027-01/changes.json"), "what was revised is told");
    // What was published is named as it was.
    let former = String::from_utf8(published["manifest.json"].clone()).unwrap();
    let editions = |text: &str| serde_json::from_str::<Value>(text).unwrap()["editions"].as_array().unwrap().clone();
    assert_eq!(editions(&manifest)[1..], editions(&former)[..]);
}
