//! That a ranking is searched, ordered and played, all by keyboard.

use crate::harness::Page;
use anyhow::{Result, ensure};
use fantoccini::key::Key;
use serde_json::json;

/// Every kommun, in the modelled edition.
const COUNTRY: &str = "?vy=utforska&diagram=stapel&innehall=summa&matt=andel&omrade=2081,00&utgava=modell";
/// Two months before the newest of BAS.
const MONTHS: &str = "?vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=stapel&omrade=2081&tid=..2026M02";
const PLAY: &str = "e.matches('[data-play]')";

pub(super) async fn one_of_all_kommuner_is_found(page: &Page) -> Result<()> {
    page.open(COUNTRY).await?;
    ensure!(page.text(".finder [role=status]").await?.starts_with("291 av 291"), "not every kommun is there");
    let height: f64 =
        page.eval("return document.querySelector('.ranking-many').getBoundingClientRect().height").await?;
    ensure!(height < 700.0, "the ranking is a wall of {height} px");
    page.tab_to("the search", "e.matches('[data-find]')").await?;
    page.type_text("älmh").await?;
    page.wait_for(
        "three bars",
        "return document.querySelector('.finder [role=status]').textContent.startsWith('3 av')",
    )
    .await?;
    let labels = "return [...document.querySelectorAll('[data-chart] .bar-row')].map(it => it.textContent).join('|')";
    page.wait_for(
        "Älmhult, Borlänge and riket alone",
        &[labels, ".match(/^(?=.*Älmhult)(?=.*Borlänge)(?=.*Riket)(?!.*Ystad)/) !== null"].concat(),
    )
    .await?;

    page.open(COUNTRY).await?;
    page.tab_to("the order", "e.matches('select') && [...e.options].some(it => it.value === 'namn')").await?;
    page.press('n').await?;
    page.press(Key::Enter).await?;
    page.wait_for("the order in the address", "return location.search.includes('ordning=namn')").await?;
    page.settle().await?;
    page.unfold().await?;
    let names = page.texts("[data-table] tbody th").await?;
    ensure!(names.first().is_some_and(|name| name == "Ale"), "the first name is {:?}", names.first());
    ensure!(names.last().is_some_and(|name| name.starts_with("Öv")), "the last name is {:?}", names.last());
    ensure!(page.text("[data-caption]").await?.contains("Ordnat efter namn"), "the caption does not say the order");
    Ok(())
}

pub(super) async fn the_months_are_played_and_paused(page: &Page) -> Result<()> {
    page.open(MONTHS).await?;
    page.tab_to("the button that plays", PLAY).await?;
    page.press(Key::Enter).await?;
    page.wait_for("the next month", "return location.search.includes('tid=..2026M03')").await?;
    page.press(Key::Enter).await?;
    page.wait_for("the pause", "return document.querySelector('[data-play]').textContent === 'Spela upp'").await?;
    page.press(Key::Enter).await?;
    let ended =
        "return !location.search.includes('tid') && document.querySelector('[data-play]').textContent === 'Spela upp'";
    page.wait_for("the newest month, and the end", ended).await?;
    page.settle().await?;
    page.unfold().await?;
    ensure!(page.text("[data-table] thead th[data-column]").await?.contains("April 2026"), "another month is shown");

    // What moves is one step back; a link that rolls says so.
    page.open("?vy=utforska&upplosning=halvar&tid=2021H1..").await?;
    page.tab_to("the choice of a rolling link", "e.matches('[data-rolling]')").await?;
    page.press(' ').await?;
    page.wait_for("a rolling link", "return location.search.includes('tid=senaste-10')").await?;
    page.settle().await?;
    ensure!(page.text(".rolling").await?.contains("de 10 senaste halvåren"), "the words do not say what rolls");
    page.back().await?;
    ensure!(page.query().await?.contains("tid=2021H1.."), "back does not lead back: {}", page.query().await?);
    Ok(())
}

pub(super) async fn nothing_plays_by_itself_for_those_who_want_less_motion(page: &Page) -> Result<()> {
    let less = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    page.devtools("Emulation.setEmulatedMedia", less).await?;
    page.open(MONTHS).await?;
    count_moves(page).await?;
    page.tab_to("the button", PLAY).await?;
    ensure!(page.text("[data-play]").await? == "Nästa period", "the button offers to play");
    page.press(Key::Enter).await?;
    page.wait_for("the next month", "return location.search.includes('tid=..2026M03')").await?;
    page.press(Key::Enter).await?;
    page.wait_for("the month after", "return !location.search.includes('tid')").await?;
    page.press(Key::Enter).await?;
    page.wait_for("the first month again", "return location.search.includes('tid=..2020M01')").await?;
    page.settle().await?;
    let moves: u32 = page.eval("return window.moves").await?;
    ensure!(moves == 0, "{moves} parts of the drawing moved");
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
    Ok(())
}

/// From here on, counts the parts of drawings that start to move.
async fn count_moves(page: &Page) -> Result<()> {
    page.eval(
        "window.moves = 0;
         document.addEventListener('transitionrun', event => { window.moves += event.target.matches('[data-chart] path') })",
    )
    .await
}

pub(super) async fn drawings_move_to_the_next_figures(page: &Page) -> Result<()> {
    for (figure, choice, key) in [
        ("stapel", "April 2023", Key::Up),
        ("linje", "Index", Key::Down),
        ("smadiagram", "Index", Key::Down),
        ("spridning", "April 2023", Key::Up),
    ] {
        page.open(&format!("?vy=utforska&tabell=bas&omrade=2080,2081&diagram={figure}")).await?;
        count_moves(page).await?;
        let holds = format!("e.matches('select') && [...e.options].some(one => one.text === '{choice}')");
        page.tab_to("the choice", &holds).await?;
        page.press(key).await?;
        page.wait_for("the drawing to move", "return window.moves > 0").await?;
    }
    Ok(())
}

/// Whether the row of Mora lies within what is seen of the list.
const IN_SIGHT: &str = "const frame = document.querySelector('.ranking-many')?.getBoundingClientRect();
    const row = [...document.querySelectorAll('.bar-named')].find(it => it.textContent.includes('Mora'));
    const place = row?.getBoundingClientRect();
    return Boolean(frame && place && place.height > 0 && place.top >= frame.top && place.bottom <= frame.bottom)";

pub(super) async fn the_area_chosen_is_in_sight(page: &Page) -> Result<()> {
    page.open("?vy=utforska&tabell=ohalsotal&omrade=2062,00&diagram=stapel").await?;
    page.wait_for("Mora in sight", IN_SIGHT).await?;
    let scrolled: f64 = page.eval("return document.querySelector('.ranking-many').scrollTop").await?;
    ensure!(scrolled > 100.0, "Mora is in sight without being looked for: {scrolled}");
    ensure!(page.text("[data-caption]").await?.contains("Ordnat från högst till lägst"), "the order is not said");
    Ok(())
}
