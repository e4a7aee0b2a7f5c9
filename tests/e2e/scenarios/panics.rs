//! That a page whose module has panicked says so, with a way on, and leaves
//! what a developer needs on the console.

use crate::harness::Page;
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;

/// A page with a chart; `prov` is for tests, see `src/app/drill.rs`.
const FIGURE: &str = "vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje";

pub(super) async fn a_panic_before_anything_is_shown_is_told(page: &Page) -> Result<()> {
    for (language, said) in [("", "Faktabanken kunde inte starta."), ("&sprak=en", "The Fact Bank could not start.")] {
        let query = format!("?{FIGURE}&prov=panik{language}");
        told(page, &query, &[said], "a drill before the page is drawn").await?;
        let seen = "return document.querySelector('#page [data-headline]').checkVisibility()";
        ensure!(page.eval::<bool>(seen).await?, "the figures of the first page are not there instead");
        goes_on(page, &query).await?;
    }
    Ok(())
}

pub(super) async fn a_panic_beside_figures_is_told(page: &Page) -> Result<()> {
    for (look, said) in [
        ("", ["Faktabanken har stannat.", "Ladda om sidan", "Börja om från startsidan"]),
        ("&sprak=en&tema=morkt", ["the Fact Bank has stopped.", "Reload the page", "Start over from the first page"]),
    ] {
        let query = format!("?{FIGURE}{look}&prov=panik-sedan");
        told(page, &query, &said, "a drill once the page is drawn").await?;
        ensure!(page.count("[data-chart] svg").await? == 1, "the figure is gone");
        let faults = page.accessibility_faults().await?;
        ensure!(faults.is_empty(), "{query}: {}", faults.join("\n"));
        // Wherever the reader is, and however narrow the screen.
        page.resize(320, 640).await?;
        page.eval::<()>("scrollTo(0, document.body.scrollHeight)").await?;
        fits(page).await?;
        page.resize(1280, 900).await?;
        goes_on(page, &query).await?;
        let anew: String = page.eval("return document.querySelector('#failure [data-anew]').href").await?;
        ensure!(anew.ends_with('/'), "the start page is said to be {anew}");
    }
    Ok(())
}

pub(super) async fn a_panic_in_somebodys_page_fills_the_frame(page: &Page) -> Result<()> {
    page.resize(500, 420).await?;
    for drill in ["panik", "panik-sedan"] {
        let query = format!("?inbaddning=1&{FIGURE}&prov={drill}");
        told(page, &query, &["Ladda om sidan", "Öppna figuren i Faktabanken"], "a drill").await?;
        let fills = "const { top, left, width, height } = document.getElementById('failure').getBoundingClientRect();
            return top === 0 && left === 0 && width === innerWidth && height === innerHeight
                && !document.getElementById('app').hasChildNodes()";
        ensure!(page.eval::<bool>(fills).await?, "{query}: something else is in the frame");
        fits(page).await?;
        let whole: String = page.eval("return document.querySelector('#failure [data-whole]').search").await?;
        ensure!(whole.contains("vy=utforska") && !whole.contains("inbaddning"), "the link leads to {whole}");
        goes_on(page, &query).await?;
    }
    Ok(())
}

/// Loads a page that panics: the reader is told, and the console too.
async fn told(page: &Page, query: &str, said: &[&str], why: &str) -> Result<()> {
    page.load(query).await?;
    page.wait_for("words about it", "return !document.getElementById('failure').hidden").await?;
    let words: String = page.eval("return document.getElementById('failure').innerText").await?;
    for said in said {
        ensure!(words.contains(said), "{query}: {said:?} is not in {words:?}");
    }
    let ways = page
        .eval::<usize>("return [...document.querySelectorAll('#failure a')].filter(it => it.checkVisibility()).length");
    ensure!(ways.await? == 1, "{query}: more than one way beside the button");
    let detail = page.text("#failure [data-detail]").await?;
    on_the_console(page, query, why).await?;
    ensure!(detail.contains("src/app/drill.rs:") && detail.contains(why), "{query}: {detail:?}");
    let announced = page.count("#failure[role=alert]").await?;
    ensure!(announced == 1, "{query}: it is not announced");
    Ok(())
}

/// File, line and message are on the console; a page that stops leaves nothing
/// else there but the trap itself.
async fn on_the_console(page: &Page, query: &str, why: &str) -> Result<()> {
    let lines = page.console().await?.join("\n");
    let place = lines.split_once("panicked at src/app/drill.rs:").map(|(_, rest)| rest);
    let place = place.with_context(|| format!("{query}: the console says {lines:?}"))?;
    ensure!(place.starts_with(|it: char| it.is_ascii_digit()), "{query}: no line in {lines:?}");
    ensure!(place.contains(why), "{query}: no message in {lines:?}");
    Ok(())
}

/// All of the message can be seen, and nothing scrolls sideways.
async fn fits(page: &Page) -> Result<()> {
    let inside = "const { left, top, right, bottom } = document.querySelector('[data-reload]').getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
            && document.documentElement.scrollWidth <= innerWidth";
    ensure!(page.eval::<bool>(inside).await?, "the way on is out of sight");
    Ok(())
}

/// The button has the focus and loads the same address again.
async fn goes_on(page: &Page, query: &str) -> Result<()> {
    let address = "return decodeURIComponent(location.href)";
    let before: String = page.eval(address).await?;
    let focused: bool = page.eval("return document.activeElement?.matches('#failure [data-reload]') === true").await?;
    ensure!(focused, "{query}: the way on has not the focus");
    page.eval::<()>("window.isBefore = true").await?;
    page.press(Key::Enter).await?;
    let again = "return window.isBefore === undefined && document.getElementById('failure')?.hidden === false";
    page.wait_for("the page to be loaded again", again).await?;
    let after: String = page.eval(address).await?;
    ensure!(before == after, "{before} became {after}");
    page.console().await?;
    Ok(())
}
