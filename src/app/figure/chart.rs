//! The drawing of a figure and its readout: of marks first, which are still; then
//! by the library, which is read with a pointer ([`super::plot`]).

use super::plot::Plot;
use super::readout;
use super::walk::Walk;
use crate::app::deferred::deferred;
use crate::app::element::{Element, afterwards, div, el, fragment, hold, show};
use crate::app::lazy::entries;
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::dom::{Handle, HtmlElement};
use crate::browser::page;
use faktabank_figures::drawing::{self, Size, Sizes, Style, svg};
use faktabank_figures::figure::walk::Spot;
use faktabank_figures::figure::{Chart, Reading, TimeChart, reading};
use faktabank_figures::text::ui;
use leptos::prelude::*;
use std::sync::Arc;

/// Where labels beside the drawing would leave it less than this width, in CSS
/// pixels, they go under it.
const LEAST_WIDTH: u32 = 320;
/// And where their lines would not fit beside it: height of one, and of the rest.
const LABEL: (u32, u32) = (17, 60);
/// A drawing is made anew when its height has changed by so much.
const STEP: u32 = 40;

/// Where colours are the reader's own, patterns tell the parts of a chart apart.
const FORCED_COLOURS: &str = "(forced-colors: active)";

/// What became of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Drawing {
    /// Not drawn yet.
    Waiting,
    /// Drawn.
    Done,
    /// ECharts is missing or refused.
    Failed,
}

/// A chart that follows its view model; redrawn in place, disposed of at the
/// end. A view without a chart draws nothing; `headline` says what it shows,
/// and `drawing` is told what became of it.
pub(super) fn view(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    context: PageContext,
) -> Element {
    let canvas = div("chart-canvas").attr("aria-hidden", "true");
    let handle = canvas.handle();
    let place = handle.as_ref().and_then(Handle::html_element);
    // As the browser last told: to ask in the midst of a change would make it lay
    // out the page once more. Before that there is room enough: a frame around
    // must not be told of labels under the drawing that are not there.
    let size = RwSignal::new([u32::MAX; 2]);
    let room = Memo::new(move |_| chart.with(|it| room_of(size.get(), it.as_deref().map_or((0, 0), labels_of))));
    let plot = Plot::new();
    let Plot { pointed, held, under, .. } = plot;
    if let (Some(handle), Some(place)) = (&handle, place.clone()) {
        hold(handle.watch_size(Box::new(move |_, _| size.set(size_of(&place)))));
    }

    afterwards(move || {
        let (Some(handle), Some(place), Some(chart)) = (&handle, &place, chart.get()) else { return };
        if size.get_untracked() == [u32::MAX; 2] {
            size.set(size_of(place));
        }
        let (compact, height) = room.get();
        pointed.set(None);
        held.set(false);
        let loaded = context.lazy.loaded();
        if let Some(loaded) = loaded {
            entries::want_library(loaded, context.library);
        }
        drawing.set(match (loaded, context.library.is_here()) {
            (Some(loaded), Some(true)) => {
                let style =
                    Style { dark: context.dark.get(), compact, height, patterns: page::matches(FORCED_COLOURS) };
                if entries::plot(loaded, plot, place, &chart, style) { Drawing::Done } else { Drawing::Failed }
            }
            (_, library) => match still(&chart, size.get(), compact) {
                Some(still) => {
                    handle.write(&still);
                    Drawing::Done
                }
                // Bars are drawn by the library alone.
                None if library == Some(false) => Drawing::Failed,
                None => {
                    context.lazy.want();
                    Drawing::Waiting
                }
            },
        });
    });

    let bars = move || chart.with(|chart| chart.as_deref().map_or(0, bars_in));
    let class = move || match room.get() {
        _ if bars() > 0 => "plot plot-bars",
        (true, _) => "plot plot-compact",
        _ => "plot",
    };
    let settled = deferred(chart);
    let shown = fragment(move || {
        let chart = settled.get();
        let position = pointed.get();
        readout::view(
            chart.as_ref().and_then(|chart| read(chart, position)),
            position.and_then(|position| Some(place_of(chart.as_ref()?.over_time()?.0, position))),
            held.get().then(|| context.say(ui::HELD)),
        )
    });
    // Keys move the pointer of the chart, and the chart tells where it is.
    let point = Callback::new(move |position: Option<usize>| {
        held.set(false);
        pointed.set(position);
        if let Some(loaded) = context.lazy.loaded_untracked() {
            entries::point_at(loaded, plot, position);
        }
    });
    let over_time = move || chart.with(|chart| chart.as_deref().is_some_and(|chart| chart.over_time().is_some()));
    let press = move |_| {
        let (position, now) = (under.get_value(), pointed.get_untracked());
        if untrack(over_time) && position.is_some() {
            held.set(!(held.get_untracked() && position == now));
            pointed.set(position);
        }
    };
    hold(page::on_key(move |key| {
        if key == "Escape" && pointed.get_untracked().is_some() {
            point.run(None);
        }
    }));
    let moved = Callback::new(move |spot: Option<Spot>| {
        if untrack(over_time) {
            point.run(spot.map(|spot| spot.at));
        }
    });
    let walk = Walk::new(settled, headline, moved, context);
    let walked = show(move || settled.with(Option::is_some), move || walk.over());
    let drawn = div("chart").attr("data-chart", "").attr("role", "img");
    let drawn = drawn.attr("aria-label", move || headline.get());
    el("div")
        .attr("class", class)
        .style("--bars", move || bars().to_string())
        .on("click", press)
        // Where nobody has asked for it yet, as in a frame in somebody's page.
        .on("pointerenter", move |_| context.lazy.want())
        .child(drawn.child(canvas))
        .child(shown)
        .child(walked)
}

