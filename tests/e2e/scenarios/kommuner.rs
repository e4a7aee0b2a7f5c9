//! Figures of kommuner: what the map and the list beside it say, by keyboard
//! and by pointer, is what was published.

use crate::harness::Page;
use crate::published::Published;
use anyhow::{Result, ensure};
use fantoccini::key::Key;

const LIST: &str = ".region-list[data-walk]";

pub(super) async fn the_map_says_value_and_rank_by_keyboard(page: &Page) -> Result<()> {
    page.open("?diagram=karta&tabell=bas&innehall=arbetsloshet&omrade=20&tid=2026M04").await?;
    let published = Published::read("2026-06", "bas")?;
    let rows: Vec<(String, String)> = page
        .eval(&format!(
            "return [...document.querySelectorAll('{LIST} .region-row')].map(e => [e.dataset.code, e.dataset.value])"
        ))
        .await?;
    ensure!(rows.len() == 15, "{} kommuner", rows.len());
    for (code, value) in &rows {
        let expected = published.cell(code, "arbetsloshet", "2026M04")?;
        ensure!(value.parse().ok() == expected, "{code} is {value} and not {expected:?}");
    }
    ensure!(page.count(".map-regions path[data-code]").await? == 15, "not every kommun is drawn");
    let counts = page.texts("[data-classes] li .soft").await?;
    let sum: usize = counts.iter().filter_map(|it| it.split(' ').next()?.parse::<usize>().ok()).sum();
    ensure!(sum == 15, "the classes hold {counts:?}");

    page.tab_to("the list", &format!("e.matches('{LIST}')")).await?;
    page.press(Key::Home).await?;
    page.press(Key::PageDown).await?;
    let said = "return document.querySelector('[data-walked]').textContent";
    let words: String = page.eval(said).await?;
    ensure!(
        words.starts_with("Borlänge, april 2026: 5,9") && words.contains("näst högst av 15"),
        "the step says {words:?}"
    );
    let read: String = page.eval("return document.querySelector('[data-readout]').textContent").await?;
    ensure!(read.contains("Borlänge: 5,9") && read.contains("näst högst av 15"), "the map says {read:?}");
    ensure!(page.count(".map-active").await? == 1, "nothing lights up on the map");
    page.press(Key::Enter).await?;
    page.wait_for("Borlänge among the areas", "return location.search.includes('omrade=20,2081')").await?;
    page.settle().await?;
    page.wait_for(
        "its outline and its name",
        "return document.querySelectorAll('.map-chosen, .map-name-chosen').length === 2",
    )
    .await?;
    ensure!(page.eval::<String>(said).await? == words, "what was pointed at is lost");
    // A press on the map takes it away again.
    page.click(".map-regions path[data-code='2081']").await?;
    page.wait_for("Borlänge gone", "return !location.search.includes('2081')").await
}

/// Every kommun of the country: pointed at, in other classes, at another time.
pub(super) async fn the_map_of_the_overview_leads_on(page: &Page) -> Result<()> {
    page.open("").await?;
    let outlines = "return document.querySelectorAll('[data-map] .map-regions path[data-code]').length === 15";
    page.wait_for("fifteen kommuner", outlines).await?;
    let list = "return document.querySelector('[data-figure=kommuner] tr[data-row=\"2081\"] a').getAttribute('href')";
    let way: String = page.eval(list).await?;
    page.click("[data-map] path[data-code='2081']").await?;
    page.wait_for(
        "what the list leads to",
        &format!(
            "return location.href === {way:?} && document.querySelector('.context').textContent.includes('Borlänge')"
        ),
    )
    .await
}

pub(super) async fn the_country_reacts_at_once(page: &Page) -> Result<()> {
    page.open("?diagram=karta&omrade=00&utgava=modell").await?;
    ensure!(page.count(".map-regions path").await? == 290, "not every kommun is drawn");
    // From a press to the next frame, as a reader waits; at full speed a quarter
    // of the hundred milliseconds that a slow phone is given.
    let script = "const [ways, done] = arguments; const took = []; \
        const next = (at) => { if (at === ways.length) { return done(took); } \
          const offers = (select) => [...select.options].some((option) => option.value === 'lika'); \
          const select = [...document.querySelectorAll('select')].find(offers); \
          const start = performance.now(); select.value = ways[at]; select.dispatchEvent(new Event('change', { bubbles: true })); \
          requestAnimationFrame(() => setTimeout(() => { took.push(performance.now() - start); next(at + 1); })); }; \
        next(0);";
    let took: Vec<f64> =
        page.eval_later(script, vec![serde_json::json!(["lika", "kvantil", "lika", "kvantil", "lika"])]).await?;
    let quickest = took.iter().copied().fold(f64::INFINITY, f64::min);
    ensure!(quickest < 100.0, "a choice took {took:?} ms");
    page.wait_for("other classes", "return location.search.includes('klasser=lika')").await
}
