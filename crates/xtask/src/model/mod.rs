//! `cargo xtask model`: the published figures of `data/anchors/` to the edition
//! `modell`, a table in the shape and size of SCB's TAB1386 (riket and 290
//! kommuner, sexes, ages, 2014M01–2025M12), so that the explorer can be run and
//! tested at its full scale without a network.
//!
//! The steps: folkmängd (`people`); riket by month (`riket`); a level for each
//! kommun (`levels`); the kommuner moved until everything published is kept
//! (`kommuner`); women, men and the 65-year-olds (`persons`); whole numbers
//! that add up (`whole`). The same anchors give the same bytes on every
//! machine: only additions, multiplications, divisions and square roots are
//! used. `data/modell.md` says what is and is not to be read into it.

mod assemble;
mod benefit;
mod chance;
mod delivery;
mod facts;
mod fitting;
mod kommuner;
mod levels;
mod people;
mod persons;
mod printed;
mod riket;
mod sheet;
mod size;
mod time;
mod whole;
mod words;

use crate::editions::ANCHORS;
use crate::publish::{self, Files, Layout, Said};
use crate::{program, project, topics};
use anyhow::{Context, Result};
use facts::Facts;
use faktabank_tables::snapshot::{AREAS_FILE, Edition, EditionId, MANIFEST_FILE, read_areas};
use faktabank_tables::statistics::{Age, Catalogue, Resolution, Table};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// Makes the edition in `data/` of the project, or another folder of the same form.
///
/// # Errors
///
/// If an anchor does not read, a published figure cannot be kept, or what
/// would be written does not pass `check-data`; the folder is then as it was.
pub(crate) fn run(folder: Option<PathBuf>) -> Result<()> {
    let files = make(&folder.unwrap_or_else(data))?;
    println!("{}", size::say(&files)?);
    Ok(())
}

fn data() -> PathBuf {
    project::root().join("data")
}

fn make(data: &Path) -> Result<Files> {
    let catalogue = topics::published(data)?;
    let table = table(&data.join(ANCHORS), catalogue)?;
    let areas = data.join(AREAS_FILE);
    let areas = fs::read(&areas).with_context(|| areas.display().to_string())?;
    let areas = read_areas(&areas)?;
    let id = EditionId(words::EDITION.to_owned());
    let mut files = Files::new();
    let said = Said {
        opens_at: Resolution::HalfYear,
        population: None,
        usual_age: Age::default(),
        layout: Layout::ByCountyAndPerson,
    };
    let entry = publish::table(&mut files, &id, &table, said, (&areas, catalogue))?;
    let published = words::PUBLISHED.to_owned();
    let edition = Edition {
        id,
        published,
        label: words::edition(),
        modelled: true,
        changes: None,
        newest: None,
        tables: vec![Arc::new(entry)],
    };
    publish::generated(&mut files, edition, (&areas, catalogue))?;
    publish::into(data, &files)?;
    remove_others(data, words::EDITION, &files)?;
    // What is unchanged is not written again, yet it is up to date from now on.
    let manifest = fs::File::options().append(true).open(manifest(data))?;
    manifest.set_modified(SystemTime::now())?;
    println!("{}: {} files of {} cells are up to date", words::EDITION, files.len(), table.cells.len());
    Ok(files)
}

/// Makes the edition in `data/` where it is missing, or older than the figures
/// or the program that it is made from.
///
/// # Errors
///
/// See [`run`].
pub(crate) fn ensure() -> Result<()> {
    let data = data();
    let made = fs::metadata(manifest(&data)).and_then(|file| file.modified()).ok();
    let newest = newest_source(&data.join(ANCHORS))?;
    if made.is_some_and(|made| made >= newest) { Ok(()) } else { make(&data).map(drop) }
}

/// The model's table.
///
/// # Errors
///
/// If an anchor does not read or a published figure cannot be kept.
pub(crate) fn table(anchors: &Path, catalogue: &'static Catalogue) -> Result<Table> {
    let facts = Facts::read(anchors)?;
    let people = people::count(&facts)?;
    let riket = riket::fit(&facts, &people.adults(&facts.members(faktabank_tables::statistics::AreaCode::Country)))?;
    let cube = kommuner::fit(&facts, &people, &riket)?;
    let exact = persons::divide(&facts, &people, &cube)?;
    let mut counts: Vec<_> = exact.iter().map(whole::round).collect();
    for target in printed::targets(&facts, &people)? {
        let name = facts.kommuner[target.kommun];
        whole::repair(&target, &exact[target.kommun], &mut counts[target.kommun]).with_context(|| name.to_string())?;
    }
    Ok(assemble::table(&facts, &people, &counts, catalogue))
}

/// Removes what former runs have left: nobody has linked to it, since the
/// edition is made anew wherever it is needed.
fn remove_others(data: &Path, below: &str, files: &Files) -> Result<()> {
    for entry in fs::read_dir(data.join(below)).with_context(|| below.to_owned())? {
        let entry = entry?;
        let path = format!("{below}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            remove_others(data, &path, files)?;
        } else if !files.contains_key(&path) {
            fs::remove_file(entry.path()).with_context(|| path.clone())?;
            println!("{path}: removed, of a former run");
        }
    }
    Ok(())
}

fn manifest(data: &Path) -> PathBuf {
    data.join(words::EDITION).join(MANIFEST_FILE)
}

fn newest_source(anchors: &Path) -> Result<SystemTime> {
    let mut newest = fs::metadata(program::file()?).context("this program's file")?.modified()?;
    for entry in fs::read_dir(anchors).with_context(|| anchors.display().to_string())? {
        newest = newest.max(entry?.metadata()?.modified()?);
    }
    Ok(newest)
}
