//! How soon the page answers, on a slow phone: what `cargo xtask bench` prints.
//!
//! Chromium with a processor four times as slow as this machine's, and for the
//! first view a slow network. The figures say as much about the machine as about
//! the page: compare them within one run, or with those of another commit
//! measured at the same time. So they are printed, and no test stands on them.

#![allow(clippy::print_stdout, reason = "what it measures is for people at a terminal")]

use crate::harness::{Page, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Two selections to go between, under a name, with the limits of the design in
/// milliseconds: the 95th percentile of the way from the one to the other.
struct Turn {
    name: &'static str,
    from: &'static str,
    to: &'static str,
}

const LIMIT: f64 = 100.0;

/// What a panel can change: period, measure, resolution, areas, kind of figure;
/// then the same for all kommuner at once.
const TURNS: [Turn; 8] = [
    Turn { name: "linje, en period färre", from: "vy=utforska", to: "vy=utforska&tid=..2025H1" },
    Turn { name: "linje, andel", from: "vy=utforska&diagram=linje", to: "vy=utforska&diagram=linje&matt=andel" },
    Turn {
        name: "linje, tre områden per månad",
        from: "vy=utforska&tabell=bas&omrade=2080,2081,00",
        to: "vy=utforska&tabell=bas&omrade=2080,2081,2062",
    },
    Turn { name: "yta, per månad", from: "vy=utforska&diagram=yta", to: "vy=utforska&diagram=yta&upplosning=manad" },
    Turn {
        name: "tabell, per månad",
        from: "vy=utforska&diagram=tabell&tid=senaste-10",
        to: "vy=utforska&diagram=tabell",
    },
    Turn {
        name: "rangordning, alla 290",
        from: "vy=utforska&utgava=modell&omrade=2080&diagram=stapel&matt=andel",
        to: "vy=utforska&utgava=modell&omrade=2080&diagram=stapel&matt=andel&tid=..2024H1",
    },
    Turn {
        name: "karta, alla 290",
        from: "vy=utforska&utgava=modell&omrade=00&diagram=karta&matt=andel",
        to: "vy=utforska&utgava=modell&omrade=00&diagram=karta&matt=andel&tid=..2024H1",
    },
    Turn {
        name: "spridning, alla 290",
        from: "vy=utforska&utgava=modell&omrade=00&diagram=spridning",
        to: "vy=utforska&utgava=modell&omrade=00&diagram=spridning&tid=..2024H1",
    },
];

/// Goes to a selection as "back" would, and says after how many milliseconds the
/// last change of the figure (headline and drawing, or the table that is one) was
/// painted, and that of the whole page. Rows of a ranking far below those in
/// sight are of the latter.
///
/// A loop of its own notes when each frame is done: its callback comes first in
/// every frame, so that what the page puts off until after the frame is not
/// counted as part of it.
const GO: &str = "const [query, done] = arguments, frames = [];
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => frames.push({ began: data, done: performance.now() });
    let running = true, start, figure, page, quiet;
    const frame = () => {
        channel.port2.postMessage(performance.now());
        if (running) requestAnimationFrame(frame);
    };
    const rest = () => { clearTimeout(quiet); quiet = setTimeout(end, 400) };
    const hooks = '[data-chart], [data-headline], [data-figure=tabell] [data-table]';
    const seen = new MutationObserver(changes => {
        page = performance.now();
        const of = it => it.target.closest ? it.target : it.target.parentElement;
        if (changes.some(it => of(it)?.closest(hooks) && !of(it).closest('[data-below]'))) figure = page;
        rest();
    });
    const end = () => {
        running = false;
        seen.disconnect();
        done([figure, page].map(at => (frames.find(frame => frame.began > at)?.done ?? start) - start));
    };
    requestAnimationFrame(() => requestAnimationFrame(() => {
        frame();
        setTimeout(() => {
            seen.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
            start = performance.now();
            history.pushState(null, '', '?' + query);
            dispatchEvent(new PopStateEvent('popstate'));
            rest();
        });
    }))";

/// Ways from one selection to the other and back: so many that the 95th
/// percentile is not the slowest of them.
const ROUNDS: usize = 20;

pub(super) async fn any_choice_on_a_slow_phone(page: &Page) -> Result<()> {
    let rate = |rate: u32| json!({ "rate": rate });
    println!("\nmilliseconds from a choice to the figure drawn anew, processor slowed four times; limit {LIMIT}");
    println!("{:<30} {:>8} {:>8}   {:>8} {:>8}", "", "median", "95 %", "and all", "of it");
    for turn in &TURNS {
        page.open(&["?", turn.from].concat()).await?;
        page.eval_later::<[f64; 2]>(GO, vec![turn.to.into()]).await?;
        page.settle().await?;
        page.devtools("Emulation.setCPUThrottlingRate", rate(4)).await?;
        let (mut figure, mut whole) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            for query in [turn.from, turn.to] {
                let [one, all] = page.eval_later::<[f64; 2]>(GO, vec![query.into()]).await?;
                figure.push(one);
                whole.push(all);
            }
        }
        page.devtools("Emulation.setCPUThrottlingRate", rate(1)).await?;
        let at = |times: &mut Vec<f64>, share: usize| {
            times.sort_by(f64::total_cmp);
            times.get(times.len() * share / 100).copied().context("no times")
        };
        ensure!(at(&mut figure, 0)? > 1.0, "{}: nothing changes", turn.name);
        let (median, slow) = (at(&mut figure, 50)?, at(&mut figure, 95)?);
        let verdict = if slow <= LIMIT { "" } else { "  OVER" };
        let (all, slow_all) = (at(&mut whole, 50)?, at(&mut whole, 95)?);
        println!("{:<30} {median:>8.0} {slow:>8.0}   {all:>8.0} {slow_all:>8.0}{verdict}", turn.name);
    }
    Ok(())
}

