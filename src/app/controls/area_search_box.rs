//! The field that finds an area by name or code, and riket a press away.

use super::area_picker::{AreaPicker, INPUT};
use super::area_search::{AreaOption, matching};
use crate::app::element::{Element, Fragment, div, each, el, fragment, p, show, span};
use crate::app::memo::Memo;
use crate::app::signal::RwSignal;
use crate::browser::event::Event;
use faktabank_figures::text::ui;
use faktabank_tables::query::AreaChoice;
use faktabank_tables::statistics::AreaCode;
use std::sync::Arc;

/// Options shown at a time: as many as a phone shows above its keyboard.
const SHOWN: usize = 8;
const LIST: &str = "omrade-lista";

/// What the reader is looking for.
#[derive(Clone, Copy)]
struct Search {
    picker: AreaPicker,
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    active: RwSignal<usize>,
    /// The areas with figures that are not chosen.
    left: Memo<Vec<Arc<AreaOption>>>,
    /// Those of them that match.
    found: Memo<Vec<Arc<AreaOption>>>,
}

/// The field with its list, and the button for riket.
pub(super) fn search_box(picker: AreaPicker) -> Element {
    let typed = RwSignal::new(String::new());
    let options = picker.options;
    let left = Memo::new(move |_| {
        let mut options = options.get();
        options.retain(|option| option.held && !picker.has(&option.choice));
        options
    });
    let found = Memo::new(move |_| left.with(|left| all_of(left, &typed.get(), SHOWN)));
    let (open, active) = (RwSignal::new(false), RwSignal::new(0));
    Search { picker, typed, open, active, left, found }.view()
}

fn all_of(options: &[Arc<AreaOption>], typed: &str, most: usize) -> Vec<Arc<AreaOption>> {
    matching(options, typed, most).into_iter().filter_map(|at| options.get(at).cloned()).collect()
}

impl Search {
    fn view(self) -> Element {
        let Self { picker, typed, open, active, left, found } = self;
        let context = picker.context;
        let input = el("input")
            .attr("id", INPUT)
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", LIST)
            .attr("aria-expanded", move || if open.get() { "true" } else { "false" })
            .attr("aria-activedescendant", move || open.get().then(|| option_id(active.get())))
            .attr("placeholder", context.words(ui::SEARCH_AREA))
            .prop("value", move || typed.get())
            .on("input", move |event| {
                typed.set(event.value());
                active.set(0);
                open.set(true);
            })
            .on("click", move |_| open.set(true))
            .on("blur", move |_| self.close())
            .on("keydown", move |event| self.press(&event));
        let items = fragment(move || {
            let found = found.get();
            each(found.into_iter().enumerate().map(|(at, it)| self.item(at, &it)))
        });
        let list = el("ul")
            .attr("id", LIST)
            .class("options")
            .attr("role", "listbox")
            .attr("hidden", move || !open.get() || found.with(Vec::is_empty))
            .attr("aria-label", context.words(ui::AREAS))
            .child(items);
        let none = show(
            move || open.get() && found.with(Vec::is_empty),
            move || div("no-match").attr("role", "status").child(fragment(move || self.nothing())).into_fragment(),
        );
        let riket = AreaChoice::Area(AreaCode::Country);
        let country = show(
            move || left.with(|left| left.iter().any(|option| option.choice == riket)),
            move || {
                // Where the next takes the place of the one, nothing is added.
                let words =
                    move || context.say(if picker.most.get() == 1 { ui::SHOW_COUNTRY } else { ui::ADD_COUNTRY });
                el("button")
                    .attr("type", "button")
                    .class("pill")
                    .attr("data-add-country", "")
                    .on("click", move |_| self.take(AreaChoice::Area(AreaCode::Country)))
                    .child(words)
                    .into_fragment()
            },
        );
        div("more")
            .attr("hidden", move || picker.is_full() || left.with(Vec::is_empty))
            .child(div("combo").child(input).child(list).child(none))
            .child(country)
    }

    /// That there is no such area, or none with figures.
    fn nothing(self) -> Fragment {
        let (language, typed) = (self.picker.context.language.get(), self.typed.get());
        let best = self.picker.options.with(|options| all_of(options, &typed, 1)).into_iter().find(|it| !it.held);
        let words = match best.filter(|_| !typed.trim().is_empty()) {
            Some(option) => ui::NO_FIGURES_FOR.fill(language, &[&option.name]),
            None => ui::NO_MATCH.get(language).to_owned(),
        };
        p("").child(words).into_fragment()
    }

    fn item(self, position: usize, option: &Arc<AreaOption>) -> Element {
        let choice = option.choice.clone();
        let selected = move || if self.active.get() == position { "true" } else { "false" };
        el("li")
            .attr("id", option_id(position))
            .attr("role", "option")
            .attr("data-area", option.code.clone())
            .attr("aria-selected", selected)
            // Before the field loses focus, and with it the list.
            .on("pointerdown", move |event| {
                event.prevent_default();
                self.take(choice.clone());
            })
            .child(el("span").child(option.name.as_str()))
            .child(" ")
            .child(span("kind").child(option.kind))
    }

    fn close(self) {
        self.open.set(false);
        self.active.set(0);
    }

    fn take(self, choice: AreaChoice) {
        self.typed.set(String::new());
        self.close();
        self.picker.add([choice]);
    }

    fn press(self, event: &Event) {
        let Self { open, active, found, .. } = self;
        let count = found.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if !open.get_untracked() => open.set(true),
            "ArrowDown" => active.update(|at| *at = (*at + 1) % count.max(1)),
            "ArrowUp" => active.update(|at| *at = at.checked_sub(1).unwrap_or(count.saturating_sub(1))),
            "Enter" if open.get_untracked() => {
                let option = found.with_untracked(|found| found.get(active.get_untracked()).cloned());
                if let Some(option) = option {
                    self.take(option.choice.clone());
                }
            }
            "Escape" if open.get_untracked() => self.close(),
            _ => return,
        }
        event.prevent_default();
    }
}

fn option_id(position: usize) -> String {
    ["omrade-", &position.to_string()].concat()
}
