//! Points: each kommun by its two numbers, riket's as crosshair.
//!
//! Laid out in per cent of the room there is, so that it fits any; knows no
//! pixel but the size of its signs.

use super::chart::Drawing;
use super::frame::Land;
use super::kept::{Kept, Look, Slot, attributes};
use super::places::{line, per_cent};
use super::regions::{CODE, Regions};
use crate::app::element::{Element, afterwards, div, each, keep, live, p, svg};
use crate::app::memo::Memo;
use crate::app::pace::promptly;
use crate::app::scene::Scene;
use crate::app::signal::RwSignal;
use crate::figure::{Chart, Dot, ScatterChart};
use crate::statistics::AreaCode;
use crate::text::ui;
use std::sync::Arc;

/// Radius of a point, of one among many, and of one that is chosen.
const RADIUS: &str = "5";
const SMALL: &str = "3.5";
const LARGE: &str = "7";
/// So many points are many.
const MANY: usize = 60;

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
    let names = promptly(|| live(move || with(chart, |chart| each(names(chart))).unwrap_or_default()));
    let pointed = live(move || {
        let code = regions.active.get();
        let ring = |chart: &ScatterChart| code.and_then(|code| ring(chart, code));
        with(chart, ring).flatten().map(Element::parts).unwrap_or_default()
    });
    let drawing = svg("svg").attr("class", "points").attr("aria-hidden", "true").attr("focusable", "false");
    let sheet = div("chart points-sheet").attr("data-chart", "").attr("role", "img");
    let sheet = promptly(|| sheet.live_attr("aria-label", move || headline.get()));
    // Those chosen lie on top of the others.
    let dots = [false, true].map(|within| {
        let place = svg("g");
        let mut kept = Kept::within(&place);
        promptly(|| {
            keep(move || kept.show(with(chart, |it| looks(it, within)).unwrap_or_default(), |code| Some(dot(*code))))
        });
        place
    });
    let scale = promptly(|| live(move || with(chart, |chart| scale(chart).parts()).unwrap_or_default()));
    let sheet = regions.watched(sheet.child(drawing.child(scale).children(dots).child(names).child(pointed)));
    let up = p("axis-name").live(move || with(chart, |chart| chart.up.name.clone()).unwrap_or_default());
    let across =
        p("axis-name axis-across").live(move || with(chart, |chart| chart.across.name.clone()).unwrap_or_default());
    let left = div("map-drawing").child(up).child(sheet).child(across).child(regions.readout());
    let heads = p("region-heads small soft").live(move || with(chart, |chart| chart.heads.clone()).unwrap_or_default());
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

fn dot(code: AreaCode) -> (Element, Vec<Slot>) {
    let dot = svg("circle").attr(CODE, code.to_string());
    let slots = attributes(&dot, &["class", "cx", "cy", "r"]);
    (dot, slots)
}

/// What the points look like, of those chosen or of the others.
fn looks(chart: &ScatterChart, within: bool) -> Vec<(AreaCode, Look)> {
    let (class, radius) = match within {
        true => ("dot dot-chosen", LARGE),
        false if chart.dots.len() > MANY => ("dot dot-small", SMALL),
        false => ("dot", RADIUS),
    };
    let look = |dot: &Dot| {
        let (x, y) = place(chart, dot.place?);
        Some((dot.region.code, vec![Some(class.into()), Some(x.into()), Some(y.into()), Some(radius.into())]))
    };
    chart.dots.iter().filter(|dot| dot.region.within == within).filter_map(look).collect()
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
