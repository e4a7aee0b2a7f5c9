//! A map: the outlines of kommuner in the shades of their classes, what the
//! shades mean, and the ranking beside it.
//!
//! Marks of the drawing room as elements of the page rather than ECharts, so that
//! shades follow theme and forced colours, and nothing more is loaded than the
//! outlines.

use super::chart::Drawing;
use super::frame::KommunContext;
use super::marks::{element, group};
use super::regions::Regions;
use crate::app::deferred::deferred;
use crate::app::element::{Element, Fragment, afterwards, div, el, fragment, keep, p, span, svg};
use crate::app::loading::Loading;
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::RwSignal;
use faktabank_figures::drawing::pattern::{self, MAP, SWATCH};
use faktabank_figures::drawing::{Look, Mark, map};
use faktabank_figures::figure::{Chart, Class, MapChart};
use faktabank_figures::text::{letters, number, ui};
use std::cell::Cell;
use std::sync::Arc;

/// Around the map, and the height of names, in parts of its longer side.
const MARGIN: usize = 60;
const NAME: usize = 38;
/// How fine the patterns of a map are, in parts of its longer side, and those of a swatch.
const FINE: usize = 90;
const FINE_SWATCH: usize = 4;

/// A map that follows its view model; `headline` says what it shows, and
/// `drawing` is told when the outlines are there.
pub(super) fn view(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    kommun_context: KommunContext,
    context: PageContext,
) -> Element {
    let settled = deferred(chart);
    let regions = Memo::new(move |_| with(settled, |map| Arc::new(map.regions.clone())).unwrap_or_default());
    let regions =
        Regions::new(regions, (settled, headline), Some(kommun_context.geography), kommun_context.pick, context);
    let legend = fragment(move || with(settled, |map| legend(map).into_fragment()).unwrap_or_default());
    let drawn = sheet(chart, headline, drawing, regions, kommun_context, "data-chart");
    let left = div("map-drawing").child(drawn).child(regions.readout()).child(legend);
    div("plot map").child(left).child(div("region-beside").child(regions.list()))
}

/// The map alone, without list and legend; `hook` is what it is marked with.
pub(super) fn sheet(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    regions: Regions,
    kommun_context: KommunContext,
    hook: &'static str,
) -> Element {
    afterwards(move || kommun_context.geography.want());
    let outlines = Memo::new(move |_| match kommun_context.geography.state() {
        Some(Loading::Ready(boundaries)) => Some(boundaries),
        Some(Loading::Pending(_) | Loading::Failed(_)) | None => None,
    });
    let failure = Memo::new(move |_| match kommun_context.geography.state() {
        Some(Loading::Failed(failure)) => Some(failure),
        Some(Loading::Pending(_) | Loading::Ready(_)) | None => None,
    });
    afterwards(move || {
        let here = outlines.with(Option::is_some) || failure.with(Option::is_some);
        drawing.set(if here { Drawing::Done } else { Drawing::Waiting });
    });
    // The outlines stay while only shades and what is chosen change.
    let frame =
        Memo::new(move |_| outlines.get().and_then(|outlines| with(chart, |map| around(map::frame(map, &outlines)))));
    let context = regions.context;
    let own = own(MAP);
    let later = deferred(chart);
    let drawn = move || {
        let (Some(outlines), Some(frame)) = (outlines.get(), frame.get()) else { return Fragment::new() };
        let high = frame[2].max(frame[3]);
        let [(coast, mut lines), (shades, mut filled), (chosen, mut over), (names, mut named)] =
            ["map-coasts", "map-regions", "map-outlines", "map-names"].map(group);
        let pointed = outlines.clone();
        let active = fragment(move || {
            let outline = regions.active.get().and_then(|code| Some((pointed.of(code)?, code)));
            outline
                .map(|(it, code)| element(&map::outline(it, code, Look::Pointed)).into_fragment())
                .unwrap_or_default()
        });
        let beneath = outlines.clone();
        let mut former = Vec::new();
        let defined = patterns(&own, high / FINE);
        let own = own.clone();
        keep(move || {
            let _ = with(chart, |map| {
                let mut shades = map::regions(map, &beneath);
                // In an order that no ranking changes, so that each is found at once.
                shades.sort_by_key(Mark::area);
                let kommuner: Vec<_> = shades.iter().map(Mark::area).collect();
                if kommuner != former {
                    lines.show_in_place(&map::coasts(map, &beneath), &own);
                    former = kommuner;
                }
                filled.show_in_place(&shades, &own);
            });
        });
        keep(move || {
            let _ = with(later, |map| {
                over.show(&map::chosen(map, &outlines), &|_| true);
                named.show(&map::names(map, &outlines, (high / NAME) as u32, |place| place), &|_| true);
            });
        });
        svg("svg")
            .attr("class", "drawing map-svg")
            .attr("viewBox", frame.map(number::count).join(" "))
            .attr("aria-hidden", "true")
            .attr("focusable", "false")
            .child(defined)
            .child(coast)
            .child(shades)
            .child(chosen)
            .child(active)
            .child(names.attr("font-size", number::count(high / NAME)))
            .into_fragment()
    };
    let drawn = fragment(drawn);
    let trouble = fragment(move || {
        let Some(failure) = failure.get() else { return Fragment::new() };
        let retry = el("button").attr("type", "button").class("button").attr("data-retry", "");
        div("trouble")
            .attr("role", "alert")
            .child(p("").child(context.say(ui::NO_MAP)))
            .child(p("small").child(failure.words(context.language.get())))
            .child(retry.on("click", move |_| kommun_context.geography.want()).child(context.say(ui::RETRY)))
            .into_fragment()
    });
    let sheet = div("chart map-sheet").attr(hook, "").attr("role", "img");
    let ratio = move || frame.get().map(|frame| number::raw(frame[2] as f64 / frame[3].max(1) as f64));
    // Before the outlines are here, the style sheet guesses.
    let sheet = sheet.style("--ratio", move || ratio().unwrap_or_default());
    let sheet = sheet.attr("aria-label", move || headline.get());
    div("").child(regions.watched(sheet.child(drawn))).child(trouble)
}

