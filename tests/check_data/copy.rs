//! The committed data to a copy that a test may break, and to what
//! `cargo xtask check-data` says of it.

use crate::data_folder;
use faktabank_tables::snapshot::sha256;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A copy of the committed data that a test may break; whether a generated
/// edition lies beside must not matter.
pub(crate) struct Copy {
    folder: TempDir,
}

impl Copy {
    /// Copies the committed data.
    pub(crate) fn new() -> Self {
        let copy = Self { folder: TempDir::new().unwrap() };
        copy_folder(&data_folder(), copy.folder.path());
        copy
    }

    /// Where a file lies.
    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    /// What a file holds.
    pub(crate) fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.path(file)).unwrap()
    }

    /// Writes a file.
    pub(crate) fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let file = self.path(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }

    /// Changes a JSON file and, where the manifest lists it, its checksum: what
    /// a careless publisher does, not a careless carrier.
    pub(crate) fn change(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let mut json = serde_json::from_slice(&self.bytes(file)).unwrap();
        change(&mut json);
        self.publish(file, json.to_string().as_bytes());
    }

    /// Writes a file and its checksum.
    pub(crate) fn publish(&self, file: &str, bytes: &[u8]) {
        self.write(file, bytes);
        if file == "manifest.json" {
            return;
        }
        self.change("manifest.json", |manifest| {
            entries(manifest, file, &mut |entry| {
                entry["bytes"] = bytes.len().into();
                entry["sha256"] = sha256(bytes).into();
            });
        });
    }

    /// Whether there is nothing to remark, and what is said.
    pub(crate) fn check(&self) -> (bool, String) {
        let output =
            Command::new(env!("CARGO_BIN_EXE_xtask")).arg("check-data").arg(self.folder.path()).output().unwrap();
        let findings = String::from_utf8(output.stdout).unwrap();
        (output.status.success(), findings.replace(&self.folder.path().display().to_string(), "data"))
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            if entry.file_name() != "modell" {
                copy_folder(&entry.path(), &to);
            }
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Changes the manifest's entries of a file: one in each edition that has it.
pub(crate) fn entries(json: &mut Value, file: &str, change: &mut dyn FnMut(&mut Value)) {
    if json.get("file").is_some_and(|found| found == file) {
        return change(json);
    }
    match json {
        Value::Object(object) => object.values_mut().for_each(|value| entries(value, file, change)),
        Value::Array(list) => list.iter_mut().for_each(|value| entries(value, file, change)),
        _ => {}
    }
}
