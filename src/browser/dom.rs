//! Elements of the page: made, filled, listened to. What they hold and when
//! it changes is for `app::element`.

use super::event::{Listener, listen};
use super::size::SizeObserver;
use std::borrow::Cow;
use wasm_bindgen::prelude::*;
pub use web_sys::HtmlElement;
use web_sys::{Document, Element, Event, HtmlDetailsElement, HtmlInputElement, KeyboardEvent, MouseEvent, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Anything that can lie in the page; one handle however often it is cloned.
#[derive(Clone, Debug)]
pub struct Part(Node);

/// An element of the page. Where the browser refuses to make one (for a name
/// that is none, which ours are not), calls do nothing.
#[derive(Clone, Debug)]
pub struct Handle(Element);

impl Handle {
    /// An element that is in the page already.
    pub fn of(element: &HtmlElement) -> Self {
        Self(element.clone().into())
    }

    /// A new HTML element; `None` outside of a document.
    pub fn html(tag: &str) -> Option<Self> {
        document()?.create_element(tag).ok().map(Self)
    }

    /// A new element of a drawing; `None` outside of a document.
    pub fn svg(tag: &str) -> Option<Self> {
        document()?.create_element_ns(Some(SVG), tag).ok().map(Self)
    }

    /// The element as something that lies in the page.
    pub fn part(&self) -> Part {
        Part(self.0.clone().into())
    }

    /// The element as the drawing library takes it.
    pub fn html_element(&self) -> Option<HtmlElement> {
        self.0.clone().dyn_into().ok()
    }

    /// Sets an attribute, or takes it away.
    pub fn attribute(&self, name: &str, value: Option<&str>) {
        // Both calls fail on invalid names alone, and ours are literals.
        let _ = match value {
            Some(value) => self.0.set_attribute(name, value),
            None => self.0.remove_attribute(name),
        };
    }

    /// Sets a property that is a text, such as the `value` of a field.
    pub fn text_property(&self, name: &str, value: &str) {
        let _ = js_sys::Reflect::set(&self.0, &name.into(), &value.into());
    }

    /// Sets a property that is yes or no, such as `checked`.
    pub fn flag(&self, name: &str, value: bool) {
        let _ = js_sys::Reflect::set(&self.0, &name.into(), &value.into());
    }

    /// Sets a property of style; a policy without inline styles allows it.
    pub fn style(&self, name: &str, value: &str) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.style().set_property(name, value);
        }
    }

    /// Adds a part at the end.
    pub fn append(&self, part: &Part) {
        let _ = self.0.append_child(&part.0);
    }

    /// Scrolls this element as little as shows one that lies in it.
    pub fn scroll_to_show(&self, inner: &Self) {
        let (around, inner) = (self.0.get_bounding_client_rect(), inner.0.get_bounding_client_rect());
        let (above, below) = (inner.top() - around.top(), inner.bottom() - around.bottom());
        let by = if above < 0.0 { above } else { below.max(0.0) };
        if by != 0.0 {
            self.0.scroll_by_with_x_and_y(0.0, by);
        }
    }

    /// Calls `heard` at each event of this name, until what it returns is dropped.
    pub fn listen(&self, name: &'static str, heard: Box<dyn FnMut(Heard)>) -> Listener {
        listen(&self.0, name, heard)
    }

    /// Calls `sized` with width and height in pixels, once it is laid out and
    /// whenever they change, until what it returns is dropped.
    pub fn watch_size(&self, sized: Box<dyn FnMut(f64, f64)>) -> Option<SizeObserver> {
        SizeObserver::new(&self.0, sized)
    }
}

impl Part {
    /// A text.
    pub fn text(words: &str) -> Option<Self> {
        Some(Self(document()?.create_text_node(words).into()))
    }

    /// A mark that nobody sees.
    pub fn mark() -> Option<Self> {
        Some(Self(document()?.create_comment("").into()))
    }

    /// Changes the words of a text.
    pub fn set_text(&self, words: &str) {
        self.0.set_node_value(Some(words));
    }

    /// Puts another part in front of this one, wherever this one lies.
    pub fn put_before(&self, part: &Self) {
        if let Some(parent) = self.0.parent_node() {
            let _ = parent.insert_before(&part.0, Some(&self.0));
        }
    }

    /// Takes it out of the page.
    pub fn take_away(&self) {
        if let Some(parent) = self.0.parent_node() {
            let _ = parent.remove_child(&self.0);
        }
    }

    /// Takes away what lies between this part and a later one of the same parent.
    pub fn clear_until(&self, end: &Self) {
        while let Some(next) = self.0.next_sibling().filter(|next| *next != end.0) {
            if let Some(parent) = next.parent_node() {
                let _ = parent.remove_child(&next);
            }
        }
    }
}

/// Something that the reader did.
#[derive(Clone, Debug)]
pub struct Heard(Event);

impl Heard {
    pub(super) fn new(event: Event) -> Self {
        Self(event)
    }

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

    /// Whether a press is a plain one, and not one for a new tab.
    pub fn plain(&self) -> bool {
        self.0.dyn_ref::<MouseEvent>().is_none_or(|event| {
            event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        })
    }
}

/// Words of an attribute: our own, or made.
pub type Words = Cow<'static, str>;
