//! That every figure is drawn, and drawn again, without a trace of the last.

use crate::harness::Page;
use anyhow::{Context, Result, ensure};
use faktabank_figures::figure::gallery::figures;
use fantoccini::key::Key;

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

pub(super) async fn every_figure_of_the_gallery_is_in_its_state(page: &Page) -> Result<()> {
    page.load("?vy=galleri").await?;
    every_figure(page).await?;
    let states: Vec<(String, String)> = page
        .eval(
            "return [...document.querySelectorAll('[data-gallery]')].map(entry =>
                [entry.dataset.gallery, entry.querySelector('[data-figure]').dataset.state])",
        )
        .await?;
    ensure!(states.len() == figures().count() + 3, "{} figures", states.len());
    for (name, state) in &states {
        let expected = match name.as_str() {
            "pa-vag" => "loading",
            "utebliven" | "avbruten" => "error",
            // Nothing was published of what these links ask for.
            _ if page.count(&format!("[data-gallery={name}] .empty")).await? > 0 => "empty",
            _ => "ready",
        };
        ensure!(state == expected, "{name} is {state}");
    }
    let empty = states.iter().filter(|(_, state)| state == "empty").count();
    ensure!((1..6).contains(&empty), "{empty} figures are empty");
    let title: String = page.eval("return document.title").await?;
    ensure!(title.starts_with("Alla figurer"), "the page is called {title:?}");
    Ok(())
}

pub(super) async fn colours_and_language_change_in_place(page: &Page) -> Result<()> {
    page.open("?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje&tema=ljust").await?;
    page.unfold().await?;
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

pub(super) async fn a_reading_has_its_share_and_change_and_is_held_until_let_go(page: &Page) -> Result<()> {
    page.open("?vy=utforska&innehall=summa").await?;
    page.unfold().await?;
    let number: f64 = page.eval("return +document.querySelector('[data-row=\"2025H2\"] td').dataset.value").await?;
    let before: f64 = page.eval("return +document.querySelector('[data-row=\"2024H2\"] td').dataset.value").await?;
    let place = "const box = document.querySelector('[data-chart]').getBoundingClientRect();";
    // A press near the right end of the plot, as a mouse and a finger give it.
    let press =
        "for (const [name, type] of [['pointermove', PointerEvent], ['mousemove', MouseEvent], ['click', MouseEvent]])
        document.querySelector('[data-chart] svg').dispatchEvent(new type(name, {
            bubbles: true, clientX: box.left + box.width * 0.5, clientY: box.top + box.height / 2 }));";
    page.eval::<()>(&[place, press].concat()).await?;
    page.wait_for("the reading to be held", "return document.querySelector('[data-readout][data-held]') !== null")
        .await?;
    ensure!(page.count("[data-readout] .readout-beside").await? >= 2, "no share and no change");
    // By keyboard to the newest period, whose change is that of the table.
    page.eval::<()>("document.querySelector('[data-walk]').focus()").await?;
    page.press(Key::End).await?;
    let change = 100.0 * (number - before) / before;
    let shown = format!("{:.1} %", change.abs()).replace('.', ",");
    let said = "return document.querySelector('[data-walked]').textContent";
    page.wait_for(
        "the newest period",
        &format!("{{ const said = (() => {{ {said} }})(); return said.includes('2025') }}"),
    )
    .await?;
    let said: String = page.eval(said).await?;
    ensure!(said.replace('\u{a0}', " ").contains(&shown), "{said:?} says {shown:?}");
    page.press(Key::Escape).await?;
    page.wait_for("to be let go", "return document.querySelector('[data-readout][data-held]') === null").await
}

/// Waits for every figure of the gallery but the one that is on its way for ever.
pub(super) async fn every_figure(page: &Page) -> Result<()> {
    page.wait_for(
        "every figure but the one on its way",
        "return document.querySelector('[data-gallery=avbruten]') !== null &&
            document.querySelectorAll('[data-gallery]:not([data-gallery=pa-vag]) [data-state=loading]').length === 0",
    )
    .await
}

/// That the figure of the view is complete: one drawing or none, and its words.
async fn drawn(page: &Page) -> Result<()> {
    let (name, state): (String, String) = page
        .eval("const { figure, state } = document.querySelector('main [data-figure]').dataset; return [figure, state]")
        .await?;
    ensure!(state == "ready", "the figure is {state}");
    // A drawing may hold another.
    let charts = page.count("[data-chart] svg:not(svg svg)").await?;
    let right = match name.as_str() {
        "tabell" => charts == 0,
        "smadiagram" => charts > 1,
        _ => charts == 1,
    };
    ensure!(right, "{charts} charts in {name}");
    if charts > 0 {
        let shapes = page.count("[data-chart] svg :is(path, text, circle, polyline)").await?;
        ensure!(shapes > 3, "only {shapes} shapes in {name}");
    }
    ensure!(page.text("[data-headline]").await?.len() > 15, "no headline");
    ensure!(page.text("[data-caption]").await?.contains("SCB"), "no source");
    page.unfold().await?;
    ensure!(page.count("[data-table] td[data-value]").await? > 0, "no numbers");
    Ok(())
}
