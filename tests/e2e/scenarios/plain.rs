//! That readers without WebAssembly or JavaScript see the newest figures, and
//! those with both nothing of it.

use crate::harness::{Page, Site};
use anyhow::{Context, Result, ensure};

pub(super) async fn without_the_module_the_newest_figures_are_there(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    let start = String::from_utf8(site.read("index.html")?)?;
    let wasm = start.split('"').find(|part| part.ends_with(".wasm")).context("the page names no module")?;
    site.replace(wasm.trim_start_matches("./"), Some(b"\0asm, and then nothing that a browser knows"))?;
    page.move_to(&site);
    page.load("").await?;
    page.wait_for("words about it", "return !document.getElementById('failure').hidden").await?;
    shows_the_newest(&page.texts("#app [data-plain]").await?)?;
    // A browser may note by itself that the module is broken.
    page.console().await?;

    // In somebody's page there is room for the way to the figure alone.
    page.load("?inbaddning=1&vy=utforska&diagram=yta").await?;
    page.wait_for("words about it", "return !document.getElementById('failure').hidden").await?;
    let link: String = page.eval("return document.querySelector('#failure [data-whole]').search").await?;
    ensure!(link.contains("vy=utforska") && !link.contains("inbaddning"), "the link leads to {link}");
    ensure!(page.count("[data-plain]").await? == 0, "tables in somebody's page");
    page.console().await?;
    Ok(())
}

pub(super) async fn without_scripts_the_newest_figures_are_there(page: &Page) -> Result<()> {
    page.open("").await?;
    let nothing: usize = page.eval("return document.querySelectorAll('[data-plain]').length").await?;
    ensure!(nothing == 0, "{nothing} plain sections where scripts run");
    // A parser that runs no scripts sees what a reader without them does.
    let script = "const done = arguments[0]; fetch(location.pathname).then(answer => answer.text()).then(text =>
        done([...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('noscript [data-plain]')]
            .map(section => section.textContent.replace(/\\s+/g, ' ').trim())))";
    let sections: Vec<String> = page.eval_later(script, Vec::new()).await?;
    shows_the_newest(&sections)
}

/// The figures of December 2025 with their source, in both languages.
fn shows_the_newest(sections: &[String]) -> Result<()> {
    ensure!(sections.len() == 2, "{} plain sections; was the page built by `cargo xtask build`?", sections.len());
    for (section, said) in sections.iter().zip([
        ["än någon gång sedan 2014", "Sjukpenning4 7145 195", "Källa: SCB, Helårsekvivalenter (TAB1386)"],
        ["lowest since measurements began in 2014", "Sickness benefit4,7145,195", "Source: "],
    ]) {
        for said in said {
            ensure!(section.contains(said), "{said:?} is not in {section:?}");
        }
    }
    Ok(())
}
