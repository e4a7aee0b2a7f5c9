//! That a page whose words a browser has translated follows every choice: what
//! stands there afterwards is what the address shows when it is opened.

use crate::harness::Page;
use anyhow::{Result, ensure};
use serde_json::json;

const TRANSLATE: &str = include_str!("../harness/translation.js");

/// Views, each with the choices that are made in it after the translation.
const WALKS: &[&[&str]] = &[
    &[
        "?vy=utforska&omrade=2080",
        "?vy=utforska&omrade=2081",
        "?vy=utforska&omrade=2081,2080&innehall=arbetsloshet&tabell=bas",
        "?vy=utforska&omrade=2081&diagram=tabell&tid=2019H1..",
        "?vy=utforska&omrade=20&diagram=stapel",
        "?vy=utforska&omrade=20&diagram=karta",
    ],
    &["", "?omrade=2081", "?omrade=2062&tid=..2023H2", "?vy=om"],
    &["?vy=jamfor&tabell=bas&omrade=2080,2081", "?vy=jamfor&tabell=bas&omrade=2062,2081&tid=2022..", "?omrade=2080"],
    &["?vy=omrade&omrade=2080", "?vy=omrade&omrade=2081", "?vy=utforska&diagram=sma&omrade=2080,2081,2062"],
];

/// Goes on to an address as "back" does, without loading the page again.
const GO: &str = "history.pushState(null, '', location.pathname + arguments[0]);
    dispatchEvent(new PopStateEvent('popstate'))";

/// All words of the page, as they were before any translation.
const WORDS: &str =
    "const those = 'h1, h2, h3, p, li, th, td, caption, button, a, label, legend, dt, dd, summary, figcaption';
    return [...document.getElementById('app').querySelectorAll(those)]
    .filter(it => !it.closest('[role=status], [data-readout]'))
    .map(it => it.textContent.replace(/[«»\\s]+/g, ''))";

pub(super) async fn a_translated_page_follows_every_choice(page: &Page) -> Result<()> {
    for walk in WALKS {
        let Some((first, choices)) = walk.split_first() else { continue };
        let mut said = Vec::new();
        for choice in choices {
            page.open(choice).await?;
            page.unfold().await?;
            said.push(page.eval::<Vec<String>>(WORDS).await?);
        }
        for how in ["chromium", "firefox"] {
            page.open(first).await?;
            page.unfold().await?;
            for (choice, said) in choices.iter().zip(&said) {
                let texts: usize = page.eval_with(TRANSLATE, vec![json!(how)]).await?;
                ensure!(texts > 30, "{texts} texts were translated");
                page.eval_with::<()>(GO, vec![json!(choice)]).await?;
                page.settle().await?;
                page.unfold().await?;
                let words: Vec<String> = page.eval(WORDS).await?;
                let stale: Vec<_> = words.iter().filter(|it| !said.contains(it)).take(5).collect();
                let lost: Vec<_> = said.iter().filter(|it| !words.contains(it)).take(5).collect();
                let same = stale.is_empty() && lost.is_empty();
                ensure!(same, "{choice} after {first:?} as {how}: {stale:?} stand there, and {lost:?} do not");
            }
        }
    }
    Ok(())
}
