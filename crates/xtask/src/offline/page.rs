//! `index.html` of the site, taken apart and put together again for a copy.

use anyhow::{Result, ensure};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::RefCell;

/// Where the page says what scripts are called that it loads when it needs them.
const LATER: [&str; 2] = ["data-echarts", "data-xlsx"];

/// The page of the site without what it loads.
#[derive(Debug, Default)]
pub(super) struct Page {
    html: String,
    /// The style sheets, by name.
    pub(super) styles: Vec<String>,
    /// The scripts, in the order in which they run.
    pub(super) scripts: Vec<Script>,
    /// The icon, by name.
    pub(super) icon: String,
    /// The scripts that the page loads when it needs them, by name.
    pub(super) later: Vec<String>,
}

/// A script that the page loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Script {
    /// Its name.
    pub(super) name: String,
    /// What else is said of it: attributes of ours, ` data-…="…"`.
    pub(super) marks: String,
}

/// What a copy says and loads, as HTML.
#[derive(Default)]
pub(super) struct Parts {
    /// The policy.
    pub(super) policy: String,
    /// Style sheets and icon.
    pub(super) head: String,
    /// What stands below the explorer.
    pub(super) below: String,
    /// Scripts, to run once all of the page is there.
    pub(super) scripts: String,
    /// What stands first where no script runs.
    pub(super) without_scripts: String,
}

impl Page {
    /// Takes the page of the site apart.
    ///
    /// # Errors
    ///
    /// If it is not the page that these tools know.
    pub(super) fn read(html: &str) -> Result<Self> {
        let taken = RefCell::new(Self::default());
        let html = rewrite(
            html,
            vec![
                element!("html", |element| {
                    let named = LATER.iter().filter(|attribute| element.has_attribute(attribute));
                    taken.borrow_mut().later = named.map(|attribute| name_in(element, attribute)).collect();
                    Ok(())
                }),
                // What the site shows before any code has come, and what is for others.
                element!("#page", |element| {
                    element.set_inner_content("", ContentType::Html);
                    Ok(())
                }),
                element!("html", |element| {
                    element.remove_attribute("data-page");
                    element.remove_attribute("data-root");
                    element.remove_attribute("data-files");
                    element.remove_attribute("data-accessibility-sv");
                    element.remove_attribute("data-accessibility-en");
                    Ok(())
                }),
                element!(
                    "meta[property], meta[name^=twitter], link[rel=canonical], link[rel=alternate], \
                     script[type=\"application/ld+json\"]",
                    |element| {
                        element.remove();
                        Ok(())
                    }
                ),
                element!("link, script[src]", |element| {
                    let mut page = taken.borrow_mut();
                    match element.get_attribute("rel").as_deref() {
                        Some("stylesheet") => page.styles.push(name_in(element, "href")),
                        Some("icon") => page.icon = name_in(element, "href"),
                        // Fetched early, from a network that a copy has not.
                        Some("preload") => {}
                        Some(_) => return Ok(()),
                        None => page.scripts.push(Script { name: name_in(element, "src"), marks: marks_of(element) }),
                    }
                    element.remove();
                    Ok(())
                }),
            ],
        )?;
        // Without the lines that have become empty.
        let html = html.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{line}\n")).collect();
        let page = Self { html, ..taken.into_inner() };
        let wasm = page.scripts.iter().filter(|script| script.marks.contains("data-wasm")).count();
        ensure!(
            wasm == 1
                && page.scripts.len() > 2
                && !page.styles.is_empty()
                && page.icon.ends_with(".svg")
                && page.later.len() == LATER.len(),
            "index.html is not as crates/xtask/src/offline/page.rs knows it: styles {:?}, scripts {:?}, icon {:?}",
            page.styles,
            page.scripts,
            page.icon
        );
        Ok(page)
    }

