//! The second part of the module: `boot.js` fetches it and joins it to this one.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::fetch::FetchError;

/// What `boot.js` calls its way to the second part, where there is one.
const WAY: &str = "faktabankLazy";

fn way() -> Option<Function> {
    Reflect::get(&js_sys::global(), &WAY.into()).ok()?.dyn_into().ok()
}

/// The file of the second part; `None` where the module is in one piece.
pub fn file() -> Option<String> {
    Reflect::get(way()?.as_ref(), &"file".into()).ok()?.as_string()
}

/// Fetches the second part; once it is here, this does nothing.
///
/// # Errors
/// [`FetchError`] if it did not come; another call tries again.
pub async fn fetch() -> Result<(), FetchError> {
    let Some(way) = way() else { return Ok(()) };
    // A status, where there was an answer that is not the file.
    let why =
        |thrown: JsValue| thrown.as_f64().map_or(FetchError::Unreachable, |status| FetchError::Status(status as u16));
    let coming = way.call0(&JsValue::NULL).map_err(why)?.dyn_into::<Promise>().map_err(why)?;
    JsFuture::from(coming).await.map_err(why)?;
    Ok(())
}
