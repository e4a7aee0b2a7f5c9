//! Marks to the text of an SVG, in one of two dresses: for [`page`]s, where a style
//! sheet knows their classes, and for [`mod@file`]s, where each says in its own attributes
//! what it looks like, since other programs read little of a style sheet. Knows no
//! figure.

pub mod file;
pub mod page;

use super::drawing::Layer;
use super::mark::{Mark, Place};
use super::pattern::Pattern;
use crate::text::number;

/// Writes the marks of a layer, which is told how many pixels a unit of it has.
fn layer(pen: &mut Pen, layer: &Layer<'_>, write: impl Fn(&mut Pen, &Mark<'_>, f64)) {
    let Some(moved) = &layer.moved else {
        layer.marks.iter().for_each(|mark| write(pen, mark, 1.0));
        return;
    };
    let ((x, y), (left, top)) = (moved.to, moved.from);
    let [x, y, left, top] = [x, y, -left, -top].map(number::tenth);
    let scale = number::raw(moved.scale);
    let place = ["translate(", &x, " ", &y, ") scale(", &scale, ") translate(", &left, " ", &top, ")"].concat();
    pen.open("g", &[("transform", &place), ("stroke-linejoin", "round")]);
    layer.marks.iter().for_each(|mark| write(pen, mark, moved.scale));
    pen.close("g");
}

/// A pattern of strokes on a ground, each with what it looks like.
fn pattern(pen: &mut Pen, pattern: &Pattern, looks: [(&str, &str); 2]) {
    let size = number::count(pattern.size);
    let turn = ["rotate(", &number::count(pattern.turn), ")"].concat();
    let known = [("id", pattern.id.as_str()), ("patternUnits", "userSpaceOnUse"), ("patternTransform", &turn)];
    pen.open("pattern", &[&known[..], &[("width", &size), ("height", &size)]].concat());
    for (width, look) in [pattern.size, pattern.stroke].into_iter().zip(looks) {
        pen.element("rect", &[("width", &number::count(width)), ("height", &size), look]);
    }
    pen.close("pattern");
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

    pub(super) fn begin<'a>(&mut self, name: &str, attributes: impl Iterator<Item = (&'a str, impl AsRef<str>)>) {
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

    /// An element with what it says to those who point at it, or the words in it.
    fn mark(&mut self, tag: &str, attributes: &[(&'static str, String)], inside: &str) {
        self.begin(tag, attributes.iter().map(|(name, value)| (*name, escaped(value))));
        if inside.is_empty() {
            self.push(&["/>\n"]);
        } else {
            self.push(&[">", inside, "</", tag, ">\n"]);
        }
    }
}
