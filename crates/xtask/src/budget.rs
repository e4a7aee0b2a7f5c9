//! Sizes: turns `dist/` into a table of bytes against the limits, as they are
//! and as they travel. It knows no file by name but the page and the data's
//! manifest.

use crate::{project, site};
use anyhow::{Context, Result, ensure};
use faktabank::snapshot::read_manifest;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

/// A limit on the sum of some files, in bytes after brotli.
struct Limit {
    what: &'static str,
    /// What the design asks for; more fails the build.
    most: usize,
    counts: fn(Kind) -> bool,
}

/// What a file is to the first view.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Wasm,
    Page,
    Data,
    /// Fetched once the first view is drawn.
    Later,
}

const KIB: usize = 1024;

const LIMITS: [Limit; 3] = [
    Limit { what: "wasm", most: 130 * KIB, counts: |kind| kind == Kind::Wasm },
    Limit { what: "first view but data", most: 300 * KIB, counts: |kind| matches!(kind, Kind::Wasm | Kind::Page) },
    Limit { what: "data of the first view", most: 40 * KIB, counts: |kind| kind == Kind::Data },
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
    files.extend(data_files(&folder)?);

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
    let later: usize = files.iter().filter(|file| file.kind == Kind::Later).map(|file| file.brotli).sum();
    println!("{:<24} {:>7} KiB brotli, once the first view is drawn", "later", kib(later));
    for limit in &LIMITS {
        let bytes: usize = files.iter().filter(|file| (limit.counts)(file.kind)).map(|file| file.brotli).sum();
        let verdict = if bytes <= limit.most { "within the limit" } else { "OVER THE LIMIT" };
        println!("{:<24} {:>7} of {:>7} KiB brotli: {verdict}", limit.what, kib(bytes), kib(limit.most));
        if bytes > limit.most {
            exceeded.push(limit.what);
        }
    }
    ensure!(exceeded.is_empty(), "over the limit: {}", exceeded.join(", "));
    Ok(())
}

/// The script for other pages, and its largest size in bytes as it travels
/// uncompressed; no view of ours asks for it.
const HOST_SCRIPT: (&str, usize) = ("inbaddning.js", 3000);

/// The script that writes workbooks, which is asked for with the first of them.
const WORKBOOKS: &str = "xlsx-";

/// The files beside the page; all of them but the script for other pages and
/// what comes later are asked for by the first view.
fn page_files(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{}: run `cargo xtask build`", site::FOLDER))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && name != HOST_SCRIPT.0 {
            let kind = match name.as_str() {
                name if name.ends_with("_later.wasm") || name.starts_with(WORKBOOKS) => Kind::Later,
                name if name.ends_with(".wasm") => Kind::Wasm,
                _ => Kind::Page,
            };
            files.push(measure(folder, name, kind)?);
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// What any first view of the current edition may ask for: the manifest, the
/// areas, and every shard.
fn data_files(folder: &Path) -> Result<Vec<File>> {
    let bytes = fs::read(folder.join("data/manifest.json")).context("data/manifest.json")?;
    let manifest = read_manifest(&bytes)?;
    let edition = manifest.edition(&manifest.current).context("data/manifest.json: no current edition")?;
    let shards = edition.tables.iter().flat_map(|table| &table.shards).map(|shard| &shard.file.file);
    ["manifest.json", &manifest.areas.file]
        .into_iter()
        .chain(shards.map(String::as_str))
        .map(|file| measure(folder, format!("data/{file}"), Kind::Data))
        .collect()
}

fn measure(folder: &Path, name: String, kind: Kind) -> Result<File> {
    let bytes = fs::read(folder.join(&name)).with_context(|| name.clone())?;
    let mut gzip = GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&bytes)?;
    // Quality 11, window 2^22: what `brotli` does when nothing else is said.
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    brotli.write_all(&bytes)?;
    let (gzip, brotli) = (gzip.finish()?.len(), brotli.into_inner().len());
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
