//! What the page ships beside its code: nothing inline, nothing from another
//! host, no words outside of `text`, one policy.

use crate::files::{File, all, none, read, sources};

/// The page and its scripts, as written here.
fn page() -> impl Iterator<Item = File> {
    all().into_iter().filter(|file| file.within("public") && file.is(&[".html", ".js", ".css", ".svg"]))
}

#[test]
fn nothing_is_inline() {
    let mut broken = Vec::new();
    for file in page().filter(|file| file.is(&[".html", ".svg"])) {
        for line in file.lines() {
            let text = line.text.to_lowercase();
            let script = text.contains("<script") && !text.contains("src=");
            let handler = text.split([' ', '\t']).any(|word| word.starts_with("on") && word.contains("=\""));
            if script || handler || text.contains("<style") || text.contains(" style=") || text.contains("javascript:")
            {
                broken.push(file.says(line));
            }
        }
    }
    for file in sources().iter().filter(|file| file.within("src/app") || file.within("src/browser")) {
        for line in file.code() {
            // Drawings of our own marks alone are handed over as text.
            let is_drawing = file.path == "src/browser/dom.rs" && line.text.contains("set_inner_html(written)");
            let refused = [" style=", "inner_html", "set_attribute(\"style\""];
            if !is_drawing && refused.iter().any(|word| line.text.contains(word)) {
                broken.push(file.says(line));
            }
        }
    }
    none("the policy refuses inline scripts and styles", &broken);
}

#[test]
fn nothing_is_evaluated() {
    let mut broken = Vec::new();
    for file in all().iter().filter(|file| file.within("public") || file.within("web") || file.within("src/browser")) {
        for line in file.lines() {
            if ["eval(", "new Function", "JsFunction"].iter().any(|word| line.text.contains(word)) {
                broken.push(file.says(line));
            }
        }
    }
    none("the policy refuses code made from text", &broken);
}

#[test]
fn nothing_comes_from_another_host() {
    let mut broken = Vec::new();
    for file in page() {
        for line in file.lines() {
            // An XML namespace is a name, not an address.
            let text = line.text.replace("http://www.w3.org/", "");
            if ["http://", "https://", "src=\"//", "@import", "url(//"].iter().any(|start| text.contains(start)) {
                broken.push(file.says(line));
            }
        }
    }
    none("the page fetches from its own host alone", &broken);
}

#[test]
fn words_for_readers_are_in_both_languages() {
    let mut broken = Vec::new();
    for file in sources().iter().filter(|file| file.within("src/app") || file.within("src/browser")) {
        for line in file.code() {
            // The odd parts between quotes are the strings of a line.
            let swedish = |text: &str| text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']);
            if line.text.split('"').skip(1).step_by(2).any(swedish) {
                broken.push(file.says(line));
            }
        }
    }
    none("views take their words from text and figure, which have them in both languages", &broken);
}

#[test]
fn nothing_is_stored_at_the_readers() {
    let mut broken = Vec::new();
    for file in
        all().iter().filter(|file| file.within("public") || file.within("src/app") || file.within("src/browser"))
    {
        for line in file.lines() {
            let stores =
                ["localStorage", "sessionStorage", "local_storage", "indexedDB", "document.cookie", "set_cookie"];
            if stores.iter().any(|word| line.text.contains(word)) {
                broken.push(file.says(line));
            }
        }
    }
    none("no cookies and no storage", &broken);
}

#[test]
fn the_policy_is_the_strict_one() {
    let headers = read("deploy/headers.conf");
    let policy = headers.lines().find(|line| line.contains("Content-Security-Policy")).unwrap_or_default();
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
    ] {
        assert!(policy.contains(&format!("{part};")), "{part} is not in {policy:?}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
}
