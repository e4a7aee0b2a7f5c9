//! That every figure is drawn, and drawn again, without a trace of the last.

use crate::harness::Page;
use anyhow::{Context, Result, ensure};

const TABLES: [&str; 4] =
    ["helarsekvivalenter-dalarna", "helarsekvivalenter-riket", "helarsekvivalenter-publicerat", "bas"];

pub(super) async fn every_kind_of_every_table_is_drawn(page: &Page) -> Result<()> {
    for view in ["utforska", "jamfor"] {
        for table in TABLES {
            let link = format!("?vy={view}&tabell={table}");
            page.open(&link).await?;
            let tabs = page.count("[role=tab]").await?;
            ensure!(tabs >= 2, "{link}: {tabs} kinds of figures");
            for tab in 1..=tabs {
                page.click(&format!("[role=tab]:nth-child({tab})")).await?;
                page.wait_for(
                    "the tab to be open",
                    &format!("return document.querySelector('[role=tab]:nth-child({tab})').ariaSelected === 'true'"),
                )
                .await?;
                page.settle().await?;
                drawn(page).await.with_context(|| format!("{link}, figure {tab}"))?;
            }
        }
    }
    Ok(())
}

pub(super) async fn colours_and_language_change_in_place(page: &Page) -> Result<()> {
    page.open("?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje&tema=ljust").await?;
    let numbers = page.texts("[data-table] td").await?;
    let light: String = page.eval("return getComputedStyle(document.documentElement).backgroundColor").await?;
    page.click("a[href*='tema=morkt']").await?;
    page.wait_for("the dark theme", "return location.search.includes('tema=morkt')").await?;
    page.settle().await?;
    let dark: String = page.eval("return getComputedStyle(document.documentElement).backgroundColor").await?;
    ensure!(light != dark, "both themes are {dark}");
    ensure!(page.texts("[data-table] td").await? == numbers, "the colours changed the numbers");
    drawn(page).await.context("in dark")?;

    let swedish = page.text("[data-headline]").await?;
    page.click("a[href*='sprak=en']").await?;
    page.wait_for("English", "return document.documentElement.lang === 'en'").await?;
    page.settle().await?;
    ensure!(page.text("[data-headline]").await? != swedish, "the headline is still {swedish:?}");
    drawn(page).await.context("in English")
}

/// That the figure of the view is complete: one drawing or none, and its words.
async fn drawn(page: &Page) -> Result<()> {
    let (name, state): (String, String) = page
        .eval("const { figure, state } = document.querySelector('main [data-figure]').dataset; return [figure, state]")
        .await?;
    ensure!(state == "ready", "the figure is {state}");
    let charts = page.count("[data-chart] svg").await?;
    ensure!(charts == usize::from(name != "tabell"), "{charts} charts in {name}");
    if charts == 1 {
        let shapes = page.count("[data-chart] svg :is(path, text)").await?;
        ensure!(shapes > 3, "only {shapes} shapes in {name}");
    }
    ensure!(page.text("[data-headline]").await?.len() > 15, "no headline");
    ensure!(page.text("[data-caption]").await?.contains("SCB"), "no source");
    ensure!(page.count("[data-table] td[data-value]").await? > 0, "no numbers");
    Ok(())
}
