//! Files to one zip file, the same bytes each time.

use super::Files;
use anyhow::{Context, Result};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A zip file with these files in a folder of this name, so that unpacking
/// strews nothing about.
///
/// # Errors
///
/// None that files in memory cause; those of the writer are passed on.
pub(super) fn zip(folder: &str, files: &Files) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        // The earliest that the format knows: the time of packing says nothing.
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(format!("{folder}/{name}"), options).with_context(|| name.clone())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn the_same_files_come_out_and_the_same_bytes() {
        let names = ["LÄS-MIG.txt", "data/2026-06/bas/20.json.js", "index.html"];
        let files: Files = names.iter().map(|name| ((*name).to_owned(), name.repeat(50).into_bytes())).collect();
        let bytes = zip("mapp", &files).unwrap();
        assert_eq!(zip("mapp", &files).unwrap(), bytes);

        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut found = Files::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            found.insert(file.name().unwrap().strip_prefix("mapp/").unwrap().to_owned(), bytes);
        }
        assert_eq!(found, files);
    }
}
