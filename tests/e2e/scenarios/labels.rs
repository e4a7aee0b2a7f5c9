//! That no label makes a page wide or is taken for markup, however long it is: in the
//! page, in what is read, in a frame and in print.

use super::layout::WIDE;
use crate::harness::{Page, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Views that show names of areas, contents, tables and events, in each kind of figure.
const QUERIES: [&str; 11] = [
    "?omrade=2080",
    "?vy=utforska&tabell=bas&omrade=2080,2081&innehall=arbetslosa&handelser=1",
    "?vy=utforska&tabell=bas&omrade=2080&diagram=yta&upplosning=ar",
    "?vy=utforska&tabell=bas&omrade=2080&innehall=arbetslosa&diagram=stapel",
    "?vy=utforska&tabell=bas&omrade=2080&diagram=tabell&upplosning=ar",
    "?diagram=karta&omrade=2080&innehall=arbetslosa&matt=antal",
    "?vy=utforska&diagram=spridning&tabell=bas&innehall=arbetslosa,studerande&omrade=2080,2081",
    "?tabell=bas&omrade=2080,2081&innehall=arbetslosa&diagram=smadiagram&upplosning=ar",
    "?vy=jamfor&tabell=bas&omrade=2080,2081&innehall=arbetslosa",
    "?vy=omrade&omrade=2080",
    "?vy=om",
];

/// Own names of groups, as a link can carry them.
const GROUPS: [&str; 2] = [
    "?vy=utforska&omrade=2080,grupp:WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW(2039+2062)",
    "?vy=utforska&omrade=2080,grupp:%3Cimg%20src%3Dx%20class%3Dspoilt%3E(2039+2062)&diagram=stapel",
];

pub(super) async fn long_ones_make_no_page_wide(page: &Page) -> Result<()> {
    let unbroken = ["<img src=x class=spoilt>&amp;\"'", &"W".repeat(5_000)].concat();
    let words = ["<b class=spoilt>", &"ordet ".repeat(830)].concat();
    let mut faults = Vec::new();
    for (label, widths) in [(unbroken, &[320, 1280][..]), (words, &[320])] {
        let site = labelled(&label)?;
        page.move_to(&site);
        for &width in widths {
            page.resize(width, 740).await?;
            for query in QUERIES.iter().chain(&GROUPS) {
                page.open(query).await.with_context(|| format!("{width} px"))?;
                page.unfold().await?;
                let place = format!("{query} at {width} px, {}", &label[..6]);
                faults.extend(faults_of(page).await?.map(|it| format!("{place}: {it}")));
            }
        }
        for query in &QUERIES[1..8] {
            page.resize(500, 420).await?;
            page.open(&format!("{query}&inbaddning=1")).await?;
            let place = format!("{query} in a frame, {}", &label[..6]);
            faults.extend(faults_of(page).await?.map(|it| format!("{place}: {it}")));
        }
        page.resize(1280, 740).await?;
        page.open(QUERIES[1]).await?;
        page.printed().await?;
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// What is too wide, and what of a label has become an element.
async fn faults_of(page: &Page) -> Result<Option<String>> {
    let wide: Vec<String> = page.eval(WIDE).await?;
    let markup = page.count(".spoilt").await?;
    Ok((!wide.is_empty() || markup > 0).then(|| format!("{markup} of markup, too wide: {wide:?}")))
}

/// A site whose Falun, unemployed, tables and events are called so.
fn labelled(label: &str) -> Result<Site> {
    let site = Site::copy()?;
    let mut manifest: Value = serde_json::from_slice(&site.read("data/manifest.json")?)?;
    for (part, change) in [("topics", topics as Change), ("areas", areas), ("events", events)] {
        let file = manifest[part]["file"].as_str().context("no such file")?.to_owned();
        let mut said: Value = serde_json::from_slice(&site.read(&format!("data/{file}"))?)?;
        change(&mut said, label);
        let bytes = serde_json::to_vec(&said)?;
        manifest[part]["bytes"] = json!(bytes.len());
        manifest[part]["sha256"] =
            json!(Sha256::digest(&bytes).iter().map(|it| format!("{it:02x}")).collect::<String>());
        site.replace(&format!("data/{file}"), Some(&bytes))?;
    }
    for table in list(&mut manifest, "/editions/0/tables") {
        table["label"] = json!({ "sv": label, "en": label });
    }
    site.replace("data/manifest.json", Some(&serde_json::to_vec(&manifest)?))?;
    Ok(site)
}

type Change = fn(&mut Value, &str);

fn list<'a>(value: &'a mut Value, pointer: &str) -> impl Iterator<Item = &'a mut Value> {
    value.pointer_mut(pointer).and_then(Value::as_array_mut).into_iter().flatten()
}

fn topics(said: &mut Value, label: &str) {
    for topic in list(said, "/topics") {
        for contents in list(topic, "/contents").filter(|it| it["code"] == "arbetslosa" || it["code"] == "sjukpenning")
        {
            contents["name"] = json!({ "sv": label, "en": label });
            contents["short_name"] = json!({ "sv": label, "en": label });
        }
    }
}

fn areas(said: &mut Value, label: &str) {
    for area in list(said, "/areas").filter(|it| it["code"] == "2080") {
        area["name"] = json!(label);
    }
}

fn events(said: &mut Value, label: &str) {
    for event in list(said, "/events") {
        event["name"] = json!({ "sv": label, "en": label });
        event["text"] = json!({ "sv": label, "en": label });
    }
}
