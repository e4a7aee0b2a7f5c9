//! That the address is the only state: links, notices, history, reload.

use crate::harness::Page;
use anyhow::{Result, ensure};

pub(super) async fn a_bad_link_shows_the_nearest_view_and_says_so(page: &Page) -> Result<()> {
    let cases = [
        ("?vy=nonsens", "nonsens", "linje"),
        ("?vy=utforska&tabell=finns-inte", "finns-inte", ""),
        ("?vy=utforska&upplosning=vecka", "vecka", ""),
        ("?vy=utforska&tabell=bas&omrade=9999", "9999", ""),
        ("?vy=utforska&tid=2030H9..x", "2030H9..x", ""),
        ("?vy=utforska&innehall=guld", "guld", ""),
        ("?utgava=1999-01", "1999-01", ""),
        ("?fel=ja", "fel", ""),
        ("?vy=utforska&omrade=%E0%A4%A", "omrade", ""),
    ];
    for (query, ignored, _) in cases {
        page.open(query).await?;
        let notices = page.texts("[data-notice]").await?.join(" ");
        ensure!(notices.contains(ignored), "{query}: no notice names {ignored:?}: {notices:?}");
        let figures = page.count("[data-figure][data-state=ready]").await?;
        ensure!(figures > 0, "{query}: nothing is shown");
    }
    page.open("").await?;
    let notices = page.texts("[data-notice]").await?;
    ensure!(notices.is_empty(), "a good link has notices: {notices:?}");
    Ok(())
}

/// What mail, chat, content systems and translations make of a link, and what was meant.
const MANGLED: [(&str, &str); 16] = [
    ("?vy=utforska&tid=2020H1...", "?vy=utforska&tid=2020H1.."),
    ("?vy=utforska&tid=2020H1.", "?vy=utforska&tid=2020H1..&sprak=sv"),
    (
        "?vy=utforska&omrade=20,grupp:Norra%20Dalarna(2039+2062",
        "?vy=utforska&omrade=20,grupp:Norra%20Dalarna(2039+2062)",
    ),
    ("?vy=utforska&omrade=2080,2081,", "?vy=utforska&omrade=2080,2081"),
    ("?vy=utforska&omrade=2080,2081).", "?vy=utforska&omrade=2080,2081"),
    ("?vy=utforska&amp;omrade=2080&amp;diagram=linje", "?vy=utforska&omrade=2080&diagram=linje"),
    ("?vy=utforska&amp;amp;omrade=2080&amp;amp;sprak=en", "?vy=utforska&omrade=2080&sprak=en"),
    ("?inbaddning=1&amp;vy=utforska&amp;omrade=2080&amp;rubrik=0", "?inbaddning=1&vy=utforska&omrade=2080&rubrik=0"),
    ("?vy=utforska&omrade=2080%252C2081", "?vy=utforska&omrade=2080,2081"),
    (
        "?vy=utforska&omrade=grupp:V%25C3%25A4sterdalarna(2021+2023)",
        "?vy=utforska&omrade=grupp:V%C3%A4sterdalarna(2021+2023)",
    ),
    ("?vy=utforska&omrade=grupp:Norra%20Dalarna(2039%202062)", "?vy=utforska&omrade=grupp:Norra%20Dalarna(2039+2062)"),
    ("?vy=utforska&omrade=2080&_gl=1*abc*_ga*MTIz&msclkid=abc&srsltid=abc", "?vy=utforska&omrade=2080"),
    ("?vy=utforska&omrade=2080&_x_tr_sl=sv&_x_tr_tl=ar&_x_tr_hl=sv", "?vy=utforska&omrade=2080"),
    ("?inbaddning=1&vy=utforska&omrade=2080&_gl=1*abc", "?inbaddning=1&vy=utforska&omrade=2080"),
    ("?vy=utforska&omrade=2080&utm_source=brev&fbclid=abc&gclid=abc&mkt_tok=abc", "?vy=utforska&omrade=2080"),
    ("kommun/falun/?vy=utforska&amp;diagram=yta&gbraid=1", "kommun/falun/?vy=utforska&diagram=yta"),
];

