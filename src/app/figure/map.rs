//! A map: the outlines of kommuner in the shades of their classes, what the
//! shades mean, and the ranking beside it.
//!
//! Drawn as elements of the page rather than by ECharts, so that shades follow
//! theme and forced colours, and nothing more is loaded than the outlines.

use super::chart::Drawing;
use super::frame::Land;
use super::kept::{Kept, Look, attributes};
use super::regions::{CODE, Regions};
use crate::app::deferred::promptly;
use crate::app::element::{Element, Fragment, afterwards, div, each, el, fragment, keep, p, span, svg};
use crate::app::loading::Loading;
use crate::app::memo::Memo;
use crate::app::scene::Scene;
use crate::app::signal::RwSignal;
use faktabank_figures::figure::{Chart, Class, MapChart};
use faktabank_figures::text::{letters, number, ui};
use faktabank_tables::statistics::{AreaCode, Boundaries, Boundary};
use std::sync::Arc;

/// So many shades there are, and so many before those of falls.
const SHADES: usize = 8;
const RISES: usize = 5;
/// Around the map, and the height of names, in parts of its longer side.
const MARGIN: usize = 60;
const NAME: usize = 38;
/// What the patterns of a map are called, and those of its swatches.
const PATTERN: &str = "map-pattern-";
const SWATCH: &str = "map-swatch-";

/// A map that follows its view model; `headline` says what it shows, and
/// `drawing` is told when the outlines are there.
pub(super) fn view(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    land: Land,
    scene: Scene,
) -> Element {
    let regions = Memo::new(move |_| with(chart, |map| Arc::new(map.regions.clone())).unwrap_or_default());
    let regions = Regions::new(regions, land.pick, scene);
    let legend = fragment(move || with(chart, |map| legend(map).parts()).unwrap_or_default());
    let drawn = sheet(chart, headline, drawing, regions, land, "data-chart");
    let left = div("map-drawing").child(drawn).child(regions.readout()).child(legend);
    div("plot map").child(left).child(div("region-beside").child(regions.list(ui::REGIONS)))
}

