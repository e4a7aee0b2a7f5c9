//! The document around the app: language, title, theme, ready mark, focus,
//! and what the reader's device prefers.

use super::event::{Listener, listen};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlDetailsElement, HtmlElement, MediaQueryList};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// Sets an attribute of `<html>`, or takes it away.
pub fn mark(attribute: &str, value: Option<&str>) {
    if let Some(root) = root() {
        // Both calls fail on invalid attribute names alone, and ours are literals.
        let _ = match value {
            Some(value) => root.set_attribute(attribute, value),
            None => root.remove_attribute(attribute),
        };
    }
}

/// Whether the page is marked as drawn, all of it.
pub fn is_ready() -> bool {
    root().and_then(|root| root.get_attribute("data-app")).as_deref() == Some("ready")
}

/// What an attribute of `<html>` says, if it has it.
pub fn said(attribute: &str) -> Option<String> {
    root()?.get_attribute(attribute)
}

/// Whether what the document showed by itself is still there, to be replaced once all
/// of it can be.
pub fn is_prerendered() -> bool {
    said("data-page").is_some() && said("data-asked").is_none() && said("data-taken").is_none()
}

/// Sets the title of the page.
pub fn title(words: &str) {
    if let Some(document) = document() {
        document.set_title(words);
    }
}

/// The present day where the reader is, `YYYY-MM-DD`.
pub fn today() -> String {
    // The Swedish way to write days is that of ISO 8601.
    let day = js_sys::Date::new_0().to_locale_date_string("sv-SE", &JsValue::UNDEFINED);
    day.into()
}

/// The element with this id, if it is an HTML element.
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        // An element that cannot take focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Scrolls the row that an element lies in, sideways alone, until it stands in the
/// middle of what is seen of the row.
pub fn bring_into_row(id: &str) {
    let Some(element) = element(id) else { return };
    if let Some(row) = element.parent_element() {
        row.set_scroll_left(element.offset_left() - (row.client_width() - element.offset_width()) / 2);
    }
}

/// Folds the part of the page with this id that can be unfolded.
pub fn fold(id: &str) {
    if let Some(details) = element(id).and_then(|it| it.dyn_into::<HtmlDetailsElement>().ok()) {
        details.set_open(false);
    }
}

/// Scrolls to the top of the page, as after a change of page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Asks the browser to print the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A frame that may not print does nothing.
        let _ = window.print();
    }
}

/// Calls `handler` with the name of every key that is pressed anywhere on the
/// page, until what it returns is dropped.
pub fn on_key(handler: impl Fn(String) + 'static) -> Option<Listener> {
    Some(listen(&*root()?, "keydown", Box::new(move |event| handler(event.key()))))
}

/// Calls `handler` with the name of every key that nothing else on the page takes; it says
/// whether it took the key. Until what this returns is dropped.
pub fn on_free_key(handler: impl Fn(&str) -> bool + 'static) -> Option<Listener> {
    let pressed = move |event: super::event::Event| {
        if event.is_free() && handler(&event.key()) {
            event.prevent_default();
        }
    };
    Some(listen(&*root()?, "keydown", Box::new(pressed)))
}

fn media(query: &str) -> Option<MediaQueryList> {
    web_sys::window()?.match_media(query).ok().flatten()
}

/// Whether a media query holds now.
pub fn matches(query: &str) -> bool {
    media(query).is_some_and(|list| list.matches())
}

/// Calls `handler` whenever a media query begins or ceases to hold, until what
/// it returns is dropped.
pub fn on_match(query: &str, handler: impl Fn(bool) + 'static) -> Option<Listener> {
    let list = media(query)?;
    let changed = list.clone();
    Some(listen(&list, "change", Box::new(move |_| handler(changed.matches()))))
}
