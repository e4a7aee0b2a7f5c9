//! That the other scenarios can fail: the policy is in force, the console is heard.

use crate::harness::Page;
use anyhow::{Result, ensure};

/// The page works under this and no looser policy.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data: blob:; connect-src 'self'";

pub(super) async fn the_policy_is_in_force_and_the_console_is_heard(page: &Page) -> Result<()> {
    page.open("").await?;
    ensure!(page.console().await?.is_empty(), "the console is not empty before anything is wrong");
    let script = "const image = document.createElement('img');
        image.alt = ''; image.src = 'http://localhost:1/elsewhere.png'; document.body.append(image)";
    page.eval::<()>(script).await?;
    let mut heard = Vec::new();
    for _ in 0..100 {
        heard.extend(page.console().await?);
        if heard.iter().any(|line| line.to_lowercase().replace('-', " ").contains("content security policy")) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    anyhow::bail!("an image from elsewhere was not refused, or nobody heard: {heard:?}")
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
