//! A map to the drawing of it: outlines in the shades of their classes; beside
//! them what the shades mean, and the numbers of few kommuner, or of those
//! chosen among many, since nobody can point at a picture.

use super::pen::{Anchor, Pen, Stroke};
use super::setting::{Type, width_of};
use super::{Drawing, words_of};
use crate::drawing::Style;
use crate::figure::{MapChart, Region, sign_of};
use crate::text::{letters, number};
use faktabank_tables::statistics::{Boundaries, Boundary};

/// The room for the outlines, and where the column beside them begins.
const ROOM: (f64, f64) = (560.0, 720.0);
const COLUMN: f64 = 600.0;
const END: f64 = Drawing::WIDTH as f64;
/// The height of a line of the column.
const LINE: f64 = 25.0;
/// So many kommuner have their numbers beside the map.
const LISTED: usize = 20;
/// What kommuner without a number are filled with.
const HATCHED: &str = "uppgift-saknas";

/// The drawing and its height.
pub(super) fn drawn(map: &MapChart, outlines: &Boundaries, style: Style) -> (String, u32) {
    let mut pen = Pen::default();
    hatching(&mut pen, style);
    let high = land(&mut pen, map, outlines, style);
    let low = column(&mut pen, map, style);
    (pen.done(), high.max(low).ceil() as u32)
}

/// The outlines; the height of all of them.
fn land(pen: &mut Pen, map: &MapChart, outlines: &Boundaries, style: Style) -> f64 {
    let found: Vec<(&Region, &Boundary, Option<usize>)> = map
        .regions
        .iter()
        .zip(&map.class_of)
        .filter_map(|(region, class)| Some((region, outlines.of(region.code)?, *class)))
        .collect();
    let [left, top, width, height] =
        Boundaries::around(found.iter().map(|(_, outline, _)| *outline)).map(|it| it as f64);
    let scale = (ROOM.0 / width).min(ROOM.1 / height);
    let away = (ROOM.0 - width * scale) / 2.0;
    // Outlines are as they come, so lines are as wide as they become.
    let (thin, thick) = (number::tenth(0.75 / scale), number::tenth(2.5 / scale));
    let place = [
        "translate(",
        &number::tenth(away),
        " 0) scale(",
        &number::raw(scale),
        ") translate(",
        &number::tenth(-left),
        " ",
        &number::tenth(-top),
        ")",
    ];
    pen.open("g", &[("transform", &place.concat()), ("stroke-linejoin", "round")]);
    for (_, outline, _) in &found {
        pen.element(
            "path",
            &[("d", &outline.path), ("fill", "none"), ("stroke", style.coast()), ("stroke-width", &thick)],
        );
    }
    for (region, outline, class) in &found {
        let hatched = ["url(#", HATCHED, ")"].concat();
        let fill = class.map_or(hatched.as_str(), |class| style.shade(class));
        pen.open("path", &[("d", &outline.path), ("fill", fill), ("stroke", style.paper()), ("stroke-width", &thin)]);
        pen.push(&["<title>", &words_of(&region.said), "</title>"]);
        pen.close("path");
    }
    let chosen = || found.iter().filter(|(region, ..)| region.within);
    for (_, outline, _) in chosen() {
        pen.element(
            "path",
            &[("d", &outline.path), ("fill", "none"), ("stroke", Style::CHOSEN), ("stroke-width", &thick)],
        );
    }
    pen.close("g");
    let set = Type { bold: true, ..super::body(style) };
    for (region, outline, _) in chosen() {
        let [x, y] = outline.inside.map(|it| it as f64);
        let place = (away + (x - left) * scale, (y - top) * scale + f64::from(set.size) / 3.0);
        pen.rimmed(&region.name, place, set, Anchor::Middle, style.paper());
    }
    height * scale
}

/// What the shades mean, and numbers; how far down that goes.
fn column(pen: &mut Pen, map: &MapChart, style: Style) -> f64 {
    let (body, soft) = (super::body(style), super::soft(style));
    let mut y = 16.0;
    pen.words(&letters::capitalised(&map.unit), (COLUMN, y), soft, Anchor::Start);
    let widest = map.legend.iter().map(|class| width_of(&class.label, body)).fold(0.0, f64::max);
    for class in &map.legend {
        y += LINE;
        let hatched = ["url(#", HATCHED, ")"].concat();
        let [x, top] = [COLUMN, y - 13.0].map(number::tenth);
        let fill = class.shade.map_or(hatched.as_str(), |shade| style.shade(shade));
        let place = [("x", x.as_str()), ("y", &top), ("width", "24"), ("height", "16"), ("fill", fill)];
        pen.element("rect", &[&place[..], &[("stroke", style.coast())]].concat());
        pen.words(&class.label, (COLUMN + 34.0, y), body, Anchor::Start);
        pen.words(&class.count, (COLUMN + 48.0 + widest, y), soft, Anchor::Start);
    }
    let all = map.regions.len() <= LISTED;
    let listed: Vec<&Region> = map.regions.iter().filter(|it| all || it.within).take(LISTED).collect();
    y += if listed.is_empty() { 0.0 } else { 14.0 };
    for region in listed {
        y += LINE;
        if region.within {
            pen.rect((COLUMN - 10.0, y - 17.0), (3.0, LINE - 1.0), Style::CHOSEN);
        }
        let set = Type { bold: region.within, ..body };
        pen.words(&region.name, (COLUMN, y), set, Anchor::Start);
        let value = [region.point.text.as_str(), sign_of(&region.point)].concat();
        pen.words(&value, (END, y), set, Anchor::End);
        let rule = Stroke { colour: style.rule(), width: 1.0, dash: "" };
        pen.line((COLUMN, y + 7.5), (END, y + 7.5), rule);
    }
    y + 12.0
}

/// The pattern of what is missing.
fn hatching(pen: &mut Pen, style: Style) {
    pen.open("defs", &[]);
    let turned = [("id", HATCHED), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")];
    pen.open("pattern", &[&turned[..], &[("width", "6"), ("height", "6")]].concat());
    pen.rect((0.0, 0.0), (6.0, 6.0), style.paper());
    pen.rect((0.0, 0.0), (2.0, 6.0), style.soft());
    pen.close("pattern");
    pen.close("defs");
}
