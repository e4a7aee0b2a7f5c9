//! Some of many: a list of boxes to tick.

use super::Choice;
use crate::app::live::live;
use leptos::prelude::*;

/// A labelled group of checkboxes.
#[component]
pub fn TickList(
    /// What is chosen here.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose from.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The codes of what is chosen.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Told a code and whether it is chosen from now on.
    choose: Callback<(String, bool)>,
) -> impl IntoView {
    let items = live(move || {
        options
            .get()
            .into_iter()
            .map(|option| {
                let code = option.code.clone();
                view! {
                    <label>
                        <input
                            type="checkbox"
                            value=option.code
                            prop:checked=live(move || chosen.with(|chosen| chosen.contains(&code)))
                            on:change:target=move |event| {
                                choose.run((event.target().value(), event.target().checked()));
                            }
                        />
                        <span>{option.name}</span>
                    </label>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
            .into_any()
    });
    view! {
        <fieldset class="field ticks">
            <legend class="field-label">{label}</legend>
            {items}
        </fieldset>
    }
}
