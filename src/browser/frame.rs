//! The moments around the frame that the browser draws next.

use super::clock;
use wasm_bindgen::prelude::*;

/// How long a frame may be waited for, in milliseconds.
const NO_FRAME: i32 = 250;

/// Calls `work` before the next frame is painted.
pub fn next(work: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(work);
    if let Some(window) = web_sys::window() {
        // Without a frame to come (a page being closed) there is nothing to do.
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Calls `work` in a task of its own once the next frame is painted, and once
/// more a while later: a page out of sight is given no frame.
pub fn after(work: fn()) {
    next(move || clock::after(0, work));
    clock::after(NO_FRAME, work);
}
