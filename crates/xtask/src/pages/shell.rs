//! The page that Trunk makes, filled in: where it lies, what it is called, and what
//! stands in it before any code has come.

use super::settings::Settings;
use anyhow::{Result, ensure};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::Cell;

/// What is put into the page.
pub(super) struct Filling<'a> {
    /// The language, as a tag.
    pub(super) language: &'a str,
    /// From the page to the first one: "", "../../".
    pub(super) root: &'a str,
    /// The whole address of the site, where it is known: the way to the first page that holds
    /// also where the page was opened without its last `/` and finds nothing beside it.
    pub(super) address: Option<&'a str>,
    /// What the page shows by itself, as a query string.
    pub(super) shown: &'a str,
    /// The files that its figure is drawn from, below `data/`: asked for early where it is
    /// what the reader wants.
    pub(super) files: &'a str,
    /// What the explorer says of the site: its name, and who is behind it.
    pub(super) site: &'a Settings,
    /// Where its accessibility statement is: attributes of `<html>`.
    pub(super) statement: &'a [(&'static str, String)],
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    /// More for the head, as HTML.
    pub(super) head: &'a str,
    /// What is seen, as HTML.
    pub(super) body: &'a str,
}

/// The attributes that name files beside the page of Trunk.
const NAMES: [&str; 4] = ["href", "src", "data-wasm", "data-lazy"];

/// Words as an attribute has them; the rewriter itself knows quotation marks alone.
fn said(words: &str) -> String {
    words.replace('&', "&amp;")
}

/// What is said of the site on `<html>`, for the explorer.
fn said_of(site: &Settings) -> Vec<(&'static str, &str)> {
    let mut said = vec![
        ("data-name-sv", site.name.sv.as_str()),
        ("data-name-en", site.name.en.as_str()),
        ("data-sender", site.sender.name.as_str()),
        ("data-contact", site.sender.contact.as_str()),
    ];
    said.extend(site.next_update.as_deref().map(|day| ("data-next-update", day)));
    said
}

/// Fills the page in.
///
/// # Errors
///
/// If it has no place for what is to be put into it.
pub(super) fn filled(html: &str, filling: &Filling<'_>) -> Result<String> {
    let root = if filling.root.is_empty() { "./" } else { filling.root };
    let found = Cell::new(0);
    let count = || found.set(found.get() + 1);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html", |element| {
            count();
            element.set_attribute("lang", filling.language)?;
            element.set_attribute("data-root", root)?;
            element.set_attribute("data-page", &said(filling.shown))?;
            element.set_attribute("data-files", filling.files)?;
            let statement = filling.statement.iter().map(|(name, address)| (*name, address.as_str()));
            for (name, value) in said_of(filling.site).into_iter().chain(statement) {
                element.set_attribute(name, &said(value))?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!("head title", |element| {
            count();
            element.set_inner_content(filling.title, ContentType::Text);
            Ok(())
        }))
        .append_element_content_handler(element!("meta[name=description]", |element| {
            count();
            element.set_attribute("content", &said(filling.description))?;
            Ok(())
        }))
        .append_element_content_handler(element!("head", |element| {
            count();
            element.append(filling.head, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("#page", |element| {
            count();
            element.set_inner_content(filling.body, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("#late a[data-anew]", |element| {
            if let Some(address) = filling.address {
                element.set_attribute("href", address)?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!("link, script, a, html", |element| {
            for name in NAMES {
                let Some(value) = element.get_attribute(name) else { continue };
                let file = value.strip_prefix("./").unwrap_or(&value);
                if !value.is_empty() && !value.contains("//") {
                    element.set_attribute(name, &format!("{root}{file}"))?;
                }
            }
            Ok(())
        }));
    let page = rewrite_str(html, settings)?;
    ensure!(found.get() == 5, "index.html lacks one of html, title, description, head and #page");
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_filled_in_and_finds_its_files() {
        let shell = "<html lang=\"sv\"><head><title>T</title><meta name=\"description\" content=\"D\">\
            <link rel=\"stylesheet\" href=\"./a.css\"><link rel=\"preload\" href=\"data/b.json\"></head>\
            <body><p id=\"late\"><a href=\"\">A</a><a href=\"./\" data-anew>B</a></p><div id=\"page\"></div><script src=\"./c.js\" data-wasm=\"./d.wasm\"></script></body></html>";
        let filling = Filling {
            language: "en",
            root: "../../",
            address: Some("https://siffror.example/"),
            shown: "omrade=2080&sprak=en",
            files: "2026-06/bas/20.json",
            site: &Settings::read().unwrap(),
            statement: &[],
            title: "Falun & <co>",
            description: "\"Hur?\"",
            head: "<meta name=\"x\">",
            body: "<p>Här</p>",
        };
        let page = filled(shell, &filling).unwrap();
        let (start, rest) = page.split_once("><head>").unwrap();
        assert!(
            start.starts_with("<html lang=\"en\" data-root=\"../../\" data-page=\"omrade=2080&amp;sprak=en\" "),
            "{start}"
        );
        assert!(start.contains("data-name-sv=\"Faktabanken\""), "{start}");
        assert_eq!(
            rest,
            "<title>Falun &amp; \
             &lt;co&gt;</title><meta name=\"description\" content=\"&quot;Hur?&quot;\">\
             <link rel=\"stylesheet\" href=\"../../a.css\"><link rel=\"preload\" href=\"../../data/b.json\">\
             <meta name=\"x\"></head><body><p id=\"late\"><a href=\"\">A</a>\
             <a href=\"https://siffror.example/\" data-anew>B</a></p><div id=\"page\"><p>Här</p></div>\
             <script src=\"../../c.js\" data-wasm=\"../../d.wasm\"></script></body></html>"
        );
        assert!(filled("<html></html>", &filling).is_err());
    }
}
