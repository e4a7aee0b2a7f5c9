//! Several ways to see one thing, as tabs over it.

use super::Choice;
use crate::app::live::live;
use crate::browser::page;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// A list of tabs that all belong to one panel; arrow keys go between them.
#[component]
pub fn Tabs(
    /// What the tabs choose.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The code of the open one.
    #[prop(into)]
    chosen: Signal<String>,
    /// The id of the panel.
    panel: &'static str,
    /// Told the code of the tab that is opened next.
    choose: Callback<String>,
) -> impl IntoView {
    let press = move |event: KeyboardEvent| {
        let options = options.get_untracked();
        let now = chosen.get_untracked();
        let Some(position) = options.iter().position(|option| option.code == now) else { return };
        let last = options.len() - 1;
        let next = match event.key().as_str() {
            "ArrowRight" => (position + 1) % options.len(),
            "ArrowLeft" => position.checked_sub(1).unwrap_or(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        let code = options[next].code.clone();
        page::focus(&tab_id(&code));
        choose.run(code);
    };
    let items = live(move || {
        options
            .get()
            .into_iter()
            .map(|option| {
                let code = StoredValue::new(option.code.clone());
                let open = move || chosen.get() == code.get_value();
                view! {
                    <button
                        type="button"
                        role="tab"
                        id=tab_id(&option.code)
                        aria-controls=panel
                        aria-selected=live(move || open().to_string())
                        tabindex=live(move || if open() { "0" } else { "-1" })
                        on:click=move |_| choose.run(code.get_value())
                    >
                        {option.name}
                    </button>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
            .into_any()
    });
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=press>
            {items}
        </div>
    }
}

fn tab_id(code: &str) -> String {
    ["flik-", code].concat()
}
