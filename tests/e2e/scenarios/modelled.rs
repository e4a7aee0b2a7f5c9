//! That modelled figures are what the files say, marked wherever they are, and
//! left without a trace; that what was not reported is never a number.

use super::numbers::cells;
use crate::harness::{Page, Site};
use crate::published::{Published, months_of};
use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// Women in a förbund, its län and riket, of no edition but the modelled one.
const LINK: &str = "?omrade=forbund:falun-borlange,20,00&matt=andel&kon=2&utgava=modell";

pub(super) async fn three_lines_of_women_are_those_of_the_files(page: &Page) -> Result<()> {
    page.open(LINK).await?;
    let notices = page.texts("[data-notice]").await?;
    ensure!(notices.is_empty(), "the link has notices: {notices:?}");
    let labels = page.texts("[data-chart] svg text").await?.join(" ");
    for line in ["Finsam Falun-Borlänge", "Dalarna", "Riket"] {
        ensure!(labels.contains(line), "no line is called {line}: {labels}");
    }
    let women = Published::modelled("2", "20-64")?;
    let shown = cells(page, "linje").await?;
    ensure!(shown.len() == 3 * 24, "{} cells for 24 half-years of three lines", shown.len());
    for cell in &shown {
        let areas = match cell.column.split('/').next() {
            Some("falun-borlange") => vec!["2080".to_owned(), "2081".to_owned()],
            Some("20") => women.kommuner_of("20")?,
            Some("00") => vec!["00".to_owned()],
            _ => anyhow::bail!("{cell:?} was not asked for"),
        };
        cell.is(Some(women.share(&areas, &months_of(&cell.row)?)?), 1e-9)?;
    }
    Ok(())
}

pub(super) async fn modelled_figures_are_marked_and_left_without_a_trace(page: &Page) -> Result<()> {
    page.open(LINK).await?;
    let sentence = "Påhittade exempelsiffror. De säger ingenting om områdena.";
    for place in ["[data-modelled-band]", "[data-caption]"] {
        ensure!(page.text(place).await?.contains(sentence), "{place} does not say so");
    }
    for script in ["document.title", "document.querySelector('[data-chart]').ariaLabel"] {
        let words: String = page.eval(&format!("return {script}")).await?;
        ensure!(words.starts_with("Påhittade exempelsiffror"), "{script} is {words:?}");
    }
    ensure!(page.text("[data-figure] .stamp").await? == "Påhittade exempelsiffror", "the figure has no stamp");
    let file = saved(page).await?;
    ensure!(file.name.contains("modell") && file.text.contains(sentence), "the file {} does not say so", file.name);
    // However far down the reader is.
    page.eval::<()>("scrollTo(0, document.body.scrollHeight)").await?;
    let top: f64 =
        page.eval("return document.querySelector('[data-modelled-band]').getBoundingClientRect().top").await?;
    ensure!((-1.0..200.0).contains(&top), "the band is {top} px from the top");

    page.click("[data-modelled-band] a").await?;
    page.wait_for("real figures", "return !location.search.includes('utgava')").await?;
    page.settle().await?;
    ensure!(page.count("[data-modelled-band], .stamp, [data-provenance=modelled]").await? == 0, "marks are left");
    let words: String = page.eval("return document.title + document.querySelector('[data-figure]').innerText").await?;
    ensure!(!words.to_lowercase().contains("påhitt"), "real figures say {words}");
    Ok(())
}

/// Where figures are lacking, the page says so and leads to none that are
/// invented, although it has them; only the list of editions does.
pub(super) async fn the_model_is_found_among_the_editions_alone(page: &Page) -> Result<()> {
    let ways = "return [...document.querySelectorAll('button, a, summary, option')].filter(it =>
        /utgava=modell/.test(it.href ?? '') || /påhitt|exempelsiffr|modell/i.test(it.textContent)).length";
    for query in ["", "?omrade=1280,2080", "?omrade=1280", "?vy=utforska&omrade=1280", "?vy=jamfor&omrade=1280,2080"] {
        page.open(query).await?;
        page.eval::<()>("for (const fold of document.querySelectorAll('details')) fold.open = true").await?;
        page.settle().await?;
        ensure!(page.eval::<u64>(ways).await? == 0, "{query}: the model is offered");
    }
    // Real figures of another topic answer where there are none of this one.
    page.open("?omrade=1280").await?;
    ensure!(page.text("[data-headline]").await?.contains("Malmö"), "nothing is said of Malmö");
    page.open("?vy=om").await?;
    page.click("[data-edition=modell] a").await?;
    page.wait_for("the modelled edition", "return location.search.includes('utgava=modell')").await?;
    Ok(())
}

