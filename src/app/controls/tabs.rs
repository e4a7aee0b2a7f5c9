//! Several ways to see one thing, as tabs over it.

use super::{Choice, one_each};
use crate::app::element::{Element, afterwards, div, el};
use crate::app::memo::Memo;
use crate::app::page_context::PageContext;
use crate::app::signal::Callback;
use crate::browser::event::Event;
use crate::browser::page;
use faktabank_tables::statistics::Phrase;
use leptos::prelude::*;

/// A list of tabs that all belong to one panel; arrow keys go between them.
#[derive(Clone, Copy)]
pub struct Tabs {
    /// What the tabs choose.
    pub label: Phrase,
    /// The tabs.
    pub options: Memo<Vec<Choice>>,
    /// The code of the open one.
    pub chosen: Memo<String>,
    /// The id of the panel.
    pub panel: &'static str,
    /// What a tab is for, by its code: those of one group stand together.
    pub group: fn(&str) -> &'static str,
    /// Told the code of the tab that is opened next.
    pub choose: Callback<String>,
}

impl Tabs {
    /// Shows the tabs.
    pub fn view(self, context: PageContext) -> Element {
        // On a phone they stand in one row that is scrolled.
        afterwards(move || self.chosen.with(|chosen| page::bring_into_row(&tab_id(chosen))));
        let items = one_each(self.options, move |option| self.tab(option));
        div("tabs")
            .attr("role", "tablist")
            .attr("aria-label", context.words(self.label))
            .on("keydown", move |event| self.press(&event))
            .child(items)
    }

    fn tab(self, option: &Choice) -> Element {
        let code = StoredValue::new(option.code.clone());
        let open = move || code.with_value(|code| self.chosen.with(|chosen| chosen == code));
        el("button")
            .attr("type", "button")
            .attr("role", "tab")
            .attr("id", tab_id(&option.code))
            .attr("data-group", (self.group)(&option.code))
            .attr("aria-controls", self.panel)
            .attr("aria-selected", move || if open() { "true" } else { "false" })
            .attr("tabindex", move || if open() { "0" } else { "-1" })
            .on("click", move |_| self.choose.run(code.get_value()))
            .child(option.name.as_str())
    }

    fn press(self, event: &Event) {
        let options = self.options.get_untracked();
        let now = self.chosen.get_untracked();
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
        self.choose.run(code);
    }
}

fn tab_id(code: &str) -> String {
    ["flik-", code].concat()
}
