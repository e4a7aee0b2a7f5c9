//! The drawing of a figure, and for bars of very many areas a way to find one:
//! a field to search in, and rows to scroll.

use super::chart::{self, Drawing, bars_in};
use super::walk::Walk;
use super::{rows, tone};
use crate::app::deferred::deferred;
use crate::app::element::{Element, Fragment, afterwards, div, el, fragment, p, show, span};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::dom::Handle;
use crate::browser::frame::AnimationFrame;
use faktabank_figures::figure::walk::Spot;
use faktabank_figures::figure::{Bar, BarChart, Chart, MANY, Tone, ends, narrowed, sign_of};
use faktabank_figures::text::{number, ui};
use leptos::prelude::*;
use std::sync::Arc;

/// Rows on paper from either end, where a long chart would be cut between pages.
const ON_PAPER: usize = 20;
/// Bars of an embed, where nothing is scrolled.
const EMBEDDED: usize = 15;

/// A chart; of many bars those that are looked for.
pub(super) fn view(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    context: PageContext,
) -> Element {
    let sought = RwSignal::new(String::new());
    let all = Memo::new(move |_| chart.with(|chart| chart.as_deref().map_or(0, bars_in)));
    let many = move || all.get() >= MANY;
    let embedded = context.navigation.embedding().embedded;
    let most = if embedded { EMBEDDED } else { usize::MAX };
    let shown = Memo::new(move |_| {
        let chart = chart.get();
        match chart.as_deref().and_then(Chart::bars) {
            Some(bars) if many() => Some(Arc::new(Chart::Bars(narrowed(bars, &sought.get(), most)))),
            _ => chart,
        }
    });
    let finder = show(
        move || many() && !embedded,
        move || {
            let field = el("input").attr("type", "search").attr("autocomplete", "off").attr("data-find", "");
            let field = field.prop("value", move || sought.get()).on("input", move |event| sought.set(event.value()));
            let label = el("label").class("field").child(span("field-label").child(context.words(ui::FIND_BAR)));
            let count = move || {
                let now = shown.with(|chart| chart.as_deref().map_or(0, bars_in));
                ui::BARS_SHOWN.fill(context.language.get(), &[&number::count(now), &number::count(all.get())])
            };
            let told = p("soft small").attr("role", "status").child(count);
            div("finder").child(label.child(field)).child(told).into_fragment()
        },
    );
    let scrolled = Memo::new(move |_| many() && !embedded);
    let drawn = move || {
        if !scrolled.get() {
            return chart::view(shown, headline, drawing, context).into_fragment();
        }
        let (frame, walked) = (div("ranking-many"), RwSignal::new(None));
        let (sight, length) = (StoredValue::new_local(frame.handle()), move || {
            shown.with_untracked(|chart| chart.as_deref().map_or(0, bars_in))
        });
        let moved = Callback::new(move |spot: Option<Spot>| {
            let at = spot.map(|spot| spot.at);
            walked.set(at);
            if let (Some(at), Some(frame)) = (at, sight.get_value()) {
                frame.scroll_to_part((at as f64 + 0.5) / length().max(1) as f64);
            }
        });
        let walk = Walk::new(shown, headline, moved, context);
        let frame = walk.stop(frame).child(rows::view(shown, headline, drawing, walked));
        if let Some(handle) = frame.handle() {
            keep_in_sight(shown, handle);
        }
        div("ranking-walked").child(frame).child(walk.told()).into_fragment()
    };
    let drawn = fragment(drawn);
    let later = deferred(chart);
    let printed = fragment(move || {
        let chart = later.get();
        chart
            .as_deref()
            .and_then(Chart::bars)
            .filter(|_| many() && !embedded)
            .map(|bars| on_paper(bars, context))
            .unwrap_or_default()
    });
    el("div").child(finder).child(drawn).child(printed)
}

/// Scrolls to the first bar of those chosen, now and whenever it has another place.
fn keep_in_sight(shown: Memo<Option<Arc<Chart>>>, frame: Handle) {
    let place = Memo::new(move |_| {
        shown.with(|chart| {
            let bars = &chart.as_deref().and_then(Chart::bars)?.bars;
            let at = bars.iter().position(|bar| matches!(bar.tone, Tone::Chosen(_)))?;
            Some((at, bars.len()))
        })
    });
    // The rows below the first are made a frame after these.
    let place = deferred(place);
    let next = StoredValue::new_local(None);
    afterwards(move || {
        let Some((at, all)) = place.get() else { return };
        let frame = frame.clone();
        next.set_value(Some(AnimationFrame::new(move || frame.scroll_to_part((at as f64 + 0.5) / all as f64))));
    });
}

/// The ends of a long ranking as a list, which pages do not cut: for paper alone.
fn on_paper(chart: &BarChart, context: PageContext) -> Fragment {
    let row = |bar: &Bar| {
        let number = span("number").child(bar.point.text.as_str()).child(sign_of(&bar.point));
        el("li").child(span(tone::class(bar.tone))).child(bar.name.as_str()).child(" ").child(number)
    };
    let rows = ends(chart, ON_PAPER);
    let words = ui::ON_PAPER.fill(context.language.get(), &[&number::count(ON_PAPER)]);
    let list = el("ul").children(rows.bars.iter().map(row));
    div("on-paper").attr("aria-hidden", "true").child(p("small").child(words)).child(list).into_fragment()
}
