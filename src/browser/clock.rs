//! Moments to come.

use wasm_bindgen::prelude::*;

/// Calls `work` after so many milliseconds.
pub fn after(milliseconds: i32, work: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(work);
    if let Some(window) = web_sys::window() {
        // A page that is being closed has no moments to come.
        let callback = callback.unchecked_ref();
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds);
    }
}
