//! What a drawing consists of: marks, each with what it is of, what a reader is
//! told of it, what it looks like and where it lies. Knows no element of a page
//! and no file: [`super::svg`] writes marks, `app::figure::marks` shows them.

use super::look::Look;
use super::pattern;
use crate::text::number;
use faktabank_tables::statistics::AreaCode;
use std::borrow::Cow;

/// A place, to the right and downwards from the corner of a drawing.
pub type Place = (f64, f64);

/// How wide and how high something is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// One mark of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark<'a> {
    /// What it is of: the same mark has the same key when the figure changes, and
    /// is the only one that has it.
    pub key: Key<'a>,
    /// What it looks like; also its class.
    pub look: Look,
    /// Its form, and where it lies.
    pub shape: Shape<'a>,
    /// What a reader is told of it; empty for what only carries the others.
    pub words: Cow<'a, str>,
}

/// What a mark is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key<'a> {
    /// What carries the others, such as a tick of an axis: what it is, and which of them.
    Frame(&'static str, usize),
    /// A series: its key, and which of its parts.
    Series(Cow<'a, str>, &'static str, usize),
    /// A kommun, and which of its marks.
    Area(AreaCode, &'static str),
}

/// The form of a mark, and where it lies.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape<'a> {
    /// A straight line.
    Line(Place, Place),
    /// A path, as SVG writes one.
    Path(Cow<'a, str>),
    /// A rectangle, from its left upper corner.
    Rect(Place, Size),
    /// A circle, with its radius.
    Circle(Place, f64),
    /// Words.
    Text(Place, Set, Cow<'a, str>),
}

/// How words lie at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set {
    /// Which end of them is there.
    pub anchor: Anchor,
    /// At which height of their letters it is.
    pub level: Level,
}

/// Which end of words stands where they are put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The first letter.
    Start,
    /// The middle.
    Middle,
    /// The last letter.
    End,
}

/// Which height of letters stands where they are put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Their foot.
    Foot,
    /// Their middle.
    Middle,
}

impl Set {
    /// With the first letter there, on its foot.
    pub const START: Self = Self { anchor: Anchor::Start, level: Level::Foot };
    /// With the last letter there, on its foot.
    pub const END: Self = Self { anchor: Anchor::End, level: Level::Foot };
    /// With the middle there, on the foot of the letters.
    pub const CENTRE: Self = Self { anchor: Anchor::Middle, level: Level::Foot };

    /// The same, at the middle of the height of the letters.
    pub const fn level(self) -> Self {
        Self { level: Level::Middle, ..self }
    }
}

impl Anchor {
    /// As SVG names it; `None` for the first letter, which need not be named.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Start => None,
            Self::Middle => Some("middle"),
            Self::End => Some("end"),
        }
    }
}

impl Level {
    /// So far below their place is the foot of letters, in parts of their size.
    pub const fn drop(self) -> f64 {
        match self {
            Self::Foot => 0.0,
            Self::Middle => 1.0 / 3.0,
        }
    }
}

impl<'a> Mark<'a> {
    /// A mark that only carries others.
    pub fn frame(name: &'static str, at: usize, look: Look, shape: Shape<'a>) -> Self {
        Self { key: Key::Frame(name, at), look, shape, words: Cow::Borrowed("") }
    }

    /// What an element of a page is marked with: what it looks like, where it lies
    /// and what it is of, always the same attributes for marks of one form.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let mut attributes = vec![("class", self.look.class().into_owned())];
        attributes.extend(self.shape.attributes());
        if let Shape::Text(_, set, _) = &self.shape {
            attributes.push(("text-anchor", set.anchor.name().unwrap_or("start").to_owned()));
            // In the size of the letters, which is the reader's.
            attributes.push(("dy", if set.level == Level::Foot { "0" } else { "0.33em" }.to_owned()));
        }
        attributes.extend(pattern::fill(self.look).map(|fill| ("fill", fill)));
        match &self.key {
            Key::Frame(..) => {}
            Key::Series(key, ..) => attributes.push(("data-series", key.clone().into_owned())),
            // What is pointed at is the mark that tells of its kommun.
            Key::Area(..) if self.words.is_empty() => {}
            Key::Area(code, _) => attributes.push(("data-code", code.to_string())),
        }
        attributes
    }

    /// The kommun that it is of.
    pub const fn area(&self) -> Option<AreaCode> {
        match self.key {
            Key::Area(code, _) => Some(code),
            Key::Frame(..) | Key::Series(..) => None,
        }
    }
}

impl Key<'_> {
    /// The same, to be kept when the figure is gone.
    pub fn kept(&self) -> Key<'static> {
        match self {
            Self::Frame(name, at) => Key::Frame(name, *at),
            Self::Series(key, part, at) => Key::Series(Cow::Owned(key.clone().into_owned()), part, *at),
            Self::Area(code, part) => Key::Area(*code, part),
        }
    }
}

impl Shape<'_> {
    /// The name of its element.
    pub const fn tag(&self) -> &'static str {
        match self {
            Self::Line(..) => "line",
            Self::Path(_) => "path",
            Self::Rect(..) => "rect",
            Self::Circle(..) => "circle",
            Self::Text(..) => "text",
        }
    }

    /// Where it lies, as the attributes of its element. Words have more: how high
    /// their letters are is for whoever sets them.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let tenth = number::tenth;
        match self {
            Self::Line(from, to) => {
                vec![("x1", tenth(from.0)), ("y1", tenth(from.1)), ("x2", tenth(to.0)), ("y2", tenth(to.1))]
            }
            Self::Path(path) => vec![("d", path.clone().into_owned())],
            Self::Rect(place, size) => vec![
                ("x", tenth(place.0)),
                ("y", tenth(place.1)),
                ("width", tenth(size.width)),
                ("height", tenth(size.height)),
            ],
            Self::Circle(place, radius) => vec![("cx", tenth(place.0)), ("cy", tenth(place.1)), ("r", tenth(*radius))],
            Self::Text(place, ..) => vec![("x", tenth(place.0)), ("y", tenth(place.1))],
        }
    }
}
