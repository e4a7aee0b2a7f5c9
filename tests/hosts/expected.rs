//! The one list: what every host says of every kind of file.

use crate::answer::Answer;
use crate::site::{BELOW, Site, deployed};

/// A file that is asked for.
struct Asked {
    path: &'static str,
    /// Its place in the site.
    file: &'static str,
    /// The types that it may have; words are in UTF-8.
    types: &'static [&'static str],
    /// Whether its name changes with its contents.
    is_hashed: bool,
}

const fn asked(path: &'static str, file: &'static str, types: &'static [&'static str]) -> Asked {
    Asked { path, file, types, is_hashed: false }
}

const fn hashed(path: &'static str, file: &'static str, types: &'static [&'static str]) -> Asked {
    Asked { path, file, types, is_hashed: true }
}

const HTML: &[&str] = &["text/html; charset=utf-8"];
/// JSON is in UTF-8 by its own definition, whatever is said.
const JSON: &[&str] = &["application/json; charset=utf-8", "application/json"];
const SCRIPT: &[&str] = &["text/javascript; charset=utf-8", "application/javascript; charset=utf-8"];
const WASM: &[&str] = &["application/wasm"];
/// XML says itself in which letters it is.
const XML: &[&str] = &["application/xml; charset=utf-8", "text/xml; charset=utf-8", "text/xml", "application/xml"];
const SVG: &[&str] = &["image/svg+xml; charset=utf-8", "image/svg+xml"];

const ALL: [Asked; 15] = [
    asked("/", "index.html", HTML),
    asked("/kommun/falun/", "kommun/falun/index.html", HTML),
    asked("/en/kommun/falun/index.html", "en/kommun/falun/index.html", HTML),
    asked("/kommun/falun/?vy=utforska&tid=..2022H1", "kommun/falun/index.html", HTML),
    asked("/kommun/falun/forhandsvisning.png", "kommun/falun/forhandsvisning.png", &["image/png"]),
    asked("/data/manifest.json", "data/manifest.json", JSON),
    asked("/data/2026-06/bas/20.json", "data/2026-06/bas/20.json", JSON),
    asked("/inbaddning.js", "inbaddning.js", SCRIPT),
    asked("/licenser.txt", "licenser.txt", &["text/plain; charset=utf-8"]),
    asked("/sitemap.xml", "sitemap.xml", XML),
    hashed("/faktabank-63779ff5cdd6c198.css", "faktabank-63779ff5cdd6c198.css", &["text/css; charset=utf-8"]),
    hashed("/faktabank-9f928719a3d0dc87.js", "faktabank-9f928719a3d0dc87.js", SCRIPT),
    hashed("/faktabank-9f928719a3d0dc87_bg.wasm", "faktabank-9f928719a3d0dc87_bg.wasm", WASM),
    hashed("/faktabank-9f928719a3d0dc87_lazy.wasm", "faktabank-9f928719a3d0dc87_lazy.wasm", WASM),
    hashed("/favicon-faf9529463c702b3.svg", "favicon-faf9529463c702b3.svg", SVG),
];

/// A request's `Accept-Encoding`, and the codings that it may be answered by, the best first.
const CODINGS: [(&str, &[(&str, &str)]); 5] = [
    ("gzip, deflate, br, zstd", &[("br", ".br"), ("", "")]),
    ("br", &[("br", ".br"), ("", "")]),
    ("gzip", &[("gzip", ".gz"), ("", "")]),
    ("deflate", &[("", "")]),
    ("identity", &[("", "")]),
];

/// What a host cannot say, or says by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// All that there is to say.
    Everything,
    /// Headers alone: types and compression are the host's own.
    Headers,
}

