//! The committed data, read as the app reads them: manifest, areas, and the
//! shards that a selection needs, each verified.

use faktabank::query::{Resolved, decode, needs, resolve};
use faktabank::snapshot::{Edition, Manifest, read_areas, read_events, read_manifest, read_shard, verify};
use faktabank::statistics::{Areas, Event, Table};
use std::fs;
use std::path::PathBuf;

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
        let manifest = read_manifest(&read("manifest.json")).expect("a sound manifest");
        let areas = read_areas(&read(&manifest.areas.file)).expect("sound areas");
        Self { folder, manifest, areas }
    }

    /// The same with the generated edition `modell` beside it, which is not
    /// committed: a test that needs it fails where it has not been made.
    pub(crate) fn with_model() -> Self {
        let mut library = Self::open();
        let bytes = fs::read(library.folder.join("modell/manifest.json"))
            .expect("data/modell is generated: run `cargo xtask model`, then the tests again");
        library.manifest.editions.extend(read_manifest(&bytes).expect("a sound manifest").editions);
        library
    }

    /// What happened outside of the figures.
    pub(crate) fn events(&self) -> Vec<Event> {
        let entry = self.manifest.events.as_ref().expect("the manifest names the events");
        let bytes = fs::read(self.folder.join(&entry.file)).expect("a committed file");
        verify(entry, &bytes).expect("as published");
        read_events(&bytes).expect("sound events")
    }

    /// The selection of a link, its edition, and the tables that it needs.
    pub(crate) fn load(&self, link: &str) -> (Resolved, &Edition, Vec<Table>) {
        self.load_as(link, false)
    }

    /// The same; `whole` with every kommun of the table.
    pub(crate) fn load_as(&self, link: &str, whole: bool) -> (Resolved, &Edition, Vec<Table>) {
        let (selection, notices) = decode(link);
        assert_eq!(notices, [], "{link} is a good link");
        let mut resolved = resolve(&selection, &self.manifest, &self.areas).expect("an edition with tables");
        resolved.whole = whole;
        let edition = self.manifest.edition(&resolved.edition).expect("the resolved edition");
        let parts = needs(&resolved, edition).into_iter().map(|(entry, shard)| {
            let bytes = fs::read(self.folder.join(&shard.file.file)).expect("a committed shard");
            read_shard(entry, shard, &bytes).expect("a sound shard")
        });
        let tables = Table::join(parts).expect("parts of whole tables");
        (resolved, edition, tables)
    }
}
