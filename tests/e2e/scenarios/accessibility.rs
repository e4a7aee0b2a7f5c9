//! That axe-core finds nothing wrong on any view, in either theme.

use super::figures::every_figure;
use crate::harness::Page;
use anyhow::{Result, ensure};

const QUERIES: [&str; 12] = [
    "?vy=oversikt",
    "?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje",
    "?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=yta",
    "?vy=utforska&tabell=bas&diagram=tabell",
    "?vy=jamfor&tabell=bas&omrade=2080,2081,00&innehall=sysselsattningsgrad",
    "?vy=omrade&omrade=2081",
    "?vy=omrade&omrade=forbund:falun-borlange&mal=10&utgava=modell",
    "?vy=om",
    "?vy=utforska&tabell=finns-inte",
    "?omrade=1280,2080",
    "?utgava=modell",
    "?utgava=modell&omrade=forbund:falun-borlange,20,00&matt=andel&kon=2&upplosning=manad",
];

pub(super) async fn every_view_in_light(page: &Page) -> Result<()> {
    no_faults(page, "ljust").await
}

pub(super) async fn every_view_in_dark(page: &Page) -> Result<()> {
    no_faults(page, "morkt").await
}

async fn no_faults(page: &Page, theme: &str) -> Result<()> {
    for query in QUERIES {
        page.open(&format!("{query}&tema={theme}")).await?;
        none_here(page, query, theme).await?;
    }
    Ok(())
}

/// Every kind of figure in every state; axe takes too long for all of them in Firefox.
pub(super) async fn every_figure_of_the_gallery(page: &Page) -> Result<()> {
    for theme in ["ljust", "morkt"] {
        page.load(&format!("?vy=galleri&tema={theme}")).await?;
        every_figure(page).await?;
        none_here(page, "the gallery", theme).await?;
    }
    Ok(())
}

/// That axe has nothing to say of what is open.
async fn none_here(page: &Page, query: &str, theme: &str) -> Result<()> {
    // What is folded away is read as well.
    page.eval::<()>("document.querySelectorAll('details').forEach(details => { details.open = true })").await?;
    let console = page.console().await?;
    ensure!(console.is_empty(), "{query}: the console says {console:?}");
    let faults = page.accessibility_faults().await?;
    ensure!(faults.is_empty(), "{query} in {theme}:\n{}", faults.join("\n"));
    // Whatever axe itself complained of is not the page's.
    page.console().await?;
    Ok(())
}
