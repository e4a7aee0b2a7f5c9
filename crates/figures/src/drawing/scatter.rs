//! Points to marks: axes with their names, riket's crosshair, a point a kommun,
//! and the names of points for as long as they find room.

use super::look::Look;
use super::mark::{Anchor, Key, Level, Mark, Place, Set, Shape, Size};
use super::names::{Area, Names};
use super::path;
use super::setting::{Sizes, lines, widest};
use crate::figure::{Dot, ScatterChart, Tick};
use faktabank_tables::statistics::AreaCode;
use std::borrow::Cow;

/// Radius of a point, of one among many, of one that is chosen, and of the ring
/// around what is pointed at.
const RADIUS: f64 = 5.0;
const SMALL: f64 = 3.5;
const LARGE: f64 = 7.0;
const RING: f64 = 9.0;
/// So many points are many: of those only the ones chosen are named.
const MANY: usize = 60;
/// So far from a point the reader still points at it.
const REACH: f64 = 24.0;
/// The room right of the plot.
const RIGHT: f64 = 20.0;

/// The marks of points in a drawing of this size: what lies lowest first.
pub fn scatter(chart: &ScatterChart, size: Size, sizes: Sizes) -> Vec<Mark<'_>> {
    let plot = Plot::of(chart, size, sizes);
    let mut marks = Vec::new();
    let mut names = Names::within(plot.room());
    plot.axes(&mut marks, &mut names);
    plot.crosshair(&mut marks, &mut names);
    let mut dots: Vec<(&Dot, Place)> =
        chart.dots.iter().filter_map(|dot| Some((dot, plot.place(dot.place?)))).collect();
    // What is chosen lies over what is not. In the order of their codes, so that
    // each moves to its own new place when all of them are one path.
    dots.sort_by_key(|(dot, _)| (dot.region.within, dot.region.code));
    let many = chart.dots.len() > MANY;
    for (dot, place) in &dots {
        let radius = match dot.region.within {
            true => LARGE,
            false if many => SMALL,
            false => RADIUS,
        };
        names.take(Area::around(*place, radius));
        marks.push(Mark {
            key: Key::Area(dot.region.code, "punkt"),
            look: Look::Dot(dot.region.within),
            shape: Shape::Circle(*place, radius),
            words: Cow::Borrowed(&dot.region.said),
        });
    }
    for chosen in [true, false] {
        for (dot, place) in dots.iter().filter(|(dot, _)| dot.region.within == chosen && (chosen || !many)) {
            let name = &dot.region.name;
            let radius = if chosen { LARGE } else { RADIUS };
            if let Some((at, set)) = names.place(name, *place, radius, sizes.of(chosen), chosen) {
                marks.push(Mark {
                    key: Key::Area(dot.region.code, "namn"),
                    look: Look::DotName(chosen),
                    shape: Shape::Text(at, set, Cow::Borrowed(name)),
                    words: Cow::Borrowed(""),
                });
            }
        }
    }
    marks
}

/// Where the point of each kommun lies.
pub fn spots(marks: &[Mark<'_>]) -> Vec<(AreaCode, Place)> {
    let spot = |mark: &Mark<'_>| match mark.shape {
        Shape::Circle(place, _) => Some((mark.area()?, place)),
        _ => None,
    };
    marks.iter().filter_map(spot).collect()
}

/// The kommun whose point is nearest to a place; `None` if none is near.
pub fn nearest(spots: &[(AreaCode, Place)], (x, y): Place) -> Option<AreaCode> {
    let far = |(_, (right, below)): &(AreaCode, Place)| (right - x) * (right - x) + (below - y) * (below - y);
    let near = spots.iter().min_by(|one, other| far(one).total_cmp(&far(other)));
    near.filter(|near| far(near) <= REACH * REACH).map(|near| near.0)
}

/// A ring around the point of a kommun.
pub fn ring(place: Place) -> Mark<'static> {
    Mark::frame("pekad", 0, Look::Pointed, Shape::Circle(place, RING))
}

/// All points of a look as one path: hundreds of elements would take a phone
/// longer than a reader waits.
pub fn together(marks: &[Mark<'_>], look: Look) -> String {
    let mut drawn = String::new();
    for mark in marks.iter().filter(|mark| mark.look == look) {
        if let Shape::Circle(place, radius) = mark.shape {
            path::round(&mut drawn, place, radius);
        }
    }
    drawn
}

/// Where points lie.
struct Plot<'a> {
    chart: &'a ScatterChart,
    size: Size,
    sizes: Sizes,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    names: [Vec<String>; 2],
}

