//! The site to a folder that opens by double-click: every file of it, and what
//! the page fetches also as classic scripts, each loaded when it is asked for.

use super::page::{Page, Parts};
use super::{DATA, Files, PAGE, SCRIPT, STYLE, Source, contents, policy, script, words};
use crate::{pages, project, site};
use anyhow::Result;
use faktabank_tables::snapshot::MANIFEST_FILE;

/// The script that says which files there are.
const BESIDE: &str = "offline-files.js";

/// What is for pages on the web that show figures in frames: a browser lets a
/// frame in a sandbox load nothing from a folder.
const FOR_OTHER_PAGES: [&str; 2] = ["exempel/", "inbaddning.js"];

/// The files of the folder.
///
/// # Errors
///
/// If a file is missing in the site, or its page is not as known.
pub(super) fn build(source: &Source) -> Result<Files> {
    let mut files = Files::new();
    let mut fetched = Vec::new();
    for (name, bytes) in &source.site {
        if name.ends_with(".wasm") {
            fetched.push(name.clone());
        } else if !is_prerendered(name)
            && ![DATA, PAGE].iter().chain(&FOR_OTHER_PAGES).any(|other| name.starts_with(other))
        {
            files.insert(name.clone(), bytes.clone());
        }
    }
    let shards = contents::of_folder(&source.manifest, source.area);
    let beside = contents::beside_figures(&source.manifest);
    fetched.extend([MANIFEST_FILE].into_iter().chain(beside).chain(shards).map(|name| [DATA, name].concat()));
    for name in &fetched {
        let bytes = source.file(name)?;
        files.insert(format!("{name}.js"), script::put(name, bytes)?.into_bytes());
    }
    for name in open_data(source) {
        files.insert(name.clone(), source.file(&name)?.to_vec());
    }
    files.insert(SCRIPT.to_owned(), source.script.clone().into_bytes());
    files.insert(STYLE.to_owned(), source.style.clone().into_bytes());
    files.insert(BESIDE.to_owned(), script::beside(&fetched)?.into_bytes());
    files.insert(words::READ_ME.to_owned(), words::read_me(source).into_bytes());
    files.insert(PAGE.to_owned(), page(source)?.into_bytes());
    Ok(files)
}

/// Whether a file is a page of an area or belongs to one, or is for search engines: a
/// folder has pages of its own.
fn is_prerendered(name: &str) -> bool {
    name.ends_with("/index.html") && !name.starts_with("exempel/")
        || name.ends_with(".png")
        || ["robots.txt", "sitemap.xml"].contains(&name)
}

/// Puts the pages of the län into the folder, in place of an empty first page.
///
/// # Errors
///
/// If they cannot be made of the site's data.
pub(super) fn add_pages(files: &mut Files, source: &Source) -> Result<()> {
    let data = project::root().join(site::FOLDER).join(DATA);
    for (path, html) in pages::of_folder(&page(source)?, &data, source.area)? {
        files.insert(path, html.into_bytes());
    }
    Ok(())
}

/// The data as others can read them too: what the page links to, and the real
/// figures of the län. All others come for the page alone.
fn open_data(source: &Source) -> Vec<String> {
    let shards = contents::of_place(&source.manifest, source.area);
    let modelled: Vec<_> =
        source.manifest.editions.iter().filter(|edition| edition.modelled).map(|it| format!("{}/", it.id)).collect();
    let real = shards.into_iter().filter(|file| !modelled.iter().any(|edition| file.starts_with(edition)));
    let beside = contents::beside_figures(&source.manifest);
    [MANIFEST_FILE].into_iter().chain(beside).chain(real).map(|name| [DATA, name].concat()).collect()
}

fn page(source: &Source) -> Result<String> {
    let page = Page::read(source.text(PAGE)?)?;
    let styles = page.styles.iter().map(String::as_str).chain([STYLE]);
    let styles = styles.map(|name| format!("  <link rel=\"stylesheet\" href=\"{name}\">\n"));
    let icon = format!("  <link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">\n", page.icon);
    let ours = [SCRIPT, BESIDE].map(|name| format!("  <script src=\"{name}\"></script>\n"));
    let scripts =
        page.scripts.iter().map(|script| format!("  <script src=\"{}\"{}></script>\n", script.name, script.marks));
    page.with(&Parts {
        policy: policy::beside(&source.headers)?,
        head: styles.chain([icon]).collect(),
        below: words::below_folder(source),
        scripts: ours.into_iter().chain(scripts).collect(),
        without_scripts: String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn a_folder_holds_the_site_and_scripts_of_what_it_fetches() {
        let mut source = example::source();
        // As if the older edition came from the model.
        let older = source.manifest.editions.iter_mut().find(|edition| edition.id.0 == "2024-12").unwrap();
        older.modelled = true;
        let files = build(&source).unwrap();
        let names: Vec<_> = files.keys().filter(|name| !name.starts_with("data/2026-")).collect();
        assert_eq!(
            names,
            [
                "LÄS-MIG.txt",
                "a.js",
                "a.wasm.js",
                "asked-1.js",
                "boot.js",
                "data/2024-12/helarsekvivalenter-dalarna/20.json.js",
                "data/areas.json",
                "data/areas.json.js",
                "data/explanations.json",
                "data/explanations.json.js",
                "data/geo/kommuner.json",
                "data/geo/kommuner.json.js",
                "data/handelser.json",
                "data/handelser.json.js",
                "data/manifest.json",
                "data/manifest.json.js",
                "data/topics.json",
                "data/topics.json.js",
                "echarts-1.js",
                "icon-1.svg",
                "index.html",
                "licenser.txt",
                "offline-files.js",
                "offline.css",
                "offline.js",
                "page-1.css",
                "xlsx-1.js",
            ]
        );
        // Of other län there are scripts for the page, and none of women and men.
        for name in source.site.keys().filter(|name| name.starts_with("data/2026-")) {
            let file = name.rsplit('/').next().unwrap();
            let is_of_here = ["00", "20", "alla", "changes", "newest"].iter().any(|part| file.starts_with(part));
            let open = source.site.get(name).filter(|_| is_of_here);
            assert!(files.get(name) == open, "{name}");
            let for_page = is_of_here || !name.ends_with("-kon.json");
            assert_eq!(files.contains_key(&format!("{name}.js")), for_page, "{name}");
        }
        let listed = String::from_utf8(files["offline-files.js"].clone()).unwrap();
        for name in files.keys().filter_map(|name| name.strip_suffix(".js")).filter(|name| name.contains('.')) {
            assert!(listed.contains(&format!("\"{name}\"")), "{name} cannot be asked for");
        }
        assert_eq!(build(&source).unwrap(), files, "another time gives other bytes");
    }

    #[test]
    fn the_page_of_a_folder_loads_what_lies_beside_it_in_order() {
        let page = page(&example::source()).unwrap();
        let places = ["offline.js", "offline-files.js", "asked-1.js", "\"a.js\" data-wasm", "boot.js"];
        let places = places.map(|script| page.find(script).unwrap());
        assert!(places.is_sorted(), "{page}");
        for unfit in ["preload", "integrity", "crossorigin", "module", "defer", "<style", "frame-ancestors"] {
            assert!(!page.contains(unfit), "{unfit} is in {page}");
        }
        assert!(page.contains("script-src 'self' 'wasm-unsafe-eval'"), "{page}");
        assert!(page.contains("utgåva 2026-11, publicerad 2026-11-30"), "{page}");
    }
}
