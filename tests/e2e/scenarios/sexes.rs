//! Women and men in one chart: by a link, and by the choice of women and men.

use super::numbers::cells;
use crate::harness::Page;
use crate::published::Published;
use anyhow::{Result, bail, ensure};
use fantoccini::key::Key;

/// Whether each of these begins a text of the chart.
const NAMED: &str = "const texts = [...document.querySelectorAll('[data-chart] svg text')].map(it => it.textContent);
    return ['Kiruna, kvinnor', 'Kiruna, män', 'Riket, kvinnor', 'Riket, män']
        .every(name => texts.some(text => text.startsWith(name)))";

pub(super) async fn women_and_men_are_read_in_one_chart(page: &Page) -> Result<()> {
    page.open("?amne=ohalsa&omrade=2584,00&kon=kvinnor,man").await?;
    page.wait_for("the names of four lines", NAMED).await?;
    let headline = page.text("[data-figure=linje] [data-headline]").await?;
    ensure!(headline.contains("mellan kvinnor och män i riket än i Kiruna"), "the headline is {headline:?}");
    ensure!(page.count("[data-notice]").await? == 0, "something could not be shown");
    let caption = page.text("[data-caption]").await?;
    ensure!(caption.contains("kvinnor och män var för sig"), "the caption is {caption:?}");

    let women = Published::of_whom("2026-11", "ohalsotal", "2", "16-64")?;
    let men = Published::of_whom("2026-11", "ohalsotal", "1", "16-64")?;
    let shown = cells(page, "linje").await?;
    ensure!(shown.len() == 4 * women.codes("Tid")?.len(), "{} cells of four lines", shown.len());
    for cell in &shown {
        let (area, published) = match cell.column.split('/').collect::<Vec<_>>()[..] {
            [area, "2", "ohalsotal"] => (area, &women),
            [area, "1", "ohalsotal"] => (area, &men),
            _ => bail!("{cell:?} was not asked for"),
        };
        cell.is(published.cell(area, "ohalsotal", &cell.row)?, 1e-9)?;
    }

    page.open("?vy=utforska&tabell=sjukpenningtal&omrade=2062").await?;
    page.tab_to("the choice of women and men", "e.matches('[name=kon]')").await?;
    // Before the first comes the last.
    page.press(Key::Up).await?;
    page.wait_for("both in the address", "return location.search.includes('kon=kvinnor,man')").await?;
    page.settle().await?;
    let headline = page.text("[data-headline]").await?;
    ensure!(headline.contains("högre bland kvinnor än bland män"), "the headline is {headline:?}");
    page.unfold().await?;
    ensure!(page.count("[data-table] thead th[data-column]").await? == 2, "not one column each");

    // What cannot show both says so, and the choice is still there in a frame.
    page.open("?tabell=ohalsotal&omrade=2062&diagram=karta&kon=kvinnor,man").await?;
    ensure!(page.text("[data-notice]").await?.contains("kan inte visa kvinnor och män"), "the map says nothing");
    page.open("?tabell=ohalsotal&omrade=2062&kon=kvinnor,man&inbaddning=1&kontroller=alla").await?;
    ensure!(page.count("[name=kon][value='kvinnor,man']:checked").await? == 1, "the frame does not offer both");
    Ok(())
}
