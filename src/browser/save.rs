//! A file for the reader to keep, by way of a link that is pressed for them:
//! that works on file:// and under a policy that loads nothing from elsewhere.

use super::clock::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long a browser may take to begin with the file, in milliseconds.
const PATIENCE: i32 = 60_000;

/// The browser would not make a file of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser refused to make or to save the file")]
pub struct SaveError;

/// A text as what a file holds.
///
/// # Errors
/// [`SaveError`] if the browser refuses.
pub fn blob(media_type: &str, text: &str) -> Result<Blob, SaveError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&text.into());
    Blob::new_with_str_sequence_and_options(&parts, &options).map_err(|_| SaveError)
}

/// Hands over what a file holds, under this name.
///
/// # Errors
/// [`SaveError`] if the browser refuses.
pub fn save(name: &str, blob: &Blob) -> Result<(), SaveError> {
    let address = Url::create_object_url_with_blob(blob).map_err(|_| SaveError)?;
    let window = web_sys::window().ok_or(SaveError)?;
    let link = window.document().and_then(|document| document.create_element("a").ok()).ok_or(SaveError)?;
    let link: HtmlAnchorElement = link.dyn_into().map_err(|_| SaveError)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let revoke = move || {
        // An address that is forgotten already is what is wanted.
        let _ = Url::revoke_object_url(&address);
    };
    Timeout::new(PATIENCE, revoke).forget();
    Ok(())
}
