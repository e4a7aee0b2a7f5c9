//! Scripts that are loaded when they are first needed: classic ones from the
//! page's own folder, so that they work on file:// too. The page says on `<html>`
//! what they are called.

use super::history;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlScriptElement;

/// Loads the script that this attribute of `<html>` names.
///
/// # Errors
/// What was thrown, if it is not named or does not come.
pub(super) async fn load(named_by: &str) -> Result<(), JsValue> {
    JsFuture::from(loading(named_by)?).await.map(drop)
}

fn loading(named_by: &str) -> Result<Promise, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let root = document.document_element().ok_or(JsValue::NULL)?;
    let name = root.get_attribute(named_by).ok_or(JsValue::NULL)?;
    let head = document.head().ok_or(JsValue::NULL)?;
    let script: HtmlScriptElement = document.create_element("script")?.unchecked_into();
    script.set_src(&(history::folder() + &name));
    Ok(Promise::new(&mut |done: Function, failed: Function| {
        script.set_onload(Some(&done));
        script.set_onerror(Some(&failed));
        // Without a place in the page it never loads, and nothing comes of it.
        let _ = head.append_child(&script);
    }))
}
