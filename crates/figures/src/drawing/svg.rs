//! Marks to the text of an SVG, in one of two dresses: for pages, where a style
//! sheet knows their classes, and for files, where each says in its own
//! attributes what it looks like, since other programs read little of a style
//! sheet. Knows no figure.

use super::drawing::{Drawing, Layer};
use super::look::{Colour, Paint, RIM};
use super::mark::{Anchor, Mark, Place, Set, Shape};
use super::palette::Style;
use super::path;
use super::pattern::{self, Pattern};
use super::setting::{SANS, Sizes};
use crate::text::{number, plain};

/// How marks are dressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// By their classes.
    Page,
    /// In their own attributes.
    File(Style),
}

/// A drawing as what stands within an `<svg>`.
pub fn inner(drawing: &Drawing<'_>, dress: Dress) -> String {
    let mut pen = Pen::default();
    let writer = Writer { dress, sizes: drawing.sizes, scale: 1.0 };
    if !drawing.patterns.is_empty() {
        pen.open("defs", &[]);
        // A file has its colours whatever the reader's are.
        let used = |pattern: &&Pattern| pattern.is_missing || dress == Dress::Page;
        drawing.patterns.iter().filter(used).for_each(|pattern| writer.pattern(&mut pen, pattern));
        pen.close("defs");
    }
    drawing.layers.iter().for_each(|layer| writer.layer(&mut pen, layer));
    pen.done()
}

/// A drawing as an `<svg>` for a page; `words` say what it shows.
pub fn element(drawing: &Drawing<'_>, words: &str) -> String {
    let size = [drawing.size.width, drawing.size.height].map(|length| number::tenth(length.ceil()));
    let mut pen = Pen::default();
    let frame = ["0 0 ", &size[0], " ", &size[1]].concat();
    let label = escaped(words);
    let known = [("class", "drawing"), ("viewBox", frame.as_str()), ("width", &size[0]), ("height", &size[1])];
    pen.open("svg", &[&known[..], &[("role", "img"), ("aria-label", &label)]].concat());
    pen.push(&[&inner(drawing, Dress::Page)]);
    pen.close("svg");
    pen.done()
}

/// Attributes that say what is so without them.
const DEFAULTS: [(&str, &str); 2] = [("text-anchor", "start"), ("dy", "0")];

/// What marks are written with.
struct Writer {
    dress: Dress,
    sizes: Sizes,
    /// Pixels to a unit of the layer.
    scale: f64,
}

impl Writer {
    fn layer(&self, pen: &mut Pen, layer: &Layer<'_>) {
        let Some(moved) = &layer.moved else {
            layer.marks.iter().for_each(|mark| self.mark(pen, mark));
            return;
        };
        let ((x, y), (left, top)) = (moved.to, moved.from);
        let [x, y, left, top] = [x, y, -left, -top].map(number::tenth);
        let scale = number::raw(moved.scale);
        let place = ["translate(", &x, " ", &y, ") scale(", &scale, ") translate(", &left, " ", &top, ")"].concat();
        pen.open("g", &[("transform", &place), ("stroke-linejoin", "round")]);
        let inside = Self { scale: moved.scale, ..*self };
        layer.marks.iter().for_each(|mark| inside.mark(pen, mark));
        pen.close("g");
    }

    fn mark(&self, pen: &mut Pen, mark: &Mark<'_>) {
        if mark.look == super::look::Look::Unseen {
            return;
        }
        if let (Shape::Text(place, set, words), Dress::File(style)) = (&mark.shape, self.dress) {
            return self.letters(pen, mark.look.paint(), *place, *set, words, style);
        }
        let attributes = match self.dress {
            // What is so anyway need not be said in a text.
            Dress::Page => {
                // What a program asks for is nothing to a reader of text.
                let is_needed =
                    |it: &(&str, String)| !it.0.starts_with("data-") && !DEFAULTS.contains(&(it.0, it.1.as_str()));
                let said = mark.attributes().into_iter().filter(is_needed);
                said.map(|(name, value)| (name, if name == "d" { path::by_steps(&value) } else { value })).collect()
            }
            Dress::File(style) => self.painted(mark, style),
        };
        let tag = mark.shape.tag();
        pen.begin(tag, attributes.iter().map(|(name, value)| (*name, escaped(value))));
        let inside = match &mark.shape {
            Shape::Text(_, _, words) => escaped(words),
            _ if mark.words.is_empty() => String::new(),
            _ => ["<title>", &escaped(&self.told(&mark.words)), "</title>"].concat(),
        };
        if inside.is_empty() {
            pen.push(&["/>\n"]);
        } else {
            pen.push(&[">", &inside, "</", tag, ">\n"]);
        }
    }

