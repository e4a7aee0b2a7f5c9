//! What a reader without JavaScript or WebAssembly sees: turns the newest
//! figures of the committed edition into plain HTML, by the same view models as
//! the page. The only tool that uses `query` and `figure`; it computes nothing.

mod html;

use crate::project;
use anyhow::{Context, Result, bail};
use faktabank_figures::figure::{Figure, build};
use faktabank_tables::query::{Resolved, decode, needs, resolve};
use faktabank_tables::snapshot::{
    MANIFEST_FILE, Manifest, TOPICS_FILE, read_areas, read_manifest, read_shard, read_topics, verify,
};
use faktabank_tables::statistics::{Areas, Language, Table};
use std::fs;
use std::path::{Path, PathBuf};

/// What is shown, as links; one that the edition cannot follow is left out.
const LINKS: [&str; 3] = [
    "vy=utforska&diagram=yta",
    "vy=utforska&tabell=bas&diagram=stapel&innehall=sysselsattningsgrad",
    "vy=utforska&tabell=bas&diagram=stapel&innehall=arbetsloshet",
];

/// Prints the HTML, to stand within `<noscript>`.
///
/// # Errors
///
/// If the committed data cannot be read.
pub(crate) fn run() -> Result<()> {
    print!("{}", page()?);
    Ok(())
}

/// The newest figures in both languages, as HTML.
///
/// # Errors
///
/// If the committed data cannot be read, or none of the links can be followed.
pub(crate) fn page() -> Result<String> {
    let library = Library::open(project::root().join("data"))?;
    let mut page = String::new();
    for language in [Language::Swedish, Language::English] {
        let mut figures = Vec::new();
        for link in LINKS {
            figures.extend(library.figure(link, language)?);
        }
        if figures.is_empty() {
            bail!("none of the figures of readers without scripts is in the current edition");
        }
        page.push_str(&html::section(&figures, language));
    }
    Ok(page)
}

/// The committed data.
struct Library {
    folder: PathBuf,
    manifest: Manifest,
    areas: Areas,
}

impl Library {
    fn open(folder: PathBuf) -> Result<Self> {
        let catalogue = read_topics(&read(&folder, TOPICS_FILE)?)?;
        let manifest = read_manifest(&read(&folder, MANIFEST_FILE)?, catalogue)?;
        let areas = read(&folder, &manifest.areas.file)?;
        verify(&manifest.areas, &areas)?;
        let areas = read_areas(&areas)?;
        Ok(Self { folder, manifest, areas })
    }

    /// The figure of a link; `None` if the edition cannot show all of it.
    fn figure(&self, link: &str, language: Language) -> Result<Option<Figure>> {
        let (mut selection, notices) = decode(link);
        selection.language = language;
        let resolved = resolve(&selection, &self.manifest, &self.areas).context("an edition without tables")?;
        if !notices.is_empty() || !resolved.notices.is_empty() {
            return Ok(None);
        }
        let figure = build(&resolved, &self.tables(&resolved)?, &self.areas);
        Ok(figure.filter(|figure| figure.empty.is_none()))
    }

    fn tables(&self, resolved: &Resolved) -> Result<Vec<Table>> {
        let edition = self.manifest.edition(&resolved.edition.id).context("an edition that is not there")?;
        let mut tables: Vec<Table> = Vec::new();
        for (entry, shard) in needs(resolved, edition) {
            let part = read_shard(entry, shard, &read(&self.folder, &shard.file.file)?)?;
            match tables.iter_mut().find(|table| table.id == part.id) {
                Some(table) => table.extend(part)?,
                None => tables.push(part),
            }
        }
        Ok(tables)
    }
}

fn read(folder: &Path, file: &str) -> Result<Vec<u8>> {
    fs::read(folder.join(file)).with_context(|| format!("data/{file}: run `cargo xtask editions`"))
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn the_newest_figures_stand_in_plain_tables() {
        let page = page().unwrap().replace('\u{a0}', " ");
        for said in [
            "<section data-plain lang=\"sv\">",
            "<h1>Färre försörjs av samhällets stöd i Dalarna än någon gång sedan 2014</h1>",
            "<th scope=\"col\">Andra halvåret 2025</th><th scope=\"col\">Andra halvåret 2024</th>",
            "<th scope=\"row\">Sjukpenning</th><td>4 714</td><td>5 195</td>",
            "<th scope=\"row\">Borlänge</th><td>79,7 %</td>",
            "avläst ur ett diagram som Region Dalarna publicerade i mars 2026",
            "<section data-plain lang=\"en\">",
            "<h1>Fewer people in Dalarna are supported by benefits than at any time since 2014</h1>",
            "<th scope=\"row\">Borlänge</th><td>79.7%</td>",
        ] {
            assert!(page.contains(said), "{said} is not in {page}");
        }
        assert!(page.len() < 24_000, "{} bytes in every reader's first view", page.len());
    }
}
