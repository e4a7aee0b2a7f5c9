//! The moment after the browser has laid out what was just changed.

use wasm_bindgen::prelude::*;

/// Calls `work` before the next frame is painted.
pub fn next(work: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(work);
    if let Some(window) = web_sys::window() {
        // Without a frame to come (a page being closed) there is nothing to do.
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}
