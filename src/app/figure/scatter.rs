//! Points: each kommun by its two numbers, riket's as crosshair.
//!
//! Axes and names are laid out in per cent of the room there is, so that they fit
//! any. Points are one path for all of them, in the pixels of the room: hundreds
//! of elements would take a phone longer than a reader waits.

use super::chart::Drawing;
use super::frame::Land;
use super::places::{line, per_cent};
use super::regions::Regions;
use crate::app::deferred::promptly;
use crate::app::element::{Element, afterwards, div, each, fragment, p, svg};
use crate::app::memo::Memo;
use crate::app::scene::Scene;
use crate::app::signal::RwSignal;
use crate::browser::event::Event;
use faktabank_figures::figure::{Chart, Dot, ScatterChart};
use faktabank_figures::text::{number, ui};
use faktabank_tables::statistics::AreaCode;
use std::sync::Arc;

/// Radius of a point, of one among many, and of one that is chosen, in pixels.
const RADIUS: f64 = 5.0;
const SMALL: f64 = 3.5;
const LARGE: f64 = 7.0;
/// So many points are many.
const MANY: usize = 60;
/// So far from a point, in pixels, the reader still points at it.
const REACH: f64 = 24.0;
/// What the drawing itself is marked with.
const SHEET: &str = "data-points";

/// Width and height of the drawing, in pixels.
type Size = (f64, f64);

/// Points that follow their view model.
pub(super) fn view(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    land: Land,
    scene: Scene,
) -> Element {
    afterwards(move || drawing.set(Drawing::Done));
    let all = move |chart: &ScatterChart| Arc::new(chart.dots.iter().map(|dot| dot.region.clone()).collect::<Vec<_>>());
    let regions = Memo::new(move |_| with(chart, all).unwrap_or_default());
    let regions = Regions::new(regions, land.pick, scene);
    let names = promptly(|| fragment(move || with(chart, |chart| each(names(chart))).unwrap_or_default()));
    let pointed = fragment(move || {
        let code = regions.active.get();
        let ring = |chart: &ScatterChart| code.and_then(|code| ring(chart, code));
        with(chart, ring).flatten().map(Element::parts).unwrap_or_default()
    });
    let size = RwSignal::new((0.0, 0.0));
    let drawing = svg("svg").attr("class", "points").attr(SHEET, "").attr("aria-hidden", "true");
    let drawing = drawing.attr("focusable", "false").on_size(move |wide, high| size.set((wide, high)));
    let sheet = div("chart points-sheet").attr("data-chart", "").attr("role", "img");
    let sheet = promptly(|| sheet.attr("aria-label", move || headline.get()));
    // Those chosen lie on top of the others. On paper, where nobody tells of
    // another size, they are stretched with the room.
    let dots = svg("svg").attr("preserveAspectRatio", "none").attr("class", "dots");
    let dots = dots.attr("viewBox", move || {
        let (wide, high) = size.get();
        ["0 0 ", &number::tenth(wide), " ", &number::tenth(high)].concat()
    });
    let dots = dots.children([("dot", false), ("dot dot-chosen", true)].map(|(class, within)| {
        let drawn = move || with(chart, |chart| path(chart, within, size.get())).unwrap_or_default();
        promptly(|| svg("path").attr("class", class).attr("d", drawn))
    }));
    let scale = promptly(|| fragment(move || with(chart, |chart| scale(chart).parts()).unwrap_or_default()));
    let sheet = sheet.child(drawing.child(scale).child(dots).child(names).child(pointed));
    let found =
        move |event: &Event| with(chart, |chart| nearest(chart, size.get_untracked(), event.place(SHEET)?)).flatten();
    let sheet = regions.pointed_in(sheet, "pointermove", found);
    let up = p("axis-name").child(move || with(chart, |chart| chart.up.name.clone()).unwrap_or_default());
    let across =
        p("axis-name axis-across").child(move || with(chart, |chart| chart.across.name.clone()).unwrap_or_default());
    let left = div("map-drawing").child(up).child(sheet).child(across).child(regions.readout());
    let heads =
        p("region-heads small soft").child(move || with(chart, |chart| chart.heads.clone()).unwrap_or_default());
    div("plot map").child(left).child(div("region-beside").child(heads).child(regions.list(ui::REGIONS)))
}

/// Something of the chart, if it is of points.
fn with<T>(chart: Memo<Option<Arc<Chart>>>, take: impl FnOnce(&ScatterChart) -> T) -> Option<T> {
    chart.with(|chart| match chart.as_deref() {
        Some(Chart::Scatter(points)) => Some(take(points)),
        _ => None,
    })
}

