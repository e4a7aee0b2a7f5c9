//! The address of the page and the browser's history.
//!
//! On a site whose areas have pages of their own, an address is a path below the
//! first page with a query; elsewhere (in a folder on a disk, while the page is
//! worked on) the query alone changes: that is what `file://` allows. What a query
//! means is none of this module's business.

use super::event::{Listener, listen};
use super::page::said;
use wasm_bindgen::prelude::*;
use web_sys::Location;

/// What the page shows by itself, as a query string: on pages made when the site is built.
const SHOWN: &str = "data-page";
/// The whole address of the folder of the first page; `asked.js` writes it.
const ROOT: &str = "data-root";

fn location() -> Option<Location> {
    Some(web_sys::window()?.location())
}

/// The query that the document shows by itself; empty where it shows nothing.
pub fn own_query() -> String {
    said(SHOWN).unwrap_or_default()
}

/// What the page was opened on, as a query string without its `?`: what it shows by
/// itself, and the query of its address, which says otherwise.
pub fn query() -> String {
    let search = location().and_then(|it| it.search().ok()).unwrap_or_default();
    let asked = search.strip_prefix('?').unwrap_or(&search);
    let own = own_query();
    [own.as_str(), if own.is_empty() || asked.is_empty() { "" } else { "&" }, asked].concat()
}

/// The address of the page without its query; `None` where it has none.
fn place() -> Option<String> {
    let address = location()?.href().ok()?;
    Some(address.split(['?', '#']).next().unwrap_or_default().to_owned())
}

/// The whole address of the folder of the first page, with its `/`: where the files are.
pub fn folder() -> String {
    said(ROOT).unwrap_or_default()
}

/// The address of the first page, to which a query is added; `None` where it has none.
pub fn first_page() -> Option<String> {
    if has_pages() { Some(folder()) } else { place() }
}

/// Whether the page was opened from a disk.
pub fn is_file() -> bool {
    place().is_none_or(|place| place.starts_with("file:"))
}

/// Whether areas have pages of their own, whose paths can be written.
pub fn has_pages() -> bool {
    said(SHOWN).is_some() && !is_file()
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

/// Writes an address, and keeps the query string that says all of it.
///
/// # Errors
/// [`HistoryError`] if the browser refuses; the address then stays as it was.
pub fn write(address: &str, query: &str, step: Step) -> Result<(), HistoryError> {
    let history = web_sys::window().and_then(|window| window.history().ok()).ok_or(HistoryError)?;
    let query = JsValue::from_str(query);
    let written = match step {
        Step::Push => history.push_state_with_url(&query, "", Some(address)),
        Step::Replace => history.replace_state_with_url(&query, "", Some(address)),
    };
    written.map_err(|_| HistoryError)
}

/// Calls `handler` with the query whenever the reader goes back or forward,
/// until what it returns is dropped.
pub fn on_travel(handler: impl Fn(String) + 'static) -> Option<Listener> {
    let went = move |_| {
        let kept = web_sys::window().and_then(|window| window.history().ok()).and_then(|it| it.state().ok());
        // The first entry was not written by the explorer.
        handler(kept.and_then(|it| it.as_string()).unwrap_or_else(query));
    };
    Some(listen(&*web_sys::window()?, "popstate", Box::new(went)))
}
