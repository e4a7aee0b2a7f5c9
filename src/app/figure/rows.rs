//! Bars of very many areas: rows of the page, each a name, a bar and a number.
//!
//! A drawing of hundreds of bars takes ECharts longer than a reader waits. Rows
//! stay and are filled anew, so that their bars move; those out of sight are left
//! to the browser, which lays them out when they are scrolled to.

use super::chart::Drawing;
use super::tone;
use crate::app::element::{Element, afterwards, div, el, keep, span};
use crate::app::memo::Memo;
use crate::app::pace::promptly;
use crate::app::signal::RwSignal;
use crate::browser::dom::{Handle, Part};
use crate::figure::{Bar, BarChart, Chart, Tone, sign_of};
use crate::text::number;
use leptos::prelude::{StoredValue, UpdateValue as _};
use std::sync::Arc;

/// So many rows are filled at once: more than are seen before one scrolls.
const IN_SIGHT: usize = 30;

/// Rows that follow their view model.
pub(super) fn view(chart: Memo<Option<Arc<Chart>>>, headline: Memo<String>, drawing: RwSignal<Drawing>) -> Element {
    afterwards(move || drawing.set(Drawing::Done));
    let with = move |take: fn(&BarChart) -> String| {
        move || chart.with(|chart| chart.as_deref().and_then(Chart::bars).map(take)).unwrap_or_default()
    };
    let list = div("bar-rows").attr("data-chart", "").attr("role", "img");
    let place = list.handle();
    let kept = StoredValue::new_local(Vec::<Row>::new());
    let fill = move |from: usize, to: usize| {
        let (Some(place), Some(chart)) = (&place, chart.get()) else { return };
        let Some(chart) = chart.bars() else { return };
        kept.update_value(|rows| {
            while rows.len() > chart.bars.len() {
                if let Some(row) = rows.pop() {
                    row.root.part().take_away();
                }
            }
            for (at, bar) in chart.bars.iter().enumerate().take(to).skip(from) {
                if at >= rows.len() {
                    let Some(row) = Row::new() else { return };
                    place.append(&row.root.part());
                    rows.push(row);
                }
                if let Some(row) = rows.get_mut(at) {
                    row.fill(bar, chart);
                }
            }
        });
    };
    let first = fill.clone();
    let list = promptly(|| {
        keep(move || first(0, IN_SIGHT));
        list.live_attr("aria-label", move || headline.get())
            .live_style("--names", with(|chart| longest(chart, |bar| bar.name.as_str())))
            .live_style("--numbers", with(numbers))
            .live_style("--zero", with(|chart| number::raw(zero(chart))))
            .live_style(
                "--numbers-left",
                with(|chart| if chart.axis.min < 0.0 { numbers(chart) } else { "0".to_owned() }),
            )
    });
    keep(move || fill(IN_SIGHT, usize::MAX));
    list
}

/// Letters of the longest text, as the room that it needs.
fn longest(chart: &BarChart, text: fn(&Bar) -> &str) -> String {
    number::raw(chart.bars.iter().map(|bar| text(bar).chars().count()).max().unwrap_or(0) as f64)
}

fn numbers(chart: &BarChart) -> String {
    longest(chart, |bar| bar.point.text.as_str())
}

/// Where bars begin.
fn zero(chart: &BarChart) -> f64 {
    chart.axis.along(0.0).clamp(0.0, 1.0)
}

/// A row of the page, and what it shows.
struct Row {
    root: Handle,
    name: Part,
    bar: Handle,
    number: Handle,
    words: Part,
    shown: Option<Shown>,
}

/// What a row shows.
#[derive(PartialEq)]
struct Shown {
    name: String,
    words: String,
    tone: Tone,
    /// From where to where the bar goes, in per cent of the room.
    from: f64,
    to: f64,
    falls: bool,
}

impl Shown {
    fn of(bar: &Bar, chart: &BarChart) -> Self {
        let per_cent = |part: f64| (part.clamp(0.0, 1.0) * 10_000.0).round() / 100.0;
        let zero = zero(chart);
        let end = bar.point.value.map_or(zero, |value| chart.axis.along(value));
        Self {
            name: bar.name.clone(),
            words: [bar.point.text.as_str(), sign_of(&bar.point)].concat(),
            tone: bar.tone,
            from: per_cent(zero.min(end)),
            to: per_cent(zero.max(end)),
            falls: end < zero,
        }
    }
}

impl Row {
    fn new() -> Option<Self> {
        let (name, words) = (Part::text("")?, Part::text("")?);
        let bar = span("bar-length");
        let number = span("number");
        let root = div("bar-row");
        let (bar_handle, number_handle, handle) = (bar.handle()?, number.handle()?, root.handle()?);
        number_handle.append(&words);
        let named = span("bar-name");
        named.handle()?.append(&name);
        let _ = root.child(named).child(el("span").class("bar-room").child(bar).child(number));
        Some(Self { root: handle, name, bar: bar_handle, number: number_handle, words, shown: None })
    }

    /// Shows a bar; what is the same as before is left alone.
    fn fill(&mut self, bar: &Bar, chart: &BarChart) {
        let now = Shown::of(bar, chart);
        let former = self.shown.as_ref();
        if former == Some(&now) {
            return;
        }
        let other = |same: fn(&Shown, &Shown) -> bool| !former.is_some_and(|former| same(former, &now));
        if other(|one, two| one.name == two.name) {
            self.name.set_text(&now.name);
        }
        if other(|one, two| one.words == two.words) {
            self.words.set_text(&now.words);
        }
        if other(|one, two| one.tone == two.tone) {
            self.bar.attribute("class", Some(&["bar-length ", tone::class(now.tone)].concat()));
            let class = if now.tone == Tone::Context { "bar-row" } else { "bar-row bar-named" };
            self.root.attribute("class", Some(class));
        }
        let per_cent = |part: f64| [&number::raw(part), "%"].concat();
        if other(|one, two| one.from == two.from) {
            self.bar.style("left", &per_cent(now.from));
        }
        if other(|one, two| one.to - one.from == two.to - two.from) {
            self.bar.style("width", &per_cent(now.to - now.from));
        }
        if other(|one, two| (one.from, one.to, one.falls) == (two.from, two.to, two.falls)) {
            let (left, right) = if now.falls {
                ("auto".to_owned(), per_cent(100.0 - now.from))
            } else {
                (per_cent(now.to), "auto".to_owned())
            };
            self.number.style("left", &left);
            self.number.style("right", &right);
        }
        self.shown = Some(now);
    }
}
