//! Lines, signs and words to the text of an SVG: each says in its own
//! attributes what it looks like, since a file has no style sheet and other
//! programs read little of one. Knows no figure.

use super::setting::Type;
use crate::export::embed::escaped;
use crate::export::words;
use crate::text::number;

/// A drawing in the making.
#[derive(Default)]
pub(super) struct Pen(String);

/// What a line is drawn with.
#[derive(Clone, Copy)]
pub(super) struct Stroke<'a> {
    pub(super) colour: &'a str,
    pub(super) width: f64,
    /// On and off, as SVG has it; empty for a whole line.
    pub(super) dash: &'a str,
}

/// Which end of words stands where they are put.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Pen {
    /// What was drawn.
    pub(super) fn done(self) -> String {
        self.0
    }

    /// Adds what is written already.
    pub(super) fn push(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.0.push_str(part));
    }

    /// An element without anything inside.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.push(&["/>\n"]);
    }

    /// The beginning of an element that holds others.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.push(&[">\n"]);
    }

    /// Its end.
    pub(super) fn close(&mut self, name: &str) {
        self.push(&["</", name, ">\n"]);
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.push(&["<", name]);
        for (attribute, value) in attributes {
            self.push(&[" ", attribute, "=\"", value, "\""]);
        }
    }

    /// A filled rectangle.
    pub(super) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), fill: &str) {
        let [x, y, width, height] = [x, y, width, height].map(number::tenth);
        self.element("rect", &[("x", &x), ("y", &y), ("width", &width), ("height", &height), ("fill", fill)]);
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke<'_>) {
        let [x, y, to_x, to_y] = [from.0, from.1, to.0, to.1].map(number::tenth);
        self.stroked("line", &[("x1", &x), ("y1", &y), ("x2", &to_x), ("y2", &to_y)], stroke);
    }

    /// A line through places.
    pub(super) fn polyline(&mut self, places: &[(f64, f64)], stroke: Stroke<'_>) {
        let points: Vec<String> =
            places.iter().map(|&(x, y)| [&number::tenth(x), ",", &number::tenth(y)].concat()).collect();
        self.stroked("polyline", &[("points", &points.join(" ")), ("fill", "none")], stroke);
    }

    fn stroked(&mut self, name: &str, attributes: &[(&str, &str)], stroke: Stroke<'_>) {
        let width = number::tenth(stroke.width);
        let own = [
            ("stroke", stroke.colour),
            ("stroke-width", &width),
            ("stroke-linecap", "round"),
            ("stroke-linejoin", "round"),
            ("stroke-dasharray", stroke.dash),
        ];
        let own = own.iter().take(if stroke.dash.is_empty() { 4 } else { 5 });
        self.element(name, &attributes.iter().chain(own).copied().collect::<Vec<_>>());
    }

    /// A round sign with a rim.
    pub(super) fn dot(&mut self, (x, y): (f64, f64), radius: f64, fill: &str, rim: &str) {
        let [x, y, radius] = [x, y, radius].map(number::tenth);
        self.element("circle", &[("cx", &x), ("cy", &y), ("r", &radius), ("fill", fill), ("stroke", rim)]);
    }

    /// Words, with the foot of their letters at this height.
    pub(super) fn words(&mut self, words: &str, (x, y): (f64, f64), set: Type, anchor: Anchor) {
        self.letters((x, y), set, anchor, "");
        self.push(&[" fill=\"", set.ink, "\">", &escaped(&words::of(words)), "</text>\n"]);
    }

    /// Words over a drawing, on a rim of the ground: drawn first, since many
    /// programs know no other order of the two. Nobody is told it twice.
    pub(super) fn rimmed(&mut self, words: &str, place: (f64, f64), set: Type, anchor: Anchor, ground: &str) {
        self.letters(place, set, anchor, " aria-hidden=\"true\"");
        let said = escaped(&words::of(words));
        self.push(&[" fill=\"", ground, "\" stroke=\"", ground, "\" stroke-width=\"3.5\" stroke-linejoin=\"round\">"]);
        self.push(&[&said, "</text>\n"]);
        self.words(words, place, set, anchor);
    }

    fn letters(&mut self, (x, y): (f64, f64), set: Type, anchor: Anchor, more: &str) {
        let (x, y, size) = (number::tenth(x), number::tenth(y), number::count(set.size as usize));
        self.push(&["<text", more, " x=\"", &x, "\" y=\"", &y, "\" font-size=\"", &size]);
        self.push(&["\" font-family=\"", set.font]);
        self.push(&[if set.bold { "\" font-weight=\"bold\"" } else { "\"" }]);
        self.push(&[match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        }]);
    }
}
