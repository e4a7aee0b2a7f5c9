//! The frame of every view: menu, notices, the view itself, footer.

use super::live::live;
use super::navigation::{Navigation, open};
use super::scene::Scene;
use super::store::Store;
use super::views::Content;
use crate::query::{Theme, View};
use crate::statistics::{Language, Phrase};
use crate::text::ui;
use leptos::prelude::*;

/// The id of the main content, where the skip link leads.
const MAIN: &str = "innehall";

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    let navigation = Navigation::start();
    let scene = Scene::start(navigation);
    let store = Store::start();
    view! {
        <a class="skip" href=["#", MAIN].concat() on:click=move |event| {
            // A fragment in the address would be one more thing to keep.
            event.prevent_default();
            crate::browser::page::focus(MAIN);
        }>{scene.words(ui::SKIP)}</a>
        {header(scene)}
        <main id=MAIN tabindex="-1">
            <Content store=store scene=scene />
        </main>
        {footer(scene)}
        <p class="hidden" role="status" aria-live="polite">{live(move || scene.announcement())}</p>
    }
}

/// The name of a view in the menu.
pub(super) const fn view_name(view: View) -> Phrase {
    match view {
        View::Overview => ui::OVERVIEW,
        View::Explore => ui::EXPLORE,
        View::Compare => ui::COMPARE,
        View::About => ui::ABOUT,
    }
}

fn header(scene: Scene) -> impl IntoView {
    let navigation = scene.navigation;
    let items = View::ALL.map(|view| {
        let current = live(move || (navigation.selection().view == view).then_some("page"));
        let go = move |event: leptos::ev::MouseEvent| {
            if super::scene::plain(&event) {
                event.prevent_default();
                navigation.go(|selection| open(selection, view));
                crate::browser::page::scroll_to_top();
            }
        };
        view! {
            <li>
                <a href=live(move || navigation.address(|selection| open(selection, view))) aria-current=current on:click=go>
                    {scene.words(view_name(view))}
                </a>
            </li>
        }
    });
    view! {
        <header class="top">
            <p class="site">{scene.words(ui::SITE)}</p>
            <nav class="menu" aria-label=scene.words(ui::MENU)>
                <ul>{items.into_iter().collect::<Vec<_>>()}</ul>
            </nav>
            <div class="settings">{live(move || theme_link(scene))} {live(move || language_link(scene))}</div>
        </header>
    }
}

fn language_link(scene: Scene) -> AnyView {
    let language = scene.language.get();
    let other = match language {
        Language::Swedish => Language::English,
        Language::English => Language::Swedish,
    };
    let link = scene.link(ui::OTHER_LANGUAGE.get(language).to_owned(), "plain-link", move |selection| {
        selection.language = other;
    });
    view! { <span lang=other.tag()>{link}</span> }.into_any()
}

fn theme_link(scene: Scene) -> AnyView {
    let (words, next) = if scene.dark.get() { (ui::THEME_LIGHT, Theme::Light) } else { (ui::THEME_DARK, Theme::Dark) };
    scene.link(scene.say(words).to_owned(), "plain-link", move |selection| selection.theme = Some(next))
}

fn footer(scene: Scene) -> impl IntoView {
    let about = live(move || {
        let words = scene.say(ui::ABOUT).to_owned();
        scene.link(words, "plain-link", |selection| open(selection, View::About))
    });
    view! {
        <footer class="bottom">
            <p>{scene.words(ui::FOOTER)}</p>
            <p>{about}</p>
        </footer>
    }
}