/// Holds every answer of a host against the list, at its root and in a folder.
pub(crate) fn check(host: &str, site: &Site, says: Says, ask: impl Fn(&str, &str) -> Answer) {
    let mut wrong = Vec::new();
    for below in ["", BELOW] {
        for asked in &ALL {
            for (accepted, codings) in CODINGS {
                let path = format!("{below}{}", asked.path);
                let answer = ask(&path, accepted);
                let mut complain = |what: String| wrong.push(format!("{path} by {accepted}: {what}"));
                if answer.status != 200 {
                    complain(format!("status {}", answer.status));
                    continue;
                }
                headers(&answer, &mut complain);
                let kept = if asked.is_hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
                // These hosts ask again by themselves, unless they are told otherwise.
                let kept = if says == Says::Headers && !asked.is_hashed { "" } else { kept };
                equal("cache-control", answer.says("cache-control"), kept, &mut complain);
                if says == Says::Headers {
                    continue;
                }
                let is = answer.says("content-type");
                if !asked.types.contains(&is.to_lowercase().as_str()) {
                    complain(format!("the type is {is:?}"));
                }
                let is_there = |end: &str| site.root().join(format!("{}{end}", asked.file)).is_file();
                let (coding, end) = codings.iter().find(|(_, end)| is_there(end)).unwrap();
                equal("content-encoding", answer.says("content-encoding"), coding, &mut complain);
                if answer.body != site.read(&format!("{}{end}", asked.file)) {
                    complain("another file".into());
                }
                // A cache between must not give the one to who asked for the other.
                if is_there(".br") && !answer.says("vary").to_lowercase().contains("accept-encoding") {
                    complain(format!("vary is {:?}", answer.says("vary")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{host}: {} answers\n{}", wrong.len(), wrong.join("\n"));
}

/// What a running server must do besides: name what is missing, find folders, answer who has the file already.
pub(crate) fn check_running(host: &str, port: u16) {
    for below in ["", BELOW] {
        let missing = ["/saknas/", "/faktabank-0123456789abcdef.js", "/data/saknas.json"];
        for path in missing {
            let answer = Answer::to(port, &format!("{below}{path}"), "Accept-Encoding: br\r\n");
            assert_eq!(answer.status, 404, "{host}: {path}");
            assert!(!answer.says("cache-control").contains("immutable"), "{host}: an error is kept: {answer:?}");
            headers(&answer, &mut |what| panic!("{host}: {path}: {what}"));
        }
        let answer = Answer::to(port, &format!("{below}/kommun/falun"), "");
        assert!([301, 307, 308].contains(&answer.status), "{host}: {answer:?}");
        assert!(answer.says("location").ends_with("/kommun/falun/"), "{host}: {answer:?}");
        for path in ["/data/manifest.json", "/kommun/falun/", "/faktabank-9f928719a3d0dc87_lazy.wasm"] {
            let path = format!("{below}{path}");
            let first = Answer::to(port, &path, "Accept-Encoding: br\r\n");
            let tag = first.says("etag");
            assert!(!tag.is_empty(), "{host}: {path} has no tag: {first:?}");
            let again = Answer::to(port, &path, &format!("Accept-Encoding: br\r\nIf-None-Match: {tag}\r\n"));
            assert_eq!((again.status, again.body.len()), (304, 0), "{host}: {path}");
            assert_eq!(again.says("cache-control"), first.says("cache-control"), "{host}: {path} again");
        }
    }
}

/// The headers of every answer, as `deploy/headers.conf` has them.
fn headers(answer: &Answer, complain: &mut impl FnMut(String)) {
    let text = deployed("headers.conf");
    let mut all = 0;
    for line in text.lines().filter_map(|line| line.strip_prefix("add_header ")) {
        let mut parts = line.split('"');
        let (name, Some(value)) = (parts.next().unwrap().trim().to_lowercase(), parts.next()) else { continue };
        equal(&name, answer.says(&name), value, complain);
        all += 1;
    }
    assert_eq!(all, 5, "headers.conf");
}

fn equal(name: &str, is: &str, expected: &str, complain: &mut impl FnMut(String)) {
    if is != expected {
        complain(format!("{name} is {is:?}, not {expected:?}"));
    }
}
