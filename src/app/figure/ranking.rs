//! The drawing of a figure, and for bars of very many areas a way to find one:
//! a field to search in, and a frame to scroll.

use super::chart::{self, Drawing};
use crate::app::element::{Element, div, el, p, span, when};
use crate::app::memo::Memo;
use crate::app::scene::Scene;
use crate::app::signal::RwSignal;
use crate::figure::{Chart, MANY, narrowed};
use crate::text::{number, ui};
use std::sync::Arc;

/// Bars of an embed, where nothing is scrolled.
const EMBEDDED: usize = 15;

/// A chart; of many bars those that are looked for.
pub(super) fn view(
    chart: Memo<Option<Arc<Chart>>>,
    headline: Memo<String>,
    drawing: RwSignal<Drawing>,
    scene: Scene,
) -> Element {
    let sought = RwSignal::new(String::new());
    let all = Memo::new(move |_| chart.with(|chart| chart.as_deref().map_or(0, bars_of)));
    let many = move || all.get() >= MANY;
    let embedded = scene.navigation.embedding().embedded;
    let most = if embedded { EMBEDDED } else { usize::MAX };
    let shown = Memo::new(move |_| {
        let chart = chart.get();
        match chart.as_deref() {
            Some(Chart::Bars(bars)) if many() => Some(Arc::new(Chart::Bars(narrowed(bars, &sought.get(), most)))),
            _ => chart,
        }
    });
    let finder = when(
        move || many() && !embedded,
        move || {
            let field = el("input").attr("type", "search").attr("autocomplete", "off").attr("data-find", "");
            let field = field.live_value(move || sought.get()).on("input", move |event| sought.set(event.value()));
            let label = el("label").class("field").child(span("field-label").live(scene.words(ui::FIND_BAR)));
            let count = move || {
                let now = shown.with(|chart| chart.as_deref().map_or(0, bars_of));
                ui::BARS_SHOWN.fill(scene.language.get(), &[&number::count(now), &number::count(all.get())])
            };
            let told = p("soft small").attr("role", "status").live(count);
            div("finder").child(label.child(field)).child(told).parts()
        },
    );
    let frame = el("div")
        .live_attr("class", move || if many() && !embedded { "ranking-many" } else { "" })
        .live_attr("role", move || many().then_some("region"))
        .live_attr("tabindex", move || (many() && !embedded).then_some("0"))
        .live_attr("aria-label", move || many().then(|| headline.get()))
        .child(chart::view(shown, headline, drawing, scene));
    el("div").child(finder).child(frame)
}

fn bars_of(chart: &Chart) -> usize {
    match chart {
        Chart::Bars(bars) => bars.bars.len(),
        _ => 0,
    }
}
