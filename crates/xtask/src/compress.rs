//! Text files of a folder → the same as brotli and gzip beside them, which a
//! server sends as they are. What it has compressed before it takes from
//! `target/compressed/`, by the SHA-256 of the file.

use crate::project;
use anyhow::{Context, Result, ensure};
use compression_codecs::brotli::params::EncoderParams;
use compression_codecs::core::Level;
use compression_codecs::core::util::{PartialBuffer, WriteBuffer};
use compression_codecs::{BrotliEncoder, EncodeV2};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What gets smaller; pictures are compressed as they are.
pub(crate) const TEXTS: [&str; 8] = ["css", "html", "js", "json", "svg", "txt", "wasm", "xml"];
/// Below this a file travels in one packet with its headers anyway.
const LEAST: usize = 1024;
/// A file that is larger is compressed less hard, since it would take seconds.
const LARGE: usize = 1024 * 1024;
/// The hardest, for what is few; brotli's next for data and for pages by the hundred, which
/// takes a fifth of the time (25 ms a page, not 123) for 2 per cent.
const FEW: Quality = Quality { brotli: 11, gzip: 9 };
const MANY: Quality = Quality { brotli: 10, gzip: 9 };

/// How hard a file is compressed.
#[derive(Clone, Copy)]
struct Quality {
    brotli: i32,
    gzip: u32,
}

/// How a file travels.
#[derive(Clone, Copy)]
enum Coding {
    Brotli,
    Gzip,
}

impl Coding {
    const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// What ends the name of such a file.
    const fn extension(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }
}

/// Whether it is a file that this has made.
pub(crate) fn is_compressed(file: &Path) -> bool {
    file.extension().is_some_and(|kind| Coding::ALL.iter().any(|coding| kind == coding.extension()))
}

/// Puts the compressed files beside the others, and removes what is not of one
/// of them.
///
/// # Errors
///
/// If a file cannot be read or written.
pub(crate) fn run(folder: &Path) -> Result<()> {
    within(folder, &project::root().join("target/compressed"))
}

/// The same, with what has been compressed before kept in a folder of its own.
///
/// # Errors
///
/// As [`run`].
pub(crate) fn within(folder: &Path, kept: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    fs::create_dir_all(kept).with_context(|| kept.display().to_string())?;
    // The largest first, so that no thread is left with one of them at the end.
    files.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let next = AtomicUsize::new(0);
    let work = || -> Result<Vec<String>> {
        let mut used = Vec::new();
        while let Some((file, _)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            used.extend(beside(folder, file, kept).with_context(|| file.display().to_string())?);
        }
        Ok(used)
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let used: Result<Vec<Vec<String>>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let joined =
            threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        joined.collect()
    });
    forget(kept, &used?.into_iter().flatten().collect())
}

/// The files that are to be compressed, with their sizes; those made by an
/// earlier run are removed.
fn collect(folder: &Path, files: &mut Vec<(PathBuf, u64)>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let (path, data) = (entry.path(), entry.metadata()?);
        if data.is_dir() {
            collect(&path, files)?;
        } else if is_compressed(&path) {
            fs::remove_file(&path).with_context(|| path.display().to_string())?;
        } else if path.extension().is_some_and(|kind| TEXTS.iter().any(|text| kind == *text)) {
            files.push((path, data.len()));
        }
    }
    Ok(())
}

/// Puts the compressed files beside one; the names of what was kept of them.
fn beside(folder: &Path, file: &Path, kept: &Path) -> Result<Vec<String>> {
    let bytes = fs::read(file)?;
    if bytes.len() < LEAST {
        return Ok(Vec::new());
    }
    let quality = quality(file.strip_prefix(folder)?, bytes.len());
    let mut hash = String::new();
    for byte in Sha256::digest(&bytes) {
        write!(hash, "{byte:02x}")?;
    }
    let mut used = Vec::new();
    for coding in Coding::ALL {
        let how_hard = match coding {
            Coding::Brotli => quality.brotli.unsigned_abs(),
            Coding::Gzip => quality.gzip,
        };
        let name = format!("{hash}-{how_hard}.{}", coding.extension());
        let known = kept.join(&name);
        let compressed = match fs::read(&known) {
            Ok(compressed) => compressed,
            Err(_) => {
                let compressed = compressed(&bytes, coding, quality)?;
                // In its place at once, whole: another run may look for it.
                let unfinished = kept.join(format!("{name}.{}", std::process::id()));
                fs::write(&unfinished, &compressed)?;
                fs::rename(&unfinished, &known)?;
                compressed
            }
        };
        if compressed.len() < bytes.len() {
            let mut target = file.as_os_str().to_owned();
            target.push(".");
            target.push(coding.extension());
            fs::write(PathBuf::from(target), compressed)?;
        }
        used.push(name);
    }
    Ok(used)
}

