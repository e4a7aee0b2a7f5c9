//! The site to one single file about one area, for a mail: styles, scripts,
//! wasm and data inside. The policy lets in what is inside, by hash, and
//! nothing from elsewhere.

use super::page::{Page, Parts};
use super::{DATA, Files, LICENCES, PAGE, Source, contents, policy, script, words};
use anyhow::{Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use faktabank_tables::snapshot::MANIFEST_FILE;

/// Hides the links to files, which this copy has not.
const NO_FILES: &str = ".open-data, .licences { display: none }\n";

/// The file.
///
/// # Errors
///
/// If no table holds the area, or a file of the site cannot stand in a page.
pub(super) fn build(source: &Source) -> Result<String> {
    let page = Page::read(source.text(PAGE)?)?;
    let mut style = String::new();
    for name in &page.styles {
        style.push_str(source.text(name)?);
    }
    style.push_str(&source.style);
    style.push_str(NO_FILES);
    ensure!(!style.contains("url("), "a style sheet names another file, which a single file has not");

    // In the order in which they run; the glue keeps its `data-wasm`.
    let mut scripts = vec![(source.script.clone(), ""), (files(source)?, "")];
    for script in &page.scripts {
        scripts.push((source.text(&script.name)?.to_owned(), &script.marks));
    }
    // Nothing lies beside a single file to be loaded later.
    for name in &page.later {
        scripts.push((source.text(name)?.to_owned(), ""));
    }
    let all: Vec<&str> = scripts.iter().map(|(script, _)| script.as_str()).collect();
    for script in &all {
        stands_inside(script, "</script")?;
    }
    stands_inside(&style, "</style")?;
    let icon = BASE64_STANDARD.encode(source.file(&page.icon)?);
    page.with(&Parts {
        policy: policy::inside(&source.headers, &all, &style)?,
        head: format!(
            "  <link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\" type=\"image/svg+xml\">\n  \
             <style>{style}</style>\n"
        ),
        below: words::below_single(source, source.text(LICENCES)?),
        scripts: scripts.iter().map(|(script, marks)| format!("  <script{marks}>{script}</script>\n")).collect(),
        without_scripts: words::WITHOUT_SCRIPTS.to_owned(),
    })
}

/// The script that hands over all that the page fetches.
fn files(source: &Source) -> Result<String> {
    let manifest = contents::of_area(&source.manifest, source.area)?;
    let mut fetched = Files::new();
    let shards = manifest.editions.iter().flat_map(|edition| &edition.tables).flat_map(|table| &table.shards);
    for name in shards.map(|shard| shard.file.file.as_str()).chain(contents::beside_figures(&manifest)) {
        let name = [DATA, name].concat();
        fetched.insert(name.clone(), source.file(&name)?.to_vec());
    }
    fetched.insert([DATA, MANIFEST_FILE].concat(), serde_json::to_vec(&manifest)?);
    fetched.extend(source.site.iter().filter(|(name, _)| name.ends_with(".wasm")).map(|(n, b)| (n.clone(), b.clone())));
    fetched.iter().map(|(name, bytes)| script::put(name, bytes)).collect()
}

/// Whether a script or style keeps its bytes, and so its hash, inside a page.
fn stands_inside(text: &str, end: &str) -> Result<()> {
    let lower = text.to_lowercase();
    for end in [end, "<!--", "\r", "\0"] {
        ensure!(!lower.contains(end), "a script or style holds {end:?} and cannot stand inside a page");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;
    use faktabank_tables::statistics::AreaCode;

    #[test]
    fn all_is_inside_and_nothing_else_is_let_in() {
        let source = example::source();
        let file = build(&source).unwrap();
        assert_eq!(file, build(&source).unwrap(), "another time gives other bytes");
        assert!(!file.contains(" src=") && !file.contains("href=\"./"), "{file}");
        let policy = file.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(policy.matches("'sha256-").count(), file.matches("<script").count() + 1);
        assert!(policy.starts_with("default-src 'none'; ") && policy.contains("; connect-src 'none'; "), "{policy}");
        assert!(!policy.contains("'self'") && !policy.contains("unsafe-inline"), "{policy}");
        for inside in ["a.wasm", "data/manifest.json", "data/2026-06/bas/20.json", "data/2026-06/bas/00.json"] {
            assert!(file.contains(&format!("faktabank.put(\"{inside}\", ")), "{inside}");
        }
        assert!(!file.contains("uppsala/03.json"), "Uppsala has a file of its own");
        assert!(file.contains("siffror för Dalarnas län och riket: utgåva 2026-11"));
        assert!(file.contains("<pre>echarts 6: Apache-2.0, &lt;its text&gt;</pre>"), "licences go with the work");
    }

    #[test]
    fn another_area_has_its_own() {
        let source = Source { area: AreaCode::County(3), ..example::source() };
        let file = build(&source).unwrap();
        assert!(file.contains("uppsala/03.json") && !file.contains("bas/20.json"));
        assert!(file.contains("siffror för Uppsala län och riket"));
    }

    #[test]
    fn what_would_end_the_script_is_refused() {
        assert!(stands_inside("const a = \"<script></styleSheet>\" + b;\n", "</script").is_ok());
        for text in ["\"</SCRIPT>\"", "a<!--b", "a\r\nb"] {
            assert!(stands_inside(text, "</script").is_err(), "{text:?}");
        }
    }
}
