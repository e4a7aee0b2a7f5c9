//! That everything can be done without a mouse.

use crate::harness::Page;
use anyhow::{Result, ensure};
use fantoccini::key::Key;

pub(super) async fn the_resolution_is_chosen(page: &Page) -> Result<()> {
    page.open("?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje&upplosning=halvar").await?;
    let before = rows(page).await?;
    page.tab_to("the resolution", "e.matches('[name=upplosning]')").await?;
    page.press(Key::Down).await?;
    page.wait_for("a coarser resolution", "return location.search.includes('upplosning=ar')").await?;
    page.settle().await?;
    let after = rows(page).await?;
    ensure!(after * 2 == before, "{before} half-years became {after} years");
    Ok(())
}

pub(super) async fn riket_is_added(page: &Page) -> Result<()> {
    page.open("?vy=jamfor&tabell=bas&omrade=2062,2080&innehall=sysselsattningsgrad").await?;
    page.tab_to("the button for riket", "e.matches('[data-add-country]')").await?;
    page.press(Key::Enter).await?;
    page.wait_for("riket in the address", "return /omrade=2062,2080,00/.test(decodeURIComponent(location.search))")
        .await?;
    page.settle().await?;
    page.unfold().await?;
    let columns = page.texts("[data-figure=linje] [data-table] thead th").await?;
    ensure!(columns.iter().any(|name| name.contains("Riket")), "the columns are {columns:?}");
    Ok(())
}

pub(super) async fn an_area_is_found_by_name(page: &Page) -> Result<()> {
    page.open("?vy=jamfor&tabell=bas&omrade=2080,2081&innehall=sysselsattningsgrad").await?;
    page.tab_to("the search for an area", "e.matches('[role=combobox]')").await?;
    // Without its dots, as on a keyboard that has none.
    page.type_text("alvdal").await?;
    page.wait_for(
        "Älvdalen in the list",
        "return /Älvdalen/.test(document.querySelector('[role=option]')?.textContent)",
    )
    .await?;
    page.press(Key::Enter).await?;
    page.wait_for("Älvdalen in the address", "return decodeURIComponent(location.search).includes('2080,2081,2039')")
        .await
}

pub(super) async fn a_kommun_is_ticked_in_the_list_of_its_lan(page: &Page) -> Result<()> {
    page.open("?vy=jamfor&tabell=bas&omrade=2080,2081&innehall=sysselsattningsgrad").await?;
    page.tab_to("the list of a län", "e.matches('.ways summary') && e.parentElement.querySelector('.by-county')")
        .await?;
    page.press(Key::Enter).await?;
    page.tab_to("Mora in the list", "e.matches('[type=checkbox][data-area=\"2062\"]')").await?;
    page.press(' ').await?;
    page.wait_for("Mora in the address", "return decodeURIComponent(location.search).includes('2080,2081,2062')")
        .await?;
    page.settle().await?;
    // The choice goes on from where it was.
    let focused: String = page.eval("return document.activeElement.dataset.area ?? ''").await?;
    ensure!(focused == "2062", "the focus is at {focused:?}");
    page.press(' ').await?;
    page.wait_for("Mora gone", "return !decodeURIComponent(location.search).includes('2062')").await
}

pub(super) async fn women_are_chosen(page: &Page) -> Result<()> {
    page.open("?vy=utforska&omrade=2080&utgava=modell&diagram=linje").await?;
    page.unfold().await?;
    let everybody = page.texts("[data-table] td").await?;
    page.tab_to("the choice of women and men", "e.matches('[name=kon]')").await?;
    page.press(Key::Down).await?;
    page.wait_for("men in the address", "return location.search.includes('kon=1')").await?;
    page.press(Key::Down).await?;
    page.wait_for("women in the address", "return location.search.includes('kon=2')").await?;
    page.settle().await?;
    ensure!(page.text("[data-headline]").await?.contains("kvinnor"), "the headline does not say women");
    ensure!(page.texts("[data-table] td").await? != everybody, "women have everybody's numbers");
    Ok(())
}

pub(super) async fn the_overview_changes_its_area(page: &Page) -> Result<()> {
    page.open("?utgava=modell").await?;
    page.tab_to("the button for another area", "e.matches('.switcher > summary')").await?;
    page.press(Key::Enter).await?;
    page.tab_to("the search for an area", "e.matches('[role=combobox]')").await?;
    // With a slip of the finger.
    page.type_text("Mlamö").await?;
    page.wait_for("Malmö in the list", "return /Malmö/.test(document.querySelector('[role=option]')?.textContent)")
        .await?;
    page.press(Key::Enter).await?;
    page.wait_for("Malmö in the address", "return location.pathname === '/kommun/malmo/'").await?;
    page.settle().await?;
    ensure!(page.text(".context").await?.contains("Malmö"), "the overview is of another area");
    let open: bool = page.eval("return document.querySelector('.switcher').open").await?;
    ensure!(!open, "the choice is still unfolded");
    Ok(())
}

pub(super) async fn the_period_is_moved(page: &Page) -> Result<()> {
    page.open("?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje&upplosning=halvar").await?;
    let before = rows(page).await?;
    page.tab_to("the first handle of the period", "e.matches('input[type=range]')").await?;
    page.press(Key::Right).await?;
    page.press(Key::Right).await?;
    page.wait_for("a later start in the address", "return location.search.includes('tid=2015H1')").await?;
    page.settle().await?;
    let after = rows(page).await?;
    ensure!(after == before - 2, "{before} half-years became {after}");
    Ok(())
}

async fn rows(page: &Page) -> Result<usize> {
    page.unfold().await?;
    page.count("[data-figure=linje] [data-table] tbody tr").await
}

/// What a finger meets at an end of the track of periods.
const ON_TOP: &str = "const [at] = arguments;
    const track = document.querySelector('.track');
    track.scrollIntoView({ block: 'center' });
    const box = track.getBoundingClientRect();
    const thumb = 0.75 * parseFloat(getComputedStyle(document.documentElement).fontSize);
    const across = box.left + thumb + at * (box.width - 2 * thumb);
    return document.elementFromPoint(across, box.top + box.height / 2).getAttribute('aria-label')";

pub(super) async fn handles_that_lie_on_each_other_can_be_parted(page: &Page) -> Result<()> {
    for (period, at, label) in [("2026M04", 1.0, "Från"), ("2020M01", 0.0, "Till")] {
        page.open(&format!("?vy=utforska&tabell=bas&omrade=2080&tid={period}")).await?;
        let on_top: String = page.eval_with(ON_TOP, vec![serde_json::json!(at)]).await?;
        ensure!(on_top == label, "at {period} the handle on top is {on_top:?}, which has nowhere to go");
    }
    Ok(())
}
