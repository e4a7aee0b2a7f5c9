//! Deliberately broken data: each case is refused by `cargo xtask check-data`
//! with its own message, which names the file, the cell and the rule.

use crate::copy::{Copy, entries};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

const DALARNA: &str = "2026-06/helarsekvivalenter-dalarna/20.json";
const PRINTED: &str = "2026-06/helarsekvivalenter-publicerat/20.json";
const UPPSALA: &str = "2026-06/helarsekvivalenter-uppsala/03.json";
const BAS: &str = "2026-06/bas/20.json";

/// The value of an area, contents and period of a snapshot.
fn value<'a>(json: &'a mut Value, area: &str, content: &str, period: &str) -> &'a mut Value {
    let position = |id: &str, code: &str| {
        let codes = json["dimension"][id]["category"]["index"].as_array().unwrap();
        codes.iter().position(|each| each == code).unwrap()
    };
    let size = |dimension: usize| usize::try_from(json["size"][dimension].as_u64().unwrap()).unwrap();
    let at = (position("Region", area) * size(1) + position("ContentsCode", content)) * size(4);
    let at = at + position("Tid", period);
    &mut json["value"][at]
}

#[test]
fn what_is_published_has_nothing_to_remark() {
    assert_eq!(Copy::new().check(), (true, "data: nothing to remark\n".to_owned()));
}

