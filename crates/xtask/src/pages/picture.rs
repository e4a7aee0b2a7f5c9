//! What a page says to its picture in previews; one that was drawn before is kept
//! below `target/`, by what stands in it.

use super::content::Content;
use super::settings::Settings;
use crate::preview::{Preview, Previews};
use crate::project;
use anyhow::{Context, Result};
use faktabank_tables::snapshot::sha256;
use std::fs;

/// Where pictures are kept, below the project's folder.
const KEPT: &str = "target/previews/kept";

/// The picture of a page, as a PNG.
///
/// # Errors
///
/// If it cannot be drawn, or kept.
pub(super) fn of(content: &Content, settings: &Settings, previews: &Previews) -> Result<Vec<u8>> {
    let language = content.resolved.language;
    let overview = &content.overview;
    let figure = &overview.figure;
    // Pages are of the edition that the site opens on, whose figures are real.
    let preview = Preview {
        site: settings.name.get(language),
        place: &overview.heading.place,
        headline: &figure.headline.title,
        chart: figure.chart.as_deref(),
        source: &figure.caption.source,
        stamp: "",
        language,
    };
    let folder = project::root().join(KEPT);
    let kept = folder.join(format!("{}.png", sha256(previews.svg(&preview)?.as_bytes())));
    if let Ok(former) = fs::read(&kept) {
        return Ok(former);
    }
    let picture = previews.png(&preview)?;
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&kept, &picture))
        .with_context(|| kept.display().to_string())?;
    Ok(picture)
}
