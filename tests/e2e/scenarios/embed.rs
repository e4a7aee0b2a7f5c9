//! One figure in somebody else's page: whole in any frame, honest, as high as
//! it asks to be, and without a trace in the page around it.

use super::host_script::{page_of_others, policy};
use crate::harness::{Page, Site};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::path::Path;

const FIGURE: &str = "inbaddning=1&vy=utforska&diagram=yta";

/// Every kind of figure, long headlines, every option.
const EMBEDS: [&str; 13] = [
    FIGURE,
    "inbaddning=1&vy=jamfor&tabell=bas&omrade=2080,2081,00&innehall=sysselsattningsgrad",
    "inbaddning=1&vy=utforska&tabell=bas&diagram=stapel&innehall=arbetsloshet",
    "inbaddning=1&vy=utforska&innehall=summa&utgava=2024-12&kontroller=tid",
    "inbaddning=1&vy=utforska&diagram=tabell&tabell=helarsekvivalenter-riket&tema=morkt",
    "inbaddning=1&vy=utforska&innehall=summa&visatabell=1&tid=senaste-4&sprak=en",
    "inbaddning=1&kontroller=alla",
    "inbaddning=1&rubrik=0&ram=0&innehall=sjukpenning&vy=utforska",
    "inbaddning=1&diagram=karta&omrade=20,2080",
    "inbaddning=1&diagram=spridning&omrade=2080,2081&visatabell=1",
    "inbaddning=1&vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=smadiagram&upplosning=ar&sprak=en",
    "inbaddning=1&utgava=modell&omrade=00&innehall=summa&diagram=stapel",
    "inbaddning=1&vy=utforska&diagram=andel&kontroller=alla",
];

/// What of an embed is cut off, lies outside of it, or scrolls.
const CLIPPED: &str = "const root = document.querySelector('.embed'), page = document.documentElement, out = [];
    if (page.scrollHeight > innerHeight || page.scrollWidth > innerWidth)
        out.push('the page is ' + page.scrollWidth + ' x ' + page.scrollHeight);
    const all = [...root.querySelectorAll('*')].filter(e => e.getClientRects().length
        && !e.closest('.hidden, svg, .region-list, .table-scroll, .walk-told, details:not([open]) > :not(summary)') && getComputedStyle(e).clipPath === 'none');
    for (const e of [root, ...all]) {
        const box = e.getBoundingClientRect();
        const inside = document.documentElement.hasAttribute('data-untitled') && e.closest('.headline, .lead');
        if (!inside && (box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.left < -1 || box.top < -1))
            out.push(e.tagName + '.' + e.className + ' ends at ' + [box.right, box.bottom].map(Math.round));
        if (getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1 && e.clientWidth)
            out.push(e.tagName + '.' + e.className + ' scrolls');
    }
    return out.slice(0, 5)";

pub(super) async fn it_fits_every_frame(page: &Page) -> Result<()> {
    for query in EMBEDS {
        for (width, height) in [(280, 240), (360, 420), (360, 700), (768, 300), (768, 560), (1280, 900)] {
            page.resize(width, height).await?;
            page.open(&format!("?{query}")).await?;
            whole(page).await.with_context(|| format!("{query} at {width} x {height}"))?;
            let headline = page.text("[data-headline]").await?;
            let whole: String = page.eval("return document.querySelector('a[data-whole]').search").await?;
            ensure!(headline.len() > 20 && !whole.contains("inbaddning"), "{query}: {headline:?}, {whole}");
            let source = page.text("[data-caption]").await?;
            ensure!(
                source.contains("SCB") || source.contains("Statistics Sweden"),
                "{query}: the caption is {source:?}"
            );
        }
    }
    // Where there is room there is a drawing; where there is none, numbers.
    for (size, chart, numbers) in [((768, 560), true, false), ((360, 640), true, false), ((360, 420), false, true)] {
        page.resize(size.0, size.1).await?;
        page.open(&format!("?{FIGURE}")).await?;
        whole(page).await?;
        let shown = format!(
            "const seen = css => Boolean(document.querySelector(css)?.getClientRects().length);
             return seen('[data-chart] svg') === {chart} && seen('.embed-newest table') === {numbers}"
        );
        page.wait_for("the drawing or the numbers", &shown).await.with_context(|| format!("at {size:?}"))?;
    }
    Ok(())
}

