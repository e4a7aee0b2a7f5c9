//! That the page says what the figures say, as it was published and as it is now.

use crate::harness::Page;
use anyhow::{Result, ensure};

/// That the headline and its lead hold each of the phrases.
async fn says(page: &Page, query: &str, phrases: &[&str]) -> Result<()> {
    page.open(query).await?;
    let said = page.texts("[data-headline], [data-headline] + .lead").await?.join(". ");
    for phrase in phrases {
        ensure!(said.to_lowercase().contains(&phrase.to_lowercase()), "{query}: no {phrase:?} in {said:?}");
    }
    let title: String = page.eval("return document.title.replace(/\\s+/g, ' ')").await?;
    let headline = page.text("[data-headline]").await?;
    ensure!(title.starts_with(&headline), "{query}: the title is {title:?}, the headline {headline:?}");
    Ok(())
}

/// SCB's figures as they stood in December 2024, and the sentences that
/// finsamdalarna.se published from them.
pub(super) async fn the_edition_of_december_2024(page: &Page) -> Result<()> {
    says(page, "?utgava=2024-12", &["22 procent", "färre försörjs"]).await?;
    let caption = page.text("[data-caption]").await?;
    ensure!(caption.contains("nyare") || caption.contains("senare"), "no word of newer figures in {caption:?}");
    says(page, "?utgava=2024-12&tid=..2023H2", &["21 procent", "cirka 5 000 helårspersoner", "än någon gång tidigare"])
        .await
}

/// 23 594 in the second half of 2014, 17 452 in that of 2025.
pub(super) async fn the_edition_of_june_2026(page: &Page) -> Result<()> {
    says(page, "", &["26 procent", "drygt 6 000 helårspersoner", "än någon gång sedan"]).await?;
    let page_text = page.text("main").await?;
    for number in ["17 452", "23 594", "18 427"] {
        ensure!(page_text.contains(number), "{number} is not on the overview");
    }
    Ok(())
}

pub(super) async fn in_english(page: &Page) -> Result<()> {
    says(page, "?sprak=en", &["26 per cent", "than at any time"]).await?;
    let language: String = page.eval("return document.documentElement.lang").await?;
    ensure!(language == "en", "the page calls itself {language:?}");
    for view in ["utforska", "jamfor", "om"] {
        page.open(&format!("?vy={view}&sprak=en")).await?;
        let text = page.text("#app").await?;
        for word in ["Visa tabell", "Källa", "halvåret", "Ladda"] {
            ensure!(!text.contains(word), "{view}: {word:?} in English");
        }
    }
    Ok(())
}
