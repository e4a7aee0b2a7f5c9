//! That the fact sheet says what was published, and holds a plan against it.

use super::numbers::Shown;
use crate::harness::Page;
use crate::published::Published;
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;

pub(super) async fn its_benefits_are_those_published(page: &Page) -> Result<()> {
    page.open("?vy=omrade").await?;
    let published = Published::read("2026-06", "helarsekvivalenter-dalarna")?;
    let shown = support(page).await?;
    ensure!(shown.len() == 7 * 6, "{} cells for six benefits and their sum", shown.len());
    let mut counted = 0;
    for cell in shown.iter().filter(|cell| cell.column.ends_with("H2")) {
        cell.is(published.half_year("20", &cell.row, &cell.column)?, 1e-6)?;
        counted += 1;
    }
    ensure!(counted == 7 * 3, "{counted} numbers of half-years");
    for row in shown.chunks(6) {
        let value = |column: &str| -> Result<f64> {
            let cell = row.iter().find(|cell| cell.column == column).with_context(|| format!("no {column}"))?;
            Ok(cell.value.parse()?)
        };
        let (now, before, start) = (value("2025H2")?, value("2024H2")?, value("2014H2")?);
        ensure!((value("ar")? - (now - before)).abs() < 1e-6, "the change over a year is wrong: {row:?}");
        ensure!((value("sedan")? - 100.0 * (now - start) / start).abs() < 1e-6, "the change is wrong: {row:?}");
    }
    // Another area, by its link from here, and back to the overview of it.
    page.click(".sheet-members a[href*='omrade=2081']").await?;
    page.wait_for(
        "Borlänge's sheet",
        "return /Borlänge/.test(document.querySelector('[data-sheet] .context')?.textContent)",
    )
    .await?;
    page.settle().await?;
    ensure!(page.texts("[data-standing]").await?.iter().any(|it| it.contains("2 av 15")), "no place in Dalarna");
    Ok(())
}

pub(super) async fn a_plan_is_chosen_by_keyboard(page: &Page) -> Result<()> {
    page.open("?vy=omrade&omrade=forbund:falun-borlange&utgava=modell").await?;
    let sentence = "[data-plan] .lead";
    ensure!(!page.text(sentence).await?.contains("Målet"), "there is a target that nobody set");
    page.tab_to("the target", "e.matches('[data-plan] label:nth-of-type(2) select')").await?;
    page.press('1').await?;
    page.press(Key::Enter).await?;
    page.wait_for("the target in the address", "return /mal=1\\d/.test(location.search)").await?;
    page.settle().await?;
    ensure!(page.text(sentence).await?.contains("Målet, 10 procent färre än 2014"), "no target is told");
    let labels = page.texts("[data-plan] [data-chart] svg text").await?.join(" ");
    ensure!(labels.contains("Mål"), "no line is the target: {labels}");
    page.reload().await?;
    ensure!(page.text(sentence).await?.contains("Målet"), "the link forgot the target");
    Ok(())
}

pub(super) async fn the_country_is_fetched_only_for_a_place_in_it(page: &Page) -> Result<()> {
    page.open("?vy=omrade&omrade=2081&utgava=modell").await?;
    let asked = "return performance.getEntriesByType('resource').map(entry => entry.name)
        .filter(name => name.includes('/modell/')).map(name => name.split('/').pop()).sort()";
    let files: Vec<String> = page.eval(asked).await?;
    ensure!(files == ["00.json", "20.json"], "the sheet of a kommun took {files:?}");
    ensure!(page.texts("[data-standing]").await?.iter().any(|it| it.contains("i Dalarna")), "no place in its län");
    page.click("[data-places]").await?;
    let place =
        "return [...document.querySelectorAll('[data-standing]')].some(it => it.textContent.includes('i landet'))
        && !document.querySelector('[data-places]')";
    page.wait_for("its place in the country", place).await
}

/// The cells of the table of benefits.
async fn support(page: &Page) -> Result<Vec<Shown>> {
    let script = "const table = document.querySelector('[data-support] [data-table]');
        const columns = [...table.querySelectorAll('thead th[data-column]')].map(th => th.dataset.column);
        return [...table.querySelectorAll('tbody tr')].flatMap(tr =>
            [...tr.querySelectorAll('td[data-value]')].map((td, at) => ({
                row: tr.dataset.row, column: columns[at], value: td.dataset.value,
                missing: td.dataset.missing ?? null, mark: td.dataset.mark ?? null, text: td.textContent,
            })))";
    page.eval(script).await
}
