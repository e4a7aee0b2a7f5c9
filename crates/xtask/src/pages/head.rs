//! What the head of a page says to those who do not read the page itself: search
//! engines, previews of links, other languages.

use super::content::Content;
use super::settings::Settings;
use crate::library::Library;
use anyhow::Result;
use faktabank_tables::query::folder_of;
use faktabank_tables::statistics::{Language, Period, Table};
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

/// The picture of a page in previews, beside it.
pub(super) const PREVIEW: &str = "forhandsvisning.png";

/// What a head is written from.
pub(super) struct Head<'a> {
    pub(super) content: &'a Content,
    pub(super) settings: &'a Settings,
    /// The path of the page below the folder of its language.
    pub(super) path: &'a str,
    /// The address of the site with its last `/`, where that is known.
    pub(super) site: Option<&'a str>,
    /// The languages of the page.
    pub(super) languages: &'a [Language],
}

impl Head<'_> {
    /// The title of the page.
    pub(super) fn title(&self) -> String {
        let language = self.content.resolved.language;
        format!("{} – {}", self.content.overview.figure.headline.title, self.settings.name.get(language))
    }

    /// What the page says, in a sentence or two.
    pub(super) fn description(&self) -> &str {
        let lead = &self.content.overview.figure.headline.lead;
        if lead.is_empty() { self.settings.tagline.get(self.content.resolved.language) } else { lead }
    }

    /// The rest.
    pub(super) fn rest(&self) -> Markup {
        let language = self.content.resolved.language;
        let at = |site: &str, language: Language| format!("{site}{}{}", folder_of(language), self.path);
        let title = &self.content.overview.figure.headline.title;
        let locale = |language| match language {
            Language::Swedish => "sv_SE",
            Language::English => "en_GB",
        };
        html! {
            meta property="og:type" content="website";
            meta property="og:site_name" content=(self.settings.name.get(language));
            meta property="og:title" content=(title);
            meta property="og:description" content=(self.description());
            meta property="og:locale" content=(locale(language));
            @if let Some(site) = self.site {
                @let own = at(site, language);
                link rel="canonical" href=(own);
                @for other in self.languages { link rel="alternate" hreflang=(other.tag()) href=(at(site, *other)); }
                link rel="alternate" hreflang="x-default" href=(at(site, Language::Swedish));
                meta property="og:url" content=(own);
                meta property="og:image" content={ (own) (PREVIEW) };
                meta property="og:image:width" content="1200";
                meta property="og:image:height" content="630";
                meta property="og:image:alt" content=(title);
                meta name="twitter:card" content="summary_large_image";
            }
        }
    }
}

/// Every table of the edition as data that a search engine can read (schema.org).
///
/// # Errors
///
/// If the edition is not there.
pub(super) fn datasets(
    library: &Library,
    settings: &Settings,
    site: Option<&str>,
    language: Language,
) -> Result<Markup> {
    let edition = library.edition()?;
    let set = |entry: &faktabank_tables::snapshot::TableEntry| {
        let part = library.any_part(entry)?;
        let address = |file: &str| format!("{}data/{file}", site.unwrap_or_default());
        let files: Vec<Value> = entry
            .shards
            .iter()
            .map(|shard| json!({"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": address(&shard.file.file)}))
            .collect();
        // As many as there are files, where a few tell it: the manifest names them all.
        let files = if files.len() > MOST_FILES {
            vec![
                json!({"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": address("manifest.json")}),
            ]
        } else {
            files
        };
        Some(json!({
            "@type": "Dataset",
            "name": entry.label.get(language),
            "description": described(entry.label.get(language), part, language),
            "identifier": entry.id.to_string(),
            "version": edition.id.to_string(),
            "datePublished": edition.published,
            "inLanguage": language.tag(),
            "isAccessibleForFree": true,
            "license": licence(&part.source.licence),
            "creator": {"@type": "Organization", "name": part.source.agency},
            "publisher": {"@type": "Organization", "name": settings.sender.name, "url": settings.sender.contact},
            "temporalCoverage": span(&entry.periods),
            "spatialCoverage": {"@type": "Place", "name": if language == Language::Swedish { "Sverige" } else { "Sweden" }},
            "variableMeasured": entry.contents.iter().map(|content| faktabank_figures::text::contents::name(*content).get(language)).collect::<Vec<_>>(),
            "distribution": files,
        }))
    };
    let sets: Vec<Value> = edition.entries().filter_map(set).collect();
    // `<` would end the script.
    let text = json!({"@context": "https://schema.org", "@graph": sets}).to_string().replace('<', "\\u003c");
    Ok(html! { script type="application/ld+json" { (PreEscaped(text)) } })
}

/// Beyond so many files of a table, the manifest is named instead.
const MOST_FILES: usize = 3;

/// Search engines want 50 letters at least.
fn described(name: &str, part: &Table, language: Language) -> String {
    let (agency, statistic) = (&part.source.agency, part.source.statistic.get(language));
    match language {
        Language::Swedish => format!("{name}, ur {statistic} från {agency}, som JSON-stat 2.0 för Sveriges kommuner."),
        Language::English => {
            format!("{name}, from {statistic} by {agency}, as JSON-stat 2.0 for the municipalities of Sweden.")
        }
    }
}

/// The address of a licence, where it has a well-known one.
fn licence(name: &str) -> &str {
    match name {
        "CC0 1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
        other => other,
    }
}

/// From the first period to the last, as ISO 8601 has it.
fn span(periods: &[Period]) -> String {
    let (first, last) = (periods.first(), periods.last());
    let month = |period: &Period| period.last_month().to_string().replace('M', "-");
    match (first, last) {
        (Some(first), Some(last)) => {
            let year = month(first);
            let from = year.split('-').next().unwrap_or(&year);
            format!("{from}-01/{}", month(last))
        }
        _ => String::new(),
    }
}
