//! Who is told of what happens in the page, and for how long.

use super::dom::Heard;
use gloo_events::EventListenerOptions;
use web_sys::EventTarget;

/// A handler of events, called until this is dropped.
pub use gloo_events::EventListener as Listener;

/// Calls `handler` at each event of this name, until what it returns is dropped.
pub(super) fn listen(target: &EventTarget, name: &'static str, mut handler: Box<dyn FnMut(Heard)>) -> Listener {
    // Without these a handler could not keep the browser from doing what it would.
    let options = EventListenerOptions::enable_prevent_default();
    Listener::new_with_options(target, name, options, move |event| handler(Heard::new(event.clone())))
}
