//! The catalogue of the committed data, for every test that names a contents.

use faktabank::snapshot::read_topics;
use faktabank::statistics::{Catalogue, Content};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// The catalogue of `data/topics.json`.
pub(crate) fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<&'static Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        // The tests of the tools lie here too, their package does not.
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let data = root.ancestors().map(|folder| folder.join("data/topics.json")).find(|file| file.is_file());
        read_topics(&fs::read(data.expect("data/topics.json")).expect("data/topics.json")).expect("a catalogue")
    })
}

/// A contents that the catalogue has.
pub(crate) fn contents(code: &str) -> Content {
    catalogue().content(code).unwrap_or_else(|| panic!("{code} is a contents"))
}
