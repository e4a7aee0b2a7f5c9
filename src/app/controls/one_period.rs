//! One period: a handle on a track, the same choice as a box, and a button
//! that goes from one period to the next by itself.

use super::{Choice, group, select_box};
use crate::app::element::{Element, div, el};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::{Callback, RwSignal};
use crate::browser::clock::Timeout;
use crate::browser::page;
use faktabank_figures::text::{number, ui};
use leptos::prelude::*;
use std::rc::Rc;

/// How long a period is shown while it plays, at most and at least, in milliseconds.
const PACE: (i32, i32) = (900, 60);
/// From the first period to the last in so many milliseconds, with time to draw.
const WHOLE: i32 = 18_000;

const LESS_MOTION: &str = "(prefers-reduced-motion: reduce)";

/// A choice of one period, as a position in a list of names; told the next
/// position, and whether it continues a movement already told.
pub fn one_period(
    names: Memo<Vec<String>>,
    chosen: Memo<usize>,
    choose: Callback<(usize, bool)>,
    context: PageContext,
) -> Element {
    // One movement of the handle, however many steps, is one choice.
    let moving = StoredValue::new(false);
    let end = move || names.with(Vec::len).saturating_sub(1);
    let name = move || names.with(|names| names.get(chosen.get()).cloned().unwrap_or_default());
    let options = Memo::new(move |_| {
        names.with(|names| {
            names.iter().enumerate().map(|(position, name)| Choice::new(position.to_string(), name.clone())).collect()
        })
    });
    let place = move |code: &str| code.parse().unwrap_or_else(|_| end()).min(end());
    let handle = el("input")
        .attr("type", "range")
        .attr("min", "0")
        .attr("step", "1")
        .attr("max", move || end().to_string())
        .prop("value", move || chosen.get().to_string())
        .attr("aria-label", context.words(ui::PERIOD))
        .attr("aria-valuetext", name)
        .on("pointerdown", move |_| moving.set_value(false))
        .on("blur", move |_| moving.set_value(false))
        .on("input", move |event| {
            choose.run((place(&event.value()), moving.get_value()));
            moving.set_value(true);
        });
    let picked = Callback::new(move |code: String| choose.run((place(&code), false)));
    let boxes = div("period-boxes").child(select_box(
        ui::PERIOD,
        options,
        Rc::new(move || chosen.get().to_string()),
        picked,
        context,
    ));
    let share = move |position: usize| number::raw(position as f64 / end().max(1) as f64);
    let track = div("track").style("--from", || "0".to_owned()).style("--to", move || share(chosen.get()));
    group("field period", ui::PERIOD, context).child(track.child(handle)).child(boxes.child(player(
        chosen,
        Rc::new(end),
        choose,
        context,
    )))
}

/// Plays from the period that is shown, or from the first if that is the last;
/// for readers who want less motion it goes on by one at each press.
fn player(
    chosen: Memo<usize>,
    end: Rc<dyn Fn() -> usize>,
    choose: Callback<(usize, bool)>,
    context: PageContext,
) -> Element {
    let playing = RwSignal::new(false);
    let next_step = StoredValue::new_local(None);
    let less = page::matches(LESS_MOTION);
    let button = el("button").attr("type", "button").class("pill").attr("data-play", "");
    let words = move || match (less, playing.get()) {
        (true, _) => context.say(ui::NEXT_PERIOD),
        (false, false) => context.say(ui::PLAY),
        (false, true) => context.say(ui::PAUSE),
    };
    let press = move |_| {
        let (now, end) = (chosen.get_untracked(), untrack(|| end()));
        let next = if now >= end { 0 } else { now + 1 };
        if less {
            return choose.run((next, false));
        }
        let start = !playing.get_untracked();
        playing.set(start);
        if start {
            choose.run((next, false));
            play(Playing { playing, chosen, at: next, end, choose, next_step });
        }
    };
    button.on("click", press).child(words)
}

/// A playing that is under way.
#[derive(Clone, Copy)]
struct Playing {
    playing: RwSignal<bool>,
    chosen: Memo<usize>,
    /// The period that it showed last.
    at: usize,
    end: usize,
    choose: Callback<(usize, bool)>,
    /// What will show the next one, for as long as the control is in the page.
    next_step: StoredValue<Option<Timeout>, LocalStorage>,
}

/// The next period after a while, unless the reader has paused, or chosen
/// another.
fn play(now: Playing) {
    let steps = i32::try_from(now.end).unwrap_or(i32::MAX).max(1);
    let step = Timeout::new((WHOLE / steps).clamp(PACE.1, PACE.0), move || {
        if !now.playing.get_untracked() {
            return;
        }
        let next = now.at + 1;
        if now.chosen.get_untracked() != now.at || next > now.end {
            return now.playing.set(false);
        }
        now.choose.run((next, true));
        play(Playing { at: next, ..now });
    });
    now.next_step.set_value(Some(step));
}
