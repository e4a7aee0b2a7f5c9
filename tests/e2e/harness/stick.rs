//! Turns a copy for use without a network into what a presenter has: files on
//! a memory stick that nobody can write to, under a path as people make them.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use url::Url;

/// Spaces, å ä ö, and everything that means something in an address.
const PLACE: &str = "Möte i Älvdalen #1, 100 % på plats & öppet";

/// A memory stick with one copy on it.
pub(crate) struct Stick {
    stick: TempDir,
    page: PathBuf,
}

impl Stick {
    /// The folder that `cargo xtask offline` made; `change` may spoil it.
    ///
    /// # Errors
    /// If it has not been made, or cannot be copied.
    pub(crate) fn folder(change: impl FnOnce(&Path) -> Result<()>) -> Result<Self> {
        let (stick, place) = Self::empty()?;
        super::site::copy_folder(&made("dist-offline")?, &place)?;
        change(&place)?;
        Self::lock(stick, place.join("index.html"))
    }

    /// The single file of Dalarna, and nothing beside it.
    ///
    /// # Errors
    /// As [`Stick::folder`].
    pub(crate) fn single() -> Result<Self> {
        let (stick, place) = Self::empty()?;
        fs::create_dir(&place)?;
        let page = place.join("Faktabanken till nämnden.html");
        fs::copy(made("faktabank-dalarnas-lan.html")?, &page)?;
        Self::lock(stick, page)
    }

    /// The address of the page.
    ///
    /// # Errors
    /// If its path has none.
    pub(crate) fn address(&self) -> Result<String> {
        let address = Url::from_file_path(&self.page).ok().context("the path has no address")?;
        Ok(address.into())
    }

    fn empty() -> Result<(TempDir, PathBuf)> {
        let stick = tempfile::tempdir()?;
        let place = stick.path().join(PLACE);
        Ok((stick, place))
    }

    fn lock(stick: TempDir, page: PathBuf) -> Result<Self> {
        ensure!(page.is_file(), "{} is missing", page.display());
        writable(stick.path(), false)?;
        Ok(Self { stick, page })
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        // Only what can be written to can be removed.
        let _ = writable(self.stick.path(), true);
    }
}

/// A file or folder that `cargo xtask offline` makes.
///
/// # Errors
/// If it has not been made.
pub(crate) fn made(name: &str) -> Result<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    ensure!(path.exists(), "{name} is missing: run `cargo xtask offline` first");
    Ok(path)
}

fn writable(path: &Path, yes: bool) -> Result<()> {
    let change = || {
        let mut permissions = fs::metadata(path)?.permissions();
        permissions.set_readonly(!yes);
        fs::set_permissions(path, permissions)
    };
    if yes {
        change()?;
    }
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            writable(&entry?.path(), yes)?;
        }
    }
    Ok(change()?)
}
