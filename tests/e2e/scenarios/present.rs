//! One figure for everyone in the room: that it fills the window in large type, that keys
//! lead through a list that the address keeps, and that it does so from a folder.

use crate::harness::{Page, Stick};
use anyhow::{Result, ensure};
use fantoccini::key::Key;

const LIST: &str = "vy=visa&omrade=20&tabell=helarsekvivalenter-dalarna&diagram=yta\
    &bilder=1;omrade%3D20%26tabell%3Dhelarsekvivalenter-dalarna%26diagram%3Dyta;\
    omrade%3D2080%26tabell%3Dbas%26diagram%3Dlinje;\
    omrade%3D20%26tabell%3Dbas%26innehall%3Darbetsloshet%26diagram%3Dkarta";

/// The smallest text of the drawing and the headline's, in pixels of the screen; how much
/// of the window the figure takes, across and down; how far its source and its ways lie
/// from the top; how far the page can be scrolled.
const LOOK: &str = "const tall = it => it.getBoundingClientRect();
    const zoom = Number(getComputedStyle(document.querySelector('.presenting')).getPropertyValue('--zoom'));
    const sizes = [...document.querySelectorAll('.presenting [data-chart] svg text')]
        .map(it => parseFloat(getComputedStyle(it).fontSize) * zoom);
    const headline = parseFloat(getComputedStyle(document.querySelector('[data-headline]')).fontSize) * zoom;
    const chart = tall(document.querySelector('.presenting [data-chart]'));
    return [Math.min(...sizes), headline, chart.width / innerWidth, chart.height / innerHeight,
        tall(document.querySelector('[data-caption] .what')).bottom / innerHeight,
        document.documentElement.scrollWidth - innerWidth]";

async fn shows(page: &Page, headline: &str, at: &str) -> Result<()> {
    page.settle().await?;
    let said = page.text("[data-headline]").await?;
    ensure!(said.contains(headline), "{said:?} is not about {headline:?}");
    let place = page.text("[data-slide-at]").await?;
    ensure!(place == at, "it is {place:?} and not {at:?}");
    ensure!(page.query().await?.contains("vy=visa"), "it is no longer presented");
    Ok(())
}

/// The three figures of the list by keys, and the way out.
async fn led_through(page: &Page) -> Result<()> {
    shows(page, "samhällets stöd i Dalarna", "1 av 3").await?;
    page.press(Key::Right).await?;
    page.wait_for("the second", "return location.search.includes('bilder=2;')").await?;
    shows(page, "Sysselsättningsgraden i Falun", "2 av 3").await?;
    page.press(Key::PageDown).await?;
    page.wait_for("the third", "return location.search.includes('bilder=3;')").await?;
    shows(page, "Arbetslösheten är högst", "3 av 3").await?;
    // There is nothing after the last.
    page.press(Key::Right).await?;
    shows(page, "Arbetslösheten är högst", "3 av 3").await?;
    page.press(Key::Home).await?;
    page.wait_for("the first", "return location.search.includes('bilder=1;')").await?;
    page.press(Key::End).await?;
    page.wait_for("the last", "return location.search.includes('bilder=3;')").await?;
    page.press(Key::Left).await?;
    page.wait_for("the second again", "return location.search.includes('bilder=2;')").await?;
    shows(page, "Sysselsättningsgraden i Falun", "2 av 3").await?;
    page.press(Key::Escape).await?;
    page.wait_for("the explorer", "return location.search.includes('vy=utforska')").await?;
    page.settle().await?;
    ensure!(page.text("[data-headline]").await?.contains("Sysselsättningsgraden i Falun"), "Esc leads elsewhere");
    ensure!(page.text("[data-slides]").await?.contains("har 3 diagram"), "the list is lost");
    Ok(())
}