/// A chart beside a figure, without a caption of its own; `words` say what it shows.
pub fn lone_chart(chart: Memo<Option<Arc<Chart>>>, words: Memo<String>, context: PageContext) -> Element {
    view(chart, words, RwSignal::new(Drawing::Waiting), context)
}

/// Whether a drawing has so little room that labels of this width and height go
/// under it, and its height.
fn room_of([width, height]: [u32; 2], labels: (u32, u32)) -> (bool, u32) {
    (width < labels.0 + LEAST_WIDTH || height < labels.1, height - height % STEP)
}

/// The width and the height of a drawing's place.
fn size_of(canvas: &HtmlElement) -> [u32; 2] {
    [canvas.offset_width(), canvas.offset_height()].map(i32::unsigned_abs)
}

/// The width and the height that labels beside a drawing need.
fn labels_of(chart: &Chart) -> (u32, u32) {
    chart.over_time().map_or((0, 0), |(time, stacked)| {
        (drawing::names_width(time, stacked) as u32, LABEL.0 * time.named().count() as u32 + LABEL.1)
    })
}

/// A chart over time as marks, for a room of this size; `None` for others.
fn still(chart: &Chart, [width, height]: [u32; 2], compact: bool) -> Option<String> {
    // In a frame that nobody sees there is nothing to draw.
    if width == 0 || height == 0 {
        return chart.over_time().map(|_| String::new());
    }
    let size = Size { width: width.into(), height: height.into() };
    drawing::fitted(chart, size, compact, Sizes::PAGE).map(|drawing| svg::page::still(&drawing))
}

/// How many bars a chart has.
pub(super) fn bars_in(chart: &Chart) -> usize {
    chart.bars().map_or(0, |bars| bars.bars.len())
}

/// What a chart over time says at a position, at its end if none is given.
pub(super) fn read(chart: &Chart, position: Option<usize>) -> Option<Reading> {
    let (chart, stacked) = chart.over_time()?;
    let last = chart.periods.len().checked_sub(1)?;
    reading(chart, stacked, position.unwrap_or(last))
}

fn place_of(chart: &TimeChart, position: usize) -> f64 {
    position as f64 / chart.periods.len().saturating_sub(1).max(1) as f64
}
