//! Words to the clipboard: by its interface, or, where that is not there or
//! refuses (a frame, an old browser, a copy on a disk), by selecting the field
//! that they stand in, as the reader would.

use super::page;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlDocument;

/// Copies what stands in the field with this id, and says whether that went
/// well; if not, its words are selected for the reader to copy.
pub async fn copy(field: &str) -> bool {
    let Some(element) = page::element(field) else { return false };
    let value = js_sys::Reflect::get(&element, &"value".into()).ok().and_then(|it| it.as_string());
    let Some(words) = value else { return false };
    let Some(window) = web_sys::window() else { return false };
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).ok();
    if clipboard.is_some_and(|it| it.is_object())
        && JsFuture::from(window.navigator().clipboard().write_text(&words)).await.is_ok()
    {
        return true;
    }
    let select = js_sys::Reflect::get(&element, &"select".into()).ok().and_then(|it| it.dyn_into().ok());
    let Some(select): Option<js_sys::Function> = select else { return false };
    let document = window.document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    select.call0(&element).is_ok() && document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}
