//! That each view prints on as few pages as it needs, with whole drawings and
//! in the colours of the day.

use crate::harness::{Engine, Page};
use anyhow::{Context, Result, ensure};
use serde_json::json;

/// Views, and the most pages that they may take.
const PRINTED: [(&str, usize); 6] = [
    ("?tema=morkt", 4),
    ("?vy=jamfor&omrade=2080,2081,2062,2085,00", 2),
    ("?vy=utforska&diagram=stapel&tabell=bas", 1),
    ("?vy=utforska&diagram=tabell", 1),
    ("?vy=omrade&omrade=20", 1),
    ("?vy=omrade&omrade=2081&utgava=modell", 1),
];

/// What is pressed, and seen all the same.
const PRESSED: &str = "[...document.querySelectorAll('.top, .tabs, .period, .choices, .areas, summary')]
    .filter(element => element.getClientRects().length).map(element => element.className)";

/// Drawings, each with its width and what of it is seen.
const DRAWN: &str = "[...document.querySelectorAll('.chart-canvas svg')]
    .map(svg => [svg.getAttribute('width'), svg.getAttribute('viewBox')?.split(' ')[2] ?? ''])";

pub(super) async fn every_view_prints_whole(page: &Page) -> Result<()> {
    for (query, most) in PRINTED {
        page.open(query).await?;
        let before: Vec<(String, String)> = page.eval(&format!("return {DRAWN}")).await?;
        // After the listener of the page, which was there first.
        page.eval::<()>(&format!(
            "window.onPaper = null;
             addEventListener('beforeprint', () => {{ window.onPaper = {DRAWN} }}, {{ once: true }})"
        ))
        .await?;
        let pages = page.printed().await?;
        let drawn: Vec<(String, String)> = page.eval("return window.onPaper").await.context("not told of printing")?;
        ensure!(drawn.len() == before.len(), "{query}: {} drawings of {}", drawn.len(), before.len());
        for (width, seen) in &drawn {
            ensure!(width == "680" && seen == "680", "{query}: drawn {width} wide, {seen} of it on paper");
        }
        let as_before = format!("return JSON.stringify({DRAWN}) === {:?}", serde_json::to_string(&before)?);
        page.wait_for("the drawings as they were", &as_before).await.context(query)?;
        if let Some(pages) = pages {
            ensure!(pages <= most, "{query} takes {pages} pages");
        }
    }
    if page.engine == Engine::Chromium {
        page.open("?vy=jamfor&tema=morkt").await?;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let seen: Vec<String> = page.eval(&format!("return {PRESSED}")).await?;
        let ink: String = page.eval("return getComputedStyle(document.body).color").await?;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        ensure!(seen.is_empty(), "on paper there is to be pressed: {seen:?}");
        ensure!(ink == "rgb(27, 31, 35)", "the ink of a dark screen is {ink} on paper");
    }
    Ok(())
}
