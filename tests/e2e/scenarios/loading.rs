//! That files come when they are needed, side by side, with progress and a way
//! to stop, and that what is here is kept.

use crate::harness::{Page, Site};
use anyhow::{Context, Result, ensure};
use serde_json::Value;

const KOMMUNER: &str = "?omrade=2080,2081&utgava=modell";

/// Which files of the modelled edition have been asked for, in order.
const ASKED: &str = "return performance.getEntriesByType('resource').map(entry => entry.name)
    .filter(name => name.includes('/modell/')).map(name => name.split('/').pop())";

pub(super) async fn a_view_of_dalarna_never_loads_the_country(page: &Page) -> Result<()> {
    page.open(KOMMUNER).await?;
    let asked: Vec<String> = page.eval(ASKED).await?;
    ensure!(asked == ["20.json"], "two kommuner of Dalarna took {asked:?}");
    // Women are in a file of their own, asked for when they are.
    page.click("[name=kon][value='2']").await?;
    page.wait_for("women", "return location.search.includes('kon=2')").await?;
    page.settle().await?;
    let asked: Vec<String> = page.eval(ASKED).await?;
    ensure!(asked == ["20.json", "20-kvinnor-20-64.json"], "women took {asked:?}");

    page.open("?omrade=20&utgava=modell").await?;
    let mut asked: Vec<String> = page.eval(ASKED).await?;
    asked.sort();
    ensure!(asked == ["00.json", "20.json"], "the overview of Dalarna took {asked:?}");
    Ok(())
}

/// Lets only so many answers through until told to go on.
const HOLD: &str = "let left = arguments[0];
    window.asked = [];
    window.held = [];
    window.truly = window.fetch;
    window.fetch = (request, ...rest) => {
        window.asked.push(String(request.url ?? request).split('/').pop());
        if (left-- > 0) return window.truly(request, ...rest);
        return new Promise((answer, refuse) => {
            request.signal?.addEventListener('abort', () => refuse(new DOMException('', 'AbortError')));
            window.held.push(() => window.truly(request, ...rest).then(answer, refuse));
        });
    }";

pub(super) async fn slow_answers_show_progress_and_can_be_stopped(page: &Page) -> Result<()> {
    page.open(KOMMUNER).await?;
    let shown = (page.query().await?, page.text("[data-headline]").await?);
    let place = "return document.querySelector('[data-headline]').getBoundingClientRect().top";
    let before: f64 = page.eval(place).await?;
    page.eval_with::<()>(HOLD, vec![4.into()]).await?;
    page.click("#flik-stapel").await?;
    page.wait_for(
        "four files of the country",
        "return /^5 av 2\\d filer, /.test(document.querySelector('.loading progress + p')?.textContent ?? '')",
    )
    .await?;
    // What was shown stays where it was, and is what it was.
    ensure!(page.text("[data-headline]").await? == shown.1, "another headline than before");
    ensure!(page.eval::<f64>(place).await? == before, "the headline has moved");
    ensure!(page.count("[data-figure][data-state=loading] [data-chart] svg").await? == 1, "the chart is gone");

    page.click("[data-cancel]").await?;
    page.wait_for("what was shown before", "return !location.search.includes('stapel')").await?;
    page.settle().await?;
    ensure!((page.query().await?, page.text("[data-headline]").await?) == shown, "stopping led elsewhere");

    // The next time only what is lacking is asked for.
    let first: Vec<String> = page.eval("return window.asked").await?;
    page.eval::<()>("window.fetch = window.truly; performance.clearResourceTimings()").await?;
    page.click("#flik-stapel").await?;
    page.wait_for("the ranking", "return location.search.includes('stapel')").await?;
    page.settle().await?;
    let second: Vec<String> = page.eval(ASKED).await?;
    ensure!(second.len() == first.len() - 4, "{} files after {first:?}: {second:?}", second.len());
    page.unfold().await?;
    let bars = page.count("[data-table] tbody tr").await?;
    ensure!(bars >= 290, "{bars} kommuner are ranked");
    Ok(())
}

pub(super) async fn a_first_view_that_is_stopped_has_a_way_on(page: &Page) -> Result<()> {
    page.open("?vy=om&utgava=modell").await?;
    page.eval_with::<()>(HOLD, vec![0.into()]).await?;
    page.click("nav a[href*='vy=utforska']").await?;
    page.wait_for("a way to stop", "return document.querySelector('[data-cancel]') !== null").await?;
    page.click("[data-cancel]").await?;
    page.wait_for("the page from before", "return document.querySelector('[data-cancel]') === null").await?;
    page.eval::<()>("window.fetch = window.truly").await?;
    page.open(KOMMUNER).await
}

pub(super) async fn one_failed_file_of_many_is_fetched_again_alone(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    let file = "data/modell/helarsekvivalenter/13.json";
    let whole = site.read(file)?;
    // As long as before and not what was published.
    let mut broken = whole.clone();
    *broken.last_mut().context("an empty file")? = b' ';
    site.replace(file, Some(&broken))?;
    page.move_to(&site);
    page.load("?vy=utforska&omrade=2080&utgava=modell&diagram=stapel").await?;
    page.wait_for("words about the failure", "return Boolean(document.querySelector('#app [data-retry]'))").await?;
    ensure!(page.text("#app [role=alert]").await?.contains("13.json"), "the file is not named");
    page.unfold().await?;
    ensure!(page.count("[data-table] td[data-value]").await? == 0, "a part is shown as if it were all");

    // The others are here before it is asked for again.
    let all = country(&site)?;
    let others = format!("const asked = (() => {{ {ASKED} }})(); return new Set(asked).size === {all}");
    page.wait_for("all other files", &others).await?;
    site.replace(file, Some(&whole))?;
    page.eval::<()>("performance.clearResourceTimings()").await?;
    page.click("#app [data-retry]").await?;
    page.settle().await?;
    let asked: Vec<String> = page.eval(ASKED).await?;
    ensure!(asked == ["13.json"], "the retry took {asked:?}");
    page.unfold().await?;
    ensure!(page.count("[data-table] tbody tr").await? >= 290, "not all kommuner are ranked");
    Ok(())
}

/// How many files have everybody of every kommun.
fn country(site: &Site) -> Result<usize> {
    let manifest: Value = serde_json::from_slice(&site.read("data/manifest.json")?)?;
    let editions = manifest["editions"].as_array().context("no editions")?;
    let modelled = editions.iter().find(|edition| edition["modelled"] == true).context("no modelled edition")?;
    let shards = modelled["tables"][0]["shards"].as_array().context("no files")?;
    Ok(shards.iter().filter(|shard| shard["sexes"].is_null() && shard["ages"].is_null()).count())
}
