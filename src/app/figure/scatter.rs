//! Points: each kommun by its two numbers, riket's as crosshair.
//!
//! Marks of the drawing room, in the pixels of the room there is. Points are one
//! path for all of them: hundreds of elements would take a phone longer than a
//! reader waits.

use super::chart::Drawing;
use super::frame::KommunContext;
use super::marks::{element, group};
use super::regions::Regions;
use crate::app::deferred::deferred;
use crate::app::element::{Element, afterwards, div, fragment, keep, p, svg};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::RwSignal;
use crate::browser::event::Event;
use faktabank_figures::drawing::scatter::{nearest, ring, scatter, spots, together};
use faktabank_figures::drawing::{Look, Place, Shape, Size, Sizes};
use faktabank_figures::figure::{Chart, ScatterChart};
use faktabank_figures::text::number;
use faktabank_tables::statistics::AreaCode;
use leptos::prelude::*;
use std::sync::Arc;

/// What the drawing itself is marked with.
const SHEET: &str = "data-points";

/// Points that follow their view model.
pub(super) fn view(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    kommun_context: KommunContext,
    context: PageContext,
) -> Element {
    afterwards(move || drawing.set(Drawing::Done));
    let all = move |chart: &ScatterChart| Arc::new(chart.dots.iter().map(|dot| dot.region.clone()).collect::<Vec<_>>());
    let settled = deferred(chart);
    let regions = Memo::new(move |_| with(settled, all).unwrap_or_default());
    let regions = Regions::new(regions, (settled, headline), None, kommun_context.pick, context);
    let room = RwSignal::new((0.0, 0.0));
    let size = move || room.get();
    let sheet = div("chart points-sheet").attr("data-chart", "").attr("role", "img");
    let sheet = sheet.attr("aria-label", move || headline.get());
    // On paper, where nobody tells of another size, all of it becomes larger or smaller.
    let drawn = svg("svg").attr("class", "drawing points").attr(SHEET, "").attr("aria-hidden", "true");
    let drawn = drawn.attr("focusable", "false").on_size(move |wide, high| room.set((wide, high)));
    let drawn = drawn.attr("viewBox", move || {
        let (wide, high) = size();
        ["0 0 ", &number::tenth(wide), " ", &number::tenth(high)].concat()
    });
    let ((scale, mut scaled), (names, mut named)) = (group("points-scale"), group("points-names"));
    let dots = [false, true].map(|chosen| svg("path").attr("class", Look::Dot(chosen).class()));
    let paths = [&dots[0], &dots[1]].map(Element::handle);
    // Where the points lie, for what follows the pointer.
    let places = StoredValue::new_local(Vec::<(AreaCode, Place)>::new());
    let placed = RwSignal::new(0_usize);
    let mut former = (0.0, 0.0);
    keep(move || {
        let (width, height) = size();
        // None before the drawing is laid out: they would move in from its corner.
        if width <= 0.0 {
            return;
        }
        let _ = with(chart, |chart| {
            let marks = scatter(chart, Size { width, height }, Sizes::PAGE);
            scaled.show(&marks, &|mark| mark.area().is_none());
            named.show(&marks, &|mark| mark.area().is_some() && matches!(mark.shape, Shape::Text(..)));
            // They move to other numbers, not after the edges of their room.
            let still = if former == (width, height) { "" } else { " still" };
            former = (width, height);
            for (chosen, path) in [false, true].into_iter().zip(&paths) {
                let look = Look::Dot(chosen);
                let (class, points) = ([&look.class(), still].concat(), together(&marks, look));
                for (name, words) in [("class", &class), ("d", &points)] {
                    path.iter().for_each(|path| path.attribute(name, Some(words)));
                }
            }
            places.set_value(spots(&marks));
        });
        placed.set(placed.get_untracked().wrapping_add(1));
    });
    let pointed = fragment(move || {
        let _ = placed.get();
        let code = regions.active.get();
        let found =
            places.with_value(|places| places.iter().find(|(it, _)| Some(*it) == code).map(|(_, place)| *place));
        found.map(|place| element(&ring(place)).into_fragment()).unwrap_or_default()
    });
    let sheet = sheet
        .child(drawn.child(scale).child(svg("g").attr("class", "dots").children(dots)).child(names).child(pointed));
    let found = move |event: &Event| {
        let ((across, down), (wide, high)) = (event.place(SHEET)?, room.get_untracked());
        places.with_value(|places| nearest(places, (across * wide, down * high)))
    };
    let sheet = regions.pointed_in(sheet, "pointermove", found);
    let left = div("map-drawing").child(sheet).child(regions.readout());
    let heads =
        p("region-heads small soft").child(move || with(settled, |chart| chart.heads.clone()).unwrap_or_default());
    div("plot map").child(left).child(div("region-beside").child(heads).child(regions.list()))
}

/// Something of the chart, if it is of points.
fn with<T>(chart: Memo<Option<Arc<Chart>>>, take: impl FnOnce(&ScatterChart) -> T) -> Option<T> {
    chart.with(|chart| match chart.as_deref() {
        Some(Chart::Scatter(points)) => Some(take(points)),
        _ => None,
    })
}
