//! That the other scenarios can fail: the policy is in force, the console is heard.

use crate::harness::{Page, Site};
use anyhow::{Result, bail, ensure};
use std::time::Duration;

/// The page works under this and no looser policy.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data: blob:; connect-src 'self'";

pub(super) async fn the_policy_is_in_force_and_the_console_is_heard(page: &Page) -> Result<()> {
    page.open("").await?;
    ensure!(page.console().await?.is_empty(), "the console is not empty before anything is wrong");
    let script = "const image = document.createElement('img');
        image.alt = ''; image.src = 'http://localhost:1/elsewhere.png'; document.body.append(image)";
    page.eval::<()>(script).await?;
    hears(page, &["content security policy"]).await
}

pub(super) async fn complaints_of_a_script_are_heard(page: &Page) -> Result<()> {
    let site = Site::copy()?;
    let probe = "console.error('probe error'); console.log('probe log');
        Promise.reject(new Error('probe rejection')); throw new Error('probe exception')";
    site.replace("probe.js", Some(probe.as_bytes()))?;
    page.move_to(&site);
    page.open("").await?;
    ensure!(page.console().await?.is_empty(), "the console is not empty before anything is wrong");
    page.eval::<()>(
        "const script = document.createElement('script'); script.src = 'probe.js'; document.body.append(script)",
    )
    .await?;
    hears(page, &["probe error", "probe log", "probe rejection", "probe exception"]).await
}

/// Waits until the console has held each of these words.
async fn hears(page: &Page, complaints: &[&str]) -> Result<()> {
    let mut heard = String::new();
    for _ in 0..100 {
        heard.push_str(&page.console().await?.join("\n").to_lowercase().replace('-', " "));
        if complaints.iter().all(|complaint| heard.contains(complaint)) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    bail!("of {complaints:?} the console has only {heard:?}")
}

pub(super) async fn headers_are_the_production_headers(page: &Page) -> Result<()> {
    page.open("").await?;
    let script = "const done = arguments[0];
        fetch(location.pathname, { cache: 'reload' }).then(answer => done(Object.fromEntries(answer.headers)))";
    let headers: std::collections::BTreeMap<String, String> = page.eval_later(script, Vec::new()).await?;
    let header = |name: &str| headers.get(name).map(String::as_str).unwrap_or_default();
    let policy = header("content-security-policy");
    ensure!(policy.starts_with(POLICY), "the policy is {policy:?}");
    ensure!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "the policy is {policy:?}");
    ensure!(header("x-content-type-options") == "nosniff", "the headers are {headers:?}");
    Ok(())
}
