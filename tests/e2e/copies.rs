//! The copies for use without a network, as files: small enough, the same in
//! every form, and made of the site that the other tests see.

use crate::harness::made;
use anyhow::{Context, Result, ensure};
use libtest_mimic::Trial;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

type Files = BTreeMap<String, Vec<u8>>;

/// Every test of this module.
pub(crate) fn trials() -> [Trial; 3] {
    [
        trial("copies::they_are_small", they_are_small),
        trial("copies::the_zip_file_is_the_folder", the_zip_file_is_the_folder),
        trial("copies::the_presenter_is_told", the_presenter_is_told),
    ]
}

fn trial(name: &str, test: fn() -> Result<()>) -> Trial {
    Trial::test(name, move || test().map_err(|error| format!("{error:#}").into()))
}

fn they_are_small() -> Result<()> {
    let folder: usize = folder()?.values().map(Vec::len).sum();
    ensure!((500_000..=8_000_000).contains(&folder), "the folder has {folder} bytes");
    let single = fs::metadata(made("faktabank-dalarnas-lan.html")?)?.len();
    ensure!((500_000..=2_700_000).contains(&single), "the single file has {single} bytes");
    Ok(())
}

fn the_zip_file_is_the_folder() -> Result<()> {
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(made("dist-offline/data/manifest.json")?)?)?;
    let name = format!("faktabank-{}", manifest["current"].as_str().context("no current edition")?);
    let mut archive = zip::ZipArchive::new(fs::File::open(made(&format!("{name}.zip"))?)?)?;
    let mut unpacked = Files::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at)?;
        let path = file.name()?.strip_prefix(&format!("{name}/")).context("outside of its folder")?.to_owned();
        ensure!(file.last_modified() == Some(zip::DateTime::default()), "{path} has a time of its own");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        unpacked.insert(path, bytes);
    }
    let folder = folder()?;
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    ensure!(names(&unpacked) == names(&folder), "{:?} is not {:?}", names(&unpacked), names(&folder));
    ensure!(unpacked == folder, "a file of the zip file is not that of the folder");
    Ok(())
}

fn the_presenter_is_told() -> Result<()> {
    let text = fs::read_to_string(made("dist-offline")?.join("LÄS-MIG.txt"))?;
    let text = text.strip_prefix('\u{feff}').context("Notepad would not know the encoding")?;
    ensure!(text.lines().count() == 10, "{} lines", text.lines().count());
    ensure!(text.split_inclusive('\n').all(|line| line.ends_with("\r\n")), "a line does not end as in Windows");
    for part in ["2026-11", "index.html", "Extrahera alla", "Dalarnas län"] {
        ensure!(text.contains(part), "{part} is not in {text}");
    }
    Ok(())
}

fn folder() -> Result<Files> {
    let mut files = Files::new();
    collect(&made("dist-offline")?, "", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, below: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}
