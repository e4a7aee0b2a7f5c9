//! A small map that leads on: what it shows in one line, what its shades mean,
//! and a press on a kommun to wherever the page wants it to lead. The list of
//! the same kommuner stands beside it on the page, for those without a pointer.

use super::chart::Drawing;
use super::frame::{FigureState, KommunContext};
use super::map::{legend, sheet, with};
use super::regions::Regions;
use crate::app::element::{Element, Fragment, div, el, fragment, p};
use crate::app::loading::Loading;
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::RwSignal;
use faktabank_figures::figure::Chart;
use faktabank_figures::text::ui;
use std::sync::Arc;

/// The map of a figure that is one; `id` names its headline.
pub(in crate::app) fn view(
    figure: Memo<FigureState>,
    kommun_context: KommunContext,
    id: &'static str,
    context: PageContext,
) -> Element {
    let here = move || match figure.get() {
        Loading::Ready(figure) => Some(figure),
        Loading::Pending(_) | Loading::Failed(_) => None,
    };
    let chart: Memo<Option<Arc<Chart>>> = Memo::new(move |_| here().and_then(|it| it.chart.clone()));
    let headline = Memo::new(move |_| here().map(|it| it.headline.title.clone()).unwrap_or_default());
    let drawing = RwSignal::new(Drawing::Waiting);
    let regions = Memo::new(move |_| with(chart, |map| Arc::new(map.regions.clone())).unwrap_or_default());
    let regions =
        Regions::new(regions, (chart, headline), Some(kommun_context.geography), kommun_context.pick, context);
    let said = move || {
        let pointed = regions.pointed().map(|region| region.said);
        pointed.unwrap_or_else(|| context.say(ui::POINT_OR_OPEN).to_owned())
    };
    let class = move || if regions.pointed().is_some() { "region-said" } else { "region-said soft" };
    let state = move || {
        let drawn = chart.with(Option::is_none) || drawing.get() == Drawing::Done;
        if drawn { "ready" } else { "loading" }
    };
    let when = move || here().map(|it| it.headline.lead.clone()).unwrap_or_default();
    let words = div("little-map-words")
        .child(el("h3").attr("id", id).child(move || headline.get()))
        .child(p("soft").child(when))
        .child(fragment(move || with(chart, |map| legend(map).into_fragment()).unwrap_or_default()))
        .child(p("").attr("class", class).child(said));
    let drawn = div("little-map-drawing").child(sheet(chart, headline, drawing, regions, kommun_context, "data-map"));
    let none: Fragment = fragment(move || {
        let empty = here().and_then(|it| it.empty.clone());
        empty.map(|why| p("empty").child(why).into_fragment()).unwrap_or_default()
    });
    div("little-map")
        .attr("data-figure", "liten-karta")
        .attr("data-state", state)
        .attr("aria-labelledby", id)
        .attr("role", "group")
        .child(words.child(none))
        .child(drawn)
        .child(regions.walk.over())
}
