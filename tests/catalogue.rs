//! The catalogue of the committed data, for every test that names a contents.

use faktabank_tables::snapshot::{read_explanations, read_topics};
use faktabank_tables::statistics::{Catalogue, Content};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// The catalogue of `data/topics.json`.
pub(crate) fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<&'static Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        // The tests of the tools lie here too, their package does not.
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let data = root.ancestors().map(|folder| folder.join("data")).find(|data| data.join("topics.json").is_file());
        let read = |file: &str| fs::read(data.as_ref().expect("data").join(file)).expect(file);
        let catalogue = read_topics(&read("topics.json")).expect("a catalogue");
        catalogue.explain(read_explanations(&read("explanations.json")).expect("explanations"));
        catalogue
    })
}

/// A contents that the catalogue has.
pub(crate) fn contents(code: &str) -> Content {
    catalogue().content(code).unwrap_or_else(|| panic!("{code} is a contents"))
}