    /// As a page has words, or as a file has them.
    fn told(&self, words: &str) -> String {
        match self.dress {
            Dress::Page => words.to_owned(),
            Dress::File(_) => plain::of(words),
        }
    }

    fn painted(&self, mark: &Mark<'_>, style: Style) -> Vec<(&'static str, String)> {
        let (paint, mut attributes) = (mark.look.paint(), mark.shape.attributes());
        let fill = paint.fill.map_or_else(|| "none".to_owned(), |fill| colour(fill, style));
        attributes.push(("fill", fill));
        if paint.opacity < 1.0 {
            attributes.push(("fill-opacity", number::raw(paint.opacity)));
        }
        let Some((stroke, width)) = paint.stroke else { return attributes };
        attributes.push(("stroke", colour(stroke, style)));
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

    fn letters(&self, pen: &mut Pen, paint: Paint, (x, y): Place, set: Set, words: &str, style: Style) {
        let size = self.sizes.of(paint.letters.large);
        let ink = paint.fill.map(|ink| colour(ink, style)).unwrap_or_default();
        let place = (x, y + f64::from(size) * set.level.drop());
        let letters = Type { font: SANS, size, bold: paint.letters.bold, ink: &ink };
        if paint.letters.rimmed {
            pen.rimmed(words, place, letters, set.anchor, style.paper());
        } else {
            pen.words(words, place, letters, set.anchor);
        }
    }

    fn pattern(&self, pen: &mut Pen, pattern: &Pattern) {
        let size = number::count(pattern.size);
        let turn = ["rotate(", &number::count(pattern.turn), ")"].concat();
        let known = [("id", pattern.id.as_str()), ("patternUnits", "userSpaceOnUse"), ("patternTransform", &turn)];
        pen.open("pattern", &[&known[..], &[("width", &size), ("height", &size)]].concat());
        for (width, class, ink) in
            [(pattern.size, "map-ground", Colour::Paper), (pattern.stroke, "map-stroke", Colour::Soft)]
        {
            let width = number::count(width);
            let ink = match self.dress {
                Dress::Page => ("class", class.to_owned()),
                Dress::File(style) => ("fill", colour(ink, style)),
            };
            pen.element("rect", &[("width", &width), ("height", &size), (ink.0, &ink.1)]);
        }
        pen.close("pattern");
    }
}

fn colour(colour: Colour, style: Style) -> String {
    match colour {
        Colour::Missing => pattern::reference(pattern::MAP, pattern::MISSING),
        Colour::MissingKey => pattern::reference(pattern::SWATCH, pattern::MISSING),
        colour => style.of(colour).to_owned(),
    }
}

/// Text as it stands in HTML or SVG, between tags or quotation marks.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// An SVG in the making.
#[derive(Default)]
pub(crate) struct Pen(String);

/// How words of a file are set.
#[derive(Clone, Copy)]
pub(crate) struct Type<'a> {
    pub(crate) font: &'static str,
    pub(crate) size: u32,
    pub(crate) bold: bool,
    pub(crate) ink: &'a str,
}

impl Pen {
    /// What was written.
    pub(crate) fn done(self) -> String {
        self.0
    }

    /// Adds what is written already.
    pub(crate) fn push(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.0.push_str(part));
    }

    /// An element without anything inside.
    pub(crate) fn element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes.iter().copied());
        self.push(&["/>\n"]);
    }

    /// The beginning of an element that holds others.
    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes.iter().copied());
        self.push(&[">\n"]);
    }

    /// Its end.
    pub(crate) fn close(&mut self, name: &str) {
        self.push(&["</", name, ">\n"]);
    }

    fn begin<'a>(&mut self, name: &str, attributes: impl Iterator<Item = (&'a str, impl AsRef<str>)>) {
        self.push(&["<", name]);
        for (attribute, value) in attributes {
            self.push(&[" ", attribute, "=\"", value.as_ref(), "\""]);
        }
    }

    /// A filled rectangle.
    pub(crate) fn rect(&mut self, (x, y): Place, (width, height): (f64, f64), fill: &str) {
        let [x, y, width, height] = [x, y, width, height].map(number::tenth);
        self.element("rect", &[("x", &x), ("y", &y), ("width", &width), ("height", &height), ("fill", fill)]);
    }

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
