//! Points to the drawing of them: axes with their names, riket's crosshair,
//! and the names of points for as long as they find room.

use super::Drawing;
use super::pen::{Anchor, Pen, Stroke};
use super::setting::{Type, width_of};
use crate::drawing::Style;
use crate::figure::{Dot, ScatterChart, Tone};

/// The height of the drawing.
const HEIGHT: u32 = 560;
/// The sides of the plot in it.
const LEFT: f64 = 76.0;
const RIGHT: f64 = Drawing::WIDTH as f64 - 20.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = HEIGHT as f64 - 56.0;
/// Radius of a point, of one among many, and of one that is chosen.
const RADII: [f64; 3] = [6.0, 4.0, 8.0];
/// So many points are many: of those only the ones chosen are named.
const MANY: usize = 60;

/// The drawing and its height.
pub(super) fn drawn(chart: &ScatterChart, style: Style) -> (String, u32) {
    let mut pen = Pen::default();
    axes(&mut pen, chart, style);
    let small = chart.dots.len() > MANY;
    let placed = |dot: &Dot| dot.place.map(|at| place(chart, at));
    let mut named = Names::default();
    if let Some((x, y)) = chart.crosshair.map(|at| place(chart, at)) {
        let stroke = Stroke { colour: style.colour(Tone::Country), width: 1.5, dash: "0.1 5" };
        pen.line((x, TOP), (x, BOTTOM), stroke);
        pen.line((LEFT, y), (RIGHT, y), stroke);
        named.taken.extend([Area(x - 1.0, TOP, x + 1.0, BOTTOM), Area(LEFT, y - 1.0, RIGHT, y + 1.0)]);
        if let Some((name, ..)) = &chart.country {
            let anchor = if x > RIGHT - 80.0 { Anchor::End } else { Anchor::Start };
            let at = (if anchor == Anchor::End { x - 7.0 } else { x + 7.0 }, TOP + 14.0);
            let set = super::soft(style);
            pen.rimmed(name, at, set, anchor, style.paper());
            named.taken.push(Area::of(name, at, set, anchor));
        }
    }
    // What is chosen lies over what is not.
    for chosen in [false, true] {
        for dot in chart.dots.iter().filter(|dot| dot.region.within == chosen) {
            let Some(at) = placed(dot) else { continue };
            let radius = RADII[if chosen { 2 } else { usize::from(small) }];
            let (fill, rim) = if chosen { (Style::CHOSEN, style.ink()) } else { (style.shade(3), style.paper()) };
            pen.dot(at, radius, fill, rim);
            named.taken.push(Area::around(at, radius));
        }
    }
    for chosen in [true, false] {
        for dot in chart.dots.iter().filter(|dot| dot.region.within == chosen && (chosen || !small)) {
            let Some(at) = placed(dot) else { continue };
            let set = if chosen { Type { bold: true, ..super::body(style) } } else { super::soft(style) };
            let found = named.place(&dot.region.name, at, if chosen { RADII[2] } else { RADII[0] }, set, chosen);
            if let Some((at, anchor)) = found {
                pen.rimmed(&dot.region.name, at, set, anchor, style.paper());
            }
        }
    }
    (pen.done(), HEIGHT)
}

/// Where a point lies.
fn place(chart: &ScatterChart, (across, up): (f64, f64)) -> (f64, f64) {
    let x = LEFT + (RIGHT - LEFT) * chart.across.axis.along(across);
    (x, BOTTOM - (BOTTOM - TOP) * chart.up.axis.along(up))
}

fn axes(pen: &mut Pen, chart: &ScatterChart, style: Style) {
    let soft = super::soft(style);
    let rule = Stroke { colour: style.rule(), width: 1.0, dash: "" };
    for tick in &chart.across.axis.ticks {
        let (x, _) = place(chart, (tick.value, chart.up.axis.min));
        pen.line((x, TOP), (x, BOTTOM), rule);
        pen.words(&tick.label, (x, BOTTOM + 20.0), soft, Anchor::Middle);
    }
    for tick in &chart.up.axis.ticks {
        let (_, y) = place(chart, (chart.across.axis.min, tick.value));
        pen.line((LEFT, y), (RIGHT, y), rule);
        pen.words(&tick.label, (LEFT - 10.0, y + 5.0), soft, Anchor::End);
    }
    pen.words(&chart.up.name, (0.0, 18.0), soft, Anchor::Start);
    pen.words(&chart.across.name, (RIGHT, BOTTOM + 46.0), soft, Anchor::End);
}

/// What something takes up: left, top, right and bottom.
#[derive(Clone, Copy)]
struct Area(f64, f64, f64, f64);

impl Area {
    fn around((x, y): (f64, f64), radius: f64) -> Self {
        Self(x - radius, y - radius, x + radius, y + radius)
    }

    fn of(words: &str, (x, y): (f64, f64), set: Type, anchor: Anchor) -> Self {
        let width = width_of(words, set);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Self(left, y - f64::from(set.size), left + width, y + 4.0)
    }

    fn meets(&self, other: &Self) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }

    fn fits(&self) -> bool {
        self.0 > LEFT - 60.0 && self.2 < Drawing::WIDTH as f64 && self.1 > TOP - 14.0 && self.3 < BOTTOM
    }
}

/// The room that is taken.
#[derive(Default)]
struct Names {
    taken: Vec<Area>,
}

impl Names {
    /// Where a name finds room around its point: to the right, to the left,
    /// over it or under it. One that must be there takes the first place that
    /// lies within the drawing.
    fn place(
        &mut self,
        name: &str,
        (x, y): (f64, f64),
        radius: f64,
        set: Type,
        must: bool,
    ) -> Option<((f64, f64), Anchor)> {
        let (away, half) = (radius + 5.0, f64::from(set.size) / 3.0);
        let around = [
            ((x + away, y + half), Anchor::Start),
            ((x - away, y + half), Anchor::End),
            ((x, y - away), Anchor::Middle),
            ((x, y + away + 2.0 * half), Anchor::Middle),
        ];
        let taken = |at: &((f64, f64), Anchor)| Area::of(name, at.0, set, at.1);
        let free = |at: &&((f64, f64), Anchor)| {
            let own = taken(at);
            own.fits() && !self.taken.iter().any(|other| own.meets(other))
        };
        let found = around.iter().find(free).or_else(|| around.iter().find(|at| must && taken(at).fits())).copied();
        self.taken.extend(found.as_ref().map(taken));
        found
    }
}
