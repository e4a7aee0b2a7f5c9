//! The page as a reader meets it: open, look, press keys, turn the phone.

use super::command::Vendor;
use super::console;
use super::engine::Engine;
use super::process::Server;
use super::site::Site;
use super::stick::Stick;
use anyhow::{Context, Result, bail, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use fantoccini::Client;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

mod keys;

/// How long the page may take for anything: generous, so that a busy machine
/// does not fail a test that is about something else.
const PATIENCE: Duration = Duration::from_secs(15);

/// A browser tab on the site.
pub(crate) struct Page {
    /// The browser that it is in.
    pub(crate) engine: Engine,
    pub(super) client: Client,
    /// What stands before a query: `http://127.0.0.1:1/`, `file:///…/index.html`.
    base: RefCell<String>,
    printed: PathBuf,
    seen: Cell<usize>,
    downloads: TempDir,
    // Dropped last: a browser outlives its driver only when its session does.
    _driver: Server,
}

impl Page {
    /// Starts a browser with a fresh profile; what it prints goes to `printed`.
    ///
    /// # Errors
    /// If driver or browser are missing.
    pub(crate) async fn start(engine: Engine, site: &Site, printed: &Path) -> Result<Self> {
        let driver = engine.driver(printed)?;
        let downloads = tempfile::tempdir()?;
        let client = engine.session(&driver, downloads.path()).await?;
        let page = Self {
            engine,
            client,
            base: RefCell::new(format!("{}/", site.origin())),
            printed: printed.to_owned(),
            seen: Cell::new(0),
            downloads,
            _driver: driver,
        };
        page.resize(1280, 900).await?;
        Ok(page)
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// If it is gone already.
    pub(crate) async fn close(self) -> Result<()> {
        Ok(self.client.close().await?)
    }

    /// Goes over to another site, such as one with broken files.
    pub(crate) fn move_to(&self, site: &Site) {
        self.base.replace(format!("{}/", site.origin()));
    }

    /// Goes over to a copy that is opened as a file.
    ///
    /// # Errors
    /// If its path has no address.
    pub(crate) fn move_to_file(&self, stick: &Stick) -> Result<()> {
        self.base.replace(stick.address()?);
        Ok(())
    }

    /// Loads the page with a query string (`?vy=om`, or empty) and waits for nothing.
    ///
    /// # Errors
    /// If the server does not answer.
    pub(crate) async fn load(&self, query: &str) -> Result<()> {
        let address = format!("{}{query}", self.base.borrow());
        self.client.goto(&address).await.with_context(|| format!("cannot load {address}"))
    }

    /// Loads the page with a query string and waits until all of it is drawn.
    ///
    /// # Errors
    /// If the page does not get ready, or a figure of it fails.
    pub(crate) async fn open(&self, query: &str) -> Result<()> {
        self.load(query).await?;
        self.settle().await.with_context(|| format!("opening {query}"))
    }

    /// Waits until the page and each of its figures is drawn.
    ///
    /// # Errors
    /// If that takes too long, or a figure is in error.
    pub(crate) async fn settle(&self) -> Result<()> {
        self.wait_for("the page to be drawn", "return document.documentElement.dataset.app === 'ready'").await?;
        self.wait_for("no figure to be loading", "return !document.querySelector('[data-figure][data-state=loading]')")
            .await?;
        // The topics come after the first figure.
        let topics = "return !document.querySelector('[data-topic] .loading')
            && [...document.querySelectorAll('.topic-chart .chart-canvas')].every(place => place.querySelector('svg'))";
        self.wait_for("the topics to be drawn", topics).await?;
        // A frame in somebody's page asks for the library when it is pointed at.
        let read = "return document.documentElement.dataset.embedded !== undefined
            || !document.querySelector('.chart-canvas > svg')";
        self.wait_for("charts that are read with a pointer", read).await?;
        // A choice is drawn a moment after it is made: two frames let it begin.
        let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)))";
        self.client.execute_async(frames, Vec::new()).await?;
        let failed: Option<String> =
            self.eval("return document.querySelector('[data-figure][data-state=error]')?.textContent ?? null").await?;
        match failed {
            Some(words) => bail!("a figure failed: {words}"),
            None => Ok(()),
        }
    }

    /// Unfolds the tables of all figures, which are made when that is done.
    ///
    /// # Errors
    /// If a table does not come.
    pub(crate) async fn unfold(&self) -> Result<()> {
        self.eval::<()>("document.querySelectorAll('.table-fold').forEach(fold => { fold.open = true })").await?;
        let made = "[...document.querySelectorAll('.table-fold')].every(fold => fold.querySelector('[data-table]'))";
        self.wait_for("the tables of figures", &["return ", made].concat()).await
    }

    /// Makes the browser forget every file that it keeps.
    ///
    /// # Errors
    /// If it refuses.
    pub(crate) async fn forget(&self) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.devtools("Network.clearBrowserCache", json!({})).await.map(drop),
            Engine::Firefox => {
                let script = "Services.cache2.clear(); ChromeUtils.clearResourceCache?.()";
                console::privileged(&self.client, script).await.map(drop)
            }
        }
    }

    /// Reloads the page and waits until it is drawn.
    ///
    /// # Errors
    /// As [`Page::open`].
    pub(crate) async fn reload(&self) -> Result<()> {
        self.client.refresh().await?;
        self.settle().await
    }

    /// One step back in the history.
    ///
    /// # Errors
    /// As [`Page::settle`].
    pub(crate) async fn back(&self) -> Result<()> {
        self.client.back().await?;
        self.settle().await
    }

    /// One step forward in the history.
    ///
    /// # Errors
    /// As [`Page::settle`].
    pub(crate) async fn forward(&self) -> Result<()> {
        self.client.forward().await?;
        self.settle().await
    }

    /// What a script returns.
    ///
    /// # Errors
    /// If it throws, or returns something else than `T`.
    pub(crate) async fn eval<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.eval_with(script, Vec::new()).await
    }

    /// What a script with arguments returns.
    ///
    /// # Errors
    /// As [`Page::eval`].
    pub(crate) async fn eval_with<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let answer = self.client.execute(script, arguments).await.with_context(|| script.to_owned())?;
        serde_json::from_value(answer).with_context(|| script.to_owned())
    }

    /// What a script hands to its last argument, a callback.
    ///
    /// # Errors
    /// As [`Page::eval`].
    pub(crate) async fn eval_later<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        Ok(serde_json::from_value(self.client.execute_async(script, arguments).await?)?)
    }

    /// Waits until a script returns true.
    ///
    /// # Errors
    /// If it takes too long; the message says what was waited for and what is there.
    pub(crate) async fn wait_for(&self, what: &str, script: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // While a page is being replaced there is nothing to run a script in.
            if self.client.execute(script, Vec::new()).await.is_ok_and(|answer| answer == Value::Bool(true)) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let shown: String = self.eval("return document.body.innerText.slice(0, 600)").await?;
                bail!("waited {PATIENCE:?} for {what}; the page says: {shown}");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// The text of the first element that matches, white space made single
    /// spaces (no-break ones too).
    ///
    /// # Errors
    /// If nothing matches.
    pub(crate) async fn text(&self, css: &str) -> Result<String> {
        self.texts(css).await?.into_iter().next().with_context(|| format!("nothing matches {css}"))
    }

    /// The texts of all elements that match, as [`Page::text`].
    ///
    /// # Errors
    /// If the page is gone.
    pub(crate) async fn texts(&self, css: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .map(element => element.textContent.replace(/\\s+/g, ' ').trim())";
        self.eval_with(script, vec![json!(css)]).await
    }

    /// How many elements match.
    ///
    /// # Errors
    /// If the page is gone.
    pub(crate) async fn count(&self, css: &str) -> Result<usize> {
        self.eval_with("return document.querySelectorAll(arguments[0]).length", vec![json!(css)]).await
    }

    /// Presses the first element that matches.
    ///
    /// # Errors
    /// If nothing matches, or something lies over it.
    pub(crate) async fn click(&self, css: &str) -> Result<()> {
        let element = self.client.find(fantoccini::Locator::Css(css)).await.with_context(|| format!("no {css}"))?;
        element.click().await.with_context(|| format!("cannot press {css}"))
    }

    /// The query string, with its `?`, percent-decoded; empty if there is none.
    ///
    /// # Errors
    /// If the page is gone.
    pub(crate) async fn query(&self) -> Result<String> {
        self.eval("return decodeURIComponent(location.search)").await
    }

    /// Makes the page `width` × `height` CSS pixels, also below what a window can be.
    ///
    /// # Errors
    /// If the browser refuses, or the page does not become so wide.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Result<()> {
        match self.engine {
            Engine::Chromium => {
                let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
            }
            Engine::Firefox => {
                let script = format!(
                    "const style = gBrowser.selectedBrowser.style;
                     style.flex = 'none'; style.width = '{width}px'; style.height = '{height}px';"
                );
                console::privileged(&self.client, &script).await?;
            }
        }
        self.wait_for("the new width", &format!("return innerWidth === {width}")).await
    }

    /// Prints the page on A4; so many sheets it takes, where the browser's file
    /// tells (Firefox packs its own).
    ///
    /// # Errors
    /// If the browser refuses.
    pub(crate) async fn printed(&self) -> Result<Option<usize>> {
        let body = json!({ "page": { "width": 21.0, "height": 29.7 }, "shrinkToFit": true });
        let file = self.client.issue_cmd(Vendor { path: "print", body }).await?;
        let file = BASE64_STANDARD.decode(file.as_str().context("no file was printed")?)?;
        let sheets = file.windows(12).filter(|it| it.starts_with(b"/Type /Page") && it[11] != b's').count();
        Ok((self.engine == Engine::Chromium).then_some(sheets))
    }

    /// One command of Chromium's DevTools.
    ///
    /// # Errors
    /// In Firefox, or if the command is refused.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        ensure!(self.engine == Engine::Chromium, "{command} is Chromium's");
        let body = json!({ "cmd": command, "params": parameters });
        Ok(self.client.issue_cmd(Vendor { path: "goog/cdp/execute", body }).await?)
    }

    /// Everything that the page left in the console since the last call.
    ///
    /// # Errors
    /// If the console cannot be read.
    pub(crate) async fn console(&self) -> Result<Vec<String>> {
        match self.engine {
            Engine::Chromium => console::chromium(&self.client).await,
            Engine::Firefox => {
                let mut seen = self.seen.get();
                let base = self.base.borrow().clone();
                let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
                let lines = console::firefox(&self.client, folder, &self.printed, &mut seen).await;
                self.seen.set(seen);
                lines
            }
        }
    }

    /// The file of this name that the page handed over to be kept, once the
    /// browser has put all of it into its folder.
    ///
    /// # Errors
    /// If it does not come.
    pub(crate) async fn downloaded(&self, name: &str) -> Result<Vec<u8>> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let names: Vec<String> = std::fs::read_dir(self.downloads.path())?
                .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
                .collect::<Result<_>>()?;
            let unfinished =
                names.iter().any(|name| [".part", ".crdownload", ".tmp"].iter().any(|end| name.ends_with(end)));
            if !unfinished && names.iter().any(|found| found == name) {
                let bytes = std::fs::read(self.downloads.path().join(name))?;
                // Firefox keeps the place of a file before it has any of it.
                if !bytes.is_empty() {
                    return Ok(bytes);
                }
            }
            ensure!(Instant::now() < deadline, "{name} was not saved; there is {names:?}");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// A picture of the page, as PNG.
    ///
    /// # Errors
    /// If the browser cannot draw one.
    pub(crate) async fn picture(&self) -> Result<Vec<u8>> {
        Ok(self.client.screenshot().await?)
    }
}
