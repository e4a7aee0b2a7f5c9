//! Turns the name of a browser into a running one with a fresh profile, and
//! knows where the two differ.

use super::process::{Server, free_port};
use anyhow::{Context, Result};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A browser that the site must work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Blink, through chromedriver.
    Chromium,
    /// Gecko, through geckodriver.
    Firefox,
}

impl Engine {
    /// Both, in the order of the report.
    pub(crate) const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The name in the report.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// Starts the driver; all that driver and browser print goes to `output`.
    ///
    /// # Errors
    /// If the driver is missing or does not answer.
    pub(crate) fn driver(self, output: &Path) -> Result<Server> {
        let port = free_port()?;
        let mut command = match self {
            Self::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}")).arg("--log-level=SEVERE");
                command
            }
            Self::Firefox => {
                let mut command = Command::new("geckodriver");
                // System access opens the browser's own console to the test.
                command.arg("--allow-system-access").args(["--log", "error", "--port", &port.to_string()]);
                command.args(["--websocket-port", &free_port()?.to_string()]);
                command
            }
        };
        let file = File::create(output).with_context(|| format!("cannot write {}", output.display()))?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        Server::start(command, port)
    }

    /// Starts the browser with a profile of its own, which the driver removes;
    /// what it downloads goes to a folder without a question.
    ///
    /// # Errors
    /// If the browser is missing or does not start.
    pub(crate) async fn session(self, driver: &Server, downloads: &Path) -> Result<Client> {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder
            .capabilities(self.capabilities(downloads))
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .with_context(|| format!("cannot start {}: run `cargo xtask setup --tests`", self.name()))
    }

    fn capabilities(self, downloads: &Path) -> Capabilities {
        let capabilities = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    // As careful readers have it: nothing is stored, by frames of other sites above all.
                    // (Blocked for these alone, Chromium gives them a store that it throws away.)
                    "prefs": {
                        "profile.default_content_setting_values.cookies": 2,
                        // One file after the other, as a reader who presses again and again.
                        "profile.default_content_setting_values.automatic_downloads": 1,
                        "download.default_directory": downloads,
                        "download.prompt_for_download": false,
                    },
                    "binary": program(&["chromium", "chromium-browser", "google-chrome"]),
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--no-first-run", "--no-default-browser-check", "--lang=sv", "--window-size=1280,900",
                    ],
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": program(&["firefox-esr", "firefox"]),
                    "args": ["-headless"],
                    "prefs": {
                        "browser.download.dir": downloads,
                        "browser.download.folderList": 2,
                        "browser.download.alwaysOpenPanel": false,
                        "devtools.console.stdout.content": true,
                        "intl.accept_languages": "sv",
                        "network.cookie.cookieBehavior": 1,
                    },
                },
            }),
        };
        match capabilities {
            serde_json::Value::Object(map) => map,
            _ => Capabilities::new(),
        }
    }
}

/// The first of these programs that the search path holds, or the first name
/// for the driver to complain about.
fn program(names: &[&str]) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = names.iter().find_map(|name| {
        std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
    });
    found.unwrap_or_else(|| names.iter().take(1).collect())
}
