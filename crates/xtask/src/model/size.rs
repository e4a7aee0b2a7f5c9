//! The edition's files to their sizes as they travel, in words for a terminal.

use crate::publish::Files;
use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

const KIB: f64 = 1024.0;

/// The largest file of totals (both sexes, 20–64) in brotli, as the budget
/// counts it, and the whole edition in gzip: that stays above brotli, of which
/// ten megabytes would take minutes here.
///
/// # Errors
///
/// None of writing to memory; they are passed on.
pub(super) fn say(files: &Files) -> Result<String> {
    let totals = files.iter().filter(|(name, _)| !name.contains("-20-6") && !name.ends_with("manifest.json"));
    let (name, largest) = totals.max_by_key(|(_, bytes)| bytes.len()).context("the edition has no file of totals")?;
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    brotli.write_all(largest)?;
    let largest = brotli.into_inner().len() as f64 / KIB;
    let mut all = 0;
    for bytes in files.values() {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        all += gzip.finish()?.len();
    }
    let all = all as f64 / KIB / KIB;
    Ok(format!("largest file of totals: {name}, {largest:.1} KiB in brotli; all files: {all:.1} MiB in gzip"))
}
