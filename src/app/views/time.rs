//! When: from one period to another, or the one that a ranking is of; and
//! whether a link stays at what is newest.

use super::stage::Stage;
use crate::app::controls::{one_period, period_range};
use crate::app::element::{Element, Fragment, div, el, show, span};
use crate::app::memo::Memo;
use crate::app::signal::Callback;
use faktabank_figures::text::{number, period, ui};
use faktabank_tables::query::{Selection, Span};
use faktabank_tables::statistics::{Period, Phrase, Resolution};

/// From when to when, or the one period that the figure is of.
pub(super) fn control(stage: Stage) -> Fragment {
    let one = Memo::new(move |_| stage.resolved.with(|resolved| resolved.form.figure.is_of_one_period()));
    let mut parts = show(move || one.get(), move || single(stage).into_fragment());
    parts.extend(show(move || !one.get(), move || div("").child(range(stage)).child(rolling(stage)).into_fragment()));
    parts
}

/// The one period of a figure of one, with its button to play; nothing of others.
pub(super) fn moment(stage: Stage) -> Fragment {
    let one = move || stage.resolved.with(|resolved| resolved.form.figure.is_of_one_period());
    show(one, move || single(stage).into_fragment())
}

fn names(stage: Stage) -> Memo<Vec<String>> {
    let language = stage.context.language;
    Memo::new(move |_| {
        let language = language.get();
        stage.resolved.with(|it| it.time.all.iter().map(|&each| period::heading(each, language)).collect::<Vec<_>>())
    })
}

/// The positions of the first and the last period shown.
fn ends(stage: Stage) -> (usize, usize) {
    stage.resolved.with(|resolved| {
        let place = |wanted: Option<&Period>| resolved.time.all.iter().position(|period| Some(period) == wanted);
        let last = resolved.time.all.len().saturating_sub(1);
        (place(resolved.time.periods.first()).unwrap_or(0), place(resolved.time.periods.last()).unwrap_or(last))
    })
}

/// Shows the periods from one position to another.
fn choose(stage: Stage, first: usize, last: usize, continued: bool) {
    let all = stage.resolved.with_untracked(|resolved| resolved.time.all.clone());
    // An open end follows the figures as they grow.
    let from = (first > 0).then(|| all.get(first).copied()).flatten();
    let to = (last + 1 < all.len()).then(|| all.get(last).copied()).flatten();
    let span = if from.is_none() && to.is_none() { Span::All } else { Span::Range { from, to } };
    let change = |selection: &mut Selection| selection.span = span;
    if continued { stage.context.navigation.adjust(change) } else { stage.go(change) }
}

fn range(stage: Stage) -> Element {
    let chosen = Memo::new(move |_| ends(stage));
    let choose =
        Callback::new(move |(first, last, continued): (usize, usize, bool)| choose(stage, first, last, continued));
    period_range(names(stage), chosen, choose, stage.context)
}

/// The last period shown: what comes before it is kept for other figures.
fn single(stage: Stage) -> Element {
    let chosen = Memo::new(move |_| ends(stage).1);
    let choose = Callback::new(move |(last, continued): (usize, bool)| {
        let first = leptos::prelude::untrack(move || ends(stage)).0;
        choose(stage, first.min(last), last, continued);
    });
    one_period(names(stage), chosen, choose, stage.context)
}

/// Whether the link moves along with what is newest, in words.
fn rolling(stage: Stage) -> Fragment {
    let context = stage.context;
    let rolls = move || matches!(context.navigation.selection().span, Span::Last(_));
    let at_end = Memo::new(move |_| {
        let (first, last) = ends(stage);
        let all = stage.resolved.with(|resolved| resolved.time.all.len());
        (first > 0 && last + 1 == all).then_some(last + 1 - first)
    });
    show(
        move || at_end.with(Option::is_some),
        move || {
            let field = el("input").attr("type", "checkbox").attr("data-rolling", "");
            let field = field.prop("checked", rolls).on("change", move |event| {
                let Some(count) = at_end.get_untracked().and_then(|count| u16::try_from(count).ok()) else { return };
                let first = leptos::prelude::untrack(move || ends(stage)).0;
                if event.checked() {
                    stage.go(|selection| selection.span = Span::Last(count));
                } else {
                    let last = first + usize::from(count).saturating_sub(1);
                    choose(stage, first, last, false);
                }
            });
            let words = move || {
                let resolution = stage.resolved.with(|resolved| resolved.time.resolution);
                let count = number::count(at_end.get().unwrap_or_default());
                newest(resolution).fill(context.language.get(), &[&count])
            };
            el("label").class("rolling").child(field).child(span("").child(words)).into_fragment()
        },
    )
}

const fn newest(resolution: Resolution) -> Phrase {
    match resolution {
        Resolution::Month => ui::NEWEST_MONTHS,
        Resolution::Quarter => ui::NEWEST_QUARTERS,
        Resolution::HalfYear => ui::NEWEST_HALVES,
        Resolution::Year => ui::NEWEST_YEARS,
        Resolution::Rolling12 => ui::NEWEST_TWELVES,
    }
}