#[test]
fn each_broken_snapshot_is_refused_with_its_own_message() {
    let mut refusals = String::new();
    let mut messages = BTreeSet::new();
    let mut refuse = |name: &str, spoil: fn(&Copy)| {
        let copy = Copy::new();
        spoil(&copy);
        let (clean, findings) = copy.check();
        assert!(!clean && !findings.is_empty(), "{name} passes");
        refusals.push_str(&format!("# {name}\n{findings}\n"));
        assert!(messages.insert(findings), "{name} is refused in the words of another case");
    };
    refuse("a file cut short", |copy| {
        let bytes = copy.bytes(BAS);
        copy.write(BAS, &bytes[..bytes.len() / 2]);
    });
    refuse("a digit changed on the way", |copy| {
        let text = String::from_utf8(copy.bytes(DALARNA)).unwrap();
        copy.write(DALARNA, text.replacen("9116", "9117", 1));
    });
    refuse("a page instead of data", |copy| copy.publish(DALARNA, b"<!doctype html><title>404</title>"));
    refuse("a file that is not there", |copy| fs::remove_file(copy.path(BAS)).unwrap());
    refuse("a file too many", |copy| copy.write("2026-06/bas/21.json", "{}"));
    refuse("a layout of tomorrow", |copy| copy.change("manifest.json", |json| json["schema"] = json!(9)));
    refuse("no current edition", |copy| copy.change("manifest.json", |json| json["current"] = json!("2031-01")));
    refuse("an older edition as the current one", |copy| {
        copy.change("manifest.json", |json| json["current"] = json!("2024-12"));
    });
    refuse("an edition of no day", |copy| {
        copy.change("manifest.json", |json| json["editions"][0]["published"] = json!("2026-06-31"));
    });
    refuse("modelled figures among real ones", |copy| {
        copy.change("manifest.json", |json| json["editions"][2]["modelled"] = json!(true));
    });
    refuse("a population that the edition does not have", |copy| {
        copy.change("manifest.json", |json| json["editions"][0]["tables"][0]["population"] = json!("folkmangd"));
    });
    refuse("a cell too few", |copy| copy.change(BAS, |json| drop(json["value"].as_array_mut().unwrap().pop())));
    refuse("a number in words", |copy| {
        copy.change(BAS, |json| *value(json, "2080", "sysselsatta", "2020M02") = json!("NaN"));
    });
    refuse("a code of another table", |copy| {
        copy.change(BAS, |json| json["dimension"]["ContentsCode"]["category"]["index"][0] = json!("000001EJ"));
    });
    refuse("a period twice", |copy| {
        copy.change(DALARNA, |json| json["dimension"]["Tid"]["category"]["index"][7] = json!("2014M07"));
    });
    refuse("a zero with a reason to be missing", |copy| {
        copy.change(PRINTED, |json| {
            let position = json["value"].as_array().unwrap().iter().position(Value::is_null).unwrap();
            json["value"][position] = json!(0);
        });
    });
    refuse("women and men who do not make both", |copy| {
        // Sjukpenning in Håbo, second of the contents: both, men, women.
        copy.change(UPPSALA, |json| json["value"][3] = json!(json["value"][3].as_i64().unwrap() + 10));
    });
    refuse("a newest number that no table gives", |copy| {
        copy.change("2026-11/newest.json", |json| json["tables"][0]["values"][3] = json!(1.0));
    });
    refuse("another area than promised", |copy| {
        copy.change(BAS, |json| json["dimension"]["Region"]["category"]["index"][3] = json!("2101"));
    });
    refuse("an area that nobody knows", |copy| {
        copy.change(BAS, |json| json["dimension"]["Region"]["category"]["index"][3] = json!("2099"));
        copy.change("manifest.json", |json| entries(json, BAS, &mut |entry| entry["areas"][3] = json!("2099")));
    });
    refuse("a month left out", |copy| {
        let rename = |codes: &mut Value| codes[143] = json!("2026M01");
        copy.change(DALARNA, |json| rename(&mut json["dimension"]["Tid"]["category"]["index"]));
        copy.change("manifest.json", |json| {
            // Both editions have the table.
            (0..2).for_each(|edition| rename(&mut json["editions"][edition]["tables"][0]["periods"]));
        });
    });
    refuse("fewer than nobody", |copy| {
        copy.change(BAS, |json| *value(json, "2023", "sjuka", "2024M05") = json!(-3));
    });
    refuse("half a person", |copy| {
        copy.change(BAS, |json| *value(json, "2023", "sjuka", "2024M05") = json!(300.5));
    });
    refuse("a benefit that does not fit its total", |copy| {
        copy.change(DALARNA, |json| *value(json, "20", "ekonomiskt-bistand", "2019M10") = json!(0));
    });
    refuse("printed shares that do not fit their total", |copy| {
        copy.change(PRINTED, |json| *value(json, "20", "andel", "2025H1") = json!(19.2));
    });
    refuse("a share that does not fit its counts", |copy| {
        copy.change(BAS, |json| *value(json, "2081", "arbetsloshet", "2026M04") = json!(9.9));
    });
    refuse("a share above everybody", |copy| {
        copy.change(PRINTED, |json| *value(json, "2034", "andel-sjukpenning", "2024H2") = json!(136));
    });
    refuse("figures read off without their error", |copy| {
        copy.change(DALARNA, |json| json["extension"]["faktabank"]["exactness"]["part"] = json!(0));
    });
    refuse("figures of nobody", |copy| {
        copy.change(BAS, |json| {
            let source = &mut json["extension"]["faktabank"]["source"];
            source["agency"] = json!("");
            source["licence"] = json!("");
        });
    });
    refuse("a note in one language", |copy| {
        copy.change(BAS, |json| json["extension"]["faktabank"]["notes"][1]["en"] = json!(" "));
    });
    refuse("a kommun too few", |copy| {
        copy.change("areas.json", |json| {
            json["areas"].as_array_mut().unwrap().retain(|area| area["code"] != "2481");
        });
    });
    refuse("a förbund that ends before it begins", |copy| {
        copy.change("areas.json", |json| json["associations"][0]["members"][0]["to"] = json!("2022-06-30"));
    });
    refuse("outlines that are wrong or not there", |copy| {
        copy.change("geo/kommuner.json", |json| {
            let list = json["kommuner"].as_array_mut().unwrap();
            list.retain(|kommun| kommun["code"] != "2080");
            for (code, key, wrong) in [
                ("2081", "path", json!("M1 1l2 2z")),
                ("2062", "frame", json!([0, 0, 10, 10])),
                ("2085", "inside", json!([0, 0])),
            ] {
                list.iter_mut().find(|kommun| kommun["code"] == code).unwrap()[key] = wrong;
            }
        });
    });
    refuse("events that are not told in full, or not in order", |copy| {
        copy.change("handelser.json", |json| {
            let list = json["events"].as_array_mut().unwrap();
            list[1]["name"]["en"] = json!("");
            list[2]["url"] = json!("http://example.org");
            list[3]["from"] = json!("2008M01");
            list[4]["name"]["sv"] = json!("Världshälsoorganisationen säger att det är en pandemi");
        });
    });
    refuse("an event of no month", |copy| {
        copy.change("handelser.json", |json| json["events"][0]["from"] = json!("2008H1"));
    });
    refuse("an exception without need", |copy| {
        copy.change("2026-06/helarsekvivalenter-riket/00.json", |json| {
            *value(json, "00", "summa", "2020") = json!(793_210);
        });
    });
    insta::assert_snapshot!(refusals);
}
