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

pub(super) async fn kommuner_alike_are_compared_by_one_press(page: &Page) -> Result<()> {
    page.open("?vy=jamfor&tabell=ohalsotal&omrade=2062,00").await?;
    page.tab_to("the kommuner alike", "e.matches('[data-alike]')").await?;
    page.press(Key::Enter).await?;
    page.wait_for(
        "the rule, with Mora's numbers and among all kommuner",
        "return /Närmast Mora 2022 i folkmängd \\(20.679\\).*landets 290 kommuner/
            .test(document.querySelector('[data-alike-rule]')?.textContent)",
    )
    .await?;
    let names: Vec<String> = page
        .eval("return [...document.querySelectorAll('[data-alike-list] button')].map(it => it.firstChild.firstChild.textContent)")
        .await?;
    ensure!(names.len() == 5 && names.contains(&"Ljusdal".to_owned()), "{names:?} are like Mora");
    page.tab_to("the most alike", "e.matches('[data-alike-list] button')").await?;
    page.press(Key::Enter).await?;
    page.wait_for("three areas", "return document.querySelectorAll('[data-comparison] thead th').length === 3").await?;
    page.settle().await?;
    page.wait_for("the list again", "return document.querySelector('[data-alike-all]') !== null").await?;
    page.tab_to("the comparison with all", "e.matches('[data-alike-all]')").await?;
    page.press(Key::Enter).await?;
    page.wait_for("six areas", "return document.querySelectorAll('[data-comparison] thead th').length === 6").await?;
    page.settle().await?;
    let heads = page.texts("[data-comparison] thead th a").await?;
    ensure!(heads[0] == "Mora" && heads[1..] == names, "{heads:?}, and not Mora and {names:?}");
    // An edition without the population says so, and leads to one that has it.
    page.open("?vy=jamfor&omrade=2081,2080&utgava=2026-06").await?;
    page.tab_to("the kommuner alike", "e.matches('[data-alike]')").await?;
    page.press(Key::Enter).await?;
    page.wait_for("the way on", "return document.querySelector('[data-alike-none] a') !== null").await?;
    page.tab_to("the way on", "e.matches('[data-alike-none] a')").await?;
    page.press(Key::Enter).await?;
    page.wait_for("the newest edition", "return !location.search.includes('utgava')").await?;
    page.settle().await
}
