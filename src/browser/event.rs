//! What happens in the page, and who is told of it for how long.

use gloo_events::EventListenerOptions;
use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, Element, EventTarget, HtmlDetailsElement, HtmlInputElement, KeyboardEvent, MouseEvent};

/// A handler of events, called until this is dropped.
pub use gloo_events::EventListener as Listener;

/// Calls `handler` at each event of this name, until what it returns is dropped.
pub(super) fn listen(target: &EventTarget, name: &'static str, mut handler: Box<dyn FnMut(Event)>) -> Listener {
    // Without these a handler could not keep the browser from doing what it would.
    let options = EventListenerOptions::enable_prevent_default();
    Listener::new_with_options(target, name, options, move |event| handler(Event(event.clone())))
}

/// Something that happened in the page, such as what the reader did.
#[derive(Clone, Debug)]
pub struct Event(web_sys::Event);

impl Event {
    fn field(&self) -> JsValue {
        self.0.target().map(JsValue::from).unwrap_or_default()
    }

    /// The attribute of the element that it happened in, or of the nearest
    /// around that has it.
    pub fn near(&self, attribute: &str) -> Option<String> {
        let target: Element = self.0.target()?.dyn_into().ok()?;
        target.closest(&["[", attribute, "]"].concat()).ok()??.get_attribute(attribute)
    }

    /// How far across and down the nearest element around that has an attribute
    /// it happened: within it from 0 to 1.
    pub fn place(&self, attribute: &str) -> Option<(f64, f64)> {
        let target: Element = self.0.target()?.dyn_into().ok()?;
        let frame = target.closest(&["[", attribute, "]"].concat()).ok()??.get_bounding_client_rect();
        let event = self.0.dyn_ref::<MouseEvent>()?;
        let part = |at: i32, first: f64, length: f64| (f64::from(at) - first) / length;
        (frame.width() > 0.0 && frame.height() > 0.0).then(|| {
            (part(event.client_x(), frame.left(), frame.width()), part(event.client_y(), frame.top(), frame.height()))
        })
    }

    /// Keeps the browser from doing what it would.
    pub fn prevent_default(&self) {
        self.0.prevent_default();
    }

    /// Puts words on the clipboard in place of what is copied, plain and as HTML.
    pub fn hand_over(&self, plain: &str, html: &str) {
        if let Some(data) = self.0.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
            && data.set_data("text/plain", plain).is_ok()
        {
            let _ = data.set_data("text/html", html);
            self.prevent_default();
        }
    }

    /// What the field that it happened in says now.
    pub fn value(&self) -> String {
        js_sys::Reflect::get(&self.field(), &"value".into()).ok().and_then(|it| it.as_string()).unwrap_or_default()
    }

    /// Makes the field that it happened in say something else.
    pub fn set_value(&self, value: &str) {
        let _ = js_sys::Reflect::set(&self.field(), &"value".into(), &value.into());
    }

    /// Whether the box that it happened in is ticked now.
    pub fn checked(&self) -> bool {
        self.field().dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
    }

    /// Whether the part that it happened in is unfolded now.
    pub fn open(&self) -> bool {
        self.field().dyn_ref::<HtmlDetailsElement>().is_some_and(HtmlDetailsElement::open)
    }

    /// The key that was pressed, by its name: "ArrowLeft".
    pub fn key(&self) -> String {
        self.0.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default()
    }

    /// Whether a key is free to mean something to the page: nothing has taken it, it is not
    /// pressed in a field, and no other key goes with it.
    pub fn is_free(&self) -> bool {
        let is_alone = self
            .0
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|event| !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()));
        let target = self.0.target().and_then(|target| target.dyn_into::<Element>().ok());
        let in_field = target.and_then(|it| it.closest("input, select, textarea").ok().flatten()).is_some();
        is_alone && !in_field && !self.0.default_prevented()
    }

    /// Whether a press is a plain one, and not one for a new tab.
    pub fn plain(&self) -> bool {
        self.0.dyn_ref::<MouseEvent>().is_none_or(|event| {
            event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        })
    }
}
