//! The moments around the frame that the browser draws next.

use super::clock::Timeout;
use wasm_bindgen::prelude::*;

/// How long a frame may be waited for, in milliseconds.
const NO_FRAME: i32 = 250;

/// Work that is done before the next frame is painted, unless this is dropped before.
#[derive(Debug)]
#[must_use = "a frame that is dropped is cancelled"]
pub struct AnimationFrame(Option<i32>);

impl AnimationFrame {
    /// Does `work` before the next frame is painted.
    pub fn new(work: impl FnOnce() + 'static) -> Self {
        let callback = Closure::once_into_js(work);
        // Without a frame to come (a page being closed) there is nothing to do.
        Self(web_sys::window().and_then(|window| window.request_animation_frame(callback.unchecked_ref()).ok()))
    }

    /// Lets the work be done, whatever comes.
    pub fn forget(mut self) {
        self.0 = None;
    }
}

impl Drop for AnimationFrame {
    fn drop(&mut self) {
        if let (Some(id), Some(window)) = (self.0, web_sys::window()) {
            // One that is over is none any longer.
            let _ = window.cancel_animation_frame(id);
        }
    }
}

/// Calls `work` in a task of its own once the next frame is painted, and once
/// more a while later: a page out of sight is given no frame.
pub fn after(work: fn()) {
    AnimationFrame::new(move || Timeout::new(0, work).forget()).forget();
    Timeout::new(NO_FRAME, work).forget();
}
