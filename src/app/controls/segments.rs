//! One of few, side by side.

use super::Choice;
use crate::app::live::live;
use leptos::prelude::*;

/// A labelled group of radio buttons that looks like one strip.
#[component]
pub fn Segments(
    /// The name of the group, unlike that of any other group of the page.
    name: &'static str,
    /// What is chosen here.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose from.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The code of what is chosen.
    #[prop(into)]
    chosen: Signal<String>,
    /// Told the code that is chosen next.
    choose: Callback<String>,
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
                            type="radio"
                            name=name
                            value=option.code
                            prop:checked=live(move || chosen.get() == code)
                            on:change:target=move |event| choose.run(event.target().value())
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
        <fieldset class="field segments">
            <legend class="field-label">{label}</legend>
            <div class="strip">{items}</div>
        </fieldset>
    }
}
