//! The policy for hosts that send no headers of ours: a meta tag in each page.

use crate::headers;
use crate::offline::policy;
use crate::project;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// What begins the head of a page; the policy holds from there on.
const CHARSET: &str = "<meta charset=\"utf-8\">";

/// Puts the policy into every page of a site, and says that no page is to be made of
/// its files.
///
/// # Errors
///
/// If a page has no head, or cannot be written.
pub(super) fn prepare(site: &Path) -> Result<()> {
    let headers = fs::read_to_string(project::root().join(headers::FILE)).context(headers::FILE)?;
    let policy = policy::beside(&headers)?;
    let tag = format!("{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let pages = with(site, &tag)?;
    ensure!(pages > 0, "{} has no pages", site.display());
    fs::write(site.join(".nojekyll"), "").context(".nojekyll")
}

/// Puts the tag into the pages of a folder; says how many there are.
fn with(folder: &Path, tag: &str) -> Result<usize> {
    let mut pages = 0;
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            pages += with(&path, tag)?;
        } else if path.extension().is_some_and(|kind| kind == "html") {
            let page = fs::read_to_string(&path)?;
            ensure!(page.matches(CHARSET).count() == 1, "{}: not one {CHARSET}", path.display());
            fs::write(&path, page.replace(CHARSET, tag)).with_context(|| path.display().to_string())?;
            pages += 1;
        }
    }
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_the_policy_that_a_page_can_have() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        let files = ["index.html", "a/index.html"].map(|name| folder.path().join(name));
        for file in &files {
            fs::write(file, "<html><head><meta charset=\"utf-8\"><title>T</title></head></html>").unwrap();
        }
        prepare(folder.path()).unwrap();
        for file in &files {
            let page = fs::read_to_string(file).unwrap();
            assert!(page.starts_with("<html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "), "{page}");
            // Browsers complain of it in a page.
            assert!(!page.contains("frame-ancestors"), "{page}");
        }
        assert!(folder.path().join(".nojekyll").exists());
        fs::write(&files[0], "<html></html>").unwrap();
        assert!(prepare(folder.path()).is_err());
    }
}
