//! Marks to the text of an SVG for a page, where a style sheet knows their classes.

use super::{Pen, escaped};
use crate::drawing::drawing::Drawing;
use crate::drawing::look::Look;
use crate::drawing::mark::{Mark, Shape};
use crate::drawing::path;
use crate::drawing::pattern::Pattern;
use crate::text::number;
use std::cell::Cell;

/// Attributes that say what is so without them.
const DEFAULTS: [(&str, &str); 2] = [("text-anchor", "start"), ("dy", "0")];

/// A drawing as an `<svg>`; `words` say what it shows.
pub fn element(drawing: &Drawing<'_>, words: &str) -> String {
    framed(drawing, &[("role", "img"), ("aria-label", &escaped(words))], |pen| {
        if !drawing.patterns.is_empty() {
            pen.open("defs", &[]);
            drawing.patterns.iter().for_each(|it| pattern(pen, it));
            pen.close("defs");
        }
        // A text that is sent says its paths as shortly as it can.
        for layer in &drawing.layers {
            let grid = Cell::new(Some(grid(&layer.marks)));
            super::layer(pen, layer, |pen, it, _| match it.shape {
                Shape::Line(..) if it.look == Look::Grid => {
                    if let Some(lines) = grid.take() {
                        let said = [("class", Look::Grid.class().into_owned()), ("d", path::by_steps(&lines))];
                        pen.mark("path", &said, "");
                    }
                }
                _ => mark(pen, it, path::by_steps),
            });
        }
    })
}

/// The lines of a grid, which look alike, as one path.
fn grid(marks: &[Mark<'_>]) -> String {
    let mut lines = String::new();
    for it in marks.iter().filter(|it| it.look == Look::Grid) {
        if let Shape::Line(from, to) = it.shape {
            path::through(&mut lines, [from, to].into_iter());
        }
    }
    lines
}

/// A drawing of one layer, for a page that says beside it what it shows.
pub fn still(drawing: &Drawing<'_>) -> String {
    framed(drawing, &[], |pen| drawing.marks().for_each(|it| mark(pen, it, str::to_owned)))
}

fn framed(drawing: &Drawing<'_>, said: &[(&str, &str)], inside: impl Fn(&mut Pen)) -> String {
    let size = [drawing.size.width, drawing.size.height].map(|length| number::tenth(length.ceil()));
    let mut pen = Pen::default();
    let frame = ["0 0 ", &size[0], " ", &size[1]].concat();
    let known = [("class", "drawing"), ("viewBox", frame.as_str()), ("width", &size[0]), ("height", &size[1])];
    pen.open("svg", &[&known[..], said].concat());
    inside(&mut pen);
    pen.close("svg");
    pen.done()
}

fn mark(pen: &mut Pen, mark: &Mark<'_>, along: fn(&str) -> String) {
    if mark.look == Look::Unseen {
        return;
    }
    // What is so anyway need not be said in a text, and what a program asks for is
    // nothing to a reader of it.
    let is_needed = |it: &(&str, String)| !it.0.starts_with("data-") && !DEFAULTS.contains(&(it.0, it.1.as_str()));
    let said = mark.attributes().into_iter().filter(is_needed);
    let said: Vec<_> = said.map(|(name, value)| (name, if name == "d" { along(&value) } else { value })).collect();
    let inside = match &mark.shape {
        Shape::Text(_, _, words) => escaped(words),
        _ if mark.words.is_empty() => String::new(),
        _ => ["<title>", &escaped(&mark.words), "</title>"].concat(),
    };
    pen.mark(mark.shape.tag(), &said, &inside);
}

fn pattern(pen: &mut Pen, pattern: &Pattern) {
    super::pattern(pen, pattern, [("class", "map-ground"), ("class", "map-stroke")]);
}
