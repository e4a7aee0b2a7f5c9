//! A map to marks: outlines in the shades of their classes, and the names of what
//! is chosen; for files and pages without a script also what the shades mean, and
//! the numbers of few kommuner, or of those chosen among many, since nobody can
//! point at a picture.

use super::drawing::{Drawing, Layer, Moved};
use super::look::Look;
use super::mark::{Anchor, Key, Mark, Place, Set, Shape, Size};
use super::names::Area;
use super::pattern;
use super::setting::{Sizes, widest};
use crate::figure::{MapChart, Region, sign_of};
use crate::text::letters;
use faktabank_tables::statistics::{AreaCode, Boundaries, Boundary};
use std::borrow::Cow;

/// The most room for the outlines, and the room between them and the column.
const ROOM: Size = Size { width: 560.0, height: 720.0 };
const BETWEEN: f64 = 40.0;
/// The least width of that column.
const COLUMN: f64 = 280.0;
/// The height of a line of the column.
const LINE: f64 = 25.0;
/// So many kommuner have their numbers beside the map.
const LISTED: usize = 20;
/// How fine the pattern of what has no number is, in pixels.
const FINE: f64 = 6.0;

/// The kommuner of a map, each with its outline, in the order of its ranking.
fn found<'a>(map: &'a MapChart, outlines: &'a Boundaries) -> Vec<(&'a Region, &'a Boundary, Option<usize>)> {
    let all = map.regions.iter().zip(&map.class_of);
    all.filter_map(|(region, class)| Some((region, outlines.of(region.code)?, *class))).collect()
}

/// What all outlines of a map lie within: left, top, width and height.
pub fn frame(map: &MapChart, outlines: &Boundaries) -> [usize; 4] {
    Boundaries::around(found(map, outlines).iter().map(|(_, outline, _)| *outline))
}

/// The rims of the land, on the sheet of outlines.
pub fn coasts<'a>(map: &'a MapChart, outlines: &'a Boundaries) -> Vec<Mark<'a>> {
    found(map, outlines).iter().map(|(region, outline, _)| self::outline(outline, region.code, Look::Coast)).collect()
}

/// The outlines in their shades, on the same sheet.
pub fn regions<'a>(map: &'a MapChart, outlines: &'a Boundaries) -> Vec<Mark<'a>> {
    let shades = found(map, outlines).into_iter().map(|(region, outline, class)| Mark {
        words: Cow::Borrowed(&region.said),
        ..self::outline(outline, region.code, Look::Shade(class))
    });
    shades.collect()
}

/// The outlines of what is chosen, over the shades: all rims, then what they keep apart.
pub fn chosen<'a>(map: &'a MapChart, outlines: &'a Boundaries) -> Vec<Mark<'a>> {
    let within = || map.regions.iter().filter(|region| region.within);
    let of =
        |look| within().filter_map(move |region| Some(self::outline(outlines.of(region.code)?, region.code, look)));
    of(Look::ChosenRim).chain(of(Look::Chosen)).collect()
}

/// The outline of a kommun on the sheet of outlines.
pub fn outline(outline: &Boundary, code: AreaCode, look: Look) -> Mark<'_> {
    let part = match look {
        Look::Coast => "kust",
        Look::ChosenRim => "rand",
        Look::Chosen => "vald",
        Look::Pointed => "pekad",
        _ => "yta",
    };
    let shape = Shape::Path(Cow::Borrowed(&outline.path));
    Mark { key: Key::Area(code, part), look, shape, words: Cow::Borrowed("") }
}

/// The names of what is chosen and, of few kommuner, of all that have room for theirs;
/// `place` says where a place of the sheet is, and letters are as high as `size` there.
pub fn names<'a>(map: &'a MapChart, outlines: &Boundaries, size: u32, place: impl Fn(Place) -> Place) -> Vec<Mark<'a>> {
    let is_few = map.regions.len() <= LISTED;
    let (chosen, others): (Vec<&Region>, Vec<&Region>) = map.regions.iter().partition(|region| region.within);
    let others = others.into_iter().filter(|_| is_few);
    let mut taken: Vec<Area> = Vec::new();
    let name = |region: &'a Region| {
        let (x, y) = place(outlines.of(region.code)?.inside.map(|it| it as f64).into());
        let low = (x, y + f64::from(size) / 3.0);
        let area = Area::of(&region.name, low, size, Anchor::Middle);
        if !region.within && taken.iter().any(|other| area.meets(other)) {
            return None;
        }
        taken.push(area);
        let shape = Shape::Text((x, y), Set::CENTRE.level(), Cow::Borrowed(region.name.as_str()));
        let look = Look::MapName(region.within);
        Some(Mark { key: Key::Area(region.code, "namn"), look, shape, words: Cow::Borrowed("") })
    };
    chosen.into_iter().chain(others).filter_map(name).collect()
}

