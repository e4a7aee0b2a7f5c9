//! A folder on the disk to files in memory, and back.

use super::Files;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Every file below a folder.
///
/// # Errors
///
/// If the folder or a file of it cannot be read.
pub(super) fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    collect(folder, "", &mut files).with_context(|| folder.display().to_string())?;
    Ok(files)
}

fn collect(folder: &Path, below: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// Puts files in place of a folder.
///
/// # Errors
///
/// If the old folder cannot be removed or a file cannot be written.
pub(super) fn replace(folder: &Path, files: &Files) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        if let Some(above) = path.parent() {
            fs::create_dir_all(above).with_context(|| above.display().to_string())?;
        }
        fs::write(&path, bytes).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_the_old_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("ö");
        let files = |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect();
        let (old, new): (Files, Files) = (files(&["a", "b/c"]), files(&["b/d/å", "e"]));
        replace(&folder, &old).unwrap();
        replace(&folder, &new).unwrap();
        assert_eq!(read(&folder).unwrap(), new);
    }
}
