//! Small charts side by side: one period is pointed at in all of them at once.
//!
//! Laid out in parts of the room there is, so that it fits any.

use super::chart::Drawing;
use super::kept::{Kept, Look, Slot, attributes, text};
use super::stepper::slider;
use super::tone;
use crate::app::deferred::promptly;
use crate::app::element::{Element, afterwards, div, keep, p, show, span, svg};
use crate::app::memo::Memo;
use crate::app::scene::Scene;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::dom::Words;
use crate::browser::event::Event;
use faktabank_figures::figure::{Axis, Chart, Panel, Point, SmallCharts, Status, Tick};
use faktabank_figures::text::number;
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
    let looks = Memo::new(move |_| {
        let looks = |charts: &SmallCharts| charts.panels.iter().map(|panel| look(charts, panel)).collect::<Vec<_>>();
        with(chart, looks).unwrap_or_default()
    });
    let panels = div("panels");
    let mut kept = Kept::within(panels.handle());
    promptly(|| {
        keep(move || {
            let now = pointed.get();
            let read = |charts: &SmallCharts| charts.panels.iter().map(|panel| read(panel, now)).collect::<Vec<_>>();
            let looks = looks.get().into_iter().zip(with(chart, read).unwrap_or_default());
            let mut looks = looks.map(|(look, read)| look.into_iter().chain(read).collect()).enumerate();
            kept.show(&mut looks, &|_| Some(panel()));
        });
    });
    let point = move |event: Event| {
        let position = event.place(PANEL).map(|(across, _)| ((across * last() as f64).round() as usize).min(last()));
        if pointed.get_untracked() != position {
            pointed.set(position);
        }
    };
    let drawn = div("chart panels-sheet").attr("data-chart", "").attr("role", "img");
    let drawn = drawn
        .attr("aria-label", move || headline.get())
        .on("pointermove", point)
        .on("pointerleave", move |_| pointed.set(None))
        .child(panels);
    let named = p("region-said").attr("data-readout", "");
    let named =
        named.child(move || with(chart, |charts| charts.period_names.get(at()).cloned()).flatten().unwrap_or_default());
    let spoken = move || {
        let at = pointed.get().unwrap_or_else(last);
        with(chart, |charts| spoken(charts, at)).unwrap_or_default()
    };
    let point = Callback::new(move |position| pointed.set(position));
    let stepper = show(move || last() > 0, move || slider(last, pointed, point, spoken, scene).parts());
    div("plot panels-plot").child(named).child(drawn).child(stepper)
}

/// Something of the charts, if they are small ones.
fn with<T>(chart: Memo<Option<Arc<Chart>>>, take: impl FnOnce(&SmallCharts) -> T) -> Option<T> {
    chart.with(|chart| match chart.as_deref() {
        Some(Chart::Small(charts)) => Some(take(charts)),
        _ => None,
    })
}

/// One chart, with the slots of what it shows and of what is read in it.
fn panel() -> (Element, Vec<Slot>) {
    let drawn = |class: &'static str| svg("path").attr("class", class);
    let (name, number, top, bottom) = (span(""), span("number"), span("panel-top"), span("panel-bottom"));
    let (first, last) = (span(""), span(""));
    let (grid, reference) = (drawn("grid-line"), drawn("panel-reference"));
    let (solid, dashed) = (drawn("panel-line"), drawn("panel-line panel-preliminary"));
    let pointer = drawn("panel-pointer");
    let panel = div("");
    let path = |path: &Element| attributes(path, &["d"]);
    let slots = [
        attributes(&panel, &["class", "data-series"]),
        text(&name),
        text(&top),
        text(&bottom),
        path(&grid),
        path(&reference),
        path(&solid),
        path(&dashed),
        text(&first),
        text(&last),
        text(&number),
        path(&pointer),
    ];
    let drawing = svg("svg")
        .attr("class", "panel-svg")
        .attr(PANEL, "")
        .attr("viewBox", "0 0 100 50")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .children([grid, reference, solid, dashed, pointer]);
    let panel = panel
        .child(p("panel-name").child(name).child(number))
        .child(div("panel-room").child(top).child(drawing).child(bottom))
        .child(p("panel-ends").child(first).child(last));
    (panel, slots.concat())
}

/// What a chart shows.
fn look(charts: &SmallCharts, panel: &Panel) -> Look {
    let label = |at: Option<&Tick>| at.map(|tick| tick.label.clone().into());
    let axis = &panel.axis;
    let grid: Vec<String> = axis
        .ticks
        .iter()
        .map(|tick| ["M0 ", &number::tenth(HIGH - HIGH * axis.along(tick.value)), "H100"].concat())
        .collect();
    // Solid, then dashed from the last final point through what is preliminary.
    let first = panel.points.iter().position(|point| point.status != Status::Final).unwrap_or(panel.points.len());
    let values = |shown: &dyn Fn(usize) -> bool| {
        let value = |(at, point): (usize, &Point)| point.value.ok().filter(|_| shown(at));
        path(axis, &panel.points.iter().enumerate().map(value).collect::<Vec<_>>())
    };
    let dashed = if first < panel.points.len() { values(&|at| at + 1 >= first) } else { String::new() };
    vec![
        Some(["panel ", tone::class(panel.tone).trim_start_matches("tone ")].concat().into()),
        Some(panel.key.clone().into()),
        Some(panel.name.clone().into()),
        label(axis.ticks.last()),
        label(axis.ticks.first()),
        Some(grid.concat().into()),
        Some(path(axis, panel.reference.as_deref().unwrap_or_default()).into()),
        Some(values(&|at| at < first).into()),
        Some(dashed.into()),
        Some(charts.ends.0.clone().into()),
        Some(charts.ends.1.clone().into()),
    ]
}

/// What is read in a chart: the number of the period pointed at, or else of the
/// newest, and where it is.
fn read(panel: &Panel, pointed: Option<usize>) -> [Option<Words>; 2] {
    let count = panel.points.len();
    let point = panel.points.get(pointed.unwrap_or(count.saturating_sub(1)));
    let pointer = pointed.map(|at| ["M", &number::tenth(100.0 * part(at, count)), " 0V50"].concat().into());
    [point.map(|point| point.text.clone().into()), pointer]
}

fn part(at: usize, count: usize) -> f64 {
    at as f64 / count.saturating_sub(1).max(1) as f64
}

/// Values as a line, broken where one is missing.
fn path(axis: &Axis, values: &[Option<f64>]) -> String {
    let mut path = String::new();
    let mut drawn = false;
    for (at, value) in values.iter().enumerate() {
        if let Some(value) = value {
            let (x, y) = (100.0 * part(at, values.len()), HIGH - HIGH * axis.along(*value));
            let place = [&number::tenth(x), " ", &number::tenth(y)].concat();
            if !drawn {
                path.push_str(&["M", &place].concat());
            }
            // From a place to itself is a dot, where a value stands alone.
            path.push_str(&["L", &place].concat());
        }
        drawn = value.is_some();
    }
    path
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