pub(super) async fn a_site_without_the_model_does_not_speak_of_it(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    let file = "data/manifest.json";
    let mut manifest: Value = serde_json::from_slice(&site.read(file)?)?;
    let editions = manifest["editions"].as_array_mut().context("no editions")?;
    let before = editions.len();
    editions.retain(|edition| edition["modelled"] == false);
    ensure!(editions.len() == before - 1, "the tested site has no modelled edition");
    site.replace(file, Some(manifest.to_string().as_bytes()))?;
    page.move_to(&site);
    for query in ["?omrade=1280,2080", "?vy=jamfor", "", "?vy=om"] {
        page.open(query).await?;
        let words: String = page.eval("return document.body.textContent.toLowerCase()").await?;
        ensure!(!words.contains("modeller"), "{query}: the page speaks of a model");
        ensure!(!words.contains("påhitt"), "{query}: the page speaks of invented figures");
    }
    Ok(())
}

pub(super) async fn what_was_not_reported_is_never_a_number(page: &Page) -> Result<()> {
    let (kommun, month) = Published::modelled("1+2", "20-64")?.unreported()?;
    let county = kommun[..2].to_owned();
    let view = format!("utgava=modell&upplosning=manad&tid={month}..{month}");
    let around = "utgava=modell&upplosning=manad&innehall=ekonomiskt-bistand";

    // A gap and a sign in the chart, the reason in the table.
    page.open(&format!("?vy=utforska&omrade={kommun}&diagram=linje&{around}")).await?;
    let shown = cells(page, "linje").await?;
    let cell = shown.iter().find(|cell| cell.row == month).context("the month is not in the table")?;
    ensure!(cell.value.is_empty() && cell.missing.as_deref() == Some("not_reported"), "{cell:?}");
    ensure!(cell.text.contains("..") && cell.text.contains("ej rapporterat"), "{cell:?}");
    ensure!(page.text("[data-signs]").await?.contains("ej rapporterat"), "the chart has no sign");
    ensure!(page.text("[data-legend]").await?.contains(".."), "the table has no legend");
    let file = saved(page).await?;
    // A spreadsheet would take the name of a month for a day.
    let line = file.text.lines().find(|line| line.starts_with(&month.to_string()));
    let line = line.with_context(|| format!("no line {month:?} in {}", file.text))?;
    ensure!(line.split(';').nth(1) == Some("..") && line.contains("ej rapporterat"), "the file says {line:?}");

    // Its sum is understated, its län's count missing, and its share partial or too low.
    page.open(&format!("?vy=utforska&omrade={kommun}&diagram=tabell&innehall=summa&{view}")).await?;
    let cell = cells(page, "tabell").await?.remove(0);
    ensure!(cell.mark.as_deref() == Some("understated") && cell.text.contains("för låg"), "{cell:?}");
    page.open(&format!("?vy=utforska&omrade={county}&diagram=tabell&innehall=ekonomiskt-bistand&{view}")).await?;
    let cell = cells(page, "tabell").await?.remove(0);
    ensure!(cell.missing.as_deref() == Some("not_reported") && cell.text.contains("kommuner"), "{cell:?}");
    page.open(&format!("?vy=utforska&omrade={county}&diagram=tabell&innehall=ekonomiskt-bistand&matt=andel&{view}"))
        .await?;
    let cell = cells(page, "tabell").await?.remove(0);
    ensure!(cell.mark.as_deref() == Some("partial") && cell.text.contains(" av "), "{cell:?}");
    Ok(())
}

/// A file that the page handed over.
struct Saved {
    name: String,
    text: String,
}

/// Presses the button that saves the table, and takes the file in the browser's stead.
async fn saved(page: &Page) -> Result<Saved> {
    page.eval::<()>("document.querySelector('[data-share]').open = true").await?;
    page.wait_for("the downloads", "return Boolean(document.querySelector('[data-save=csv]'))").await?;
    let script = "window.saved = null;
        const made = URL.createObjectURL;
        URL.createObjectURL = blob => { window.blob = blob; return made.call(URL, blob) };
        HTMLAnchorElement.prototype.click = function () {
            window.blob.text().then(text => { window.saved = [this.download, text] });
        };
        document.querySelector('[data-save=csv]').click()";
    page.eval::<()>(script).await?;
    page.wait_for("the file", "return window.saved !== null").await?;
    let (name, text): (String, String) = page.eval("return window.saved").await?;
    ensure!(name.ends_with(".csv"), "the file is called {name}");
    Ok(Saved { name, text })
}
