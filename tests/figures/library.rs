//! The committed data, read as the app reads them: manifest, areas, and the
//! shards that a selection needs, each verified.

use crate::catalogue::catalogue;
use faktabank_tables::query::{Resolved, decode, needs, paired, resolve};
use faktabank_tables::snapshot::{
    Edition, Manifest, Newest, Shard, TableEntry, read_areas, read_events, read_manifest, read_newest, read_shard,
    verify,
};
use faktabank_tables::statistics::{Areas, Event, Table};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

/// Everything below `data/`.
pub(crate) struct Library {
    folder: PathBuf,
    pub(crate) manifest: Manifest,
    pub(crate) areas: Areas,
}

impl Library {
    pub(crate) fn open() -> Self {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data");
        let read = |name: &str| fs::read(folder.join(name)).expect("a committed file");
        let manifest = read_manifest(&read("manifest.json"), catalogue()).expect("a sound manifest");
        let areas = read_areas(&read(&manifest.areas.file)).expect("sound areas");
        Self { folder, manifest, areas }
    }

    /// The same with the edition `modell` beside it, which is not committed: it
    /// is made where it is missing or older than what it is made from and by.
    pub(crate) fn with_model() -> Self {
        static MADE: Once = Once::new();
        let mut library = Self::open();
        let manifest = library.folder.join("modell/manifest.json");
        MADE.call_once(|| {
            let project = Path::new(env!("CARGO_MANIFEST_DIR"));
            let sources = ["data/anchors", "crates/xtask/src/model"].map(|folder| project.join(folder));
            if !sources.iter().all(|folder| is_newer(&manifest, folder)) {
                make_model();
            }
        });
        let bytes = fs::read(&manifest).expect("data/modell is missing: run `cargo xtask model`");
        library.manifest.editions.extend(read_manifest(&bytes, catalogue()).expect("a sound manifest").editions);
        library
    }

    /// What happened outside of the figures.
    pub(crate) fn events(&self) -> Vec<Event> {
        let entry = self.manifest.events.as_ref().expect("the manifest names the events");
        let bytes = fs::read(self.folder.join(&entry.file)).expect("a committed file");
        verify(entry, &bytes).expect("as published");
        read_events(&bytes).expect("sound events")
    }

    /// The newest numbers of every kommun, where an edition has them apart.
    pub(crate) fn newest(&self, edition: &Edition) -> Option<Newest> {
        let entry = edition.newest.as_ref()?;
        let bytes = fs::read(self.folder.join(&entry.file)).expect("a committed file");
        verify(entry, &bytes).expect("as published");
        Some(read_newest(&entry.file, &bytes).expect("sound numbers"))
    }

    /// The selection of a link, its edition, and the tables that it needs.
    pub(crate) fn load(&self, link: &str) -> (Resolved, &Edition, Vec<Table>) {
        self.load_as(link, false)
    }

    /// The same; `whole` with every kommun of the table.
    pub(crate) fn load_as(&self, link: &str, whole: bool) -> (Resolved, &Edition, Vec<Table>) {
        let (selection, notices) = decode(link);
        assert_eq!(notices, [], "{link} is a good link");
        let resolved = resolve(&selection, &self.manifest, &self.areas).expect("an edition with tables");
        let edition = self.manifest.edition(&resolved.edition.id).expect("the resolved edition");
        let mut resolved = paired(resolved, edition);
        resolved.whole = whole;
        let tables = self.tables(needs(&resolved, edition));
        (resolved, edition, tables)
    }

    /// The tables that parts of an edition make.
    pub(crate) fn tables(&self, parts: Vec<(&TableEntry, &Shard)>) -> Vec<Table> {
        let parts = parts.into_iter().map(|(entry, shard)| {
            let bytes = fs::read(self.folder.join(&shard.file.file)).expect("a committed shard");
            read_shard(entry, shard, &bytes).expect("a sound shard")
        });
        Table::join(parts).expect("parts of whole tables")
    }
}

/// Whether a file is there and newer than all files of a folder.
fn is_newer(file: &Path, folder: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let made = changed(file);
    let mut sources = fs::read_dir(folder).expect("a committed folder").flatten();
    made.is_some() && sources.all(|source| changed(&source.path()) <= made)
}

/// Makes the edition, as whoever runs the tests would.
fn make_model() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let made = Command::new(cargo).args(["xtask", "model"]).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let made = made.expect("data/modell is missing, and Cargo cannot be started: run `cargo xtask model`");
    let said = String::from_utf8_lossy(&made.stderr);
    assert!(made.status.success(), "data/modell is missing, and `cargo xtask model` fails:\n{said}");
}
