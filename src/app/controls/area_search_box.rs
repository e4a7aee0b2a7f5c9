//! The field that finds an area by name or code, and riket a press away: a combobox
//! with a list whose first match is ready to be taken.

use super::area_picker::{AreaPicker, INPUT};
use super::area_search::{AreaOption, Findable, Held};
use crate::app::element::{Element, div, each, el, fragment, p, place_name, show, span};
use crate::app::memo::Memo;
use crate::app::signal::RwSignal;
use crate::browser::event::Event;
use faktabank_figures::text::{finding, ui};
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
    found: Memo<Found>,
}

/// What matches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Found {
    /// The first areas that can be chosen.
    shown: Vec<Arc<AreaOption>>,
    /// How many there are.
    count: usize,
    /// The best that cannot, being chosen already or without figures.
    other: Option<Arc<AreaOption>>,
}

/// The field with its list, and the button for riket.
pub(super) fn search_box(picker: AreaPicker) -> Element {
    let typed = RwSignal::new(String::new());
    let options = picker.options;
    let findable = Memo::new(move |_| Arc::new(Findable::new(options.get())));
    let found = Memo::new(move |_| {
        let (typed, findable) = (typed.get(), findable.get());
        let (mut shown, mut others): (Vec<_>, Vec<_>) =
            findable.matching(&typed).into_iter().partition(|it| picker.can_be_added(it));
        let count = shown.len();
        shown.truncate(SHOWN);
        others.truncate(1);
        Found { shown, count, other: others.pop().filter(|_| !typed.trim().is_empty()) }
    });
    Search { picker, typed, open: RwSignal::new(false), active: RwSignal::new(0), found }.view()
}

impl AreaPicker {
    /// Whether an area has figures and is not chosen.
    fn can_be_added(self, option: &AreaOption) -> bool {
        option.held != Held::Nowhere && !self.has(&option.choice)
    }
}

impl Search {
    fn view(self) -> Element {
        let Self { picker, typed, open, active, .. } = self;
        let context = picker.context;
        let input = el("input")
            .attr("id", INPUT)
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", LIST)
            .attr("aria-expanded", move || if self.is_listed() { "true" } else { "false" })
            .attr("aria-activedescendant", move || self.is_listed().then(|| option_id(active.get())))
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
            let shown = self.found.get().shown;
            each(shown.into_iter().enumerate().map(|(at, it)| self.item(at, &it)))
        });
        let list = el("ul")
            .attr("id", LIST)
            .class("options")
            .attr("role", "listbox")
            .attr("hidden", move || !self.is_listed())
            .attr("aria-label", context.words(ui::AREAS))
            .child(items);
        // It is there before it says anything, so that it is heard.
        let none = move || open.get() && !self.is_listed();
        let status = div("").attr("role", "status").class(move || if none() { "no-match" } else { "hidden" });
        let status = status.child(p("").child(move || if open.get() { self.told() } else { String::new() }));
        let riket = move || {
            let is_it = |option: &&Arc<AreaOption>| option.choice == AreaChoice::Area(AreaCode::Country);
            picker.options.with(|options| options.iter().find(is_it).is_some_and(|it| picker.can_be_added(it)))
        };
        let country = show(riket, move || {
            // Where the next takes the place of the one, nothing is added.
            let words = move || context.say(if picker.most.get() == 1 { ui::SHOW_COUNTRY } else { ui::ADD_COUNTRY });
            el("button")
                .attr("type", "button")
                .class("pill")
                .attr("data-add-country", "")
                .on("click", move |_| self.take(AreaChoice::Area(AreaCode::Country)))
                .child(words)
                .into_fragment()
        });
        let left = Memo::new(move |_| picker.options.with(|all| all.iter().any(|it| picker.can_be_added(it))));
        div("more")
            .attr("hidden", move || picker.is_full() || !left.get())
            .child(div("combo").child(input).child(list).child(status))
            .child(country)
    }

    /// Whether there is a list to choose from.
    fn is_listed(self) -> bool {
        self.open.get() && self.found.with(|found| !found.shown.is_empty())
    }

    /// How many areas are found; that there is no such area, that it has no figures or
    /// that it is chosen already.
    fn told(self) -> String {
        let language = self.picker.context.language.get();
        self.found.with(|found| match &found.other {
            _ if found.count > 0 => finding::hits(found.count, SHOWN, language),
            Some(other) if other.held == Held::Nowhere => ui::NO_FIGURES_FOR.fill(language, &[&other.name]),
            Some(other) => finding::CHOSEN_ALREADY.fill(language, &[&other.name]),
            None => ui::NO_MATCH.get(language).to_owned(),
        })
    }

    fn item(self, position: usize, option: &Arc<AreaOption>) -> Element {
        let choice = option.choice.clone();
        let selected = move || if self.active.get() == position { "true" } else { "false" };
        let kind = match option.held {
            Held::Elsewhere => finding::IN_OTHER_FIGURES.fill(self.picker.context.language.get(), &[option.kind]),
            Held::Here | Held::Nowhere => option.kind.to_owned(),
        };
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
            .child(el("span").child(place_name(option.name.as_str())))
            .child(" ")
            .child(span("kind").child(kind))
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
        let count = found.with_untracked(|found| found.shown.len());
        let is_open = open.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !is_open => open.set(true),
            "ArrowDown" => active.update(|at| *at = (*at + 1) % count.max(1)),
            "ArrowUp" => active.update(|at| *at = at.checked_sub(1).unwrap_or(count.saturating_sub(1))),
            "Enter" if is_open => {
                let option = found.with_untracked(|found| found.shown.get(active.get_untracked()).cloned());
                if let Some(option) = option {
                    self.take(option.choice.clone());
                }
            }
            "Escape" if is_open => self.close(),
            // What was typed in vain is gone by a second press.
            "Escape" if !self.typed.with_untracked(String::is_empty) => self.typed.set(String::new()),
            _ => return,
        }
        event.prevent_default();
    }
}

fn option_id(position: usize) -> String {
    ["omrade-", &position.to_string()].concat()
}
