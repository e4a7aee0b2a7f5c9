//! Sizes: turns `dist/` into a table of bytes against the limits, as they are
//! and as they travel. It knows no file by name but the page and the data's
//! manifest.

use crate::{compress, project, site, topics};
use anyhow::{Context, Result, ensure};
use faktabank_tables::query::{AreaChoice, Selection, is_of_figure, needs, resolve, sections};
use faktabank_tables::snapshot::{Edition, Manifest, read_areas, read_manifest};
use faktabank_tables::statistics::{AreaKind, Areas, Sex};
use flate2::write::GzEncoder;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;

/// A limit on the sum of some files, in bytes after brotli.
struct Limit {
    what: &'static str,
    /// What the design asks for; `None` where it asks for nothing.
    asked: Option<usize>,
    /// What was reached when it was last looked at; two per cent more fail the build. Less is
    /// written down here, more needs a reason.
    reached: usize,
    counts: fn(Kind) -> bool,
}

impl Limit {
    /// The most that it may be now: what was reached and two per cent, within what is asked for.
    fn ceiling(&self) -> usize {
        let grown = self.reached + self.reached / 50;
        self.asked.map_or(grown, |asked| grown.min(asked))
    }
}

/// What a file is to the first view.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Wasm,
    Page,
    /// What the first chart is drawn from.
    Data,
    /// What stands around it on the start page, fetched once it is drawn.
    Around,
    /// The rest of the code, fetched once the first view is drawn.
    SecondWasm,
    /// What charts are read with, fetched after that.
    Library,
    /// Fetched when it is asked for.
    OnDemand,
}

const KIB: usize = 1024;

const LIMITS: [Limit; 7] = [
    // 190 while the first view loaded 146 of ECharts besides, by which it is lighter now.
    Limit { what: "first wasm", asked: Some(210 * KIB), reached: 2073 * KIB / 10, counts: |kind| kind == Kind::Wasm },
    Limit {
        what: "first view but data",
        asked: Some(390 * KIB),
        reached: 2410 * KIB / 10,
        counts: |kind| matches!(kind, Kind::Wasm | Kind::Page),
    },
    Limit {
        what: "data of the first chart",
        asked: Some(40 * KIB),
        reached: 40 * KIB,
        counts: |kind| kind == Kind::Data,
    },
    Limit { what: "data around it", asked: Some(100 * KIB), reached: 100 * KIB, counts: |kind| kind == Kind::Around },
    Limit { what: "second wasm", asked: None, reached: 3266 * KIB / 10, counts: |kind| kind == Kind::SecondWasm },
    Limit { what: "chart library", asked: None, reached: 1465 * KIB / 10, counts: |kind| kind == Kind::Library },
    Limit {
        what: "all but data",
        asked: None,
        reached: 7310 * KIB / 10,
        counts: |kind| !matches!(kind, Kind::Data | Kind::Around),
    },
];

