//! Pages made when the site is built: what they say before any code has come, that
//! the explorer says the same in the same places, and that nothing is lost when it
//! takes over.

use crate::harness::{Engine, Page, Site};
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use serde_json::json;

/// Of every kind: the first page, a kommun with and without figures of the first
/// topic, a län, a förbund, riket, and in English.
const PAGES: [&str; 7] = [
    "",
    "kommun/falun/",
    "kommun/upplands-vasby/",
    "lan/vastra-gotaland/",
    "forbund/falun-borlange/",
    "riket/",
    "en/kommun/mora/",
];

/// What a page says within an element: names, sentences, numbers, and where its
/// links lead, each as the reader has it.
const SAID: &str = "const said = (root) => {
    const words = (element) => element.textContent.replace(/\\s+/g, ' ').trim();
    const all = (css) => [...root.querySelectorAll(css)];
    return [
        ...all('.context > p, .guide, [data-left-out], h1, h2, h3, .lead, .topic-lead, .topic-lack, .topic-question')
            .filter(element => !element.closest('.little-map')).map(words),
        ...all('.key-numbers > div, .caption li, .caption p, .topic-body > .small, .groups p, .indicator td').map(words),
        ...all('.list th, .list td.number').map(words),
        ...all('.top a[href], .list a, .topic a, .inline-list a').filter(link => !link.closest('.switcher'))
            .map(link => {
                const to = new URL(link.getAttribute('href'), location.href);
                return words(link) + ' → ' + to.pathname + decodeURIComponent(to.search);
            }),
    ];
};";

/// What the page of a document says, as it was sent.
async fn sent(page: &Page) -> Result<Vec<String>> {
    let script = [
        SAID,
        "const done = arguments[0]; fetch(location.href).then(answer => answer.text()).then(text => {
            const written = new DOMParser().parseFromString(text, 'text/html');
            done(said(written.getElementById('page')));
        })",
    ];
    page.eval_later(&script.concat(), Vec::new()).await
}

pub(super) async fn they_say_what_the_explorer_says(page: &Page) -> Result<()> {
    for path in PAGES {
        page.open(path).await?;
        let before = sent(page).await?;
        let script = [SAID, "return said(document.getElementById('app'))"].concat();
        let after: Vec<String> = page.eval(&script).await?;
        ensure!(before.len() > 40, "/{path} says only {before:?}");
        // The theme that a device prefers is not known when the page is made.
        let of_theme = |line: &&String| !["läge →", "mode →"].iter().any(|theme| line.contains(theme));
        let differ = |these: &[String], those: &[String]| -> Vec<String> {
            these.iter().filter(of_theme).filter(|line| !those.contains(line)).cloned().collect()
        };
        let (gone, new) = (differ(&before, &after), differ(&after, &before));
        ensure!(gone.is_empty() && new.is_empty(), "/{path}: written {gone:#?}, but the explorer says {new:#?}");
        let left: usize = page.count("#page").await?;
        ensure!(left == 0, "/{path}: what was written is still there");
    }
    Ok(())
}

/// Serves the site with an explorer that starts when the test says so.
fn held_back() -> Result<Site> {
    let site = Site::copy()?;
    let html = String::from_utf8(site.read("index.html")?)?;
    let boot = html.split('"').find(|part| part.contains("boot-")).context("the page has no boot.js")?;
    let boot = boot.trim_start_matches("./");
    let script = String::from_utf8(site.read(boot)?)?;
    site.replace(boot, Some(format!("window.go = () => {{ {script} }};").as_bytes()))?;
    Ok(site)
}

const SHIFTS: &str = "window.shifts = []; new PerformanceObserver(list => list.getEntries()
    .filter(entry => !entry.hadRecentInput).forEach(entry => shifts.push([entry.value, entry.sources.map(source =>
        (source.node?.className || source.node?.nodeName) + ' ' + Math.round(source.previousRect.y) + ' to ' + Math.round(source.currentRect.y))])))
    .observe({ type: 'layout-shift', buffered: true })";