/// Where a point lies, from the left and from the top.
fn place(chart: &ScatterChart, (x, y): (f64, f64)) -> (String, String) {
    (per_cent(chart.across.axis.along(x)), per_cent(1.0 - chart.up.axis.along(y)))
}

fn words(class: &'static str, x: &str, y: &str, text: &str) -> Element {
    svg("text").attr("class", class).attr("x", x.to_owned()).attr("y", y.to_owned()).child(text)
}

/// The axes, and riket's means as lines.
fn scale(chart: &ScatterChart) -> Element {
    let across = chart.across.axis.ticks.iter().flat_map(|tick| {
        let x = per_cent(chart.across.axis.along(tick.value));
        [line("grid-line", (&x, "0%"), (&x, "100%")), words("tick-across", &x, "100%", &tick.label).attr("dy", "1.3em")]
    });
    let up = chart.up.axis.ticks.iter().flat_map(|tick| {
        let y = per_cent(1.0 - chart.up.axis.along(tick.value));
        [line("grid-line", ("0%", &y), ("100%", &y)), words("tick-up", "0%", &y, &tick.label).attr("dx", "-0.5em")]
    });
    let crosshair = chart.crosshair.map(|at| {
        let (x, y) = place(chart, at);
        let name = chart.country.as_ref().map_or("", |(name, ..)| name);
        each([
            line("crosshair", (&x, "0%"), (&x, "100%")),
            line("crosshair", ("0%", &y), ("100%", &y)),
            words("crosshair-name", &x, "0%", name).attr("dx", "0.4em").attr("dy", "1em"),
        ])
    });
    svg("g").children(across).children(up).child(crosshair)
}

/// The points of those chosen or of the others, each a circle; in the order of
/// their codes, so that each moves to its own new place. None before the drawing
/// is laid out: they would move in from its corner.
fn path(chart: &ScatterChart, within: bool, (wide, high): Size) -> String {
    if wide <= 0.0 {
        return String::new();
    }
    let radius = match within {
        true => LARGE,
        false if chart.dots.len() > MANY => SMALL,
        false => RADIUS,
    };
    let mut dots: Vec<&Dot> = chart.dots.iter().filter(|dot| dot.region.within == within).collect();
    dots.sort_unstable_by_key(|dot| dot.region.code);
    let half = |across: f64| {
        let (radius, across) = (number::tenth(radius), number::tenth(across));
        ["a", &radius, " ", &radius, " 0 1 0 ", &across, " 0"].concat()
    };
    let round = [half(2.0 * radius), half(-2.0 * radius)].concat();
    let mut path = String::new();
    for (x, y) in dots.iter().filter_map(|dot| dot.place) {
        let (x, y) = (wide * chart.across.axis.along(x), high * (1.0 - chart.up.axis.along(y)));
        for part in ["M", &number::tenth(x - radius), " ", &number::tenth(y), &round] {
            path.push_str(part);
        }
    }
    path
}

/// The kommun whose point is nearest to a place, given in parts of the room; `None`
/// if none is near.
fn nearest(chart: &ScatterChart, (wide, high): Size, (across, down): (f64, f64)) -> Option<AreaCode> {
    let far = |dot: &Dot| {
        let (x, y) = dot.place?;
        let right = wide * (chart.across.axis.along(x) - across);
        let below = high * (1.0 - chart.up.axis.along(y) - down);
        Some((right * right + below * below, dot.region.code))
    };
    let near = chart.dots.iter().filter_map(far).min_by(|one, other| one.0.total_cmp(&other.0));
    near.filter(|near| near.0 <= REACH * REACH).map(|near| near.1)
}

/// The names of those chosen.
fn names(chart: &ScatterChart) -> impl Iterator<Item = Element> {
    chart.dots.iter().filter(|dot| dot.region.within).filter_map(|it| {
        let at = it.place?;
        let (x, y) = place(chart, at);
        // A name at the right edge stands to the left of its point.
        let before = chart.across.axis.along(at.0) > 0.75;
        let (class, away) = if before { ("dot-name dot-name-before", "-0.8em") } else { ("dot-name", "0.8em") };
        Some(words(class, &x, &y, &it.region.name).attr("dx", away))
    })
}

/// A ring around the kommun that is pointed at.
fn ring(chart: &ScatterChart, code: AreaCode) -> Option<Element> {
    let at = chart.dots.iter().find(|dot| dot.region.code == code)?.place?;
    let (x, y) = place(chart, at);
    Some(svg("circle").attr("class", "map-active").attr("cx", x).attr("cy", y).attr("r", "9"))
}