/// A file of the first view, with its sizes in bytes.
struct File {
    name: String,
    kind: Kind,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints every file of the first view with its sizes, then each sum against
/// its limit.
///
/// # Errors
///
/// If a limit is exceeded, or `dist/` is not there.
pub(crate) fn run() -> Result<()> {
    let folder = project::root().join(site::FOLDER);
    let mut files = page_files(&folder)?;
    let manifest = manifest(&folder)?;
    files.extend(data_files(&folder, &manifest)?);

    println!("{:<48} {:>10} {:>10} {:>10}", "budget: file, KiB", "raw", "gzip", "brotli");
    for file in &files {
        println!("{:<48} {:>10} {:>10} {:>10}", file.name, kib(file.raw), kib(file.gzip), kib(file.brotli));
    }
    let mut exceeded = Vec::new();
    let (script, limit) = HOST_SCRIPT;
    let bytes = fs::metadata(folder.join(script)).context(script)?.len() as usize;
    println!("{script:<24} {bytes:>7} of {limit:>7} bytes, minified");
    if bytes >= limit {
        exceeded.push(script);
    }
    println!("{:<24} {:>9} {:>9} {:>9}", "largest, KiB brotli", "is", "may be", "asked for");
    for (what, bytes, limit) in largest(&folder, &manifest)? {
        println!("{what:<24} {:>9} {:>9} {:>9}", kib(bytes), kib(limit), kib(limit));
        if bytes > limit {
            exceeded.push(what);
        }
    }
    println!("{:<24} {:>9} {:>9} {:>9}", "sum, KiB brotli", "is", "may be", "asked for");
    for limit in &LIMITS {
        let bytes: usize = files.iter().filter(|file| (limit.counts)(file.kind)).map(|file| file.brotli).sum();
        let over = bytes > limit.ceiling();
        let asked = limit.asked.map_or_else(|| "-".to_owned(), kib);
        let verdict = if over { "  OVER" } else { "" };
        println!("{:<24} {:>9} {:>9} {asked:>9}{verdict}", limit.what, kib(bytes), kib(limit.ceiling()));
        if over {
            exceeded.push(limit.what);
        }
    }
    ensure!(exceeded.is_empty(), "over the limit: {}", exceeded.join(", "));
    Ok(())
}

/// The script for other pages, and its largest size in bytes as it travels
/// uncompressed; no view of ours asks for it.
const HOST_SCRIPT: (&str, usize) = ("inbaddning.js", 3000);

/// The library that charts are read with.
const LIBRARY: &str = "echarts-";

/// The script that writes workbooks, which is asked for with the first of them.
const WORKBOOKS: &str = "xlsx-";

/// The licences of what the page is made of, for those who follow a link.
const LICENCES: &str = "licenser.txt";

/// The files beside the page; all of them but the script for other pages, the
/// licences and what is loaded later are asked for by the first view.
fn page_files(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{}: run `cargo xtask build`", site::FOLDER))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let counts = entry.file_type()?.is_file() && !compress::is_compressed(&entry.path());
        if counts && ![HOST_SCRIPT.0, LICENCES].contains(&name.as_str()) {
            let kind = match name.as_str() {
                name if name.ends_with("_lazy.wasm") => Kind::SecondWasm,
                name if name.starts_with(LIBRARY) => Kind::Library,
                name if name.starts_with(WORKBOOKS) => Kind::OnDemand,
                name if name.ends_with(".wasm") => Kind::Wasm,
                _ => Kind::Page,
            };
            files.push(measure(folder, name, kind)?);
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn manifest(folder: &Path) -> Result<Manifest> {
    let bytes = fs::read(folder.join("data/manifest.json")).context("data/manifest.json")?;
    Ok(read_manifest(&bytes, topics::published(&folder.join("data"))?)?)
}

fn current(manifest: &Manifest) -> Result<&Edition> {
    manifest.edition(&manifest.current).context("data/manifest.json: no current edition")
}

fn areas(folder: &Path, manifest: &Manifest) -> Result<Areas> {
    Ok(read_areas(&fs::read(folder.join("data").join(&manifest.areas.file))?)?)
}

/// What the start page asks for: the manifest, the topics, the areas, and the
/// files that a link which says nothing needs.
fn data_files(folder: &Path, manifest: &Manifest) -> Result<Vec<File>> {
    let always = ["manifest.json", &manifest.topics.file, &manifest.areas.file].map(|file| (file, Kind::Data));
    let files = always.into_iter().chain(start_page(&Selection::default(), manifest, &areas(folder, manifest)?)?);
    files.map(|(file, kind)| measure(folder, format!("data/{file}"), kind)).collect()
}

/// The files of a start page, each once: those of its figure, and those of what
/// stands around it and of the other topics.
fn start_page<'a>(selection: &Selection, manifest: &'a Manifest, areas: &Areas) -> Result<Vec<(&'a str, Kind)>> {
    let resolved = resolve(selection, manifest, areas).context("the start page shows nothing")?;
    let edition = current(manifest)?;
    let mut files: Vec<(&str, Kind)> = Vec::new();
    let of_page = needs(&resolved, edition).into_iter().map(|(table, shard)| {
        let kind = if is_of_figure(&resolved, table, shard) { Kind::Data } else { Kind::Around };
        (shard.file.file.as_str(), kind)
    });
    files.extend(of_page);
    for section in sections(&resolved, manifest, areas) {
        let of_topic = needs(&section.resolved, edition).into_iter();
        files.extend(of_topic.map(|(_, shard)| (shard.file.file.as_str(), Kind::Around)));
    }
    files.extend(edition.newest.as_ref().map(|entry| (entry.file.as_str(), Kind::Around)));
    let mut seen = BTreeSet::new();
    files.retain(|(file, _)| seen.insert(*file));
    Ok(files)
}

/// The most that any kommun's start page needs around its figure.
fn around(folder: &Path, manifest: &Manifest) -> Result<usize> {
    let areas = areas(folder, manifest)?;
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut most = 0;
    for area in areas.areas.iter().filter(|area| area.code.is_municipality()) {
        let selection = Selection { areas: vec![AreaChoice::Area(area.code)], ..Selection::default() };
        let mut sum = 0;
        for (file, _) in start_page(&selection, manifest, &areas)?.into_iter().filter(|(_, kind)| *kind == Kind::Around)
        {
            let bytes = match sizes.get(file) {
                Some(bytes) => *bytes,
                None => measure(folder, format!("data/{file}"), Kind::Around)?.brotli,
            };
            sizes.insert(file, bytes);
            sum += bytes;
        }
        most = most.max(sum);
    }
    Ok(most)
}

/// The largest file of one län, and the most that a map of every kommun and year
/// of a table and the rest of a start page need, each in bytes after brotli and
/// with its limit.
fn largest(folder: &Path, manifest: &Manifest) -> Result<[(&'static str, usize, usize); 4]> {
    let (mut of_county, mut of_map) = (0, 0);
    for table in &current(manifest)?.tables {
        let mut kommuner = table.areas();
        kommuner.retain(|area| area.kind() == AreaKind::Municipality);
        let mut whole = 0;
        for shard in table.shards_of(&kommuner, &[Sex::Both], table.usual_age) {
            let bytes = measure(folder, format!("data/{}", shard.file.file), Kind::Data)?.brotli;
            whole += bytes;
            let counties: BTreeSet<_> = shard.areas.iter().filter_map(|area| area.county()).collect();
            if counties.len() == 1 {
                of_county = of_county.max(bytes);
            }
        }
        of_map = of_map.max(whole);
    }
    Ok([
        ("a län of a table", of_county, 35 * KIB),
        ("a map of a table", of_map, 150 * KIB),
        ("the rest of a start page", around(folder, manifest)?, 100 * KIB),
        ("a prerendered page", page(folder)?, 30 * KIB),
    ])
}

/// The largest page of an area, as it is sent.
fn page(folder: &Path) -> Result<usize> {
    let mut largest = 0;
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            largest = largest.max(page(&entry.path())?);
        } else if entry.file_name() == "index.html.br" {
            largest = largest.max(usize::try_from(entry.metadata()?.len())?);
        }
    }
    Ok(largest)
}

fn measure(folder: &Path, name: String, kind: Kind) -> Result<File> {
    let bytes = fs::read(folder.join(&name)).with_context(|| name.clone())?;
    let mut gzip = GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&bytes)?;
    // What `brotli` does when nothing else is said.
    let (gzip, brotli) = (gzip.finish()?.len(), compress::brotli(&bytes, 11)?.len());
    Ok(File { name, kind, raw: bytes.len(), gzip, brotli })
}

/// Bytes as KiB with one decimal, rounded up, so that what is over looks over.
fn kib(bytes: usize) -> String {
    let tenths = (bytes * 10).div_ceil(KIB);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::kib;

    #[test]
    fn sizes_are_rounded_up() {
        let shown = [0, 1, 1024, 1025, 133_120, 133_121].map(kib);
        assert_eq!(shown, ["0.0", "0.1", "1.0", "1.1", "130.0", "130.1"]);
    }
}
