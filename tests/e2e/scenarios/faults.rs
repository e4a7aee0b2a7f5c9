//! That a page which lacks anything, is printed early or hurried shows its
//! figures or says in words why not, with a way on: never a wheel that turns for ever.

use crate::harness::{Page, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

const QUERY: &str = "?vy=utforska&tabell=helarsekvivalenter-dalarna";

/// The page shows its figure, or says why not with something to press.
const TOLD: &str = "const seen = css => [...document.querySelectorAll(css)].some(it => it.checkVisibility({ visibilityProperty: true }));
    const words = css => [...document.querySelectorAll(css)].map(it => it.innerText).join(' ').trim().length > 30;
    const ready = document.documentElement.dataset.app === 'ready' && !document.querySelector('[data-state=loading]');
    const undrawn = [...document.querySelectorAll('#app [data-state=ready] [data-chart]')].some(it => !it.querySelector('svg, .row-group'));
    return seen('#app [data-retry]') && words('#app [role=alert]') || seen('#failure [data-reload]') && words('#failure')
        || seen('#late a') && words('#late') || ready && !undrawn && seen('#app [data-headline], #page [data-headline]')";

/// Whether it says why not.
const SAID: &str = "return ['#app [data-retry]', '#failure [data-reload]', '#late a']
    .some(css => document.querySelector(css)?.checkVisibility({ visibilityProperty: true }))";

/// How a file can be spoilt.
fn spoilt(whole: &[u8]) -> [(&'static str, Option<Vec<u8>>); 3] {
    let error = b"<!DOCTYPE html><html lang=\"en\"><title>502</title><h1>Bad gateway</h1></html>";
    [("missing", None), ("cut", Some(whole[..whole.len() / 2].to_vec())), ("a page of errors", Some(error.to_vec()))]
}

pub(super) async fn every_file_of_the_site_is_missing_cut_or_another(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    page.move_to(&site);
    let mut files: Vec<(String, &str)> = site.hashed()?.into_iter().map(|name| (name, QUERY)).collect();
    let manifest: Value = serde_json::from_slice(&site.read("data/manifest.json")?)?;
    files.push(("data/manifest.json".to_owned(), QUERY));
    let map = "?diagram=karta&omrade=20,2080";
    for (part, query) in [
        ("topics", QUERY),
        ("areas", QUERY),
        ("explanations", "?vy=om"),
        ("boundaries", map),
        ("events", "?vy=utforska&handelser=1"),
    ] {
        let file = manifest[part]["file"].as_str().with_context(|| format!("the manifest names no {part}"))?;
        files.push((format!("data/{file}"), query));
    }
    ensure!(files.len() > 12, "only {files:?}");
    let (mut silent, mut told) = (Vec::new(), 0);
    for (file, query) in files {
        let whole = site.read(&file)?;
        // What does not come at all is told of after some seconds: once for each such file.
        let ways = if file.ends_with(".js") || file.ends_with(".svg") { 1 } else { 3 };
        for (how, bytes) in spoilt(&whole).into_iter().take(ways) {
            site.replace(&file, bytes.as_deref())?;
            page.forget().await?;
            page.load(query).await?;
            if page.wait_for("figures or words", TOLD).await.is_err() {
                silent.push(format!("{file} {how}, at {query}"));
            }
            told += usize::from(page.eval::<bool>(SAID).await?);
        }
        site.replace(&file, Some(&whole))?;
    }
    ensure!(told > 12, "only {told} of the faults were met");
    ensure!(silent.is_empty(), "nothing is said of:\n{}", silent.join("\n"));
    // What browsers say of the files themselves.
    page.console().await.map(drop)
}

pub(super) async fn offline_in_the_midst_and_back(page: &Page) -> Result<()> {
    page.open(QUERY).await?;
    let shown = page.text("[data-headline]").await?;
    // An address that no browser fetches: it refuses as it does without a network.
    page.eval::<()>("window.truly = fetch; window.fetch = () => truly('https://a:b@localhost/')").await?;
    go(page, "?vy=utforska&tabell=bas&omrade=2080").await?;
    page.wait_for("words about it", TOLD).await?;
    page.wait_for("a way on", "return Boolean(document.querySelector('#app [data-retry]'))").await?;
    ensure!(page.text("#app [role=alert]").await?.len() > 40, "nothing is said of the network");
    // What is here is shown without one.
    go(page, QUERY).await?;
    page.settle().await?;
    ensure!(page.text("[data-headline]").await? == shown, "what was here is gone");
    go(page, "?vy=utforska&tabell=bas&omrade=2080").await?;
    page.wait_for("a way on", "return Boolean(document.querySelector('#app [data-retry]'))").await?;
    page.eval::<()>("window.fetch = window.truly").await?;
    page.click("#app [data-retry]").await?;
    page.wait_for("the figures", "return !document.querySelector('#app [data-retry]')").await?;
    page.settle().await?;
    ensure!(
        page.text("[data-headline]").await?.contains("Falun"),
        "the headline is {:?}",
        page.text("[data-headline]").await?
    );
    Ok(())
}

pub(super) async fn printing_while_it_loads_leaves_it_loading(page: &Page) -> Result<()> {
    for query in [QUERY, "?omrade=2080&utgava=modell", "?diagram=karta&omrade=20,2080"] {
        page.load(query).await?;
        page.printed().await?;
        page.settle().await.with_context(|| query.to_owned())?;
        ensure!(page.count("#app [data-headline]").await? > 0, "{query}: nothing is shown");
    }
    Ok(())
}

/// Presses without waiting, and in the end the last one counts.
pub(super) async fn quick_presses_end_with_the_last(page: &Page) -> Result<()> {
    page.open("?vy=utforska&tabell=bas&omrade=2080&innehall=arbetsloshet").await?;
    let said: Vec<String> = {
        page.eval::<()>(
            "for (let round = 0; round < 12; round++)
                for (const kind of ['stapel', 'karta', 'tabell', 'linje', 'forandring', 'smadiagram', 'stapel'])
                    document.getElementById(`flik-${kind}`)?.click();
            for (const link of document.querySelectorAll('header .settings a')) { link.click(); link.click(); link.click(); }",
        )
        .await?;
        page.settle().await?;
        page.unfold().await?;
        page.texts("[data-headline], [data-caption], [data-table] tbody").await?
    };
    let query = page.query().await?;
    ensure!(query.contains("diagram=stapel"), "the address is {query}");
    page.reload().await?;
    page.unfold().await?;
    let after = page.texts("[data-headline], [data-caption], [data-table] tbody").await?;
    ensure!(said == after, "the address shows something else than the presses");
    Ok(())
}

/// Goes on to an address as "back" does, without loading the page again.
async fn go(page: &Page, query: &str) -> Result<()> {
    let go = "history.pushState(null, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'))";
    page.eval_with(go, vec![json!(query)]).await
}
