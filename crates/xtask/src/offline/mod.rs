//! `cargo xtask offline`: the built site to copies that need no network: a
//! folder that opens by double-click, the same as a zip file, and one single
//! file about one area.
//!
//! A copy is the site: the same page, the same wasm. What differs is where
//! `fetch` gets its bytes (`public/offline.js`). The same site gives the same
//! bytes. Knows no figure.

mod archive;
mod contents;
mod disk;
#[cfg(test)]
mod example;
mod folder;
mod page;
pub(crate) mod policy;
mod script;
mod single;
mod words;

use crate::{compress, headers, model, project, site};
use anyhow::{Context, Result, ensure};
use faktabank_tables::snapshot::{
    AREAS_FILE, MANIFEST_FILE, Manifest, TOPICS_FILE, read_areas, read_manifest, read_topics,
};
use faktabank_tables::statistics::letters::slug;
use faktabank_tables::statistics::{AreaCode, Areas};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The folder, below the project's; the zip file and the single file lie beside it.
pub(crate) const FOLDER: &str = "dist-offline";

/// The area that is meant when none is said: Dalarna.
pub(crate) const AREA: &str = "20";

/// Where the site keeps the data.
const DATA: &str = "data/";
/// The page of the site.
const PAGE: &str = "index.html";
/// The licences of what the page is made of.
const LICENCES: &str = "licenser.txt";
/// What of `public/` a copy has and the site has not.
const SCRIPT: &str = "offline.js";
const STYLE: &str = "offline.css";

/// Most bytes of the folder: what a memory stick and a mail box take without a thought.
const MOST_IN_FOLDER: usize = 8_000_000;
/// Most bytes of the single file.
const MOST_IN_FILE: usize = 2_700_000;

/// Files by path, with `/`.
type Files = BTreeMap<String, Vec<u8>>;

/// The site, and what its copies are made of.
struct Source {
    /// Every file of the site.
    site: Files,
    /// The headers of production, which hold the policy.
    headers: String,
    /// What copies have beside the site.
    script: String,
    style: String,
    /// What the site's data say of themselves.
    manifest: Manifest,
    areas: Areas,
    /// The area that comes in full, and with the single file alone.
    area: AreaCode,
}

/// Builds the site and makes its copies; `area` is a län by its code.
///
/// # Errors
///
/// If the area is none, the model or the site cannot be built, or a copy would be too large.
pub(crate) fn run(area: &str, allow_modelled: bool) -> Result<()> {
    // Before minutes of building.
    contents::area(area)?;
    if allow_modelled {
        model::ensure()?;
    }
    site::build(allow_modelled, None, None)?;
    pack(area)
}

/// Makes the copies of the site as it was last built.
///
/// # Errors
///
/// As [`run`], and if there is no built site.
pub(crate) fn pack(area: &str) -> Result<()> {
    let root = project::root();
    let source = Source::read(contents::area(area)?)?;
    let mut folder = folder::build(&source)?;
    folder::add_pages(&mut folder, &source)?;
    let single = single::build(&source)?;
    fits(FOLDER, folder.values().map(Vec::len).sum(), MOST_IN_FOLDER)?;

    let edition = &source.manifest.current;
    let zip = archive::zip(&format!("faktabank-{edition}"), &folder)?;
    let file = format!("faktabank-{}.html", slug(&source.areas.name(source.area)));
    fits(&file, single.len(), MOST_IN_FILE)?;

    disk::replace(&root.join(FOLDER), &folder)?;
    for (name, bytes) in [(format!("faktabank-{edition}.zip"), zip), (file, single.into_bytes())] {
        fs::write(root.join(&name), bytes).with_context(|| name.clone())?;
    }
    Ok(())
}

/// Says how large a copy is, and refuses one that is too large.
fn fits(name: &str, bytes: usize, most: usize) -> Result<()> {
    println!("offline: {name}, {bytes} of at most {most} bytes");
    ensure!(bytes <= most, "{name} is too large; what is in it is chosen in crates/xtask/src/offline/contents.rs");
    Ok(())
}

impl Source {
    fn read(area: AreaCode) -> Result<Self> {
        let root = project::root();
        let mut site = disk::read(&root.join(site::FOLDER)).context("run `cargo xtask build` first")?;
        // Nobody unpacks them in a folder.
        site.retain(|name, _| !compress::is_compressed(Path::new(name)));
        let text = |file: &str| fs::read_to_string(root.join(file)).with_context(|| file.to_owned());
        let headers = text(headers::FILE)?;
        let script = text(&format!("public/{SCRIPT}"))?;
        let style = text(&format!("public/{STYLE}"))?;
        let catalogue = read_topics(file(&site, &[DATA, TOPICS_FILE].concat())?)?;
        let manifest = read_manifest(file(&site, &[DATA, MANIFEST_FILE].concat())?, catalogue)?;
        let areas = read_areas(file(&site, &[DATA, AREAS_FILE].concat())?)?;
        Ok(Self { site, headers, script, style, manifest, areas, area })
    }

    fn text(&self, name: &str) -> Result<&str> {
        std::str::from_utf8(self.file(name)?).with_context(|| name.to_owned())
    }

    fn file(&self, name: &str) -> Result<&[u8]> {
        file(&self.site, name)
    }
}

fn file<'a>(files: &'a Files, name: &str) -> Result<&'a [u8]> {
    files.get(name).map(Vec::as_slice).with_context(|| format!("{} has no {name}", site::FOLDER))
}
