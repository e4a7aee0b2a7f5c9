//! That a figure can be taken along: every file holds its numbers, wherever the
//! page was opened from, and links and codes are copied.

use super::{files, layout};
use crate::harness::{Page, Stick};
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;

/// A chart of three areas with a gap, and of women in modelled months.
const FIGURE: &str = "?vy=jamfor&tabell=bas&omrade=2080,2081,00&innehall=sysselsattningsgrad&upplosning=halvar";

/// A figure of each other kind that has a drawing, and a fact sheet.
const KINDS: [&str; 7] = [
    "?diagram=karta&omrade=20,2080",
    "?diagram=spridning&omrade=2080,2081",
    "?vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=smadiagram&upplosning=ar",
    "?vy=utforska&tabell=bas&innehall=arbetsloshet&diagram=stapel&omrade=2080",
    "?vy=utforska&diagram=andel",
    "?vy=omrade&omrade=2081",
    "?utgava=modell&diagram=karta&omrade=2080&tema=morkt&sprak=en",
];
/// And one that has none.
const TABLE: &str = "?vy=utforska&tabell=helarsekvivalenter-riket&diagram=tabell";

/// What the panel said last: the name of a file, once it is saved.
const LAST_WORD: &str = "document.querySelector('.share-told').innerText.trim().split(' ').pop()";

pub(super) async fn every_file_holds_the_figure(page: &Page) -> Result<()> {
    every_file(page, FIGURE).await?;
    // Counts and what was not reported, and each file says that it is modelled.
    every_file(page, "?utgava=modell&vy=utforska&omrade=2080&innehall=ekonomiskt-bistand,summa&upplosning=ar&sprak=en")
        .await
}

pub(super) async fn every_file_holds_the_figure_in_a_folder(page: &Page) -> Result<()> {
    let stick = Stick::folder(|_| Ok(()))?;
    page.move_to_file(&stick)?;
    every_file(page, FIGURE).await?;
    for figure in KINDS {
        every_file(page, figure).await.context(figure)?;
    }
    page.open(TABLE).await?;
    open_panel(page).await?;
    let pictures = page.count("[data-save=png], [data-save=svg]").await?;
    ensure!(pictures == 0, "a table is offered as a picture");
    // A copy on a disk leads nobody else anywhere, and says so.
    let words = page.text("[data-share]").await?;
    ensure!(words.contains("Den här kopian ligger på din dator"), "{words}");
    ensure!(page.count("[data-embed]").await? == 0, "a code is offered that would lead nowhere");
    Ok(())
}

pub(super) async fn every_file_holds_the_figure_in_a_single_file(page: &Page) -> Result<()> {
    let stick = Stick::single()?;
    page.move_to_file(&stick)?;
    every_file(page, FIGURE).await
}

/// Presses every download, and reads what the browser has saved.
async fn every_file(page: &Page, query: &str) -> Result<()> {
    page.open(query).await?;
    open_panel(page).await?;
    let figure = files::Shown::on(page).await?;
    let keys: Vec<String> =
        page.eval("return [...document.querySelectorAll('[data-save]')].map(it => it.dataset.save)").await?;
    ensure!(keys.len() == files::READERS.len(), "the downloads are {keys:?}");
    let mut former = String::new();
    for (key, reader) in files::READERS {
        page.click(&format!("[data-save={key}]")).await?;
        // Each has a name of its own.
        let script = format!("const name = {LAST_WORD}; return name.includes('.') && name !== {former:?}");
        page.wait_for("the name of the file", &script).await.with_context(|| key.to_owned())?;
        let name: String = page.eval(&format!("return {LAST_WORD}")).await?;
        former.clone_from(&name);
        let bytes = page.downloaded(&name).await?;
        reader(&bytes, &figure).with_context(|| name.clone())?;
        for part in ["faktabanken-", "-utgava-"] {
            ensure!(name.contains(part), "a file is called {name}");
        }
    }
    Ok(())
}

async fn open_panel(page: &Page) -> Result<()> {
    page.tab_to("the panel", "e.matches('[data-share] > summary')").await?;
    page.press(Key::Enter).await?;
    page.wait_for("the panel", "return Boolean(document.querySelector('[data-copy=lank]'))").await
}

