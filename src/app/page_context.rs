//! What every component needs to know of the page around it: language,
//! colours, the way to other selections, and how to speak to the reader.

use super::chart_library::ChartLibrary;
use super::deferred::is_pending;
use super::element::{Child, Element, afterwards, el, hold};
use super::lazy::Loader;
use super::loading::Loading;
use super::navigation::Navigation;
use super::signal::RwSignal;
use crate::app::memo::Memo;
use crate::browser::frame::AnimationFrame;
use crate::browser::page;
use faktabank_figures::text::ui;
use faktabank_tables::query::{Selection, Theme, decode};
use faktabank_tables::statistics::{Language, Phrase};
use std::rc::Rc;

/// Where choices have a column of their own beside the figure.
const WIDE: &str = "(min-width: 60rem)";
const PREFERS_DARK: &str = "(prefers-color-scheme: dark)";

/// The page around a component.
#[derive(Clone, Copy)]
pub struct PageContext {
    /// The way to other selections.
    pub navigation: Navigation,
    /// The language of the page.
    pub language: Memo<Language>,
    /// Whether the page is light on dark.
    pub dark: Memo<bool>,
    /// Whether there is room for a column beside the figure.
    pub wide: RwSignal<bool>,
    /// The loader of the code that the first view does without.
    pub lazy: Loader,
    /// The loader of the library that charts are read with.
    pub library: ChartLibrary,
    /// Whether what stands under the first figure is still on its way, where the
    /// document shows all of it by itself.
    pub incomplete: RwSignal<bool>,
    /// What a screen reader is to say next.
    announcement: RwSignal<&'static str>,
    /// Whether anything has been drawn yet.
    shown: RwSignal<bool>,
    /// Whether what is drawn here is not what the page is about.
    is_quiet: bool,
}

impl PageContext {
    /// The context of a page; marks language and theme on `<html>`.
    pub fn start(navigation: Navigation) -> Self {
        let device_is_dark = RwSignal::new(page::matches(PREFERS_DARK));
        hold(page::on_match(PREFERS_DARK, move |dark| device_is_dark.set(dark)));
        let wide = RwSignal::new(page::matches(WIDE));
        hold(page::on_match(WIDE, move |now| wide.set(now)));
        let language = Memo::new(move |_| navigation.chosen().language);
        let theme = Memo::new(move |_| navigation.chosen().theme);
        let dark = Memo::new(move |_| theme.get().map_or(device_is_dark.get(), |theme| theme == Theme::Dark));
        afterwards(move || page::mark("lang", Some(language.get().tag())));
        afterwards(move || {
            page::mark(
                "data-theme",
                theme.get().map(|theme| match theme {
                    Theme::Light => "light",
                    Theme::Dark => "dark",
                }),
            );
        });
        let (announcement, shown) = (RwSignal::new(""), RwSignal::new(false));
        let (lazy, library) = (navigation.lazy, ChartLibrary::start());
        // The page is ready once all of its first view is there, also what is
        // loaded later; after a choice once what waited for its chart is there again.
        let incomplete = RwSignal::new(page::is_prerendered());
        afterwards(move || {
            let is_whole = !incomplete.get() || matches!(lazy.state(), Loading::Failed(_));
            if shown.get() && lazy.is_settled() && is_whole {
                page::mark("data-app", Some(if is_pending() { "drawn" } else { "ready" }));
            }
        });
        Self { navigation, language, dark, wide, lazy, library, incomplete, announcement, shown, is_quiet: false }
    }

    /// The context of one figure of many: the page does not take its title.
    pub(super) const fn quiet(self) -> Self {
        Self { is_quiet: true, ..self }
    }

    /// A phrase in the language of the page, following changes of it.
    pub fn say(self, phrase: Phrase) -> &'static str {
        phrase.get(self.language.get())
    }

    /// A phrase to follow, in whatever language the page has.
    pub fn words(self, phrase: Phrase) -> impl Fn() -> &'static str + Copy + 'static {
        move || self.say(phrase)
    }

    /// What the site is called.
    pub fn site_name(self, language: Language) -> String {
        let own = page::said(&["data-name-", language.tag()].concat());
        own.unwrap_or_else(|| ui::SITE.get(language).to_owned())
    }

    /// A link to a changed selection: an address to copy or open elsewhere, a
    /// step within the page when pressed.
    pub fn link(
        self,
        words: impl Child,
        class: Option<&'static str>,
        change: impl Fn(&mut Selection) + 'static,
    ) -> Element {
        let change: Rc<dyn Fn(&mut Selection)> = Rc::new(change);
        self.link_to(class, change, false).child(words)
    }

    /// A link without words, to a changed selection; to the top of the page,
    /// too, if it leads to another view.
    pub(super) fn link_to(self, class: Option<&'static str>, change: Rc<dyn Fn(&mut Selection)>, top: bool) -> Element {
        let navigation = self.navigation;
        let turned = change.clone();
        // In a frame, a link opens the whole page beside the one that it is in.
        let here = !navigation.embedding().embedded;
        el("a").class(class).attr("href", move || navigation.address(|it| turned(it))).on("click", move |event| {
            if here && event.plain() {
                event.prevent_default();
                navigation.go(|selection| change(selection));
                if top {
                    page::scroll_to_top();
                }
            }
        })
    }

    /// A link to a selection that is given as a query string (without `?`).
    pub fn query_link(self, words: &str, query: &str) -> Element {
        let navigation = self.navigation;
        let (selection, _) = decode(query);
        let address = navigation.address_of(&selection);
        el("a").attr("href", address).child(words).on("click", move |event| {
            if event.plain() {
                event.prevent_default();
                navigation.go(|present| *present = selection.clone());
                page::scroll_to_top();
            }
        })
    }

    /// Tells that what is shown has just been drawn, under this title.
    pub fn drawn(self, title: &str) {
        if self.is_quiet {
            return;
        }
        let language = self.language.get_untracked();
        page::title(&[title, " – ", &self.site_name(language)].concat());
        if self.shown.get_untracked() {
            // The same words twice in a row are not spoken: clear them first.
            let announcement = self.announcement;
            announcement.set("");
            AnimationFrame::new(move || announcement.set(ui::UPDATED.get(language))).forget();
        }
        // With the first chart drawn, the network is free for what comes next.
        if !self.navigation.embedding().embedded {
            self.lazy.want();
        }
        self.shown.set(true);
    }

    /// What a screen reader is to say next.
    pub fn announcement(self) -> &'static str {
        self.announcement.get()
    }
}
