//! Moments to come.

use wasm_bindgen::prelude::*;

/// Work that is done after a while, unless this is dropped before.
#[derive(Debug)]
#[must_use = "a timeout that is dropped is cleared"]
pub struct Timeout(Option<i32>);

impl Timeout {
    /// Does `work` after so many milliseconds.
    pub fn new(milliseconds: i32, work: impl FnOnce() + 'static) -> Self {
        // Lives until it is called or cannot be any longer; `gloo-timers` would keep
        // each that is forgotten for ever.
        let callback = Closure::once_into_js(work);
        // A page that is being closed has no moments to come.
        Self(web_sys::window().and_then(|window| {
            let callback = callback.unchecked_ref();
            window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds).ok()
        }))
    }

    /// Lets the work be done, whatever comes.
    pub fn forget(mut self) {
        self.0 = None;
    }
}

impl Drop for Timeout {
    fn drop(&mut self) {
        // One that is over is none any longer.
        if let (Some(id), Some(window)) = (self.0, web_sys::window()) {
            window.clear_timeout_with_handle(id);
        }
    }
}