pub(super) async fn a_figure_fills_the_window_and_keys_lead_through_the_list(page: &Page) -> Result<()> {
    for (width, height, least) in [(1366, 768, 16.0), (1920, 1080, 22.0)] {
        page.resize(width, height).await?;
        page.open(&format!("?{LIST}")).await?;
        page.wait_for("its drawing", "return document.querySelector('[data-chart] svg text') !== null").await?;
        let [text, headline, across, down, source, sideways]: [f64; 6] = page.eval(LOOK).await?;
        ensure!(text >= least, "text of the drawing is {text} pixels high at {width} × {height}");
        ensure!(headline >= 2.0 * least, "the headline is {headline} pixels high at {width} × {height}");
        ensure!(across > 0.85 && down > 0.35, "the drawing takes {across} by {down} of {width} × {height}");
        ensure!(source <= 1.0 && sideways <= 0.0, "its source ends at {source}, and it is {sideways} too wide");
        ensure!(page.count(".top").await? == 1, "there is no header to leave out");
        let hidden = "return [...document.querySelectorAll('.top, .bottom')].every(it => !it.getClientRects().length)";
        ensure!(page.eval::<bool>(hidden).await?, "the menu is in the way");
    }
    ensure!(page.count("[data-caption] .notes li").await? > 0, "its notes are gone");
    let faults = page.accessibility_faults().await?;
    ensure!(faults.is_empty(), "{faults:?}");
    led_through(page).await?;
    // A bad list shows what the rest of the address says.
    page.open("?vy=visa&omrade=2080&tabell=bas&bilder=x;%3B;;").await?;
    ensure!(page.text("[data-headline]").await?.contains("Falun"), "a bad list shows nothing");
    ensure!(page.count("[data-slide-at]").await? == 0, "a list of nothing is counted");
    Ok(())
}

/// Puts the figure that is shown into the list.
async fn add(page: &Page) -> Result<()> {
    page.click("[data-share] > summary").await?;
    page.wait_for("the panel", "return document.querySelector('[data-add-slide]') !== null").await?;
    page.click("[data-add-slide]").await
}

pub(super) async fn a_list_is_made_by_presses(page: &Page) -> Result<()> {
    page.open("lan/dalarna/").await?;
    add(page).await?;
    page.wait_for("the list in the address", "return location.search.includes('bilder=1;')").await?;
    ensure!(page.text("[data-slides]").await?.contains("har ett diagram"), "nothing says that it is there");
    // Through the menu and a choice, the list stays.
    page.click("header a[href*='vy=utforska']").await?;
    page.wait_for("the explorer", "return location.search.includes('vy=utforska')").await?;
    page.settle().await?;
    page.click("#flik-tabell").await?;
    page.wait_for("the table", "return location.search.includes('diagram=tabell')").await?;
    page.settle().await?;
    add(page).await?;
    page.wait_for("both in the address", "return location.search.includes('bilder=2;')").await?;
    page.settle().await?;
    page.click("[data-start-slides]").await?;
    page.wait_for("the slide show", "return location.search.includes('vy=visa')").await?;
    shows(page, "samhällets stöd i Dalarna", "1 av 2").await?;
    ensure!(page.count("[data-chart]").await? == 1, "the first is not the chart of the start page");
    page.click("[data-slide=next]").await?;
    page.wait_for("the second", "return location.search.includes('bilder=2;')").await?;
    page.settle().await?;
    ensure!(page.count("[data-figure=tabell] [data-table]").await? == 1, "the second is not the table");
    page.reload().await?;
    ensure!(page.text("[data-slide-at]").await? == "2 av 2", "a reload loses its place");
    page.click("[data-leave]").await?;
    page.wait_for("the explorer", "return location.search.includes('vy=utforska')").await?;
    page.settle().await?;
    page.click("[data-fewer-slides]").await?;
    page.wait_for("one left", "return location.search.includes('bilder=1;')").await?;
    page.click("[data-fewer-slides]").await?;
    page.wait_for("none left", "return !location.search.includes('bilder')").await?;
    ensure!(page.count("[data-slides]").await? == 0, "an empty list is spoken of");
    Ok(())
}

pub(super) async fn it_is_shown_from_a_folder(page: &Page) -> Result<()> {
    let stick = Stick::folder(|_| Ok(()))?;
    page.move_to_file(&stick)?;
    page.open(&format!("?{LIST}")).await?;
    led_through(page).await
}
