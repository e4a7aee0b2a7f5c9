//! Turns a page into what it holds on to: listeners, observers, timers, charts,
//! nodes and memory, counted by a script (`held.js`) that comes before its own.

use super::console;
use super::engine::Engine;
use super::page::Page;
use super::site::Site;
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;

/// What the script is called in the copy of the site.
const SCRIPT: &str = "held.js";

/// What a page holds on to at one moment.
#[derive(Debug, Deserialize)]
pub(crate) struct Held {
    /// What there is as long as nobody lets go of it: so many of each.
    pub(crate) counts: BTreeMap<String, i64>,
    /// Nodes, in the page or not, that the browser cannot collect.
    pub(crate) nodes: i64,
    /// Bytes of the module's memory, which never becomes smaller.
    pub(crate) memory: u64,
}

impl Site {
    /// Serves a copy of the production files that counts what a page holds on to.
    ///
    /// # Errors
    /// As [`Site::copy`].
    pub(crate) fn counted() -> Result<Self> {
        let site = Self::copy()?;
        let page = String::from_utf8(site.read("index.html")?)?;
        let first = page.find("<script").context("the page has no script")?;
        let (before, after) = page.split_at(first);
        let page = [before, "<script src=\"./", SCRIPT, "\"></script>", after].concat();
        site.replace("index.html", Some(page.as_bytes()))?;
        site.replace(SCRIPT, Some(include_bytes!("held.js")))?;
        Ok(site)
    }
}

impl Page {
    /// What the page, one of [`Site::counted`], holds on to now.
    ///
    /// # Errors
    /// If it cannot be asked.
    pub(crate) async fn held(&self) -> Result<Held> {
        // What is told of a node that is gone, and what that let go of, goes the next time.
        for _ in 0..3 {
            self.collect().await?;
        }
        self.eval("return { counts: held.counts(), nodes: held.nodes(), memory: held.memory() }").await
    }

    /// Lets nothing move in Firefox: it (153) never collects an element that is taken
    /// away while a transition of it is running.
    ///
    /// # Errors
    /// If the browser refuses.
    pub(crate) async fn keep_still(&self) -> Result<()> {
        if self.engine == Engine::Firefox {
            console::privileged(&self.client, "Services.prefs.setIntPref('ui.prefersReducedMotion', 1)").await?;
        }
        Ok(())
    }

    /// Lets the browser collect what nobody holds on to.
    async fn collect(&self) -> Result<()> {
        match self.engine {
            Engine::Chromium => {
                self.devtools("HeapProfiler.collectGarbage", json!({})).await?;
            }
            Engine::Firefox => {
                let script = "for (const what of ['child-gc-request', 'child-cc-request']) {
                    Services.obs.notifyObservers(null, what);
                }";
                console::privileged(&self.client, script).await?;
            }
        }
        self.pause(100).await;
        Ok(())
    }
}