/// The map alone, without list and legend; `hook` is what it is marked with.
pub(super) fn sheet(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    regions: Regions,
    land: Land,
    hook: &'static str,
) -> Element {
    afterwards(move || land.geography.want());
    let outlines = Memo::new(move |_| match land.geography.state() {
        Some(Loading::Ready(boundaries)) => Some(boundaries),
        Some(Loading::Pending(_) | Loading::Failed(_)) | None => None,
    });
    let failure = Memo::new(move |_| match land.geography.state() {
        Some(Loading::Failed(failure)) => Some(failure),
        Some(Loading::Pending(_) | Loading::Ready(_)) | None => None,
    });
    afterwards(move || {
        let here = outlines.with(Option::is_some) || failure.with(Option::is_some);
        drawing.set(if here { Drawing::Done } else { Drawing::Waiting });
    });
    // The outlines stay while only shades and what is chosen change.
    let shades = Memo::new(move |_| {
        let of = |map: &MapChart| map.regions.iter().map(|it| it.code).zip(map.class_of.iter().copied()).collect();
        with(chart, of).unwrap_or_else(Vec::new)
    });
    let frame = Memo::new(move |_| outlines.get().map(|outlines| frame(&found(&shades.get(), &outlines))));
    let within = Memo::new(move |_| {
        let all = regions.all.get();
        all.iter().filter(|it| it.within).map(|it| (it.code, it.name.clone())).collect::<Vec<_>>()
    });
    let scene = regions.scene;
    let drawn = move || {
        let (Some(outlines), Some(frame)) = (outlines.get(), frame.get()) else { return Fragment::new() };
        let high = frame[2].max(frame[3]);
        let (over, pointed, names) = (outlines.clone(), outlines.clone(), outlines.clone());
        let chosen =
            fragment(move || each(within.get().iter().filter_map(|(code, _)| outline(&over, *code, "map-chosen"))));
        let active = move || regions.active.get().and_then(|code| outline(&pointed, code, "map-active"));
        let active = fragment(move || active().map(Element::parts).unwrap_or_default());
        let names =
            fragment(move || each(within.get().iter().filter_map(|(code, it)| name(&names, *code, it, high / NAME))));
        let coast = svg("g").attr("class", "map-coast");
        let filled = svg("g").attr("class", "map-regions");
        let (mut lines, mut fillings) = (Kept::within(coast.handle()), Kept::within(filled.handle()));
        promptly(|| {
            keep(move || {
                let shades = shades.get();
                let of = |number: usize| shades.iter().map(|(code, _)| *code).find(|code| code.number() == number);
                let path = |code: AreaCode| Some(svg("path").attr("d", outlines.of(code)?.path.clone()));
                let coast = |number: usize| Some((path(of(number)?)?, Vec::new()));
                let region = |number: usize| {
                    let code = of(number)?;
                    let path = path(code)?.attr(CODE, code.to_string());
                    let slots = attributes(&path, &["class", "fill"]);
                    Some((path, slots))
                };
                lines.show(&mut shades.iter().map(|(code, _)| (code.number(), Look::new())), &coast);
                fillings.show(&mut shades.iter().map(|(code, shade)| (code.number(), look(*shade))), &region);
            });
        });
        svg("svg")
            .attr("class", "map-svg")
            .attr("viewBox", frame.map(number::count).join(" "))
            .attr("aria-hidden", "true")
            .attr("focusable", "false")
            .child(patterns(PATTERN, high / 90))
            .child(coast)
            .child(filled)
            .child(chosen)
            .child(active)
            .child(names)
            .parts()
    };
    let drawn = promptly(|| fragment(drawn));
    let trouble = fragment(move || {
        let Some(failure) = failure.get() else { return Fragment::new() };
        let retry = el("button").attr("type", "button").class("button").attr("data-retry", "");
        div("trouble")
            .attr("role", "alert")
            .child(p("").child(scene.say(ui::NO_MAP)))
            .child(p("small").child(failure.words(scene.language.get())))
            .child(retry.on("click", move |_| land.geography.want()).child(scene.say(ui::RETRY)))
            .parts()
    });
    let sheet = div("chart map-sheet").attr(hook, "").attr("role", "img");
    let ratio = move || frame.get().map(|frame| number::raw(frame[2] as f64 / frame[3].max(1) as f64));
    // Before the outlines are here, the style sheet guesses.
    let sheet = sheet.style("--ratio", move || ratio().unwrap_or_default());
    let sheet = promptly(|| sheet.attr("aria-label", move || headline.get()));
    div("").child(regions.watched(sheet.child(drawn))).child(trouble)
}

/// Something of the chart, if it is a map.
pub(super) fn with<T>(chart: Memo<Option<Arc<Chart>>>, take: impl FnOnce(&MapChart) -> T) -> Option<T> {
    chart.with(|chart| match chart.as_deref() {
        Some(Chart::Map(map)) => Some(take(map)),
        _ => None,
    })
}

/// The outlines of kommuner, each with its shade.
fn found<'a>(shades: &[(AreaCode, Option<usize>)], outlines: &'a Boundaries) -> Vec<(&'a Boundary, Option<usize>)> {
    shades.iter().filter_map(|(code, shade)| outlines.of(*code).map(|outline| (outline, *shade))).collect()
}

/// What all of these outlines lie within, with some room around.
fn frame(outlines: &[(&Boundary, Option<usize>)]) -> [usize; 4] {
    let frames = || outlines.iter().map(|(outline, _)| outline.frame);
    let left = frames().map(|it| it[0]).min().unwrap_or(0);
    let top = frames().map(|it| it[1]).min().unwrap_or(0);
    let width = frames().map(|it| it[0] + it[2]).max().unwrap_or(1) - left;
    let height = frames().map(|it| it[1] + it[3]).max().unwrap_or(1) - top;
    let room = width.max(height) / MARGIN;
    [left.saturating_sub(room), top.saturating_sub(room), width + 2 * room, height + 2 * room]
}