pub(super) async fn the_explorer_takes_over_in_place(page: &Page) -> Result<()> {
    let site = held_back()?;
    page.move_to(&site);
    for (width, height) in [(360, 740), (1366, 768)] {
        page.resize(width, height).await?;
        page.load("kommun/falun/").await?;
        if page.engine == Engine::Chromium {
            page.eval::<()>(SHIFTS).await?;
        }
        // The reader unfolds the numbers, goes on to a link further down, and stays there.
        page.tab_to("the table", "e.matches('.table-fold > summary')").await?;
        page.press(Key::Enter).await?;
        page.eval::<()>("document.querySelector('#page [data-topic=befolkning] a').focus()").await?;
        let place = "return document.activeElement.getBoundingClientRect().top";
        let before: f64 = page.eval(place).await?;
        page.eval::<()>("window.go()").await?;
        page.settle().await?;
        let kept: (bool, bool) = page
            .eval("return [document.activeElement.matches('#app [data-topic=befolkning] a'), document.querySelector('#app .table-fold').open]")
            .await?;
        ensure!(kept == (true, true), "{width} px: focus kept and table unfolded: {kept:?}");
        let after: f64 = page.eval(place).await?;
        ensure!((after - before).abs() < 2.0, "{width} px: what was at {before} is at {after}");
        if page.engine == Engine::Chromium {
            let script = "const done = arguments[0]; setTimeout(() => done(shifts), 400)";
            let shifts: Vec<(f64, Vec<String>)> = page.eval_later(script, Vec::new()).await?;
            let sum: f64 = shifts.iter().map(|(value, _)| value).sum();
            ensure!(sum <= 0.02, "{width} px: the page moves by {sum:.3}: {shifts:?}");
        }
    }
    page.resize(1280, 900).await
}

pub(super) async fn they_are_for_everyone_before_the_code_is_there(page: &Page) -> Result<()> {
    let site = held_back()?;
    page.move_to(&site);
    for path in ["kommun/falun/", "forbund/falun-borlange/?tema=morkt", "en/riket/"] {
        for width in [320, 1280] {
            page.resize(width, 900).await?;
            page.load(path).await?;
            let faults = page.accessibility_faults().await?;
            ensure!(faults.is_empty(), "/{path} at {width} px: {}", faults.join("\n"));
            let wide: bool = page.eval("return document.documentElement.scrollWidth > innerWidth").await?;
            ensure!(!wide, "/{path} scrolls sideways at {width} px");
        }
    }
    Ok(())
}

pub(super) async fn a_press_before_the_code_is_there_is_followed(page: &Page) -> Result<()> {
    let site = held_back()?;
    page.move_to(&site);
    page.load("kommun/falun/").await?;
    page.click("#byt-omrade-knapp").await?;
    page.click("#byt-omrade a[href$='kommun/mora/']").await?;
    page.wait_for("the page of Mora", "return location.pathname === '/kommun/mora/'").await?;
    let said = page.text("#page .context p").await?;
    ensure!(said.contains("Mora"), "it says {said:?}");
    Ok(())
}

pub(super) async fn back_and_forward_lead_across_pages(page: &Page) -> Result<()> {
    let at = async |path: &str, name: &str| -> Result<()> {
        let now: String = page.eval("return location.pathname + location.search").await?;
        ensure!(now == path, "the address is {now} and not {path}");
        let said = page.text("#app .context, #app .choices, #app [data-headline]").await?;
        ensure!(said.contains(name), "{path}: {said:?} does not speak of {name}");
        Ok(())
    };
    page.open("kommun/falun/").await?;
    at("/kommun/falun/", "Falun").await?;
    page.eval::<()>("[...document.querySelectorAll('.list a')].find(link => link.textContent === 'Mora').click()")
        .await?;
    page.settle().await?;
    at("/kommun/mora/", "Mora").await?;
    page.eval::<()>("document.querySelectorAll('.menu a')[1].click()").await?;
    page.settle().await?;
    let explored: String = page.eval("return location.pathname + location.search").await?;
    ensure!(explored.starts_with("/?vy=utforska"), "the explorer is at {explored}");
    page.back().await?;
    at("/kommun/mora/", "Mora").await?;
    page.back().await?;
    at("/kommun/falun/", "Falun").await?;
    page.forward().await?;
    at("/kommun/mora/", "Mora").await?;
    page.reload().await?;
    at("/kommun/mora/", "Mora").await?;
    // The other language is another page, too.
    page.eval::<()>("[...document.querySelectorAll('.settings a')].at(-1).click()").await?;
    page.settle().await?;
    at("/en/kommun/mora/", "Mora").await?;
    let language: String = page.eval("return document.documentElement.lang").await?;
    ensure!(language == "en", "its language is {language}");
    Ok(())
}

