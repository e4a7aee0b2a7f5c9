//! What every component needs to know of the page around it: language,
//! colours, the way to other selections, and how to speak to the reader.

use super::live::{Live, live};
use super::navigation::Navigation;
use crate::browser::{frame, page};
use crate::query::{Selection, Theme, decode};
use crate::statistics::Language;
use crate::text::ui;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// Where choices have a column of their own beside the figure.
const WIDE: &str = "(min-width: 60rem)";
const PREFERS_DARK: &str = "(prefers-color-scheme: dark)";

/// The page around a component.
#[derive(Clone, Copy)]
pub struct Scene {
    /// The way to other selections.
    pub navigation: Navigation,
    /// The language of the page.
    pub language: Memo<Language>,
    /// Whether the page is light on dark.
    pub dark: Memo<bool>,
    /// Whether there is room for a column beside the figure.
    pub wide: RwSignal<bool>,
    /// What a screen reader is to say next.
    announcement: RwSignal<&'static str>,
    /// Whether anything has been drawn yet.
    shown: RwSignal<bool>,
}

impl Scene {
    /// The scene of a page; marks language and theme on `<html>`.
    pub fn start(navigation: Navigation) -> Self {
        let device_is_dark = RwSignal::new(page::matches(PREFERS_DARK));
        page::on_match(PREFERS_DARK, move |dark| device_is_dark.set(dark));
        let wide = RwSignal::new(page::matches(WIDE));
        page::on_match(WIDE, move |now| wide.set(now));
        let language = Memo::new(move |_| navigation.selection().language);
        let theme = Memo::new(move |_| navigation.selection().theme);
        let dark = Memo::new(move |_| theme.get().map_or(device_is_dark.get(), |theme| theme == Theme::Dark));
        Effect::new(move || page::mark("lang", Some(language.get().tag())));
        Effect::new(move || {
            page::mark(
                "data-theme",
                theme.get().map(|theme| match theme {
                    Theme::Light => "light",
                    Theme::Dark => "dark",
                }),
            );
        });
        Self { navigation, language, dark, wide, announcement: RwSignal::new(""), shown: RwSignal::new(false) }
    }

    /// A phrase in the language of the page, following changes of it.
    pub fn say(self, phrase: crate::statistics::Phrase) -> &'static str {
        phrase.get(self.language.get())
    }

    /// A phrase as a part of a view, in whatever language the page has.
    pub fn words(self, phrase: crate::statistics::Phrase) -> Live<&'static str> {
        live(move || self.say(phrase))
    }

    /// A link to a changed selection: an address to copy or open elsewhere, a
    /// step within the page when pressed.
    pub fn link(
        self,
        words: String,
        class: &'static str,
        change: impl Fn(&mut Selection) + Copy + Send + Sync + 'static,
    ) -> AnyView {
        let navigation = self.navigation;
        let press = move |event: MouseEvent| {
            if plain(&event) {
                event.prevent_default();
                navigation.go(change);
            }
        };
        view! {
            <a class=class href=live(move || navigation.address(change)) on:click=press>
                {words}
            </a>
        }
        .into_any()
    }

    /// A link to a selection that is given as a query string (without `?`).
    pub fn query_link(self, words: String, query: String) -> AnyView {
        let navigation = self.navigation;
        let address = ["?", &query].concat();
        let press = move |event: MouseEvent| {
            if plain(&event) {
                event.prevent_default();
                let (selection, _) = decode(&query);
                navigation.go(|present| *present = selection);
                page::scroll_to_top();
            }
        };
        view! {
            <a href=address on:click=press>
                {words}
            </a>
        }
        .into_any()
    }

    /// Tells that what is shown has just been drawn, under this title.
    pub fn drawn(self, title: &str) {
        let language = self.language.get_untracked();
        page::title(&[title, " – ", ui::SITE.get(language)].concat());
        page::mark("data-app", Some("ready"));
        if self.shown.get_untracked() {
            // The same words twice in a row are not spoken: clear them first.
            let announcement = self.announcement;
            announcement.set("");
            frame::next(move || announcement.set(ui::UPDATED.get(language)));
        }
        self.shown.set(true);
    }

    /// What a screen reader is to say next.
    pub fn announcement(self) -> &'static str {
        self.announcement.get()
    }
}

/// Whether a press on a link is ours to follow, and not one for a new tab.
pub(super) fn plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
