//! That nothing is too wide and nothing jumps.

use super::figures::every_figure;
use crate::harness::Page;
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use serde_json::json;

/// Every view, and figures that are wide by nature.
const QUERIES: [&str; 9] = [
    "",
    "?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje",
    "?vy=utforska&tabell=bas&diagram=tabell&upplosning=manad",
    "?vy=jamfor&tabell=bas&omrade=2080,2081,00&innehall=sysselsattningsgrad",
    "?vy=omrade&omrade=2081",
    "?vy=om",
    "?sprak=en",
    "?utgava=modell&omrade=2081",
    "?utgava=modell&omrade=forbund:falun-borlange,20,00&matt=andel&kon=2",
];

/// The ids that stand on the page more than once, or that something refers to in vain.
const TWICE: &str = "const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    const of = (element, name) => (element.getAttribute(name) ?? '').split(' ').filter(Boolean);
    const named = ['aria-labelledby', 'aria-describedby', 'for', 'aria-activedescendant']
        .flatMap(name => [...document.querySelectorAll(`[${name}]`)].flatMap(element => of(element, name)));
    const fills = [...document.querySelectorAll('[fill^=url]')].map(element => element.getAttribute('fill').slice(5, -1));
    const vain = [...named, ...fills].filter(id => !ids.includes(id)).map(id => `nothing is ${id}`);
    return [...new Set([...twice, ...vain])]";

pub(super) async fn no_page_has_an_id_twice(page: &Page) -> Result<()> {
    for query in QUERIES.iter().chain(&TURNED).chain(&["?vy=presentera", "?vy=utforska&diagram=karta&inbaddning=1"]) {
        page.open(query).await?;
        page.eval::<()>("document.querySelectorAll('details').forEach(details => { details.open = true })").await?;
        page.settle().await?;
        let twice: Vec<String> = page.eval(TWICE).await?;
        ensure!(twice.is_empty(), "{query}: {twice:?}");
    }
    page.load("?vy=galleri").await?;
    every_figure(page).await?;
    let twice: Vec<String> = page.eval(TWICE).await?;
    ensure!(twice.is_empty(), "the page of all figures: {twice:?}");
    Ok(())
}

/// Drawings of each kind, and the overview's.
const TURNED: [&str; 6] = [
    "",
    "?vy=utforska&diagram=yta",
    "?vy=omrade&omrade=2081",
    "?diagram=karta&omrade=20,2080",
    "?diagram=spridning&omrade=2080,2081",
    "?vy=utforska&diagram=smadiagram",
];

/// What makes the page wider than the screen; what a region of its own scrolls
/// is not the page's width.
pub(super) const WIDE: &str = "const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const inside = element => getComputedStyle(element).overflowX !== 'visible'
        && element.getBoundingClientRect().right <= root.clientWidth + 0.5;
    const clipped = element => element !== root && (inside(element) || clipped(element.parentElement));
    return ['scrollWidth ' + root.scrollWidth, ...[...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > root.clientWidth + 0.5)
        .filter(element => !clipped(element)).slice(0, 8)
        .map(element => element.tagName + '.' + element.getAttribute('class'))]";

pub(super) async fn nothing_scrolls_sideways(page: &Page) -> Result<()> {
    for width in [360, 320, 768, 1280] {
        page.resize(width, 740).await?;
        for query in QUERIES {
            page.open(query).await?;
            page.eval::<()>("document.querySelectorAll('details').forEach(details => { details.open = true })").await?;
            let wide: Vec<String> = page.eval(WIDE).await?;
            ensure!(wide.is_empty(), "{query} scrolls sideways at {width} px: {wide:?}");
        }
    }
    // A window made narrow: drawings follow it.
    for query in TURNED {
        page.open(query).await?;
        turned_to(page, 320, 740).await.context(query)?;
        page.resize(1280, 740).await?;
    }
    Ok(())
}

/// Makes the page another size, and sees that nothing of it is too wide: not
/// before drawings have followed either, when the browser tells of the new
/// size and nothing but the style sheet has had its say.
pub(super) async fn turned_to(page: &Page, width: u32, height: u32) -> Result<()> {
    page.eval::<()>(&format!(
        "window.wide = null;
         window.addEventListener('resize', () => {{ window.wide = (() => {{ {WIDE} }})() }}, {{ once: true }})"
    ))
    .await?;
    page.resize(width, height).await?;
    page.wait_for("word of the new size", "return window.wide !== null").await?;
    let wide: Vec<String> = page.eval("return window.wide").await?;
    ensure!(wide.is_empty(), "at once, at {width} px: {wide:?}");
    page.settle().await?;
    let wide: Vec<String> = page.eval(WIDE).await?;
    ensure!(wide.is_empty(), "at {width} px: {wide:?}");
    Ok(())
}