pub(super) async fn options_are_kept_and_nothing_is_pushed(page: &Page) -> Result<()> {
    page.open("?inbaddning=1&rubrik=0&kontroller=tid&visatabell=1&vy=utforska&innehall=summa&utgava=2024-12").await?;
    ensure!(page.count("header, footer, nav").await? == 0, "there is more than the figure");
    let title: u32 = page.eval("return document.querySelector('[data-headline]').offsetWidth").await?;
    ensure!(title <= 1, "the headline is {title} px wide");
    let rows = page.count(".embed-table tbody tr").await?;
    ensure!(rows > 5, "{rows} rows in the table");
    let caption = page.text("[data-caption]").await?;
    ensure!(caption.contains("Nyare och reviderade siffror finns"), "{caption:?} tells of no newer figures");
    let newest: (String, String) = page
        .eval(
            "const link = document.querySelector('[data-caption] a:not([rel])');
               return [link.search, document.querySelector('base').target]",
        )
        .await?;
    ensure!(!newest.0.contains("utgava") && newest.1 == "_blank", "the newer figures are at {newest:?}");

    let before: u32 = page.eval("return history.length").await?;
    page.eval::<()>(
        "const from = document.querySelector('.embed-controls select'); from.selectedIndex = 4;
         from.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await?;
    page.wait_for("a later start in the address", "return location.search.includes('tid=2016H1')").await?;
    page.settle().await?;
    let after: u32 = page.eval("return history.length").await?;
    ensure!(after == before, "{before} entries in the history became {after}");
    let kept = page.query().await?;
    ensure!(kept.contains("inbaddning=1") && kept.contains("kontroller=tid"), "the address became {kept}");
    Ok(())
}

/// The example of an agenda page on another site, with its three embeds.
struct Agenda {
    ours: Site,
    theirs: Site,
}

impl Agenda {
    /// `change` is made to the page's text first.
    fn set(change: impl Fn(String) -> String) -> Result<Self> {
        let ours = Site::production()?;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/exempel");
        let text = std::fs::read_to_string(folder.join("index.html"))?.replace("../", &format!("{}/", ours.origin()));
        let style = std::fs::read_to_string(folder.join("exempel.css"))?;
        let policy = format!("{}; style-src 'self'", policy(&ours.origin(), "")?);
        let theirs = Site::of_others(&[("index.html", &change(text)), ("exempel.css", &style)], &policy)?;
        Ok(Self { ours, theirs })
    }

    async fn open(&self, page: &Page) -> Result<()> {
        page.move_to(&self.theirs);
        page.load("").await?;
        page.eval::<()>(
            "window.frames_ = ['aktuell', 'last', 'sandlada'].map(id => document.getElementById(id)).map(e => e.frame ?? e);
             window.told = [];
             addEventListener('message', event => window.told.push([window.frames_.findIndex(f => f.contentWindow === event.source), event.data.height]))",
        )
        .await
    }

    /// Scrolls an embed into sight and waits until it has told its height.
    async fn show(&self, page: &Page, at: usize) -> Result<()> {
        page.eval::<()>(&format!("window.frames_[{at}].scrollIntoView({{ block: 'center' }})")).await?;
        page.wait_for("the figure to tell its height", &format!("return window.told.some(([who]) => who === {at})"))
            .await
    }
}

pub(super) async fn an_agenda_on_another_site_shows_three_figures(page: &Page) -> Result<()> {
    let agenda = Agenda::set(|text| text)?;
    agenda.open(page).await?;
    for (at, said) in [(0, "samhällets stöd i Dalarna"), (1, "22 procent färre"), (2, "Sysselsättningsgraden")] {
        agenda.show(page, at).await?;
        page.enter_frame(&format!("return window.frames_[{at}]")).await?;
        page.settle().await?;
        whole(page).await.with_context(|| format!("embed {at}"))?;
        let headline = page.text("[data-headline]").await?;
        ensure!(headline.contains(said), "embed {at} says {headline:?}");
        let charts = page.count("[data-chart] svg").await?;
        ensure!(charts == 1, "{charts} drawings in embed {at}");
        // Of another site, and in a sandbox even more so, nothing can be stored.
        let storage: String = page
            .eval("try { localStorage.setItem('a', 'b'); return 'stored' } catch (error) { return error.name }")
            .await?;
        ensure!(storage == "SecurityError", "storage is not refused in embed {at}: {storage}");
        page.leave_frame().await?;
    }
    let entries: u32 = page.eval("return history.length").await?;
    let heights: Vec<u32> = page.eval("return window.frames_.map(frame => frame.clientHeight)").await?;
    ensure!(heights.iter().all(|height| (300..1400).contains(height)), "{heights:?}");
    // Nothing that the page around says has any effect.
    page.enter_frame("return window.frames_[0]").await?;
    let before = page.texts("body *").await?;
    page.leave_frame().await?;
    page.eval::<()>(
        "for (const said of [{ type: 'faktabank:hojd', height: 9999 }, 'faktabank:hojd', { type: 'navigate', query: '?vy=om' }, null])
            for (const frame of window.frames_) frame.contentWindow.postMessage(said, '*')",
    )
    .await?;
    page.pause(200).await;
    page.enter_frame("return window.frames_[0]").await?;
    ensure!(page.texts("body *").await? == before, "a message changed the figure");
    page.leave_frame().await?;
    let now: (Vec<u32>, u32) =
        page.eval("return [window.frames_.map(frame => frame.clientHeight), history.length]").await?;
    ensure!(now == (heights, entries), "{now:?}");
    ensure!(agenda.ours.origin() != agenda.theirs.origin(), "one site alone");
    Ok(())
}

pub(super) async fn heights_follow_within_a_tenth_of_a_second(page: &Page) -> Result<()> {
    let agenda = Agenda::set(|text| text)?;
    agenda.open(page).await?;
    agenda.show(page, 0).await?;
    page.pause(500).await;
    // A narrow column needs a higher figure, a wide one a lower; the time is
    // from the new width to the new height, the drawing anew in between.
    let script = "const done = arguments[0], frame = window.frames_[0], times = [];
        const turn = widths => {
            if (!widths.length) return done(times);
            const before = frame.clientHeight, start = performance.now();
            const next = time => {
                seen.disconnect();
                clearTimeout(late);
                times.push(time);
                setTimeout(turn, 400, widths.slice(1));
            };
            const seen = new ResizeObserver(() => frame.clientHeight !== before && next(performance.now() - start));
            const late = setTimeout(next, 3000, 9999);
            seen.observe(frame);
            document.body.style.width = widths[0] + 'px';
        };
        turn([300, 700, 300, 700, 300, 700, 300, 700, 300])";
    let mut times: Vec<f64> = page.eval_later(script, Vec::new()).await?;
    times.sort_by(f64::total_cmp);
    // What else a machine does can only add to them.
    let quick = times.first().copied().context("no times")?;
    ensure!(times.last().is_some_and(|&last| last < 9000.0), "a height did not follow: {times:?} ms");
    ensure!(quick < 100.0, "heights follow after {times:?} ms");
    Ok(())
}

pub(super) async fn the_page_around_does_not_move(page: &Page) -> Result<()> {
    let agenda = Agenda::set(|text| text)?;
    for (width, height) in [(1280, 900), (390, 800)] {
        page.resize(width, height).await?;
        agenda.open(page).await?;
        for at in 0..3 {
            agenda.show(page, at).await?;
            page.pause(400).await;
        }
        let script = "const done = arguments[0]; let sum = 0;
            new PerformanceObserver(list => list.getEntries().filter(e => !e.hadRecentInput).forEach(e => { sum += e.value }))
                .observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 300)";
        let shift: f64 = page.eval_later(script, Vec::new()).await?;
        let told: String = page.eval("return JSON.stringify(window.told)").await?;
        ensure!(shift < 0.05, "the page around moves by {shift:.3} at {width} px: {told}");
    }
    Ok(())
}

