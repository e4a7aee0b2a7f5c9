//! That compared areas stand side by side with the published numbers, and that
//! one is exchanged and a like one found by keyboard.

use crate::harness::Page;
use crate::published::Published;
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;

pub(super) async fn one_area_is_exchanged_for_another(page: &Page) -> Result<()> {
    page.open("?vy=jamfor").await?;
    page.tab_to("the button that exchanges Borlänge", "e.matches('[data-swap=\"1\"]')").await?;
    page.press(Key::Enter).await?;
    page.wait_for("the search in focus", "return document.activeElement.matches('[role=combobox]')").await?;
    ensure!(page.text(".swapping").await?.contains("ersätta Borlänge"), "nothing says what is exchanged");
    page.type_text("Mora").await?;
    page.wait_for("Mora in the list", "return /Mora/.test(document.querySelector('[role=option]')?.textContent)")
        .await?;
    page.press(Key::Enter).await?;
    page.wait_for("Mora in the place of Borlänge", "return location.search.includes('omrade=2080,2062,00')").await?;
    page.settle().await?;
    let heads = page.texts("[data-comparison] thead th a").await?;
    ensure!(heads == ["Falun", "Mora", "Riket"], "the areas are {heads:?}");
    let published = Published::read("2026-06", "bas")?;
    let month = published.codes("Tid")?.last().context("no months")?.clone();
    let values: Vec<String> = page
        .eval("return [...document.querySelectorAll('[data-comparison] [data-row=andel] td')].map(td => td.dataset.value)")
        .await?;
    ensure!(values.len() == 3, "{values:?} for three areas");
    for (area, value) in ["2080", "2062", "00"].iter().zip(&values) {
        let expected = published.cell(area, "sysselsattningsgrad", &month)?.context("not published")?;
        let value: f64 = value.parse()?;
        ensure!((value - expected).abs() <= 0.0501, "{area}: {value}, but {expected} was published");
    }
    // The same number is as long a bar in every column.
    let lengths: Vec<f64> = page
        .eval(
            "return [...document.querySelectorAll('[data-comparison] [data-row=andel] .side-bar')]
            .map(bar => bar.getBoundingClientRect().width / bar.parentElement.dataset.value)",
        )
        .await?;
    let even = lengths.iter().all(|length| (length / lengths[0] - 1.0).abs() < 0.02);
    ensure!(lengths.len() == 3 && even, "the bars are not on one scale: {lengths:?}");
    Ok(())
}

pub(super) async fn kommuner_alike_are_found_among_all(page: &Page) -> Result<()> {
    page.open("?vy=jamfor&omrade=2081,00&utgava=modell").await?;
    page.tab_to("the kommuner alike", "e.matches('[data-alike]')").await?;
    page.press(Key::Enter).await?;
    page.wait_for(
        "the rule, among all kommuner",
        "return /Bland 28\\d kommuner/.test(document.querySelector('.areas').textContent)",
    )
    .await?;
    page.tab_to("the most alike", "e.matches('[data-alike-list] button')").await?;
    let name: String = page.eval("return document.activeElement.firstChild.firstChild.textContent").await?;
    page.press(Key::Enter).await?;
    page.wait_for("three areas", "return document.querySelectorAll('[data-comparison] thead th').length === 3").await?;
    page.settle().await?;
    let heads = page.texts("[data-comparison] thead th a").await?;
    ensure!(heads.contains(&name), "{name} is not among {heads:?}");
    Ok(())
}
