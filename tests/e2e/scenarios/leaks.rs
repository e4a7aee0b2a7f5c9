//! That a page which is used for long holds on to no more than at first: what
//! is no longer shown is disconnected, disposed of and collected.

use crate::harness::{Held, Page, Site};
use anyhow::{Result, ensure};
use serde_json::json;

/// Makes one choice after the other, each once the one before is drawn: goes to
/// an address (`?…`), or presses (`css`), points at (`@css`) or writes into
/// (`css=text`) the first element that matches.
const CHOOSE: &str = "const [choices, done] = arguments;
    const ready = page => page.documentElement?.dataset.app === 'ready'
        && !page.querySelector(':not([data-gallery]) > [data-figure][data-state=loading], [data-topic] .loading')
        && [...page.querySelectorAll('.topic-chart .chart-canvas')].every(place => place.querySelector('svg'));
    const settled = () => [document, ...[...document.querySelectorAll('iframe')].map(it => it.contentDocument)].every(ready);
    const drawn = async choice => {
        const patience = performance.now() + 15000;
        for (let still = 0; still < 2; still = settled() ? still + 1 : 0) {
            if (performance.now() > patience) throw new Error(`${choice} is not drawn`);
            await held.frame();
        }
    };
    const found = css => document.querySelector(css) ?? (() => { throw new Error(`no ${css} at ${location.search}`) })();
    const choose = choice => {
        const written = choice.match(/^(.*)=([^\\]]*)$/);
        if (choice.startsWith('?')) {
            history.pushState(null, '', choice);
            dispatchEvent(new PopStateEvent('popstate'));
        } else if (choice.startsWith('@')) {
            found(choice.slice(1)).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true }));
        } else if (written) {
            const field = found(written[1]);
            field.value = written[2];
            for (const told of ['input', 'change']) field.dispatchEvent(new Event(told, { bubbles: true }));
        } else {
            found(choice).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        }
    };
    (async () => {
        for (const choice of choices) {
            choose(choice);
            await drawn(choice);
        }
    })().then(() => done(null), error => done(String(error)))";

/// A reader's way through every view, with the choices that each has.
const ROUND: &[&str] = &[
    "?omrade=2081",
    "[data-map] [data-code='2062']",
    "header .settings > a",
    "header .settings span a",
    "#byt-omrade-knapp",
    "[role=combobox]=mora",
    "?vy=utforska&sprak=en&tema=morkt",
    "?vy=utforska",
    ".table-fold summary",
    ".table-fold th button",
    "[name=upplosning][value=ar]",
    "select:has([value=index])=andel",
    "[type=range]=2",
    "#flik-yta",
    "#flik-stapel",
    "#flik-smadiagram",
    "#flik-tabell",
    "#flik-linje",
    ".plot",
    ".plot",
    "?vy=utforska&tabell=bas&omrade=2080,2081,00&riket=1&handelser=1",
    "[role=combobox]=fal",
    "[role=combobox]=",
    ".ways summary",
    ".area-ticks [data-area='2062']",
    ".tags button",
    "[data-share] > summary",
    "[name=varaktighet][value=fryst]",
    "#flik-forandring",
    "#flik-andel",
    "#flik-karta",
    "@.map-svg [data-code='2080']",
    "[data-chart] [data-code='2081']",
    "#flik-spridning",
    "#flik-stapel",
    "[data-play]",
    "?vy=jamfor&tabell=bas&omrade=2080,2081",
    "[data-swap]",
    "[role=combobox]=mora",
    "@[role=option]",
    "[data-alike]",
    "?vy=omrade&omrade=2080",
    "?vy=omrade&omrade=2062",
    "?vy=om",
    "header nav li a",
    "?vy=utforska&diagram=finns-inte",
    "?",
];

/// A way through what takes longer: every kommun, every figure, a page in a frame.
const MUCH: &[&str] = &[
    "?vy=utforska",
    "[data-share] > summary",
    "[data-embed] > summary",
    "[name=visatabell]",
    "?vy=utforska&utgava=modell&omrade=00&diagram=stapel&matt=andel",
    "?vy=utforska&utgava=modell&omrade=00&diagram=karta&matt=andel",
    "?vy=galleri",
    "?",
];

/// An embed in which everything can be chosen, and a way through its choices.
const EMBED: &str = "?inbaddning=1&kontroller=alla&vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje";
const WITHIN: &[&str] = &[
    "[name=upplosning][value=ar]",
    "[type=range]=2",
    "select:has([value=index])=andel",
    "[role=combobox]=mora",
    "[role=combobox]=",
    "select:has([value=index])=antal",
    "[type=range]=0",
    "[name=upplosning][value=halvar]",
];

/// What the nodes may differ by.
const NODES: i64 = 100;
/// What the memory of the module may differ by: it grows by 448 KiB at a time,
/// whenever it is so full.
const MEMORY: u64 = 512 * 1024;
/// So often browsers are asked again to collect what nobody holds on to.
const PATIENCE: usize = 10;

pub(super) async fn five_hundred_choices_leave_the_page_as_it_was(page: &Page) -> Result<()> {
    let site = Site::counted()?;
    page.move_to(&site);
    page.keep_still().await?;
    page.open("").await?;
    walk(page, ROUND, 10).await?;
    walk(page, MUCH, 3).await?;
    page.open(EMBED).await?;
    walk(page, WITHIN, 5).await?;
    // What comes from a cache is laid out before Firefox calls its page loaded.
    let lines = page.console().await?;
    ensure!(lines.iter().all(|line| line.contains("Layout was forced")), "the console says:\n{}", lines.join("\n"));
    Ok(())
}

/// A way that leads back to where it began, again and again: once all files are
/// here, nothing more is there afterwards.
async fn walk(page: &Page, way: &[&str], rounds: usize) -> Result<()> {
    // The second time finds its room beside what the first one left: the memory of
    // the module grows then once more, and not in the next thirty rounds.
    for _ in 0..2 {
        choose(page, way).await?;
    }
    let mut before = page.held().await?;
    let mut more = Vec::new();
    // Chromium keeps the page that was left last for a while, or not: nodes that are
    // more after one walk and no more after another are of that page.
    for _ in 0..2 {
        for _ in 0..rounds {
            choose(page, way).await?;
        }
        let mut after = page.held().await?;
        more = self::more(&before, &after);
        for _ in 0..PATIENCE {
            if more.is_empty() {
                return Ok(());
            }
            after = page.held().await?;
            more = self::more(&before, &after);
        }
        before.nodes = after.nodes;
    }
    ensure!(more.is_empty(), "there are more than before on the way from {:?}: {}", way.first(), more.join(", "));
    Ok(())
}

async fn choose(page: &Page, choices: &[&str]) -> Result<()> {
    let failed: Option<String> = page.eval_later(CHOOSE, vec![json!(choices)]).await?;
    ensure!(failed.is_none(), "{}", failed.unwrap_or_default());
    Ok(())
}

/// What there is more of than before, in words.
fn more(before: &Held, after: &Held) -> Vec<String> {
    let counts = after.counts.iter().map(|(what, now)| (now - before.counts.get(what).copied().unwrap_or(0), what));
    let mut more: Vec<String> =
        counts.filter(|(more, _)| *more > 0).map(|(more, what)| format!("{more} {what}")).collect();
    let nodes = after.nodes - before.nodes;
    if nodes > NODES {
        more.push(format!("{nodes} nodes that cannot be collected"));
    }
    let memory = after.memory - before.memory;
    if memory > MEMORY {
        more.push(format!("{memory} bytes of the module"));
    }
    more
}
