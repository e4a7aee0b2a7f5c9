//! The frame of every view: menu, notices, the view itself, footer.

use super::element::{Element, Fragment, afterwards, each, el, fragment, p};
use super::lazy::entries;
use super::navigation::{Navigation, open};
use super::page_context::PageContext;
use super::store::Store;
use super::views;
use crate::browser::{history, page};
use faktabank_figures::figure::view_name;
use faktabank_figures::text::ui;
use faktabank_tables::query::{Theme, View};
use faktabank_tables::statistics::Language;
use std::rc::Rc;

/// The id of the main content, where the skip link leads.
pub(super) const MAIN: &str = "innehall";

/// The whole page.
pub(super) fn page() -> Fragment {
    let navigation = Navigation::start();
    let context = PageContext::start(navigation);
    let store = Store::start();
    let embedding = navigation.embedding();
    if embedding.embedded {
        views::begin_embed(embedding);
    } else if navigation.present().view() != View::Overview {
        // Side by side with the figures.
        context.lazy.want();
    }
    afterwards(move || {
        let _ = context.lazy.loaded().map(entries::copying);
    });
    let skip = el("a").class("skip").attr("href", ["#", MAIN].concat()).child(context.words(ui::SKIP));
    let skip = skip.on("click", move |event| {
        // A fragment in the address would be one more thing to keep.
        event.prevent_default();
        page::focus(MAIN);
    });
    let main = el("main").attr("id", MAIN).attr("tabindex", "-1").child(views::content(store, context));
    let told = p("hidden").attr("role", "status").attr("aria-live", "polite").child(move || context.announcement());
    if embedding.embedded { each([main, told]) } else { each([skip, header(context), main, footer(context), told]) }
}

fn header(context: PageContext) -> Element {
    let items = View::MENU.into_iter().map(|view| {
        let link = context.link_to(None, Rc::new(move |selection| open(selection, view)), true);
        let current = move || (context.navigation.selection().view() == view).then_some("page");
        // On a phone, the word that says all must do.
        let rest = (view == View::About).then(|| el("span").class("menu-rest").child(context.words(ui::ABOUT_REST)));
        el("li").child(link.attr("aria-current", current).child(context.words(view_name(view))).child(rest))
    });
    let menu = el("nav").class("menu").attr("aria-label", context.words(ui::MENU));
    el("header")
        .class("top")
        .child(p("site").child(move || context.site_name(context.language.get())))
        .child(menu.child(el("ul").children(items)))
        .child(el("div").class("settings").child(theme_link(context)).child(language_link(context)))
}

const fn other(language: Language) -> Language {
    match language {
        Language::Swedish => Language::English,
        Language::English => Language::Swedish,
    }
}

fn language_link(context: PageContext) -> Element {
    let link = context.link(context.words(ui::OTHER_LANGUAGE), Some("plain-link"), |selection| {
        selection.language = other(selection.language);
    });
    el("span").attr("lang", move || other(context.language.get()).tag()).child(link)
}

fn theme_link(context: PageContext) -> Element {
    let words = move || context.say(if context.dark.get() { ui::THEME_LIGHT } else { ui::THEME_DARK });
    context.link(words, Some("plain-link"), move |selection| {
        selection.theme = Some(if context.dark.get() { Theme::Light } else { Theme::Dark });
    })
}

fn footer(context: PageContext) -> Element {
    let inside = move || context.lazy.loaded().map(|loaded| entries::footer(loaded, context)).unwrap_or_default();
    el("footer").class("bottom").child(fragment(inside))
}

/// What stands at the foot of every page; through an entry alone.
pub(super) fn foot(context: PageContext) -> Fragment {
    let about = context.link(context.words(ui::ABOUT), Some("plain-link"), |selection| open(selection, View::About));
    let outside = |address: String| el("a").attr("href", address).attr("rel", "external");
    // Of pages made when a site is built: elsewhere nobody is behind it.
    let sender = page::said("data-sender").map(|sender| {
        let contact = outside(page::said("data-contact").unwrap_or_default()).child(sender);
        let next = page::said("data-next-update");
        let next = move || {
            let next = next.as_ref().map(|day| ui::NEXT_UPDATE.fill(context.language.get(), &[day]));
            next.map(|words| [". ", &words].concat()).unwrap_or_default()
        };
        el("p").child(context.words(ui::PUBLISHED_BY)).child(" ").child(contact).child(next)
    });
    // A page of the site, or an address of the sender's own.
    let statement = move || page::said(["data-accessibility-", context.language.get().tag()].concat().as_str());
    let whole = |address: String| if address.contains("//") { address } else { history::folder() + &address };
    let accessibility = statement().is_some().then(move || {
        let link = el("a").class("plain-link").attr("href", move || statement().map(whole));
        link.child(context.words(ui::ACCESSIBILITY))
    });
    let about = el("p").child(about).child(" ").child(accessibility);
    let mut parts = views::gathered(context);
    parts.extend(each([el("p").child(context.words(ui::FOOTER))].into_iter().chain(sender).chain([about])));
    parts
}
