//! Pixels to a PNG of few colours: a drawing has few, and those between them at
//! the rims of letters may be off by what nobody sees. A third of the bytes.

use anyhow::{Context, Result, ensure};
use libdeflater::{CompressionLvl, Compressor};
use png::{BitDepth, ColorType, Encoder};
use resvg::tiny_skia::Pixmap;

/// So many colours a palette holds.
const MOST: usize = 256;
/// So many of the lowest bits of red, green and blue are not told apart, in the
/// first way that leaves few enough colours; the last always does.
const DROPPED: [u32; 2] = [5, 6];
/// Pixels that are compared at once.
const AT_ONCE: usize = 64;

type Colour = [u8; 4];

/// The file.
pub(super) fn png(canvas: &Pixmap) -> Result<Vec<u8>> {
    let runs = runs(canvas.data());
    let (palette, places) = DROPPED
        .iter()
        .map(|&dropped| palette(&runs, dropped))
        .find(|(palette, _)| palette.len() <= MOST)
        .context("a preview of too many colours")?;
    let mut pixels: Vec<u8> = Vec::with_capacity(canvas.pixels().len());
    for ((_, length), place) in runs.iter().zip(places) {
        pixels.resize(pixels.len() + length, u8::try_from(place)?);
    }
    ensure!(pixels.len() == canvas.pixels().len(), "a preview of {} pixels", pixels.len());
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, canvas.width(), canvas.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder
        .write_header()
        .and_then(|mut writer| writer.write_chunk(png::chunk::IDAT, &packed(canvas, &pixels)?))
        .context("a PNG")?;
    Ok(file)
}

/// The rows as a PNG holds them. Colours of a palette are no heights: what lies beside
/// them says nothing of them, so that no row is filtered.
fn packed(canvas: &Pixmap, pixels: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let width = canvas.width() as usize;
    let rows: Vec<u8> = pixels.chunks(width).flat_map(|row| [0].into_iter().chain(row.iter().copied())).collect();
    // The strongest that takes no longer than the drawing itself.
    let mut compressor = Compressor::new(CompressionLvl::new(10).unwrap_or_default());
    let mut packed = vec![0; compressor.zlib_compress_bound(rows.len())];
    let length =
        compressor.zlib_compress(&rows, &mut packed).map_err(|error| std::io::Error::other(error.to_string()))?;
    packed.truncate(length);
    Ok(packed)
}

/// Each colour, and how many pixels in a row have it: most are like the one before.
fn runs(mut pixels: &[u8]) -> Vec<(Colour, usize)> {
    let mut runs: Vec<(Colour, usize)> = Vec::new();
    while let Some(&first) = pixels.first_chunk::<4>() {
        let many = first.repeat(AT_ONCE);
        let mut rest = pixels;
        while let Some(others) = rest.strip_prefix(many.as_slice()) {
            rest = others;
        }
        while let Some(others) = rest.strip_prefix(&first) {
            rest = others;
        }
        runs.push((first, (pixels.len() - rest.len()) / first.len()));
        pixels = rest;
    }
    runs
}

/// The colours that are kept, and which of them each run becomes. Of those alike
/// in their highest bits the one of the longest run is kept, so that plain areas
/// have their very colour.
fn palette(runs: &[(Colour, usize)], dropped: u32) -> (Vec<[u8; 3]>, Vec<usize>) {
    let bits = u8::BITS - dropped;
    let group = |[red, green, blue, _]: Colour| {
        [red, green, blue].iter().fold(0, |group, part| group << bits | usize::from(part >> dropped))
    };
    let mut longest: Vec<Option<(Colour, usize)>> = vec![None; 1 << (3 * bits)];
    for &(colour, length) in runs {
        let known = &mut longest[group(colour)];
        if known.is_none_or(|(_, known)| length > known) {
            *known = Some((colour, length));
        }
    }
    let mut places = vec![0; longest.len()];
    let mut palette = Vec::new();
    for (place, known) in places.iter_mut().zip(longest) {
        if let Some(([red, green, blue, _], _)) = known {
            *place = palette.len();
            palette.push([red, green, blue]);
        }
    }
    (palette, runs.iter().map(|(colour, _)| places[group(*colour)]).collect())
}
