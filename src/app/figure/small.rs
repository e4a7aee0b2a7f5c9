//! Small charts side by side: one period is pointed at in all of them at once.
//!
//! What is drawn in each are marks of the drawing room, in units of their own, so
//! that they fit any room; names and numbers around it are words of the page.

use super::chart::Drawing;
use super::keyed::{KeyedElements, Slot, SlotValues, attributes, text};
use super::walk::Walk;
use crate::app::element::{Element, afterwards, div, keep, p, show, span, svg};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::dom::Text;
use crate::browser::event::Event;
use faktabank_figures::drawing::small::{panel as drawn_in, part};
use faktabank_figures::drawing::{Key, Mark, Shape, Size};
use faktabank_figures::figure::walk::Spot;
use faktabank_figures::figure::{Chart, Panel, SmallCharts, Tick};
use faktabank_figures::text::number;
use std::sync::Arc;

/// How large a drawing is, in its own units.
const ROOM: Size = Size { width: 100.0, height: 50.0 };
/// The parts of a panel that may be drawn in it, the lowest first.
const PARTS: [&str; 5] = ["skala", "riket", "linje", "preliminar", "ensam"];
/// What a drawing is marked with.
const PANEL: &str = "data-panel";

/// Small charts that follow their view model.
pub(super) fn view(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    context: PageContext,
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
    let mut kept = KeyedElements::within(panels.handle());
    keep(move || {
        let now = pointed.get();
        let read = |charts: &SmallCharts| charts.panels.iter().map(|panel| read(panel, now)).collect::<Vec<_>>();
        let looks = looks.get().into_iter().zip(with(chart, read).unwrap_or_default());
        let mut looks = looks.map(|(look, read)| look.into_iter().chain(read).collect()).enumerate();
        kept.show(&mut looks, &|_| Some(panel()));
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
    let moved = Callback::new(move |spot: Option<Spot>| pointed.set(spot.map(|spot| spot.at)));
    let walk = Walk::new(chart, headline, moved, context);
    let walked = show(move || with(chart, |_| ()).is_some(), move || walk.over());
    div("plot panels-plot").child(named).child(drawn).child(walked)
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
    let (name, number, top, bottom) = (span(""), span("number"), span("panel-top"), span("panel-bottom"));
    let (first, last) = (span(""), span(""));
    let parts = PARTS.map(|_| svg("path"));
    let pointer = svg("path").attr("class", "panel-pointer");
    let panel = div("panel");
    let mut slots =
        [attributes(&panel, &["data-series"]), text(&name), text(&top), text(&bottom), text(&first), text(&last)];
    slots[5].extend(parts.iter().flat_map(|part| attributes(part, &["class", "d"])));
    slots[5].extend([text(&number), attributes(&pointer, &["d"])].concat());
    let drawing = svg("svg")
        .attr("class", "drawing panel-svg")
        .attr(PANEL, "")
        .attr("viewBox", "0 0 100 50")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .children(parts)
        .child(pointer);
    let panel = panel
        .child(p("panel-name").child(name).child(number))
        .child(div("panel-room").child(top).child(drawing).child(bottom))
        .child(p("panel-ends").child(first).child(last));
    (panel, slots.concat())
}

/// What a chart shows.
fn look(charts: &SmallCharts, panel: &Panel) -> SlotValues {
    let label = |at: Option<&Tick>| at.map(|tick| tick.label.clone().into());
    let marks = drawn_in(panel, (0.0, 0.0), ROOM);
    let drawn = |part: &&str| {
        let mark = marks.iter().find(|mark| matches!(mark.key, Key::Series(_, own, _) if own == *part));
        let path = |mark: &Mark<'_>| match &mark.shape {
            Shape::Path(path) => Some(path.clone().into_owned().into()),
            _ => None,
        };
        [mark.map(|mark| mark.look.class()), mark.and_then(path)]
    };
    let words = [
        Some(panel.key.code().into()),
        Some(panel.name.clone().into()),
        label(panel.axis.ticks.last()),
        label(panel.axis.ticks.first()),
        Some(charts.ends.0.clone().into()),
        Some(charts.ends.1.clone().into()),
    ];
    words.into_iter().chain(PARTS.iter().flat_map(drawn)).collect()
}

/// What is read in a chart: the number of the period pointed at, or else of the
/// newest, and where it is.
fn read(panel: &Panel, pointed: Option<usize>) -> [Option<Text>; 2] {
    let count = panel.points.len();
    let point = panel.points.get(pointed.unwrap_or(count.saturating_sub(1)));
    let pointer = pointed.map(|at| ["M", &number::tenth(100.0 * part(at, count)), " 0V50"].concat().into());
    [point.map(|point| point.text.clone().into()), pointer]
}
