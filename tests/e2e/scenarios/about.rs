//! That the page about the figures tells of every table, and of what changed
//! between editions what the published figures give.

use crate::harness::Page;
use crate::published::Published;
use anyhow::{Context, Result, ensure};

pub(super) async fn it_tells_of_tables_and_of_what_was_revised(page: &Page) -> Result<()> {
    page.open("?vy=om").await?;
    for table in ["helarsekvivalenter-dalarna", "helarsekvivalenter-riket", "helarsekvivalenter-publicerat", "bas"] {
        let told = page.text(&format!("[data-about-table='{table}']")).await?;
        ensure!(told.contains("SCB") && told.contains("CC0"), "{table} has neither source nor licence: {told}");
    }
    // What was quoted in words stays in words.
    let quoted = page.text("[data-quotes] tbody").await?.replace('\u{a0}', " ");
    for part in ["Avesta", "över 23 000", "runt 23 000", "drygt 16 000", "ej nämnt"] {
        ensure!(quoted.contains(part), "{part} is not among what was quoted: {quoted}");
    }
    let programmes = "arbetsmarknadsatgarder";
    let value = |edition: &str| -> Result<f64> {
        let published = Published::read(edition, "helarsekvivalenter-dalarna")?;
        published.cell("20", programmes, "2020M08")?.context("a month that was published")
    };
    let words = |number: f64| format!("{} {:03}", number as u32 / 1000, number as u32 % 1000);
    let revised = format!("från {} till {} helårspersoner", words(value("2024-12")?), words(value("2026-06")?));
    let told = page.text("[data-edition='2026-06'] [data-changes]").await?.replace('\u{a0}', " ");
    ensure!(told.contains(&revised), "{revised:?} is not among what changed: {told}");
    // On to the former edition, and to one of its tables.
    page.click("[data-edition='2024-12'] a").await?;
    page.wait_for("one table", "return document.querySelectorAll('[data-about-table]').length === 1").await?;
    page.click("[data-about-table] h3 a").await?;
    let figure = "return /utgava=2024-12/.test(location.search) && !/vy=om/.test(location.search)
        && !!document.querySelector('[data-figure][data-state=ready]')";
    page.wait_for("its figure", figure).await?;
    Ok(())
}

pub(super) async fn it_leads_to_the_licences_of_its_libraries(page: &Page) -> Result<()> {
    for (language, said) in
        [("", "Alla bibliotek och deras licenser"), ("&sprak=en", "All libraries and their licences")]
    {
        page.open(&format!("?vy=om{language}")).await?;
        let link = page.text(".licences a").await?;
        ensure!(link.contains(said), "{link:?}");
        page.click(".licences a").await?;
        page.wait_for("the text", "return location.pathname.endsWith('/licenser.txt') && Boolean(document.body)")
            .await?;
        let text: String = page.eval("return document.body.innerText").await?;
        names_libraries(&text)?;
        page.back().await?;
    }
    // A text names no icon, and Chromium asks for the usual one.
    let other: Vec<_> = page.console().await?.into_iter().filter(|line| !line.contains("/favicon.ico")).collect();
    ensure!(other.is_empty(), "the console says:\n{}", other.join("\n"));
    Ok(())
}

/// Libraries of both kinds, with the terms of theirs, in letters that came through.
pub(super) fn names_libraries(text: &str) -> Result<()> {
    for said in ["byggd av de här biblioteken", "echarts 6", "leptos 0", "Apache License", "free of charge"] {
        ensure!(text.contains(said), "{said:?} is not among the licences: {:?}", text.get(..400));
    }
    Ok(())
}
