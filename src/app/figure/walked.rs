//! What the keys of a figure do: they lead from place to place, each is said in a
//! sentence, and a line can be heard as tones. Through entries alone.

use super::walk::Walk;
use crate::app::element::{Fragment, afterwards, div, el, p, show};
use crate::app::on_demand::Geography;
use crate::browser::clock::Timeout;
use crate::browser::event::Event;
use crate::browser::sound::Sound;
use faktabank_figures::figure::walk::{Key, Step, Walk as Way};
use faktabank_figures::text::walking;
use leptos::prelude::*;

/// The key that plays the line one is at, and silences it.
const TONES: [&str; 2] = ["t", "T"];
/// How long the first period is left to be said before the tones begin, in seconds.
const BEFORE: f64 = 1.0;

/// Which keys a figure has, in a line.
pub(in crate::app) fn keys(walk: Walk) -> String {
    walk.way(|way| way.keys()).unwrap_or_default()
}

/// A key that was pressed in a figure.
pub(in crate::app) fn press(walk: Walk, event: &Event) {
    let name = event.key();
    let at = walk.at.get_untracked();
    if let Some(key) = Key::named(&name) {
        let step = untrack(|| walk.way(|way| way.step(at, key))).flatten();
        let Some(step) = step else { return };
        event.prevent_default();
        match step {
            Step::To(spot) => {
                walk.at.set(Some(spot));
                walk.moved.run(Some(spot));
                walk.said.set(untrack(|| walk.way(|way| way.said(spot))).flatten().unwrap_or_default());
            }
            Step::Nowhere(phrase) => walk.said.set(walk.context.say(phrase).to_owned()),
        }
    } else if TONES.contains(&name.as_str()) && event.is_free() {
        walk.playing.set(!walk.playing.get_untracked());
    } else if name == "Escape" && (at.is_some() || walk.playing.get_untracked()) {
        walk.playing.set(false);
        walk.at.set(None);
        walk.moved.run(None);
        walk.said.set(walk.context.say(walking::LEFT).to_owned());
    } else if let ("Enter" | " ", Some(pick)) = (name.as_str(), walk.pick) {
        event.prevent_default();
        if let Some(at) = at {
            pick.run(at);
        }
    }
}

/// What is said at each step, the line of keys, and the button that plays the line.
pub(in crate::app) fn told(walk: Walk) -> Fragment {
    let said = p("walk-said").attr("role", "status").attr("data-walked", "").child(move || walk.said.get());
    // It is the description of the stop, and would be read twice.
    let keys = p("walk-keys").attr("aria-hidden", "true").child(move || keys(walk));
    let has_tones = move || walk.way(|way| way.tune(None).is_some()).unwrap_or_default();
    let button = show(has_tones, move || listen(walk));
    [div("walk-told").child(said).child(keys).into_fragment(), button].concat()
}

/// The button that plays the line one is at, and silences it.
fn listen(walk: Walk) -> Fragment {
    let (sound, end) = (StoredValue::new_local(None::<Sound>), StoredValue::new_local(None::<Timeout>));
    afterwards(move || {
        if !walk.playing.get() {
            sound.set_value(None);
            end.set_value(None);
            return;
        }
        let at = walk.at.get_untracked();
        let tune = untrack(|| walk.way(|way| way.tune(at))).flatten();
        let Some(tune) = tune else { return walk.playing.set(false) };
        walk.said.set(tune.first);
        let begun = Sound::play(&tune.tones, tune.each, BEFORE);
        if begun.is_none() {
            walk.said.set(walk.context.say(walking::NO_TONES).to_owned());
            return walk.playing.set(false);
        }
        sound.set_value(begun);
        let length = BEFORE + tune.each * tune.tones.len() as f64;
        let over = move || {
            walk.said.set(tune.last);
            walk.playing.set(false);
        };
        end.set_value(Some(Timeout::new((1000.0 * length) as i32, over)));
    });
    let words = move || walk.context.say(if walk.playing.get() { walking::SILENCE } else { walking::LISTEN });
    el("button")
        .attr("type", "button")
        .class("walk-listen")
        .attr("data-listen", "")
        .attr("aria-label", move || [words(), ": ", &walk.headline.get()].concat())
        .on("click", move |_| walk.playing.set(!walk.playing.get_untracked()))
        .child(words)
        .into_fragment()
}

impl Walk {
    /// Something of the chart as it is walked.
    fn way<T>(self, take: impl FnOnce(Way<'_>) -> T) -> Option<T> {
        let outlines = self.outlines.and_then(Geography::outlines);
        let chart = self.chart.get()?;
        Some(take(Way::of(&chart, outlines.as_deref(), self.context.language.get())))
    }
}
