//! That the explorer is whole without a network: from a folder and as a
//! single file, opened as files.

use super::{about, figures, harness, links, numbers, sexes};
use crate::harness::{Page, Stick};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use url::Url;

const VIEWS: [&str; 5] = ["oversikt", "utforska", "jamfor", "omrade", "om"];

/// A link that needs one file of data beside manifest and areas.
const QUERY: &str = "?vy=utforska&tabell=helarsekvivalenter-dalarna&diagram=linje";
/// That file, as the folder has it.
const SHARD: &str = "data/2026-06/helarsekvivalenter-dalarna/20.json";

pub(super) async fn every_view_opens_from_a_folder(page: &Page) -> Result<()> {
    let stick = Stick::folder(|_| Ok(()))?;
    page.move_to_file(&stick)?;
    every_view(page, [None; 2]).await?;
    figures::every_kind_of_every_table_is_drawn(page).await?;
    harness::the_policy_is_in_force_and_the_console_is_heard(page).await
}

pub(super) async fn numbers_and_links_hold_in_a_folder(page: &Page) -> Result<()> {
    let stick = Stick::folder(|_| Ok(()))?;
    page.move_to_file(&stick)?;
    the_wasm_is_that_of_the_site(page).await?;
    numbers::half_year_means_are_those_of_the_published_months(page).await?;
    numbers::months_of_three_areas_are_those_published(page).await?;
    sexes::women_and_men_are_read_in_one_chart(page).await?;
    links::back_and_forward_walk_through_the_choices(page).await?;
    links::a_reload_shows_the_same(page).await
}

pub(super) async fn a_page_of_a_kommun_opens_from_a_folder(page: &Page) -> Result<()> {
    let stick = Stick::folder(|_| Ok(()))?;
    page.move_to_file(&stick)?;
    page.open("").await?;
    let headline = async |name: &str| -> Result<()> {
        page.settle().await?;
        let said = page.text("#app .context").await?;
        ensure!(said.starts_with(name), "the page is of {said:?} and not of {name}");
        ensure!(page.count("#page").await? == 0, "what was written of {name} is still there");
        Ok(())
    };
    page.eval::<()>("location.href = new URL('kommun/falun/index.html', location.href).href").await?;
    page.wait_for("the page of Falun", "return location.pathname.endsWith('/kommun/falun/index.html')").await?;
    headline("Falun").await?;
    // The query says what another page would by its path.
    page.eval::<()>("[...document.querySelectorAll('.list a')].find(link => link.textContent === 'Mora').click()")
        .await?;
    headline("Mora").await?;
    ensure!(page.query().await? == "?omrade=2062", "the address is {}", page.query().await?);
    page.reload().await?;
    headline("Mora").await?;
    page.eval::<()>("[...document.querySelectorAll('.context > a')].at(-1).click()").await?;
    headline("Dalarna").await?;
    page.reload().await?;
    headline("Dalarna").await?;
    page.back().await?;
    page.back().await?;
    headline("Falun").await
}

pub(super) async fn every_view_opens_from_a_single_file(page: &Page) -> Result<()> {
    let stick = Stick::single()?;
    page.move_to_file(&stick)?;
    every_view(page, LICENCES.map(Some)).await?;
    figures::colours_and_language_change_in_place(page).await?;
    harness::the_policy_is_in_force_and_the_console_is_heard(page).await
}

pub(super) async fn numbers_and_links_hold_in_a_single_file(page: &Page) -> Result<()> {
    let stick = Stick::single()?;
    page.move_to_file(&stick)?;
    the_wasm_is_that_of_the_site(page).await?;
    numbers::half_year_means_are_those_of_the_published_months(page).await?;
    links::back_and_forward_walk_through_the_choices(page).await?;

    // Uppsala's kommuner are on the site and not in this file.
    page.open("?vy=utforska&tabell=helarsekvivalenter-uppsala").await?;
    let notices = page.texts("[data-notice]").await?.join(" ");
    ensure!(notices.contains("helarsekvivalenter-uppsala"), "what is not inside is passed over: {notices:?}");
    let below = page.text(".copy [lang=sv]").await?;
    ensure!(below.contains("Dalarnas län och riket") && below.contains("inte i den här filen"), "{below:?}");
    Ok(())
}

pub(super) async fn what_a_folder_leaves_out_is_said(page: &Page) -> Result<()> {
    let stick = Stick::folder(|_| Ok(()))?;
    page.move_to_file(&stick)?;
    // Of the model a folder holds every kommun, and women in Dalarna and riket.
    page.open("?utgava=modell&vy=utforska&omrade=0380").await?;
    page.open("?utgava=modell&vy=utforska&omrade=20,00&kon=2").await?;
    page.unfold().await?;
    let numbers = page.count("[data-table] td[data-value]").await?;
    ensure!(numbers > 40, "{numbers} numbers of women");
    let left_out = "?utgava=modell&vy=utforska&omrade=0380&kon=2";
    fails(page, left_out, "03-kvinnor-20-64.json", "finns inte i den här kopian av Faktabanken").await
}

