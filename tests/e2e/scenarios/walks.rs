//! That every kind of figure is walked by keys, in the site, in frames of somebody's page
//! and in a folder: what is said at each step is what docs/accessibility.md says. And
//! that a line is heard as tones, and a frame of any size has its numbers.

use crate::harness::{Page, Stick};
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use serde_json::json;
use std::fs;
use std::path::Path;

/// A walk of the document.
struct Walk {
    link: String,
    name: String,
    keys: String,
    steps: Vec<(String, String)>,
}

fn walks() -> Result<Vec<Walk>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/accessibility.md");
    let mut walks: Vec<Walk> = Vec::new();
    for line in fs::read_to_string(file)?.lines() {
        if let Some(link) = line.strip_prefix("Link: `?") {
            let link = link.trim_end().trim_end_matches('`').to_owned();
            walks.push(Walk { link, name: String::new(), keys: String::new(), steps: Vec::new() });
        }
        let Some(walk) = walks.last_mut() else { continue };
        if let Some(name) = line.strip_prefix("Name: ") {
            name.trim_end().clone_into(&mut walk.name);
        } else if let Some(keys) = line.strip_prefix("Keys: ") {
            keys.clone_into(&mut walk.keys);
        } else if let Some((key, said)) = line.strip_prefix("| ").and_then(|row| row.split_once(" | "))
            && key != "key"
        {
            walk.steps.push((key.to_owned(), said.trim_end_matches(" |").to_owned()));
        }
    }
    ensure!(walks.len() >= 8 && walks.iter().all(|walk| walk.steps.len() > 3), "the document has lost its walks");
    Ok(walks)
}

fn pressed(name: &str) -> Result<Key> {
    Ok(match name {
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Escape" => Key::Escape,
        _ => anyhow::bail!("no key is called {name}"),
    })
}

/// Walks every walk of the document, each link after this.
async fn walked(page: &Page, before: &str) -> Result<()> {
    for walk in walks()? {
        let query = ["?", before, &walk.link].concat();
        page.open(&query).await?;
        follow(page, &walk).await.with_context(|| query)?;
    }
    Ok(())
}

async fn follow(page: &Page, walk: &Walk) -> Result<()> {
    page.tab_to("the figure", "e.matches('[data-walk]')").await?;
    // In a frame, the code comes once somebody is there.
    page.wait_for("the line of keys", "return document.activeElement.getAttribute('aria-description') !== null")
        .await?;
    let told: [String; 4] = page
        .eval(
            "const stop = document.activeElement, keys = document.querySelector('[data-walk]:focus ~ .walk-told .walk-keys');
             const box = keys.getBoundingClientRect();
             const seen = box.width > 100 && box.height > 10 && box.left >= 0 && box.right <= innerWidth + 1;
             return [stop.getAttribute('role'), stop.getAttribute('aria-label'), stop.getAttribute('aria-description'),
                 seen ? keys.textContent : 'unseen']",
        )
        .await?;
    ensure!(told == ["application", &walk.name, &walk.keys, &walk.keys], "the figure is {told:?}");
    // A map waits for its outlines.
    page.wait_for(
        "the outlines",
        "return !document.querySelector('.map-sheet') || document.querySelector('.map-regions path') !== null",
    )
    .await?;
    for (key, said) in &walk.steps {
        page.press(pressed(key)?).await?;
        let script = format!("return document.querySelector('[data-walked]').textContent === {}", json!(said));
        if page.wait_for("the step", &script).await.is_err() {
            let heard = page.text("[data-walked]").await?;
            ensure!(heard == *said, "{key} says {heard:?} and not {said:?}");
        }
    }
    let focus: bool = page.eval("return document.activeElement.matches('[data-walk]')").await?;
    ensure!(focus, "the focus is lost");
    Ok(())
}

pub(super) async fn every_kind_is_walked_in_the_site(page: &Page) -> Result<()> {
    walked(page, "").await
}

pub(super) async fn every_kind_is_walked_in_a_frame(page: &Page) -> Result<()> {
    for (width, height) in [(768, 560), (280, 240)] {
        page.resize(width, height).await?;
        walked(page, "inbaddning=1&").await.with_context(|| format!("at {width} x {height}"))?;
    }
    Ok(())
}

pub(super) async fn every_kind_is_walked_in_a_folder(page: &Page) -> Result<()> {
    let stick = Stick::folder(|_| Ok(()))?;
    page.move_to_file(&stick)?;
    walked(page, "").await
}

/// A ranking of hundreds is scrolled by its keys.
pub(super) async fn a_long_ranking_is_scrolled_by_its_keys(page: &Page) -> Result<()> {
    page.open("?vy=utforska&tabell=ohalsotal&omrade=2062,00&diagram=stapel").await?;
    page.tab_to("the ranking", "e.matches('.ranking-many[data-walk]')").await?;
    page.press(Key::End).await?;
    let in_sight = "const row = document.querySelector('.bar-walked')?.getBoundingClientRect(),
        frame = document.querySelector('.ranking-many').getBoundingClientRect();
        return Boolean(row) && row.top >= frame.top - 1 && row.bottom <= frame.bottom + 1";
    page.wait_for("the last bar in sight", in_sight).await?;
    let last: String = page.eval("return document.querySelector('.bar-walked .bar-name').textContent").await?;
    let said = page.text("[data-walked]").await?;
    ensure!(said.starts_with(&last), "{said:?} is not of {last:?}");
    Ok(())
}