/// The whole drawing of a map, as wide as this.
pub(super) fn map<'a>(map: &'a MapChart, outlines: &'a Boundaries, width: f64, sizes: Sizes) -> Drawing<'a> {
    let is_wide = width >= COLUMN + BETWEEN + 300.0;
    let room = Size { width: if is_wide { ROOM.width.min(width - COLUMN - BETWEEN) } else { width }, ..ROOM };
    let [left, top, wide, high] = frame(map, outlines).map(|length| length as f64);
    let scale = (room.width / wide.max(1.0)).min(room.height / high.max(1.0));
    let moved = Moved { from: (left, top), to: ((room.width - wide * scale) / 2.0, 0.0), scale };
    let place = |(x, y): Place| (moved.to.0 + (x - left) * scale, (y - top) * scale);
    let column = if is_wide { (room.width + BETWEEN, 16.0) } else { (0.0, high * scale + 32.0) };
    let (beside, low) = self::beside(map, column, width, sizes);
    let land = [coasts(map, outlines), regions(map, outlines), chosen(map, outlines)].concat();
    let marks = names(map, outlines, sizes.large, place).into_iter().chain(beside).collect();
    let fine = [(pattern::MAP, (FINE / scale) as usize), (pattern::SWATCH, FINE as usize)];
    Drawing {
        size: Size { width, height: (high * scale).max(low).ceil() },
        sizes,
        patterns: fine.into_iter().flat_map(|(id, size)| pattern::all(id, size)).collect(),
        layers: vec![Layer { moved: Some(moved), marks: land }, Layer { moved: None, marks }],
    }
}

/// What the shades mean, and numbers; how far down that goes.
fn beside(map: &MapChart, (left, top): Place, width: f64, sizes: Sizes) -> (Vec<Mark<'_>>, f64) {
    let mut marks = Vec::new();
    let mut words = |name, at, look, place, set, words: Cow<'_, str>| {
        marks.push(Mark::frame(name, at, look, Shape::Text(place, set, Cow::Owned(words.into_owned()))));
    };
    let mut y = top;
    words("enhet", 0, Look::Tick, (left, y), Set::START, letters::capitalised(&map.unit).into());
    let labels = widest(map.legend.iter().map(|class| class.label.as_str()), sizes.large);
    for (at, class) in map.legend.iter().enumerate() {
        y += LINE;
        words("klass", at, Look::Name(false), (left + 34.0, y), Set::START, class.label.as_str().into());
        words("klass-antal", at, Look::Tick, (left + 48.0 + labels, y), Set::START, class.count.as_str().into());
    }
    let all = map.regions.len() <= LISTED;
    let listed: Vec<&Region> = map.regions.iter().filter(|it| all || it.within).take(LISTED).collect();
    y += if listed.is_empty() { 0.0 } else { 14.0 };
    let first = y;
    for (at, region) in listed.iter().enumerate() {
        y += LINE;
        let look = Look::Name(region.within);
        words("lista", at, look, (left, y), Set::START, region.name.as_str().into());
        let value = [region.point.text.as_str(), sign_of(&region.point)].concat();
        words("lista-tal", at, look, (width, y), Set::END, value.into());
    }
    for (at, class) in map.legend.iter().enumerate() {
        let place = (left, top + LINE * (at + 1) as f64 - 13.0);
        let square = Shape::Rect(place, Size { width: 24.0, height: 16.0 });
        marks.push(Mark::frame("klass-ruta", at, Look::Key(class.shade), square));
    }
    for (at, region) in listed.iter().enumerate() {
        let y = first + LINE * (at + 1) as f64;
        if region.within {
            let bar = Shape::Rect((left - 10.0, y - 17.0), Size { width: 3.0, height: LINE - 1.0 });
            marks.push(Mark::frame("lista-vald", at, Look::ListMark, bar));
        }
        marks.push(Mark::frame("lista-linje", at, Look::Grid, Shape::Line((left, y + 7.5), (width, y + 7.5))));
    }
    (marks, y + 12.0)
}
