//! Turns what a browser complained of into lines, from every channel that it
//! has: console calls, uncaught errors, refused policies, failed requests.

use super::command::Vendor;
use anyhow::{Context, Result};
use fantoccini::Client;
use serde_json::{Value, json};
use std::path::Path;

/// Everything in Chromium's console since the last call.
pub(crate) async fn chromium(client: &Client) -> Result<Vec<String>> {
    let log = client.issue_cmd(Vendor { path: "se/log", body: json!({ "type": "browser" }) }).await?;
    let entries = log.as_array().context("the browser's log is a list")?;
    let line = |entry: &Value| format!("{} {}", text(entry, "level"), text(entry, "message"));
    Ok(entries.iter().map(line).collect())
}

/// Everything that the page below `origin` left in Firefox's console since the
/// last call. `printed` is the file that the browser prints to, `seen` how
/// many bytes of it were read before.
pub(crate) async fn firefox(client: &Client, origin: &str, printed: &Path, seen: &mut usize) -> Result<Vec<String>> {
    // Errors and refusals are in the browser's message list, together with
    // its own; a page's carry its address.
    let script = "const all = Services.console.getMessageArray().filter(m => m instanceof Ci.nsIScriptError)
            .map(m => ({ category: m.category, source: m.sourceName, message: m.errorMessage }));
        Services.console.reset();
        return all;";
    let messages = privileged(client, script).await?;
    let ours = |message: &&Value| {
        text(message, "source").starts_with(origin)
            || text(message, "message").contains(origin)
            || text(message, "category").starts_with("content ")
            || text(message, "category").starts_with("CSP")
    };
    let line = |message: &Value| format!("{} {}", text(message, "category"), text(message, "message"));
    let mut lines: Vec<_> =
        messages.as_array().context("the messages are a list")?.iter().filter(ours).map(line).collect();

    // Console calls are printed: a page's with its strings in quotes, the
    // browser's own after the name of the service that speaks.
    let all = std::fs::read(printed).with_context(|| format!("cannot read {}", printed.display()))?;
    let new = String::from_utf8_lossy(all.get(*seen..).unwrap_or_default()).into_owned();
    *seen = all.len();
    let called = |line: &&str| {
        line.strip_prefix("console.")
            .and_then(|call| call.split_once(": "))
            .is_some_and(|(_, said)| said.starts_with('"'))
    };
    lines.extend(new.lines().filter(called).map(str::to_owned));
    Ok(lines)
}

/// Runs a script with the browser's own rights (Firefox only).
///
/// # Errors
/// If the driver was started without system access, or the script throws.
pub(crate) async fn privileged(client: &Client, script: &str) -> Result<Value> {
    client.issue_cmd(Vendor { path: "moz/context", body: json!({ "context": "chrome" }) }).await?;
    let answer = client.execute(script, Vec::new()).await;
    client.issue_cmd(Vendor { path: "moz/context", body: json!({ "context": "content" }) }).await?;
    Ok(answer?)
}

fn text<'a>(object: &'a Value, key: &str) -> &'a str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}
