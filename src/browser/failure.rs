//! A panic → words: all of it on the console, and to `boot.js`, which says so to
//! the reader and offers a way on.

use js_sys::{Function, Reflect};
use std::panic;
use wasm_bindgen::prelude::*;

/// What `boot.js` defines: a reason in, words in the page.
const WAY: &str = "faktabankFailed";

/// From now on a panic says where and why before it stops the module.
pub fn tell_of_panics() {
    panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        let way = Reflect::get(&js_sys::global(), &WAY.into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
        if let Some(way) = way {
            // There is nobody left to tell that telling failed.
            let _ = way.call1(&JsValue::NULL, &panic.to_string().into());
        }
    }));
}
