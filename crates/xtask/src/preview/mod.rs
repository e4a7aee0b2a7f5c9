//! Previews of links, as Teams and mail show them: turns headline, place, source
//! and chart of a figure into a PNG of 1200 × 630 pixels.
//!
//! 1. [`lines`] measures words with the very font and breaks headlines.
//! 2. [`card`] lays everything out as an SVG; the chart is the drawing that files
//!    have, its letters large enough for a small card.
//! 3. `resvg` draws that, and [`pixels`] writes it with few colours.
//!
//! The fonts come from npm packages, so that every machine draws the same.

mod card;
mod lines;
mod pixels;
#[cfg(test)]
mod tests;

use crate::project;
use anyhow::{Context, Result};
use faktabank_figures::figure::Chart;
use faktabank_tables::statistics::Language;
use lines::Ruler;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::fs;

/// How large the picture is, in pixels: what those who show links ask for.
pub(crate) const WIDTH: u32 = 1200;
pub(crate) const HEIGHT: u32 = 630;

/// Letters of names, numbers and sentences, and those of headlines.
const SANS: &str = "Source Sans 3";
const SERIF: &str = "Source Serif 4";
/// Their files below `node_modules/@expo-google-fonts`.
const FONTS: [&str; 4] = [
    "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
    "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
    "source-sans-3/700Bold/SourceSans3_700Bold.ttf",
    "source-serif-4/700Bold/SourceSerif4_700Bold.ttf",
];

/// What stands in a preview.
#[derive(Clone, Copy)]
pub(crate) struct Preview<'a> {
    /// The name of the site, or its address.
    pub(crate) site: &'a str,
    /// What the headline is of: a place, or a topic and a place.
    pub(crate) place: &'a str,
    pub(crate) headline: &'a str,
    /// Left out where it would be too small to read, as maps would be.
    pub(crate) chart: Option<&'a Chart>,
    /// Whose the numbers are, without "Källa:".
    pub(crate) source: &'a str,
    /// What an invented figure must say of itself (`figure::modelled_warning`);
    /// empty for real ones.
    pub(crate) stamp: &'a str,
    pub(crate) language: Language,
}

/// Draws previews; threads share it.
pub(crate) struct Previews {
    options: Options<'static>,
}

impl Previews {
    /// Reads the fonts.
    ///
    /// # Errors
    ///
    /// If one is not there.
    pub(crate) fn open() -> Result<Self> {
        let folder = project::root().join("node_modules/@expo-google-fonts");
        let mut options = Options { font_family: SANS.to_owned(), ..Options::default() };
        let fonts = options.fontdb_mut();
        for name in FONTS {
            let file = folder.join(name);
            let font = fs::read(&file).with_context(|| format!("{}: run `cargo xtask setup`", file.display()))?;
            fonts.load_font_data(font);
        }
        // What drawings name last, after the fonts of readers' machines.
        fonts.set_sans_serif_family(SANS);
        fonts.set_serif_family(SERIF);
        Ok(Self { options })
    }

    /// The picture as a file.
    ///
    /// # Errors
    ///
    /// If it cannot be drawn or written.
    pub(crate) fn png(&self, preview: &Preview<'_>) -> Result<Vec<u8>> {
        let tree = Tree::from_str(&self.svg(preview)?, &self.options).context("the preview is no SVG")?;
        let mut canvas = Pixmap::new(WIDTH, HEIGHT).context("no room for a preview")?;
        resvg::render(&tree, Transform::identity(), &mut canvas.as_mut());
        pixels::png(&canvas)
    }

    /// What is drawn.
    ///
    /// # Errors
    ///
    /// If words cannot be measured.
    pub(crate) fn svg(&self, preview: &Preview<'_>) -> Result<String> {
        card::svg(preview, &Ruler::new(&self.options))
    }
}
