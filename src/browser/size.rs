//! The size of elements, as it changes.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// A handler that is told the size of an element, until this is dropped.
#[derive(Debug)]
#[must_use = "an observer that is dropped is disconnected"]
pub struct SizeObserver {
    observer: ResizeObserver,
    // The observer calls it; it holds no element.
    _handler: Closure<dyn FnMut(Array)>,
}

impl SizeObserver {
    /// Calls `handler` with width and height in pixels, once the element is laid
    /// out and whenever they change. All our browsers can; `None` in others.
    pub(super) fn new(element: &Element, mut handler: Box<dyn FnMut(f64, f64)>) -> Option<Self> {
        let handler = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            // One element has one entry.
            if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
                let room = entry.content_rect();
                handler(room.width(), room.height());
            }
        });
        let observer = ResizeObserver::new(handler.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _handler: handler })
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
