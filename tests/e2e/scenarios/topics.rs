//! The topics of an area: what links to them draw, and what the start page tells
//! of each; on the site, in a frame and from a folder.

use crate::harness::{Page, Stick};
use anyhow::{Context, Result, ensure};

/// Links to topics, each with what its headline says in either language.
const LINKS: [(&str, &str, &str); 4] = [
    ("amne=befolkning&omrade=1440", "Försörjningskvoten i Ale", "dependency ratio in Ale"),
    ("amne=ohalsa&omrade=2584,00&kon=kvinnor,man", "Kiruna", "Kiruna"),
    ("amne=arbete&diagram=karta&omrade=00", "högst i Habo, 88,5", "highest in Habo, 88.5"),
    ("amne=ekonomiskt-bistand&omrade=forbund:falun-borlange", "i Finsam Falun-Borlänge", "in Finsam Falun-Borlänge"),
];

/// The topics beside that of the first figure, with whether their charts are drawn.
const TOLD: &str = "return [...document.querySelectorAll('[data-topic]')]
    .map(topic => topic.dataset.topic + ' ' + topic.querySelectorAll('.topic-chart svg').length)";

pub(super) async fn links_to_topics_draw_real_figures(page: &Page) -> Result<()> {
    every_link(page).await
}

pub(super) async fn links_to_topics_draw_real_figures_in_a_folder(page: &Page) -> Result<()> {
    let stick = Stick::folder(|_| Ok(()))?;
    page.move_to_file(&stick)?;
    every_link(page).await?;
    page.open("?omrade=2080").await?;
    every_topic(page, &["samhallets-stod 0", "befolkning 1", "ekonomiskt-bistand 1", "ohalsa 1"]).await
}

async fn every_link(page: &Page) -> Result<()> {
    for (link, swedish, english) in LINKS {
        for (also, said) in [("", swedish), ("&sprak=en", english), ("&inbaddning=1", swedish)] {
            let query = format!("?{link}{also}");
            page.open(&query).await?;
            let headline = page.text("[data-headline]").await?;
            ensure!(headline.contains(said), "{query} says {headline:?}");
            let drawn = "return document.querySelectorAll('[data-chart] svg').length > 0";
            page.wait_for("its drawing", drawn).await.with_context(|| query.clone())?;
            ensure!(page.count("[data-notice]").await? == 0, "{query}: {:?}", page.texts("[data-notice]").await?);
        }
    }
    Ok(())
}

/// Each topic is there, in order, with its chart where it has one.
async fn every_topic(page: &Page, expected: &[&str]) -> Result<()> {
    let told: Vec<String> = page.eval(TOLD).await?;
    let topic = |told: &str| told.split(' ').next().unwrap_or_default().to_owned();
    ensure!(
        told.iter().map(|it| topic(it)).eq(expected.iter().map(|it| topic(it))),
        "the page tells of {told:?} and not of {expected:?}"
    );
    for (told, expected) in told.iter().zip(expected).filter(|(_, expected)| expected.ends_with('1')) {
        ensure!(told == expected, "{told} is not {expected}");
    }
    Ok(())
}

pub(super) async fn the_start_page_tells_every_topic_and_leads_to_it(page: &Page) -> Result<()> {
    page.open("?omrade=1440").await?;
    // The subject does not change without a word.
    let left_out = page.text("[data-left-out]").await?;
    ensure!(left_out.contains("inga siffror om samhällets stöd för Ale"), "nothing says why: {left_out:?}");
    every_topic(page, &["samhallets-stod 1", "befolkning 1", "ekonomiskt-bistand 1", "ohalsa 1"]).await?;
    let lack = page.text("[data-topic=samhallets-stod] .topic-lack").await?;
    ensure!(lack.contains("för Ale") && lack.contains("riket"), "{lack:?}");
    let places = page.texts("[data-topic=ohalsa] .key-number").await?.join(" ");
    ensure!(
        places.contains("94 av 290") && places.contains("lägst först"),
        "its place in the country is lost: {places:?}"
    );

    page.click("[data-topic=befolkning] .topic-body > p:last-child a").await?;
    page.wait_for("the topic", "return location.search.includes('amne=befolkning')").await?;
    page.settle().await?;
    let headline = page.text("[data-headline]").await?;
    ensure!(headline.contains("Försörjningskvoten i Ale"), "{headline:?}");
    every_topic(page, &["samhallets-stod 1", "arbete 1", "ekonomiskt-bistand 1", "ohalsa 1"]).await?;
    page.back().await?;
    every_topic(page, &["samhallets-stod 1", "befolkning 1", "ekonomiskt-bistand 1", "ohalsa 1"]).await?;

    // Another area, by the way on to what is nearest.
    page.click("[data-left-out] a").await?;
    page.wait_for("the nearest", "return location.search.includes('amne=samhallets-stod')").await?;
    page.settle().await?;
    let headline = page.text("[data-headline]").await?;
    ensure!(headline.contains("riket"), "{headline:?}");
    ensure!(page.count("[data-notice]").await? == 1, "nothing says that it is of another area");
    Ok(())
}

pub(super) async fn a_forbund_sees_its_plan_together_and_apart(page: &Page) -> Result<()> {
    page.open("?omrade=forbund:falun-borlange").await?;
    let rows = "return [...document.querySelectorAll('[data-indicators] tbody th')].map(e => e.textContent)";
    let rows: Vec<String> = page.eval(rows).await?;
    ensure!(rows == ["Dalarna", "Finsam Falun-Borlänge", "Falun", "Borlänge"], "{rows:?}");
    let said = page.texts("[data-indicators] .lead").await?.join(" ");
    for part in ["25 procent färre än 2014", "2,3 procentenheter högre än 2020", "det håll som planen vill"] {
        ensure!(said.contains(part), "{part:?} is not in {said:?}");
    }
    Ok(())
}

pub(super) async fn the_fact_sheet_has_a_row_for_every_topic(page: &Page) -> Result<()> {
    page.open("?vy=omrade&omrade=2062").await?;
    page.wait_for("five topics", "return document.querySelectorAll('[data-topics] tbody tr').length === 5").await?;
    let rows = page.texts("[data-topics] tbody tr").await?;
    for (row, part) in rows.iter().zip(["13,1", "85,7", "97,2", "2,6", "2022"]) {
        ensure!(row.contains(part), "{part} is not in {row:?}");
    }
    ensure!(rows[2].contains("85 av 290"), "its place in the country is lost: {:?}", rows[2]);
    Ok(())
}