/// Slow 4G as Chromium's own tools have it: 1.6 Mbit/s down, 0.75 up, 150 ms.
fn slow_4g() -> Value {
    json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 })
}

/// Notes from within a page that is about to load when a headline and a chart are first
/// seen together, when the explorer answers, and by how much what is seen has moved.
const WATCH: &str = "const isSeen = element => element.checkVisibility({ visibilityProperty: true });
    const any = css => [...document.querySelectorAll(css)].some(isSeen);
    const look = () => {
        if (any('[data-headline]') && any('.chart svg path, .chart-canvas svg path')) {
            setTimeout(() => { window.firstSight = performance.now() });
        } else {
            requestAnimationFrame(look);
        }
    };
    requestAnimationFrame(look);
    new MutationObserver((changes, watch) => {
        if (document.documentElement?.dataset.app === 'ready') {
            watch.disconnect();
            setTimeout(() => { window.answers = performance.now() });
        }
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-app'] });
    window.moved = 0;
    new PerformanceObserver(list => list.getEntries().forEach(shift => {
        if (!shift.hadRecentInput) window.moved += shift.value;
    })).observe({ type: 'layout-shift', buffered: true });";

/// A view that somebody opens: its name, its address, where it had none of its own the one
/// it had before, and the most milliseconds until it is seen and until it answers.
struct Opened {
    name: &'static str,
    address: &'static str,
    before: &'static str,
    seen: f64,
    answers: Option<f64>,
}

const OPENED: [Opened; 4] = [
    Opened { name: "Falun", address: "kommun/falun/", before: "?omrade=2080", seen: 1000.0, answers: Some(4000.0) },
    Opened { name: "startsidan", address: "", before: "", seen: 1000.0, answers: Some(4000.0) },
    Opened { name: "utforska", address: "?vy=utforska", before: "?vy=utforska", seen: 3000.0, answers: None },
    Opened {
        name: "inbäddning",
        address: "?inbaddning=1&vy=utforska&omrade=20&diagram=yta",
        before: "?inbaddning=1&vy=utforska&omrade=20&diagram=yta",
        seen: 2500.0,
        answers: None,
    },
];

/// The page that ours are measured beside, with a line of the same figures: it answers once it is drawn.
const PLAIN: Opened = Opened { name: "", address: "", before: "", seen: f64::INFINITY, answers: None };

/// Each view is opened so many times.
const LOADS: usize = 5;

pub(super) async fn the_first_view_on_a_slow_phone(page: &Page) -> Result<()> {
    page.devtools("Network.enable", json!({})).await?;
    page.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    println!("\nmilliseconds on slow 4G (1.6 Mbit/s, 150 ms) and a processor slowed four times, medians of {LOADS}");
    println!("{:<26} {:>8} {:>8} {:>9} {:>8} {:>8}", "", "seen", "limit", "answers", "limit", "moves");
    let (former, plain) = (Site::before()?, Site::plain()?);
    let site = Site::production()?;
    let mut measured = Vec::new();
    if let Some(plain) = &plain {
        page.move_to(plain);
        measured.push(row(page, "ECharts as it is published", "", &PLAIN).await?);
    }
    for view in &OPENED {
        if let Some(former) = &former {
            page.move_to(former);
            measured.push(row(page, &format!("{}, before", view.name), view.before, view).await?);
        }
        page.move_to(&site);
        measured.push(row(page, view.name, view.address, view).await?);
    }
    if let Some(file) = std::env::var_os("FAKTABANK_MEASURED") {
        std::fs::write(file, Value::from(measured).to_string())?;
    }
    Ok(())
}

/// Loads a view, prints how soon it was there, and says the same as JSON.
async fn row(page: &Page, name: &str, address: &str, view: &Opened) -> Result<Value> {
    let mut loads: Vec<(f64, f64, f64)> = Vec::new();
    for _ in 0..LOADS {
        page.load(address).await?;
        page.wait_for("the page", "return window.firstSight > 0 && window.answers > 0").await?;
        page.devtools("Network.emulateNetworkConditions", slow_4g()).await?;
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
        page.load(address).await?;
        page.wait_for("the first chart", "return window.firstSight > 0 && window.answers > 0").await?;
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
        let fast = json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        page.devtools("Network.emulateNetworkConditions", fast).await?;
        loads.push(page.eval("return [window.firstSight, window.answers, window.moved]").await?);
    }
    let median = |of: fn(&(f64, f64, f64)) -> f64| {
        let mut all: Vec<f64> = loads.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    let (seen, answers, moved) = (median(|it| it.0), median(|it| it.1), median(|it| it.2));
    let over = seen > view.seen || view.answers.is_some_and(|most| answers > most) || moved > 0.02;
    let most = view.answers.map_or_else(|| "-".to_owned(), |most| format!("{most:.0}"));
    println!(
        "{name:<26} {seen:>8.0} {:>8} {answers:>9.0} {most:>8} {moved:>8.3}{}",
        if view.seen.is_finite() { format!("{:.0}", view.seen) } else { "-".to_owned() },
        if over { "  OVER" } else { "" }
    );
    Ok(json!({ "name": name, "seen": seen, "answers": answers, "moved": moved, "limit": view.seen }))
}