/// The shade of a class. The pattern is seen where colours are the reader's own;
/// else the style sheet has the last word.
fn look(shade: Option<usize>) -> Look {
    vec![Some(class(shade).into()), Some(pattern_of(PATTERN, shade).into())]
}

fn pattern_of(id: &'static str, shade: Option<usize>) -> String {
    ["url(#", id, &number::count(shade.unwrap_or(SHADES)), ")"].concat()
}

const fn class(shade: Option<usize>) -> &'static str {
    match shade {
        None => "shade-none",
        Some(0) => "shade-0",
        Some(1) => "shade-1",
        Some(2) => "shade-2",
        Some(3) => "shade-3",
        Some(4) => "shade-4",
        Some(5) => "shade-5",
        Some(6) => "shade-6",
        Some(_) => "shade-7",
    }
}

fn outline(outlines: &Boundaries, code: AreaCode, class: &'static str) -> Option<Element> {
    let outline = outlines.of(code)?;
    Some(svg("path").attr("class", class).attr("d", outline.path.clone()))
}

fn name(outlines: &Boundaries, code: AreaCode, name: &str, size: usize) -> Option<Element> {
    let [x, y] = outlines.of(code)?.inside;
    let text = svg("text").attr("class", "map-name").attr("font-size", number::count(size));
    Some(text.attr("x", number::count(x)).attr("y", number::count(y)).child(name))
}

/// A pattern for each shade, denser the stronger, across for falls, and one for
/// what is missing; they are called `id` and a number.
fn patterns(id: &'static str, size: usize) -> Element {
    let pattern = |at: usize, width: usize, turn: &'static str| {
        let (size, width) = (number::count(size), number::count(width));
        let ground = svg("rect").attr("class", "map-ground").attr("width", size.clone()).attr("height", size.clone());
        let stroke = svg("rect").attr("class", "map-stroke").attr("width", width).attr("height", size.clone());
        svg("pattern")
            .attr("id", [id, &number::count(at)].concat())
            .attr("patternUnits", "userSpaceOnUse")
            .attr("patternTransform", turn)
            .attr("width", size.clone())
            .attr("height", size)
            .child(ground)
            .child(stroke)
    };
    let shades = (0..SHADES).map(|at| match at.checked_sub(RISES) {
        None => pattern(at, size * at / (RISES - 1), "rotate(0)"),
        Some(fall) => pattern(at, size * (fall + 1) / (RISES - 1), "rotate(90)"),
    });
    svg("defs").children(shades).child(pattern(SHADES, size / 3, "rotate(45)"))
}

/// What the shades mean, and how many kommuner have each.
pub(super) fn legend(map: &MapChart) -> Element {
    let item = |(place, class): (usize, &Class)| {
        let swatch = svg("svg").attr("class", "map-swatch").attr("viewBox", "0 0 20 14").attr("aria-hidden", "true");
        let fill = pattern_of(SWATCH, class.shade);
        let square = svg("rect").attr("class", self::class(class.shade)).attr("fill", fill);
        let square = square.attr("width", "20").attr("height", "14");
        // As fine as a swatch is small: of those of the map it would show a part of one stroke.
        let own = (place == 0).then(|| patterns(SWATCH, RISES - 1));
        el("li")
            .child(swatch.child(own).child(square))
            .child(span("").child(class.label.as_str()))
            .child(" ")
            .child(span("soft").child(class.count.as_str()))
    };
    div("map-legend")
        .attr("data-classes", "")
        .child(p("small soft").child(letters::capitalised(&map.unit)))
        .child(el("ul").children(map.legend.iter().enumerate().map(item)))
}
