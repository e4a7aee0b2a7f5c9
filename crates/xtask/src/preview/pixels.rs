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
    // The strongest: a fifth of a second each, in builds for a publication alone.
    let mut compressor = Compressor::new(CompressionLvl::best());
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

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::{Color, Paint, Rect, Transform};

    /// Stripes of two colours, each of another height.
    fn stripes() -> Pixmap {
        let mut canvas = Pixmap::new(1200, 630).unwrap();
        canvas.fill(Color::WHITE);
        let mut paint = Paint::default();
        paint.set_color_rgba8(18, 67, 109, 255);
        for at in 0..200_u16 {
            let height = f32::from(at * at % 97) + 1.0;
            let stripe = Rect::from_xywh(f32::from(at) * 6.0, 600.0 - height, 3.0, height).unwrap();
            canvas.fill_rect(stripe, &paint, Transform::identity(), None);
        }
        canvas
    }

    #[test]
    fn a_picture_is_read_back_and_is_smaller_than_the_usual_way() {
        let canvas = stripes();
        let file = png(&canvas).unwrap();
        let mut decoder = png::Decoder::new(std::io::Cursor::new(&file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut read = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut read).unwrap();
        let drawn: Vec<u8> = canvas.data().chunks(4).flat_map(|pixel| pixel[..3].to_vec()).collect();
        assert!(read == drawn, "another picture");

        let pixels: Vec<u8> = drawn.chunks(3).map(|pixel| u8::from(pixel[0] < 200)).collect();
        let rows: Vec<u8> = pixels.chunks(1200).flat_map(|row| [0].into_iter().chain(row.iter().copied())).collect();
        let mut usual = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        std::io::Write::write_all(&mut usual, &rows).unwrap();
        let (is, usual) = (packed(&canvas, &pixels).unwrap().len(), usual.finish().unwrap().len());
        assert!(is * 100 < usual * 95, "{is} bytes, {usual} the usual way");
    }
}
