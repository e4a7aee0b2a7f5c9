//! That riket and what happened are put behind lines, by keyboard, and are
//! fetched, drawn and told only then.

use super::numbers::cells;
use crate::harness::Page;
use crate::published::Published;
use anyhow::{Result, ensure};

const LINES: &str = "?vy=utforska&tabell=bas&omrade=2080&innehall=arbetsloshet&diagram=linje&upplosning=manad";
/// How often the list of what happened was fetched.
const FETCHED: &str =
    "return performance.getEntriesByType('resource').filter(it => it.name.endsWith('handelser.json')).length";

pub(super) async fn riket_and_what_happened_are_put_behind_lines(page: &Page) -> Result<()> {
    page.open(LINES).await?;
    page.tab_to("the box of riket", "e.matches('[value=riket]')").await?;
    page.press(' ').await?;
    page.wait_for("riket in the address", "return location.search.includes('riket=1')").await?;
    let named =
        "return [...document.querySelectorAll('[data-chart] svg text')].some(it => it.textContent.includes('Riket'))";
    page.wait_for("the name of its line", named).await?;
    let published = Published::read("2026-06", "bas")?;
    let months = published.codes("Tid")?;
    let shown = cells(page, "linje").await?;
    ensure!(shown.len() == 2 * months.len(), "{} cells for {} months of two areas", shown.len(), months.len());
    for cell in &shown {
        let area = cell.column.split('/').next().unwrap_or_default();
        ensure!(["2080", "00"].contains(&area), "{cell:?} was not asked for");
        // The published rate has one decimal; ours is made of the counts again.
        cell.is(published.cell(area, "arbetsloshet", &cell.row)?, 0.0501)?;
    }
    ensure!(page.text("[data-caption]").await?.contains("streckade grå linjen"), "the caption does not tell of riket");

    ensure!(page.eval::<usize>(FETCHED).await? == 0, "what nobody asked for was fetched");
    page.tab_to("the box of events", "e.matches('[value=handelser]')").await?;
    page.press(' ').await?;
    page.wait_for("events in the address", "return location.search.includes('riket=1&handelser=1')").await?;
    let flag =
        "return [...document.querySelectorAll('[data-chart] svg text')].some(it => it.textContent === '1 Pandemin')";
    page.wait_for("the pandemic over its line", flag).await?;
    ensure!(page.text("[data-caption]").await?.contains("1. Mars 2020: WHO"), "the caption does not list the pandemic");
    page.resize(360, 740).await?;
    let number = "return [...document.querySelectorAll('[data-chart] svg text')].some(it => it.textContent === '1')";
    page.wait_for("its number alone on a phone", number).await?;
    page.resize(1280, 900).await?;
    ensure!(page.eval::<usize>(FETCHED).await? == 1, "what is here was fetched again");

    // A number of the whole country is no yardstick: the page says so.
    page.open("?vy=utforska&tabell=bas&omrade=2080&innehall=arbetslosa&diagram=linje&riket=1").await?;
    ensure!(page.text("[data-notice]").await?.contains("Riket går att visa"), "the link is not answered");
    ensure!(page.count("[value=riket]").await? == 0, "riket is offered beside counts");
    ensure!(page.count("[data-no-country]").await? == 1, "nothing says why riket is not offered");
    Ok(())
}