pub(super) async fn links_that_mail_and_chat_have_changed_show_what_was_meant(page: &Page) -> Result<()> {
    for (arrives, meant) in MANGLED {
        page.open(meant).await?;
        let wanted = (shown(page).await?, page.texts("[data-notice]").await?);
        page.open(arrives).await?;
        let came = (shown(page).await?, page.texts("[data-notice]").await?);
        ensure!(came.1.is_empty(), "{arrives}: {:?}", came.1);
        let differ: Vec<_> = came.0.iter().filter(|it| !wanted.0.contains(it)).take(3).collect();
        ensure!(differ.is_empty() && came.0.len() == wanted.0.len(), "{arrives} shows {differ:?}");
    }
    Ok(())
}

pub(super) async fn back_and_forward_walk_through_the_choices(page: &Page) -> Result<()> {
    page.open("").await?;
    let start = page.query().await?;
    page.click("nav a[href*='vy=utforska']").await?;
    page.wait_for("the explorer", "return location.search.includes('vy=utforska')").await?;
    page.settle().await?;
    let explorer = (page.query().await?, page.text("[data-headline]").await?);
    page.click("nav a[href*='vy=jamfor']").await?;
    page.wait_for("the comparison", "return location.search.includes('vy=jamfor')").await?;
    page.settle().await?;
    let comparison = (page.query().await?, page.text("[data-headline]").await?);
    ensure!(comparison.1 != explorer.1, "both views say {:?}", explorer.1);

    page.back().await?;
    ensure!((page.query().await?, page.text("[data-headline]").await?) == explorer, "back is not the explorer");
    page.back().await?;
    ensure!(page.query().await? == start, "back is not the start");
    page.forward().await?;
    page.forward().await?;
    ensure!((page.query().await?, page.text("[data-headline]").await?) == comparison, "forward is not the comparison");
    Ok(())
}

pub(super) async fn a_reload_shows_the_same(page: &Page) -> Result<()> {
    for query in [
        "?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=yta&tid=2016H1..2022H2",
        "?vy=utforska&tabell=bas&omrade=2080,2062&innehall=arbetsloshet&upplosning=rullande12&matt=forandring",
        "?vy=jamfor&tabell=bas&omrade=2080,2081,00&innehall=sysselsattningsgrad&diagram=stapel",
        "?vy=utforska&tabell=helarsekvivalenter-riket&matt=index&sprak=en&tema=morkt",
    ] {
        page.open(query).await?;
        let before = (page.query().await?, shown(page).await?);
        ensure!(before.0 == query, "the address became {}", before.0);
        let notices = page.texts("[data-notice]").await?;
        ensure!(notices.is_empty(), "{query}: {notices:?}");
        page.reload().await?;
        let after = (page.query().await?, shown(page).await?);
        ensure!(before == after, "{query}: the reload shows something else");
    }
    Ok(())
}

pub(super) async fn every_page_of_the_menu_opens(page: &Page) -> Result<()> {
    page.open("").await?;
    let links = page.count("nav a").await?;
    ensure!(links >= 4, "{links} links in the menu");
    for view in ["oversikt", "utforska", "jamfor", "omrade", "om"] {
        page.open(&format!("?vy={view}")).await?;
        let current = page.count("nav a[aria-current=page]").await?;
        ensure!(current == 1, "{view}: {current} menu entries are the current one");
        let headings = page.count("h1").await?;
        ensure!(headings == 1, "{view}: {headings} main headings");
    }
    Ok(())
}

pub(super) async fn figures_of_a_former_edition_are_a_press_away(page: &Page) -> Result<()> {
    page.open("?tid=..2023H2").await?;
    let newest = page.text("[data-figure] .lead").await?;
    page.click("[data-former]").await?;
    page.wait_for("the former edition", "return location.search.includes('utgava=2024-12')").await?;
    page.settle().await?;
    let former = page.text("[data-figure] .lead").await?;
    ensure!(former != newest, "both editions say {former:?}");
    ensure!(page.count("[data-former]").await? == 0, "there is no older one");
    // A table that no other edition has in another way has no way there.
    page.open("?tabell=bas").await?;
    ensure!(page.count("[data-former]").await? == 0, "BAS was never other");
    Ok(())
}

/// Everything that a reader sees of figures, and the shape of every line.
async fn shown(page: &Page) -> Result<Vec<String>> {
    page.unfold().await?;
    let mut all = page.texts("[data-headline], [data-caption], [data-table] tbody").await?;
    let paths: Vec<String> = page
        .eval("return [...document.querySelectorAll('[data-chart] svg text')].map(text => text.textContent)")
        .await?;
    all.extend(paths);
    ensure!(all.iter().any(|text| text.len() > 100), "nothing is shown");
    Ok(all)
}
