//! `data/site.toml` to the settings of a site: what it is called, who is behind
//! it, and which area it is about.

use crate::project;
use anyhow::{Context, Result, ensure};
use faktabank_tables::statistics::{AreaCode, Label, Language};
use serde::{Deserialize, Deserializer, de::Error};
use std::fs;
use std::path::Path;

/// The file, below the project's folder.
pub(crate) const FILE: &str = "data/site.toml";

/// A site.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// What it is called.
    pub(crate) name: Label,
    /// What it is for, in one sentence.
    pub(crate) tagline: Label,
    /// The area of its first page.
    pub(crate) home: AreaCode,
    /// The languages of its pages, the first at the top of the site.
    #[serde(deserialize_with = "languages")]
    pub(crate) languages: Vec<Language>,
    /// Who is behind it.
    pub(crate) sender: Sender,
    /// When the figures are next brought up to date, `YYYY-MM-DD`, if that is known.
    #[serde(default)]
    pub(crate) next_update: Option<String>,
    /// Where the site tells how accessible it is, if it does.
    #[serde(default)]
    pub(crate) accessibility: Option<String>,
}

/// Who is behind a site.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sender {
    /// By name.
    pub(crate) name: String,
    /// Where readers turn: an address of the web or of mail.
    pub(crate) contact: String,
}

fn languages<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Language>, D::Error> {
    let tags: Vec<String> = Vec::deserialize(deserializer)?;
    let language = |tag: &String| {
        Language::from_tag(tag).ok_or_else(|| D::Error::custom(format!("there is no language {tag:?}: sv and en are")))
    };
    tags.iter().map(language).collect()
}

impl Settings {
    /// Those of the project.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or says what no site can be.
    pub(crate) fn read() -> Result<Self> {
        Self::of(&project::root().join(FILE))
    }

    /// Those of a file.
    ///
    /// # Errors
    ///
    /// As [`Self::read`].
    pub(crate) fn of(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let settings: Self = toml::from_str(&text).with_context(|| file.display().to_string())?;
        ensure!(
            settings.languages.first() == Some(&Language::Swedish),
            "{}: the first of `languages` is \"sv\", whose pages have no folder of their own",
            file.display()
        );
        let is_address = |contact: &str| ["https://", "mailto:"].iter().any(|start| contact.starts_with(start));
        ensure!(
            is_address(&settings.sender.contact),
            "{}: `contact` is an address that begins with https:// or mailto:",
            file.display()
        );
        Ok(settings)
    }
}
