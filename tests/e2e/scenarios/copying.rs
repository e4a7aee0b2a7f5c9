//! That what is copied of a table is numbers to a Swedish spreadsheet, and says what is lacking.

use crate::harness::Page;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Tables with falls, parts, and cells that are missing, in both languages.
const QUERIES: [(&str, &str); 5] = [
    ("?vy=utforska&tabell=bas&omrade=2080,2081&innehall=arbetslosa&matt=forandring&upplosning=ar", "[data-table]"),
    ("?vy=utforska&tabell=bas&innehall=arbetslosa&diagram=tabell&upplosning=ar&sprak=en", "[data-table]"),
    ("?vy=utforska&tabell=helarsekvivalenter-publicerat&omrade=2062,2081&diagram=tabell", "[data-table]"),
    ("?utgava=modell&vy=utforska&diagram=stapel&omrade=2080", "[data-table]"),
    ("?vy=omrade&omrade=2081", "[data-support]"),
];

/// Selects all of a table, and tells what is put on the clipboard.
const SELECT: &str = "const table = document.querySelector(arguments[0]);
    getSelection().selectAllChildren(table.matches('table') ? table : table.querySelector('table'));
    window.copied = null;
    addEventListener('copy', ({ clipboardData }) => {
        window.copied = ['text/plain', 'text/html'].map(type => clipboardData.getData(type));
    }, { once: true })";

/// The cells of the table, row by row: what stands there for programs, `null` where it is a head.
const CELLS: &str = "const table = document.querySelector(arguments[0]);
    return [...table.querySelectorAll('tr')].map(row => [...row.children]
        .map(cell => cell.dataset.value === undefined ? null : cell.dataset.value))";

pub(super) async fn tables_paste_as_numbers(page: &Page) -> Result<()> {
    let mut missing = 0;
    let mut falls = 0;
    for (query, table) in QUERIES {
        page.open(query).await?;
        page.unfold().await?;
        let (words, html) = copied(page, table).await.context(query)?;
        let cells: Vec<Vec<Option<String>>> = page.eval_with(CELLS, vec![json!(table)]).await?;
        let english = query.contains("sprak=en");
        let caption = page.count(&format!("{table} caption")).await?;
        let mut lines = words.lines().skip(caption);
        for row in &cells {
            let line = lines.next().with_context(|| format!("{query}: too few lines in {words:?}"))?;
            let parts: Vec<&str> = line.split('\t').collect();
            ensure!(parts.len() == row.len(), "{query}: {line:?} are not {} cells", row.len());
            for (part, value) in parts.iter().zip(row) {
                match value.as_deref() {
                    None => {}
                    Some("") => {
                        ensure!(
                            !part.is_empty() && part.parse::<f64>().is_err(),
                            "{query}: a missing cell is {part:?}"
                        );
                        missing += 1;
                    }
                    Some(value) => {
                        let number = part.trim_end_matches('%');
                        let number = if english { number.to_owned() } else { number.replace(',', ".") };
                        let number: f64 = number.parse().with_context(|| format!("{query}: {part:?} in {line:?}"))?;
                        let value: f64 = value.parse()?;
                        ensure!((number - value).abs() <= 0.5001, "{query}: {value} was copied as {part:?}");
                        ensure!(!part.contains(if english { ',' } else { '.' }), "{query}: {part:?}");
                        falls += usize::from(number < 0.0);
                    }
                }
            }
        }
        // What is lacking is said below, and in no cell.
        let said: Vec<String> = page
            .eval_with(
                "return [...document.querySelectorAll(`${arguments[0]} .why-text`)].map(it => it.textContent)",
                vec![json!(table)],
            )
            .await?;
        let below: Vec<&str> = lines.collect();
        for why in said {
            ensure!(below.iter().any(|line| line.ends_with(&why)), "{query}: {why:?} is not in {below:?}");
        }
        let numbers: usize = page
            .eval_with(
                "const page = new DOMParser().parseFromString(arguments[0], 'text/html');
                 return [...page.querySelectorAll('td[sdval]')].filter(cell => Number.isFinite(Number(cell.getAttribute('sdval')))).length",
                vec![Value::from(html.clone())],
            )
            .await?;
        let shares = html.matches("%</td>").count();
        let wanted = cells.iter().flatten().filter(|it| it.as_deref().is_some_and(|it| !it.is_empty())).count();
        ensure!(numbers + shares == wanted, "{query}: {numbers} numbers and {shares} shares for programs of {wanted}");
    }
    ensure!(missing > 0 && falls > 0, "{missing} missing cells and {falls} falls were tried");
    Ok(())
}

pub(super) async fn a_single_number_is_one(page: &Page) -> Result<()> {
    page.open(QUERIES[0].0).await?;
    page.unfold().await?;
    page.eval::<()>(
        "const fall = [...document.querySelectorAll('[data-table] td[data-value^=\"-\"]')].pop();
         getSelection().selectAllChildren(fall);
         addEventListener('copy', event => { window.copied = [event.clipboardData.getData('text/plain'), ''] }, { once: true })",
    )
    .await?;
    page.copy().await?;
    let (words, _): (String, String) = page.eval("return window.copied").await?;
    let number = words.trim_end_matches('%').replace(',', ".");
    ensure!(words.starts_with('-') && number.parse::<f64>().is_ok(), "{words:?}");
    // Words elsewhere are copied as they are.
    page.eval::<()>(
        "getSelection().selectAllChildren(document.querySelector('[data-headline]')); window.copied = null;
         addEventListener('copy', event => { window.copied = [event.defaultPrevented, ''] }, { once: true })",
    )
    .await?;
    page.copy().await?;
    let (taken, _): (bool, String) = page.eval("return window.copied").await?;
    ensure!(!taken, "the copying of a headline is taken");
    Ok(())
}

async fn copied(page: &Page, table: &str) -> Result<(String, String)> {
    page.eval_with::<()>(SELECT, vec![json!(table)]).await?;
    page.copy().await?;
    page.eval("return window.copied").await
}
