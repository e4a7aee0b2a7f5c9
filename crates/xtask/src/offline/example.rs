//! A small site with the project's own data, for the tests of its copies.

use super::{AREAS_FILE, DATA, Files, MANIFEST_FILE, PAGE, Source, disk};
use crate::{headers, project};
use faktabank_tables::snapshot::{read_areas, read_manifest};
use faktabank_tables::statistics::AreaCode;
use std::fs;

/// A page as Trunk makes it.
pub(super) const HTML: &str = "<!DOCTYPE html>\n<html lang=\"sv\" data-echarts=\"echarts-1.js\" data-xlsx=\"xlsx-1.js\">\n<head>\n  <meta charset=\"utf-8\">\n  \
    <link rel=\"stylesheet\" href=\"./page-1.css\"/>\n  <link rel=\"icon\" href=\"./icon-1.svg\"/>\n  \
    <script src=\"./asked-1.js\" defer integrity=\"sha256-x\"></script>\n\
    <link rel=\"preload\" href=\"./a.wasm\" as=\"fetch\" crossorigin></head>\n<body>\n  \
    <noscript><p>Utan.</p></noscript>\n  <div id=\"app\"><p>Hämtar</p></div>\n  \
    <script defer src=\"./a.js\" data-wasm=\"./a.wasm\"></script>\n  <script src=\"boot.js\"></script>\n\
    </body>\n</html>\n";

/// The site; its data are those of the project.
pub(super) fn source() -> Source {
    let root = project::root();
    let text = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let small = [
        (PAGE, HTML),
        ("page-1.css", "p { margin: 0 }\n"),
        ("icon-1.svg", "<svg/>"),
        ("asked-1.js", "document;\n"),
        ("echarts-1.js", "var echarts = {};\n"),
        ("a.js", "var wasm_bindgen = () => {};\n"),
        ("a.wasm", "\0asm"),
        ("boot.js", "wasm_bindgen();\n"),
        ("exempel/index.html", "<p>Ett exempel</p>\n"),
        ("inbaddning.js", "addEventListener;\n"),
        ("licenser.txt", "echarts 6: Apache-2.0, <its text>\n"),
        ("xlsx-1.js", "faktabankXlsx = () => {};\n"),
    ];
    let mut site: Files = small.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into();
    for (name, bytes) in disk::read(&root.join("data")).unwrap() {
        if !["anchors/", "modell/", "topics/"].iter().any(|other| name.starts_with(other)) {
            site.insert([DATA, &name].concat(), bytes);
        }
    }
    Source {
        headers: text(headers::FILE),
        script: "faktabank = {};\n".to_owned(),
        style: ".copy { margin: 0 }\n".to_owned(),
        manifest: read_manifest(&site[&[DATA, MANIFEST_FILE].concat()], crate::topics::committed()).unwrap(),
        areas: read_areas(&site[&[DATA, AREAS_FILE].concat()]).unwrap(),
        area: AreaCode::DALARNA,
        site,
    }
}
