//! One of many, in a box that unfolds.

use super::Choice;
use crate::app::live::live;
use leptos::prelude::*;

/// A labelled `<select>`.
#[component]
pub fn SelectBox(
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
                    <option value=option.code prop:selected=live(move || chosen.get() == code)>
                        {option.name}
                    </option>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
            .into_any()
    });
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <select on:change:target=move |event| choose.run(event.target().value())>{items}</select>
        </label>
    }
}
