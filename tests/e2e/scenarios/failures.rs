//! That what cannot be shown is said in words, with a way on.

use crate::harness::{Page, Site};
use anyhow::{Context, Result, ensure};
use serde_json::Value;

const QUERY: &str = "?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje";

pub(super) async fn a_tampered_table_is_refused_and_retried(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    let file = first_shard(&site)?;
    let whole = site.read(&file)?;
    // One digit more or less: as long as before, valid, and wrong.
    let mut tampered = whole.clone();
    let values = whole.windows(9).position(|part| part == b"\"value\":[").context("no values")? + 9;
    tampered[values] = if tampered[values] == b'9' { b'8' } else { tampered[values] + 1 };
    fails_and_recovers(page, &site, &file, Some(&tampered), &whole).await
}

pub(super) async fn a_missing_table_is_reported_and_retried(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    let file = first_shard(&site)?;
    let whole = site.read(&file)?;
    fails_and_recovers(page, &site, &file, None, &whole).await
}

pub(super) async fn a_broken_manifest_is_reported_and_retried(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    let file = "data/manifest.json";
    let whole = site.read(file)?;
    fails_and_recovers(page, &site, file, Some(&whole[..whole.len() / 2]), &whole).await
}

pub(super) async fn a_missing_rest_of_the_explorer_is_reported_and_retried(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    let html = String::from_utf8(site.read("index.html")?)?;
    let file = html.split('"').find_map(|part| part.strip_prefix("./").filter(|it| it.ends_with("_lazy.wasm")));
    let file = file.context("the page names no second module")?;
    let whole = site.read(file)?;
    fails_and_recovers(page, &site, file, None, &whole).await
}

/// Breaks a file: the page says which and offers a retry, which works once the
/// file is whole again.
async fn fails_and_recovers(page: &Page, site: &Site, file: &str, broken: Option<&[u8]>, whole: &[u8]) -> Result<()> {
    site.replace(file, broken)?;
    page.move_to(site);
    page.load(QUERY).await?;
    page.wait_for("words about the failure", "return Boolean(document.querySelector('#app [data-retry]'))").await?;
    let words = page.text("#app [role=alert]").await?;
    let name = file.rsplit('/').next().unwrap_or(file);
    ensure!(words.contains(name), "{name} is not named in {words:?}");
    ensure!(words.chars().count() > name.len() + 40, "only {words:?}");
    page.unfold().await?;
    let numbers = page.count("[data-table] td[data-value]").await?;
    ensure!(numbers == 0, "{numbers} numbers are shown all the same");

    site.replace(file, Some(whole))?;
    page.click("#app [data-retry]").await?;
    page.wait_for("the retry to succeed", "return !document.querySelector('#app [data-retry]')").await?;
    page.settle().await?;
    let charts = page.count("[data-figure=linje] [data-chart] svg").await?;
    ensure!(charts == 1, "{charts} charts after the retry");

    // A browser notes a failed request itself; nothing else may be there.
    let expected = |line: &String| broken.is_none() && line.contains(name) && line.contains("404");
    let other: Vec<_> = page.console().await?.into_iter().filter(|line| !expected(line)).collect();
    ensure!(other.is_empty(), "the console says:\n{}", other.join("\n"));
    Ok(())
}

/// The file of the table of [`QUERY`].
fn first_shard(site: &Site) -> Result<String> {
    let manifest: Value = serde_json::from_slice(&site.read("data/manifest.json")?)?;
    let current = manifest["editions"].as_array().and_then(|all| all.iter().find(|e| e["id"] == manifest["current"]));
    let tables = current.and_then(|edition| edition["tables"].as_array()).context("no tables")?;
    let table = tables.iter().find(|table| table["id"] == "helarsekvivalenter-dalarna").context("no such table")?;
    let file = table["shards"][0]["file"].as_str().context("no file")?;
    Ok(format!("data/{file}"))
}
