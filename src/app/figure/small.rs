//! Small charts side by side: one period is pointed at in all of them at once.
//!
//! Laid out in parts of the room there is, so that it fits any.

use super::chart::Drawing;
use super::places::line;
use super::stepper::slider;
use super::tone;
use crate::app::element::{Element, afterwards, div, live, p, span, svg, when};
use crate::app::memo::Memo;
use crate::app::scene::Scene;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::dom::Heard;
use crate::figure::{Axis, Chart, Panel, SmallCharts};
use crate::text::number;
use std::sync::Arc;

/// The height of a drawing, in its own units; its width is 100.
const HIGH: f64 = 50.0;
/// What a drawing is marked with.
const PANEL: &str = "data-panel";

/// Small charts that follow their view model.
pub(super) fn view(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    scene: Scene,
) -> Element {
    afterwards(move || drawing.set(Drawing::Done));
    let pointed = RwSignal::new(None::<usize>);
    afterwards(move || {
        chart.track();
        pointed.set(None);
    });
    let last = move || with(chart, |charts| charts.period_names.len()).unwrap_or(0).saturating_sub(1);
    let at = move || pointed.get().unwrap_or_else(last);
    let panels = live(move || {
        let panels = |charts: &SmallCharts| {
            let count = charts.period_names.len();
            let all =
                charts.panels.iter().enumerate().map(|(which, it)| panel(chart, charts, it, which, count, pointed));
            div("panels").children(all).parts()
        };
        with(chart, panels).unwrap_or_default()
    });
    let point = move |event: Heard| {
        let position = event.place(PANEL).map(|(across, _)| ((across * last() as f64).round() as usize).min(last()));
        if pointed.get_untracked() != position {
            pointed.set(position);
        }
    };
    let drawn = div("chart panels-sheet").attr("data-chart", "").attr("role", "img");
    let drawn = drawn
        .live_attr("aria-label", move || headline.get())
        .on("pointermove", point)
        .on("pointerleave", move |_| pointed.set(None))
        .child(panels);
    let named = p("region-said").attr("data-readout", "");
    let named =
        named.live(move || with(chart, |charts| charts.period_names.get(at()).cloned()).flatten().unwrap_or_default());
    let spoken = move || {
        let at = pointed.get().unwrap_or_else(last);
        with(chart, |charts| spoken(charts, at)).unwrap_or_default()
    };
    let show = Callback::new(move |position| pointed.set(position));
    let stepper = when(move || last() > 0, move || slider(last, pointed, show, spoken, scene).parts());
    div("plot panels-plot").child(named).child(drawn).child(stepper)
}

/// Something of the charts, if they are small ones.
fn with<T>(chart: Memo<Option<Arc<Chart>>>, take: impl FnOnce(&SmallCharts) -> T) -> Option<T> {
    chart.with(|chart| match chart.as_deref() {
        Some(Chart::Small(charts)) => Some(take(charts)),
        _ => None,
    })
}

fn panel(
    chart: Memo<Option<Arc<Chart>>>,
    charts: &SmallCharts,
    panel: &Panel,
    which: usize,
    count: usize,
    pointed: RwSignal<Option<usize>>,
) -> Element {
    let text = move || {
        let at = pointed.get().unwrap_or(count.saturating_sub(1));
        let point = |charts: &SmallCharts| Some(charts.panels.get(which)?.points.get(at)?.text.clone());
        with(chart, point).flatten().unwrap_or_default()
    };
    let label = |at: Option<&crate::figure::Tick>| at.map_or(String::new(), |tick| tick.label.clone());
    let pointer = live(move || {
        let Some(at) = pointed.get() else { return Vec::new() };
        let x = number::tenth(100.0 * part(at, count));
        line("panel-pointer", (&x, "0"), (&x, "50")).parts()
    });
    let drawing = svg("svg")
        .attr("class", "panel-svg")
        .attr(PANEL, "")
        .attr("viewBox", "0 0 100 50")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .children(panel.axis.ticks.iter().map(|tick| {
            let y = number::tenth(HIGH - HIGH * panel.axis.along(tick.value));
            line("grid-line", ("0", &y), ("100", &y))
        }))
        .children(reference(panel))
        .children(lines(panel))
        .child(pointer);
    div(tone::class(panel.tone))
        .attr("class", ["panel ", tone::class(panel.tone).trim_start_matches("tone ")].concat())
        .attr("data-series", panel.key.clone())
        .child(p("panel-name").child(span("").child(panel.name.as_str())).child(span("number").live(text)))
        .child(
            div("panel-room")
                .child(span("panel-top").child(label(panel.axis.ticks.last())))
                .child(drawing)
                .child(span("panel-bottom").child(label(panel.axis.ticks.first()))),
        )
        .child(
            p("panel-ends").child(span("").child(charts.ends.0.as_str())).child(span("").child(charts.ends.1.as_str())),
        )
}

fn part(at: usize, count: usize) -> f64 {
    at as f64 / count.saturating_sub(1).max(1) as f64
}

/// Values as lines of places, broken where one is missing.
fn runs(axis: &Axis, values: &[Option<f64>]) -> Vec<String> {
    let mut runs = vec![String::new()];
    for (at, value) in values.iter().enumerate() {
        match (value, runs.last_mut()) {
            (Some(value), Some(run)) => {
                let (x, y) =
                    (number::tenth(100.0 * part(at, values.len())), number::tenth(HIGH - HIGH * axis.along(*value)));
                // Twice the same place is a dot, where a value stands alone.
                let place = [&x, ",", &y, " "].concat();
                if run.is_empty() {
                    run.push_str(&place);
                }
                run.push_str(&place);
            }
            (None, _) => runs.push(String::new()),
            (Some(_), None) => {}
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn polyline(class: &'static str, points: String) -> Element {
    svg("polyline").attr("class", class).attr("points", points)
}

fn reference(panel: &Panel) -> Vec<Element> {
    let values = panel.reference.as_deref().unwrap_or_default();
    runs(&panel.axis, values).into_iter().map(|run| polyline("panel-reference", run)).collect()
}

/// The line: solid, then dashed from the last final point through what is
/// preliminary.
fn lines(panel: &Panel) -> Vec<Element> {
    let first = panel.points.iter().position(|point| point.preliminary).unwrap_or(panel.points.len());
    let kept = |keep: &dyn Fn(usize) -> bool| {
        let value = |(at, point): (usize, &crate::figure::Point)| point.value.ok().filter(|_| keep(at));
        panel.points.iter().enumerate().map(value).collect::<Vec<_>>()
    };
    let solid = runs(&panel.axis, &kept(&|at| at < first)).into_iter().map(|run| polyline("panel-line", run));
    let dashed = runs(&panel.axis, &kept(&|at| at + 1 >= first)).into_iter().filter(|_| first < panel.points.len());
    solid.chain(dashed.map(|run| polyline("panel-line panel-preliminary", run))).collect()
}

/// All charts at one period, in words.
fn spoken(charts: &SmallCharts, at: usize) -> String {
    let mut words = charts.period_names.get(at).cloned().unwrap_or_default();
    for (which, panel) in charts.panels.iter().enumerate() {
        let text = panel.points.get(at).map_or("", |point| &point.text);
        words.push_str(&[if which == 0 { ": " } else { "; " }, &panel.name, " ", text].concat());
    }
    words
}
