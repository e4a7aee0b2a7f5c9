//! The drawing of a figure and its readout.

use super::readout;
use super::stepper::Steps;
use crate::app::deferred::deferred;
use crate::app::element::{Element, afterwards, div, el, fragment, hold, show};
use crate::app::lazy::{entries, once_loaded, unseen};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::dom::HtmlElement;
use crate::browser::{echarts, page};
use faktabank_figures::drawing::{self, Style};
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
    let place = canvas.handle().and_then(|handle| handle.html_element());
    // As the browser last told: to ask in the midst of a change would make it lay
    // out the page once more. Before that there is room enough: a frame around
    // must not be told of labels under the drawing that are not there.
    let size = RwSignal::new([u32::MAX; 2]);
    let room = Memo::new(move |_| chart.with(|it| room_of(size.get(), it.as_deref().map_or((0, 0), labels_of))));
    let pointed = RwSignal::new(None::<usize>);
    // A press holds the reading where it is; another one lets go of it.
    let held = RwSignal::new(false);
    let under = StoredValue::new(None::<usize>);
    let instance = StoredValue::new_local(None::<echarts::Chart>);

    afterwards(move || {
        let (Some(element), Some(chart)) = (place.clone(), chart.get()) else { return };
        let resized = {
            let canvas = element.clone();
            move || size.set(size_of(&canvas))
        };
        if instance.with_value(Option::is_none) {
            resized();
        }
        let (compact, height) = room.get();
        let style = Style { dark: context.dark.get(), compact, height, patterns: page::matches(FORCED_COLOURS) };
        let option = match chart.over_time() {
            Some((time, stacked)) if time.events.is_empty() => drawing::option_over_time(time, style, stacked),
            // Other kinds, and what happened, are described by code that may still be
            // on its way: once it is here, this runs again.
            _ => {
                let Some(loaded) = context.lazy.loaded() else { return context.lazy.want() };
                entries::option(loaded, &chart, style)
            }
        };
        pointed.set(None);
        held.set(false);
        let mut done = Ok(());
        instance.update_value(|slot| {
            if slot.is_none() {
                match echarts::Chart::mount(&element, resized) {
                    Ok(mut made) => {
                        made.on_pointer(move |position| {
                            under.set_value(position);
                            if !held.get_untracked() && pointed.get_untracked() != position {
                                pointed.set(position);
                            }
                        });
                        *slot = Some(made);
                    }
                    Err(error) => done = Err(error),
                }
            }
            if let Some(made) = slot {
                done = made.draw(&option);
            }
        });
        if let Err(error) = &done {
            leptos::logging::error!("{error}");
        }
        drawing.set(if done.is_ok() { Drawing::Done } else { Drawing::Failed });
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
        instance.with_value(|made| {
            if let Some(Err(error)) = made.as_ref().map(|made| made.point_at(position)) {
                leptos::logging::error!("{error}");
            }
        });
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
    let steps = Steps { chart: settled, pointed, point, context };
    let stepper = show(over_time, move || once_loaded(context, unseen, move |loaded| entries::stepper(loaded, steps)));
    let drawn = div("chart").attr("data-chart", "").attr("role", "img");
    let drawn = drawn.attr("aria-label", move || headline.get());
    el("div")
        .attr("class", class)
        .style("--bars", move || bars().to_string())
        .on("click", press)
        .child(drawn.child(canvas))
        .child(stepper)
        .child(shown)
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
        (drawing::labels_width(time, stacked), LABEL.0 * time.series.len() as u32 + LABEL.1)
    })
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
