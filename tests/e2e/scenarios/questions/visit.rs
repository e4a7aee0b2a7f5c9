//! A reader who presses what is on the page, and counts.

use crate::harness::Page;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::cell::Cell;

/// More than this nobody presses.
const MOST: usize = 4;

/// Marks what can be pressed and says these words, the first in sight that does.
const MARK: &str = "const [words] = arguments;
    document.querySelectorAll('[data-pressed]').forEach(it => it.removeAttribute('data-pressed'));
    const plain = text => text.replace(/[\\s\\u00a0]+/g, ' ').replace(/\\u2060/g, '').trim();
    const all = [...document.querySelectorAll('main a, main button, main summary, main label, header a')];
    const seen = all.filter(it => it.getClientRects().length && plain(it.textContent) === words);
    if (!seen.length) return false;
    seen[0].setAttribute('data-pressed', '');
    seen[0].scrollIntoView({ block: 'center' });
    return true";

/// Chooses what a box offers by its name.
const CHOOSE: &str = "const [label, words] = arguments;
    const labels = [...document.querySelectorAll('main label')];
    const box = labels.find(it => it.textContent.trim().startsWith(label) && it.querySelector('select'));
    const offered = box && [...box.querySelectorAll('option')].find(it => it.textContent.trim() === words);
    if (!offered) return false;
    const select = box.querySelector('select');
    select.value = offered.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return true";

/// A reader on the page, whose presses are counted.
pub(super) struct Visit<'a> {
    page: &'a Page,
    presses: Cell<usize>,
}

impl<'a> Visit<'a> {
    /// Opens the start page of an area by its path.
    pub(super) async fn to(page: &'a Page, path: &str) -> Result<Self> {
        page.open(path).await?;
        Ok(Self { page, presses: Cell::new(0) })
    }

    pub(super) fn count(&self, what: &str) -> Result<()> {
        self.presses.set(self.presses.get() + 1);
        ensure!(self.presses.get() <= MOST, "{what} is press {}", self.presses.get());
        Ok(())
    }

    /// Presses a link, a button, a tab or a box to tick, by its words.
    pub(super) async fn press(&self, words: &str) -> Result<&Self> {
        self.count(words)?;
        let found: bool = self.page.eval_with(MARK, vec![json!(words)]).await?;
        ensure!(found, "nothing to press says {words:?}");
        self.page.click("[data-pressed]").await?;
        self.page.settle().await.with_context(|| format!("after {words:?}"))?;
        Ok(self)
    }

    /// Opens a box and chooses what it offers: two presses.
    pub(super) async fn choose(&self, label: &str, words: &str) -> Result<&Self> {
        self.count(label)?;
        self.count(words)?;
        let found: bool = self.page.eval_with(CHOOSE, vec![json!(label), json!(words)]).await?;
        ensure!(found, "{label:?} does not offer {words:?}");
        self.page.settle().await.with_context(|| format!("after {words:?}"))?;
        Ok(self)
    }

    /// Presses in the field that finds areas, writes a name and presses the first that is
    /// found: two presses.
    pub(super) async fn find(&self, name: &str) -> Result<&Self> {
        self.count("the field")?;
        self.page.click("main [role=combobox]").await?;
        self.page.type_text(name).await?;
        let found =
            format!("return document.querySelector('[role=option]')?.textContent.startsWith('{name}') === true");
        self.page.wait_for(name, &found).await?;
        self.count(name)?;
        self.page.click("[role=option]").await?;
        let chosen = format!(
            "return [...document.querySelectorAll('.tags li')].some(it => it.textContent.startsWith('{name}'))"
        );
        self.page.wait_for("the choice", &chosen).await?;
        self.page.settle().await?;
        Ok(self)
    }

    /// What is said where a selector leads, as plain text.
    pub(super) async fn said(&self, css: &str) -> Result<String> {
        let all = self.page.texts(css).await?.join(" ");
        Ok(all.replace('\u{a0}', " ").replace('\u{2060}', ""))
    }

    /// Holds the headline of the page, and the sentences under it, to these words.
    pub(super) async fn answers(&self, expected: &[String]) -> Result<()> {
        let said = self.said("main [data-figure] > [data-headline], main [data-figure] > .lead").await?;
        holds(&said, expected)
    }
}

pub(super) fn holds(said: &str, expected: &[String]) -> Result<()> {
    for words in expected {
        ensure!(said.contains(words.as_str()), "{said:?}\ndoes not say {words:?}");
    }
    Ok(())
}
