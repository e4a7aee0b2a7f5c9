//! A described workbook to an XLSX file, by a script that is loaded when the
//! first one is asked for (`web/xlsx.mjs`): a classic one from the page's own
//! folder, so that it works on file:// too. What is in it is for others.

use super::history;
use super::save::SaveError;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlScriptElement};

/// What the script defines: text in, a promise of a file out.
const WRITER: &str = "faktabankXlsx";
/// Where the page says what the script is called.
const NAMED_BY: &str = "data-xlsx";

/// The file of a workbook.
///
/// # Errors
/// [`SaveError`] if the script does not come, or refuses the description.
pub async fn xlsx(described: &str) -> Result<Blob, SaveError> {
    written(described).await.map_err(|_| SaveError)
}

async fn written(described: &str) -> Result<Blob, JsValue> {
    if writer().is_none() {
        JsFuture::from(loaded()?).await?;
    }
    let writer = writer().ok_or(JsValue::NULL)?;
    let promise: Promise = writer.call1(&JsValue::NULL, &described.into())?.dyn_into()?;
    JsFuture::from(promise).await?.dyn_into()
}

/// There already, in a copy that is one file.
fn writer() -> Option<Function> {
    Reflect::get(&js_sys::global(), &WRITER.into()).ok()?.dyn_into().ok()
}

fn loaded() -> Result<Promise, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let root = document.document_element().ok_or(JsValue::NULL)?;
    let name = root.get_attribute(NAMED_BY).ok_or(JsValue::NULL)?;
    let head = document.head().ok_or(JsValue::NULL)?;
    let script: HtmlScriptElement = document.create_element("script")?.unchecked_into();
    script.set_src(&(history::folder() + &name));
    Ok(Promise::new(&mut |done: Function, failed: Function| {
        script.set_onload(Some(&done));
        script.set_onerror(Some(&failed));
        // Without a place in the page it never loads, and nothing is saved.
        let _ = head.append_child(&script);
    }))
}