pub(super) async fn nothing_moves_while_loading(page: &Page) -> Result<()> {
    // Over a phone's network, so that each stage of loading is really seen.
    page.devtools("Network.enable", json!({})).await?;
    let slow = json!({ "offline": false, "latency": 100, "downloadThroughput": 250_000, "uploadThroughput": 90_000 });
    page.devtools("Network.emulateNetworkConditions", slow).await?;
    for (width, height) in [(360, 740), (1280, 900)] {
        page.resize(width, height).await?;
        for query in QUERIES {
            page.devtools("Network.clearBrowserCache", json!({})).await?;
            page.open(query).await?;
            let script = "const done = arguments[0]; let sum = 0; const what = [];
                new PerformanceObserver(list => list.getEntries().filter(e => !e.hadRecentInput).forEach(entry => {
                    sum += entry.value; what.push(entry.value.toFixed(3));
                    const place = r => [r.x, r.y, r.width, r.height].map(Math.round).join(' ');
                    entry.sources.forEach(s => what.push((s.node?.className || s.node?.nodeName) + ' at '
                        + Math.round(entry.startTime) + ' ms: ' + place(s.previousRect) + ' to ' + place(s.currentRect)));
                })).observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => done([sum, what]), 300)";
            let (shift, what): (f64, Vec<String>) = page.eval_later(script, Vec::new()).await?;
            ensure!(shift < 0.05, "{query} moves by {shift:.3} at {width} px: {what:?}");
        }
    }
    Ok(())
}

pub(super) async fn the_chosen_tab_is_in_sight(page: &Page) -> Result<()> {
    page.resize(360, 740).await?;
    page.open("?vy=utforska&tabell=bas&diagram=spridning").await?;
    let rows = "return new Set([...document.querySelectorAll('[role=tab]')].map(e => e.offsetTop)).size";
    ensure!(page.eval::<usize>(rows).await? == 1, "the tabs stand in several rows");
    let in_sight = "const tab = document.querySelector('[role=tab][aria-selected=true]').getBoundingClientRect();
        return tab.left >= 0 && tab.right <= innerWidth";
    page.wait_for("the chosen tab in sight", in_sight).await?;
    page.tab_to("the tabs", "e.matches('[role=tab]')").await?;
    for (key, code) in [(Key::Home, "linje"), (Key::End, "tabell")] {
        page.press(key).await?;
        page.wait_for("another tab", &format!("return document.activeElement.id === 'flik-{code}'")).await?;
        page.settle().await?;
        page.wait_for("it in sight", in_sight).await?;
    }
    page.resize(1280, 900).await
}

pub(super) async fn forced_colours_tell_what_is_chosen(page: &Page) -> Result<()> {
    for scheme in ["light", "dark"] {
        let features = json!([{ "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": scheme }]);
        page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        page.open("?vy=utforska&utgava=modell&diagram=karta&omrade=2081").await?;
        let looks: Vec<(String, String, String)> = page
            .eval(
                "const look = (selector, what, before) => getComputedStyle(document.querySelector(selector), before)[what];
                 return [
                     ['the chosen tab', look('[role=tab][aria-selected=true]', 'backgroundColor'),
                         look('[role=tab][aria-selected=false]', 'backgroundColor')],
                     ['the words of the chosen tab', look('[role=tab][aria-selected=true]', 'color'),
                         look('[role=tab][aria-selected=true]', 'backgroundColor')],
                     ['the present page', look('.menu a[aria-current]', 'borderBottomColor'),
                         look('.menu a:not([aria-current])', 'borderBottomColor')],
                     ['the track', look('.track', 'backgroundColor', '::after'), look('body', 'backgroundColor')],
                     ['the words of the band', look('.modelled-band', 'color'), look('.modelled-band', 'backgroundColor')],
                 ]",
            )
            .await?;
        for (what, one, other) in looks {
            ensure!(one != other, "{scheme}: {what} is {one} on {other}");
        }
        let strokes: Vec<f64> = page
            .eval("return [...document.querySelectorAll('.map-swatch pattern')].map(e => Number(e.getAttribute('width')))")
            .await?;
        ensure!(
            !strokes.is_empty() && strokes.iter().all(|it| *it <= 10.0),
            "strokes of {strokes:?} in swatches of 20"
        );
    }
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
    Ok(())
}
