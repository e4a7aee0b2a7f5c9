//! That the numbers on the page are the numbers that were published.

use crate::harness::Page;
use crate::published::{Published, half_years};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// A cell of the figure's table with the keys of its row and column.
#[derive(Debug, Deserialize)]
pub(super) struct Shown {
    pub(super) row: String,
    pub(super) column: String,
    pub(super) value: String,
    pub(super) missing: Option<String>,
    pub(super) mark: Option<String>,
    pub(super) text: String,
}

pub(super) async fn half_year_means_are_those_of_the_published_months(page: &Page) -> Result<()> {
    page.open("?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje&matt=antal&upplosning=halvar").await?;
    let lines = page.count("[data-figure=linje] [data-chart] svg").await?;
    ensure!(lines == 1, "{lines} charts are drawn");
    let headline = page.text("[data-figure=linje] [data-headline]").await?;
    ensure!(headline.len() > 20, "the headline is {headline:?}");

    let published = Published::read("2026-06", "helarsekvivalenter-dalarna")?;
    let contents = published.codes("ContentsCode")?;
    let expected = half_years(&published.codes("Tid")?)?;
    let shown = cells(page, "linje").await?;
    let columns = page.count("[data-table] thead th[data-column]").await?;
    ensure!((1..=7).contains(&columns), "{columns} series are shown");
    ensure!(shown.len() == expected.len() * columns, "{} cells for {} half-years", shown.len(), expected.len());
    for cell in &shown {
        let content = cell.column.strip_prefix("20/").with_context(|| format!("{cell:?} is not Dalarna's"))?;
        ensure!(contents.iter().any(|code| code == content), "{content:?} is no contents of the table");
        ensure!(expected.contains(&cell.row), "the row {:?} is no half-year of the table", cell.row);
        cell.is(published.half_year("20", content, &cell.row)?, 1e-6)?;
    }
    Ok(())
}

pub(super) async fn months_of_three_areas_are_those_published(page: &Page) -> Result<()> {
    page.open("?vy=jamfor&tabell=bas&omrade=2080,2081,00&innehall=sysselsattningsgrad").await?;
    let text = page.text("main").await?;
    for area in ["Falun", "Borlänge", "Riket"] {
        ensure!(text.to_lowercase().contains(&area.to_lowercase()), "{area} is not on the page");
    }
    let published = Published::read("2026-06", "bas")?;
    let months = published.codes("Tid")?;
    let shown = cells(page, "linje").await?;
    ensure!(shown.len() == 3 * months.len(), "{} cells for {} months of three areas", shown.len(), months.len());
    for cell in &shown {
        let (area, content) = cell.column.split_once('/').with_context(|| format!("{cell:?} has no area"))?;
        ensure!(
            ["2080", "2081", "00"].contains(&area) && content == "sysselsattningsgrad",
            "{cell:?} was not asked for"
        );
        // The published rate has one decimal; ours is made of the counts again.
        cell.is(published.cell(area, "sysselsattningsgrad", &cell.row)?, 0.0501)?;
    }
    Ok(())
}

impl Shown {
    /// That the cell shows `expected`, or a reason where there is nothing.
    pub(super) fn is(&self, expected: Option<f64>, tolerance: f64) -> Result<()> {
        match expected {
            Some(expected) => {
                let value: f64 = self.value.parse().with_context(|| format!("{self:?} is not a number"))?;
                ensure!((value - expected).abs() <= tolerance, "{self:?}, but {expected} was published");
            }
            None => ensure!(self.value.is_empty() && self.missing.is_some(), "{self:?}, but nothing was published"),
        }
        Ok(())
    }
}

/// The cells of a figure's table.
pub(super) async fn cells(page: &Page, figure: &str) -> Result<Vec<Shown>> {
    page.unfold().await?;
    let script = "const table = document.querySelector(`[data-figure=${arguments[0]}] [data-table]`);
        const columns = [...table.querySelectorAll('thead th[data-column]')].map(th => th.dataset.column);
        return [...table.querySelectorAll('tbody tr')].flatMap(tr =>
            [...tr.querySelectorAll('td[data-value]')].map((td, at) => ({
                row: tr.dataset.row ?? '', column: columns[at] ?? '',
                value: td.dataset.value, missing: td.dataset.missing ?? null,
                mark: td.dataset.mark ?? null, text: td.textContent,
            })))";
    page.eval_with(script, vec![figure.into()]).await
}