pub(super) async fn former_links_show_what_they_did(page: &Page) -> Result<()> {
    for (query, path) in
        [("?omrade=2080", "kommun/falun/"), ("?omrade=forbund:falun-borlange&sprak=en", "en/forbund/falun-borlange/")]
    {
        page.open(query).await?;
        let former = page.text("[data-headline]").await?;
        page.open(path).await?;
        let now = page.text("[data-headline]").await?;
        ensure!(former == now, "{query} says {former:?}, and {path} {now:?}");
    }
    Ok(())
}

pub(super) async fn the_explorer_never_flashes_the_first_page(page: &Page) -> Result<()> {
    let site = held_back()?;
    page.move_to(&site);
    for query in ["?vy=utforska&omrade=2080", "?omrade=2080,2081", "?vy=utforska&inbaddning=1"] {
        page.load(query).await?;
        let seen: bool = page.eval("return document.getElementById('page').checkVisibility()").await?;
        ensure!(!seen, "{query} shows the page of another view");
    }
    // What others add to a link asks for nothing.
    page.load("kommun/falun/?utm_source=brev&tema=morkt").await?;
    let seen: (bool, String) = page
        .eval("return [document.getElementById('page').checkVisibility(), document.documentElement.dataset.theme]")
        .await?;
    ensure!(seen == (true, "dark".to_owned()), "a link that is counted shows {seen:?}");
    Ok(())
}

pub(super) async fn without_the_module_a_page_keeps_its_figures(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    let start = String::from_utf8(site.read("index.html")?)?;
    let wasm = start.split('"').find(|part| part.ends_with(".wasm")).context("the page names no module")?;
    site.replace(wasm.trim_start_matches("./"), Some(b"\0asm, and then nothing that a browser knows"))?;
    page.move_to(&site);
    for query in ["", "?vy=utforska&diagram=yta"] {
        page.load(query).await?;
        page.wait_for("words about it", "return !document.getElementById('failure').hidden").await?;
        let seen: bool = page.eval("return document.querySelector('#page [data-headline]').checkVisibility()").await?;
        ensure!(seen, "{query:?}: the figures of the page are gone");
        // A browser may note by itself that the module is broken.
        page.console().await?;
    }
    // In somebody's page there is room for the way to the figure alone.
    page.load("?inbaddning=1&vy=utforska&diagram=yta").await?;
    page.wait_for("words about it", "return !document.getElementById('failure').hidden").await?;
    let link: String = page.eval("return document.querySelector('#failure [data-whole]').search").await?;
    ensure!(link.contains("vy=utforska") && !link.contains("inbaddning"), "the link leads to {link}");
    let seen: bool = page.eval("return document.getElementById('page').checkVisibility()").await?;
    ensure!(!seen, "a page in somebody's page");
    page.console().await?;
    Ok(())
}

pub(super) async fn they_are_whole_without_scripts(page: &Page) -> Result<()> {
    page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    let seen = async {
        page.load("kommun/falun/").await?;
        ensure!(page.count("#page svg.drawing path").await? > 3, "no charts");
        ensure!(page.count("#page .table-fold td").await? > 50, "no table");
        ensure!(page.text("#page h1").await?.contains("Falun"), "no headline");
        page.picture().await
    };
    let seen = seen.await;
    page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
    ensure!(!seen?.is_empty(), "nothing is painted");
    Ok(())
}