/// Something of the chart, if it is a map.
pub(super) fn with<T>(chart: Memo<Option<Arc<Chart>>>, take: impl FnOnce(&MapChart) -> T) -> Option<T> {
    chart.with(|chart| match chart.as_deref() {
        Some(Chart::Map(map)) => Some(take(map)),
        _ => None,
    })
}

/// What the outlines lie within, with some room around.
fn around([left, top, width, height]: [usize; 4]) -> [usize; 4] {
    let room = width.max(height) / MARGIN;
    [left.saturating_sub(room), top.saturating_sub(room), width + 2 * room, height + 2 * room]
}

thread_local! {
    /// How many sets of patterns have been made.
    static SETS: Cell<usize> = const { Cell::new(0) };
}

/// What the patterns of one map are called: no id stands twice on a page.
fn own(id: &str) -> String {
    let set = SETS.with(|sets| sets.replace(sets.get() + 1));
    [id, &number::count(set), "-"].concat()
}

/// The patterns beside the shades of a map.
fn patterns(id: &str, size: usize) -> Element {
    let pattern = |it: pattern::Pattern| {
        let size = number::count(it.size);
        let rect = |class: &'static str, width: usize| {
            svg("rect").attr("class", class).attr("width", number::count(width)).attr("height", size.clone())
        };
        let (ground, stroke) = (rect("map-ground", it.size), rect("map-stroke", it.stroke));
        svg("pattern")
            .attr("id", it.id)
            .attr("patternUnits", "userSpaceOnUse")
            .attr("patternTransform", ["rotate(", &number::count(it.turn), ")"].concat())
            .attr("width", size.clone())
            .attr("height", size)
            .children([ground, stroke])
    };
    svg("defs").children(pattern::all(id, size).into_iter().map(pattern))
}

/// What the shades mean, and how many kommuner have each.
pub(super) fn legend(map: &MapChart) -> Element {
    let own = own(SWATCH);
    let item = |(place, class): (usize, &Class)| {
        let swatch = svg("svg").attr("class", "map-swatch").attr("viewBox", "0 0 20 14").attr("aria-hidden", "true");
        let look = Look::Key(class.shade).class();
        let square = svg("rect").attr("class", look).attr("fill", pattern::fill_of(Look::Key(class.shade), &own));
        let square = square.attr("width", "20").attr("height", "14");
        // As fine as a swatch is small: of those of the map it would show a part of one stroke.
        let defined = (place == 0).then(|| patterns(&own, FINE_SWATCH));
        el("li")
            .child(swatch.child(defined).child(square))
            .child(span("").child(class.label.as_str()))
            .child(" ")
            .child(span("soft").child(class.count.as_str()))
    };
    div("map-legend")
        .attr("data-classes", "")
        .child(p("small soft").child(letters::capitalised(&map.unit)))
        .child(el("ul").children(map.legend.iter().enumerate().map(item)))
}