pub(super) async fn zoom_cuts_nothing_off(page: &Page) -> Result<()> {
    // A reader's zoom makes pixels that are no whole ones.
    for scale in [1.5, 1.1] {
        let size = json!({ "width": 700, "height": 900, "deviceScaleFactor": scale, "mobile": false });
        page.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        let origin = {
            let ours = Site::production()?;
            let body = format!("<faktabank-diagram id=\"a\" src=\"{}/?{FIGURE}\"></faktabank-diagram>", ours.origin());
            let theirs = Site::of_others(
                &[("index.html", &page_of_others(&ours.origin(), true, &body))],
                &policy(&ours.origin(), "")?,
            )?;
            (ours, theirs)
        };
        page.move_to(&origin.1);
        page.load("").await?;
        page.wait_for("the figure", "return document.getElementById('a').cell?.className === 'drawn'").await?;
        page.enter_frame("return document.getElementById('a').frame").await?;
        whole(page).await.with_context(|| format!("at {scale}"))?;
        page.leave_frame().await?;
    }
    Ok(())
}

/// Waits until the embed has found its step, and nothing of it is cut off or
/// scrolls.
async fn whole(page: &Page) -> Result<()> {
    page.wait_for("the figure to fit", "return Boolean(document.querySelector('.embed')?.dataset.fit)").await?;
    let done = page.wait_for("nothing to be cut off", &format!("return (() => {{ {CLIPPED} }})().length === 0")).await;
    if done.is_err() {
        let clipped: Vec<String> = page.eval(CLIPPED).await?;
        ensure!(clipped.is_empty(), "{clipped:?}");
    }
    Ok(())
}

/// Whether the notes, the source and its link are in sight, and how many notes there are.
const SEEN: &str = "const seen = css => [...document.querySelectorAll(css)].some(it => it.getClientRects().length > 0);
    return [seen('[data-caption] .notes li'), seen('[data-caption] .what'), seen('[data-caption] a[rel=external]'),
        document.querySelectorAll('[data-caption] .notes li').length > 1]";

pub(super) async fn notes_are_left_out_and_the_source_stays(page: &Page) -> Result<()> {
    page.resize(720, 900).await?;
    for (also, notes) in [("", true), ("&noter=0", false)] {
        page.open(&format!("?vy=utforska&diagram=yta&inbaddning=1{also}")).await?;
        let seen: [bool; 4] = page.eval(SEEN).await?;
        ensure!(seen == [notes, true, true, true], "noter{also}: notes, what, source, some: {seen:?}");
    }
    // A page that is no embed shows them all the same.
    page.open("?vy=utforska&diagram=yta&noter=0").await?;
    let seen: [bool; 4] = page.eval(SEEN).await?;
    ensure!(seen == [true; 4], "the page itself: {seen:?}");
    Ok(())
}
