//! Marks to the text of an SVG for a file: each says in its own attributes what it
//! looks like, in the colours of a theme.

use super::{Pen, escaped};
use crate::drawing::drawing::Drawing;
use crate::drawing::look::{Colour, Look, Paint, RIM};
use crate::drawing::mark::{Anchor, Mark, Place, Set, Shape};
use crate::drawing::palette::Style;
use crate::drawing::pattern::{self, Pattern};
use crate::drawing::setting::{SANS, Sizes};
use crate::text::{number, plain};

/// A drawing as what stands within an `<svg>`.
pub fn inner(drawing: &Drawing<'_>, style: Style) -> String {
    let mut pen = Pen::default();
    if !drawing.patterns.is_empty() {
        pen.open("defs", &[]);
        // A file has its colours whatever the reader's are.
        let used = drawing.patterns.iter().filter(|pattern| pattern.is_missing);
        used.for_each(|pattern| patterned(&mut pen, pattern, style));
        pen.close("defs");
    }
    let write = |pen: &mut Pen, mark: &Mark<'_>, scale: f64| {
        Writer { style, sizes: drawing.sizes, scale }.mark(pen, mark);
    };
    drawing.layers.iter().for_each(|layer| super::layer(&mut pen, layer, write));
    pen.done()
}

/// What marks are written with.
struct Writer {
    style: Style,
    sizes: Sizes,
    /// Pixels to a unit of the layer.
    scale: f64,
}

impl Writer {
    fn mark(&self, pen: &mut Pen, mark: &Mark<'_>) {
        if mark.look == Look::Unseen {
            return;
        }
        if let Shape::Text(place, set, words) = &mark.shape {
            return self.letters(pen, mark.look.paint(), *place, *set, words);
        }
        let title = match mark.words.is_empty() {
            true => String::new(),
            false => ["<title>", &escaped(&plain::of(&mark.words)), "</title>"].concat(),
        };
        pen.mark(mark.shape.tag(), &self.painted(mark), &title);
    }

    fn painted(&self, mark: &Mark<'_>) -> Vec<(&'static str, String)> {
        let (paint, mut attributes) = (mark.look.paint(), mark.shape.attributes());
        let fill = paint.fill.map_or_else(|| "none".to_owned(), |fill| colour(fill, self.style));
        attributes.push(("fill", fill));
        if paint.opacity < 1.0 {
            attributes.push(("fill-opacity", number::raw(paint.opacity)));
        }
        let Some((stroke, width)) = paint.stroke else { return attributes };
        attributes.push(("stroke", colour(stroke, self.style)));
        attributes.push(("stroke-width", number::raw((width / self.scale * 100.0).round() / 100.0)));
        if paint.fill.is_none() {
            attributes.push(("stroke-linecap", "round".to_owned()));
            attributes.push(("stroke-linejoin", "round".to_owned()));
        }
        if !paint.dash.is_empty() {
            attributes.push(("stroke-dasharray", paint.dash.to_owned()));
        }
        attributes
    }

    fn letters(&self, pen: &mut Pen, paint: Paint, (x, y): Place, set: Set, words: &str) {
        let size = self.sizes.of(paint.letters.large);
        let ink = paint.fill.map(|ink| colour(ink, self.style)).unwrap_or_default();
        let place = (x, y + f64::from(size) * set.level.drop());
        let letters = Type { font: SANS, size, bold: paint.letters.bold, ink: &ink };
        if paint.letters.rimmed {
            pen.rimmed(words, place, letters, set.anchor, self.style.paper());
        } else {
            pen.words(words, place, letters, set.anchor);
        }
    }
}

fn patterned(pen: &mut Pen, pattern: &Pattern, style: Style) {
    let [ground, stroke] = [Colour::Paper, Colour::Soft].map(|ink| colour(ink, style));
    super::pattern(pen, pattern, [("fill", &ground), ("fill", &stroke)]);
}

fn colour(colour: Colour, style: Style) -> String {
    match colour {
        Colour::Missing => pattern::reference(pattern::MAP, pattern::MISSING),
        Colour::MissingKey => pattern::reference(pattern::SWATCH, pattern::MISSING),
        colour => style.of(colour).to_owned(),
    }
}

/// How words of a file are set.
#[derive(Clone, Copy)]
pub(crate) struct Type<'a> {
    pub(crate) font: &'static str,
    pub(crate) size: u32,
    pub(crate) bold: bool,
    pub(crate) ink: &'a str,
}

impl Pen {
    /// Words of a file, with the foot of their letters at this height.
    pub(crate) fn words(&mut self, words: &str, place: Place, set: Type<'_>, anchor: Anchor) {
        self.letters(place, set, anchor, "");
        self.push(&[" fill=\"", set.ink, "\">", &escaped(&plain::of(words)), "</text>\n"]);
    }

    /// Words over a drawing, on a rim of the ground: drawn first, since many
    /// programs know no other order of the two. Nobody is told it twice.
    fn rimmed(&mut self, words: &str, place: Place, set: Type<'_>, anchor: Anchor, ground: &str) {
        self.letters(place, set, anchor, " aria-hidden=\"true\"");
        let (said, width) = (escaped(&plain::of(words)), number::raw(RIM));
        self.push(&[" fill=\"", ground, "\" stroke=\"", ground, "\" stroke-width=\"", &width]);
        self.push(&["\" stroke-linejoin=\"round\">", &said, "</text>\n"]);
        self.words(words, place, set, anchor);
    }

    fn letters(&mut self, (x, y): Place, set: Type<'_>, anchor: Anchor, more: &str) {
        let (x, y, size) = (number::tenth(x), number::tenth(y), number::count(set.size as usize));
        self.push(&["<text", more, " x=\"", &x, "\" y=\"", &y, "\" font-size=\"", &size]);
        self.push(&["\" font-family=\"", set.font]);
        self.push(&[if set.bold { "\" font-weight=\"bold\"" } else { "\"" }]);
        if let Some(anchor) = anchor.name() {
            self.push(&[" text-anchor=\"", anchor, "\""]);
        }
    }
}