/// How hard a file is compressed, by its place in the folder.
fn quality(place: &Path, bytes: usize) -> Quality {
    let is_page = place.extension().is_some_and(|kind| kind == "html") && place.components().count() > 1;
    match () {
        () if is_page || place.starts_with("data") || bytes > LARGE => MANY,
        () => FEW,
    }
}

fn compressed(bytes: &[u8], coding: Coding, quality: Quality) -> Result<Vec<u8>> {
    match coding {
        Coding::Brotli => brotli(bytes, quality.brotli),
        Coding::Gzip => {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::new(quality.gzip));
            gzip.write_all(bytes)?;
            Ok(gzip.finish()?)
        }
    }
}

/// Bytes as brotli.
///
/// # Errors
///
/// If they cannot be compressed.
pub(crate) fn brotli(bytes: &[u8], quality: i32) -> Result<Vec<u8>> {
    let mut encoder = BrotliEncoder::new(EncoderParams::default().quality(Level::Precise(quality)));
    // Brotli never grows by more than its headers.
    let mut room = vec![0; bytes.len() + bytes.len() / 1000 + 1024];
    let mut output = WriteBuffer::new_initialized(&mut room);
    let mut input = PartialBuffer::new(bytes);
    while !input.unwritten().is_empty() {
        ensure!(!output.has_no_spare_space(), "brotli grows");
        encoder.encode(&mut input, &mut output)?;
    }
    while !encoder.finish(&mut output)? {
        ensure!(!output.has_no_spare_space(), "brotli grows");
    }
    let length = output.written_len();
    room.truncate(length);
    Ok(room)
}

/// Removes what was kept and is not used any more.
fn forget(kept: &Path, used: &BTreeSet<String>) -> Result<()> {
    for entry in fs::read_dir(kept).with_context(|| kept.display().to_string())? {
        let entry = entry?;
        if !used.contains(&*entry.file_name().to_string_lossy()) {
            fs::remove_file(entry.path()).with_context(|| entry.path().display().to_string())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn texts_have_their_like_beside_them_and_it_is_as_they_are_now() {
        let (folder, kept) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (folder, kept) = (folder.path(), kept.path());
        let text = |words: &str| words.repeat(400).into_bytes();
        for name in ["a.html", "b.png", "c.json", "d.css"] {
            fs::write(folder.join(name), text(name)).unwrap();
        }
        fs::write(folder.join("d.css"), "a{}").unwrap();
        within(folder, kept).unwrap();
        let all = ["a.html", "a.html.br", "a.html.gz", "b.png", "c.json", "c.json.br", "c.json.gz", "d.css"];
        assert_eq!(names(folder), all);
        let mut read = Vec::new();
        let gzip = fs::read(folder.join("a.html.gz")).unwrap();
        flate2::read::GzDecoder::new(gzip.as_slice()).read_to_end(&mut read).unwrap();
        assert_eq!(read, text("a.html"));

        // What is kept is taken, what has changed is made anew, what is gone is gone.
        let marked = fs::read_dir(kept).unwrap().map(|entry| entry.unwrap().path());
        for file in marked.filter(|file| file.extension().unwrap() == "br") {
            fs::write(file, "kept").unwrap();
        }
        fs::write(folder.join("c.json"), text("other")).unwrap();
        fs::remove_file(folder.join("b.png")).unwrap();
        within(folder, kept).unwrap();
        assert_eq!(fs::read(folder.join("a.html.br")).unwrap(), b"kept");
        let mut read = Vec::new();
        let compressed = fs::read(folder.join("c.json.br")).unwrap();
        brotli::Decompressor::new(compressed.as_slice(), 4096).read_to_end(&mut read).unwrap();
        assert_eq!(read, text("other"));
        assert_eq!(fs::read_dir(kept).unwrap().count(), 4);
        fs::remove_file(folder.join("c.json")).unwrap();
        within(folder, kept).unwrap();
        assert_eq!(names(folder), ["a.html", "a.html.br", "a.html.gz", "d.css"]);
    }

    #[test]
    fn what_cannot_get_smaller_is_left_alone() {
        let mut state = 1_u32;
        let noise = (0..5000).map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        let noise: Vec<u8> = noise.collect();
        assert!(brotli(&noise, 5).unwrap().len() > 4900);
        assert!(brotli(&[], 11).unwrap().len() < 5);
    }

    #[test]
    fn pages_by_the_hundred_data_and_what_is_large_are_compressed_less_hard() {
        let how_hard = |place: &str, bytes| quality(Path::new(place), bytes).brotli;
        let found = [("index.html", 9), ("kommun/falun/index.html", 9), ("data/a.json", 9), ("a.wasm", 2 * LARGE)];
        assert_eq!(found.map(|(place, bytes)| how_hard(place, bytes)), [11, 10, 10, 10]);
    }
}
