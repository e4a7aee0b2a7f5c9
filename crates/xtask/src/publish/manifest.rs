//! Editions to `manifest.json`: newest first, real before modelled, and the
//! newest real one current; and back.
//!
//! An edition that is generated, and not committed, has a manifest of its own
//! in its folder (`modell/manifest.json`), of which the committed one knows
//! nothing. The page gets one manifest of both.

use super::{Files, add};
use anyhow::{Context, Result, ensure};
use faktabank_tables::snapshot::{
    AREAS_FILE, EXPLANATIONS_FILE, Edition, EditionId, FileEntry, MANIFEST_FILE, Manifest, SCHEMA, TOPICS_FILE,
    read_manifest, write_areas, write_topics,
};
use faktabank_tables::statistics::{Areas, Catalogue};
use std::fs;
use std::path::Path;

/// Adds `topics.json`, `explanations.json`, `areas.json` and a `manifest.json` of these editions, in any order,
/// which also names the files of boundaries and of events, as far as there are any.
///
/// # Errors
///
/// If there is no real edition, or one comes twice.
pub(crate) fn compose(
    files: &mut Files,
    mut editions: Vec<Edition>,
    (areas, catalogue): (&Areas, &'static Catalogue),
    (boundaries, events): (Option<FileEntry>, Option<FileEntry>),
) -> Result<()> {
    editions.sort_by(|one, other| (one.modelled, &other.published).cmp(&(other.modelled, &one.published)));
    let current = editions.iter().find(|edition| !edition.modelled).context("there is no real edition")?.id.clone();
    for (at, edition) in editions.iter().enumerate() {
        let again = editions[..at].iter().any(|other| other.id == edition.id);
        ensure!(!again, "there are two editions {}", edition.id);
    }
    let areas = add(files, AREAS_FILE.to_owned(), write_areas(areas)?);
    let topics = add(files, TOPICS_FILE.to_owned(), write_topics(&catalogue.definitions())?);
    let explanations = Some(add(files, EXPLANATIONS_FILE.to_owned(), write_topics(catalogue.explanations())?));
    let manifest =
        Manifest { explanations, boundaries, events, ..plain(current, (topics, areas), editions, catalogue) };
    add(files, MANIFEST_FILE.to_owned(), serde_json::to_string(&manifest)?);
    Ok(())
}

/// Adds the manifest of an edition that is generated: in its own folder.
///
/// # Errors
///
/// None that plain data cause; those of serialising are passed on.
pub(crate) fn generated(
    files: &mut Files,
    edition: Edition,
    (areas, catalogue): (&Areas, &'static Catalogue),
) -> Result<()> {
    let file = format!("{}/{MANIFEST_FILE}", edition.id);
    // Topics and areas lie beside the committed editions; here only their checksums are due.
    let topics = add(&mut Files::new(), TOPICS_FILE.to_owned(), write_topics(&catalogue.definitions())?);
    let areas = add(&mut Files::new(), AREAS_FILE.to_owned(), write_areas(areas)?);
    let current = edition.id.clone();
    let editions = vec![edition];
    let manifest = plain(current, (topics, areas), editions, catalogue);
    add(files, file, serde_json::to_string(&manifest)?);
    Ok(())
}

/// A manifest of editions alone, without what lies beside them.
fn plain(
    current: EditionId,
    (topics, areas): (FileEntry, FileEntry),
    editions: Vec<Edition>,
    catalogue: &'static Catalogue,
) -> Manifest {
    Manifest {
        schema: SCHEMA,
        current,
        topics,
        areas,
        explanations: None,
        boundaries: None,
        events: None,
        home: None,
        editions,
        catalogue,
    }
}

/// A manifest of a folder, of whose contents a catalogue says what they are.
///
/// # Errors
///
/// If it is not there or does not read.
pub(crate) fn read(folder: &Path, file: &str, catalogue: &'static Catalogue) -> Result<Manifest> {
    let path = folder.join(file);
    let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
    read_manifest(&bytes, catalogue).with_context(|| path.display().to_string())
}

/// The manifests of a folder by path: the committed one first, then those of
/// generated editions.
///
/// # Errors
///
/// If the folder cannot be read.
pub(crate) fn manifests(folder: &Path) -> Result<Vec<String>> {
    let mut found = vec![MANIFEST_FILE.to_owned()];
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        if entry.path().join(MANIFEST_FILE).is_file() {
            found.push(format!("{}/{MANIFEST_FILE}", entry.file_name().to_string_lossy()));
        }
    }
    found[1..].sort();
    Ok(found)
}
