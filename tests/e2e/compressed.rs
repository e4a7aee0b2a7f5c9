//! What the build has compressed, as the server sends it: the file beside the
//! one that is asked for, with the type and the headers of that one.

use crate::harness::Site;
use anyhow::{Context, Result, ensure};
use libtest_mimic::Trial;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::net::TcpStream;

/// Every test of this module.
pub(crate) fn trials() -> [Trial; 2] {
    let trial = |name: &str, play: fn() -> Result<()>| {
        Trial::test(format!("compressed::{name}"), move || play().map_err(|error| format!("{error:#}").into()))
    };
    [
        trial("files_are_sent_as_the_build_has_compressed_them", as_compressed),
        trial("every_file_that_the_page_names_by_its_contents_is_kept", kept),
    ]
}

/// Every script, style and file of code that the page names.
fn kept() -> Result<()> {
    let site = Site::production()?;
    let page = String::from_utf8(site.read("index.html")?)?;
    let ends = [".css", ".js", ".svg", ".wasm", ".json"];
    let names = page.split('"').skip(1).step_by(2).filter(|name| ends.iter().any(|end| name.ends_with(end)));
    let names = names.map(|name| name.trim_start_matches("./"));
    // Beside the page, or in the folder of the data; `data-files` names those below it.
    let names: BTreeSet<&str> = names.filter(|name| !name.contains('/') || name.starts_with("data/")).collect();
    ensure!(names.iter().any(|name| name.ends_with("_lazy.wasm")), "the page names {names:?}");
    for name in names {
        let answer = Answer::to(&site, &format!("/{name}"), "br")?;
        let is = answer.headers.get("cache-control").map(String::as_str).unwrap_or_default();
        // The names of data stay when there is more of them.
        let expected = if name.starts_with("data/") { "no-cache" } else { "public, max-age=31536000, immutable" };
        ensure!(is == expected, "{name}: cache-control is {is:?}, not {expected:?}");
    }
    Ok(())
}

/// A request's `Accept-Encoding`, the `Content-Encoding` of its answer, and what ends the file sent.
const CODINGS: [(&str, &str, &str); 4] =
    [("gzip, deflate, br", "br", ".br"), ("br", "br", ".br"), ("gzip", "gzip", ".gz"), ("identity", "", "")];

fn as_compressed() -> Result<()> {
    let site = Site::production()?;
    let page = String::from_utf8(site.read("index.html")?)?;
    let style = named(&page, ".css")?;
    let files = [
        ("/", "index.html", "text/html; charset=utf-8", "no-cache"),
        ("/data/manifest.json", "data/manifest.json", "application/json; charset=utf-8", "no-cache"),
        (&format!("/{style}"), &style, "text/css; charset=utf-8", "public, max-age=31536000, immutable"),
    ];
    for (path, file, kind, kept) in files {
        for (accepted, coding, ending) in CODINGS {
            let answer = Answer::to(&site, path, accepted)?;
            let says = |name: &str| answer.headers.get(name).map(String::as_str).unwrap_or_default();
            let expected = [
                ("content-encoding", coding),
                ("content-type", kind),
                ("cache-control", kept),
                ("vary", "Accept-Encoding"),
                ("x-content-type-options", "nosniff"),
            ];
            for (name, value) in expected {
                ensure!(says(name) == value, "{path} by {accepted}: {name} is {:?}, not {value:?}", says(name));
            }
            ensure!(says("content-security-policy").starts_with("default-src 'none'"), "{path} has no policy");
            ensure!(answer.body == site.read(&[file, ending].concat())?, "{path} by {accepted} is another file");
        }
    }
    Ok(())
}

/// The first file that the page names with this ending.
fn named(page: &str, ending: &str) -> Result<String> {
    let mut quoted = page.split('"').skip(1).step_by(2);
    let name = quoted.find(|name| name.ends_with(ending)).with_context(|| format!("the page names no {ending}"))?;
    Ok(name.trim_start_matches(['.', '/']).to_owned())
}

/// An answer as it comes, which browsers and libraries would unpack.
struct Answer {
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn to(site: &Site, path: &str, accepted: &str) -> Result<Self> {
        let origin = site.origin();
        let host = origin.strip_prefix("http://").context("another protocol")?;
        let mut stream = TcpStream::connect(host)?;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: {accepted}\r\nConnection: close\r\n\r\n"
        )?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").context("no headers")?;
        let head = std::str::from_utf8(&bytes[..end])?;
        ensure!(head.starts_with("HTTP/1.1 200 "), "{path}: {head}");
        let headers = head.lines().filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        Ok(Self { headers, body: bytes[end + 4..].to_vec() })
    }
}
