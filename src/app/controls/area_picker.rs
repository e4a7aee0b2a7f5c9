//! Areas: those chosen as tags to take away, the rest by searching.

use super::area_search::{AreaOption, matching};
use crate::app::element::{Element, div, each, el, live, p, span, when};
use crate::app::memo::Memo;
use crate::app::scene::Scene;
use crate::browser::dom::Heard;
use crate::browser::page;
use crate::query::AreaChoice;
use crate::statistics::AreaCode;
use crate::text::ui;
use leptos::prelude::*;

/// Options shown at a time: as many as a phone shows above its keyboard.
const SHOWN: usize = 8;
const INPUT: &str = "omrade-sok";
const LIST: &str = "omrade-lista";

/// A tag of an area that is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The choice.
    pub choice: AreaChoice,
    /// Its name.
    pub name: String,
    /// The class of its colour in the figure.
    pub tone: &'static str,
}

/// A field that finds areas by name or code, with tags for those chosen.
#[derive(Clone, Copy)]
pub struct AreaPicker {
    /// Every area that can be chosen.
    pub options: Memo<Vec<AreaOption>>,
    /// Those that are, in order.
    pub chosen: Memo<Vec<Tag>>,
    /// Fewest that must stay chosen.
    pub fewest: usize,
    /// Told an area that is chosen from now on.
    pub add: Callback<AreaChoice>,
    /// Told an area that is no longer chosen.
    pub remove: Callback<AreaChoice>,
    /// Where it is shown.
    pub scene: Scene,
}

/// What the reader is looking for.
#[derive(Clone, Copy)]
struct Search {
    picker: AreaPicker,
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    active: RwSignal<usize>,
    /// The areas that are not chosen.
    left: Memo<Vec<AreaOption>>,
    /// Those of them that match.
    found: Memo<Vec<AreaOption>>,
}

impl AreaPicker {
    /// Shows the field.
    pub fn view(self) -> Element {
        let Self { options, chosen, scene, .. } = self;
        let typed = RwSignal::new(String::new());
        let left = Memo::new(move |_| {
            let chosen = chosen.get();
            let mut options = options.get();
            options.retain(|option| chosen.iter().all(|tag| tag.choice != option.choice));
            options
        });
        let found = Memo::new(move |_| {
            left.with(|left| {
                let found = matching(left, &typed.get(), SHOWN);
                found.into_iter().filter_map(|at| left.get(at).cloned()).collect::<Vec<_>>()
            })
        });
        let search = Search { picker: self, typed, open: RwSignal::new(false), active: RwSignal::new(0), left, found };
        let tags = live(move || {
            let chosen = chosen.get();
            let removable = chosen.len() > self.fewest;
            each(chosen.into_iter().map(|tag| self.tag(tag, removable)))
        });
        div("field areas")
            .child(el("label").class("field-label").attr("for", INPUT).live(scene.words(ui::AREAS)))
            .child(el("ul").class("tags").live_attr("aria-label", scene.words(ui::CHOSEN_AREAS)).child(tags))
            .child(search.view())
    }

    fn tag(self, tag: Tag, removable: bool) -> Element {
        let swatch = (!tag.tone.is_empty()).then(|| span(tag.tone).attr("aria-hidden", "true"));
        if !removable {
            return el("li").child(span("tag").child(swatch).child(tag.name));
        }
        let label = [self.scene.say(ui::REMOVE), " ", &tag.name].concat();
        let button = el("button").attr("type", "button").class("tag").attr("title", label.clone());
        let button = button
            .child(swatch)
            .child(tag.name)
            .child(span("hidden").child(", ").child(label))
            .child(span("cross").attr("aria-hidden", "true").child("×"));
        el("li").child(button.on("click", move |_| {
            self.remove.run(tag.choice.clone());
            page::focus(INPUT);
        }))
    }
}

impl Search {
    fn view(self) -> Element {
        let Self { picker: AreaPicker { scene, .. }, typed, open, active, left, found } = self;
        let input = el("input")
            .attr("id", INPUT)
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", LIST)
            .live_attr("aria-expanded", move || if open.get() { "true" } else { "false" })
            .live_attr("aria-activedescendant", move || open.get().then(|| option_id(active.get())))
            .live_attr("placeholder", scene.words(ui::SEARCH_AREA))
            .live_value(move || typed.get())
            .on("input", move |event| {
                typed.set(event.value());
                active.set(0);
                open.set(true);
            })
            .on("click", move |_| open.set(true))
            .on("blur", move |_| self.close())
            .on("keydown", move |event| self.press(&event));
        let items = live(move || {
            let found = found.get();
            each(found.into_iter().enumerate().map(|(at, it)| self.item(at, it)))
        });
        let list = el("ul")
            .attr("id", LIST)
            .class("options")
            .attr("role", "listbox")
            .live_attr("hidden", move || !open.get() || found.with(Vec::is_empty))
            .live_attr("aria-label", scene.words(ui::AREAS))
            .child(items);
        let no_match = when(
            move || open.get() && found.with(Vec::is_empty),
            move || p("options no-match").attr("role", "status").live(scene.words(ui::NO_MATCH)).parts(),
        );
        let country = when(
            move || left.with(|left| left.iter().any(|it| it.choice == AreaChoice::Area(AreaCode::Country))),
            move || {
                el("button")
                    .attr("type", "button")
                    .class("pill")
                    .attr("data-add-country", "")
                    .on("click", move |_| self.take(AreaChoice::Area(AreaCode::Country)))
                    .live(scene.words(ui::ADD_COUNTRY))
                    .parts()
            },
        );
        div("more")
            .live_attr("hidden", move || left.with(Vec::is_empty))
            .child(div("combo").child(input).child(list).child(no_match))
            .child(country)
    }

    fn item(self, position: usize, option: AreaOption) -> Element {
        let selected = move || if self.active.get() == position { "true" } else { "false" };
        el("li")
            .attr("id", option_id(position))
            .attr("role", "option")
            .attr("data-area", option.code)
            .live_attr("aria-selected", selected)
            // Before the field loses focus, and with it the list.
            .on("pointerdown", move |event| {
                event.prevent_default();
                self.take(option.choice.clone());
            })
            .child(el("span").child(option.name))
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
        self.picker.add.run(choice);
    }

    fn press(self, event: &Heard) {
        let Self { open, active, found, .. } = self;
        let count = found.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if !open.get_untracked() => open.set(true),
            "ArrowDown" => active.update(|at| *at = (*at + 1) % count.max(1)),
            "ArrowUp" => active.update(|at| *at = at.checked_sub(1).unwrap_or(count.saturating_sub(1))),
            "Enter" if open.get_untracked() => {
                let option = found.with_untracked(|found| found.get(active.get_untracked()).cloned());
                if let Some(option) = option {
                    self.take(option.choice);
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