pub(super) async fn licences_go_with_each_copy(page: &Page) -> Result<()> {
    let stick = Stick::folder(|_| Ok(()))?;
    page.move_to_file(&stick)?;
    about::it_leads_to_the_licences_of_its_libraries(page).await?;

    // A single file has them inside, and no link to another.
    let single = Stick::single()?;
    page.move_to_file(&single)?;
    page.open("?vy=om").await?;
    let shown: bool = page.eval("return document.querySelector('.licences').checkVisibility()").await?;
    ensure!(!shown, "a link to a file that is not there");
    page.click(".licences-inside summary").await?;
    let text: String = page.eval("return document.querySelector('.licences-inside pre').innerText").await?;
    about::names_libraries(&text)
}

pub(super) async fn a_file_with_other_figures_is_refused(page: &Page) -> Result<()> {
    let stick = Stick::folder(|folder| {
        let other = fs::read_to_string(folder.join("data/2024-12/helarsekvivalenter-dalarna/20.json.js"))?;
        Ok(fs::write(folder.join(format!("{SHARD}.js")), other.replace("2024-12", "2026-06"))?)
    })?;
    page.move_to_file(&stick)?;
    fails(page, QUERY, "20.json", "Inget visas hellre än fel siffror").await
}

pub(super) async fn a_page_without_its_files_says_what_to_do(page: &Page) -> Result<()> {
    // As a zip file's window opens it: the page alone.
    let stick = Stick::folder(|folder| {
        let page = fs::read(folder.join("index.html"))?;
        fs::remove_dir_all(folder)?;
        fs::create_dir(folder)?;
        Ok(fs::write(folder.join("index.html"), page)?)
    })?;
    page.move_to_file(&stick)?;
    page.load("").await?;
    let shown: String = page.eval("return document.body.innerText").await?;
    ensure!(shown.contains("Packa upp hela zip-filen"), "the page says {shown:?}");
    // What the browser itself says of the files.
    page.console().await.map(drop)
}

/// The page says so, names the file, and shows no number.
async fn fails(page: &Page, query: &str, file: &str, said: &str) -> Result<()> {
    page.load(query).await?;
    page.wait_for("words about the failure", "return Boolean(document.querySelector('#app [data-retry]'))").await?;
    let words = page.text("#app [role=alert]").await?;
    ensure!(words.contains(said) && words.contains(file), "the page says {words:?}");
    page.unfold().await?;
    let numbers = page.count("[data-table] td[data-value]").await?;
    ensure!(numbers == 0, "{numbers} numbers are shown all the same");
    Ok(())
}

/// What a single file folds out of its licences, in each language.
const LICENCES: [&str; 2] = ["Programvaran i filen och dess licenser", "The software in this file and its licences"];

/// Every view in both languages, by link and by the menu, with a quiet console;
/// below each stands what the copy is, and `folded`, and nothing else.
async fn every_view(page: &Page, folded: [Option<&str>; 2]) -> Result<()> {
    let languages = [("sv", "kopia av Faktabanken"), ("en", "copy of the Fact Bank")];
    for ((language, copy), folded) in languages.into_iter().zip(folded) {
        for view in VIEWS {
            let link = format!("?vy={view}&sprak={language}");
            page.open(&link).await?;
            let headings = page.count("h1").await?;
            ensure!(headings == 1, "{link}: {headings} main headings");
            let figures = page.count("[data-figure][data-state=ready]").await?;
            ensure!((figures > 0) == (view != "om"), "{link}: {figures} figures");
            let notices = page.texts("[data-notice]").await?;
            ensure!(notices.is_empty(), "{link}: {notices:?}");
            let below: String = page.eval("return document.querySelector('.copy').innerText.trim()").await?;
            let mut lines = below.lines().filter(|line| !line.is_empty());
            let is_copy = lines.next().is_some_and(|line| line.contains(copy));
            ensure!(is_copy && lines.eq(folded), "{link}: below the page stands {below:?}");
            leads_nowhere_else(page).await.with_context(|| link.clone())?;
            let console = page.console().await?;
            ensure!(console.is_empty(), "{link}: the console says {console:?}");
        }
    }
    links::every_page_of_the_menu_opens(page).await
}

/// That no link leads to a file that the copy has not.
async fn leads_nowhere_else(page: &Page) -> Result<()> {
    let script = "return [...document.querySelectorAll('a[href]')].filter(link => link.checkVisibility())
        .map(link => link.href).filter(address => address.startsWith('file:'))";
    let links: Vec<String> = page.eval(script).await?;
    ensure!(links.len() > 4, "only {links:?}");
    for link in links {
        let path = Url::parse(&link)?.to_file_path().ok().with_context(|| link.clone())?;
        ensure!(path.is_file(), "{} is not in the copy", path.display());
    }
    Ok(())
}

/// That the explorer of the copy is byte for byte the explorer of the site.
async fn the_wasm_is_that_of_the_site(page: &Page) -> Result<()> {
    page.open("").await?;
    let script = "const done = arguments[0], name = document.querySelector('script[data-wasm]').dataset.wasm;
        fetch(name).then(answer => answer.arrayBuffer())
            .then(bytes => crypto.subtle.digest('SHA-256', bytes))
            .then(digest => done([name, [...new Uint8Array(digest)]]))";
    let (name, digest): (String, Vec<u8>) = page.eval_later(script, Vec::new()).await?;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist").join(&name);
    let bytes = fs::read(&file).with_context(|| format!("{name} is not of this build: run `cargo xtask offline`"))?;
    ensure!(Sha256::digest(bytes).as_slice() == digest, "{name} is another than that of the site");
    Ok(())
}
