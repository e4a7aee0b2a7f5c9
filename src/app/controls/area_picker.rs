//! Areas: those chosen as tags to take away, the rest by searching.

use super::area_search::{AreaOption, matching};
use crate::app::live::{live, when};
use crate::app::scene::Scene;
use crate::browser::page;
use crate::query::AreaChoice;
use crate::statistics::AreaCode;
use crate::text::ui;
use leptos::ev::KeyboardEvent;
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
#[component]
pub fn AreaPicker(
    /// Every area that can be chosen.
    #[prop(into)]
    options: Signal<Vec<AreaOption>>,
    /// Those that are, in order.
    #[prop(into)]
    chosen: Signal<Vec<Tag>>,
    /// Fewest that must stay chosen.
    fewest: usize,
    /// Told an area that is chosen from now on.
    add: Callback<AreaChoice>,
    /// Told an area that is no longer chosen.
    remove: Callback<AreaChoice>,
    /// Where it is shown.
    scene: Scene,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(0_usize);
    let left = Memo::new(move |_| {
        let chosen = chosen.get();
        options
            .get()
            .into_iter()
            .filter(|option| chosen.iter().all(|tag| tag.choice != option.choice))
            .collect::<Vec<_>>()
    });
    let found = Memo::new(move |_| {
        left.with(|left| {
            matching(left, &typed.get(), SHOWN).into_iter().filter_map(|at| left.get(at).cloned()).collect::<Vec<_>>()
        })
    });
    let close = move || {
        open.set(false);
        active.set(0);
    };
    let take = move |choice: AreaChoice| {
        typed.set(String::new());
        close();
        add.run(choice);
    };
    let press = move |event: KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if !open.get_untracked() => open.set(true),
            "ArrowDown" => active.update(|at| *at = (*at + 1) % count.max(1)),
            "ArrowUp" => active.update(|at| *at = at.checked_sub(1).unwrap_or(count.saturating_sub(1))),
            "Enter" if open.get_untracked() => {
                let option = found.with_untracked(|found| found.get(active.get_untracked()).cloned());
                if let Some(option) = option {
                    take(option.choice);
                }
            }
            "Escape" if open.get_untracked() => close(),
            _ => return,
        }
        event.prevent_default();
    };
    let tags = live(move || {
        let chosen = chosen.get();
        let removable = chosen.len() > fewest;
        chosen.into_iter().map(|tag| tag_view(tag, removable, remove, scene)).collect::<Vec<_>>().into_any()
    });
    let items = live(move || {
        found
            .get()
            .into_iter()
            .enumerate()
            .map(|(position, option)| {
                let choice = option.choice.clone();
                view! {
                    <li
                        id=option_id(position)
                        role="option"
                        data-area=option.code
                        aria-selected=live(move || (active.get() == position).to_string())
                        // Before the field loses focus, and with it the list.
                        on:pointerdown=move |event| {
                            event.prevent_default();
                            take(choice.clone());
                        }
                    >
                        <span>{option.name}</span>
                        " "
                        <span class="kind">{option.kind}</span>
                    </li>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
            .into_any()
    });
    let country = move || {
        let country = AreaChoice::Area(AreaCode::Country);
        when(
            move || left.with(|left| left.iter().any(|option| option.choice == country)),
            move || {
                let press = move |_| take(AreaChoice::Area(AreaCode::Country));
                view! {
                    <button type="button" class="pill" data-add-country="" on:click=press>
                        {scene.words(ui::ADD_COUNTRY)}
                    </button>
                }
                .into_any()
            },
        )
    };
    let no_match = when(
        move || open.get() && found.with(Vec::is_empty),
        move || {
            view! {
                <p class="options no-match" role="status">
                    {scene.words(ui::NO_MATCH)}
                </p>
            }
            .into_any()
        },
    );
    let list = view! {
        <ul
            id=LIST
            class="options"
            role="listbox"
            hidden=live(move || !open.get() || found.with(Vec::is_empty))
            aria-label=scene.words(ui::AREAS)
        >
            {items}
        </ul>
    }
    .into_any();
    let more = view! {
        <div class="more" hidden=live(move || left.with(Vec::is_empty))>
            <div class="combo">
                <input
                    id=INPUT
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    aria-autocomplete="list"
                    aria-controls=LIST
                    aria-expanded=live(move || open.get().to_string())
                    aria-activedescendant=live(move || open.get().then(|| option_id(active.get())))
                    placeholder=scene.words(ui::SEARCH_AREA)
                    prop:value=live(move || typed.get())
                    on:input:target=move |event| {
                        typed.set(event.target().value());
                        active.set(0);
                        open.set(true);
                    }
                    on:click=move |_| open.set(true)
                    on:blur=move |_| close()
                    on:keydown=press
                />
                {list}
                {no_match}
            </div>
            {country()}
        </div>
    }
    .into_any();
    view! {
        <div class="field areas">
            <label class="field-label" for=INPUT>
                {scene.words(ui::AREAS)}
            </label>
            <ul class="tags" aria-label=scene.words(ui::CHOSEN_AREAS)>
                {tags}
            </ul>
            {more}
        </div>
    }
}

fn tag_view(tag: Tag, removable: bool, remove: Callback<AreaChoice>, scene: Scene) -> AnyView {
    let label = [scene.say(ui::REMOVE), " ", &tag.name].concat();
    let swatch = (!tag.tone.is_empty()).then(|| view! { <span class=tag.tone aria-hidden="true"></span> });
    let (name, title) = (tag.name.clone(), label.clone());
    let inside = if removable {
        view! {
            <button type="button" class="tag" title=title on:click=move |_| {
                remove.run(tag.choice.clone());
                page::focus(INPUT);
            }>
                {swatch}
                {name}
                <span class="hidden">", " {label}</span>
                <span class="cross" aria-hidden="true">"×"</span>
            </button>
        }
        .into_any()
    } else {
        view! {
            <span class="tag">
                {swatch}
                {name}
            </span>
        }
        .into_any()
    };
    view! { <li>{inside}</li> }.into_any()
}

fn option_id(position: usize) -> String {
    ["omrade-", &position.to_string()].concat()
}
