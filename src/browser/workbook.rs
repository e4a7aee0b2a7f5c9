//! A described workbook to an XLSX file, by a script that is loaded when the
//! first one is asked for (`web/xlsx.mjs`). What is in it is for others.

use super::save::SaveError;
use super::script;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

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
        script::load(NAMED_BY).await?;
    }
    let writer = writer().ok_or(JsValue::NULL)?;
    let promise: Promise = writer.call1(&JsValue::NULL, &described.into())?.dyn_into()?;
    JsFuture::from(promise).await?.dyn_into()
}

/// There already, in a copy that is one file.
fn writer() -> Option<Function> {
    Reflect::get(&js_sys::global(), &WRITER.into()).ok()?.dyn_into().ok()
}