impl<'a> Plot<'a> {
    fn of(chart: &'a ScatterChart, size: Size, sizes: Sizes) -> Self {
        let names = [&chart.up, &chart.across].map(|scale| lines(&scale.name, sizes.small, size.width as u32));
        let line = f64::from(sizes.small) * 1.4;
        let ticks = chart.up.axis.ticks.iter().map(|tick| tick.label.as_str());
        let left = widest(ticks, sizes.small) + 16.0;
        Self {
            top: line * names[0].len() as f64 + 20.0,
            bottom: (size.height - line * names[1].len() as f64 - 36.0).max(line + 60.0),
            right: (size.width - RIGHT).max(left + 40.0),
            left,
            chart,
            size,
            sizes,
            names,
        }
    }

    fn place(&self, (across, up): (f64, f64)) -> Place {
        let x = self.left + (self.right - self.left) * self.chart.across.axis.along(across);
        (x, self.bottom - (self.bottom - self.top) * self.chart.up.axis.along(up))
    }

    /// Where names may stand.
    fn room(&self) -> Area {
        Area((self.left - 60.0).max(0.0), self.top - 14.0, self.size.width, self.bottom)
    }

    fn axes(&self, marks: &mut Vec<Mark<'a>>, names: &mut Names) {
        let Self { left, right, top, bottom, .. } = *self;
        let mut tick = |name, at, line, place, set, tick: &'a Tick| {
            marks.push(Mark::frame(name, 2 * at, Look::Grid, line));
            let words = Shape::Text(place, set, Cow::Borrowed(tick.label.as_str()));
            marks.push(Mark::frame(name, 2 * at + 1, Look::Tick, words));
        };
        for (at, it) in self.chart.across.axis.ticks.iter().enumerate() {
            let (x, _) = self.place((it.value, self.chart.up.axis.min));
            tick("x", at, Shape::Line((x, top), (x, bottom)), (x, bottom + 20.0), Set::CENTRE, it);
        }
        for (at, it) in self.chart.up.axis.ticks.iter().enumerate() {
            let (_, y) = self.place((self.chart.across.axis.min, it.value));
            tick("y", at, Shape::Line((left, y), (right, y)), (left - 10.0, y), Set::END.level(), it);
            let foot = (left - 10.0, y + f64::from(self.sizes.small) * Level::Middle.drop());
            names.take(Area::of(&it.label, foot, self.sizes.small, Anchor::End));
        }
        let line = f64::from(self.sizes.small) * 1.4;
        let ends = [("y-namn", 0.0, 0.0, Set::START), ("x-namn", right, bottom + 26.0, Set::END)];
        for ((name, x, y, set), lines) in ends.into_iter().zip(&self.names) {
            for (at, words) in lines.iter().enumerate() {
                let place = (x, y + line * (at + 1) as f64);
                marks.push(Mark::frame(name, at, Look::AxisName, Shape::Text(place, set, words.clone().into())));
            }
        }
    }

    fn crosshair(&self, marks: &mut Vec<Mark<'a>>, names: &mut Names) {
        let Self { left, right, top, bottom, .. } = *self;
        let Some((x, y)) = self.chart.crosshair.map(|at| self.place(at)) else { return };
        let said = self
            .chart
            .country
            .as_ref()
            .map(|(name, across, up)| Cow::Owned([name, ": ", &across.text, ", ", &up.text].concat()));
        let lines = [Shape::Line((x, top), (x, bottom)), Shape::Line((left, y), (right, y))];
        for ((at, line), words) in lines.into_iter().enumerate().zip([said, None]) {
            let words = words.unwrap_or_default();
            marks.push(Mark { words, ..Mark::frame("riket", at, Look::Crosshair, line) });
        }
        names.take(Area(x - 1.0, top, x + 1.0, bottom));
        names.take(Area(left, y - 1.0, right, y + 1.0));
        if let Some((name, ..)) = &self.chart.country {
            let (away, set) = if x > right - 80.0 { (-7.0, Set::END) } else { (7.0, Set::START) };
            let at = (x + away, top + 14.0);
            let words = Shape::Text(at, set, Cow::Borrowed(name));
            marks.push(Mark::frame("riket-namn", 0, Look::CrosshairName, words));
            let anchor: Anchor = set.anchor;
            names.take(Area::of(name, at, self.sizes.small, anchor));
        }
    }
}
