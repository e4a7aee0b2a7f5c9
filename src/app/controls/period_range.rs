//! From one period to another: two handles on one track, and the same two
//! choices as boxes for those who would rather pick than drag.

use super::{Choice, SelectBox};
use crate::app::live::live;
use leptos::prelude::*;

/// A choice of first and last period, as positions in a list of names.
#[component]
pub fn PeriodRange(
    /// What is chosen here.
    #[prop(into)]
    label: Signal<String>,
    /// The label of the first period.
    #[prop(into)]
    first_label: Signal<String>,
    /// The label of the last period.
    #[prop(into)]
    last_label: Signal<String>,
    /// Every period that there is, in words, in order.
    #[prop(into)]
    names: Signal<Vec<String>>,
    /// The positions of the first and the last one chosen.
    #[prop(into)]
    chosen: Signal<(usize, usize)>,
    /// Told the next positions, and whether they continue a movement already told.
    choose: Callback<(usize, usize, bool)>,
) -> impl IntoView {
    // One movement of a handle, however many steps, is one choice.
    let moving = StoredValue::new(false);
    let slide = move |first: usize, last: usize| {
        choose.run((first, last, moving.get_value()));
        moving.set_value(true);
    };
    let rest = move || moving.set_value(false);
    let end = move || names.with(Vec::len).saturating_sub(1);
    let name = move |position: usize| names.with(|names| names.get(position).cloned().unwrap_or_default());
    let share = move |position: usize| (position as f64 / end().max(1) as f64).to_string();
    let options = Signal::derive(move || {
        names.with(|names| {
            names.iter().enumerate().map(|(position, name)| Choice::new(position.to_string(), name.clone())).collect()
        })
    });
    let pick_first = Callback::new(move |code: String| {
        let first = code.parse().unwrap_or(0);
        choose.run((first, chosen.get_untracked().1.max(first), false));
    });
    let pick_last = Callback::new(move |code: String| {
        let last = code.parse().unwrap_or_else(|_| end());
        choose.run((chosen.get_untracked().0.min(last), last, false));
    });
    view! {
        <fieldset class="field period">
            <legend class="field-label">{label}</legend>
            <div
                class="track"
                style:--from=live(move || share(chosen.get().0))
                style:--to=live(move || share(chosen.get().1))
            >
                <input
                    type="range"
                    min="0"
                    step="1"
                    max=live(move || end().to_string())
                    prop:value=live(move || chosen.get().0.to_string())
                    aria-label=first_label
                    aria-valuetext=live(move || name(chosen.get().0))
                    on:pointerdown=move |_| rest()
                    on:blur=move |_| rest()
                    on:input:target=move |event| {
                        let last = chosen.get_untracked().1;
                        let first = event.target().value().parse().unwrap_or(0).min(last);
                        event.target().set_value(&first.to_string());
                        slide(first, last);
                    }
                />
                <input
                    type="range"
                    min="0"
                    step="1"
                    max=live(move || end().to_string())
                    prop:value=live(move || chosen.get().1.to_string())
                    aria-label=last_label
                    aria-valuetext=live(move || name(chosen.get().1))
                    on:pointerdown=move |_| rest()
                    on:blur=move |_| rest()
                    on:input:target=move |event| {
                        let first = chosen.get_untracked().0;
                        let last = event.target().value().parse().unwrap_or_else(|_| end()).max(first);
                        event.target().set_value(&last.to_string());
                        slide(first, last);
                    }
                />
            </div>
            <div class="period-boxes">
                <SelectBox
                    label=first_label
                    options=options
                    chosen=Signal::derive(move || chosen.get().0.to_string())
                    choose=pick_first
                />
                <SelectBox
                    label=last_label
                    options=options
                    chosen=Signal::derive(move || chosen.get().1.to_string())
                    choose=pick_last
                />
            </div>
        </fieldset>
    }
}
