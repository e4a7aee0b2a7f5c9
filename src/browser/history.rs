//! The query string of the page and the browser's history.
//!
//! Only the query is ever changed, never the path: that is what `file://`
//! allows. What the query means is none of this module's business.

use super::event::{Listener, listen};
use wasm_bindgen::prelude::*;

/// The query string without its `?`; empty if there is none.
pub fn query() -> String {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    search.strip_prefix('?').unwrap_or(&search).to_owned()
}

/// The address of the page without its query; `None` where it has none.
pub fn place() -> Option<String> {
    let address = web_sys::window()?.location().href().ok()?;
    Some(address.split(['?', '#']).next().unwrap_or_default().to_owned())
}

/// Whether the page was opened from a disk.
pub fn is_file() -> bool {
    place().is_none_or(|place| place.starts_with("file:"))
}

/// Whether a new address is a step that "back" undoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A step of its own.
    Push,
    /// In place of the present one.
    Replace,
}

/// The history refused a new address (a browser's limit on calls, a sandbox).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser refused the new address")]
pub struct HistoryError;

/// Writes the query string (without `?`).
///
/// # Errors
/// [`HistoryError`] if the browser refuses; the address then stays as it was.
pub fn write(query: &str, step: Step) -> Result<(), HistoryError> {
    let window = web_sys::window().ok_or(HistoryError)?;
    let history = window.history().map_err(|_| HistoryError)?;
    // The empty string would keep the old query: the path alone drops it.
    let address =
        if query.is_empty() { window.location().pathname().map_err(|_| HistoryError)? } else { ["?", query].concat() };
    let written = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
    written.map_err(|_| HistoryError)
}

/// Calls `handler` with the query whenever the reader goes back or forward,
/// until what it returns is dropped.
pub fn on_travel(handler: impl Fn(String) + 'static) -> Option<Listener> {
    Some(listen(&*web_sys::window()?, "popstate", Box::new(move |_| handler(query()))))
}