/// The tones that were asked for.
const HEARD: &str = "window.heard = [];
    const set = AudioParam.prototype.setValueAtTime;
    AudioParam.prototype.setValueAtTime = function (value, at) {
        if (value > 100) window.heard.push(value);
        return set.call(this, value, at);
    }";

pub(super) async fn a_line_is_heard_as_tones(page: &Page) -> Result<()> {
    const LINK: &str =
        "vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje&innehall=summa&upplosning=ar&tid=senaste-6";
    let stick = Stick::folder(|_| Ok(()))?;
    for (copy, before) in [(false, ""), (false, "inbaddning=1&"), (true, "")] {
        if copy {
            page.move_to_file(&stick)?;
        }
        page.open(&["?", before, LINK].concat()).await?;
        page.eval::<()>(HEARD).await?;
        page.tab_to("the figure", "e.matches('[data-walk]')").await?;
        page.wait_for("the button", "return document.querySelector('[data-listen]') !== null").await?;
        let numbers = "return [...document.querySelectorAll('[data-numbers] tbody td, [data-table] tbody td')].map(e => e.textContent)";
        if before.is_empty() {
            page.unfold().await?;
            page.tab_back_to("the figure", "e.matches('[data-walk]')").await?;
        }
        let silent: bool = page.eval("return window.heard.length === 0").await?;
        ensure!(silent, "it plays before it is asked to");
        page.press('t').await?;
        page.wait_for("six tones", "return window.heard.length === 6").await?;
        page.wait_for("the first", "return document.querySelector('[data-walked]').textContent.includes('2020')")
            .await?;
        page.wait_for("the last", "return document.querySelector('[data-walked]').textContent.includes('2025')")
            .await?;
        page.wait_for("silence", "return document.querySelector('[data-listen]').textContent === 'Lyssna'").await?;
        let tones: Vec<f64> = page.eval("return window.heard").await?;
        let mut shown: Vec<f64> = Vec::new();
        for text in page.eval::<Vec<String>>(numbers).await? {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            shown.push(digits.parse().with_context(|| text.clone())?);
        }
        ensure!(shown.len() == 6, "{shown:?}");
        // A table has the newest first or last.
        let newest: String = page
            .eval("return document.querySelector('[data-numbers] tbody th, [data-table] tbody th').textContent")
            .await?;
        if newest.contains("2025") {
            shown.reverse();
        }
        let rises = |all: &[f64]| all.windows(2).map(|two| two[0] < two[1]).collect::<Vec<_>>();
        ensure!(rises(&tones) == rises(&shown), "{tones:?} are not the tones of {shown:?}");
        ensure!(tones.iter().all(|tone| (220.0..=1760.5).contains(tone)), "{tones:?}");
        // By the button too, and it is silenced by it.
        page.eval::<()>("window.heard = []; document.querySelector('[data-listen]').click()").await?;
        page.wait_for("it to play", "return window.heard.length === 6").await?;
        page.wait_for("a way to stop", "return document.querySelector('[data-listen]').textContent === 'Tysta'")
            .await?;
        page.eval::<()>("document.querySelector('[data-listen]').click()").await?;
        page.wait_for("silence", "return document.querySelector('[data-listen]').textContent === 'Lyssna'").await?;
    }
    Ok(())
}

pub(super) async fn a_frame_of_any_size_has_its_numbers(page: &Page) -> Result<()> {
    for query in [
        "vy=utforska&diagram=yta",
        "vy=utforska&tabell=bas&diagram=stapel&innehall=arbetsloshet",
        "diagram=karta&omrade=20,2080",
        "vy=utforska&innehall=summa&visatabell=1",
        "vy=utforska&diagram=tabell&tabell=helarsekvivalenter-riket",
    ] {
        for (width, height) in [(280, 240), (360, 420), (768, 300), (1280, 900)] {
            page.resize(width, height).await?;
            page.open(&["?inbaddning=1&", query].concat()).await?;
            let (rows, cells, heads): (usize, usize, usize) = page
                .eval(
                    "const table = document.querySelector('[data-numbers] table');
                     const there = table.getClientRects().length && getComputedStyle(table).visibility === 'visible';
                     return [there ? table.tBodies[0].rows.length : 0, table.querySelectorAll('td').length,
                         table.querySelectorAll('thead th').length]",
                )
                .await?;
            ensure!(rows > 3 && heads > 1 && cells == rows * (heads - 1), "{query} at {width} x {height}: {rows} rows");
            if query.contains("tabell=1") || query.contains("diagram=tabell") {
                let seen: f64 = page.eval("return document.querySelector('.table-scroll')?.clientHeight ?? 0").await?;
                ensure!(seen > 40.0, "{query} at {width} x {height}: {seen} px of the table are seen");
                page.tab_to("the table", "e.matches('.table-scroll')").await?;
            }
        }
    }
    Ok(())
}