pub(super) async fn links_and_codes_are_copied_by_keyboard(page: &Page) -> Result<()> {
    page.open("?vy=utforska&diagram=yta&tid=2020H1..2025H2").await?;
    // As where the clipboard is refused: the field is selected, and copied from.
    page.eval::<()>(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
         window.copied = null;
         document.addEventListener('copy', () => {
             const field = document.activeElement;
             window.copied = field.value.slice(field.selectionStart, field.selectionEnd);
         })",
    )
    .await?;
    open_panel(page).await?;

    let link = copied(page, "lank").await?;
    ensure!(link.ends_with("/?vy=utforska&tid=senaste-12&diagram=yta"), "the link is {link}");
    page.tab_back_to("how long it lasts", "e.matches('[name=varaktighet]')").await?;
    page.press(Key::Down).await?;
    page.wait_for("what stays", "return document.querySelector('#lank').value.includes('utgava=2026-11')").await?;
    let frozen = copied(page, "lank").await?;
    ensure!(frozen.contains("tid=2020H1..2025H2"), "the link is {frozen}");

    page.tab_to("the embed", "e.matches('[data-embed] > summary')").await?;
    page.press(Key::Enter).await?;
    page.wait_for("the code", "return Boolean(document.querySelector('#kod'))").await?;
    preview(page, "!document.querySelector('.embed-table [data-table]')").await?;
    page.tab_to("the table", "e.matches('[name=visatabell]')").await?;
    page.press(' ').await?;
    preview(page, "document.querySelector('.embed-table [data-table]')").await?;
    let code = copied(page, "kod").await?;
    for part in ["inbaddning.js", "<faktabank-diagram src=", "utgava=2026-11", "&amp;visatabell=1", "height=\"900\""] {
        ensure!(code.contains(part), "{part} is not in {code}");
    }
    let citation = copied(page, "hanvisning").await?;
    ensure!(citation.starts_with("SCB. (2026)") && citation.contains("2026-11"), "{citation}");

    let faults = page.accessibility_faults().await?;
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    page.console().await?;
    layout::turned_to(page, 320, 800).await.context("the open panel on a narrow phone")?;
    // As in another page, the frame follows its figure: nothing is left out, and the table
    // that is too wide scrolls in it.
    preview(page, "frame.style.height && document.querySelector('.embed').dataset.fit === '0'").await?;
    preview(page, "document.querySelector('.embed-table [data-table]')").await?;
    page.resize(1280, 900).await?;

    // What was copied shows what was shown, and in a newer edition's time says so.
    let query = frozen.split_once('?').map(|(_, query)| query).context("no query")?;
    page.open(&format!("?inbaddning=1&{}", query.replace("2026-11", "2024-12").replace("2025H2", "2024H1"))).await?;
    let caption = page.text("[data-caption]").await?;
    ensure!(caption.contains("Nyare och reviderade siffror finns i utgåva 2026-11"), "{caption}");
    let newest: String = page.eval("return document.querySelector('[data-caption] .plain-link').search").await?;
    ensure!(!newest.contains("utgava") && newest.contains("tid=2020H1.."), "the newest figures are at {newest}");
    ensure!(page.count("[data-share]").await? == 0, "an embed offers what belongs to the full view");
    Ok(())
}

/// Copies what stands in a field by its button, and says what that was.
async fn copied(page: &Page, field: &str) -> Result<String> {
    page.tab_to("the button", &format!("e.matches('[data-copy={field}]')")).await?;
    page.eval::<()>("window.copied = null").await?;
    page.press(Key::Enter).await?;
    page.wait_for("what was copied", "return window.copied !== null").await?;
    let (copied, shown): (String, String) = page
        .eval_with("return [window.copied, document.getElementById(arguments[0]).value]", vec![field.into()])
        .await?;
    ensure!(copied == shown, "{copied} was copied of {shown}");
    let said =
        format!("return document.querySelector('[data-copy={field}]').parentElement.innerText.includes('Kopierat.')");
    page.wait_for("a word about it", &said).await?;
    Ok(copied)
}

/// Waits until the preview is drawn and a test holds in it.
async fn preview(page: &Page, test: &str) -> Result<()> {
    let script = format!(
        "const frame = window.document.querySelector('[data-preview]'), document = frame?.contentDocument;
         return Boolean(document?.querySelector('.embed [data-figure][data-state=ready]') && ({test}))"
    );
    page.wait_for("the preview", &script).await
}