    /// The page with these parts.
    ///
    /// # Errors
    ///
    /// If the page has no place for one of them.
    pub(super) fn with(&self, parts: &Parts) -> Result<String> {
        // The first that is read, so that it holds for all the rest.
        let policy = format!("\n  <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", parts.policy);
        let places = [
            ("meta[charset]", Side::After, &policy),
            ("head", Side::End, &parts.head),
            ("#app", Side::After, &parts.below),
            ("body", Side::End, &parts.scripts),
            ("noscript", Side::Start, &parts.without_scripts),
        ];
        let found = RefCell::new(Vec::new());
        let mut handlers: Handlers<'_> = Vec::new();
        for (selector, side, html) in places {
            let found = &found;
            handlers.push(element!(selector, move |element| {
                match side {
                    Side::Start => element.prepend(html, ContentType::Html),
                    Side::After => element.after(html, ContentType::Html),
                    Side::End => element.append(html, ContentType::Html),
                }
                found.borrow_mut().push(selector);
                Ok(())
            }));
        }
        let html = rewrite(&self.html, handlers)?;
        let mut found = found.into_inner();
        found.sort_unstable();
        ensure!(
            found == ["#app", "body", "head", "meta[charset]", "noscript"],
            "index.html has {found:?} instead of one each of #app, body, head, meta[charset], noscript"
        );
        Ok(html)
    }
}

/// Where in an element something is put.
#[derive(Clone, Copy)]
enum Side {
    Start,
    After,
    End,
}

type Handlers<'a> = Vec<(std::borrow::Cow<'a, lol_html::Selector>, lol_html::ElementContentHandlers<'a>)>;

fn rewrite(html: &str, handlers: Handlers<'_>) -> Result<String> {
    let settings =
        handlers.into_iter().fold(RewriteStrSettings::new(), RewriteStrSettings::append_element_content_handler);
    Ok(rewrite_str(html, settings)?)
}

/// The attributes of ours that a script carries.
fn marks_of(script: &Element<'_, '_>) -> String {
    let marks = script.attributes().iter().filter(|mark| mark.name().starts_with("data-"));
    marks.map(|mark| format!(" {}=\"{}\"", mark.name(), mark.value())).collect()
}

/// The name of a file beside the page.
fn name_in(element: &Element<'_, '_>, attribute: &str) -> String {
    let address = element.get_attribute(attribute).unwrap_or_default();
    address.strip_prefix("./").unwrap_or(&address).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::example::HTML;
    use super::*;

    #[test]
    fn a_page_is_taken_apart_and_put_together() {
        let page = Page::read(HTML).unwrap();
        assert_eq!((page.styles.as_slice(), page.icon.as_str()), (&["page-1.css".to_owned()][..], "icon-1.svg"));
        assert_eq!(page.later, ["echarts-1.js", "xlsx-1.js"]);
        let scripts: Vec<_> = page.scripts.iter().map(|it| (it.name.as_str(), it.marks.as_str())).collect();
        assert_eq!(scripts, [("asked-1.js", ""), ("a.js", " data-wasm=\"./a.wasm\""), ("boot.js", "")]);
        let parts = Parts {
            policy: "default-src 'none'".into(),
            head: "HEAD".into(),
            below: "BELOW".into(),
            scripts: "SCRIPTS".into(),
            without_scripts: "WITHOUT".into(),
        };
        assert_eq!(
            page.with(&parts).unwrap().lines().map(str::trim).collect::<Vec<_>>(),
            [
                "<!DOCTYPE html>",
                "<html lang=\"sv\" data-echarts=\"echarts-1.js\" data-xlsx=\"xlsx-1.js\">",
                "<head>",
                "<meta charset=\"utf-8\">",
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">",
                "HEAD</head>",
                "<body>",
                "<noscript>WITHOUT<p>Utan.</p></noscript>",
                "<div id=\"app\"><p>Hämtar</p></div>BELOW",
                "SCRIPTS</body>",
                "</html>",
            ]
        );
    }

    #[test]
    fn another_page_is_refused() {
        let error = Page::read(&HTML.replace("data-wasm", "data-other")).unwrap_err();
        assert!(error.to_string().starts_with("index.html is not as crates/xtask/src/offline/page.rs knows it"));
        let page = Page::read(&HTML.replace("id=\"app\"", "id=\"other\"")).unwrap();
        assert_eq!(
            page.with(&Parts::default()).unwrap_err().to_string(),
            "index.html has [\"body\", \"head\", \"meta[charset]\", \"noscript\"] instead of one each of #app, \
             body, head, meta[charset], noscript"
        );
    }
}
